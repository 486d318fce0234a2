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
import { genlType } from "../../family/genlmsghdr.js";
import { nl80211Groups } from "../family.js";
import { wifiCommand } from "../message/command.js";
import { NL80211_CMD_GET_REG, NL80211_CMD_REG_CHANGE, NL80211_CMD_REQ_SET_REG } from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";
import type { WifiRegMembers } from "./layout.js";

/** A regulatory domain: what may be sent here. That of a phy has `wiphy`, the common one has not. */
export interface WifiRegulatory
  extends Pick<WifiIdentity, "wiphy">,
    WifiRegMembers,
    Pick<WifiMessage, "wiphySelfManagedReg"> {}

const { regBeaconHint, wiphyRegChange } = wifiCommand.values;

/** Messages of regulatory domains (`NL80211_CMD_GET_REG`, `NL80211_CMD_REG_CHANGE`). */
export const wifiRegulatoryObject = defineObject({
  name: "wifiRegulatory",
  namedBy: ["regAlpha2", "wiphy"],
  layout: nest<WifiRegulatory>(wifiMessage),
  types: { new: NL80211_CMD_REG_CHANGE, get: NL80211_CMD_GET_REG },
  alsoNotifiedBy: [wiphyRegChange, regBeaconHint].map(genlType),
  groups: [nl80211Groups.regulatory],
  verbs: ["list", "get", "notify", "watch"],
  filters: [],
  keysOf: (domain) => [pick(domain, "wiphy")],
  state: {
    // Notifications say that something changed, without the rules.
    identityOf: ({ wiphy, regRules }) => (regRules === undefined ? undefined : (wiphy ?? "all")),
    hints: () => true,
  },
});

/** A suggestion of a regulatory domain. */
export interface WifiRegHint extends Pick<WifiRegulatory, "regAlpha2" | "userRegHintType" | "regIndoor"> {}

/** Verbs of regulatory domains. */
export interface WifiRegulatories extends ObjectOf<typeof wifiRegulatoryObject> {
  /** Emits the common regulatory domain. */
  current$(): Observable<WifiRegulatory>;
  /**
   * Suggests a regulatory domain (`NL80211_CMD_REQ_SET_REG`). The kernel acknowledges before it decides; a change is reported by
   * `notifications$` and `watch$`, and there is none where it has no rules of that country.
   *
   * @example
   * wifi.regulatory.suggest$({ regAlpha2: "DE" });
   */
  suggest$(hint: WifiRegHint): Observable<Ack>;
}

/** Returns the verbs of regulatory domains over a connection. */
export function wifiRegulatoriesOf(connection: Connection): WifiRegulatories {
  const layout = nest<WifiRegulatory>(wifiMessage);
  const label = (verb: string) => ({ object: "wifiRegulatory", verb, namedBy: ["regAlpha2"] });
  return extendObject(bindObject(connection, wifiRegulatoryObject), {
    current$: () =>
      connection.request$({ type: NL80211_CMD_GET_REG, layout, value: {}, label: label("current") }),
    suggest$: (value: WifiRegHint) =>
      connection.execute$({ type: NL80211_CMD_REQ_SET_REG, layout, value, label: label("suggest") }),
  });
}
