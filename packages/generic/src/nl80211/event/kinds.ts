import type { wifiCommand } from "../message/command.js";
import type { WifiMessage } from "../message/message.js";

type WifiCommandName = keyof (typeof wifiCommand)["values"];

/** Members that all events may have. */
type Place = "wiphy" | "ifindex" | "wdev" | "mac";

/** An event whose members are those of some commands. */
interface Event<E extends WifiCommandName | number> {
  /** The event: the name of its command (`NL80211_CMD_*`). */
  readonly event: E;
}

/** A phy came, was renamed, or went. */
export interface WifiPhyEvent
  extends Event<"newWiphy" | "delWiphy">,
    Pick<WifiMessage, "wiphy" | "wiphyName"> {}

/** An interface came or went. */
export interface WifiInterfaceEvent
  extends Event<"newInterface" | "delInterface">,
    Pick<WifiMessage, Place | "ifname" | "iftype"> {}

/** A scan began, ended or was aborted. */
export interface WifiScanEvent
  extends Event<
      | "triggerScan"
      | "newScanResults"
      | "scanAborted"
      | "startSchedScan"
      | "schedScanResults"
      | "schedScanStopped"
    >,
    Pick<WifiMessage, Place | "scanSsids" | "scanFrequencies" | "scanFlags" | "ie" | "scanStartTimeTsf"> {}

/** What may be sent has changed. */
export interface WifiRegulatoryEvent
  extends Event<"regChange" | "wiphyRegChange" | "regBeaconHint">,
    Pick<
      WifiMessage,
      "wiphy" | "regInitiator" | "regType" | "regAlpha2" | "freqBefore" | "freqAfter" | "wiphySelfManagedReg"
    > {}

/** A station came, went, or was refused. */
export interface WifiStationEvent
  extends Event<"newStation" | "delStation" | "connFailed" | "staOpmodeChanged" | "newPeerCandidate">,
    Pick<
      WifiMessage,
      Place | "staInfo" | "reqIe" | "ie" | "connFailedReason" | "nss" | "smpsMode" | "channelWidth" | "meshId"
    > {}

/** A connection was made, was not made, or ended. */
export interface WifiConnectionEvent
  extends Event<"connect" | "roam" | "disconnect" | "joinIbss" | "portAuthorized">,
    Pick<
      WifiMessage,
      | Place
      | "statusCode"
      | "reasonCode"
      | "disconnectedByAp"
      | "timedOut"
      | "timeoutReason"
      | "reqIe"
      | "respIe"
      | "ie"
      | "mloLinks"
    > {}

/** A frame of management was sent or received, or nobody answered. */
export interface WifiFrameEvent
  extends Event<
      | "authenticate"
      | "associate"
      | "deauthenticate"
      | "disassociate"
      | "unprotDeauthenticate"
      | "unprotDisassociate"
      | "unprotBeacon"
    >,
    Pick<WifiMessage, Place | "frame" | "timedOut" | "reqIe" | "reconnectRequested"> {}

/** The quality of a connection changed. */
export interface WifiQualityEvent extends Event<"notifyCqm">, Pick<WifiMessage, Place | "cqm"> {}

/** The channel changes, or radar was looked for or found. */
export interface WifiChannelEvent
  extends Event<"chSwitchNotify" | "chSwitchStartedNotify" | "radarDetect" | "startAp" | "stopAp">,
    Pick<
      WifiMessage,
      | Place
      | "wiphyFreq"
      | "channelWidth"
      | "centerFreq1"
      | "centerFreq2"
      | "wiphyChannelType"
      | "radarEvent"
      | "chSwitchCount"
      | "chSwitchBlockTx"
      | "ssid"
      | "mloLinkId"
    > {}

/** Commands of the events above. */
type Named =
  | WifiPhyEvent
  | WifiInterfaceEvent
  | WifiScanEvent
  | WifiRegulatoryEvent
  | WifiStationEvent
  | WifiConnectionEvent
  | WifiFrameEvent
  | WifiQualityEvent
  | WifiChannelEvent;

/** Any other event, with whatever members it has. */
export interface WifiOtherEvent
  extends Event<Exclude<WifiCommandName, Named["event"]> | number>,
    WifiMessage {}

/**
 * An event of wireless links, told apart by `event`.
 *
 * @example
 * if (value.event === "connect" && value.statusCode === "success") …
 */
export type WifiEvent = Named | WifiOtherEvent;
