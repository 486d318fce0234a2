import { AF_NETLINK, SOCK_CLOEXEC, SOCK_TYPES, SOL_SOCKET } from "#src/linux/constants.js";
import { type Libc, loadLibc } from "#src/linux/libc.js";
import { intBytes, LE } from "#src/linux/native.js";
import { portIdOf, SOCKADDR_SIZE, sockaddr } from "#src/linux/sockaddr.js";

/** A protocol by which processes send each other arbitrary data. */
export const NETLINK_USERSOCK = 2;
const SO_SNDBUFFORCE = 32;
const SEND_BUFFER = 16 * 2 ** 20;

/** Size of a datagram that cannot be received: more than a slot of the receiver and its spill. */
export const TOO_LARGE = 5 * 2 ** 20;

/** Returns a datagram of a size, with varying bytes. */
export const datagram = (size: number) => Uint8Array.from({ length: size }, (_, i) => i * 7);

/** Binds a socket and returns its port id. */
function portIdOfSocket(libc: Libc, fd: number): number {
  const address = sockaddr(0);
  libc.check("bind", libc.bind(fd, address, SOCKADDR_SIZE));
  libc.check("getsockname", libc.getsockname(fd, address, intBytes(SOCKADDR_SIZE)));
  return portIdOf(new DataView(address.buffer));
}

/** A sender of datagrams that are larger than a transport can send. */
export interface LargeSender {
  readonly portId: number;
  send(portId: number, size: number): void;
  multicast(group: number, size: number): void;
  close(): void;
}

/** Opens a sender; prints a note and returns `undefined` if its send buffer may not be large enough. */
export function largeSender(protocol = NETLINK_USERSOCK): LargeSender | undefined {
  const libc = loadLibc();
  const fd = libc.socket(AF_NETLINK, SOCK_TYPES.raw | SOCK_CLOEXEC, protocol);
  const close = () => void libc.close(fd);
  if (libc.setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, intBytes(SEND_BUFFER), 4) < 0) {
    console.log("skipped: large datagrams need a send buffer that needs CAP_NET_ADMIN");
    close();
    return undefined;
  }
  const sendTo = (address: Uint8Array, size: number) =>
    void libc.check("sendto", libc.sendto(fd, datagram(size), size, 0, address, SOCKADDR_SIZE));
  return {
    portId: portIdOfSocket(libc, fd),
    send: (portId, size) => sendTo(sockaddr(portId), size),
    multicast: (group, size) => sendTo(groupAddress(group), size),
    close,
  };
}

/** Returns the address of a multicast group below 33. */
function groupAddress(group: number): Uint8Array {
  const address = sockaddr(0);
  new DataView(address.buffer).setUint32(8, 1 << (group - 1), LE);
  return address;
}
