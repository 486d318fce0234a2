import { attributes, type Infer, s32, string } from "@rxnetlink/core/schema";

/** Attributes that name another instance (`DEVLINK_ATTR_*`). */
export const devlinkNestedDevlinkAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  /** Bus of its device. */
  busName: [1, string],
  /** Name of its device on the bus. */
  devName: [2, string],
  /** Id of its namespace, if that is another; -1 if it has none. */
  netnsId: [140, s32],
});
/** Names another instance. */
export interface DevlinkNestedDevlink extends Infer<typeof devlinkNestedDevlinkAttributes> {}
