import type { Match } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { map, type Observable } from "rxjs";
import { deviceKey, type WireguardDevices } from "../device/device.js";
import { type WireguardDevice, wgdeviceFlags, wgpeerFlags } from "../device/layout.js";
import { allowedipsOf } from "./checks.js";
import type { WireguardConfig } from "./config.js";
import { deviceRequest } from "./request.js";
import type { DeviceRequest } from "./wire.js";

/** An allowed IP that a change takes from a peer. */
export interface AllowedipMove {
  /** The allowed IP: `"192.0.2.0/24"`. */
  readonly allowedip: string;
  /** Public key of the peer that loses it. */
  readonly from: string;
  /** Public key of the peer that gets it. */
  readonly to: string;
}

/** Returns the moves that a change would cause. */
export function movesOf(request: DeviceRequest, current: WireguardDevice): AllowedipMove[] {
  if (wgdeviceFlags.has(request.flags ?? 0, "replacePeers")) return [];
  // Peers that lose their allowed IPs anyway, as the change says.
  const replaced = new Set(
    request.peers
      .filter(({ flags = 0 }) => (flags & wgpeerFlags.of("removeMe", "replaceAllowedips")) !== 0)
      .map(({ publicKey }) => publicKey),
  );
  const owners = new Map(
    (current.peers ?? [])
      .filter(({ publicKey }) => !replaced.has(publicKey!))
      .flatMap(({ publicKey, allowedips = [] }) => allowedips.map((it) => [it, publicKey!] as const)),
  );
  return request.peers.flatMap((peer) =>
    allowedipsOf(peer).flatMap((allowedip) => {
      const from = owners.get(allowedip);
      return from === undefined || from === peer.publicKey ? [] : [{ allowedip, from, to: peer.publicKey }];
    }),
  );
}

/** Emits the moves that a change would cause; see {@link WireguardFamily.moves$}. */
export function moves$(devices: WireguardDevices, config: WireguardConfig): Observable<AllowedipMove[]> {
  return deferred(() => {
    const request = deviceRequest(config);
    return devices
      .get$(deviceKey(request) as Match<WireguardDevice>)
      .pipe(map((current) => movesOf(request, current)));
  });
}
