import { linkFlags } from "@rxnetlink/route";
import { refuse, refuseOthers } from "../../kernel/refused.js";
import { type FakeLink, isUp } from "../fake-link.js";
import type { Links } from "../links.js";
import type { LinkKind } from "./link-kind.js";

const { broadcast, multicast } = linkFlags.bits;
const PEER = ["family", "type", "index", "flags", "change", "ifname", "mtu", "address", "txqlen"];

const peerOf = (links: Links, { link }: FakeLink) => links.byIndex(link);

/** `veth`: two links that are one cable. The peer is made first, as the kernel does. */
export const vethLink: LinkKind = {
  name: "veth",
  type: "ether",
  flags: broadcast | multicast,
  mtu: 1500,
  minMtu: 68,
  maxMtu: 65535,
  txqlen: 1000,
  asPort: "yes",
  withoutCarrier: "lowerlayerdown",
  prepare(links, request) {
    const peer = request.linkinfo?.data?.veth?.peer ?? {};
    refuseOthers(peer, PEER);
    if (links.byName(peer.ifname || "?") !== undefined) refuse("EEXIST");
    const other = links.register(vethLink, { ...request, ifname: "", address: "", ...peer, index: 0 });
    return { link: other.index };
  },
  complete(links, link) {
    const peer = peerOf(links, link);
    if (peer !== undefined) peer.link = link.index;
  },
  carrier(links, link) {
    const peer = peerOf(links, link);
    return peer !== undefined && isUp(link) && isUp(peer);
  },
  companions(links, link) {
    const peer = peerOf(links, link);
    return peer === undefined ? [] : [peer];
  },
};
