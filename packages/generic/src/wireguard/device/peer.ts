import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { type AnyType, type Ifindex, ifindex, nest, refine, string, u32 } from "@rxnetlink/core/schema";
import { WG_CMD_GET_DEVICE } from "../commands.js";
import { deviceKey, POLLED } from "./device.js";
import { hintOf } from "./hint.js";
import { type WgPeer, type WireguardDevice, wgpeerAttributes, wireguardMessage } from "./layout.js";

/** A peer, and the device that it belongs to. */
export interface WireguardPeer extends WgPeer {
  /** Index of the link. */
  ifindex?: Ifindex;
  /** Name of the link. */
  ifname?: string;
}

/** Members that name the device of a peer. */
const device: Readonly<Record<string, AnyType>> = { ifindex: ifindex(u32), ifname: string };

/** A peer with the names of its device, which are in another place on the wire. */
const peerOfDevice = refine<WgPeer, WireguardPeer>(nest<WgPeer>(wgpeerAttributes), {
  member: (key) => (Object.hasOwn(device, key) ? device[key] : wgpeerAttributes.member!(key)),
  keys: () => [...Object.keys(device), ...wgpeerAttributes.keys!()],
});

/** Returns the peers of a device. */
function peersOf({ ifindex: index, ifname, peers = [] }: WireguardDevice): WireguardPeer[] {
  return peers.map((peer) => ({
    ...(index !== undefined && { ifindex: index }),
    ...(ifname !== undefined && { ifname }),
    ...peer,
  }));
}

/** The peers in messages of devices. */
export const wireguardPeerObject = defineObject({
  name: "wireguardPeer",
  namedBy: ["ifname", "ifindex", "publicKey"],
  layout: peerOfDevice,
  types: { get: WG_CMD_GET_DEVICE },
  groups: [],
  verbs: ["list", "get", "watch"],
  filters: ["ifindex", "ifname"],
  notFound: "ENOENT",
  envelope: {
    layout: nest<WireguardDevice>(wireguardMessage),
    dump: (filter) => filter,
    open: (message) => peersOf(message),
  },
  joins: { by: ["ifindex", "publicKey"] },
  complete: (given, verb) => (verb === "list" ? deviceKey(given) : given),
  keysOf: (peer) => [{ ...deviceKey(peer), ...pick(peer, "publicKey") }],
  hint: hintOf,
  state: {
    identityOf: ({ ifindex: index, publicKey }) => `${index} ${publicKey}`,
    ...POLLED,
  },
});

/** Verbs that read peers, of one device or of all. */
export interface WireguardPeerReads extends ObjectOf<typeof wireguardPeerObject> {}
