import type { CaptureFormat } from "../capture-error.js";
import type { PacketSink } from "../packet.js";

/** Reads a capture piece by piece. */
export interface CaptureReader {
  /** The format that it reads. */
  readonly format: CaptureFormat;
  /**
   * Reads the next bytes.
   *
   * @throws CaptureError if they cannot be read; the packets before have been passed on.
   */
  push(bytes: Uint8Array, sink: PacketSink): void;
  /**
   * Reads what is left at the end.
   *
   * @throws CaptureError if the capture is truncated, or holds no netlink.
   */
  end(sink: PacketSink): void;
}

/** Options of reading a capture. */
export interface ReadOptions {
  /** Protocol of packets whose format does not say it: in hexadecimal, and in strace if the socket was opened before; 0 by default. */
  readonly protocol?: number;
}
