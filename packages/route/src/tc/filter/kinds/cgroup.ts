import { attributes, type Infer, nest, whole } from "@rxnetlink/core/schema";
import { acts } from "../../action/act.js";
import { actPolice } from "../../action/kinds/police.js";
import { ematches } from "./ematch/ematch.js";

/**
 * Settings of a `cgroup` filter: the class is that of the sender's control group (`TCA_CGROUP_*`). The kernel does
 * not find the filter by its handle: adding it again replaces it, `get$` errors with `ENOENT`, notifications omit its
 * settings, and it is deleted without a handle.
 */
export const cgroupAttributes = attributes("cgroup-attrs", "TCA_CGROUP_", {
  /** Actions on matching packets. */
  act: [1, acts],
  /** Policer, in the obsolete form; use `act`. */
  police: [2, actPolice],
  /** Extended matches that must hold as well. */
  ematches: [3, ematches],
});
/** Settings of a `cgroup` filter: the class is that of the sender's control group. */
export interface CgroupFilter extends Infer<typeof cgroupAttributes> {}
/** Layout of {@link CgroupFilter}, which the kernel replaces as a whole. */
export const cgroupFilter = whole(nest<CgroupFilter>(cgroupAttributes));
