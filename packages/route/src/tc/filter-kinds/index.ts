import { type Infer, kindOf, nest, type Other, subMessage } from "@rxnetlink/core";
import { type BasicFilter, basicAttributes } from "./basic.js";
import { type BpfFilter, bpfAttributes } from "./bpf.js";
import { type CgroupFilter, cgroupAttributes } from "./cgroup.js";
import { type FlowFilter, flowAttributes } from "./flow.js";
import { flower } from "./flower.js";
import { type FwFilter, fwAttributes } from "./fw.js";
import { type MatchallFilter, matchallAttributes } from "./matchall.js";
import { type RouteFilter, route4Attributes } from "./route.js";
import { type U32Filter, u32Attributes } from "./u32.js";

/** `TCA_OPTIONS` of a filter, by its kind. */
export const filterOptions = subMessage("kind", {
  /** Extended matches. */
  basic: nest<BasicFilter>(basicAttributes),
  /** A program decides. */
  bpf: nest<BpfFilter>(bpfAttributes),
  /** The sender's control group. */
  cgroup: nest<CgroupFilter>(cgroupAttributes),
  /** A computed class. */
  flow: nest<FlowFilter>(flowAttributes),
  /** Fields of the packet. */
  flower,
  /** The firewall mark. */
  fw: nest<FwFilter>(fwAttributes),
  /** Everything. */
  matchall: nest<MatchallFilter>(matchallAttributes),
  /** Realms. */
  route: nest<RouteFilter>(route4Attributes),
  /** Words of the packet. */
  u32: nest<U32Filter>(u32Attributes),
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
export * from "./ematch.js";
export * from "./ematch-bits.js";
export * from "./ematch-kinds.js";
export * from "./ematch-meta.js";
export * from "./flow.js";
export * from "./flower.js";
export * from "./flower-opts.js";
export * from "./fw.js";
export * from "./matchall.js";
export * from "./route.js";
export * from "./u32.js";
