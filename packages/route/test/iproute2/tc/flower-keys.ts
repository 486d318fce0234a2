// Keys of flower filters and their words in tc (iproute2 6.1): what follows `flower`.

import type { FlowerFilter } from "#src/tc/filter/kinds/flower/layout.js";
import { flowerCtState, flowerFlags } from "#src/tc/filter/kinds/flower/options.js";

export interface FlowerRow {
  /** Words of tc after `flower`. */
  readonly tc: string;
  /** Protocol in tc's words; all when absent. */
  readonly protocol?: string;
  /** Settings that must be decoded. */
  readonly keys: FlowerFilter;
  /** Settings that we send in addition, when the kernel does not report what it needs. */
  readonly sent?: FlowerFilter;
  readonly since?: string;
}

const ALL16 = 0xffff;
const IP: Pick<FlowerFilter, "keyEthType"> = { keyEthType: "ip" };

const ethernet: readonly FlowerRow[] = [
  {
    tc: "dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02/ff:ff:ff:00:00:00 indev v1 classid 1:10 skip_hw",
    keys: {
      keyEthDst: "02:00:00:00:00:01",
      keyEthDstMask: "ff:ff:ff:ff:ff:ff",
      keyEthSrc: "02:00:00:00:00:02",
      keyEthSrcMask: "ff:ff:ff:00:00:00",
      indev: "v1",
      classid: 0x10010,
      flags: 9,
    },
  },
  {
    protocol: "802.1Q",
    tc: "vlan_id 5 vlan_prio 3 vlan_ethtype ipv4 dst_ip 192.0.2.1",
    keys: { keyVlanId: 5, keyVlanPrio: 3, keyVlanEthType: "ip", keyIpv4Dst: "192.0.2.1" },
    sent: { keyEthType: "8021q" },
  },
  {
    protocol: "802.1ad",
    tc: "vlan_id 5 vlan_ethtype 802.1q cvlan_id 6 cvlan_prio 2 cvlan_ethtype ipv6",
    keys: { keyVlanId: 5, keyVlanEthType: "8021q", keyCvlanId: 6, keyCvlanPrio: 2, keyCvlanEthType: "ipv6" },
    sent: { keyEthType: "8021ad" },
  },
  { tc: "num_of_vlans 2", keys: { keyNumOfVlans: 2 }, since: "5.19" },
  {
    protocol: "arp",
    tc: "arp_sip 192.0.2.0/24 arp_tip 192.0.2.1 arp_op request arp_sha 02:00:00:00:00:01 arp_tha 02:00:00:00:00:02",
    keys: {
      keyArpSip: "192.0.2.0",
      keyArpSipMask: "255.255.255.0",
      keyArpTip: "192.0.2.1",
      keyArpTipMask: "255.255.255.255",
      keyArpOp: 1,
      keyArpOpMask: 0xff,
      keyArpSha: "02:00:00:00:00:01",
      keyArpShaMask: "ff:ff:ff:ff:ff:ff",
      keyArpTha: "02:00:00:00:00:02",
      keyArpThaMask: "ff:ff:ff:ff:ff:ff",
    },
  },
  {
    protocol: "mpls_uc",
    tc: "mpls_label 100 mpls_tc 3 mpls_bos 1 mpls_ttl 64",
    keys: { keyMplsLabel: 100, keyMplsTc: 3, keyMplsBos: 1, keyMplsTtl: 64 },
  },
  {
    protocol: "mpls_uc",
    tc: "mpls lse depth 1 label 100 tc 3 lse depth 3 label 102 bos 1 ttl 9",
    keys: {
      keyMplsOpts: {
        lse: [
          { lseDepth: 1, lseLabel: 100, lseTc: 3 },
          { lseDepth: 3, lseLabel: 102, lseBos: 1, lseTtl: 9 },
        ],
      },
    },
  },
  {
    protocol: "ppp_ses",
    tc: "pppoe_sid 1234 ppp_proto ip",
    keys: { keyPppoeSid: 1234, keyPppProto: 0x21 },
    sent: { keyEthType: "pppSes" },
    since: "6.0",
  },
];

const network: readonly FlowerRow[] = [
  {
    protocol: "ip",
    tc: "src_ip 192.0.2.0/24 dst_ip 198.51.100.1 ip_tos 0x10/0xfc ip_ttl 64 ip_flags frag/nofirstfrag",
    keys: {
      ...IP,
      keyIpv4Src: "192.0.2.0",
      keyIpv4SrcMask: "255.255.255.0",
      keyIpv4Dst: "198.51.100.1",
      keyIpv4DstMask: "255.255.255.255",
      keyIpTos: 0x10,
      keyIpTosMask: 0xfc,
      keyIpTtl: 64,
      keyIpTtlMask: 0xff,
      keyFlags: flowerFlags.of("isFragment"),
      keyFlagsMask: flowerFlags.of("isFragment", "fragIsFirst"),
    },
  },
  {
    protocol: "ipv6",
    tc: "src_ip 2001:db8::/32 dst_ip 2001:db8::1",
    keys: {
      keyIpv6Src: "2001:db8::",
      keyIpv6SrcMask: "ffff:ffff::",
      keyIpv6Dst: "2001:db8::1",
      keyIpv6DstMask: "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    },
  },
  {
    protocol: "ip",
    tc: "ip_proto icmp type 8 code 1/15",
    keys: {
      keyIpProto: 1,
      keyIcmpv4Type: 8,
      keyIcmpv4TypeMask: 0xff,
      keyIcmpv4Code: 1,
      keyIcmpv4CodeMask: 0xf,
    },
  },
  {
    protocol: "ipv6",
    tc: "ip_proto icmpv6 type 128 code 0",
    keys: {
      keyIpProto: 58,
      keyIcmpv6Type: 128,
      keyIcmpv6TypeMask: 0xff,
      keyIcmpv6Code: 0,
      keyIcmpv6CodeMask: 0xff,
    },
  },
];

const transport: readonly FlowerRow[] = [
  {
    protocol: "ip",
    tc: "ip_proto tcp src_port 1000 dst_port 80 tcp_flags 0x2/0x12",
    keys: {
      keyIpProto: 6,
      keyTcpSrc: 1000,
      keyTcpSrcMask: ALL16,
      keyTcpDst: 80,
      keyTcpDstMask: ALL16,
      keyTcpFlags: 2,
      keyTcpFlagsMask: 0x12,
    },
  },
  {
    protocol: "ip",
    tc: "ip_proto udp src_port 53 dst_port 0x1000/0xf000",
    keys: { keyUdpSrc: 53, keyUdpSrcMask: ALL16, keyUdpDst: 0x1000, keyUdpDstMask: 0xf000 },
  },
  {
    protocol: "ip",
    tc: "ip_proto sctp src_port 5 dst_port 6",
    keys: { keyIpProto: 132, keySctpSrc: 5, keySctpSrcMask: ALL16, keySctpDst: 6, keySctpDstMask: ALL16 },
  },
  {
    protocol: "ip",
    tc: "ip_proto tcp src_port 1000-2000 dst_port 80-90",
    keys: { keyPortSrcMin: 1000, keyPortSrcMax: 2000, keyPortDstMin: 80, keyPortDstMax: 90 },
  },
];

const tunnels: readonly FlowerRow[] = [
  {
    tc: `enc_key_id 42 enc_src_ip 192.0.2.1 enc_dst_ip 192.0.2.0/24 enc_dst_port 4789
      enc_tos 0x10/0xf0 enc_ttl 64`,
    keys: {
      keyEncKeyId: 42,
      keyEncIpv4Src: "192.0.2.1",
      keyEncIpv4SrcMask: "255.255.255.255",
      keyEncIpv4Dst: "192.0.2.0",
      keyEncIpv4DstMask: "255.255.255.0",
      keyEncUdpDstPort: 4789,
      keyEncUdpDstPortMask: ALL16,
      keyEncIpTos: 0x10,
      keyEncIpTosMask: 0xf0,
      keyEncIpTtl: 64,
      keyEncIpTtlMask: 0xff,
    },
  },
  {
    tc: "enc_src_ip 2001:db8::1 enc_dst_ip 2001:db8::/32",
    keys: {
      keyEncIpv6Src: "2001:db8::1",
      keyEncIpv6SrcMask: "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
      keyEncIpv6Dst: "2001:db8::",
      keyEncIpv6DstMask: "ffff:ffff::",
    },
  },
  {
    tc: "enc_key_id 1 geneve_opts 0102:80:1122334421314151/ffff:ff:ffffffffffffffff",
    keys: {
      keyEncOpts: {
        geneve: [
          { class: 0x102, type: 0x80, data: Uint8Array.of(0x11, 0x22, 0x33, 0x44, 0x21, 0x31, 0x41, 0x51) },
        ],
      },
    },
  },
  { tc: "enc_key_id 1 vxlan_opts 8/0xff", keys: { keyEncOpts: { vxlan: { gbp: 8 } } } },
  {
    tc: "enc_key_id 1 erspan_opts 2:0:1:3/2:0:255:255",
    keys: { keyEncOpts: { erspan: { ver: 2, dir: 1, hwid: 3 } } },
  },
  {
    tc: "enc_key_id 1 gtp_opts 01:02/ff:ff",
    keys: { keyEncOpts: { gtp: { pduType: 1, qfi: 2 } } },
    since: "5.18",
  },
];

const state: readonly FlowerRow[] = [
  {
    protocol: "ip",
    tc: "ct_state +trk+est-rpl ct_zone 5 ct_mark 3/7 ct_label 0102030405060708090a0b0c0d0e0f10",
    keys: {
      keyCtState: flowerCtState.of("tracked", "established"),
      keyCtStateMask: flowerCtState.of("tracked", "established", "reply"),
      keyCtZone: 5,
      keyCtZoneMask: ALL16,
      keyCtMark: 3,
      keyCtMarkMask: 7,
      keyCtLabels: Uint8Array.from({ length: 16 }, (_, i) => i + 1),
      keyCtLabelsMask: new Uint8Array(16).fill(0xff),
    },
  },
];

export const flowerRows: readonly FlowerRow[] = [...ethernet, ...network, ...transport, ...tunnels, ...state];
