import { attributes, enumeration, flag, type Infer, u32 } from "@rxnetlink/core/schema";

/** Types of interfaces (`NL80211_IFTYPE_*`). */
export const wifiIftype = enumeration("NL80211_IFTYPE_", u32, {
  /** Left to the driver. */
  unspecified: 0,
  /** Member of an independent network (IBSS). */
  adhoc: 1,
  /** Client of an access point. */
  station: 2,
  /** Access point. */
  ap: 3,
  /** Group of clients of an access point. */
  apVlan: 4,
  /** Wireless distribution system; gone since 5.11. */
  wds: 5,
  /** Receives all frames. */
  monitor: 6,
  /** Member of a mesh. */
  meshPoint: 7,
  /** Client in Wi-Fi Direct. */
  p2pClient: 8,
  /** Group owner in Wi-Fi Direct. */
  p2pGo: 9,
  /** Finds peers in Wi-Fi Direct, and has no link. */
  p2pDevice: 10,
  /** Outside the context of a network, as in vehicles. */
  ocb: 11,
  /** Neighbour-aware networking; has no link. */
  nan: 12,
  /** Data of neighbour-aware networking. */
  nanData: 13,
  /** Proximity detection. */
  pd: 14,
});

/** Set of types of interfaces (`NL80211_IFTYPE_*`). */
export const wifiIftypesAttributes = attributes("supported-iftypes", "NL80211_IFTYPE_", {
  /** Member of an independent network. */
  adhoc: [1, flag],
  /** Client of an access point. */
  station: [2, flag],
  /** Access point. */
  ap: [3, flag],
  /** Group of clients of an access point. */
  apVlan: [4, flag],
  /** Wireless distribution system. */
  wds: [5, flag],
  /** Receives all frames. */
  monitor: [6, flag],
  /** Member of a mesh. */
  meshPoint: [7, flag],
  /** Client in Wi-Fi Direct. */
  p2pClient: [8, flag],
  /** Group owner in Wi-Fi Direct. */
  p2pGo: [9, flag],
  /** Finds peers in Wi-Fi Direct. */
  p2pDevice: [10, flag],
  /** Outside the context of a network. */
  ocb: [11, flag],
  /** Neighbour-aware networking. */
  nan: [12, flag],
  /** Data of neighbour-aware networking. */
  nanData: [13, flag],
  /** Proximity detection. */
  pd: [14, flag],
});

/** Set of types of interfaces. */
export interface WifiIftypes extends Infer<typeof wifiIftypesAttributes> {}
