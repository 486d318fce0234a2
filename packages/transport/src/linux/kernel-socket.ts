import { type NumberedSocketOptions, protocolConstant, protocolHint } from "@rxnetlink/core/internal";
import type { SocketStatistics } from "../statistics.js";
import * as C from "./constants.js";
import { lastGroup } from "./last-group.js";
import type { Libc } from "./libc.js";
import { intBytes } from "./native.js";
import type { Received } from "./receiver.js";
import { portIdOf, SOCKADDR_SIZE, sockaddr } from "./sockaddr.js";

/** Default receive buffer: room for about 80 000 route events if it can be forced, else the system's limit. */
const RECEIVE_BUFFER = 4 * 1024 * 1024;

const bytesOf = (words: Uint32Array) => new Uint8Array(words.buffer);

const KERNEL = sockaddr(0);

const openHint = (protocol: number) => (errno: number) =>
  errno === C.EPROTONOSUPPORT ? protocolHint(protocol) : undefined;

const sendHint = (size: number, portId: number) => (errno: number) => {
  if (errno === C.EMSGSIZE) return `${size} bytes are more than the socket's send buffer takes`;
  if (errno !== C.ECONNREFUSED) return undefined;
  return portId === 0
    ? "the kernel does not listen in this protocol, or not in this network namespace"
    : `no socket of this protocol has the port id ${portId} in this network namespace`;
};

/** Returns the hint for a group that the kernel has not, with the number of the last one that it has. */
function noSuchGroup(libc: Libc, protocol: number, group: number): string {
  const last = lastGroup(libc, protocol);
  const known = last === undefined ? "" : `; its last one is ${last}`;
  return `this kernel has no group ${group} in ${protocolConstant(protocol)}${known}`;
}

const groupHint = (libc: Libc, protocol: number, group: number) => (errno: number) => {
  if (errno === C.EPERM)
    return `joining group ${group} needs CAP_NET_ADMIN in the network namespace; try root, or a namespace of your own: unshare -Urn`;
  return errno === C.EINVAL || errno === C.ENOENT ? noSuchGroup(libc, protocol, group) : undefined;
};

/** An open socket, as one thread hands it over to another. */
export interface SocketHandle {
  readonly fd: number;
  readonly portId: number;
  readonly protocol: number;
  readonly paused: boolean;
  readonly congested: boolean;
  /** Datagrams, messages and bytes received. */
  readonly counts: SocketCounts;
}

type SocketCounts = Pick<SocketStatistics, "datagrams" | "messages" | "bytes">;

/** Opens the descriptor of a socket. */
function openDescriptor(libc: Libc, { protocol, type = "raw" }: NumberedSocketOptions): number {
  const flags = C.SOCK_TYPES[type] | C.SOCK_NONBLOCK | C.SOCK_CLOEXEC;
  return libc.check("socket", libc.socket(C.AF_NETLINK, flags, protocol), openHint(protocol));
}

/** A netlink socket of the kernel. */
export class KernelSocket {
  readonly #libc: Libc;
  readonly fd: number;
  readonly protocol: number;
  portId = 0;
  #datagrams = 0;
  #messages = 0;
  #bytes = 0;
  paused = false;
  /** Set from an overrun until the queue is empty: the kernel drops everything in between. */
  congested = false;

  private constructor(
    libc: Libc,
    fd: number,
    protocol: number,
    readonly number: number,
  ) {
    this.#libc = libc;
    this.fd = fd;
    this.protocol = protocol;
  }

  /**
   * Opens a socket.
   *
   * @param number - Identifies the socket in its table.
   */
  static open(libc: Libc, options: NumberedSocketOptions, number = 0): KernelSocket {
    const { protocol, groups = [], portId = 0 } = options;
    const socket = new KernelSocket(libc, openDescriptor(libc, options), protocol, number);
    try {
      socket.#configure(options);
      libc.check("bind", libc.bind(socket.fd, sockaddr(portId), SOCKADDR_SIZE));
      // After bind(), which leaves the groups below 33 that are not in its address.
      for (const group of groups) socket.join(group);
      socket.portId = socket.#boundPortId();
      return socket;
    } catch (error) {
      socket.close();
      throw error;
    }
  }

  /** Takes over a socket that another thread has released. */
  static adopt(
    libc: Libc,
    { fd, portId, protocol, counts, ...state }: SocketHandle,
    number: number,
  ): KernelSocket {
    const socket = new KernelSocket(libc, fd, protocol, number);
    Object.assign(socket, { portId, ...state });
    [socket.#datagrams, socket.#messages, socket.#bytes] = [counts.datagrams, counts.messages, counts.bytes];
    libc.own(fd);
    return socket;
  }

  /** Hands the open socket over to another thread, which adopts it; it must not be used here any longer. */
  release(): SocketHandle {
    const { fd, portId, protocol, paused, congested } = this;
    this.#libc.disown(fd);
    return { fd, portId, protocol, paused, congested, counts: this.#counts };
  }

  /** Sends one datagram to a port id, and to the members of a group. */
  send(bytes: Uint8Array, portId: number, group = 0): void {
    const to = portId === 0 && group === 0 ? KERNEL : sockaddr(portId, group);
    const sent = this.#libc.sendto(this.fd, bytes, bytes.length, 0, to, SOCKADDR_SIZE);
    // The group has it: the kernel turns to the port id after that, and where programs talk nobody has 0.
    if (sent < 0 && group !== 0 && portId === 0 && this.#libc.errno() === C.ECONNREFUSED) return;
    this.#libc.check("sendto", sent, sendHint(bytes.length, portId));
  }

  /** Joins a multicast group of any number. */
  join(group: number): void {
    this.#membership(C.NETLINK_ADD_MEMBERSHIP, group);
  }

  /** Leaves a multicast group. */
  leave(group: number): void {
    this.#membership(C.NETLINK_DROP_MEMBERSHIP, group);
  }

  /** Returns the state of its memory (`SO_MEMINFO`, since Linux 4.12). */
  memory(): { queued: number; receiveBuffer: number; drops: number } {
    const words = new Uint32Array(9);
    this.#libc.getsockopt(this.fd, C.SOL_SOCKET, C.SO_MEMINFO, bytesOf(words), intBytes(words.byteLength));
    return { queued: words[0]!, receiveBuffer: words[1]!, drops: words[8]! };
  }

  /** Counts a datagram that was received. */
  count({ size, messages }: Received): void {
    this.#datagrams++;
    this.#messages += messages;
    this.#bytes += size;
  }

  /** Returns its counters and the state of its memory. */
  statistics(): SocketStatistics {
    const { protocol, portId, paused } = this;
    return { protocol, portId, paused, ...this.#counts, ...this.memory() };
  }

  close(): void {
    this.#libc.close(this.fd);
  }

  get #counts(): SocketCounts {
    return { datagrams: this.#datagrams, messages: this.#messages, bytes: this.#bytes };
  }

  #membership(option: number, group: number): void {
    this.#libc.check(
      "setsockopt",
      this.#set(C.SOL_NETLINK, option, group),
      groupHint(this.#libc, this.protocol, group),
    );
  }

  #set(level: number, option: number, value: number): number {
    return this.#libc.setsockopt(this.fd, level, option, intBytes(value), 4);
  }

  #configure(options: NumberedSocketOptions): void {
    const { strict = true, noEnobufs = false, broadcastError = false, listenAllNsid = false } = options;
    const { receiveBuffer = RECEIVE_BUFFER, sendBuffer } = options;
    const wanted = [
      C.NETLINK_EXT_ACK,
      C.NETLINK_CAP_ACK,
      C.NETLINK_PKTINFO,
      ...(strict ? [C.NETLINK_GET_STRICT_CHK] : []),
      ...(noEnobufs ? [C.NETLINK_NO_ENOBUFS] : []),
      ...(broadcastError ? [C.NETLINK_BROADCAST_ERROR] : []),
    ];
    // Kernels before 4.20 lack some of these; their effects are then simply absent.
    for (const option of wanted) this.#set(C.SOL_NETLINK, option, 1);
    if (options.passCredentials) this.#libc.check("setsockopt", this.#set(C.SOL_SOCKET, C.SO_PASSCRED, 1));
    this.#setBuffer(C.SO_RCVBUFFORCE, C.SO_RCVBUF, receiveBuffer);
    if (sendBuffer !== undefined) this.#setBuffer(C.SO_SNDBUFFORCE, C.SO_SNDBUF, sendBuffer);
    if (listenAllNsid) {
      const hint = (errno: number) =>
        errno === C.EPERM ? "listening to all namespaces needs CAP_NET_BROADCAST" : undefined;
      this.#libc.check("setsockopt", this.#set(C.SOL_NETLINK, C.NETLINK_LISTEN_ALL_NSID, 1), hint);
    }
  }

  /** Sets the size of a buffer; without `CAP_NET_ADMIN`, up to the system's limit. */
  #setBuffer(force: number, option: number, size: number): void {
    if (this.#set(C.SOL_SOCKET, force, size) < 0) this.#set(C.SOL_SOCKET, option, size);
  }

  #boundPortId(): number {
    const address = new Uint8Array(SOCKADDR_SIZE);
    this.#libc.check("getsockname", this.#libc.getsockname(this.fd, address, intBytes(SOCKADDR_SIZE)));
    return portIdOf(new DataView(address.buffer));
  }
}
