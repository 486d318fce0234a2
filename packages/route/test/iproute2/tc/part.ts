// What is changed of an object, each time just a part: all else stays as it was.
import type { Action } from "#src/tc/action/act.js";
import type { TcClass } from "#src/tc/class/layout.js";
import type { Filter } from "#src/tc/filter/filter.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";

/** What tc is told, what is changed then, and what follows from that. */
export interface Part<T extends { options?: unknown }> {
  readonly tc: string;
  readonly part: NonNullable<T["options"]> | object;
  readonly follows?: object;
}

const NETEM = `netem delay 10ms 2ms 25% loss 1% duplicate 2% corrupt 0.5% reorder 3% 50% gap 5 limit 500
  rate 1mbit 20 100 5`;

export const qdiscParts: readonly Part<Qdisc>[] = [
  { tc: NETEM, part: { netem: { latency64: 20_000_000n } }, follows: { netem: { latency: 312_500 } } },
  { tc: NETEM, part: { netem: { latency: 312_500 } }, follows: { netem: { latency64: 20_000_000n } } },
  { tc: NETEM, part: { netem: { limit: 77 } } },
  { tc: NETEM, part: { netem: { reorder: { probability: 5 } } } },
  { tc: NETEM, part: { netem: { rate: { rate: 250_000 } } } },
  {
    tc: "netem loss gemodel 1% 10% 70% 0.1%",
    part: { netem: { latency64: 64n } },
    follows: { netem: { latency: 1 } },
  },
  { tc: "netem loss gemodel 1% 10% 70% 0.1%", part: { netem: { loss: { ge: { p: 5 } } } } },
  { tc: "netem slot 1ms 2ms packets 5 bytes 900", part: { netem: { slot: { maxBytes: 5000 } } } },
  { tc: "prio bands 4 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 3", part: { prio: { bands: 5 } } },
  {
    tc: "tbf rate 1mbit burst 10kb latency 50ms peakrate 2mbit mtu 2000 overhead 4 mpu 64",
    part: { tbf: { parms: { limit: 50_000 } } },
  },
  {
    tc: "tbf rate 1mbit burst 10kb latency 50ms peakrate 2mbit mtu 2000 overhead 4 mpu 64",
    part: { tbf: { parms: { rate: { overhead: 8 } } } },
  },
  { tc: "tbf rate 40gbit burst 1mb limit 2mb", part: { tbf: { parms: { limit: 3_000_000 } } } },
  {
    tc: "red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive probability 0.1",
    part: { red: { parms: { limit: 500_000 } } },
  },
  {
    tc: "red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive probability 0.1",
    part: { red: { parms: { flags: 2 } } },
    follows: { red: { flags: { value: 2 } } },
  },
  {
    tc: "choke limit 1000 bandwidth 10mbit min 83 max 250 burst 100 ecn",
    part: { choke: { parms: { limit: 900 } } },
  },
  { tc: "sfb limit 100 max 50 target 30", part: { sfb: { parms: { limit: 200 } } } },
  {
    tc: "cbs hicredit 30 locredit -1470 sendslope -980000 idleslope 20000 offload 0",
    part: { cbs: { parms: { hicredit: 40 } } },
  },
  {
    tc: "ets bands 5 strict 2 quanta 1000 2000 3000 priomap 0 1 2 3 4",
    part: { ets: { quanta: { quantaBand: [1000, 2000, 4000] } } },
  },
  { tc: "fq_codel limit 500 flows 64 target 3ms quantum 300", part: { fq_codel: { limit: 600 } } },
  { tc: "fq_pie limit 1000 flows 64 target 20ms", part: { fq_pie: { limit: 900 } } },
  { tc: "hfsc default 2", part: { hfsc: { defcls: 3 } } },
];

export const classParts: readonly (Part<TcClass> & { readonly qdisc: string })[] = [
  {
    qdisc: "htb",
    tc: "htb rate 10mbit ceil 20mbit burst 15k cburst 16k quantum 1600 prio 3",
    part: { htb: { parms: { prio: 5 } } },
  },
  {
    qdisc: "htb",
    tc: "htb rate 10mbit ceil 20mbit burst 15k cburst 16k quantum 1600 prio 3",
    part: { htb: { parms: { ceil: { rate: 3_000_000 } } } },
  },
  { qdisc: "htb", tc: "htb rate 40gbit ceil 80gbit quantum 1600", part: { htb: { parms: { prio: 5 } } } },
  {
    qdisc: "hfsc default 2",
    tc: "hfsc sc m1 1mbit d 10ms m2 500kbit ul m2 2mbit",
    part: { hfsc: { fsc: { m2: 125_000 } } },
  },
  { qdisc: "qfq", tc: "qfq weight 10 maxpkt 1500", part: { qfq: { weight: 20 } } },
  { qdisc: "drr", tc: "drr quantum 1500", part: { drr: {} } },
];

export const actionParts: readonly Part<Action>[] = [
  { tc: "gact pass random netrand drop 5 index 7", part: { gact: { parms: { action: "shot" } } } },
  { tc: "gact pass random netrand drop 5 index 7", part: { gact: { prob: { pval: 9 } } } },
  {
    tc: "skbedit priority 1:2 mark 5/0xff queue_mapping 3 ptype host index 7",
    part: { skbedit: { mark: 6 } },
  },
  {
    tc: "nat ingress 192.0.2.0/24 198.51.100.0 index 7",
    part: { nat: { parms: { newAddr: "198.51.101.0" } } },
  },
  { tc: "vlan push id 7 protocol 802.1ad priority 3 pipe index 7", part: { vlan: { pushVlanId: 8 } } },
  {
    tc: "tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 42 dst_port 4789 csum tos 16 ttl 64 index 7",
    part: { tunnel_key: { encKeyId: 43 } },
  },
  { tc: "csum ip4h and tcp index 7", part: { csum: { parms: { action: "pipe" } } } },
  {
    tc: "police rate 1mbit burst 10k mtu 1500 conform-exceed drop/pipe index 4",
    part: { police: { tbf: { action: "ok" } } },
  },
  { tc: "connmark zone 4 index 7", part: { connmark: { parms: { action: "ok" } } } },
  { tc: "sample rate 12 group 5 trunc 100 index 7", part: { sample: { rate: 13 } } },
];

export const filterParts: readonly Part<Filter>[] = [
  {
    tc: "protocol ip flower dst_ip 192.0.2.0/24 ip_proto tcp dst_port 80 classid 1:10",
    part: { flower: { keyTcpDst: 443 } },
  },
  {
    tc: "protocol ip flower dst_ip 192.0.2.0/24 ip_proto tcp dst_port 80 classid 1:10",
    part: { flower: { classid: 0x10020 } },
  },
  {
    tc: "protocol 802.1Q flower vlan_id 5 vlan_prio 3 vlan_ethtype ipv4 dst_ip 192.0.2.1 classid 1:10",
    part: { flower: { classid: 0x10020 } },
  },
  {
    tc: "protocol ip u32 match ip src 10.0.0.0/8 match ip dport 80 0xffff flowid 1:10 action skbedit mark 5",
    part: { u32: { classid: 0x10020 } },
  },
  {
    tc: "protocol ip handle 3 basic match cmp(u8 at 0 layer 2 mask 0xff gt 20) classid 1:10",
    part: { basic: { classid: 0x10020 } },
  },
  { tc: "protocol ip handle 0x10/0xff fw classid 1:10 indev v1", part: { fw: { classid: 0x10020 } } },
  {
    tc: "protocol ip handle 1 flow map key src rshift 8 and 0xff addend 5 divisor 16 baseclass 1:10",
    part: { flow: { addend: 6 } },
  },
  { tc: "protocol ip bpf bytecode '1,6 0 0 4294967295' classid 1:10", part: { bpf: { classid: 0x10020 } } },
];
