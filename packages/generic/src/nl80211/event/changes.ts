import type { MessageSet } from "@rxnetlink/core";
import { genlType } from "../../family/genlmsghdr.js";
import { nl80211Groups } from "../family.js";
import { wifiCommand } from "../message/command.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";

const { values } = wifiCommand;

/** Events of connections and access points, by which interfaces change. */
export const wifiConnectionChanges: MessageSet<object> = {
  name: "wifiConnectionChange",
  layout: wifiMessage,
  types: { new: genlType(values.connect) },
  alsoNotifiedBy: [
    values.roam,
    values.disconnect,
    values.joinIbss,
    values.chSwitchNotify,
    values.startAp,
    values.stopAp,
    values.linksRemoved,
  ].map(genlType),
  groups: [nl80211Groups.mlme],
};

/** Events of scans that have ended, by which the networks that are known change. */
export const wifiScanChanges: MessageSet<WifiMessage> = {
  name: "wifiScanChange",
  layout: wifiMessage,
  types: { new: genlType(values.newScanResults) },
  alsoNotifiedBy: [values.scanAborted, values.schedScanResults].map(genlType),
  groups: [nl80211Groups.scan],
};
