import { EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";
import { NFT_MSG_DELRULE, NFT_MSG_DELSETELEM, NFT_MSG_DELTABLE } from "../common/nft-msg.js";
import { encodedElements, encodedRawElements } from "../element/chunks.js";
import type { SetElements } from "../element/element.js";
import type { RawElement } from "../element/layout.js";
import { completeSet } from "../set/complete.js";
import type { Ids } from "./ids.js";
import { type KindName, keyOf, kinds } from "./kinds.js";
import { ECHO, stepFlags } from "./messages.js";
import { type Outgoing, outgoing, outgoingElements } from "./outgoing.js";
import { ruleMessages } from "./rule-messages.js";
import type { AddStep, FlushStep, PlaceStep, RemoveStep, Step } from "./step.js";

type Members = Readonly<Record<string, unknown>>;

/** Returns a value as it is sent: a listed one without its handle, by which the kernel would look for another. */
function addable(kind: KindName, value: object, ids: Ids): object {
  const { handle: _, ...rest } = value as Members;
  const given = kinds[kind].layout.isListed?.(value) ? rest : value;
  return kind === "set" ? { id: ids.next(), ...completeSet(given) } : given;
}

/** Returns the messages of a step about elements, and their chunks. */
function* elementMessages(
  at: number,
  step: AddStep | RemoveStep,
  type: number,
  flags: number,
): Generator<Outgoing> {
  const value = step.value as Members;
  const isRaw = typeof value.set === "string" || value.setId !== undefined;
  checkRecord(isRaw ? value : value.set, "set");
  const { family, table, name } = (isRaw ? { ...value, name: value.set } : value.set) as Members;
  const { setId } = value;
  const set = { family, table, set: name, ...(setId !== undefined && { setId }) };
  const chunks = isRaw
    ? encodedRawElements((value.elements ?? []) as RawElement[])
    : encodedElements(step.value as SetElements, step.type === "add" || step.type === "create");
  for (const chunk of chunks) yield outgoingElements(at, step.type, type, flags, set, chunk);
}

function* addMessages(at: number, step: AddStep, ids: Ids): Generator<Outgoing> {
  const { kind, type, value } = step;
  const flags = stepFlags[type];
  if (kind === "element") yield* elementMessages(at, step, kinds.element.add, flags);
  else if (kind === "rule") throw new EncodeError("a rule is appended, prepended or placed beside another");
  else yield outgoing(at, kind, type, kinds[kind].add, flags | ECHO, addable(kind, value, ids));
}

function* removeMessages(at: number, step: RemoveStep, ids: Ids): Generator<Outgoing> {
  const { kind, type, value } = step;
  const message = kinds[kind][type];
  if (kind === "element") return yield* elementMessages(at, step, message, 0);
  const id = kind === "rule" ? ids.ofRule(value) : undefined;
  yield outgoing(at, kind, type, message, 0, keyOf(kind, id === undefined ? value : { ...value, id }));
}

/** Returns the message of a step that flushes: a request to remove that names no object. */
function flushMessage(at: number, { kind, value }: FlushStep): Outgoing {
  const { family, table, name } = value as Members;
  const missing = (member: string) => new EncodeError("is missing").at(member);
  if (kind === "ruleset") return outgoing(at, "table", "flush", NFT_MSG_DELTABLE, 0, { family });
  if (name === undefined) throw missing("name");
  if (kind === "table") return outgoing(at, "rule", "flush", NFT_MSG_DELRULE, 0, { family, table: name });
  if (table === undefined) throw missing("table");
  if (kind === "chain")
    return outgoing(at, "rule", "flush", NFT_MSG_DELRULE, 0, { family, table, chain: name });
  return outgoing(at, "element", "flush", NFT_MSG_DELSETELEM, 0, { family, table, set: name });
}

/**
 * Returns the messages of a step, in order.
 *
 * @throws EncodeError, with the place in the value of the step
 */
export function* stepMessages(at: number, step: Step, ids: Ids): Generator<Outgoing> {
  checkRecord(step as unknown, "step");
  checkRecord(step.value as unknown, step.kind);
  const { type } = step;
  if (type === "add" || type === "create") yield* addMessages(at, step as AddStep, ids);
  else if (type === "delete" || type === "destroy") yield* removeMessages(at, step as RemoveStep, ids);
  else if (type === "flush") yield flushMessage(at, step as FlushStep);
  else if (Object.hasOwn(stepFlags, type) || type === "replace")
    yield* ruleMessages(at, step as PlaceStep, ids);
  else throw new EncodeError(`${JSON.stringify(type)} is no type of a step`).at("type");
}
