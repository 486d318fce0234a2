import {
  attributes,
  eitherOrder,
  extend,
  type Infer,
  message,
  nest,
  readOnly,
  struct,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { type ActStats, actStatsAttributes } from "../action/act.js";
import { tcaCommon, tcHandle, tcmsgHead } from "../tcmsg.js";
import { etherType } from "../values/ether-type.js";
import { type FilterKind, type FilterOptions, filterKind, filterOptions } from "./kinds/formats.js";

const protocol = {
  /** Ethernet protocol of the packets it applies to; defaults to `"all"`. */
  protocol: etherType,
};
const priority = {
  /** Priority, the lowest first; 0 in a request lets the kernel choose. */
  priority: u16,
};
type Halves = typeof protocol & typeof priority;
type Info = { -readonly [K in keyof Halves]: Halves[K] };

const filterHead = extend(tcmsgHead, {
  /** Handle, unique within kind, chain and priority; 0 in a request lets the kernel choose. */
  handle: u32,
  /** Parent: a qdisc, a class or a shared block; `CLSACT_INGRESS` or `CLSACT_EGRESS` for `clsact`. */
  parent: tcHandle,
});
const tcmsgOf = (info: Info) => struct("tcmsg", extend(filterHead, info));

/**
 * Fixed header of filter messages. `tcm_info` is a word in host byte order, with the protocol in network byte order in its
 * low half.
 */
export const filterTcmsg = eitherOrder(
  tcmsgOf({ ...protocol, ...priority }),
  tcmsgOf({ ...priority, ...protocol }),
);

/** Attributes of filter messages (`TCA_*`). */
export const filterAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** Kind, such as `"flower"` or `"u32"`. */
    kind: [1, nest<FilterKind>(filterKind)],
    /** Settings of the kind. */
    options: [2, nest<FilterOptions>(filterOptions)],
    /** Statistics. */
    stats2: [7, readOnly(nest<ActStats>(actStatsAttributes))],
  }),
);

/** Layout of `RTM_NEWTFILTER`, `RTM_DELTFILTER` and `RTM_GETTFILTER`. */
export const filterMessage = message("filter", filterTcmsg, filterAttributes);
/** Filter: selects a packet's class, or actions on it. */
export interface Filter extends Infer<typeof filterMessage> {}
