import { FlowControl, type NetlinkNotification, toJson } from "@rxnetlink/core";
import { type WifiEvent, type WifiMessage, wifiEventMessage } from "@rxnetlink/generic/nl80211";
import { listening, printLive } from "../../../print-live.js";
import type { CommonOptions } from "../../../session.js";
import { gapText, isGap } from "../../../text/gap.js";
import { channelText, ssidText, words } from "./network-text.js";
import { withWifi } from "./with-wifi.js";

type Notification = NetlinkNotification<WifiEvent>;

/** Formats an event: what happened where, and how it ended. */
export function eventText(event: Notification): string {
  if (isGap(event)) return gapText(event);
  const value = event.value as { readonly event: string } & WifiMessage;
  const { statusCode, reasonCode, timedOut, wiphyFreq, ssid, regAlpha2, iftype } = value;
  return words(
    value.event,
    value.wiphy === undefined ? undefined : `phy ${value.wiphy}`,
    value.ifindex === undefined ? undefined : `link ${value.ifindex}`,
    value.ifname ?? value.wiphyName,
    iftype,
    value.mac,
    ssid === undefined ? undefined : ssidText(ssid),
    channelText(wiphyFreq),
    regAlpha2,
    statusCode === undefined ? undefined : `status ${statusCode}`,
    reasonCode === undefined ? undefined : `reason ${reasonCode}`,
    timedOut ? "timed out" : undefined,
    value.scanFrequencies === undefined ? undefined : `${value.scanFrequencies.length} channels`,
  );
}

function eventJson(event: Notification): string {
  if (event.type === "malformed") return JSON.stringify({ type: event.type, message: event.error.message });
  if (!("value" in event)) return JSON.stringify(event);
  return JSON.stringify(toJson(wifiEventMessage, event.value));
}

/** Prints what happens until interrupted. */
export function monitor({ netns, json }: CommonOptions): Promise<void> {
  return withWifi("listen", netns, async (wifi) => {
    const flowControl = new FlowControl();
    const events$ = wifi.event.notifications$({ flowControl, listening });
    await printLive(events$, flowControl, json ? eventJson : eventText);
  });
}
