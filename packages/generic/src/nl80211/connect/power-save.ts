import type { Ack, Connection, Written } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { concatMap, type Observable } from "rxjs";
import type { WifiInterfaceMembers } from "../interface/layout.js";
import { NL80211_CMD_GET_POWER_SAVE, NL80211_CMD_SET_POWER_SAVE } from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { byIndex$ } from "../message/interfaces.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";

/** An interface whose power saving is meant. */
export interface WifiPowerSaveKey extends Pick<WifiIdentity, "ifindex"> {}

/** Power saving of an interface. */
export interface WifiPowerSave extends Pick<WifiInterfaceMembers, "psState"> {}

/** Power saving of clients. */
export interface WifiPowerSaves {
  /** Emits the power saving of an interface (`NL80211_CMD_GET_POWER_SAVE`). */
  get$(key: Written<WifiPowerSaveKey>): Observable<WifiPowerSave>;
  /** Sets the power saving of an interface (`NL80211_CMD_SET_POWER_SAVE`). */
  set$(value: Written<WifiPowerSaveKey & WifiPowerSave>): Observable<Ack>;
}

/** Returns the verbs of power saving over a connection. */
export function wifiPowerSavesOf(connection: Connection): WifiPowerSaves {
  const request = (type: number, verb: string, value: object) => ({
    type,
    layout: wifiMessage,
    value: value as WifiMessage,
    label: { object: "wifiPowerSave", verb, namedBy: ["ifindex"] },
  });
  return {
    get$: (key) =>
      deferred(() => byIndex$(connection, key)).pipe(
        concatMap((value) => connection.request$(request(NL80211_CMD_GET_POWER_SAVE, "get", value))),
      ),
    set$: (given) =>
      deferred(() => byIndex$(connection, given)).pipe(
        concatMap((value) => connection.execute$(request(NL80211_CMD_SET_POWER_SAVE, "set", value))),
      ),
  };
}
