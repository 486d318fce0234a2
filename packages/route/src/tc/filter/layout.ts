import {
  attributes,
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

/** `tcm_info` is a word in host byte order, with the protocol in network byte order in its low half. */
const lowHalfFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

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
/** Halves of `tcm_info`, in memory order. */
const info: Info = lowHalfFirst ? { ...protocol, ...priority } : { ...priority, ...protocol };

/** Fixed header of filter messages. */
export const filterTcmsg = struct(
  "tcmsg",
  extend(
    extend(tcmsgHead, {
      /** Handle, unique within kind, chain and priority; 0 in a request lets the kernel choose. */
      handle: u32,
      /** Parent: a qdisc, a class or a shared block; `CLSACT_INGRESS` or `CLSACT_EGRESS` for `clsact`. */
      parent: tcHandle,
    }),
    info,
  ),
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
