import { type WireguardFamily, wireguard } from "@rxnetlink/generic/wireguard";
import { type Mode, withTransport } from "../../../session.js";

/** Opens WireGuard for one command, and closes it afterwards. */
export function withWireguard<T>(
  mode: Mode,
  netns: string | undefined,
  action: (wg: WireguardFamily) => Promise<T>,
): Promise<T> {
  return withTransport(mode, netns, (transport, options) => action(wireguard({ transport, ...options })));
}
