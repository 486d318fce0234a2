import { linkFlags } from "@rxnetlink/route";
import { reject, rejectUnmodelled } from "@rxnetlink/testing/fake";
import { type FakeLink, isUp, type LinkKind, type LinkTable } from "../fake-link.js";

const { broadcast, multicast } = linkFlags.bits;
const PEER = ["family", "type", "index", "flags", "change", "ifname", "mtu", "address", "txqlen"];

const peerOf = (links: LinkTable, { link }: FakeLink) => links.byIndex(link);

/** `veth`: two links joined by a cable. Like the kernel, adds the peer first. */
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
  prepare(links, value) {
    const peer = value.linkinfo?.data?.veth?.peer ?? {};
    rejectUnmodelled(peer, PEER);
    if (links.byName(peer.ifname || "?") !== undefined) reject("EEXIST");
    const other = links.register(vethLink, { ...value, ifname: "", address: "", ...peer, index: 0 });
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
