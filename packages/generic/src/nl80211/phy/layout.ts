import {
  attributes,
  binary,
  type Infer,
  nest,
  packed,
  repeated,
  struct,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { wifiAkm } from "../connect/suites.js";
import { type WifiIftypes, wifiIftype, wifiIftypesAttributes } from "../interface/iftype.js";

/** A command or event of a vendor. */
export const wifiVendorCommand = struct("nl80211_vendor_cmd_info", {
  /** Vendor, by OUI. */
  vendorId: u32,
  /** Number of the command. */
  subcmd: u32,
});

/** A command or event of a vendor. */
export interface WifiVendorCommand extends Infer<typeof wifiVendorCommand> {}

/** Patterns of packets that a phy can match. */
export const patternSupport = struct("nl80211_pattern_support", {
  /** Largest number of patterns. */
  maxPatterns: u32,
  /** Shortest pattern, in bytes. */
  minPatternLen: u32,
  /** Longest pattern, in bytes. */
  maxPatternLen: u32,
  /** Largest offset in the packet, in bytes. */
  maxPktOffset: u32,
});

/** Patterns of packets that a phy can match. */
export interface WifiPatternSupport extends Infer<typeof patternSupport> {}

/** Types of frames. */
const frameTypeAttributes = attributes("frame-type-attrs", "NL80211_ATTR_", {
  /** Types and subtypes, as the frame control field has them. */
  frameType: [101, repeated(u16)],
});

/** Types of frames. */
export interface WifiFrameTypes extends Infer<typeof frameTypeAttributes> {}

/** Types of frames by type of interface. */
export const frameTypesAttributes = attributes("iftype-attrs", "NL80211_IFTYPE_", {
  /** Of no type. */
  unspecified: [0, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Member of an independent network. */
  adhoc: [1, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Client of an access point. */
  station: [2, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Access point. */
  ap: [3, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Group of clients of an access point. */
  apVlan: [4, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Wireless distribution system. */
  wds: [5, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Receives all frames. */
  monitor: [6, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Member of a mesh. */
  meshPoint: [7, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Client in Wi-Fi Direct. */
  p2pClient: [8, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Group owner in Wi-Fi Direct. */
  p2pGo: [9, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Finds peers in Wi-Fi Direct. */
  p2pDevice: [10, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Outside the context of a network. */
  ocb: [11, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Neighbour-aware networking. */
  nan: [12, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Data of neighbour-aware networking. */
  nanData: [13, nest<WifiFrameTypes>(frameTypeAttributes)],
  /** Proximity detection. */
  pd: [14, nest<WifiFrameTypes>(frameTypeAttributes)],
});

/** Types of frames by type of interface. */
export interface WifiFrameTypesByIftype extends Infer<typeof frameTypesAttributes> {}

/** Attributes of key managements of some types of interfaces (`NL80211_IFTYPE_AKM_ATTR_*`). */
export const iftypeAkmAttributes = attributes("wifi-iftype-akm-attrs", "NL80211_IFTYPE_AKM_ATTR_", {
  /** Types of interfaces. */
  iftypes: [1, nest<WifiIftypes>(wifiIftypesAttributes)],
  /** Key managements. */
  suites: [2, packed(wifiAkm)],
});

/** Key managements of some types of interfaces. */
export interface WifiIftypeAkm extends Infer<typeof iftypeAkmAttributes> {}

/** Attributes of extended capabilities of a type of interface. */
export const iftypeCapaAttributes = attributes("wifi-iftype-capa-attrs", "NL80211_ATTR_", {
  /** Type of interface. */
  iftype: [5, wifiIftype],
  /** Extended capabilities. */
  extCapa: [169, binary],
  /** Bits of them that the driver decides. */
  extCapaMask: [170, binary],
  /** Capabilities of multi-link operation with few radios. */
  emlCapability: [317, u16],
  /** Capabilities of multi-link devices. */
  mldCapaAndOps: [318, u16],
});

/** Extended capabilities of a type of interface. */
export interface WifiIftypeCapabilities extends Infer<typeof iftypeCapaAttributes> {}
