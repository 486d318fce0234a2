import { type DriftRules, drift, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as tc from "#src/tc/index.js";

const rules: DriftRules = {
  subsets: [],
  exceptions: {
    TCM_IFINDEX_MAGIC_BLOCK: "a link index is signed here",
    AF_: "socket.h is not a UAPI header",
    bitfield32: "struct nla_bitfield32 has the name of its YNL type",
    CLSACT_: "a handle made of TC_H_CLSACT and a minor number",
    AVERAGE_PACKET: "a default of tc",
    LINK_RATE: "a default of tc",
    MAX_P: "a default of tc",
    IFE_META_: "ife.h is not in the reference",
    sock_filter: "filter.h is not in the reference",
    "tcmsg.protocol": "half of tcm_info: TC_H_MAKE(priority << 16, protocol)",
    "tcmsg.priority": "half of tcm_info",
    "tc_u32_sel.": "the reference does not see into __struct_group",
    "tc_pedit_key.mask": "bits of the packet, thus in its order",
    "tc_pedit_key.val": "bits of the packet, thus in its order",
    can_filter: "can.h is not in the reference",
    xt_set_info: "xt_set.h is not in the reference",
    TCF_META_ID_LOADAVG0: "the kernel has LOADAVG_0",
    TCF_META_ID_LOADAVG1: "the kernel has LOADAVG_1",
    TCF_META_ID_LOADAVG2: "the kernel has LOADAVG_2",
    "tc_fq_codel_xstats.qdiscStats": "of an anonymous union",
    "tc_fq_codel_xstats.classStats": "of an anonymous union",
    "tc_netem_qopt.qoptLoss": "the attribute has the name loss",
    "act-ct-attrs.natIpv4Min": "an address",
    "act-ct-attrs.natIpv4Max": "an address",
    "act-sample-attrs.parms": "struct tc_sample is struct tc_gact by another name",
    "act-tunnel-key-attrs.encIpv4Src": "an address",
    "act-tunnel-key-attrs.encIpv4Dst": "an address",
    "act-tunnel-key-attrs.encKeyId": "the kernel has be32 (tunnel_key_dump), the spec u64",
    "act-vlan-attrs.pushVlanProtocol": "the kernel has be16 (tcf_vlan_dump), the spec u16",
    "flower-attrs.keyVlanId": "the kernel has u16 (fl_dump_key_vlan), the spec be16",
    "flower-attrs.keyCvlanId": "the kernel has u16 (fl_dump_key_vlan), the spec be16",
    "flower-attrs.keyArpSip": "an address",
    "flower-attrs.keyArpSipMask": "an address",
    "flower-attrs.keyArpTip": "an address",
    "flower-attrs.keyArpTipMask": "an address",
    "flower-attrs.keyMplsLabel": "the kernel has u32 (fl_dump_key_mpls), the spec be32",
    "flower-attrs.keyMplsOpts": "the kernel has a nest of nests (fl_dump_key_mpls_opts)",
    "flower-key-enc-opt-geneve-attrs.class": "the kernel has be16 (fl_dump_key_geneve_opt), the spec u16",
    "flower-key-enc-opt-erspan-attrs.index": "the kernel has be32 (fl_dump_key_erspan_opt), the spec u32",
    "flower-key-enc-opts-attrs.geneve": "the kernel has one for each option",
    "flower-key-enc-opts-attrs.pfcp": "newer than the spec",
    "cake-attrs.overhead": "the kernel has s32 (cake_policy), the spec u32",
    "dualpi2-attrs.pad": "the spec leaves it out",
    "ets-attrs.quantaBand": "a class has one; many are in quanta",
    "fq-attrs.offloadHorizon": "newer than the spec",
    "gred-attrs.stab": "256 bytes",
    "netem-attrs.pad": "aligns, the spec has u32",
    "taprio-attrs.tcEntry": "the kernel has one for each class (taprio_dump_tc_entries)",
  },
};

/** Constants that no declaration has, with the reason; a name with `_` at its end stands for all that begin so. */
const MISSING: Readonly<Record<string, string>> = {
  ETH_P_: "filters take any number",
  TCF_EM_: "shared by the kinds and the flags of matches",
  IPSET_: "of the family for sets of addresses; these are of a match",
  TCA_ETS_PRIOMAP: "of the set around it",
  TCA_ETS_PRIOMAP_BAND: "only in priomap",
  TCA_MIRRED_UNSPEC: "shares the prefix TCA_ with another enumeration",
  TCA_MQPRIO_MAX_RATE64: "of the set around it",
  TCA_MQPRIO_TC_ENTRY: "of the set around it",
  TCA_STATS_APP: "actions have none",
  TCA_TAPRIO_ATTR_SCHED_CLOCKID: "not of a schedule that is to follow",
  TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY: "not of a schedule that is to follow",
  TC_ACT_GOTO_CHAIN: "gotoChain() makes it",
  TC_ACT_JUMP: "jump() makes it",
  TC_POLICE_UNSPEC: "one of the actions, TC_ACT_UNSPEC",
  TC_RED_HISTORIC_FLAGS: "several flags together",
  TC_U32_ROOT: "shares the prefix TC_U32_ with the flags: a handle",
  TC_U32_UNSPEC: "shares the prefix TC_U32_ with the flags: a handle",
  TCA_STATS2: "a chain has none",
  TCA_XSTATS: "filters and chains have none",
};

const reference = kernelReference(import.meta.url, parse, ["tc"]);
if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);

test.skipIf(typeof reference === "string")("declarations agree with the kernel's headers and specs", () => {
  if (typeof reference === "string") return;
  const { problems, coverage } = drift({ ...tc }, reference, rules);
  console.log(coverage.join("\n"));
  expect(problems).toEqual([]);
  const missing = coverage.flatMap((line) => line.split(", without ")[1]?.split(" ") ?? []);
  const excused = Object.keys(MISSING);
  const covers = (it: string, name: string) => it === name || (it.endsWith("_") && name.startsWith(it));
  expect(missing.filter((name) => !excused.some((it) => covers(it, name)))).toEqual([]);
  expect(excused.filter((it) => !missing.some((name) => covers(it, name)))).toEqual([]);
});

test.skipIf(typeof reference === "string")("every set of the spec is declared", () => {
  if (typeof reference === "string") return;
  const declared = Object.values(tc).flatMap((it) =>
    typeof it === "object" && "set" in it ? [it.name] : [],
  );
  expect([...reference.sets.keys()].filter((name) => !declared.includes(name))).toEqual([]);
});
