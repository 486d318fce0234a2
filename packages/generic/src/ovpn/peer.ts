import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import type { Ifindex } from "@rxnetlink/core/schema";
import { groupsOf } from "../family/definition.js";
import { flat } from "../family/flat.js";
import {
  OVPN_CMD_PEER_DEL,
  OVPN_CMD_PEER_DEL_NTF,
  OVPN_CMD_PEER_FLOAT_NTF,
  OVPN_CMD_PEER_GET,
  OVPN_CMD_PEER_NEW,
  OVPN_CMD_PEER_SET,
} from "./commands.js";
import { type OvpnPeerPart, ovpnMessage, ovpnPeerAttributes } from "./layout.js";

/** Multicast groups of OpenVPN. */
export const ovpnGroups = groupsOf("peers");

/** A peer, and the link that it belongs to. */
export interface OvpnPeer extends OvpnPeerPart {
  /** Index of the link. */
  ifindex?: Ifindex;
}

/** Layout of messages about peers. */
const peerMessage = flat<OvpnPeer>("ovpnPeer", ovpnMessage, {
  "": ["ifindex"],
  peer: ovpnPeerAttributes.keys!(),
});

/** Members that change with each packet. */
const COUNTERS = ["Bytes", "Packets"].flatMap((what) =>
  ["vpnRx", "vpnTx", "linkRx", "linkTx"].map((way) => way + what),
);

/** Interval in which peers are read for `watch$` and `state$`, in milliseconds: new ones are not reported. */
const RELIST_EVERY = 5000;

/** Messages of peers (`OVPN_CMD_PEER_*`). The kernel keeps what it can neither report nor change: the socket. */
export const ovpnPeerObject = defineObject({
  name: "ovpnPeer",
  namedBy: ["ifindex", "id"],
  layout: peerMessage,
  types: {
    new: OVPN_CMD_PEER_NEW,
    set: OVPN_CMD_PEER_SET,
    delete: OVPN_CMD_PEER_DEL,
    get: OVPN_CMD_PEER_GET,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete", "watch"],
  filters: [],
  // Replies do not say which link they are about.
  requestOnly: ["ifindex"],
  details: [],
  corrected: (row, { ifindex }) => (typeof ifindex === "number" ? { ifindex, ...row } : row),
  keysOf: (peer) => [pick(peer, "ifindex", "id")],
  state: {
    identityOf: ({ ifindex, id }) => `${ifindex} ${id}`,
    volatile: COUNTERS,
    relistEvery: RELIST_EVERY,
  },
});
/** Verbs of peers. */
export interface OvpnPeers extends ObjectOf<typeof ovpnPeerObject> {}

/** Reports of peers: that one was removed (`"delete"`, with `delReason`), or has another address (`"new"`, since 7.0). */
export const ovpnPeerEventObject = defineObject({
  name: "ovpnPeerEvent",
  layout: peerMessage,
  types: { new: OVPN_CMD_PEER_FLOAT_NTF, delete: OVPN_CMD_PEER_DEL_NTF },
  groups: [ovpnGroups.peers],
  verbs: ["notify"],
  filters: [],
});
/** Reports of peers. */
export interface OvpnPeerEvents extends ObjectOf<typeof ovpnPeerEventObject> {}
