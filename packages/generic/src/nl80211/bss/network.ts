import { bindObject, type Connection, defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { concatMap, filter } from "rxjs";
import { wifiConnectionChanges, wifiScanChanges } from "../event/changes.js";
import { wifiInterfaceObject } from "../interface/interface.js";
import { NL80211_CMD_GET_SCAN, NL80211_CMD_NEW_SCAN_RESULTS } from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { listedByInterface } from "../message/interfaces.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";

/** A network that a scan of an interface found. */
export interface WifiNetwork
  extends Pick<WifiIdentity, "ifindex" | "wdev" | "generation">,
    Pick<WifiMessage, "bss" | "bssDumpIncludeUseData"> {}

/** Messages of networks (`NL80211_CMD_GET_SCAN`). */
export const wifiNetworkObject = defineObject({
  name: "wifiNetwork",
  namedBy: ["ifindex"],
  layout: nest<WifiNetwork>(wifiMessage),
  types: { new: NL80211_CMD_NEW_SCAN_RESULTS, get: NL80211_CMD_GET_SCAN },
  groups: [],
  verbs: ["list", "watch"],
  filters: ["ifindex"],
  requestOnly: ["wdev", "bssDumpIncludeUseData"],
  listAll$: (list$, listOther$) =>
    listOther$(wifiInterfaceObject).pipe(
      filter(({ ifindex }) => ifindex !== undefined),
      concatMap(({ ifindex }) => list$({ ifindex: ifindex! })),
    ),
  state: {
    identityOf: ({ ifindex, bss }) => `${ifindex} ${bss?.bssid} ${bss?.frequency}`,
    volatile: [
      "generation",
      "tsf",
      "beaconTsf",
      "parentTsf",
      "seenMsAgo",
      "lastSeenBoottime",
      "signalMbm",
      "signalUnspec",
      "chainSignal",
      "tim",
      "load",
      "bytes",
      "elements",
    ],
    silent: { "": { reason: "networks that are no longer seen end silently" } },
    dependsOn: [
      { object: wifiScanChanges, identityOf: () => 0, invalidates: () => true },
      { object: wifiConnectionChanges, identityOf: () => 0, invalidates: () => true },
    ],
  },
});

/**
 * Verbs of networks: `list$` shows what recent scans found, without a new scan, of all interfaces where none is named.
 * State is listed again after each scan, whoever made it.
 */
export interface WifiNetworks extends ObjectOf<typeof wifiNetworkObject> {}

/** Returns the verbs of networks over a connection. */
export const wifiNetworksOf = (connection: Connection): WifiNetworks =>
  listedByInterface(connection, bindObject(connection, wifiNetworkObject));
