/** True if this machine is little-endian; netlink uses the byte order of the host. */
export const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
