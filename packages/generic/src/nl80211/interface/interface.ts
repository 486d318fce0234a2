import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { wifiConnectionChanges } from "../event/changes.js";
import { nl80211Groups } from "../family.js";
import {
  NL80211_CMD_DEL_INTERFACE,
  NL80211_CMD_GET_INTERFACE,
  NL80211_CMD_NEW_INTERFACE,
  NL80211_CMD_SET_INTERFACE,
} from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";
import type { WifiChannel } from "../phy/channel.js";
import type { WifiInterfaceMembers } from "./layout.js";

/** An interface: a client, an access point, a monitor … on a phy. */
export interface WifiInterface
  extends Omit<WifiIdentity, "cookie" | "timeout">,
    WifiInterfaceMembers,
    WifiChannel,
    Pick<WifiMessage, "ssid" | "meshId"> {}

/** True if neither the link nor the wireless device is named. */
const unnamed = ({ ifindex, wdev }: Partial<WifiInterface>) => ifindex === undefined && wdev === undefined;

/** Messages of interfaces (`NL80211_CMD_*_INTERFACE`). */
export const wifiInterfaceObject = defineObject({
  name: "wifiInterface",
  namedBy: ["ifname", "ifindex", "wdev"],
  layout: nest<WifiInterface>(wifiMessage),
  types: {
    new: NL80211_CMD_NEW_INTERFACE,
    delete: NL80211_CMD_DEL_INTERFACE,
    get: NL80211_CMD_GET_INTERFACE,
    set: NL80211_CMD_SET_INTERFACE,
  },
  groups: [nl80211Groups.config],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
  filters: ["wiphy"],
  notFound: "ENODEV",
  getsByList: unnamed,
  looksUp: unnamed,
  changesBySet: () => true,
  keysOf: (it) => [
    pick(
      it,
      ...(it.ifindex !== undefined
        ? (["ifindex"] as const)
        : it.wdev !== undefined
          ? (["wdev"] as const)
          : (["ifname"] as const)),
    ),
  ],
  state: {
    identityOf: identityBy("wdev"),
    volatile: ["generation", "txqStats"],
    silent: {
      iftype: { reason: "the kernel does not report changes of the type" },
      "4addr": { reason: "the kernel does not report changes of it" },
      wiphyTxPowerLevel: { reason: "the kernel does not report changes of power" },
    },
    dependsOn: [{ object: wifiConnectionChanges, identityOf: () => 0, invalidates: () => true }],
  },
});

/**
 * Verbs of interfaces. `add$` needs `wiphy`, `ifname` and `iftype`; the kernel may choose another name. State follows
 * connections, whose channel and SSID belong to the interface.
 */
export interface WifiInterfaces extends ObjectOf<typeof wifiInterfaceObject> {}
