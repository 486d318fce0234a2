import type { Expression } from "../../expr/expression.js";
import type { PayloadExpr } from "../../expr/kinds/payload.js";
import { ones, type Part } from "../field/bits.js";
import { payload as raw } from "../field/kinds/raw.js";
import { factsOf } from "./facts.js";
import { operandText } from "./operands.js";
import { type Reader, shortWords } from "./reader.js";

/** Reads an expression that changes the packet or what the kernel knows about it. */
export function readChange(reader: Reader, expression: Expression): boolean {
  const { payload, meta, ct, exthdr } = expression.data ?? {};
  if (payload?.sreg !== undefined) return readWrite(reader, payload);
  const changed = meta ?? ct ?? exthdr;
  if (changed?.sreg === undefined) return false;
  const name = meta !== undefined ? "meta" : ct !== undefined ? "ct" : "exthdr";
  const { sreg, ...rest } = changed;
  const [part] = factsOf({ name, data: { [name]: { dreg: 1, ...rest } } }, reader.catalog);
  const text = part && operandText(reader, reader.operand(sreg), part.type);
  if (part === undefined || text === undefined) return false;
  reader.add(`${shortWords(part.source.words)} set ${text}`);
  return true;
}

const BASES = { link: "ll", network: "nh", transport: "th", inner: "ih" } as const;

function readWrite(reader: Reader, { sreg, base = "network", offset = 0, len = 0 }: PayloadExpr): boolean {
  const operand = reader.operand(sreg);
  const around = operand?.type === "field" ? operand.steps[0] : undefined;
  if (around?.type === "mask") return readAround(reader, String(base), offset, len, around.mask, around.xor);
  const [part = raw(BASES[base as keyof typeof BASES] ?? "nh", offset * 8, len * 8).part] = reader.catalog
    .at(String(base), offset, reader.knows)
    .filter(({ source, type }) => source.bytes === len && type.bits === len * 8);
  const text = operandText(reader, operand, part.type);
  if (text === undefined) return false;
  reader.imply(part.source.needs);
  reader.add(`${part.source.words} set ${text}`);
  return true;
}

/** Reads the change of a field that was written with the bytes around it: the mask keeps these. */
function readAround(
  reader: Reader,
  base: string,
  offset: number,
  len: number,
  mask: bigint,
  xor: bigint,
): boolean {
  const changed = ones(len * 8) ^ mask;
  const fits = ({ source, type }: Part, at: number) => {
    const after = (len - at - source.bytes) * 8 + (source.shift ?? 0);
    return ones(type.bits) << BigInt(after) === changed ? BigInt(after) : undefined;
  };
  for (let at = 0; at < len; at++)
    for (const part of reader.catalog.at(base, offset + at, reader.knows)) {
      const shift = fits(part, at);
      if (shift === undefined) continue;
      reader.imply(part.source.needs);
      reader.add(`${part.source.words} set ${part.type.print(xor >> shift)}`);
      return true;
    }
  return false;
}
