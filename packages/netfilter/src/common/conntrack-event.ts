import { enumeration, u32 } from "@rxnetlink/core/schema";

/** Events of a connection (`IPCT_*`), as numbers of the bits of `ct event` in nftables. */
export const conntrackEvent = enumeration("IPCT_", u32, {
  new: 0,
  /** New, and expected by another connection. */
  related: 1,
  destroy: 2,
  /** The first reply. */
  reply: 3,
  assured: 4,
  /** The state of its protocol changed. */
  protoinfo: 5,
  helper: 6,
  mark: 7,
  /** Sequence numbers are adjusted. */
  seqadj: 8,
  secmark: 9,
  label: 10,
  synproxy: 11,
});

/** Events of an expectation (`IPEXP_*`), as numbers of bits. */
export const expectationEvent = enumeration("IPEXP_", u32, { new: 0, destroy: 1 });
