import { type Nl80211, nl80211 } from "@rxnetlink/generic/nl80211";
import { type Mode, withTransport } from "../../../session.js";

/** Opens wireless links for one command, and closes them afterwards. */
export function withWifi<T>(
  mode: Mode,
  netns: string | undefined,
  action: (wifi: Nl80211) => Promise<T>,
): Promise<T> {
  return withTransport(mode, netns, (transport, options) => action(nl80211({ transport, ...options })));
}
