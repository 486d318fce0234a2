// Links on their own, and pairs, added with `ip link` and with rxnetlink.
import type { LinkCase } from "./case.js";

export const virtualLinks: readonly LinkCase[] = [
  { ip: "type dummy", data: () => ({ dummy: {} }) },
  { ip: "type ifb", data: () => ({ ifb: {} }) },
  { ip: "type nlmon", data: () => ({ nlmon: {} }) },
  { ip: "type team", data: () => ({ team: {} }) },
  { ip: "type vcan", data: () => ({ vcan: {} }) },
  { ip: "type vsockmon", data: () => ({ vsockmon: {} }) },
  { ip: "type wireguard", data: () => ({ wireguard: {} }) },
  { ip: "type batadv", data: () => ({ batadv: { algoName: "BATMAN_IV" } }), writeOnly: ["algoName"] },
  {
    ip: "type veth peer name t1",
    data: () => ({ veth: { peer: { ifname: "t1" } } }),
    writeOnly: ["peer"],
  },
  {
    ip: "type vxcan peer name t1",
    data: () => ({ vxcan: { peer: { ifname: "t1" } } }),
    writeOnly: ["peer"],
  },
  {
    ip: "type netkit",
    data: () => ({ netkit: { peerInfo: { ifname: "t1" }, mode: "l3", policy: "pass", peerPolicy: "pass" } }),
    change: { netkit: { policy: "drop" } },
    writeOnly: ["peerInfo"],
  },
  {
    ip: "type netkit mode l3 scrub none peer scrub none name t1",
    since: "6.13",
    data: () => ({ netkit: { peerInfo: { ifname: "t1" }, mode: "l3", scrub: "none", peerScrub: "none" } }),
    writeOnly: ["peerInfo"],
  },
  {
    ip: "type netkit headroom 32 tailroom 16 peer name t1",
    since: "6.14",
    data: () => ({ netkit: { peerInfo: { ifname: "t1" }, mode: "l2", headroom: 32, tailroom: 16 } }),
    writeOnly: ["peerInfo"],
  },
  {
    ip: "type netkit pairing single",
    since: "7.0",
    data: () => ({ netkit: { mode: "l2", pairing: "single" } }),
  },
  { ip: "type ovpn", data: () => ({ ovpn: { mode: "p2p" } }) },
  { ip: "type vrf table 1000", data: () => ({ vrf: { table: 1000 } }) },
];
