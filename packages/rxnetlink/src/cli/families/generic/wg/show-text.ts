import { endpointText, type WgPeer, type WireguardDevice } from "@rxnetlink/generic/wireguard";

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

/** Returns a number of bytes as people read it: `"1.50 KiB"`. */
export function bytesText(bytes: bigint): string {
  let [value, unit] = [Number(bytes), 0];
  while (value >= 1024 && unit < UNITS.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${unit === 0 ? value : value.toFixed(2)} ${UNITS[unit]}`;
}

const PERIODS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Returns a time in nanoseconds since 1970 by its distance from now: `"1 minute, 3 seconds ago"`. */
export function agoText(time: bigint, now = Date.now()): string {
  let left = Math.max(0, Math.floor(now / 1000) - Number(time / 1_000_000_000n));
  if (left === 0) return "now";
  const parts = PERIODS.flatMap(([name, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? "" : "s"}`];
  });
  return `${parts.join(", ")} ago`;
}

/** Returns a line, if there is a value. */
const line = (name: string, value: string | undefined) =>
  value === undefined || value === "" ? [] : [`  ${name}: ${value}`];

type Hide = (key: { reveal(): string } | undefined) => string | undefined;

function peerLines(peer: WgPeer, hide: Hide): string[] {
  const { endpoint, allowedips = [], lastHandshakeTime, rxBytes = 0n, txBytes = 0n } = peer;
  const keepalive = peer.persistentKeepaliveInterval;
  const moved = rxBytes + txBytes > 0n;
  return [
    "",
    `peer: ${peer.publicKey}`,
    ...line("preshared key", hide(peer.presharedKey)),
    ...line("endpoint", endpoint && endpointText(endpoint)),
    ...line("allowed ips", allowedips.join(", ") || "(none)"),
    ...line("latest handshake", lastHandshakeTime === undefined ? undefined : agoText(lastHandshakeTime)),
    ...line("transfer", moved ? `${bytesText(rxBytes)} received, ${bytesText(txBytes)} sent` : undefined),
    ...line("persistent keepalive", keepalive ? `every ${keepalive} seconds` : undefined),
  ];
}

/** Returns a device as `wg show` prints it, its keys only if asked. */
export function deviceLines(device: WireguardDevice, secrets: boolean): string[] {
  const { ifname, publicKey, privateKey, listenPort, fwmark, peers = [] } = device;
  const hide: Hide = (key) => (key === undefined ? undefined : secrets ? key.reveal() : "(hidden)");
  return [
    `interface: ${ifname}`,
    ...line("public key", publicKey),
    ...line("private key", hide(privateKey)),
    ...line("listening port", listenPort ? String(listenPort) : undefined),
    ...line("fwmark", fwmark ? `0x${fwmark.toString(16)}` : undefined),
    ...peers.flatMap((peer) => peerLines(peer, hide)),
  ];
}
