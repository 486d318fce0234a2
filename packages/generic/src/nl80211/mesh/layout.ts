import {
  attributes,
  binary,
  flag,
  flags,
  type Infer,
  mac,
  nest,
  readOnly,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { wifiSsid } from "../elements/ssid.js";
import { type WifiMeshConfig, wifiMeshConfigAttributes } from "./config.js";

/** State of a path (`NL80211_MPATH_FLAG_*`). */
export const wifiMpathFlags = flags("NL80211_MPATH_FLAG_", u8, {
  /** In use. */
  active: 0x1,
  /** Being looked for. */
  resolving: 0x2,
  /** Its sequence number is known. */
  snValid: 0x4,
  /** Set by hand. */
  fixed: 0x8,
  /** Found. */
  resolved: 0x10,
});

/** Attributes of facts about a path (`NL80211_MPATH_INFO_*`). */
const mpathInfoAttributes = attributes("wifi-mpath-info", "NL80211_MPATH_INFO_", {
  /** Frames that wait for it. */
  frameQlen: [1, u32],
  /** Sequence number. */
  sn: [2, u32],
  /** Cost. */
  metric: [3, u32],
  /** Time until it ends, in milliseconds. */
  exptime: [4, u32],
  /** State; see {@link wifiMpathFlags}. */
  flags: [5, wifiMpathFlags],
  /** Time to look for it, in milliseconds. */
  discoveryTimeout: [6, u32],
  /** Attempts to find it. */
  discoveryRetries: [7, u8],
  /** Hops; since 5.0. */
  hopCount: [8, u8],
  /** Times that it changed; since 5.0. */
  pathChange: [9, u32],
});

/** Facts about a path. */
export interface WifiMpathInfo extends Infer<typeof mpathInfoAttributes> {}

/** Attributes of what a mesh is made with (`NL80211_MESH_SETUP_*`). */
const meshSetupAttributes = attributes("wifi-mesh-setup", "NL80211_MESH_SETUP_", {
  /** 1 for a vendor's choice of paths. */
  enableVendorPathSel: [1, u8],
  /** 1 for a vendor's cost of paths. */
  enableVendorMetric: [2, u8],
  /** Elements of the vendor. */
  ie: [3, binary],
  /** A program authenticates. */
  userspaceAuth: [4, flag],
  /** A program negotiates keys. */
  userspaceAmpe: [5, flag],
  /** 1 for a vendor's synchronization. */
  enableVendorSync: [6, u8],
  /** A program opens and closes links. */
  userspaceMpm: [7, flag],
  /** Protocol of authentication. */
  authProtocol: [8, u8],
});

/** What a mesh is made with. */
export interface WifiMeshSetup extends Infer<typeof meshSetupAttributes> {}

/** Attributes of meshes (`NL80211_ATTR_*`). */
export const wifiMeshAttributes = attributes("wifi-mesh-attrs", "NL80211_ATTR_", {
  /** Name of the mesh. */
  meshId: [24, wifiSsid],
  /** Settings. */
  meshConfig: [35, nest<WifiMeshConfig>(wifiMeshConfigAttributes)],
  /** What it is made with. */
  meshSetup: [112, nest<WifiMeshSetup>(meshSetupAttributes)],
  /** Next hop of a path. */
  mpathNextHop: [26, mac],
  /** Facts about a path. Read-only. */
  mpathInfo: [27, readOnly(nest<WifiMpathInfo>(mpathInfoAttributes))],
  /** Set if a program looks for radar. */
  handleDfs: [191, flag],
});

/** Members of meshes. */
export interface WifiMeshMembers extends Infer<typeof wifiMeshAttributes> {}
