import {
  type AttributesOf,
  attributes,
  enumeration,
  type Infer,
  message,
  nest,
  nestedArray,
  readOnly,
  string,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes } from "../common/handle.js";
import { type DevlinkNestedDevlink, devlinkNestedDevlinkAttributes } from "../common/nested.js";

/** States of a line card (`DEVLINK_LINECARD_STATE_*`). */
export const devlinkLinecardState = enumeration("DEVLINK_LINECARD_STATE_", u8, {
  unspec: 0,
  /** No type is set. */
  unprovisioned: 1,
  unprovisioning: 2,
  provisioning: 3,
  provisioningFailed: 4,
  /** A type is set, and its ports exist. */
  provisioned: 5,
  /** The card is there and works. */
  active: 6,
});

const linecardAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Slot. */
  linecardIndex: [171, u32],
  /** State. Read-only. */
  linecardState: [172, readOnly(devlinkLinecardState)],
  /** Type; `""` in a request undoes it. */
  linecardType: [173, string],
  /** Types that the slot takes. Read-only. */
  linecardSupportedTypes: [174, readOnly(nestedArray(173, string))],
  /** Instance of the card itself. Read-only. */
  nestedDevlink: [175, readOnly(nest<DevlinkNestedDevlink>(devlinkNestedDevlinkAttributes))],
});

/** Layout of `DEVLINK_CMD_LINECARD_*`. */
export const devlinkLinecardMessage = message("linecard", genlmsghdr, linecardAttributes);
/** A line card of a modular switch. */
export interface DevlinkLinecard
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkLinecardMessage> {}
