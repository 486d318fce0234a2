// Links to make with iproute2 and with us: what follows `ip link add t0`, and the same as a value.

import type { LinkData } from "#src/link/kinds/index.js";
import { macsecCipherId } from "#src/link/kinds/macsec.js";
import { greFlags, ip6tnlFlags } from "#src/link/kinds/tunnel.js";
import type { Link } from "#src/link/layout.js";

/** The index of a link that is there: v0 and v1 are a pair, w0 and w1 another. */
export type IndexOf = (name: string) => number;

/** One link. */
export interface LinkCase {
  /** What follows `ip link add t0`. */
  readonly ip: string;
  /** Its settings. */
  readonly data: (of: IndexOf) => LinkData;
  /** Its other members. */
  readonly link?: (of: IndexOf) => Partial<Link>;
  /** What is then changed. */
  readonly change?: LinkData;
  /** The first kernel that has them; older ones take no notice, so the test is skipped there. */
  readonly since?: string;
  /** Settings that the kernel takes but does not tell, so that reading lacks them. */
  readonly writeOnly?: readonly string[];
}

const onV0 = (of: IndexOf) => ({ link: of("v0") });
const ENDS = { local: "192.0.2.1", remote: "192.0.2.2" };
const ENDS6 = { local: "2001:db8::1", remote: "2001:db8::2" };
const ip4 = "local 192.0.2.1 remote 192.0.2.2";
const ip6 = "local 2001:db8::1 remote 2001:db8::2";
const KEY_SEQ = greFlags.of("key", "seq");

export const CASES: readonly LinkCase[] = [
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
  { ip: "type ovpn", data: () => ({ ovpn: { mode: "p2p" } }) },
  {
    ip: "link v0 type vlan id 5 protocol 802.1ad reorder_hdr off gvrp on ingress-qos-map 1:2 3:4 egress-qos-map 5:6",
    link: onV0,
    data: () => ({
      vlan: {
        id: 5,
        protocol: "8021ad",
        flags: { flags: 2, mask: 3 },
        ingressQos: {
          mapping: [
            { from: 1, to: 2 },
            { from: 3, to: 4 },
          ],
        },
        egressQos: { mapping: [{ from: 5, to: 6 }] },
      },
    }),
    change: { vlan: { flags: { flags: 1, mask: 1 } } },
    writeOnly: ["flags"],
  },
  {
    ip: "link v0 type macvlan mode private bcqueuelen 500",
    link: onV0,
    data: () => ({ macvlan: { mode: "private", bcQueueLen: 500 } }),
    change: { macvlan: { mode: "bridge" } },
  },
  {
    ip: "link v0 type macvlan mode source macaddr add 02:00:00:00:00:77",
    link: onV0,
    data: () => ({
      macvlan: {
        mode: "source",
        macaddrMode: "set",
        macaddrData: { macaddr: ["02:00:00:00:00:77"] },
      },
    }),
    writeOnly: ["macaddrMode"],
  },
  {
    ip: "link v0 type macvlan mode passthru nopromisc",
    link: onV0,
    data: () => ({ macvlan: { mode: "passthru", flags: 1 } }),
  },
  {
    ip: "link v0 type macvtap mode vepa",
    link: onV0,
    data: () => ({ macvtap: { mode: "vepa" } }),
    change: { macvtap: { mode: "private" } },
  },
  {
    ip: "link v0 type ipvlan mode l3 private",
    link: onV0,
    data: () => ({ ipvlan: { mode: "l3", flags: 1 } }),
    change: { ipvlan: { mode: "l2" } },
  },
  { ip: "link v0 type ipvtap mode l2 vepa", link: onV0, data: () => ({ ipvtap: { mode: "l2", flags: 2 } }) },
  {
    ip:
      "type bond mode 802.3ad miimon 100 updelay 200 downdelay 300 lacp_rate fast ad_select bandwidth " +
      "xmit_hash_policy layer3+4 min_links 1 ad_actor_sys_prio 7 ad_user_port_key 3 ad_actor_system 02:00:00:00:00:98",
    data: () => ({
      bond: {
        mode: "8023ad",
        miimon: 100,
        updelay: 200,
        downdelay: 300,
        adLacpRate: "fast",
        adSelect: "bandwidth",
        xmitHashPolicy: "layer34",
        minLinks: 1,
        adActorSysPrio: 7,
        adUserPortKey: 3,
        adActorSystem: "02:00:00:00:00:98",
      },
    }),
    change: { bond: { minLinks: 2, resendIgmp: 9 } },
  },
  {
    ip:
      "type bond mode active-backup arp_interval 100 arp_ip_target 192.0.2.1,192.0.2.2 arp_validate filter_active " +
      "arp_all_targets all primary_reselect better fail_over_mac follow arp_missed_max 4 ns_ip6_target 2001:db8::1",
    data: () => ({
      bond: {
        mode: "activebackup",
        arpInterval: 100,
        arpIpTarget: ["192.0.2.1", "192.0.2.2"],
        arpValidate: "filterActive",
        arpAllTargets: "all",
        primaryReselect: "better",
        failOverMac: "follow",
        missedMax: 4,
        nsIp6Target: ["2001:db8::1"],
      },
    }),
    change: { bond: { arpIpTarget: ["192.0.2.3"] } },
  },
  {
    ip: "type bond mode balance-tlb tlb_dynamic_lb 0 lp_interval 5 miimon 100",
    data: () => ({ bond: { mode: "tlb", tlbDynamicLb: 0, lpInterval: 5, miimon: 100 } }),
  },
  { ip: "type vrf table 1000", data: () => ({ vrf: { table: 1000 } }) },
  {
    ip: `type gre ${ip4} ttl 5 tos 0x10 ikey 1.2.3.4 okey 5 iseq icsum oseq ocsum dev v0 fwmark 7`,
    data: (of) => ({
      gre: {
        ...ENDS,
        ttl: 5,
        tos: 0x10,
        ikey: 0x01020304,
        okey: 5,
        iflags: greFlags.of("key", "seq", "csum"),
        oflags: greFlags.of("key", "seq", "csum"),
        link: of("v0"),
        fwmark: 7,
        pmtudisc: 1,
      },
    }),
  },
  {
    ip: `type gretap ${ip4} nopmtudisc ignore-df`,
    data: () => ({ gretap: { ...ENDS, pmtudisc: 0, ignoreDf: 1 } }),
    change: { gretap: { ...ENDS, tos: 4, pmtudisc: 0, ignoreDf: 1 } },
  },
  { ip: "type gretap external", data: () => ({ gretap: { collectMetadata: true } }) },
  {
    ip: `type erspan ${ip4} seq key 30 erspan_ver 1 erspan 123`,
    data: () => ({
      erspan: {
        ...ENDS,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 30,
        okey: 30,
        pmtudisc: 1,
        erspanVer: 1,
        erspanIndex: 123,
      },
    }),
  },
  {
    ip: `type erspan ${ip4} seq key 30 erspan_ver 2 erspan_dir egress erspan_hwid 5`,
    data: () => ({
      erspan: {
        ...ENDS,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 30,
        okey: 30,
        pmtudisc: 1,
        erspanVer: 2,
        erspanDir: 1,
        erspanHwid: 5,
      },
    }),
  },
  {
    ip: `type ip6gre ${ip6} hoplimit 9 tclass 0x10 flowlabel 0x12345 encaplimit 5 key 9 dev v0`,
    data: (of) => ({
      ip6gre: {
        ...ENDS6,
        ttl: 9,
        flowinfo: 0x0101_2345,
        encapLimit: 5,
        iflags: greFlags.of("key"),
        oflags: greFlags.of("key"),
        ikey: 9,
        okey: 9,
        link: of("v0"),
      },
    }),
  },
  {
    ip: `type ip6gretap ${ip6} encaplimit none tclass inherit flowlabel inherit dscp inherit fwmark 3`,
    data: () => ({
      ip6gretap: {
        ...ENDS6,
        ttl: 64,
        encapLimit: 4,
        flags: ip6tnlFlags.of("ignEncapLimit", "useOrigTclass", "useOrigFlowlabel", "rcvDscpCopy"),
        fwmark: 3,
      },
    }),
    change: { ip6gretap: { ...ENDS6, ttl: 7 } },
    writeOnly: ["flags"],
  },
  {
    ip: `type ip6erspan ${ip6} seq key 30 erspan_ver 1 erspan 123`,
    data: () => ({
      ip6erspan: {
        ...ENDS6,
        ttl: 64,
        encapLimit: 4,
        iflags: KEY_SEQ,
        oflags: KEY_SEQ,
        ikey: 30,
        okey: 30,
        erspanVer: 1,
        erspanIndex: 123,
      },
    }),
  },
  {
    ip: "link v0 type macsec port 11 encrypt on cipher gcm-aes-256 icvlen 16 encodingsa 2 replay on window 5 validate check",
    link: onV0,
    data: () => ({
      macsec: {
        port: 11,
        encrypt: 1,
        cipherSuite: macsecCipherId.gcmAes256,
        icvLen: 16,
        encodingSa: 2,
        replayProtect: 1,
        window: 5,
        validation: "check",
      },
    }),
    change: { macsec: { encrypt: 0, validation: "strict" } },
    writeOnly: ["port"],
  },
];
