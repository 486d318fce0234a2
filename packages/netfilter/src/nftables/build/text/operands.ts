import { fromBytes, padded } from "../value/bytes.js";
import type { DataType } from "../value/data-type.js";
import { intervalText, literalText } from "./literal.js";
import { mapText } from "./matches.js";
import type { Operand } from "./operand.js";
import type { Reader } from "./reader.js";

/** Returns the text of what a register holds, as a value of a type, or of several if a map holds them together. */
export function operandText(
  reader: Reader,
  operand: Operand | undefined,
  ...types: DataType<never>[]
): string | undefined {
  if (operand === undefined) return undefined;
  if (operand.type === "literal") return literalText(types[0]!, operand.bytes);
  if (operand.type === "field") return reader.words(operand)?.words;
  return mapText(reader, operand.fields, operand.reference, "map ", ({ data }) =>
    heldText(data?.value, types),
  );
}

/** Returns the text of what a map holds: values, or the first and last of each. */
function heldText(bytes: Uint8Array | undefined, types: readonly DataType<never>[]): string {
  if (bytes === undefined) return "";
  const once = padded(types.map(({ bits }) => new Uint8Array(bits / 8))).length;
  const ends = bytes.length > once ? bytes.subarray(bytes.length / 2) : bytes;
  let at = 0;
  const texts = types.map((type) => {
    const size = type.bits / 8;
    const number = (from: Uint8Array) => fromBytes(from.subarray(at, at + size), type.order);
    const text = intervalText(type, number(bytes), number(ends));
    at += (size + 3) & ~3;
    return text;
  });
  return texts.join(" . ");
}

/** Returns the text of an address or port, or of a range from one register to another. */
export function boundsText(
  reader: Reader,
  min: number | undefined,
  max: number | undefined,
  ...types: DataType<never>[]
): string | undefined {
  const from = reader.operand(min);
  const to = max === undefined || max === min ? undefined : reader.operand(max);
  if (from?.type !== "literal" || to?.type !== "literal") return operandText(reader, from, ...types);
  const [type] = types as [DataType<never>];
  return intervalText(type, fromBytes(from.bytes, type.order), fromBytes(to.bytes, type.order));
}
