import { type Netfilter, netfilter } from "@rxnetlink/netfilter";
import { type Mode, withTransport } from "../../session.js";

/** Opens netfilter for one command, and closes it afterwards. */
export function withNetfilter<T>(
  mode: Mode,
  netns: string | undefined,
  action: (nf: Netfilter) => Promise<T>,
): Promise<T> {
  return withTransport(mode, netns, (transport, options) => action(netfilter({ transport, ...options })));
}
