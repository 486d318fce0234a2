/** Whether this machine's integers have their low byte first; netlink speaks the byte order of the host. */
export const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
