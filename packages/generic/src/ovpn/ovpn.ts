import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectPerLink } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type OvpnKeyEvents, type OvpnKeys, ovpnKeyEventObject, ovpnKeysOf } from "./key.js";
import {
  type OvpnPeerEvents,
  type OvpnPeers,
  ovpnGroups,
  ovpnPeerEventObject,
  ovpnPeerObject,
} from "./peer.js";

/** The family of OpenVPN; since 6.16. */
export const ovpnFamily: Family = { name: "ovpn", version: 1, groups: ovpnGroups, from: "the module ovpn" };

/** OpenVPN: peers of links of the kind `ovpn`, and their keys; since 6.16. */
export interface OvpnFamily {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Peers, of one link or of all; they are named by `ifindex` and `id`. */
  readonly peer: OvpnPeers;
  /** Keys, which are named by `ifindex`, `peerId` and `slot`. */
  readonly key: OvpnKeys;
  /** Reports of peers that were removed, or have another address, in the namespace of the socket that leads to the peer. */
  readonly peerEvent: OvpnPeerEvents;
  /** Reports of keys that are used up, in the namespace of the socket that leads to the peer. */
  readonly keyEvent: OvpnKeyEvents;
}

/**
 * Connects to the family of OpenVPN over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function ovpn(options: FamilyOptions): OvpnFamily {
  const { transport, ...rest } = checkOptions("ovpn", options, familyChecks);
  const connection = connectPerLink(transport, ovpnFamily, rest);
  return {
    connection,
    peer: bindObject(connection, ovpnPeerObject),
    key: ovpnKeysOf(connection),
    peerEvent: bindObject(connection, ovpnPeerEventObject),
    keyEvent: bindObject(connection, ovpnKeyEventObject),
  };
}
