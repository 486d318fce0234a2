import {
  attributes,
  be32,
  be64,
  flags,
  type Infer,
  message,
  nest,
  padding,
  readOnly,
  string,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../common/nfgenmsg.js";

/** Flags of an accounting object (`NFACCT_F_*`). */
export const acctFlags = flags("NFACCT_F_", be32, {
  /** `quota` counts packets. */
  quotaPkts: 0x1,
  /** `quota` counts bytes. */
  quotaBytes: 0x2,
  /** The quota was met since the counters were last reset. Read-only. */
  overquota: 0x4,
});

/** Filter of a list by flags (`NFACCT_FILTER_*`): those objects whose `flags & mask` is `value`. */
const acctFilterAttributes = attributes("acct-filter-attrs", "NFACCT_FILTER_", {
  /** Flags to compare. */
  mask: [1, acctFlags],
  /** Their values. */
  value: [2, acctFlags],
});
/** Filter of a list by flags. */
export interface AcctFilter extends Infer<typeof acctFilterAttributes> {}

/** Attributes of accounting objects (`NFACCT_*`). */
export const acctAttributes = attributes("acct-attrs", "NFACCT_", {
  /** Name, of at most 31 bytes. */
  name: [1, string],
  /** Packets counted; in a request, the number to begin with. */
  pkts: [2, be64],
  /** Bytes counted; in a request, the number to begin with. */
  bytes: [3, be64],
  /** Number of references: 1 for the object, and 1 for each rule that counts with it. Read-only. */
  use: [4, readOnly(be32)],
  /** Unit of `quota`, and the quota's state; see {@link acctFlags}. */
  flags: [5, acctFlags],
  /** Packets or bytes after which the kernel reports the object once. */
  quota: [6, be64],
  /** Filter of a list by flags. Write-only. */
  filter: [7, nest<AcctFilter>(acctFilterAttributes)],
  /** Alignment. */
  pad: [8, padding],
});

/** Layout of `NFNL_MSG_ACCT_*`. */
export const acctMessage = message("acct", nfgenmsg, acctAttributes);
/** An accounting object: counters of packets and bytes that rules share by its name. */
export interface Acct extends Infer<typeof acctMessage> {}
