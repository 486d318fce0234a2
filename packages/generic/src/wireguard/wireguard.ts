import type { Ack } from "@rxnetlink/core";
import { bindObject, extendObject } from "@rxnetlink/core";
import { checkOptions, deferred } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { connectPerLink } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import type { WireguardConfig, WireguardPeerConfig } from "./configure/config.js";
import { type AllowedipMove, moves$ } from "./configure/moves.js";
import { configure$ } from "./configure/send.js";
import { sync$, type WireguardSynced } from "./configure/sync.js";
import { type WireguardDevices, wireguardDeviceObject } from "./device/device.js";
import { Progress } from "./device/parts.js";
import { type WireguardPeerReads, wireguardPeerObject } from "./device/peer.js";

/** The family of WireGuard. */
export const wireguardFamily: Family = { name: "wireguard", version: 1, from: "the module wireguard" };

/** A peer of a device that is named beside it. */
export interface PeerOfDevice extends WireguardPeerConfig {
  /** Name of the link. */
  readonly ifname?: string | undefined;
  /** Index of the link, instead of its name. */
  readonly ifindex?: number | undefined;
}

/** Verbs of peers. `watch$` and `state$` of one peer's transfer, endpoint and handshakes read the devices every 2 s. */
export interface WireguardPeers extends WireguardPeerReads {
  /**
   * Adds or changes one peer of a device; see {@link WireguardFamily.configure$}.
   *
   * @example
   * wg.peer.set$({ ifname: "wg0", publicKey, endpoint: "192.0.2.1:51820", allowedips: ["198.51.100.0/24"] });
   */
  set$(peer: PeerOfDevice): Observable<Ack>;
  /** Removes one peer of a device. It is no error if there is none: the kernel does not say. */
  delete$(peer: Pick<PeerOfDevice, "ifname" | "ifindex" | "publicKey">): Observable<Ack>;
}

/** WireGuard: devices and their peers. Everything needs `CAP_NET_ADMIN`, also to read, since replies hold keys. */
export interface WireguardFamily {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /**
   * Devices with their peers. A list without a match is one of all links of the kind `wireguard`. The kernel reports no
   * changes: `watch$` and `state$` read the devices every 2 s, or as often as `relistEvery` says.
   */
  readonly device: WireguardDevices;
  /** Peers, of one device or of all. */
  readonly peer: WireguardPeers;
  /**
   * Changes a device: its keys, port and mark, and peers to add, change, replace and remove. Absent members stay as they are.
   * A change with many peers or allowed IPs takes several messages, which the kernel applies one by one: if one is refused, those
   * before stay applied, and the error says so.
   *
   * The kernel does some things silently: it takes an allowed IP from the peer that had it (see {@link moves$}), it accepts the
   * removal of a peer that does not exist, and it removes the peer whose key is that of the device. What it would ignore is an
   * `EncodeError` here: a peer with the device's own key, two peers with the same allowed IP, an endpoint without an address.
   *
   * @example
   * wg.configure$({
   *   ifname: "wg0",
   *   privateKey: generateKeyPair().privateKey,
   *   listenPort: 51820,
   *   replacePeers: true,
   *   peers: [{ publicKey, endpoint: "192.0.2.1:51820", allowedips: ["198.51.100.0/24"] }],
   * });
   */
  configure$(config: WireguardConfig): Observable<Ack>;
  /**
   * Makes a device what `config` says, with as few changes as possible, as `wg syncconf` does: sessions of peers that stay are
   * not interrupted. Peers that `config` lacks are removed, and so are other allowed IPs of those that it has; other members that
   * it lacks stay as they are. Emits what was changed.
   */
  sync$(config: WireguardConfig): Observable<WireguardSynced>;
  /** Emits the allowed IPs that {@link configure$} would take from other peers, as the kernel does without notice. */
  moves$(config: WireguardConfig): Observable<AllowedipMove[]>;
}

function peersOver(connection: FamilyConnection): WireguardPeers {
  const one = ({ ifname, ifindex, ...peer }: PeerOfDevice) =>
    configure$(connection, { ifname, ifindex, peers: [peer] });
  return extendObject(bindObject(connection, wireguardPeerObject), {
    set$: (peer: PeerOfDevice) => deferred(() => one({ ...peer })),
    delete$: (peer: PeerOfDevice) =>
      deferred(() => {
        const { ifname, ifindex, publicKey } = { ...peer };
        return one({ ifname, ifindex, publicKey, removeMe: true });
      }),
  });
}

/**
 * Connects to the family of WireGuard over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function wireguard(options: FamilyOptions): WireguardFamily {
  const { transport, ...rest } = checkOptions("wireguard", options, familyChecks);
  const connection = connectPerLink(transport, wireguardFamily, rest, () => {
    const progress = new Progress();
    return (device) => progress.check(device);
  });
  const device = bindObject(connection, wireguardDeviceObject);
  return {
    connection,
    device,
    peer: peersOver(connection),
    configure$: (config) => configure$(connection, config),
    sync$: (config) => sync$(connection, device, config),
    moves$: (config) => moves$(device, config),
  };
}
