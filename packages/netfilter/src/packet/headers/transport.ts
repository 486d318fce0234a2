import { be16, be32, flags, type Infer, refine, struct } from "@rxnetlink/core/schema";

const bits = flags("TCPHDR_", be16, {
  fin: 0x1,
  syn: 0x2,
  rst: 0x4,
  psh: 0x8,
  ack: 0x10,
  urg: 0x20,
  ece: 0x40,
  cwr: 0x80,
  /** Accurate ECN, once the nonce sum. */
  ae: 0x100,
});
const OF_FLAGS = 0x1ff;
const get = (view: DataView, at: number) => view.getUint16(at) & OF_FLAGS;

/** Flags of a TCP segment. */
export const tcpFlags = refine(bits, { get, read: get } as Partial<typeof bits>) as typeof bits;

/** Header of a TCP segment (`struct tcphdr`), without its length, which its options show. */
export const tcphdr = struct("tcphdr", {
  /** Source port. */
  source: be16,
  /** Destination port. */
  dest: be16,
  /** Sequence number of the first byte. */
  seq: be32,
  /** Sequence number of the next byte that the sender expects. */
  ackSeq: be32,
  /** Flags; see {@link tcpFlags}. */
  flags: tcpFlags,
  /** Bytes that the sender has room for, before scaling. */
  window: be16,
  /** Checksum of segment and addresses. */
  check: be16,
  /** End of urgent data, with the flag `urg`. */
  urgPtr: be16,
});
/** Header of a TCP segment. */
export interface Tcphdr extends Infer<typeof tcphdr> {}

/** Header of a UDP datagram (`struct udphdr`). */
export const udphdr = struct("udphdr", {
  /** Source port. */
  source: be16,
  /** Destination port. */
  dest: be16,
  /** Length of header and data, in bytes. */
  len: be16,
  /** Checksum of datagram and addresses; 0 is none, in IPv4. */
  check: be16,
});
/** Header of a UDP datagram. */
export interface Udphdr extends Infer<typeof udphdr> {}
