import type { Connection, Match } from "@rxnetlink/core";
import { deferred, matcher } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import { map, mergeMap, type Observable, of } from "rxjs";
import { canonicalAllowedip } from "../device/allowedip.js";
import { deviceKey, type WireguardDevices } from "../device/device.js";
import {
  type WgPeer,
  type WireguardDevice,
  wgdeviceAttributes,
  wgpeerAttributes,
  wgpeerFlags,
} from "../device/layout.js";
import type { WireguardConfig } from "./config.js";
import { deviceRequest } from "./request.js";
import { send$ } from "./send.js";
import type { DeviceRequest, PeerRequest } from "./wire.js";

/** The differences that were applied. */
export interface WireguardSynced {
  /** Members of the device itself that differed: `["listenPort"]`. */
  readonly changed: readonly string[];
  /** Public keys of peers that were added. */
  readonly added: readonly string[];
  /** Public keys of peers that differed. */
  readonly updated: readonly string[];
  /** Public keys of peers that were removed. */
  readonly removed: readonly string[];
}

/** Returns the members of a request that differ from what exists. */
function differing<T extends object>(request: T, current: object | undefined, type: AnyType): Partial<T> {
  const there = current as Readonly<Record<string, unknown>> | undefined;
  const differs = ([key, value]: [string, unknown]) => !matcher(type.member!(key)!, value)(there?.[key]);
  return Object.fromEntries(Object.entries(request).filter(differs)) as Partial<T>;
}

/** Returns what has to be sent about a peer; `undefined` if it is as it should be. */
function peerDifference(peer: PeerRequest, current: WgPeer | undefined): PeerRequest | undefined {
  const { publicKey, flags: _, allowedips = [], ...settings } = peer;
  const wanted = allowedips.map(canonicalAllowedip);
  const there = new Set(current?.allowedips);
  const same = there.size === new Set(wanted).size && wanted.every((it) => there.has(it));
  const changed = {
    ...differing(settings, current, wgpeerAttributes),
    ...(!same && { allowedips: wanted, flags: wgpeerFlags.bits.replaceAllowedips }),
  };
  if (current !== undefined && Object.keys(changed).length === 0) return undefined;
  return { publicKey, ...changed };
}

/** Returns the request that makes a device what it should be, and what it changes. */
function difference(request: DeviceRequest, current: WireguardDevice): [DeviceRequest, WireguardSynced] {
  const { peers, flags: _, ifname: __, ifindex: ___, ...device } = request;
  const known = new Map((current.peers ?? []).map((peer) => [peer.publicKey!, peer]));
  const wanted = new Set(peers.map(({ publicKey }) => publicKey));
  const removed = [...known.keys()].filter((key) => !wanted.has(key));
  const different = peers.flatMap((peer) => peerDifference(peer, known.get(peer.publicKey)) ?? []);
  const changed = differing(device, current, wgdeviceAttributes);
  const keys = different.map(({ publicKey }) => publicKey);
  const gone = removed.map((publicKey) => ({ publicKey, flags: wgpeerFlags.bits.removeMe }));
  return [
    { ...deviceKey(request), ...changed, peers: [...gone, ...different] },
    {
      changed: Object.keys(changed),
      added: keys.filter((key) => !known.has(key)),
      updated: keys.filter((key) => known.has(key)),
      removed,
    },
  ];
}

/** Makes a device what it should be; see {@link WireguardFamily.sync$}. */
export function sync$(
  connection: Connection,
  devices: WireguardDevices,
  config: WireguardConfig,
): Observable<WireguardSynced> {
  return deferred(() => {
    const asked = deviceRequest(config);
    return devices.get$(deviceKey(asked) as Match<WireguardDevice>).pipe(
      mergeMap((current) => {
        const [request, synced] = difference(asked, current);
        const nothing = synced.changed.length === 0 && request.peers.length === 0;
        return nothing ? of(synced) : send$(connection, "sync", request).pipe(map(() => synced));
      }),
    );
  });
}
