import {
  attributes,
  flag,
  type Infer,
  ifindex,
  mac,
  padding,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { wifiIftype } from "../interface/iftype.js";

/** Attributes that name things in most messages (`NL80211_ATTR_*`). */
export const wifiIdentityAttributes = attributes("wifi-identity-attrs", "NL80211_ATTR_", {
  /** Number of the phy. */
  wiphy: [1, u32],
  /** Link of the interface, by index or name. */
  ifindex: [3, ifindex(u32)],
  /** Name of the link. */
  ifname: [4, string],
  /** Type of the interface; see {@link wifiIftype}. */
  iftype: [5, wifiIftype],
  /** Wireless device: the number of the phy in the upper 32 bits; interfaces without a link have only this. */
  wdev: [153, u64],
  /** A MAC address: of the interface, of a station, or of an access point (BSSID), by command. */
  mac: [6, mac],
  /** Number that changes with the list that a dump reads. */
  generation: [46, u32],
  /** Number of an operation, which its events repeat. */
  cookie: [88, u64],
  /** Ends what is made, such as an interface or a connection, when the socket that asked for it is closed. */
  socketOwner: [204, flag],
  /** Number of a link of a multi-link device (MLO). */
  mloLinkId: [313, u8],
  /** Time limit of the operation, in milliseconds. */
  timeout: [272, u32],
  /** Padding. */
  pad: [229, padding],
});

/** Members that name things in most messages. */
export interface WifiIdentity extends Infer<typeof wifiIdentityAttributes> {}
