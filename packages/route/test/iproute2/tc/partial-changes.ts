// Changes of a part of an object's settings; the others must stay the same.
import type { Action } from "#src/tc/action/act.js";
import type { TcClass } from "#src/tc/class/layout.js";
import type { Filter } from "#src/tc/filter/layout.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";

/** Words of tc, the change that follows, and members that change along. */
export interface PartialChange<T extends { options?: unknown }> {
  readonly tc: string;
  readonly change: NonNullable<T["options"]> | object;
  readonly implied?: object;
}

const NETEM = `netem delay 10ms 2ms 25% loss 1% duplicate 2% corrupt 0.5% reorder 3% 50% gap 5 limit 500
  rate 1mbit 20 100 5`;

export const qdiscChanges: readonly PartialChange<Qdisc>[] = [
  { tc: NETEM, change: { netem: { latency64: 20_000_000n } }, implied: { netem: { latency: 312_500 } } },
  { tc: NETEM, change: { netem: { latency: 312_500 } }, implied: { netem: { latency64: 20_000_000n } } },
  { tc: NETEM, change: { netem: { limit: 77 } } },
  { tc: NETEM, change: { netem: { reorder: { probability: 5 } } } },
  { tc: NETEM, change: { netem: { rate: { rate: 250_000 } } } },
  {
    tc: "netem loss gemodel 1% 10% 70% 0.1%",
    change: { netem: { latency64: 64n } },
    implied: { netem: { latency: 1 } },
  },
  { tc: "netem loss gemodel 1% 10% 70% 0.1%", change: { netem: { loss: { ge: { p: 5 } } } } },
  { tc: "netem slot 1ms 2ms packets 5 bytes 900", change: { netem: { slot: { maxBytes: 5000 } } } },
  { tc: "prio bands 4 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 3", change: { prio: { bands: 5 } } },
  {
    tc: "tbf rate 1mbit burst 10kb latency 50ms peakrate 2mbit mtu 2000 overhead 4 mpu 64",
    change: { tbf: { parms: { limit: 50_000 } } },
  },
  {
    tc: "tbf rate 1mbit burst 10kb latency 50ms peakrate 2mbit mtu 2000 overhead 4 mpu 64",
    change: { tbf: { parms: { rate: { overhead: 8 } } } },
  },
  { tc: "tbf rate 40gbit burst 1mb limit 2mb", change: { tbf: { parms: { limit: 3_000_000 } } } },
  {
    tc: "red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive probability 0.1",
    change: { red: { parms: { limit: 500_000 } } },
  },
  {
    tc: "red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive probability 0.1",
    change: { red: { parms: { flags: 2 } } },
    implied: { red: { flags: { value: 2 } } },
  },
  {
    tc: "choke limit 1000 bandwidth 10mbit min 83 max 250 burst 100 ecn",
    change: { choke: { parms: { limit: 900 } } },
  },
  { tc: "sfb limit 100 max 50 target 30", change: { sfb: { parms: { limit: 200 } } } },
  {
    tc: "cbs hicredit 30 locredit -1470 sendslope -980000 idleslope 20000 offload 0",
    change: { cbs: { parms: { hicredit: 40 } } },
  },
  {
    tc: "ets bands 5 strict 2 quanta 1000 2000 3000 priomap 0 1 2 3 4",
    change: { ets: { quanta: { quantaBand: [1000, 2000, 4000] } } },
  },
  { tc: "fq_codel limit 500 flows 64 target 3ms quantum 300", change: { fq_codel: { limit: 600 } } },
  { tc: "fq_pie limit 1000 flows 64 target 20ms", change: { fq_pie: { limit: 900 } } },
  { tc: "hfsc default 2", change: { hfsc: { defcls: 3 } } },
];

export const classChanges: readonly (PartialChange<TcClass> & { readonly qdisc: string })[] = [
  {
    qdisc: "htb",
    tc: "htb rate 10mbit ceil 20mbit burst 15k cburst 16k quantum 1600 prio 3",
    change: { htb: { parms: { prio: 5 } } },
  },
  {
    qdisc: "htb",
    tc: "htb rate 10mbit ceil 20mbit burst 15k cburst 16k quantum 1600 prio 3",
    change: { htb: { parms: { ceil: { rate: 3_000_000 } } } },
  },
  { qdisc: "htb", tc: "htb rate 40gbit ceil 80gbit quantum 1600", change: { htb: { parms: { prio: 5 } } } },
  {
    qdisc: "hfsc default 2",
    tc: "hfsc sc m1 1mbit d 10ms m2 500kbit ul m2 2mbit",
    change: { hfsc: { fsc: { m2: 125_000 } } },
  },
  { qdisc: "qfq", tc: "qfq weight 10 maxpkt 1500", change: { qfq: { weight: 20 } } },
  { qdisc: "drr", tc: "drr quantum 1500", change: { drr: {} } },
];

export const actionChanges: readonly PartialChange<Action>[] = [
  { tc: "gact pass random netrand drop 5 index 7", change: { gact: { parms: { action: "shot" } } } },
  { tc: "gact pass random netrand drop 5 index 7", change: { gact: { prob: { pval: 9 } } } },
  {
    tc: "skbedit priority 1:2 mark 5/0xff queue_mapping 3 ptype host index 7",
    change: { skbedit: { mark: 6 } },
  },
  {
    tc: "nat ingress 192.0.2.0/24 198.51.100.0 index 7",
    change: { nat: { parms: { newAddr: "198.51.101.0" } } },
  },
  { tc: "vlan push id 7 protocol 802.1ad priority 3 pipe index 7", change: { vlan: { pushVlanId: 8 } } },
  {
    tc: "tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 42 dst_port 4789 csum tos 16 ttl 64 index 7",
    change: { tunnel_key: { encKeyId: 43 } },
  },
  { tc: "csum ip4h and tcp index 7", change: { csum: { parms: { action: "pipe" } } } },
  {
    tc: "police rate 1mbit burst 10k mtu 1500 conform-exceed drop/pipe index 4",
    change: { police: { tbf: { action: "ok" } } },
  },
  { tc: "connmark zone 4 index 7", change: { connmark: { parms: { action: "ok" } } } },
  { tc: "sample rate 12 group 5 trunc 100 index 7", change: { sample: { rate: 13 } } },
];

export const filterChanges: readonly PartialChange<Filter>[] = [
  {
    tc: "protocol ip flower dst_ip 192.0.2.0/24 ip_proto tcp dst_port 80 classid 1:10",
    change: { flower: { keyTcpDst: 443 } },
  },
  {
    tc: "protocol ip flower dst_ip 192.0.2.0/24 ip_proto tcp dst_port 80 classid 1:10",
    change: { flower: { classid: 0x10020 } },
  },
  {
    tc: "protocol 802.1Q flower vlan_id 5 vlan_prio 3 vlan_ethtype ipv4 dst_ip 192.0.2.1 classid 1:10",
    change: { flower: { classid: 0x10020 } },
  },
  {
    tc: "protocol ip u32 match ip src 10.0.0.0/8 match ip dport 80 0xffff flowid 1:10 action skbedit mark 5",
    change: { u32: { classid: 0x10020 } },
  },
  {
    tc: "protocol ip handle 3 basic match cmp(u8 at 0 layer 2 mask 0xff gt 20) classid 1:10",
    change: { basic: { classid: 0x10020 } },
  },
  { tc: "protocol ip handle 0x10/0xff fw classid 1:10 indev v1", change: { fw: { classid: 0x10020 } } },
  {
    tc: "protocol ip handle 1 flow map key src rshift 8 and 0xff addend 5 divisor 16 baseclass 1:10",
    change: { flow: { addend: 6 } },
  },
  { tc: "protocol ip bpf bytecode '1,6 0 0 4294967295' classid 1:10", change: { bpf: { classid: 0x10020 } } },
];
