import { be32, flags } from "@rxnetlink/core/schema";

/** Status of a connection (`IPS_*`). */
export const conntrackStatus = flags("IPS_", be32, {
  /** Another connection led to it: it has a `tupleMaster`. Fixed. */
  expected: 0x1,
  /** Packets of both directions were seen. Cannot be cleared. */
  seenReply: 0x2,
  /** Is not dropped early when the table is full. Cannot be cleared. */
  assured: 0x4,
  /** Is in the table, as all connections that are listed. */
  confirmed: 0x8,
  /** The source address is translated. Read-only: follows from `natSrc`. */
  srcNat: 0x10,
  /** The destination address is translated. Read-only: follows from `natDst`. */
  dstNat: 0x20,
  /** TCP sequence numbers are adjusted. Read-only. */
  seqAdjust: 0x40,
  /** Translation of the source is decided. Read-only. */
  srcNatDone: 0x80,
  /** Translation of the destination is decided. Read-only. */
  dstNatDone: 0x100,
  /** Is being removed. Read-only. */
  dying: 0x200,
  /** The timeout is not refreshed by packets. */
  fixedTimeout: 0x400,
  /** Is a template of new connections. Read-only. */
  template: 0x800,
  /** Lost a race for its tuple against another connection (`IPS_NAT_CLASH`), and ends soon. Read-only. */
  untracked: 0x1000,
  /** The helper was assigned by a rule or a request. Read-only. */
  helper: 0x2000,
  /** A flowtable forwards it: it has no timeout. Read-only. */
  offload: 0x4000,
  /** A flowtable in hardware forwards it. Read-only. */
  hwOffload: 0x8000,
});
