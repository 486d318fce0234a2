import type { RawElement } from "../../element/layout.js";
import type { Rule } from "../../rule/layout.js";
import { elementKey } from "../../ruleset/model/keys.js";
import type { SetNode } from "../../ruleset/nodes.js";
import { type NftSet, setFlags, setMessage } from "../../set/layout.js";
import type { RuleGiven, Step } from "../step.js";
import { commonIn } from "./common.js";
import { asRead, expressionsText, type SetText, textOf } from "./normal.js";

/** Returns true if a set belongs to the rule that looks it up. */
export const isAnonymous = ({ flags = 0 }: Pick<NftSet, "flags">): boolean =>
  setFlags.has(flags, "anonymous");

function contentsText(set: NftSet, elements: Iterable<RawElement>): string {
  const { flags, keyType, keyLen, dataType, objType, userdata, desc } = set;
  const texts = [...elements].map((element) => {
    const { data, objref } = element;
    return `${elementKey(element)} ${textOf({ data, objref })}`;
  });
  return textOf({ flags, keyType, keyLen, dataType, objType, userdata, desc, elements: texts.sort() });
}

const ruleText = (rule: Pick<Rule, "expressions" | "userdata">, sets: SetText): string =>
  `${expressionsText(rule.expressions ?? [], sets)} ${textOf(rule.userdata)}`;

/** Returns the text of a listed rule; it is the same for rules that do the same. */
export function listedRuleText(rule: Rule, sets: ReadonlyMap<string, SetNode>): string {
  return ruleText(rule, ({ name }) => {
    const node = sets.get(String(name));
    return node && isAnonymous(node.set) ? contentsText(node.set, node.raw.values()) : undefined;
  });
}

/** Returns the text of a rule that is wanted; it is that of the listed rule that it will be. */
export function wantedRuleText({ sets = [], comment, userdata, expressions }: RuleGiven): string {
  const contents = sets.map(({ id, elements, ...set }) => {
    const row = asRead<NftSet>(setMessage, { family: "inet", ...set });
    return [id, contentsText(row, elements)] as const;
  });
  const byId = new Map<unknown, string>(contents);
  const notes = comment === undefined ? userdata : { ...userdata, comment };
  const rule = { expressions, ...(notes !== undefined && { userdata: notes }) };
  return ruleText(rule as never, ({ id }) => byId.get(id));
}

/** Returns the steps that bring the rules of a chain to those that are wanted: removals first, then additions. */
export function ruleEdits(
  listed: readonly Rule[],
  wanted: readonly RuleGiven[],
  sets: ReadonlyMap<string, SetNode>,
): { removals: Step[]; additions: Step[] } {
  const kept = commonIn(
    listed.map((rule) => listedRuleText(rule, sets)),
    wanted.map(wantedRuleText),
  );
  const isKept = new Set(kept.map(([index]) => index));
  const removals = listed
    .filter((_, index) => !isKept.has(index))
    .map((value): Step => ({ type: "delete", kind: "rule", value }));
  const additions: Step[] = [];
  let next = 0;
  for (const [index, rule] of wanted.entries()) {
    const place = kept[next];
    // A copy, since the same rule may stand at several places.
    const value = { ...rule };
    if (place === undefined) additions.push({ type: "append", kind: "rule", value });
    else if (place[1] === index) next++;
    else additions.push({ type: "before", kind: "rule", there: listed[place[0]]!, value });
  }
  return { removals, additions };
}
