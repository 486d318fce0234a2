import type { Type } from "@rxnetlink/core/schema";
import {
  type Element,
  type ElementKey,
  type Flowtable,
  formatExpression,
  type KeyValue,
  type NftChain,
  type NftRule,
  type NftSet,
  type RulesetObjects,
  ruleText,
  type StatefulObject,
  setFlags,
  statefulObjectData,
  type Table,
  tableFlags,
  type Verdict,
} from "@rxnetlink/netfilter/nftables";
import { assignmentText } from "../../../text/assignments.js";
import type { AnonymousSets } from "./anonymous.js";

/** Joins the words that are there. */
const join = (...words: readonly (string | false | undefined)[]) => words.filter(Boolean).join(" ");

const named = (word: string, value: unknown) => (value === undefined ? undefined : `${word} ${value}`);

function commentText({ userdata }: { readonly userdata?: { readonly comment?: string } }) {
  return userdata?.comment === undefined ? undefined : JSON.stringify(userdata.comment);
}

const bits = (names: readonly string[]) => (names.length === 0 ? undefined : `<${names.join(",")}>`);

function tableText(table: Table): string {
  return join(bits(tableFlags.names(table.flags ?? 0)), commentText(table));
}

function chainText(chain: NftChain): string {
  const { type, hook, policy } = chain;
  if (hook === undefined) return join(commentText(chain));
  const devices = hook.dev === undefined ? hook.devs?.name : [hook.dev];
  return join(
    type,
    `hook ${hook.hooknum} priority ${hook.priority}`,
    named("devices", devices?.join(",")),
    named("policy", policy),
    commentText(chain),
  );
}

const milliseconds = (word: string, time: bigint | undefined) => named(word, time && `${time} ms`);

function setText(set: NftSet): string {
  const { keyType, dataType, objType, flags = 0, timeout } = set;
  const to = dataType ?? objType;
  return join(
    keyType,
    to !== undefined && `: ${to}`,
    bits(setFlags.names(flags)),
    milliseconds("timeout", timeout),
    commentText(set),
  );
}

function valueText(value: KeyValue): string {
  return typeof value === "object" ? `0x${Buffer.from(value).toString("hex")}` : String(value);
}

function keyText(key: ElementKey): string {
  if (Array.isArray(key)) return key.map((part) => keyText(part as ElementKey)).join(" . ");
  if (typeof key === "object" && "from" in key) return `${valueText(key.from)}-${valueText(key.to)}`;
  return valueText(key as KeyValue);
}

/** Formats a verdict. */
export function verdictText({ code, chain }: Verdict): string {
  return join(String(code), chain);
}

/** Formats an element of a set. */
function elementText({
  key,
  data,
  verdict,
  object,
  timeout,
  expiration,
  comment,
  expressions,
}: Element): string {
  const to = verdict === undefined ? (object ?? (data && keyText(data))) : verdictText(verdict);
  return join(
    key === undefined ? "*" : keyText(key),
    to !== undefined && `: ${to}`,
    milliseconds("timeout", timeout),
    milliseconds("expires", expiration),
    comment !== undefined && JSON.stringify(comment),
    ...(expressions ?? []).map(formatExpression),
  );
}

function flowtableText({ hook }: Flowtable): string {
  return join(
    named("hook", hook?.num),
    named("priority", hook?.priority),
    named("devices", hook?.devs?.name?.join(",")),
  );
}

function objectText(object: StatefulObject): string {
  const [[type, settings] = [""]] = Object.entries(object.data ?? {});
  const layout = statefulObjectData.member?.(type) as Type<object> | undefined;
  return join(layout && assignmentText(layout, settings as object), commentText(object));
}

/** Returns the word for an object: `set` or `map`, the type of a stateful object, else its kind. */
export function wordFor<K extends keyof RulesetObjects>(kind: K, object: RulesetObjects[K]): string {
  if (kind === "object") return String((object as StatefulObject).type);
  const { dataType, objType } = object as NftSet;
  return kind === "set" && (dataType ?? objType) !== undefined ? "map" : kind;
}

/** Formats a rule by its handle and as nft prints it, in debug notation where that has no words. */
function ruleLine({ family, handle, expressions, userdata }: NftRule, sets: AnonymousSets): string {
  const rule = { expressions, sets, comment: userdata?.comment };
  return join(String(handle), ruleText(rule, family as Parameters<typeof ruleText>[1]));
}

/** Formats what an object is, without its name, by kind. */
const TEXTS: {
  readonly [K in keyof RulesetObjects]: (object: RulesetObjects[K], sets: AnonymousSets) => string;
} = {
  table: tableText,
  chain: chainText,
  rule: ruleLine,
  set: setText,
  element: elementText,
  object: objectText,
  flowtable: flowtableText,
};

/** Formats what an object is, without its name; `sets` are those without a name that a rule looks up. */
export function partText<K extends keyof RulesetObjects>(
  kind: K,
  object: RulesetObjects[K],
  sets: AnonymousSets = [],
): string {
  return TEXTS[kind](object, sets);
}
