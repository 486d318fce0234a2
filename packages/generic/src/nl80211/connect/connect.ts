import {
  type Ack,
  type Connection,
  KernelError,
  type MessageSet,
  pick,
  type Request,
  type Written,
} from "@rxnetlink/core";
import { deferred, summaryOf } from "@rxnetlink/core/internal";
import { concatMap, type Observable } from "rxjs";
import { genlType } from "../../family/genlmsghdr.js";
import type { WifiConnectionEvent } from "../event/kinds.js";
import { type WifiAnyEvent, wifiEventMessage } from "../event/layout.js";
import { nl80211Groups } from "../family.js";
import { wifiCommand } from "../message/command.js";
import { NL80211_CMD_CONNECT, NL80211_CMD_DISCONNECT } from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { byIndex$ } from "../message/interfaces.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";
import { type Outcome, outcome$ } from "../message/outcome.js";
import type { WifiChannel } from "../phy/channel.js";
import type { WifiConnectMembers } from "./layout.js";
import type { WifiSecurity } from "./security.js";

/**
 * A network to connect to; the interface and `ssid` are needed. Networks with keys need a program that negotiates them, such
 * as `wpa_supplicant`, or a driver that does (`pmk`, `saePassword`).
 */
export interface WifiConnectRequest
  extends Pick<WifiIdentity, "ifindex" | "mac" | "socketOwner">,
    WifiConnectMembers,
    WifiSecurity,
    Pick<WifiChannel, "wiphyFreq" | "wiphyFreqOffset">,
    Pick<WifiMessage, "key" | "keys" | "htCapability" | "vhtCapability" | "bgScanPeriod"> {}

/** A connection to end. */
export interface WifiDisconnectRequest
  extends Pick<WifiIdentity, "ifindex">,
    Pick<WifiConnectMembers, "reasonCode"> {}

const { connect, disconnect } = wifiCommand.values;

const connectEvents: MessageSet<WifiAnyEvent> = {
  name: "wifiConnection",
  layout: wifiEventMessage,
  types: { new: genlType(connect) },
  alsoNotifiedBy: [genlType(disconnect)],
  groups: [nl80211Groups.mlme],
};

/** Errnos of connections that do not come about. */
const ECONNABORTED = 103;
const ETIMEDOUT = 110;
const ECONNREFUSED = 111;
const EALREADY = 114;

const label = (verb: string) => ({
  object: "wifiConnection",
  verb,
  namedBy: ["ifindex", "ssid"],
  hint: ({ errno }: { readonly errno: number }) =>
    errno === EALREADY ? "it is connected, or about to: disconnect it first" : undefined,
});

/** Returns the outcome that an event reports. */
function outcomeOf(request: Request<WifiMessage>, event: WifiAnyEvent): Outcome<WifiConnectionEvent> {
  const fails = (errno: number, text: string) => ({
    error: new KernelError({ errno, text }, summaryOf(request)),
  });
  const { statusCode, timedOut, timeoutReason } = event;
  if (event.event === "disconnect") return fails(ECONNABORTED, "the connection was ended");
  if (timedOut) return fails(ETIMEDOUT, `no answer${timeoutReason ? ` (${timeoutReason})` : ""}`);
  if (statusCode !== "success") return fails(ECONNREFUSED, `refused with status ${statusCode}`);
  return { value: event as WifiConnectionEvent };
}

/** Connects to a network, and emits the event that reports it. */
export function connect$(
  connection: Connection,
  given: Written<WifiConnectRequest>,
): Observable<WifiConnectionEvent> {
  return deferred(() => byIndex$(connection, given)).pipe(
    concatMap((asked) => {
      const value = asked as WifiMessage;
      const request = { type: NL80211_CMD_CONNECT, layout: wifiMessage, value, label: label("connect") };
      return outcome$(connection, {
        request,
        events: connectEvents,
        outcomeOf: (event) => outcomeOf(request, event),
        undo: { ...request, type: NL80211_CMD_DISCONNECT, value: pick(value, "ifindex") },
      });
    }),
  );
}

/** Ends a connection. */
export const disconnect$ = (connection: Connection, given: Written<WifiDisconnectRequest>): Observable<Ack> =>
  deferred(() => byIndex$(connection, given)).pipe(
    concatMap((asked) =>
      connection.execute$({
        type: NL80211_CMD_DISCONNECT,
        layout: wifiMessage,
        value: { reasonCode: "deauthLeaving", ...asked } as WifiMessage,
        label: label("disconnect"),
      }),
    ),
  );
