import { flags, type Infer, masked, maskOf, nest, struct, u32 } from "@rxnetlink/core/schema";

/** State of a station (`NL80211_STA_FLAG_*`; the header numbers the bits). */
export const wifiStationFlags = flags("NL80211_STA_FLAG_", u32, {
  /** May send and receive packets. */
  authorized: 0x2,
  /** Can use short preambles. */
  shortPreamble: 0x4,
  /** Knows classes of traffic. */
  wme: 0x8,
  /** Its frames of management are protected. */
  mfp: 0x10,
  /** Authenticated. */
  authenticated: 0x20,
  /** A direct peer. */
  tdlsPeer: 0x40,
  /** Associated. */
  associated: 0x80,
  /** Its aggregates are protected. */
  sppAmsdu: 0x100,
});

const flagUpdate = struct("nl80211_sta_flag_update", {
  /** Bits that are known, or are to be changed; those that `set` names by default. */
  mask: maskOf(wifiStationFlags),
  /** Bits that are set. */
  set: masked(wifiStationFlags, "mask"),
});
/** State of a station. */
export interface WifiStationFlagUpdate extends Infer<typeof flagUpdate> {}
/** State of a station, as its attributes hold it. */
export const wifiStationFlagUpdate = nest<WifiStationFlagUpdate>(flagUpdate);
