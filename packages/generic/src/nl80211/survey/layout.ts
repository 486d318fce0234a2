import { attributes, flag, type Infer, nest, padding, s8, u32, u64 } from "@rxnetlink/core/schema";

/** Attributes of a survey of a channel (`NL80211_SURVEY_INFO_*`). */
const surveyInfoAttributes = attributes("wifi-survey-info", "NL80211_SURVEY_INFO_", {
  /** Frequency, in MHz. */
  frequency: [1, u32],
  /** Noise, in dBm. */
  noise: [2, s8],
  /** Set for the channel in use. */
  inUse: [3, flag],
  /** Time spent on the channel, in milliseconds. */
  time: [4, u64],
  /** Time that the channel was busy, in milliseconds. */
  timeBusy: [5, u64],
  /** Time that its second part was busy, in milliseconds. */
  timeExtBusy: [6, u64],
  /** Time of receiving, in milliseconds. */
  timeRx: [7, u64],
  /** Time of sending, in milliseconds. */
  timeTx: [8, u64],
  /** Time of scanning, in milliseconds. */
  timeScan: [9, u64],
  /** Padding. */
  pad: [10, padding],
  /** Time of receiving from the own network, in milliseconds. */
  timeBssRx: [11, u64],
  /** Part of the frequency below 1 MHz, in kHz. */
  frequencyOffset: [12, u32],
});

/** Use of a channel. */
export interface WifiSurveyInfo extends Infer<typeof surveyInfoAttributes> {}

/** Attributes of surveys (`NL80211_ATTR_*`). */
export const wifiSurveyAttributes = attributes("wifi-survey-attrs", "NL80211_ATTR_", {
  /** Use of a channel, or of all. */
  surveyInfo: [84, nest<WifiSurveyInfo>(surveyInfoAttributes)],
  /** Asks for the use of all channels together. */
  surveyRadioStats: [218, flag],
});

/** Members of surveys. */
export interface WifiSurveyMembers extends Infer<typeof wifiSurveyAttributes> {}
