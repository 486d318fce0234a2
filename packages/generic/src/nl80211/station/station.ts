import { bindObject, type Connection, defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { concatMap, filter } from "rxjs";
import { nl80211Groups } from "../family.js";
import { wifiInterfaceObject } from "../interface/interface.js";
import {
  NL80211_CMD_DEL_STATION,
  NL80211_CMD_GET_STATION,
  NL80211_CMD_NEW_STATION,
  NL80211_CMD_SET_STATION,
} from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { listedByInterface } from "../message/interfaces.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";
import type { WifiStationMembers } from "./layout.js";

/** A station: a client of this access point, the access point of this client, or a peer. */
export interface WifiStation
  extends Pick<WifiIdentity, "ifindex" | "wdev" | "mac" | "generation" | "mloLinkId">,
    WifiStationMembers,
    Pick<WifiMessage, "reqIe" | "respIe" | "mldAddr" | "mloLinks" | "reasonCode" | "mgmtSubtype"> {}

/** Messages of stations (`NL80211_CMD_*_STATION`). */
export const wifiStationObject = defineObject({
  name: "wifiStation",
  namedBy: ["ifindex", "mac"],
  layout: nest<WifiStation>(wifiMessage),
  types: {
    new: NL80211_CMD_NEW_STATION,
    delete: NL80211_CMD_DEL_STATION,
    get: NL80211_CMD_GET_STATION,
    set: NL80211_CMD_SET_STATION,
  },
  groups: [nl80211Groups.mlme],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
  filters: ["ifindex"],
  requestOnly: ["wdev"],
  details: [],
  changesBySet: () => true,
  keysOf: (station, verb) => [
    pick(
      station,
      ...(station.ifindex === undefined ? (["wdev"] as const) : (["ifindex"] as const)),
      "mac",
      ...(verb === "delete" ? (["reasonCode", "mgmtSubtype"] as const) : []),
    ),
  ],
  listAll$: (list$, listOther$) =>
    listOther$(wifiInterfaceObject).pipe(
      filter(({ ifindex }) => ifindex !== undefined),
      concatMap(({ ifindex }) => list$({ ifindex: ifindex! })),
    ),
  hint: ({ errno }, { mac }) =>
    errno === 2 ? `no station ${mac ?? ""} on this interface`.replace("  ", " ") : undefined,
  state: {
    identityOf: identityBy("ifindex", "mac"),
    volatile: ["generation", "staInfo", "reqIe", "respIe"],
    silent: { staInfo: { reason: "statistics change all the time" } },
  },
});

/**
 * Verbs of stations. `list$` without an interface lists those of all. `delete$` disconnects a client, for a `reasonCode`.
 * Rates are in the kernel's units; see {@link wifiBitrate}.
 */
export interface WifiStations extends ObjectOf<typeof wifiStationObject> {}

/** Returns the verbs of stations over a connection. */
export const wifiStationsOf = (connection: Connection): WifiStations =>
  listedByInterface(connection, bindObject(connection, wifiStationObject));
