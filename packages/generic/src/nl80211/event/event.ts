import { defineObject, type ObjectOf } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";
import { genlType } from "../../family/genlmsghdr.js";
import { nl80211Groups } from "../family.js";
import { wifiCommand } from "../message/command.js";
import type { WifiEvent } from "./kinds.js";
import { wifiEventMessage } from "./layout.js";

const { config, scan, regulatory, mlme, vendor, nan } = nl80211Groups;
const [first, ...others] = Object.values(wifiCommand.values).map(genlType);

/** Events (`NL80211_CMD_*`): any command may be one. */
export const wifiEventObject = defineObject({
  name: "wifiEvent",
  // The members of a message follow from its command.
  layout: wifiEventMessage as unknown as Type<WifiEvent>,
  types: { new: first! },
  alsoNotifiedBy: others,
  groups: [config, scan, regulatory, mlme, vendor, nan],
  verbs: ["notify"],
  filters: [],
});

/** Events of phys, interfaces, scans, regulatory domains, stations and connections. No privileges are needed to listen. */
export interface WifiEvents extends ObjectOf<typeof wifiEventObject> {}
