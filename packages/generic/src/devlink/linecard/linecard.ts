import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  DEVLINK_CMD_LINECARD_DEL,
  DEVLINK_CMD_LINECARD_GET,
  DEVLINK_CMD_LINECARD_NEW,
  DEVLINK_CMD_LINECARD_SET,
} from "../commands.js";
import { handleIdentity } from "../common/state.js";
import { devlinkGroups } from "../family.js";
import { type DevlinkLinecard, devlinkLinecardMessage } from "./layout.js";

/** Messages of line cards (`DEVLINK_CMD_LINECARD_*`). */
export const devlinkLinecardObject = defineObject({
  name: "linecard",
  namedBy: ["busName", "devName", "linecardIndex"],
  layout: nest<DevlinkLinecard>(devlinkLinecardMessage),
  types: {
    new: DEVLINK_CMD_LINECARD_NEW,
    delete: DEVLINK_CMD_LINECARD_DEL,
    get: DEVLINK_CMD_LINECARD_GET,
    set: DEVLINK_CMD_LINECARD_SET,
  },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (card) => [pick(card, "busName", "devName", "linecardIndex")],
  state: { identityOf: handleIdentity("linecardIndex") },
});

/** Verbs of line cards, since 5.19. `change$` with `linecardType` prepares a slot for a card. */
export interface DevlinkLinecards extends ObjectOf<typeof devlinkLinecardObject> {}
