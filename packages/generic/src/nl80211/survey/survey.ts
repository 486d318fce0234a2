import { bindObject, type Connection, defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NL80211_CMD_GET_SURVEY, NL80211_CMD_NEW_SURVEY_RESULTS } from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { listedByInterface } from "../message/interfaces.js";
import { wifiMessage } from "../message/message.js";
import type { WifiSurveyMembers } from "./layout.js";

/** Use of a channel. */
export interface WifiSurvey extends Pick<WifiIdentity, "ifindex" | "wdev">, WifiSurveyMembers {}

/** Messages of surveys (`NL80211_CMD_GET_SURVEY`). */
export const wifiSurveyObject = defineObject({
  name: "wifiSurvey",
  namedBy: ["ifindex"],
  layout: nest<WifiSurvey>(wifiMessage),
  types: { new: NL80211_CMD_NEW_SURVEY_RESULTS, get: NL80211_CMD_GET_SURVEY },
  groups: [],
  verbs: ["list"],
  filters: ["ifindex"],
  requestOnly: ["wdev", "surveyRadioStats"],
});

/** Verbs of surveys. `list$` without an interface lists those of all. */
export interface WifiSurveys extends ObjectOf<typeof wifiSurveyObject> {}

/** Returns the verbs of surveys over a connection. */
export const wifiSurveysOf = (connection: Connection): WifiSurveys =>
  listedByInterface(connection, bindObject(connection, wifiSurveyObject));
