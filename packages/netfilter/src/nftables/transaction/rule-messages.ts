import { EncodeError } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { NFT_MSG_NEWRULE, NFT_MSG_NEWSET, NFT_MSG_NEWSETELEM } from "../common/nft-msg.js";
import { encodedRawElements } from "../element/chunks.js";
import type { Ids } from "./ids.js";
import { ECHO, stepFlags } from "./messages.js";
import { type Outgoing, outgoing, outgoingElements } from "./outgoing.js";
import type { EndStep, PlaceStep, RuleGiven, RuleSet } from "./step.js";

/** Returns expressions whose sets have the numbers that they have in the transaction. */
function renumbered(value: unknown, ids: ReadonlyMap<number, number>): unknown {
  if (Array.isArray(value)) return value.map((element) => renumbered(element, ids));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    key === "setId" && typeof member === "number" ? (ids.get(member) ?? member) : renumbered(member, ids),
  ]);
  return Object.fromEntries(entries);
}

/** Returns a rule as it is sent: without what only says where a listed one is. */
function ruleOf({ sets: _, comment, ...given }: RuleGiven): Record<string, unknown> {
  const { handle: _h, position: _p, ...rule } = given;
  return comment === undefined ? rule : { ...rule, userdata: { ...given.userdata, comment } };
}

/** Returns the members that say where a rule goes. */
function placeOf(step: EndStep | PlaceStep, ids: Ids): Record<string, unknown> {
  if (!("there" in step)) return {};
  const { there, type } = step;
  if (there.handle !== undefined) return { [type === "replace" ? "handle" : "position"]: there.handle };
  const id = ids.ofRule(there);
  if (id === undefined || type === "replace")
    throw new EncodeError("is neither a rule that was listed nor one of an earlier step").at("there");
  return { positionId: id };
}

/** Returns the messages that make a set without a name. */
function* setMessages(
  at: number,
  rule: RuleGiven,
  set: RuleSet,
  id: number,
  place: number,
): Generator<Outgoing> {
  const { elements, ...declared } = set;
  const { family, table } = rule;
  yield outgoing(at, "set", "add", NFT_MSG_NEWSET, stepFlags.add, { family, table, ...declared, id });
  const value = { family, table, set: set.name, setId: id };
  for (const chunk of encodedRawElements(elements))
    yield outgoingElements(at, "add", NFT_MSG_NEWSETELEM, stepFlags.add, value, {
      ...chunk,
      list: `sets[${place}].elements`,
    });
}

/** Returns the messages of a step that adds a rule. */
export function* ruleMessages(at: number, step: EndStep | PlaceStep, ids: Ids): Generator<Outgoing> {
  const { value, type } = step;
  const renumbering = new Map<number, number>();
  for (const [place, set] of (value.sets ?? []).entries()) {
    const id = ids.next();
    renumbering.set(set.id, id);
    yield* setMessages(at, value, set, id, place);
  }
  const rule = ruleOf(value);
  if (renumbering.size > 0) rule.expressions = renumbered(rule.expressions, renumbering);
  const id = ids.ofRule(value);
  const flags = type === "replace" ? stepFlags.add | 0x100 : stepFlags[type];
  const whole = { ...rule, ...(id !== undefined && { id }), ...placeOf(step, ids) };
  yield outgoing(at, "rule", type, NFT_MSG_NEWRULE, flags | ECHO, whole);
}
