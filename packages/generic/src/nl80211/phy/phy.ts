import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { nl80211Groups } from "../family.js";
import {
  NL80211_CMD_DEL_WIPHY,
  NL80211_CMD_GET_WIPHY,
  NL80211_CMD_NEW_WIPHY,
  NL80211_CMD_SET_WIPHY,
  NL80211_CMD_SET_WIPHY_NETNS,
} from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";
import type { WifiPhyCapabilities, WifiPhySettings } from "./capabilities.js";
import type { WifiChannel } from "./channel.js";

/** A phy: a wireless card, or a part of one, which carries interfaces. */
export interface WifiPhy
  extends Pick<WifiIdentity, "wiphy" | "ifindex" | "wdev" | "generation" | "mac">,
    WifiPhyCapabilities,
    WifiPhySettings,
    WifiChannel,
    Pick<
      WifiMessage,
      "macMask" | "macAddrs" | "htCapabilityMask" | "vhtCapabilityMask" | "vendorData" | "tidConfig"
    > {}

/** Messages of phys (`NL80211_CMD_*_WIPHY`). */
export const wifiPhyObject = defineObject({
  name: "wifiPhy",
  namedBy: ["wiphy", "wiphyName", "ifindex"],
  layout: nest<WifiPhy>(wifiMessage),
  types: {
    new: NL80211_CMD_NEW_WIPHY,
    delete: NL80211_CMD_DEL_WIPHY,
    get: NL80211_CMD_GET_WIPHY,
    set: NL80211_CMD_SET_WIPHY,
  },
  groups: [nl80211Groups.config],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: ["wiphy"],
  requestOnly: ["ifindex", "wdev", "splitWiphyDump"],
  details: [],
  joins: { by: ["wiphy"] },
  notFound: "ENODEV",
  changesBySet: () => true,
  complete: (phy, verb) => (verb === "change" ? phy : { splitWiphyDump: true, ...phy }),
  keysOf: (phy) => [
    pick(
      phy,
      ...(phy.wiphy === undefined ? (["wiphyName", "ifindex", "wdev"] as const) : (["wiphy"] as const)),
    ),
  ],
  state: {
    // Notifications hold what fits into one message; all parts together hold the further features too.
    identityOf: ({ wiphy, extFeatures }) => (extFeatures === undefined ? undefined : wiphy),
    hints: () => true,
    volatile: ["generation", "dfsTime"],
    silent: { "": { reason: "the kernel reports new names and phys only, no settings or channels" } },
  },
});

/** Verbs of phys. Each is read in several messages, which are put together; `change$` sets what can be set. */
export interface WifiPhys extends ObjectOf<typeof wifiPhyObject> {
  /** Moves a phy with its interfaces to the network namespace of a process, or of a file descriptor of this one. */
  moveToNamespace$(phy: Pick<WifiPhy, "wiphy" | "pid" | "netnsFd">): Observable<Ack>;
}

/** Returns the verbs of phys over a connection. */
export function wifiPhysOf(connection: Connection): WifiPhys {
  const label = { object: "wifiPhy", verb: "moveToNamespace", namedBy: ["wiphy"] };
  const request = { type: NL80211_CMD_SET_WIPHY_NETNS, layout: wifiMessage, label };
  return extendObject(bindObject(connection, wifiPhyObject), {
    moveToNamespace$: (value: Pick<WifiPhy, "wiphy" | "pid" | "netnsFd">) =>
      connection.execute$({ ...request, value }),
  });
}
