// Minimal settings of each kind, in words of tc (iproute2 6.1) and in our request: both are completed alike.
import type { Action } from "#src/tc/action/act.js";
import type { TcClass } from "#src/tc/class/layout.js";
import type { Filter } from "#src/tc/filter/layout.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";
import { xmitTime } from "#src/tc/values/units.js";

/** Words of tc, and members of our request. */
export type MinimalRequest<T extends { options?: unknown }> = readonly [
  tc: string,
  options: object,
  extra?: Partial<T>,
];

const withoutSettings = (...kinds: string[]): MinimalRequest<Qdisc>[] =>
  kinds.map((kind) => [kind, { [kind]: {} }]);
const PRIO_TC_MAP = Uint8Array.from({ length: 16 }, (_, i) => (i === 2 || i === 3 ? 1 : 0));
const of16 = (...numbers: number[]) => Array.from({ length: 16 }, (_, i) => numbers[i] ?? 0);

export const minimalQdiscs: readonly MinimalRequest<Qdisc>[] = [
  ...withoutSettings(
    "pfifo",
    "bfifo",
    "pfifo_head_drop",
    "pfifo_fast",
    "skbprio",
    "sfq",
    "prio",
    "multiq",
    "drr",
    "qfq",
    "mq",
  ),
  ...withoutSettings(
    "htb",
    "hfsc",
    "sfb",
    "fq",
    "fq_codel",
    "codel",
    "pie",
    "fq_pie",
    "hhf",
    "cake",
    "cbs",
    "plug",
  ),
  ["prio bands 4", { prio: { bands: 4 } }],
  ["ets bands 3", { ets: { nbands: 3 } }],
  ["sfb target 30", { sfb: { parms: { binSize: 30 } } }],
  ["sfb max 40", { sfb: { parms: { max: 40 } } }],
  ["sfq perturb 10", { sfq: { v0: { perturbPeriod: 10 } } }],
  ["sfq redflowlimit 100000", { sfq: { limit: 100_000 } }],
  ["red limit 400000 avpkt 1000", { red: { parms: { limit: 400_000 } } }],
  ["red limit 400000 avpkt 1000 ecn", { red: { parms: { limit: 400_000, flags: 1 } } }],
  ["choke limit 1000 bandwidth 10mbit", { choke: { parms: { limit: 1000 } } }],
  ["gred setup vqs 3 default 2", { gred: { dps: { dps: 3, defDp: 2 } } }],
  ["netem delay 10ms", { netem: { latency64: 10_000_000n } }],
  ["netem loss 5%", { netem: { qoptLoss: 214_748_365 } }],
  [
    "netem delay 10ms reorder 25%",
    { netem: { latency64: 10_000_000n, reorder: { probability: 1_073_741_824 } } },
  ],
  ["netem loss state 1%", { netem: { loss: { gi: { p13: 42_949_673 } } } }],
  ["netem loss gemodel 1%", { netem: { loss: { ge: { p: 42_949_673 } } } }],
  ["netem slot 1ms", { netem: { slot: { minDelay: 1_000_000n } } }],
  ["netem rate 1mbit", { netem: { rate: { rate: 125_000 } } }],
  ["netem rate 40gbit", { netem: { rate64: 5_000_000_000n } }],
  [
    "tbf rate 1mbit burst 10kb limit 30kb",
    { tbf: { parms: { rate: { rate: 125_000 }, limit: 30_720 }, burst: 10_240 } },
  ],
  [
    "tbf rate 40gbit burst 1mb limit 2mb",
    { tbf: { rate64: 5_000_000_000n, parms: { limit: 2_097_152 }, burst: 1_048_576 } },
  ],
  [
    "tbf rate 1mbit burst 10kb limit 30kb peakrate 2mbit mtu 2000",
    {
      tbf: {
        parms: { rate: { rate: 125_000 }, limit: 30_720, peakrate: { rate: 250_000 } },
        ...{ burst: 10_240, pburst: 2000 },
      },
    },
  ],
  [
    `mqprio num_tc 2 map 0 0 1 1${" 0".repeat(12)} queues 2@0 2@2 hw 0`,
    { mqprio: { numTc: 2, hw: 0, prioTcMap: PRIO_TC_MAP, count: of16(2, 2), offset: of16(0, 2) } },
  ],
];

export const minimalClasses: readonly (readonly [qdisc: string, ...MinimalRequest<TcClass>])[] = [
  ["htb", "htb rate 10mbit", { htb: { parms: { rate: { rate: 1_250_000 } } } }],
  [
    "htb",
    "htb rate 10mbit ceil 20mbit",
    { htb: { parms: { rate: { rate: 1_250_000 }, ceil: { rate: 2_500_000 } } } },
  ],
  ["htb", "htb rate 40gbit", { htb: { rate64: 5_000_000_000n } }],
  ["hfsc", "hfsc sc rate 1mbit", { hfsc: { rsc: { m2: 125_000 }, fsc: { m2: 125_000 } } }],
  ["drr", "drr", { drr: {} }],
  ["qfq", "qfq", { qfq: {} }],
];

const RATE = { rate: { rate: 125_000 }, burst: xmitTime(125_000, 10_240) };
const PROGRAM = [{ code: 6, jt: 0, jf: 0, k: 0xffff_ffff }];

export const minimalActions: readonly ((other: number) => MinimalRequest<Action>)[] = [
  (ifindex) => ["mirred egress redirect dev w0", { mirred: { parms: { eaction: "egressRedir", ifindex } } }],
  (ifindex) => ["mirred ingress mirror dev w0", { mirred: { parms: { eaction: "ingressMirror", ifindex } } }],
  ...(
    [
      ["gact drop", { gact: { parms: { action: "shot" } } }],
      ["skbedit mark 5", { skbedit: { mark: 5 } }],
      ["vlan pop", { vlan: { parms: { vAction: "pop" } } }],
      ["vlan push id 7", { vlan: { parms: { vAction: "push" }, pushVlanId: 7 } }],
      ["csum ip4h", { csum: { parms: { updateFlags: 1 } } }],
      [
        "nat ingress 192.0.2.1 198.51.100.1",
        { nat: { parms: { oldAddr: "192.0.2.1", newAddr: "198.51.100.1" } } },
      ],
      ["connmark", { connmark: {} }],
      ["ct", { ct: {} }],
      ["ctinfo cpmark", { ctinfo: { parmsCpmarkMask: 0xffff_ffff } }],
      ["pedit munge offset 0 u32 set 1", { pedit: { parms: { keys: [{ off: 0, val: 1 }] } } }],
      ["sample rate 12 group 5", { sample: { rate: 12, psampleGroup: 5 } }],
      ["simple sdata hello", { simple: { data: "hello" } }],
      ["skbmod swap mac", { skbmod: { parms: { flags: 8n } } }],
      ["tunnel_key unset", { tunnel_key: { parms: { tAction: "release" } } }],
      [
        "tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2",
        { tunnel_key: { parms: { tAction: "set" }, encIpv4Src: "192.0.2.1", encIpv4Dst: "192.0.2.2" } },
      ],
      [
        "ife encode use mark 3",
        { ife: { parms: { flags: 1 }, metalst: { skbmark: Uint8Array.of(3, 0, 0, 0) } } },
      ],
      // Without metadata the kernel decodes all types that it has seen so far.
      ["ife decode", { ife: { parms: { flags: 0 } } }],
      ["mpls pop protocol ipv4", { mpls: { parms: { mAction: "pop" }, proto: 0x800 } }],
      ["police rate 1mbit burst 10k", { police: { tbf: RATE } }],
      ["police rate 1mbit burst 10k mtu 9000", { police: { tbf: { ...RATE, mtu: 9000 } } }],
      ["bpf bytecode '1,6 0 0 4294967295'", { bpf: { ops: PROGRAM } }],
    ] satisfies MinimalRequest<Action>[]
  ).map((row) => () => row),
];

const CLASS = 0x0001_0010;
const IP: Partial<Filter> = { protocol: "ip" };
const cmp = { val: 20, off: 0, align: 1, opnd: 0 };

export const minimalFilters: readonly MinimalRequest<Filter>[] = [
  ["matchall classid 1:10", { matchall: { classid: CLASS } }],
  ["protocol ip flower", { flower: { keyEthType: "ip" } }, IP],
  ["handle 5 fw classid 1:10", { fw: { classid: CLASS } }, { handle: 5 }],
  ["bpf bytecode '1,6 0 0 4294967295' flowid 1:10", { bpf: { classid: CLASS, ops: PROGRAM } }],
  [
    "protocol ip u32 match u32 0x0a000000 0xff000000 at 12 flowid 1:10",
    { u32: { classid: CLASS, sel: { keys: [{ val: 0x0a00_0000, mask: 0xff00_0000, off: 12 }] } } },
    IP,
  ],
  [
    "protocol ip u32 match u32 0 0 at 0 action skbedit mark 5",
    { u32: { sel: { keys: [{ val: 0, mask: 0, off: 0 }] }, act: [{ options: { skbedit: { mark: 5 } } }] } },
    IP,
  ],
  [
    "protocol ip handle 1 basic match cmp(u8 at 0 eq 20) and cmp(u8 at 1 eq 20) flowid 1:10",
    {
      basic: {
        classid: CLASS,
        ematches: { treeList: [{ data: { cmp } }, { data: { cmp: { ...cmp, off: 1 } } }] },
      },
    },
    { ...IP, handle: 1 },
  ],
  [
    'protocol ip handle 1 basic match nbyte("ab" at 3) flowid 1:10',
    {
      basic: {
        classid: CLASS,
        ematches: { treeList: [{ data: { nbyte: { off: 3, needle: Uint8Array.of(97, 98) } } }] },
      },
    },
    { ...IP, handle: 1 },
  ],
];

/** Requests that lack a required member, with its path in the error. */
export const missingQdiscs: readonly (readonly [options: object, path: string])[] = [
  [{ tbf: {} }, "options.tbf.parms.rate"],
  [{ tbf: { parms: { rate: {}, limit: 5, buffer: 5 } } }, "options.tbf.parms.rate.rate"],
  [{ tbf: { parms: { rate: { rate: 5 }, limit: 5 } } }, "options.tbf.parms.buffer"],
  [{ tbf: { parms: { rate: { rate: 5 } }, burst: 9000 } }, "options.tbf.parms.limit"],
  [
    { tbf: { parms: { rate: { rate: 5 }, limit: 5, buffer: 5, peakrate: { rate: 9 } } } },
    "options.tbf.parms.mtu",
  ],
  [{ red: {} }, "options.red.parms.limit"],
  [{ choke: {} }, "options.choke.parms.limit"],
  [{ gred: { dps: { dps: 3 } } }, "options.gred.dps.defDp"],
  [{ etf: {} }, "options.etf.parms.clockid"],
  [{ netem: { loss: { gi: {} } } }, "options.netem.loss.gi.p13"],
  [{ netem: { loss: { ge: {} } } }, "options.netem.loss.ge.p"],
  [{ netem: { rate: { packetOverhead: 4 } } }, "options.netem.rate.rate"],
  [{ netem: { reorder: { correlation: 4 } } }, "options.netem.reorder.probability"],
  [{ mqprio: { numTc: 2 } }, "options.mqprio.prioTcMap"],
  [{ mqprio: { hw: 0 } }, "options.mqprio.count"],
];

export const missingActions: readonly (readonly [options: object, path: string])[] = [
  [{ gact: {} }, "options.gact.parms.action"],
  [{ gact: { parms: { action: "ok" }, prob: { ptype: "determ" } } }, "options.gact.prob.pval"],
  [{ mirred: { parms: { ifindex: 1 } } }, "options.mirred.parms.eaction"],
  [{ mirred: { parms: { eaction: "egressRedir" } } }, "options.mirred.parms.ifindex"],
  [{ vlan: {} }, "options.vlan.parms.vAction"],
  [{ mpls: {} }, "options.mpls.parms.mAction"],
  [{ tunnel_key: {} }, "options.tunnel_key.parms.tAction"],
  [{ csum: {} }, "options.csum.parms.updateFlags"],
  [{ nat: { parms: { newAddr: "192.0.2.1" } } }, "options.nat.parms.oldAddr"],
  [{ ife: {} }, "options.ife.parms.flags"],
  [{ pedit: { parms: { keys: [{ val: 1 }] } } }, "options.pedit.parms.keys[0].off"],
  [{ police: { tbf: { rate: { rate: 5 } } } }, "options.police.tbf.burst"],
  [{ police: { tbf: { rate: {} } } }, "options.police.tbf.rate.rate"],
];

export const missingFilters: readonly (readonly [options: object, path: string])[] = [
  [{ u32: { sel: { keys: [{ val: 1, off: 0 }] } } }, "options.u32.sel.keys[0].mask"],
  [{ u32: { sel: { keys: [{ val: 1, mask: 1 }] } } }, "options.u32.sel.keys[0].off"],
  [{ bpf: { ops: [{ k: 1 }] } }, "options.bpf.ops[0].code"],
  [{ u32: { mark: { val: 1 } } }, "options.u32.mark.mask"],
  [
    { basic: { ematches: { treeList: [{ data: { cmp: { val: 1, off: 0, align: 1 } } }] } } },
    "options.basic.ematches.treeList[0].data.cmp.opnd",
  ],
  [
    { basic: { ematches: { treeList: [{ data: { meta: { hdr: { left: {} } } } }] } } },
    "options.basic.ematches.treeList[0].data.meta.hdr.left.kind",
  ],
];

export const missingClasses: readonly (readonly [options: object, path: string])[] = [
  [{ htb: {} }, "options.htb.parms.rate"],
  [{ hfsc: { rsc: { m1: 5, m2: 5 } } }, "options.hfsc.rsc.d"],
  [{ hfsc: { fsc: {} } }, "options.hfsc.fsc.m2"],
  [{ htb: { parms: { ceil: { rate: 5 } } } }, "options.htb.parms.rate"],
];
