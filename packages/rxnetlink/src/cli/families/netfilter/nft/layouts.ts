import { type AnyType, attributes, be64, nest, nestedArray, refine, string } from "@rxnetlink/core/schema";
import {
  elementsMessage,
  expressionList,
  flowtableMessage,
  type Given,
  nftChainMessage,
  nftRuleMessage,
  setMessage,
  statefulObjectMessage,
  tableMessage,
  verdictAttributes,
} from "@rxnetlink/netfilter/nftables";

/** Kinds of objects that steps are about, `ruleset` to flush included. */
export type Kind = keyof Given | "ruleset";

/** A key or data of an element in JSON: text, a number, a range, or a list of these. */
export const elementKeyJson = string;

/** Layout of the JSON of an element, which is not the kernel's: the numbers mean nothing. */
export const elementJson = attributes("element", "", {
  key: [1, elementKeyJson],
  data: [2, elementKeyJson],
  verdict: [3, nest(verdictAttributes)],
  object: [4, string],
  timeout: [5, be64],
  expiration: [6, be64],
  comment: [7, string],
  expressions: [8, expressionList],
});

/** Adds members to a layout, for JSON. */
function withMembers(layout: AnyType, more: Readonly<Record<string, AnyType>>): AnyType {
  return refine(layout, {
    member: (key) => more[key] ?? layout.member?.(key),
    keys: () => [...(layout.keys?.() ?? []), ...Object.keys(more)],
  });
}

const ruleSet = withMembers(setMessage, { elements: elementsMessage.member!("elements")! });

/** Layouts of the values of steps, except of elements by value. */
export const layouts: Readonly<Record<Kind, AnyType>> = {
  ruleset: tableMessage,
  table: tableMessage,
  chain: nftChainMessage,
  rule: withMembers(nftRuleMessage, { sets: nestedArray(1, ruleSet), comment: string }),
  set: setMessage,
  element: elementsMessage,
  object: statefulObjectMessage,
  flowtable: flowtableMessage,
};
