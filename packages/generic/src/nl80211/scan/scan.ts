import { type Connection, KernelError, type MessageSet, pick, type Written } from "@rxnetlink/core";
import { deferred, summaryOf } from "@rxnetlink/core/internal";
import { concatMap, type Observable } from "rxjs";
import { genlType } from "../../family/genlmsghdr.js";
import type { WifiNetwork, WifiNetworks } from "../bss/network.js";
import { type WifiAnyEvent, wifiEventMessage } from "../event/layout.js";
import { nl80211Groups } from "../family.js";
import { wifiCommand } from "../message/command.js";
import { NL80211_CMD_ABORT_SCAN, NL80211_CMD_TRIGGER_SCAN } from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { byIndex$ } from "../message/interfaces.js";
import { type WifiMessage, wifiMessage } from "../message/message.js";
import { type Outcome, outcome$ } from "../message/outcome.js";
import type { WifiScanMembers } from "./layout.js";

/** What to scan for; the interface is needed. */
export interface WifiScanRequest
  extends Pick<WifiIdentity, "ifindex" | "wdev" | "mac">,
    Omit<WifiScanMembers, "bss" | "bssDumpIncludeUseData" | "scanStartTimeTsf" | "scanStartTimeTsfBssid">,
    Pick<WifiMessage, "ie"> {}

const { triggerScan, newScanResults, scanAborted } = wifiCommand.values;

const scanEvents: MessageSet<WifiAnyEvent> = {
  name: "wifiScan",
  layout: wifiEventMessage,
  types: { new: genlType(triggerScan) },
  alsoNotifiedBy: [newScanResults, scanAborted].map(genlType),
  groups: [nl80211Groups.scan],
};

/** Errno of a scan that was aborted. */
const ECANCELED = 125;
const EBUSY = 16;
const ENETDOWN = 100;

const label = {
  object: "wifiScan",
  verb: "scan",
  namedBy: ["ifindex", "wdev"],
  hint: ({ errno }: { readonly errno: number }) => {
    if (errno === EBUSY) return "another scan is running: wait for its end, and list the networks it found";
    return errno === ENETDOWN ? "bring the link up first: ip link set DEV up" : undefined;
  },
};

/** Scans, and emits what is there. */
export function scan$(
  connection: Connection,
  networks: WifiNetworks,
  given: Written<WifiScanRequest>,
): Observable<WifiNetwork> {
  return deferred(() => byIndex$(connection, given)).pipe(
    concatMap((asked) => {
      const value = { scanSsids: [""], ...asked } as WifiMessage;
      const place = pick(value, "ifindex", "wdev");
      const request = { type: NL80211_CMD_TRIGGER_SCAN, layout: wifiMessage, value, label };
      const aborted = () => new KernelError({ errno: ECANCELED, text: "it was aborted" }, summaryOf(request));
      return outcome$(connection, {
        request,
        events: scanEvents,
        begins: "triggerScan",
        undo: { type: NL80211_CMD_ABORT_SCAN, layout: wifiMessage, value: place, label },
        outcomeOf: ({ event }): Outcome<WifiMessage> =>
          event === "scanAborted" ? { error: aborted() } : { value: place },
      });
    }),
    concatMap((place) => networks.list$(place)),
  );
}
