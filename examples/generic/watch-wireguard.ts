// Follows the peers of all WireGuard devices: who shakes hands, who moves, and how much they send. Needs CAP_NET_ADMIN.
//
//   # node dist/generic/watch-wireguard.js
//   watching 2 peers
//   wg0 xTIBA5rb: handshake at 12:00:05
//   wg0 xTIBA5rb: now at 192.0.2.7:51820
//   wg0 xTIBA5rb: 1.2 KiB/s in, 0.3 KiB/s out

import type { WatchEvent } from "rxnetlink";
import { endpointText, type WireguardPeer, wireguard } from "rxnetlink/wireguard";

/** Time between two looks, in milliseconds: the kernel reports no changes. */
const EVERY = Number(process.argv[2] ?? 2000);

// The members to watch; keys are not among them.
const members = [
  "ifindex",
  "ifname",
  "publicKey",
  "endpoint",
  "lastHandshakeTime",
  "rxBytes",
  "txBytes",
] as const;
type Peer = Pick<WireguardPeer, (typeof members)[number]>;

const clock = (time: bigint) => new Date(Number(time / 1_000_000n)).toTimeString().slice(0, 8);
const rate = (now = 0n, before = 0n) => `${(Number(now - before) / 1024 / (EVERY / 1000)).toFixed(1)} KiB/s`;

/** Returns what is new about a peer. */
function news(before: Peer, now: Peer): string[] {
  const { endpoint, lastHandshakeTime, rxBytes, txBytes } = now;
  const lines: string[] = [];
  if (lastHandshakeTime !== undefined && lastHandshakeTime !== before.lastHandshakeTime)
    lines.push(`handshake at ${clock(lastHandshakeTime)}`);
  if (endpoint !== undefined && JSON.stringify(endpoint) !== JSON.stringify(before.endpoint))
    lines.push(`now at ${endpointText(endpoint)}`);
  if (rxBytes !== before.rxBytes || txBytes !== before.txBytes)
    lines.push(`${rate(rxBytes, before.rxBytes)} in, ${rate(txBytes, before.txBytes)} out`);
  return lines;
}

function linesOf(event: WatchEvent<Peer>): string[] {
  if (event.type === "synced") return [`watching ${event.size} peers`];
  if (event.type === "resync") return [];
  const { ifname, publicKey = "" } = (event.current ?? event.previous)!;
  const what = event.type === "changed" ? news(event.previous, event.current) : [event.type];
  return what.map((line) => `${ifname} ${publicKey.slice(0, 8)}: ${line}`);
}

wireguard()
  .peer.watch$({}, { members, relistEvery: EVERY })
  .subscribe((event) => {
    for (const line of linesOf(event)) console.log(line);
  });
