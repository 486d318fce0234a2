import type { Expression } from "../../expr/expression.js";
import type { PayloadExpr } from "../../expr/kinds/payload.js";
import type { Part } from "../field/bits.js";
import { jhash } from "../field/kinds/generator.js";
import { meta } from "../field/kinds/meta.js";
import { payload as raw } from "../field/kinds/raw.js";
import { fromBytes } from "../value/bytes.js";
import { factsOf } from "./facts.js";
import type { LoadedField } from "./operand.js";
import type { Reader } from "./reader.js";

const BASES = { link: "ll", network: "nh", transport: "th", inner: "ih" } as const;

const loadedField = (parts: readonly Part[], bytes: number): LoadedField => ({
  ...{ type: "field", parts, bytes, steps: [], swapped: false },
});

/** Reads an expression that loads a register; returns false if it does not, or if what it loads is unknown. */
export function readLoad(reader: Reader, expression: Expression): boolean {
  const { payload, bitwise, byteorder, immediate, hash } = expression.data ?? {};
  if (payload?.dreg !== undefined) return readPayload(reader, payload);
  if (bitwise !== undefined) return readBits(reader, bitwise);
  if (byteorder !== undefined) {
    const field = reader.field(byteorder.sreg);
    if (field !== undefined) reader.load(byteorder.dreg, { ...field, swapped: true });
    return field !== undefined;
  }
  if (immediate?.data?.value !== undefined) {
    reader.load(immediate.dreg, { type: "literal", bytes: immediate.data.value });
    return true;
  }
  if (hash?.type === "jenkins") return readHash(reader, hash);
  const settings = Object.values(expression.data ?? {})[0] as { dreg?: number } | undefined;
  if (settings?.dreg === undefined) return false;
  const parts = factsOf(expression, reader.catalog);
  if (parts.length === 0) return false;
  reader.load(settings.dreg, loadedField(parts, parts[0]!.source.bytes));
  return true;
}

function readPayload(reader: Reader, { dreg, base = "network", offset = 0, len = 0 }: PayloadExpr): boolean {
  const short = BASES[base as keyof typeof BASES];
  if (short === undefined) return false;
  const found = reader.catalog.at(String(base), offset, reader.knows);
  const exact = found.filter(({ source }) => source.bytes === len);
  // A prefix loads the first bytes of a field, and several fields may be loaded at once.
  const several = found.filter(({ source, type }) =>
    source.bytes < len ? type.bits === source.bytes * 8 : /^ipv\d_addr$/.test(type.name),
  );
  const parts = exact.length > 0 ? exact : several;
  reader.load(dreg, loadedField(parts.length > 0 ? parts : [raw(short, offset * 8, len * 8).part], len));
  return true;
}

function readBits(reader: Reader, bitwise: NonNullable<NonNullable<Expression["data"]>["bitwise"]>): boolean {
  const field = reader.field(bitwise.sreg);
  const { op = "maskXor", mask, xor, data, dreg } = bitwise;
  const order = field?.parts[0]?.type.order ?? "host";
  if (field === undefined) return false;
  const number = (bytes: Uint8Array | undefined) => (bytes === undefined ? 0n : fromBytes(bytes, order));
  if (op === "maskXor") {
    const step = { type: "mask", mask: number(mask?.value), xor: number(xor?.value) } as const;
    reader.load(dreg, { ...field, steps: [...field.steps, step] });
    return true;
  }
  if (op !== "lshift" && op !== "rshift") return false;
  const count = Number(fromBytes(data?.value ?? new Uint8Array(4), "host"));
  reader.load(dreg, { ...field, steps: [...field.steps, { type: "shift", left: op === "lshift", count }] });
  return true;
}

/** Reads a hash of fields, whose words are those of its input. */
function readHash(reader: Reader, hash: NonNullable<NonNullable<Expression["data"]>["hash"]>): boolean {
  const inputs = reader.key(hash.sreg).map((field) => reader.words(field)?.words);
  if (inputs.length === 0 || inputs.includes(undefined)) return false;
  const { modulus: mod = 0, offset = 0, seed } = hash;
  const { part } = jhash(meta.mark, { mod, offset, ...(seed !== undefined && { seed }) });
  const end = `mod ${mod}${seed === undefined ? "" : ` seed 0x${seed.toString(16)}`}${offset === 0 ? "" : ` offset ${offset}`}`;
  reader.load(hash.dreg, { ...loadedField([part], 4), words: `jhash ${inputs.join(" . ")} ${end}` });
  return true;
}
