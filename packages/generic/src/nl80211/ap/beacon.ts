import {
  attributes,
  type Binaries,
  binary,
  type Infer,
  indexedArray,
  nest,
  packed,
  u16,
} from "@rxnetlink/core/schema";
import { wifiElements } from "../elements/type.js";
import { ftmResponderAttributes, type WifiFtmResponder } from "./ftm.js";

/** Attributes of beacons and probe responses (`NL80211_ATTR_*`). */
export const wifiBeaconAttributes = attributes("wifi-beacon-attrs", "NL80211_ATTR_", {
  /** Part of the beacon before the map of traffic (TIM). */
  beaconHead: [14, binary],
  /** Part of the beacon after it. */
  beaconTail: [15, binary],
  /** Template of probe responses. */
  probeResp: [145, binary],
  /** Elements to add to probe responses. */
  ieProbeResp: [127, wifiElements],
  /** Elements to add to responses of association. */
  ieAssocResp: [128, wifiElements],
  /** Places of the counter in the beacon, in bytes. */
  cntdwnOffsBeacon: [186, packed(u16)],
  /** Places of the counter in probe responses, in bytes. */
  cntdwnOffsPresp: [187, packed(u16)],
  /** Elements of further networks in one beacon. */
  mbssidElems: [307, indexedArray(binary) as Binaries],
  /** Elements with neighbours, for each part of the beacon. */
  emaRnrElems: [325, indexedArray(binary) as Binaries],
  /** Answers to measurements of distance. */
  ftmResponder: [270, nest<WifiFtmResponder>(ftmResponderAttributes)],
});

/** Beacons and probe responses. */
export interface WifiBeacon extends Infer<typeof wifiBeaconAttributes> {}
