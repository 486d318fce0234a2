import type { LookupExpr } from "../../expr/kinds/lookup.js";
import { type BitStep, ones, type Part } from "../field/bits.js";
import type { DataType } from "../value/data-type.js";

/** What a register holds while a rule is read. */
export type Operand =
  | { readonly type: "literal"; readonly bytes: Uint8Array }
  | LoadedField
  /** What a map holds for fields. */
  | { readonly type: "map"; readonly fields: readonly LoadedField[]; readonly reference: LookupExpr };

/** A field, as it was loaded and changed. */
export interface LoadedField {
  readonly type: "field";
  /** Candidates: the one field, or several that share the bytes, of which a mask tells. */
  readonly parts: readonly Part[];
  /** Words in place of those of the field. */
  readonly words?: string;
  /** Bytes loaded. */
  readonly bytes: number;
  /** Changes of bits, in the loaded bytes. */
  readonly steps: readonly BitStep[];
  /** True if its order was turned into that of the network. */
  readonly swapped: boolean;
}

/** A field with the changes that remain once its own mask is taken away. */
export interface Selected {
  readonly part: Part;
  readonly steps: readonly BitStep[];
}

/** Chooses the field by its mask. */
export function select({ parts, steps, bytes, words }: LoadedField): Selected | undefined {
  const size = BigInt(bytes * 8);
  for (const part of parts) {
    const { type, source } = part;
    const named = words === undefined ? part : { ...part, source: { ...source, words } };
    if (BigInt(type.bits) >= size) return { part: named, steps };
    const shift = BigInt(source.shift ?? 0);
    const own = ones(type.bits) << shift;
    const [first, ...rest] = steps;
    if (first?.type !== "mask" || ((first.mask | first.xor) & ~own) !== 0n) continue;
    const left: BitStep[] =
      first.mask === own && first.xor === 0n
        ? []
        : [{ type: "mask", mask: first.mask >> shift, xor: first.xor >> shift }];
    return {
      part: named,
      steps: [
        ...left,
        ...rest.filter((step) => !(step.type === "shift" && !step.left && BigInt(step.count) === shift)),
      ],
    };
  }
  return undefined;
}

/** Returns the text of a field with changes of its bits: `meta mark & 0x000000ff`. */
export function changedText(words: string, steps: readonly BitStep[], type: DataType<never>): string {
  return steps.reduce((text, step) => {
    if (step.type === "shift")
      return `${text.includes(" & ") || text.includes(" | ") ? `(${text})` : text} ${step.left ? "<<" : ">>"} ${step.count}`;
    const whole = ones(type.bits);
    const print = (value: bigint) => printBits(type, value);
    if (step.mask === whole) return `${text} ^ ${print(step.xor)}`;
    if (step.xor !== 0n && step.mask === (whole & ~step.xor)) return `${text} | ${print(step.xor)}`;
    const masked = `${text} & ${print(step.xor === 0n ? step.mask : step.mask | step.xor)}`;
    return step.xor === 0n ? masked : `${masked} | ${print(step.xor)}`;
  }, words);
}

function printBits(type: DataType<never>, value: bigint): string {
  const text = type.print(value);
  return text.includes(",") ? `(${text.replaceAll(",", " | ")})` : text;
}
