// Filters of each kind but flower as tc (iproute2 6.1) creates them: what follows `tc filter add dev v0 ingress prio 5`.
import { actionParms, gotoChain, jump } from "#src/tc/action/act-gen.js";
import { policeOf } from "#src/tc/action/kinds/police.js";
import { ematchFlags, ematchTree } from "#src/tc/filter/kinds/ematch/ematch.js";
import type { Filter } from "#src/tc/filter/layout.js";
import type { Case } from "../../support/tc/case.js";

type FilterCase = Case<Filter>;

const CLASS = 0x0001_0010;
const CMP = { val: 20, mask: 0xff, off: 0, align: 1, flags: 0, layer: 2, opnd: 1 };
const text = (word: string) => new TextEncoder().encode(word);
const value = (type: "int" | "var") => ({ kind: { id: "value", type }, shift: 0, op: 0 }) as const;
const PROGRAM = [
  { code: 48, jt: 0, jf: 0, k: 9 },
  { code: 21, jt: 0, jf: 1, k: 6 },
  { code: 6, jt: 0, jf: 0, k: 0xffff_ffff },
  { code: 6, jt: 0, jf: 0, k: 0 },
];

const basicCases: readonly FilterCase[] = [
  {
    tc: `protocol ip handle 3 basic match cmp(u8 at 0 layer 2 mask 0xff gt 20) and
      not nbyte("ab" at 3 layer 1) classid 1:10`,
    extra: { protocol: "ip", handle: 3 },
    options: {
      basic: {
        classid: CLASS,
        ematches: ematchTree([
          { data: { cmp: CMP } },
          { data: { nbyte: { off: 3, layer: 1, needle: text("ab") } }, flags: ematchFlags.bits.invert },
        ]),
      },
    },
    expected: { basic: { classid: CLASS, ematches: { treeHdr: { nmatches: 2, progid: 0 } } } },
    change: {
      options: { basic: { classid: 0x10020, ematches: ematchTree([{ data: { cmp: { ...CMP, val: 5 } } }]) } },
    },
  },
  {
    tc: "protocol ip basic match u32(u32 0x0a000000 0xff000000 at 12) or meta(priority eq 3) classid 1:10",
    expected: {
      basic: {
        ematches: {
          treeList: [
            { kind: "u32", flags: 2, data: { u32: { val: 0x0a00_0000, mask: 0xff00_0000, off: 12 } } },
            {
              kind: "meta",
              flags: 0,
              data: { meta: { hdr: { left: { kind: { id: "priority", type: "int" } } } } },
            },
          ],
        },
      },
    },
  },
  {
    tc: "protocol ip basic match meta(nf_mark mask 0xff gt 24) classid 1:10",
    expected: {
      basic: {
        ematches: {
          treeList: [
            {
              data: {
                meta: {
                  hdr: { left: { kind: { id: "nfmark", type: "int" }, op: 1 }, right: value("int") },
                  lvalue: 0xff,
                  rvalue: 24,
                },
              },
            },
          ],
        },
      },
    },
  },
  {
    // No kernel accepts what tc sends for texts.
    name: "basic with the name of a link",
    options: {
      basic: {
        classid: CLASS,
        ematches: ematchTree([
          {
            data: {
              meta: {
                hdr: { left: { kind: { id: "dev", type: "var" }, shift: 0, op: 0 }, right: value("var") },
                rvalue: text("v0"),
              },
            },
          },
        ]),
      },
    },
  },
  {
    tc: "protocol all basic match canid(sff 0x123:0x7ff eff 0x1234) classid 1:10",
    expected: { basic: { ematches: { treeList: [{ kind: "canid", data: { canid: [{}, {}] } }] } } },
  },
  {
    tc: `protocol ip basic match ( cmp(u16 at 0 layer 1 eq 5) or cmp(u32 at 4 layer 0 trans lt 9) )
      and meta(vlan gt 5) classid 1:10`,
    expected: { basic: { ematches: { treeHdr: { nmatches: 4 } } } },
  },
];

const bpfCases: readonly FilterCase[] = [
  {
    tc: "protocol ip bpf bytecode '4,48 0 0 9,21 0 1 6,6 0 0 4294967295,6 0 0 0' classid 1:10",
    extra: { protocol: "ip" },
    options: { bpf: { classid: CLASS, opsLen: 4, ops: PROGRAM } },
    expected: { bpf: { classid: CLASS, opsLen: 4, ops: PROGRAM } },
    change: { options: { bpf: { classid: 0x10020, opsLen: 1, ops: [{ code: 6, jt: 0, jf: 0, k: 1 }] } } },
  },
  {
    tc: "bpf da skip_hw bytecode '1,6 0 0 0'",
    expected: { bpf: { flags: 1, flagsGen: 9 } },
  },
];

const simpleCases: readonly FilterCase[] = [
  // There is one for each parent, which the kernel does not report.
  { tc: "protocol all handle 1 cgroup", ungettable: true, reportedEmpty: true },
  {
    tc: "protocol ip handle 1 cgroup match cmp(u8 at 0 layer 2 mask 0xff gt 20) action gact drop",
    ungettable: true,
    reportedEmpty: true,
    expected: { cgroup: { ematches: { treeList: [{ data: { cmp: CMP } }] } } },
  },
  {
    tc: "protocol ip handle 1 flow map key src rshift 8 and 0xff addend 5 divisor 16 baseclass 1:10",
    expected: {
      flow: { keys: 1, mode: "map", rshift: 8, mask: 0xff, addend: 5, divisor: 16, baseclass: CLASS },
    },
    change: { options: { flow: { mode: "map", keys: 2, divisor: 8 } } },
  },
  {
    tc: "protocol ip handle 1 flow hash keys src,dst,proto,proto-src,proto-dst divisor 1024 perturb 10",
    expected: { flow: { keys: 0b11111, mode: "hash", divisor: 1024, perturb: 10 } },
  },
  {
    tc: "protocol ip handle 0x10/0xff fw classid 1:10 indev v1",
    expected: { fw: { classid: CLASS, mask: 0xff, indev: "v1" } },
    change: { options: { fw: { classid: 0x10020, mask: 0xff } } },
  },
  {
    tc: "protocol all matchall skip_hw classid 1:10",
    reportedEmpty: true,
    expected: { matchall: { classid: CLASS, flags: 9, pcnt: { rhit: 0n } } },
  },
  {
    tc: "protocol ip route to 10 from 5 classid 1:10",
    expected: { route: { to: 10, from: 5, classid: CLASS } },
    // Refused by 6.1, accepted by 6.12.
    change: { since: "6.12", options: { route: { to: 10, from: 5, classid: 0x10020 } } },
  },
  { tc: "protocol ip route to 10 fromif v1 classid 1:10", expected: { route: { to: 10 } } },
];

const u32Cases: readonly FilterCase[] = [
  {
    tc: "protocol ip u32 match ip src 10.0.0.0/8 match ip dport 80 0xffff flowid 1:10",
    expected: {
      u32: {
        classid: CLASS,
        hash: 0x8000_0000,
        sel: {
          nkeys: 2,
          keys: [
            { mask: 0xff00_0000, val: 0x0a00_0000, off: 12, offmask: 0 },
            { mask: 0xffff, val: 80, off: 20, offmask: 0 },
          ],
        },
      },
    },
    change: {
      options: {
        u32: {
          classid: 0x10020,
          sel: {
            ...{ flags: 1, offshift: 0, nkeys: 2, offmask: 0, off: 0, offoff: 0, hoff: 0, hmask: 0 },
            keys: [
              { mask: 0xff00_0000, val: 0x0a00_0000, off: 12, offmask: 0 },
              { mask: 0xffff, val: 80, off: 20, offmask: 0 },
            ],
          },
        },
      },
      expected: { u32: { classid: 0x10020 } },
    },
  },
  {
    tc: "protocol ip u32 match u8 0x10 0xf0 at nexthdr+2 flowid 1:10 indev v1 skip_hw",
    expected: { u32: { indev: "v1", flags: 9, sel: { keys: [{ offmask: -1 }] } } },
  },
  {
    tc: "protocol ip u32 match mark 5 0xff flowid 1:10",
    missing: ({ options }) => (options?.u32?.mark === undefined ? "no CONFIG_CLS_U32_MARK" : undefined),
    expected: { u32: { mark: { val: 5, mask: 0xff } } },
  },
];

/** Several actions that lead to each other. */
const actCases: readonly FilterCase[] = [
  {
    reportedEmpty: true,
    tc: `protocol ip matchall
      action skbedit mark 5 pipe
      action police rate 1mbit burst 10k conform-exceed drop/pipe
      action gact jump 1
      action gact pass random determ drop 5
      action gact goto chain 3`,
    expected: {
      matchall: {
        act: [
          { kind: "skbedit", options: { skbedit: { parms: { action: "pipe" }, mark: 5 } } },
          { kind: "police", options: { police: { tbf: { action: "shot" }, result: "pipe" } } },
          { kind: "gact", options: { gact: { parms: { action: 0x1000_0001 } } } },
          { kind: "gact", options: { gact: { prob: { ptype: "determ", pval: 5, paction: "shot" } } } },
          { kind: "gact", options: { gact: { parms: { action: 0x2000_0003 } } } },
        ],
      },
    },
    options: {
      matchall: {
        act: [
          { options: { skbedit: { parms: actionParms("pipe"), mark: 5 } } },
          { options: { police: policeOf({ rate: 125_000, burst: 10_240, action: "shot", result: "pipe" }) } },
          { options: { gact: { parms: actionParms(jump(1)) } } },
          {
            options: {
              gact: { parms: actionParms("ok"), prob: { ptype: "determ", pval: 5, paction: "shot" } },
            },
          },
          { options: { gact: { parms: actionParms(gotoChain(3)) } } },
        ],
      },
    },
    extra: { protocol: "ip", handle: 1 },
  },
  {
    reportedEmpty: true,
    tc: "protocol ip matchall action mirred egress redirect dev w0 cookie 0102ab hw_stats disabled",
    expected: {
      matchall: {
        act: [{ kind: "mirred", cookie: Uint8Array.of(1, 2, 0xab), hwStats: { value: 0, selector: 3 } }],
      },
    },
  },
  {
    tc: "protocol ip u32 match ip src 10.0.0.0/8 action mirred egress redirect dev w0",
    expected: {
      u32: { act: [{ kind: "mirred", options: { mirred: { parms: { eaction: "egressRedir" } } } }] },
    },
  },
];

export const filterCases = [...basicCases, ...bpfCases, ...simpleCases, ...u32Cases, ...actCases];
