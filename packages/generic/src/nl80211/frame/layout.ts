import {
  attributes,
  binary,
  enumeration,
  flag,
  flags,
  type Infer,
  s32,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** Operations on direct talks of clients (`NL80211_TDLS_*`). */
export const wifiTdlsOperation = enumeration("NL80211_TDLS_", u8, {
  /** Looks for a peer. */
  discoveryReq: 0,
  /** Sets up. */
  setup: 1,
  /** Tears down. */
  teardown: 2,
  /** Begins to use. */
  enableLink: 3,
  /** Stops to use. */
  disableLink: 4,
});

/** Abilities of a direct peer (`NL80211_TDLS_PEER_*`). */
export const wifiTdlsPeer = flags("NL80211_TDLS_PEER_", u32, {
  /** 802.11n. */
  ht: 0x1,
  /** 802.11ac. */
  vht: 0x2,
  /** Classes of traffic. */
  wmm: 0x4,
  /** 802.11ax. */
  he: 0x8,
});

/** Facts about a received frame (`NL80211_RXMGMT_FLAG_*`). */
export const wifiRxmgmtFlags = flags("NL80211_RXMGMT_FLAG_", u32, {
  /** The driver answered it. */
  answered: 0x1,
  /** A program authenticates. */
  externalAuth: 0x2,
});

/** Protocols that should not be disturbed (`NL80211_CRIT_PROTO_*`). */
export const wifiCritProtocol = enumeration("NL80211_CRIT_PROTO_", u16, {
  /** Any. */
  unspec: 0,
  /** DHCP. */
  dhcp: 1,
  /** Negotiation of keys. */
  eapol: 2,
  /** Choice of an address. */
  apipa: 3,
});

/** Attributes of frames that programs send and receive (`NL80211_ATTR_*`). */
export const wifiFrameAttributes = attributes("wifi-frame-attrs", "NL80211_ATTR_", {
  /** The frame, with its header. */
  frame: [51, binary],
  /** Type and subtype of frames to receive. */
  frameType: [101, u16],
  /** Beginning of frames to receive. */
  frameMatch: [91, binary],
  /** Subtype of management frames to add elements to. */
  mgmtSubtype: [41, u8],
  /** Time on the channel, in milliseconds. */
  duration: [87, u32],
  /** Set if the frame was acknowledged. */
  ack: [92, flag],
  /** Strength of the acknowledgement, in dBm. */
  ackSignal: [263, s32],
  /** Does not wait for the acknowledgement. */
  dontWaitForAck: [142, flag],
  /** Strength of the frame, in dBm. */
  rxSignalDbm: [151, s32],
  /** Facts about it; see {@link wifiRxmgmtFlags}. */
  rxmgmtFlags: [188, wifiRxmgmtFlags],
  /** Receives frames to groups too. */
  receiveMulticast: [289, flag],
  /** Time when it was sent, by the hardware, in nanoseconds. */
  txHwTimestamp: [319, u64],
  /** Time when it was received, by the hardware, in nanoseconds. */
  rxHwTimestamp: [320, u64],
  /** Set if the hardware takes times. */
  hwTimestampEnabled: [324, flag],
  /** Operating class. */
  operClass: [214, u8],
  /** Action of a direct talk. */
  tdlsAction: [136, u8],
  /** Number of a dialogue about it. */
  tdlsDialogToken: [137, u8],
  /** Operation; see {@link wifiTdlsOperation}. */
  tdlsOperation: [138, wifiTdlsOperation],
  /** Abilities of the peer; see {@link wifiTdlsPeer}. */
  tdlsPeerCapability: [203, wifiTdlsPeer],
  /** Set if this side began. */
  tdlsInitiator: [207, flag],
  /** Protocol that should not be disturbed; see {@link wifiCritProtocol}. */
  critProtId: [179, wifiCritProtocol],
  /** Vendor, by OUI. */
  vendorId: [195, u32],
  /** Command or event of the vendor. */
  vendorSubcmd: [196, u32],
  /** Its data; of a phy the commands that it accepts. */
  vendorData: [197, binary],
  /** Data of a test. */
  testdata: [69, binary],
});

/** Members of frames. */
export interface WifiFrameMembers extends Infer<typeof wifiFrameAttributes> {}
