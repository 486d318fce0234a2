import { flags, u16 } from "@rxnetlink/core/schema";

/** Capabilities in beacons (IEEE 802.11). */
export const wifiCapability = flags("WLAN_CAPABILITY_", u16, {
  /** An access point. */
  ess: 0x1,
  /** An independent network. */
  ibss: 0x2,
  cfPollable: 0x4,
  cfPollRequest: 0x8,
  /** The network encrypts. */
  privacy: 0x10,
  shortPreamble: 0x20,
  pbcc: 0x40,
  channelAgility: 0x80,
  spectrumMgmt: 0x100,
  qos: 0x200,
  shortSlotTime: 0x400,
  apsd: 0x800,
  radioMeasure: 0x1000,
  dsssOfdm: 0x2000,
  delBack: 0x4000,
  imBack: 0x8000,
});
