import { attributes, type Infer, ifindex, nest, u32, whole } from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { actPolice } from "../action-kinds/police.js";

/** Settings of a `route` filter: realms match (`TCA_ROUTE4_*`). */
export const route4Attributes = attributes("route-attrs", "TCA_ROUTE4_", {
  /** Class of the packets that match. */
  classid: [1, u32],
  /** Realm of the destination, up to 255. */
  to: [2, u32],
  /** Realm of the source, up to 255. */
  from: [3, u32],
  /** Index of the link that they come in by. */
  iif: [4, ifindex(u32)],
  /** A policer, the old way. */
  police: [5, actPolice],
  /** What is done with packets that match. */
  act: [6, acts],
});
/** Settings of a `route` filter: realms match. */
export interface RouteFilter extends Infer<typeof route4Attributes> {}
/** The same, which the kernel replaces as a whole. */
export const routeFilter = whole(nest<RouteFilter>(route4Attributes));
