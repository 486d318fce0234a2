import { type ChangingVerb, NetlinkObject, type ObjectDefinition, pick, type Verb } from "@rxnetlink/core";
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
import { defaultIfEmpty, find, type Observable } from "rxjs";
import { kindHint } from "../common/hints.js";
import { RTM_DELTFILTER, RTM_GETTFILTER, RTM_NEWTFILTER } from "../common/rtm.js";
import { RTNLGRP_TC } from "../common/rtnlgrp.js";
import { type ActStats, actStatsAttributes } from "./action/act.js";
import { settingsOf, unlessThere } from "./adapt.js";
import { type FilterKind, type FilterOptions, filterKind, filterOptions } from "./filter-kinds/index.js";
import { tcaCommon, tcHandle, tcmsgHead } from "./tcmsg.js";
import { etherType } from "./values/ether-type.js";

/** `tcm_info` is one word in host order, with the protocol in network order in its low half. */
const lowHalfFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

const protocol = {
  /** Ethernet protocol of the packets that it sees; filled in with `"all"`. */
  protocol: etherType,
};
const priority = {
  /** Its place: the lowest is asked first; 0 in a request lets the kernel choose. */
  priority: u16,
};
type Halves = typeof protocol & typeof priority;
type Info = { -readonly [K in keyof Halves]: Halves[K] };
/** The two halves of `tcm_info`, in the order in which they are in memory. */
const info: Info = lowHalfFirst ? { ...protocol, ...priority } : { ...priority, ...protocol };

/** The fixed header of filter messages. */
export const filterTcmsg = struct(
  "tcmsg",
  extend(
    extend(tcmsgHead, {
      /** Its handle among those of its kind, chain and priority; 0 in a request lets the kernel choose. */
      handle: u32,
      /** The qdisc or class that it is of, or a shared block; `CLSACT_INGRESS` or `CLSACT_EGRESS` for `clsact`. */
      parent: tcHandle,
    }),
    info,
  ),
);

/** The attributes of filter messages (`TCA_*`). */
export const filterAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** The kind: `"flower"`, `"u32"` … */
    kind: [1, nest<FilterKind>(filterKind)],
    /** Settings of its kind. */
    options: [2, nest<FilterOptions>(filterOptions)],
    /** Statistics. */
    stats2: [7, readOnly(nest<ActStats>(actStatsAttributes))],
  }),
);

/** The layout of `RTM_NEWTFILTER`, `RTM_DELTFILTER` and `RTM_GETTFILTER`. */
export const filterMessage = message("filter", filterTcmsg, filterAttributes);
/** A filter: it chooses a packet's class, or what is done with it. */
export interface Filter extends Infer<typeof filterMessage> {}

const layout = nest<Filter>(filterMessage);

/** All protocols are meant where nothing else is said. */
function forAll(given: Partial<Filter>, verb: Verb): Partial<Filter> {
  return verb === "add" || verb === "replace" ? { protocol: "all", ...given } : given;
}

/**
 * Filter messages (`RTM_*TFILTER`). The kernel lists the filters of one parent of one link, so `list$` needs
 * `ifindex` and, but for the root, `parent`. The first row of a priority bears no handle: it is the priority
 * itself. One of `cgroup` has a handle by which the kernel does not find it: `get$` fails, and `delete$` is told of
 * the priority only. Of a new one of `matchall` the kernel tells without its settings. It
 * keeps to itself too much for `watch$` and `state$`.
 */
export const filterObject: ObjectDefinition<Filter> = {
  name: "filter",
  namedBy: ["ifindex", "parent", "priority", "handle", "kind"],
  hint: kindHint("filter kind", filterKind.words),
  layout,
  types: { new: RTM_NEWTFILTER, delete: RTM_DELTFILTER, get: RTM_GETTFILTER },
  groups: [RTNLGRP_TC],
  filters: ["ifindex", "parent", "priority", "protocol", "chain"],
  selectors: ["dumpFlags"],
  changeFlags: 0,
  prepare: forAll,
  adapt: unlessThere(layout),
  keysOf: (value) => [
    {
      ...pick(value, "ifindex", "parent", "chain", "priority", "protocol", "kind"),
      ...(value.kind !== "cgroup" && pick(value, "handle")),
    },
  ],
};

/** The verbs of filters. */
export class FilterObject extends NetlinkObject<Filter> {
  /** One of `cgroup`, and a row that stands for a priority, are found in a list only. */
  protected override current$(verb: ChangingVerb, value: Partial<Filter>): Observable<Filter | undefined> {
    const { kind = settingsOf(value)?.[0], handle } = value;
    if (kind !== "cgroup" && handle !== 0) return super.current$(verb, value);
    const place = pick(value, "ifindex", "parent", "chain", "priority", "protocol");
    const isOne = (row: Filter) => row.kind === kind && (handle === undefined || row.handle === handle);
    return this.list$(place).pipe(find(isOne), defaultIfEmpty(undefined));
  }
}
