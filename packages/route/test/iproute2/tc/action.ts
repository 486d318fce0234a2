// Actions of each kind as tc (iproute2 6.1) creates them: what follows `tc actions add action`.
import type { Action } from "#src/tc/action/act.js";
import { actionParms } from "#src/tc/action/act-gen.js";
import { csumFlags } from "#src/tc/action/kinds/csum.js";
import { policeOf } from "#src/tc/action/kinds/police.js";
import { xmitTime } from "#src/tc/values/units.js";
import type { Case } from "../../support/tc/case.js";

type ActionCase = Case<Action>;

const MAC1 = "02:00:00:00:00:01";
const MAC2 = "02:00:00:00:00:02";
const FOUR = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);

const verdictCases: readonly ActionCase[] = [
  {
    tc: "gact drop index 7",
    options: { gact: { parms: actionParms("shot", 7) } },
    expected: { gact: { parms: { action: "shot", index: 7 } } },
    change: {
      options: { gact: { parms: actionParms("ok", 7) } },
      expected: { gact: { parms: { action: "ok" } } },
    },
  },
  {
    tc: "gact pass random netrand drop 5 index 7",
    expected: { gact: { parms: { action: "ok" }, prob: { ptype: "netrand", pval: 5, paction: "shot" } } },
  },
  ...(["reclassify", "continue", "pipe"] as const).map((word) => ({
    tc: `gact ${word}`,
    has: { gact: { parms: { action: word === "continue" ? "unspec" : word } } },
  })),
  {
    tc: "police rate 1mbit burst 10k mtu 1500 conform-exceed drop/pipe index 4",
    options: {
      police: policeOf({ rate: 125_000, burst: 10_240, mtu: 1500, action: "shot", result: "pipe", index: 4 }),
    },
    expected: {
      police: {
        tbf: { action: "shot", burst: 1_280_000, mtu: 1500, rate: { rate: 125_000 } },
        result: "pipe",
      },
    },
    change: {
      options: { police: policeOf({ rate: 250_000, burst: 1000, index: 4 }) },
      expected: { police: { tbf: { action: "reclassify", rate: { rate: 250_000 } } } },
    },
  },
  {
    tc: "police rate 1mbit burst 10k peakrate 2mbit mtu 2000 overhead 8 linklayer atm index 4",
    options: {
      police: policeOf({
        ...{ rate: 125_000, burst: 10_240, peakrate: 250_000, mtu: 2000, overhead: 8, index: 4 },
        linklayer: "atm",
      }),
    },
    expected: { police: { tbf: { peakrate: { rate: 250_000 }, rate: { linklayer: "atm", overhead: 8 } } } },
  },
  {
    tc: "police rate 40gbit burst 10m index 4",
    options: { police: policeOf({ rate: 5e9, burst: 10 * 1024 * 1024, index: 4 }) },
    expected: { police: { rate64: 5_000_000_000n, tbf: { rate: { rate: 0xffff_ffff } } } },
  },
  {
    tc: "police pkts_rate 1000 pkts_burst 50 index 5",
    expected: { police: { pktrate64: 1000n, pktburst64: BigInt(xmitTime(1000, 50)) } },
  },
  {
    tc: "bpf bytecode '1,6 0 0 4294967295' index 9",
    expected: { bpf: { opsLen: 1, ops: [{ code: 6, jt: 0, jf: 0, k: 0xffff_ffff }] } },
  },
  {
    tc: `gate clockid CLOCK_TAI base-time 200000000000ns priority 3
      sched-entry open 200000000ns -1 8000000b sched-entry close 100000000ns`,
    expected: {
      gate: {
        ...{ clockid: 11, priority: 3, baseTime: 200_000_000_000n, cycleTime: 300_000_000n },
        entryList: {
          entry: [
            { index: 0, gate: true, interval: 200_000_000, ipv: -1, maxOctets: 8_000_000 },
            { index: 1, interval: 100_000_000, ipv: -1, maxOctets: -1 },
          ],
        },
      },
    },
  },
];

const elsewhereCases: readonly ActionCase[] = [
  {
    tc: "mirred egress mirror dev w0 index 3 cookie 0102ab hw_stats immediate",
    expected: { mirred: { parms: { eaction: "egressMirror", action: "pipe", index: 3 } } },
  },
  {
    tc: "mirred ingress redirect dev w0",
    expected: { mirred: { parms: { eaction: "ingressRedir", action: "stolen" } } },
  },
  {
    name: "mirred to a block",
    since: "6.8",
    options: {
      mirred: { parms: { ...actionParms("pipe", 3), eaction: "egressMirror", ifindex: 0 }, blockid: 22 },
    },
    expected: { mirred: { parms: { action: "pipe", eaction: "egressMirror" }, blockid: 22 } },
  },
  {
    tc: "sample rate 12 group 5 trunc 100",
    expected: { sample: { rate: 12, psampleGroup: 5, truncSize: 100 } },
  },
  { tc: "simple sdata hello", expected: { simple: { data: "hello" } } },
  {
    tc: `ife encode allow mark use prio 5 type 0xed3f dst ${MAC1} src ${MAC2}`,
    expected: {
      ife: { parms: { flags: 1 }, type: 0xed3f, dmac: MAC1, smac: MAC2, metalst: { prio: FOUR(5) } },
    },
  },
  { tc: "ife decode", expected: { ife: { parms: { flags: 0 } } } },
  { tc: "ife encode use tcindex 5 use mark 3", expected: { ife: { metalst: { skbmark: FOUR(3) } } } },
];

const markCases: readonly ActionCase[] = [
  {
    tc: "skbedit priority 1:2 mark 5/0xff queue_mapping 3 ptype host",
    expected: { skbedit: { priority: 0x10002, mark: 5, mask: 0xff, queueMapping: 3, ptype: 0 } },
  },
  { tc: "skbedit inheritdsfield", expected: { skbedit: { flags: 32n } } },
  {
    name: "skbedit to one of several queues",
    since: "6.0",
    options: { skbedit: { parms: actionParms("pipe", 3), flags: 64n, queueMapping: 1, queueMappingMax: 3 } },
    expected: { skbedit: { flags: 64n, queueMapping: 1, queueMappingMax: 3 } },
  },
  {
    tc: "ct commit zone 5 mark 3/7 label 0102030405060708090a0b0c0d0e0f10 nat src addr 10.0.0.1-10.0.0.9 port 1000-2000 pipe",
    expected: {
      ct: {
        action: 25,
        ...{ zone: 5, mark: 3, markMask: 7, natIpv4Min: "10.0.0.1", natIpv4Max: "10.0.0.9" },
        natPortMin: 1000,
        natPortMax: 2000,
      },
    },
  },
  {
    tc: "ct commit nat dst addr 2001:db8::1 pipe",
    expected: { ct: { action: 41, natIpv6Min: "2001:db8::1" } },
  },
  { tc: "ct clear", expected: { ct: { action: 4 } } },
  { tc: "ct zone 3 nat pipe", expected: { ct: { action: 8, zone: 3 } } },
  { tc: "ct force commit", expected: { ct: { action: 3 } } },
  {
    tc: "ctinfo dscp 0xfc000000 0x01000000 cpmark 0xff zone 3",
    expected: {
      ctinfo: { parmsDscpMask: 0xfc00_0000, parmsDscpStatemask: 0x0100_0000, parmsCpmarkMask: 0xff, zone: 3 },
    },
  },
  { tc: "connmark zone 4", expected: { connmark: { parms: { zone: 4 } } } },
];

const headerCases: readonly ActionCase[] = [
  {
    tc: "pedit ex munge ip ttl set 64 munge eth dst set 11:22:33:44:55:66 munge tcp sport add 1 pipe",
    expected: {
      pedit: {
        parmsEx: { nkeys: 4, keys: [{ val: 0x4000_0000, mask: 0x00ff_ffff, off: 8 }, {}, {}, {}] },
        keysEx: {
          keyEx: [
            { htype: "ip4", cmd: "set" },
            { htype: "eth" },
            { htype: "eth" },
            { htype: "tcp", cmd: "add" },
          ],
        },
      },
    },
  },
  { tc: "pedit munge offset 0 u8 set 0x10 retain 0xf0 munge ip tos set 4", expected: { pedit: {} } },
  {
    tc: "vlan push id 7 protocol 802.1ad priority 3 pipe",
    expected: {
      vlan: { parms: { vAction: "push" }, pushVlanId: 7, pushVlanProtocol: "8021ad", pushVlanPriority: 3 },
    },
  },
  { tc: "vlan pop", expected: { vlan: { parms: { vAction: "pop" } } } },
  { tc: "vlan modify id 9", expected: { vlan: { parms: { vAction: "modify" }, pushVlanId: 9 } } },
  {
    tc: `vlan push_eth dst_mac ${MAC1} src_mac ${MAC2}`,
    expected: { vlan: { parms: { vAction: "pushEth" }, pushEthDst: MAC1, pushEthSrc: MAC2 } },
  },
  { tc: "vlan pop_eth", expected: { vlan: { parms: { vAction: "popEth" } } } },
  {
    tc: "mpls push protocol mpls_uc label 123 tc 3 ttl 64 bos 1",
    expected: { mpls: { parms: { mAction: "push" }, proto: 0x8847, label: 123, tc: 3, ttl: 64, bos: 1 } },
  },
  { tc: "mpls pop protocol ipv4", expected: { mpls: { parms: { mAction: "pop" }, proto: 0x800 } } },
  // The kernel reports more of these two than it accepts.
  {
    tc: "mpls modify label 5",
    options: { mpls: { parms: { ...actionParms("pipe"), mAction: "modify" }, label: 5 } },
    expected: { mpls: { parms: { mAction: "modify" }, label: 5 } },
  },
  {
    tc: "mpls dec_ttl",
    options: { mpls: { parms: { ...actionParms("pipe"), mAction: "decTtl" } } },
    expected: { mpls: { parms: { mAction: "decTtl" } } },
  },
  { tc: "mpls mac_push label 7", expected: { mpls: { parms: { mAction: "macPush" }, label: 7 } } },
  {
    tc: "csum ip4h and tcp and udp",
    expected: { csum: { parms: { updateFlags: csumFlags.of("ipv4hdr", "tcp", "udp") } } },
  },
  {
    tc: "nat ingress 192.0.2.0/24 198.51.100.0",
    expected: {
      nat: { parms: { oldAddr: "192.0.2.0", newAddr: "198.51.100.0", mask: "255.255.255.0", flags: 0 } },
    },
  },
  { tc: "nat egress 192.0.2.1/32 198.51.100.1", expected: { nat: { parms: { flags: 1 } } } },
  {
    tc: `skbmod set dmac ${MAC1} set smac ${MAC2} set etype 0x800`,
    expected: { skbmod: { parms: { flags: 7n }, dmac: MAC1, smac: MAC2, etype: 0x800 } },
  },
  { tc: "skbmod swap mac", expected: { skbmod: { parms: { flags: 8n } } } },
  { tc: "skbmod ecn", expected: { skbmod: { parms: { flags: 16n } } } },
];

const tunnelCases: readonly ActionCase[] = [
  {
    tc: `tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 42 dst_port 4789 csum tos 16 ttl 64
      geneve_opts 0102:80:00880022`,
    expected: {
      tunnel_key: {
        parms: { tAction: "set" },
        ...{ encIpv4Src: "192.0.2.1", encIpv4Dst: "192.0.2.2", encKeyId: 42, encDstPort: 4789 },
        ...{ noCsum: 0, encTos: 16, encTtl: 64 },
        encOpts: { geneve: [{ class: 0x102, type: 0x80, data: Uint8Array.of(0, 0x88, 0, 0x22) }] },
      },
    },
  },
  {
    tc: "tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 42 vxlan_opts 7 nocsum",
    expected: { tunnel_key: { noCsum: 1, encOpts: { vxlan: { gbp: 7 } } } },
  },
  {
    tc: "tunnel_key set src_ip 2001:db8::1 dst_ip 2001:db8::2 id 42 erspan_opts 2:0:1:3",
    expected: { tunnel_key: { encIpv6Src: "2001:db8::1", encOpts: { erspan: { ver: 2, dir: 1, hwid: 3 } } } },
  },
  {
    tc: "tunnel_key set src_ip 2001:db8::1 dst_ip 2001:db8::2 id 42 erspan_opts 1:77:0:0",
    expected: { tunnel_key: { encOpts: { erspan: { ver: 1, index: 77 } } } },
  },
  { tc: "tunnel_key unset", expected: { tunnel_key: { parms: { tAction: "release" } } } },
  {
    name: "tunnel_key without fragments",
    since: "6.3",
    options: {
      tunnel_key: {
        parms: { ...actionParms("pipe", 3), tAction: "set" },
        ...{ encIpv4Src: "192.0.2.1", encIpv4Dst: "192.0.2.2", encKeyId: 42, noFrag: true },
      },
    },
    expected: { tunnel_key: { encKeyId: 42, noFrag: true } },
  },
];

export const actionCases = [...verdictCases, ...elsewhereCases, ...markCases, ...headerCases, ...tunnelCases];
