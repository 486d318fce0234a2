import { type Infer, kindOf, type Other, subMessage } from "@rxnetlink/core";
import { basicFilter } from "./basic.js";
import { bpfFilter } from "./bpf.js";
import { cgroupFilter } from "./cgroup.js";
import { flowFilter } from "./flow.js";
import { flower } from "./flower/flower.js";
import { fwFilter } from "./fw.js";
import { matchallFilter } from "./matchall.js";
import { routeFilter } from "./route.js";
import { u32Filter } from "./u32.js";

/** `TCA_OPTIONS` of a filter, by its kind. */
export const filterOptions = subMessage("kind", {
  /** Extended matches. */
  basic: basicFilter,
  /** A program decides. */
  bpf: bpfFilter,
  /** The sender's control group. */
  cgroup: cgroupFilter,
  /** A computed class. */
  flow: flowFilter,
  /** Fields of the packet. */
  flower,
  /** The firewall mark. */
  fw: fwFilter,
  /** Everything. */
  matchall: matchallFilter,
  /** Realms. */
  route: routeFilter,
  /** Words of the packet. */
  u32: u32Filter,
});
/** Settings of a filter: one member, named by its kind. */
export interface FilterOptions extends Infer<typeof filterOptions> {}

/** The kind of a filter. */
export const filterKind = kindOf(filterOptions, "rsvp", "rsvp6", "tcindex");
/** The kinds of filters that this version knows, or another. */
export type FilterKind = (typeof filterKind.words)[number] | Other;

export * from "./basic.js";
export * from "./bpf.js";
export * from "./cgroup.js";
export * from "./cls-flags.js";
export * from "./ematch/bits.js";
export * from "./ematch/ematch.js";
export * from "./ematch/kinds.js";
export * from "./ematch/meta.js";
export * from "./flow.js";
export * from "./flower/flower.js";
export * from "./flower/layout.js";
export * from "./flower/options.js";
export * from "./fw.js";
export * from "./matchall.js";
export * from "./route.js";
export * from "./u32.js";
