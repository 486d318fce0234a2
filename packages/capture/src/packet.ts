/** A captured datagram of netlink. */
export interface CapturedPacket {
  /** Time of capture in nanoseconds since 1970; absent if the capture does not say. */
  readonly time?: bigint;
  /** The netlink protocol, by number. */
  readonly protocol: number;
  /** Its direction; absent if the capture does not say, as those of nlmon do not. */
  readonly direction?: "toKernel" | "toUser";
  /** The datagram: one message or several. */
  readonly bytes: Uint8Array;
  /** Size of the whole datagram, if the capture holds only the beginning of it. */
  readonly size?: number;
  /** Name of where it was captured: a link such as `nlmon0`, or a socket. */
  readonly source?: string;
  /** Comment in the capture. */
  readonly comment?: string;
}

/** Receives the packets of a capture in order. */
export type PacketSink = (packet: CapturedPacket) => void;
