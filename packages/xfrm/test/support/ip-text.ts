// Facts about policies and states: from what `ip -s xfrm` prints, and from our values.

import type { XfrmLifetime } from "#src/common/lifetime.js";
import type { XfrmSelector } from "#src/common/selector.js";
import type { XfrmTemplate } from "#src/common/template.js";
import type { XfrmPolicy } from "#src/policy/layout.js";
import type { XfrmAlgo } from "#src/state/algorithms.js";
import type { XfrmState } from "#src/state/layout.js";

/** Splits the output into blocks, each about one object; those of monitors have a word before the first line. */
export const blocksOf = (output: string): string[] =>
  output.split(/^(?=\w[\w ]*\bsrc |src )/m).filter((block) => block.includes("src "));

/** Returns the first group of a pattern. */
const found = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

/** Returns the words after a label on its line: `"5"` of `"priority 5 ptype main"`. */
const after = (text: string, label: string) => found(text, new RegExp(`(?:^|\\s)${label} (\\S+)`, "m"));

/** Numbers of the lines `limit:` and `expire …:`, as printed. */
const limitsIn = (text: string): string[] =>
  Array.from(text.matchAll(/soft (\S+)\((?:\w+)\), hard (\S+)\(\w+\)/g), ([, soft, hard]) => [
    soft!.replace(/[()]/g, ""),
    hard!.replace(/[()]/g, ""),
  ]).flat();

/** The same of our value. */
const limitsOf = (lft: XfrmLifetime): string[] =>
  Object.values(lft).map((value) => (value === "infinite" ? "INF" : String(value)));

const hexOf = (value: number | undefined) => (value === undefined ? undefined : `0x${value.toString(16)}`);

const selectorIn = (line: string) => ({
  src: after(line, "src"),
  dst: after(line, "dst"),
  proto: after(line, "proto"),
  sport: after(line, "sport"),
  dport: after(line, "dport"),
});

const selectorOf = ({ saddr, daddr, prefixlenS, prefixlenD, proto, sport, dport }: XfrmSelector) => ({
  src: `${saddr}/${prefixlenS}`,
  dst: `${daddr}/${prefixlenD}`,
  proto: proto === 0 ? undefined : String(proto),
  sport: sport ? String(sport) : undefined,
  dport: dport ? String(dport) : undefined,
});

const templateIn = (text: string) => ({
  src: after(text, "src"),
  dst: after(text, "dst"),
  proto: after(text, "proto"),
  spi: found(text, /spi 0x\w+\((\d+)\)/),
  reqid: found(text, /reqid (\d+)/),
  mode: after(text, "mode"),
  level: after(text, "level"),
});

const templateOf = (one: XfrmTemplate) => ({
  src: one.saddr,
  dst: one.daddr,
  proto: String(one.proto),
  spi: String(one.spi),
  reqid: String(one.reqid),
  mode: String(one.mode),
  level: one.optional ? "use" : "required",
});

/** Facts about a policy that `ip -s xfrm policy` prints. */
export function policyIn(block: string) {
  const [line = "", ...rest] = block.split("\n");
  const [head = "", ...templates] = rest.join("\n").split(/^\s*tmpl /m);
  return {
    ...selectorIn(line),
    dir: after(head, "dir"),
    action: after(head, "action"),
    index: after(head, "index"),
    priority: after(head, "priority"),
    ptype: after(head, "ptype"),
    limits: limitsIn(head),
    mark: found(block, /mark (0x\w+\/0x\w+)/),
    tmpl: templates.map(templateIn),
    ifId: found(block, /if_id (0x\w+)/),
  };
}

/** The same facts of our value. */
export function policyOf(policy: XfrmPolicy) {
  const { mark } = policy;
  return {
    ...selectorOf(policy.sel),
    dir: String(policy.dir),
    action: String(policy.action),
    index: String(policy.index),
    priority: String(policy.priority),
    ptype: String(policy.policyType),
    limits: limitsOf(policy.lft),
    mark: mark && `${hexOf(mark.v)}/${hexOf(mark.m)}`,
    tmpl: (policy.tmpl ?? []).map(templateOf),
    ifId: hexOf(policy.ifId),
  };
}

const keyOf = ({ name, key, keyLen }: XfrmAlgo) =>
  `${name} 0x${Buffer.from(key ?? []).toString("hex")} (${keyLen} bits)`;

/** Facts about a state that `ip -s xfrm state` prints. */
export function stateIn(block: string) {
  const esn = /seq-hi 0x(\w+), seq 0x(\w+), oseq-hi 0x(\w+), oseq 0x(\w+)/.exec(block);
  return {
    src: found(block, /src (\S+)/),
    dst: found(block, /dst (\S+)/),
    proto: after(block, "proto"),
    spi: found(block, /spi 0x\w+\((\d+)\)/),
    reqid: found(block, /reqid (\d+)\(/),
    mode: after(block, "mode"),
    replayWindow: found(block, /replay[-_]window (\d+) seq/),
    flags: found(block, /seq 0x\d+ flag (.*?) ?\(0x/)
      ?.trim()
      .split(/\s+/)
      .filter(Boolean)
      .sort(),
    mark: found(block, /^\s*mark (0x\w+\/0x\w+)/m),
    algorithms: Array.from(
      block.matchAll(/^\s*(?:auth-trunc|enc|aead) (\S+ 0x\w* \(\d+ bits\))/gm),
      ([, text]) => text,
    ).sort(),
    compression: found(block, /^\s*comp (\S+)/m),
    length: found(block, /^\s*(?:auth-trunc|aead) \S+ \S+ \(\d+ bits\) (\d+)/m),
    encap: found(block, /encap type (\S+ sport \d+ dport \d+)/),
    esn: esn?.slice(1).map((digits) => Number.parseInt(digits, 16)),
    esnWindow: found(block, /replay_window (\d+), bitmap-length/),
    sel: found(block, /^\s*sel (src \S+ dst \S+)/m),
    limits: limitsIn(block),
    ifId: found(block, /if_id (0x\w+)/),
  };
}

/** The words of flags as `ip` has them. */
const FLAGS: Readonly<Record<number, string>> = {
  1: "noecn",
  2: "decap-dscp",
  4: "nopmtudisc",
  8: "wildrecv",
  16: "icmp",
  32: "af-unspec",
  64: "align4",
  128: "esn",
};

/** The same facts of our value. */
export function stateOf(state: XfrmState) {
  const { mark, encap, replayEsnVal, algAead, algAuthTrunc, algCrypt, algComp, sel } = state;
  return {
    src: state.saddr,
    dst: state.daddr,
    proto: String(state.proto),
    spi: String(state.spi),
    reqid: String(state.reqid),
    mode: String(state.mode),
    replayWindow: String(state.replayWindow),
    flags: Object.entries(FLAGS)
      .filter(([bit]) => state.flags & Number(bit))
      .map(([, word]) => word)
      .sort(),
    mark: mark && `${hexOf(mark.v)}/${hexOf(mark.m)}`,
    algorithms: [algAead, algAuthTrunc, algCrypt]
      .filter((one) => one !== undefined)
      .map(keyOf)
      .sort(),
    compression: algComp?.name,
    length: algAead || algAuthTrunc ? String(algAead?.icvLen ?? algAuthTrunc?.truncLen) : undefined,
    encap: encap && `${encap.type} sport ${encap.sport} dport ${encap.dport}`,
    esn: replayEsnVal && [replayEsnVal.seqHi, replayEsnVal.seq, replayEsnVal.oseqHi, replayEsnVal.oseq],
    esnWindow: replayEsnVal && String(replayEsnVal.replayWindow),
    sel: `src ${sel.saddr}/${sel.prefixlenS} dst ${sel.daddr}/${sel.prefixlenD}`,
    limits: limitsOf(state.lft),
    ifId: hexOf(state.ifId),
  };
}
