import { attributes, type Infer, nest, whole } from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { actPolice } from "../action-kinds/police.js";
import { ematches } from "./ematch/ematch.js";

/**
 * Settings of a `cgroup` filter: the class is that of the sender's control group (`TCA_CGROUP_*`). The kernel does not
 * find it by its handle: adding it once more replaces it, `get$` errors with `ENOENT`, it is told without settings, and
 * it is deleted without a handle.
 */
export const cgroupAttributes = attributes("cgroup-attrs", "TCA_CGROUP_", {
  /** What is done with packets that match. */
  act: [1, acts],
  /** A policer, the old way. */
  police: [2, actPolice],
  /** What must hold besides. */
  ematches: [3, ematches],
});
/** Settings of a `cgroup` filter: the class is that of the sender's control group. */
export interface CgroupFilter extends Infer<typeof cgroupAttributes> {}
/** The same, which the kernel replaces as a whole. */
export const cgroupFilter = whole(nest<CgroupFilter>(cgroupAttributes));
