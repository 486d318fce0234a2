import type { WireguardConfig, WireguardPeerConfig } from "../configure/config.js";
import { endpointText } from "../device/endpoint-text.js";
import { wireguardSecret } from "../keys/secret.js";

const line = (key: string, value: string | undefined) => (value === undefined ? [] : [`${key} = ${value}`]);
const key = (secret: Uint8Array | string | null | undefined) =>
  secret === null || secret === undefined ? undefined : wireguardSecret(secret).reveal();
/** 0 stands for none. */
const unlessZero = (number: number | undefined, text: (number: number) => string) =>
  number ? text(number) : undefined;

function peerLines(peer: WireguardPeerConfig): string[] {
  const { publicKey, presharedKey, allowedips = [], endpoint, persistentKeepaliveInterval } = peer;
  const address = typeof endpoint === "object" ? endpointText(endpoint) : endpoint;
  return [
    "[Peer]",
    ...line("PublicKey", publicKey),
    ...line("PresharedKey", key(presharedKey)),
    ...line("AllowedIPs", allowedips.length === 0 ? undefined : allowedips.join(", ")),
    ...line("Endpoint", address),
    ...line("PersistentKeepalive", unlessZero(persistentKeepaliveInterval, String)),
  ];
}

/**
 * Returns a device as `wg showconf` prints it, with its keys: keep the text as you keep those.
 *
 * @example
 * const text = wireguardConfigText(await firstValueFrom(wg.device.get$({ ifname: "wg0" })));
 */
export function wireguardConfigText(device: WireguardConfig): string {
  const { listenPort, fwmark, privateKey, peers = [] } = device;
  const own = [
    "[Interface]",
    ...line("ListenPort", unlessZero(listenPort, String)),
    ...line(
      "FwMark",
      unlessZero(fwmark, (mark) => `0x${mark.toString(16)}`),
    ),
    ...line("PrivateKey", key(privateKey)),
  ];
  return `${[own, ...peers.map(peerLines)].map((lines) => `${lines.join("\n")}\n`).join("\n")}`;
}
