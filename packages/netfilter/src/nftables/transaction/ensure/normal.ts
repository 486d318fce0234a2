import { isBytes, isRecord } from "@rxnetlink/core/internal";
import { type AnyType, Writer } from "@rxnetlink/core/schema";
import { type Expression, expressionList } from "../../expr/expression.js";
import { dynsetFlags } from "../../expr/kinds/dynset.js";
import { quotaFlags } from "../../expr/kinds/quota.js";
import { natRangeFlags } from "../../expr/nat-range-flags.js";
import { normalExpression } from "../../expr/normal.js";

type Members = Readonly<Record<string, unknown>>;

/** Returns a value as it is read once it has been written: numbers by name, what is implied filled in. */
export function asRead<T>(layout: AnyType, value: unknown): T {
  const out = new Writer(256);
  layout.write(out, value);
  const bytes = out.take();
  return layout.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length) as T;
}

/** Members that packets change. */
const STATE: Readonly<Record<string, readonly string[]>> = {
  counter: ["packets", "bytes"],
  quota: ["consumed"],
  last: ["set", "msecs"],
};

const NAT_RANGE = natRangeFlags.of("mapIps", "protoSpecified");

/** Returns the members of an expression's or an object's settings that packets change. */
export const expressionState = (type: string): readonly string[] =>
  Object.hasOwn(STATE, type) ? STATE[type]! : [];

/** Bits that the kernel sets, as other members imply. */
const IMPLIED_FLAGS: Readonly<Record<string, number>> = {
  dynset: dynsetFlags.of("expr"),
  ...{ nat: NAT_RANGE, masq: NAT_RANGE, redir: NAT_RANGE },
  quota: quotaFlags.of("depleted"),
};

/** Members that are those of another one if they are absent. */
const SAME_AS: Readonly<Record<string, string>> = { regAddrMax: "regAddrMin", regProtoMax: "regProtoMin" };

/** Values that the kernel reports where none was given, besides zero. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  bitwise: { op: "maskXor" },
  dynset: { op: "add" },
  exthdr: { op: "ipv6" },
  limit: { type: "pkts", burst: 5 },
  log: { level: "warning" },
  payload: { csumType: "none" },
};

/** Members that mean something else if they are zero than if they are absent. */
const ZERO_COUNTS: Readonly<Record<string, readonly string[]>> = {
  hash: ["seed"],
  log: ["group"],
  lookup: ["dreg"],
};

/** Returns the text of a set without a name, for its name or number in the settings of an expression. */
export type SetText = (reference: { readonly name: unknown; readonly id: unknown }) => string | undefined;

const SET_NAMES = ["set", "setName"];

/** Returns settings of an expression, or of an object, without state, and without what is the same if it is absent. */
export function normalSettings(type: string, settings: Members): Members {
  const isLeftOut = (key: string, value: unknown) =>
    value === undefined ||
    value === DEFAULTS[type]?.[key] ||
    value === settings[SAME_AS[key] ?? ""] ||
    STATE[type]?.includes(key) === true ||
    ((value === 0 || value === 0n) && ZERO_COUNTS[type]?.includes(key) !== true);
  const implied = IMPLIED_FLAGS[type] ?? 0;
  const entries = Object.entries(settings)
    .map(([key, value]) => [key, key === "flags" ? (value as number) & ~implied : value] as const)
    .filter(([key, value]) => !isLeftOut(key, value));
  return Object.fromEntries(entries);
}

const isExpression = (value: object): value is Expression =>
  typeof (value as Expression).name === "string" &&
  Object.keys(value).every((key) => key === "name" || key === "data");

/** Returns a text that is the same for equal values, whatever the order of their members. */
export function textOf(value: unknown, setText?: SetText): string {
  if (typeof value === "bigint") return String(value);
  if (isBytes(value)) return `0x${[...value].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  if (Array.isArray(value)) return `[${value.map((one) => textOf(one, setText)).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? "";
  if (isExpression(value)) return expressionText(value, setText);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${key}:${textOf(one, setText)}`).join()}}`;
}

function expressionText({ name, data }: Expression, setText?: SetText): string {
  const type = String(name);
  const settings = normalSettings(type, (data as Readonly<Record<string, Members>>)?.[type] ?? {});
  const member = SET_NAMES.find((key) => settings[key] !== undefined);
  const own = member && setText?.({ name: settings[member], id: settings.setId });
  const { setId: _, ...rest } = settings;
  return `${type} ${textOf(own === undefined ? rest : { ...rest, [member!]: own }, setText)}`;
}

/**
 * Returns a text that is the same for expressions that do the same: without the state of counters, with sets that belong to
 * the rule by what they hold.
 */
export function expressionsText(expressions: readonly Expression[], setText?: SetText): string {
  const read = asRead<Expression[]>(expressionList, expressions);
  return textOf(read.map(normalExpression), setText);
}
