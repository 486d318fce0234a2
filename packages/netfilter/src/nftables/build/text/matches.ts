import type { Expression } from "../../expr/expression.js";
import type { LookupExpr } from "../../expr/kinds/lookup.js";
import { lookupFlags } from "../../expr/kinds/lookup.js";
import type { AnonymousSet } from "../compile/compiled.js";
import { ones, type Part } from "../field/bits.js";
import { fromBytes } from "../value/bytes.js";
import type { DataType } from "../value/data-type.js";
import { elementsText, intervalText, rangeText, verdictText, wildcard } from "./literal.js";
import type { LoadedField } from "./operand.js";
import { changedText } from "./operand.js";
import { type Reader, shortWords } from "./reader.js";

const OPERATORS: Readonly<Record<string, string>> = {
  eq: "",
  neq: "!= ",
  lt: "< ",
  lte: "<= ",
  gt: "> ",
  gte: ">= ",
};

/** Reads a comparison and, of a range, the next one; returns the number of expressions read. */
export function readMatch(reader: Reader, expressions: readonly Expression[]): number {
  const [{ data: { cmp, range } = {} } = {}, next] = expressions;
  if (cmp?.data?.value !== undefined) {
    const field = reader.field(cmp.sreg);
    if (field === undefined) return 0;
    const upper = next?.data?.cmp;
    const bounds = cmp.op === "gte" && upper?.op === "lte" && upper.sreg === cmp.sreg;
    if (bounds) return readRange(reader, field, "", cmp.data.value, upper.data?.value) ? 2 : 0;
    return compareText(reader, field, String(cmp.op ?? "eq"), cmp.data.value) ? 1 : 0;
  }
  if (range === undefined) return 0;
  const field = reader.field(range.sreg);
  if (field === undefined) return 0;
  const op = range.op === "neq" ? "!= " : "";
  return readRange(reader, field, op, range.fromData?.value, range.toData?.value) ? 1 : 0;
}

function orderOf({ swapped }: LoadedField, { type }: Part) {
  return swapped && type.order === "host" ? "network" : type.order;
}

/** Returns the number in bytes that a field is compared with. */
function numberIn(field: LoadedField, part: Part, bytes: Uint8Array): bigint {
  const shift = part.type.bits < field.bytes * 8 ? BigInt(part.source.shift ?? 0) : 0n;
  return fromBytes(bytes, orderOf(field, part)) >> shift;
}

function readRange(
  reader: Reader,
  field: LoadedField,
  op: string,
  from?: Uint8Array,
  to?: Uint8Array,
): boolean {
  const found = reader.words(field);
  if (found === undefined || from === undefined || to === undefined) return false;
  const { part, words } = found;
  const [low, high] = [numberIn(field, part, from), numberIn(field, part, to)];
  reader.match(`${words} ${op}${rangeText(part.type, low, high)}`);
  return true;
}

function compareText(reader: Reader, field: LoadedField, op: string, bytes: Uint8Array): boolean {
  if (op === "eq" && field.steps.length === 0 && field.parts.length > 0 && mergedText(reader, field, bytes))
    return true;
  const selected = reader.select(field);
  if (selected === undefined) return false;
  const { part, steps } = selected;
  const { type } = part;
  reader.imply(part.source.needs);
  const words = shortWords(part.source.words);
  if (bytes.length * 8 < type.bits && steps.length === 0) return prefixText(reader, words, op, bytes, type);
  const value = numberIn(field, part, bytes);
  const [step] = steps;
  if (step?.type === "mask" && steps.length === 1 && step.xor === 0n && (op === "eq" || op === "neq"))
    return maskText(reader, words, op, step.mask, value, type);
  const operator = steps.length > 0 && op === "eq" ? "== " : explicit(op, type);
  const certain = op === "eq" && steps.length === 0 ? value : undefined;
  reader.match(`${changedText(words, steps, type)} ${operator}${type.print(value)}`, part, certain);
  return true;
}

/** nft names the equality of bits, since without an operator it asks for any of them. */
const explicit = (op: string, { bitmask }: DataType<never>) =>
  op === "eq" && bitmask ? "== " : OPERATORS[op]!;

/** The first bytes of a field: of a name or an address. */
function prefixText(
  reader: Reader,
  words: string,
  op: string,
  bytes: Uint8Array,
  type: DataType<never>,
): boolean {
  const rest = type.bits - bytes.length * 8;
  const from = fromBytes(bytes, "network") << BigInt(rest);
  const text =
    type.order === "text" ? wildcard(type.print(from)) : intervalText(type, from, from | ones(rest));
  reader.match(`${words} ${OPERATORS[op]}${text}`);
  return true;
}

function maskText(
  reader: Reader,
  words: string,
  op: string,
  mask: bigint,
  value: bigint,
  type: DataType<never>,
): boolean {
  const rest = ones(type.bits) ^ mask;
  const prefix = (rest & (rest + 1n)) === 0n && type.name.endsWith("_addr");
  if (prefix) reader.match(`${words} ${OPERATORS[op]}${intervalText(type, value, value | rest)}`);
  else if (type.bitmask && value === 0n)
    reader.match(`${words} ${op === "neq" ? "" : "! "}${type.print(mask)}`);
  else if (type.bitmask) reader.match(`${words} ${OPERATORS[op]}${type.print(value)} / ${type.print(mask)}`);
  else reader.match(`${words} & ${type.print(mask)} ${op === "eq" ? "== " : "!= "}${type.print(value)}`);
  return true;
}

/** Splits a comparison of several fields that are next to each other. */
function mergedText(reader: Reader, field: LoadedField, bytes: Uint8Array): boolean {
  const { packet } = field.parts[0]!.source;
  if (packet === undefined || field.parts[0]!.source.bytes >= field.bytes) return false;
  const parts: Part[] = [];
  for (let at = 0; at < bytes.length; at += parts.at(-1)!.source.bytes) {
    const left = bytes.length - at;
    const [part] = reader.catalog
      .at(packet.base, packet.offset + at, reader.knows)
      .filter(({ source, type }) => type.bits === source.bytes * 8 && source.bytes <= left);
    if (part === undefined) return false;
    parts.push(part);
  }
  let at = 0;
  for (const part of parts) {
    const own = bytes.subarray(at, at + part.source.bytes);
    at += part.source.bytes;
    reader.imply(part.source.needs);
    const value = fromBytes(own, part.type.order);
    reader.match(
      `${shortWords(part.source.words)} ${explicit("eq", part.type)}${part.type.print(value)}`,
      part,
      value,
    );
  }
  return true;
}

/** Returns the set that an expression refers to, if it was given. */
const setOf = (reader: Reader, name: string | undefined, id: number | undefined): AnonymousSet | undefined =>
  reader.sets.find((set) => (name?.includes("%d") ? set.id === id : set.name === name));

const isAnonymous = (name: string) => /^__(set|map|objmap)(%d|\d+)$/.test(name);

/** Returns the text of a map: `ip saddr map @marks`; `print` prints what it holds. */
export function mapText(
  reader: Reader,
  fields: readonly LoadedField[],
  reference: Pick<LookupExpr, "set" | "setId">,
  word: string,
  print?: (element: AnonymousSet["elements"][number]) => string,
): string | undefined {
  const found = fields.map((field) => reader.words(field));
  const parts = found.flatMap((one) => (one === undefined ? [] : [one.part]));
  if (parts.length !== fields.length || parts.length === 0) return undefined;
  const set = setOf(reader, reference.set, reference.setId);
  const name = reference.set ?? "";
  if (set === undefined && isAnonymous(name)) return undefined;
  const elements = set === undefined ? `@${name}` : elementsText(set, parts, print);
  return `${found.map((one) => one!.words).join(" . ")} ${word}${elements}`;
}

/** Records the types of ICMP that a set leaves. */
function learnTypes(reader: Reader, [field]: readonly LoadedField[], set: AnonymousSet | undefined): void {
  if (field?.parts[0]?.source.subject !== "icmptype" || set === undefined) return;
  reader.icmpTypes = set.elements.flatMap(({ key }) => (key?.value === undefined ? [] : [...key.value]));
}

/** Reads a look-up of a set or a verdict map; those of other maps are read with what they are for. */
export function readLookup(reader: Reader, lookup: LookupExpr): boolean {
  const fields = reader.key(lookup.sreg);
  const inverted = lookupFlags.has(lookup.flags ?? 0, "inv");
  if (lookup.dreg === undefined) {
    const text = mapText(reader, fields, lookup, inverted ? "!= " : "");
    if (text === undefined) return false;
    learnTypes(reader, fields, inverted ? undefined : setOf(reader, lookup.set, lookup.setId));
    reader.match(text);
    return true;
  }
  if (lookup.dreg !== 0) {
    reader.forget(lookup.sreg, fields);
    reader.load(lookup.dreg, { type: "map", fields, reference: lookup });
    return fields.length > 0;
  }
  const text = mapText(reader, fields, lookup, "vmap ", ({ data }) => verdictText(data!.verdict!));
  if (text !== undefined) reader.add(text);
  return text !== undefined;
}
