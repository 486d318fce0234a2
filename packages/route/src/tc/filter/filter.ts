import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
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
import { kindHint } from "../../common/hints.js";
import { RTM_DELTFILTER, RTM_GETTFILTER, RTM_NEWTFILTER } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { type ActStats, actStatsAttributes } from "../action/act.js";
import { requestIfDifferent, settingsOf } from "../settings.js";
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

const layout = nest<Filter>(filterMessage);

/** Fills in all protocols. */
function completeFilter(given: Partial<Filter>, verb: Verb): Partial<Filter> {
  return verb === "add" || verb === "replace" ? { protocol: "all", ...given } : given;
}

/**
 * Filter messages (`RTM_*TFILTER`). The kernel lists the filters of one parent of one link, so `list$` needs
 * `ifindex` and, except for the root, `parent`. The first row of a priority has no handle: it is the priority itself.
 * The kernel does not find a `cgroup` filter by its handle: `get$` fails, and `delete$` sends only the priority. A
 * new `matchall` filter is reported without its settings. Too much goes unreported for `watch$` and `state$`.
 */
export const filterObject = defineObject({
  name: "filter",
  namedBy: ["ifindex", "parent", "priority", "handle", "kind"],
  hint: kindHint("filter kind", filterKind.words),
  layout,
  types: { new: RTM_NEWTFILTER, delete: RTM_DELTFILTER, get: RTM_GETTFILTER },
  groups: [RTNLGRP_TC],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify"],
  filters: ["ifindex", "parent", "priority", "protocol", "chain"],
  requestOnly: ["dumpFlags"],
  changeFlags: 0,
  complete: completeFilter,
  adapt: requestIfDifferent(layout),
  // One of `cgroup`, and a row that stands for a priority, are found in a list only.
  foundInList(value) {
    const { kind = settingsOf(value)?.[0] as Filter["kind"], handle } = value;
    if (kind !== "cgroup" && handle !== 0) return undefined;
    return {
      ...pick(value, "ifindex", "parent", "chain", "priority", "protocol", "handle"),
      ...(kind && { kind }),
    };
  },
  keysOf: (value) => [
    {
      ...pick(value, "ifindex", "parent", "chain", "priority", "protocol", "kind"),
      ...(value.kind !== "cgroup" && pick(value, "handle")),
    },
  ],
});
/** The verbs of traffic filters. */
export interface Filters extends ObjectOf<typeof filterObject> {}
