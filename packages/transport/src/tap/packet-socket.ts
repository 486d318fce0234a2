import * as C from "../linux/constants.js";
import type { Libc } from "../linux/libc.js";
import { intBytes, LE } from "../linux/native.js";
import { FrameReceiver, type TappedDatagram } from "./frame-receiver.js";
import { linkAddress } from "./link-address.js";

/** Room for what comes while the event loop is busy. */
const RECEIVE_BUFFER = 32 * 1024 * 1024;

const openHint = (errno: number) =>
  errno === C.EPERM ? "listening to a link needs CAP_NET_RAW in its network namespace; try root" : undefined;

/** A packet socket that receives all that passes a link. */
export class PacketSocket {
  readonly #libc: Libc;
  readonly #fd: number;
  readonly #receiver: FrameReceiver;

  /** @throws SystemError `EPERM` without the right to, `ENODEV` if there is no such link. */
  constructor(libc: Libc, ifindex: number) {
    this.#libc = libc;
    const type = C.SOCK_TYPES.dgram | C.SOCK_NONBLOCK | C.SOCK_CLOEXEC;
    this.#fd = libc.check("socket", libc.socket(C.AF_PACKET, type, 0), openHint);
    try {
      const address = linkAddress(ifindex, C.ETH_P_ALL);
      if (this.#set(C.SO_RCVBUFFORCE, RECEIVE_BUFFER) < 0) this.#set(C.SO_RCVBUF, RECEIVE_BUFFER);
      libc.check("setsockopt", this.#set(C.SO_TIMESTAMPNS, 1));
      libc.check("bind", libc.bind(this.#fd, address, address.length));
    } catch (error) {
      this.close();
      throw error;
    }
    this.#receiver = new FrameReceiver(libc);
  }

  /** Receives a datagram, if one is there. */
  receive(): TappedDatagram | undefined {
    return this.#receiver.receive(this.#fd);
  }

  /** Returns the number of datagrams that were dropped since the last call, for lack of room. */
  takeDrops(): number {
    // struct tpacket_stats: received, dropped
    const counters = new Uint8Array(8);
    const size = intBytes(counters.length);
    this.#libc.check(
      "getsockopt",
      this.#libc.getsockopt(this.#fd, C.SOL_PACKET, C.PACKET_STATISTICS, counters, size),
    );
    return new DataView(counters.buffer).getUint32(4, LE);
  }

  close(): void {
    this.#libc.close(this.#fd);
  }

  #set(option: number, value: number): number {
    return this.#libc.setsockopt(this.#fd, C.SOL_SOCKET, option, intBytes(value), 4);
  }
}
