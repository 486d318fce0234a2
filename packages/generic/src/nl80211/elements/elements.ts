import type { WifiCountry, WifiElementRate, WifiLoad, WifiTim } from "./network.js";
import type { WifiHtOperation, WifiVhtOperation } from "./operation.js";
import type { WifiRsn } from "./rsn.js";

/** An element of a frame, as it is. */
export interface WifiElement {
  /** Number of its kind. */
  id: number;
  /** Further number, if `id` is 255. */
  extension?: number;
  /** Its data. */
  bytes: Uint8Array;
}

/** An element of a vendor. */
export interface WifiVendorElement {
  /** OUI of the vendor: `"00:50:f2"`. */
  oui: string;
  /** Its type, by the vendor. */
  type: number;
  /** Its data. */
  bytes: Uint8Array;
}

/**
 * Elements of a frame (IEEE 802.11), such as of a beacon. `bytes` is all there is; the other members are read from it, and
 * ignored where elements are sent.
 */
export interface WifiElements {
  /** All elements, as they are. */
  bytes: Uint8Array;
  /** The elements one by one; absent in requests. */
  elements?: WifiElement[];
  /** Name of the network; empty, or made of `\x00`, if it is hidden. */
  ssid?: string;
  /** Rates, the extended ones included. */
  rates?: WifiElementRate[];
  /** Number of the channel, at 2.4 GHz. */
  channel?: number;
  /** Map of traffic. */
  tim?: WifiTim;
  /** What may be used in the country. */
  country?: WifiCountry;
  /** Load of the network. */
  load?: WifiLoad;
  /** Reduction of the largest power, in dB. */
  powerConstraint?: number;
  /** Protection of older stations, as the standard encodes it. */
  erp?: number;
  /** Security of WPA2 and WPA3. */
  rsn?: WifiRsn;
  /** Security of WPA. */
  wpa?: WifiRsn;
  /** Mobility domain of fast transition. */
  mobilityDomain?: number;
  /** Capabilities of 802.11n; present if the network has it. */
  htCapability?: Uint8Array;
  /** Channel of 802.11n. */
  htOperation?: WifiHtOperation;
  /** Capabilities of 802.11ac; present if the network has it. */
  vhtCapability?: Uint8Array;
  /** Channel of 802.11ac. */
  vhtOperation?: WifiVhtOperation;
  /** Capabilities of 802.11ax; present if the network has it. */
  heCapability?: Uint8Array;
  /** Capabilities of 802.11be; present if the network has it. */
  ehtCapability?: Uint8Array;
  /** Extended capabilities. */
  extCapability?: Uint8Array;
  /** Name of the mesh. */
  meshId?: string;
  /** Set for classes of traffic (WMM). */
  wmm?: boolean;
  /** Set for Wi-Fi Protected Setup. */
  wps?: boolean;
  /** Set for Wi-Fi Direct. */
  p2p?: boolean;
  /** Set for an open network that has an encrypted sibling (OWE). */
  oweTransition?: boolean;
  /** Elements of vendors. */
  vendor?: WifiVendorElement[];
}
