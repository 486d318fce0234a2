import { toJson, type WatchEvent } from "@rxnetlink/core";
import { endpointText, type WireguardPeer, wireguardPeerObject } from "@rxnetlink/generic/wireguard";
import { concatMap, lastValueFrom } from "rxjs";
import { untilInterrupted } from "../../../live.js";
import { print } from "../../../output.js";
import { listening } from "../../../print-live.js";
import type { CommonOptions } from "../../../session.js";
import { bytesText } from "./show-text.js";
import { withWireguard } from "./with-wireguard.js";

/** Members that are watched: no keys are. */
const MEMBERS = [
  "ifindex",
  "ifname",
  "publicKey",
  "endpoint",
  "persistentKeepaliveInterval",
  "lastHandshakeTime",
  "rxBytes",
  "txBytes",
  "allowedips",
] as const;

/** A peer as it is watched. */
type Watched = Pick<WireguardPeer, (typeof MEMBERS)[number]>;

const address = ({ endpoint }: Watched) => (endpoint === undefined ? "(none)" : endpointText(endpoint));

/** Returns what changed in a peer: `"handshake, endpoint 192.0.2.1:5, 1.00 KiB received"`. */
function changes(previous: Watched, current: Watched): string {
  const received = (current.rxBytes ?? 0n) - (previous.rxBytes ?? 0n);
  const sent = (current.txBytes ?? 0n) - (previous.txBytes ?? 0n);
  return [
    current.lastHandshakeTime !== previous.lastHandshakeTime ? "handshake" : "",
    address(current) !== address(previous) ? `endpoint ${address(current)}` : "",
    String(current.allowedips) !== String(previous.allowedips)
      ? `allowed ips ${current.allowedips?.join(", ") ?? "(none)"}`
      : "",
    received > 0n ? `${bytesText(received)} received` : "",
    sent > 0n ? `${bytesText(sent)} sent` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function lineOf(event: WatchEvent<Watched>): string {
  if (event.type === "synced") return `synced ${event.size}`;
  if (event.type === "resync") return `resync ${event.changes}`;
  const { ifname, publicKey } = (event.current ?? event.previous)!;
  const what = event.type === "changed" ? changes(event.previous, event.current) : "";
  return `${event.type.padEnd(7)} ${ifname} ${publicKey}${what === "" ? "" : ` ${what}`}`;
}

function jsonOf(event: WatchEvent<Watched>): string {
  const shown = (peer: Watched | undefined) => peer && toJson(wireguardPeerObject, peer);
  if (event.type === "synced" || event.type === "resync") return JSON.stringify(event);
  return JSON.stringify({ ...event, current: shown(event.current), previous: shown(event.previous) });
}

/** Prints what changes about peers until interrupted. */
export function watch(
  ifname: string | undefined,
  { netns, json, every }: CommonOptions & { readonly every?: number },
): Promise<void> {
  return withWireguard("listen", netns, async (wg) => {
    const relisting = every === undefined ? {} : { relistEvery: every };
    const options = { members: MEMBERS, listening, ...relisting };
    const event$ = wg.peer.watch$(ifname === undefined ? {} : { ifname }, options);
    const lines$ = event$.pipe(
      concatMap((event) => print(json ? jsonOf(event) : lineOf(event))),
      untilInterrupted,
    );
    await lastValueFrom(lines$, { defaultValue: undefined });
  });
}
