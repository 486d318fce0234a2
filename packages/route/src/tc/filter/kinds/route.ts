import { attributes, type Infer, ifindex, nest, u32, whole } from "@rxnetlink/core/schema";
import { acts } from "../../action/act.js";
import { actPolice } from "../../action/kinds/police.js";

/** Settings of a `route` filter: matches route realms (`TCA_ROUTE4_*`). */
export const route4Attributes = attributes("route-attrs", "TCA_ROUTE4_", {
  /** Class of matching packets. */
  classid: [1, u32],
  /** Realm of the destination, up to 255. */
  to: [2, u32],
  /** Realm of the source, up to 255. */
  from: [3, u32],
  /** Index of the incoming link. */
  iif: [4, ifindex(u32)],
  /** Policer, in the obsolete form; use `act`. */
  police: [5, actPolice],
  /** Actions on matching packets. */
  act: [6, acts],
});
/** Settings of a `route` filter: matches route realms. */
export interface RouteFilter extends Infer<typeof route4Attributes> {}
/** Layout of {@link RouteFilter}, which the kernel replaces as a whole. */
export const routeFilter = whole(nest<RouteFilter>(route4Attributes));
