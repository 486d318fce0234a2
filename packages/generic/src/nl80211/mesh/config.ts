import { attributes, type Infer, s32, u8, u16, u32 } from "@rxnetlink/core/schema";
import { wifiMeshPower } from "../station/info.js";

/** Attributes of the settings of a mesh (`NL80211_MESHCONF_*`). */
export const wifiMeshConfigAttributes = attributes("wifi-mesh-config", "NL80211_MESHCONF_", {
  /** Time until a peer is asked again, in milliseconds. */
  retryTimeout: [1, u16],
  /** Time to wait for a confirmation, in milliseconds. */
  confirmTimeout: [2, u16],
  /** Time that a link takes to close, in milliseconds. */
  holdingTimeout: [3, u16],
  /** Most links. */
  maxPeerLinks: [4, u16],
  /** Most attempts to open a link. */
  maxRetries: [5, u8],
  /** Most hops of a frame. */
  ttl: [6, u8],
  /** 1 if links are opened to whoever is there. */
  autoOpenPlinks: [7, u8],
  /** Most attempts to find a path. */
  hwmpMaxPreqRetries: [8, u8],
  /** Time before its end that a path is renewed, in milliseconds. */
  pathRefreshTime: [9, u32],
  /** Least time to look for a path, in milliseconds. */
  minDiscoveryTimeout: [10, u16],
  /** Lifetime of a path, in units of 1.024 ms. */
  hwmpActivePathTimeout: [11, u32],
  /** Least interval of looking for paths, in units of 1.024 ms. */
  hwmpPreqMinInterval: [12, u16],
  /** Time to cross the mesh, in units of 1.024 ms. */
  hwmpNetDiamTrvsTime: [13, u16],
  /** Kind of root that the station is; 0 is none. */
  hwmpRootmode: [14, u8],
  /** Most hops of an element. */
  elementTtl: [15, u8],
  /** Interval of announcements as a root, in units of 1.024 ms. */
  hwmpRannInterval: [16, u16],
  /** 1 if it announces a way out of the mesh. */
  gateAnnouncements: [17, u8],
  /** Least interval of errors of paths, in units of 1.024 ms. */
  hwmpPerrMinInterval: [18, u16],
  /** 1 if it forwards frames of others. */
  forwarding: [19, u8],
  /** Least strength of a peer, in dBm. */
  rssiThreshold: [20, s32],
  /** Largest difference of clocks, in microseconds. */
  syncOffsetMaxNeighbor: [21, u32],
  /** Protection of 802.11n. */
  htOpmode: [22, u16],
  /** Lifetime of a path to a root, in units of 1.024 ms. */
  hwmpPathToRootTimeout: [23, u32],
  /** Interval of requests of a root, in units of 1.024 ms. */
  hwmpRootInterval: [24, u16],
  /** Least interval of confirmations of paths, in units of 1.024 ms. */
  hwmpConfirmationInterval: [25, u16],
  /** Power saving. */
  powerMode: [26, wifiMeshPower],
  /** Time that it stays awake after a beacon, in units of 1.024 ms. */
  awakeWindow: [27, u16],
  /** Time without frames after which a link is closed, in seconds; 0 is never. */
  plinkTimeout: [28, u32],
  /** 1 if it knows the way out of the mesh. */
  connectedToGate: [29, u8],
  /** 1 if it learns no paths from frames. */
  nolearn: [30, u8],
  /** 1 if it knows the way to an authentication server. */
  connectedToAs: [31, u8],
});

/** Settings of a mesh. */
export interface WifiMeshConfig extends Infer<typeof wifiMeshConfigAttributes> {}
