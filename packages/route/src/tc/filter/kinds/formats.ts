import { type Infer, kindOf, type Other, subMessage } from "@rxnetlink/core/schema";
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
  /** Matches by extended matches. */
  basic: basicFilter,
  /** Classifies by a BPF program. */
  bpf: bpfFilter,
  /** Classifies by the sender's control group. */
  cgroup: cgroupFilter,
  /** Computes the class. */
  flow: flowFilter,
  /** Matches fields of the packet. */
  flower,
  /** Matches the firewall mark. */
  fw: fwFilter,
  /** Matches everything. */
  matchall: matchallFilter,
  /** Matches route realms. */
  route: routeFilter,
  /** Matches words of the packet. */
  u32: u32Filter,
});
/** Settings of a filter: one member, named after its kind. */
export interface FilterOptions extends Infer<typeof filterOptions> {}

/** Kind of a filter. */
export const filterKind = kindOf(filterOptions, "rsvp", "rsvp6", "tcindex");
/** Known kinds of filters, or any other name. */
export type FilterKind = (typeof filterKind.words)[number] | Other;
