import { isBytes, isRecord } from "@rxnetlink/core/internal";
import { type AnyType, binary, type UnknownAttribute } from "@rxnetlink/core/schema";

function nested(type: AnyType | undefined, value: unknown): string {
  if (isBytes(value)) return String(binary.toJson!(value)) || '""';
  if (type?.show !== undefined) return type.show(value);
  if (Array.isArray(value)) return `[${value.map((one) => nested(type?.member?.("0"), one)).join(", ")}]`;
  if (isRecord(value)) return `{ ${membersText(type, value)} }`;
  if (typeof value === "string") return /^[\w.:/%@+-]+$/.test(value) ? value : JSON.stringify(value);
  const shown: unknown = type?.words === undefined ? value : type.toJson?.(value);
  return Array.isArray(shown) ? `<${shown.join(",")}>` : String(shown ?? value);
}

const NUMBER = 0x3fff;

/** Returns the numbers of attributes that the description lacks. */
const unknownText = (unknown: readonly UnknownAttribute[]) =>
  `unknown <${unknown.map(({ type }) => type & NUMBER).join(",")}>`;

function membersText(type: AnyType | undefined, value: object): string {
  const { unknown, ...known } = value as { unknown?: UnknownAttribute[] | Uint8Array };
  const texts = Object.entries(known)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => (member === true ? key : `${key} ${nested(type?.member?.(key), member)}`));
  if (unknown === undefined) return texts.join(" ");
  return [
    ...texts,
    Array.isArray(unknown) ? unknownText(unknown) : `unknown ${nested(binary, unknown)}`,
  ].join(" ");
}

/**
 * Returns a value in one line as people read it: numbers in hexadecimal where the description says so, names of bits, bytes in
 * hexadecimal; of attributes that the description lacks, only their numbers.
 *
 * @example
 * toText(spec.operations.getrule.layout, rule); // family 2 action toTbl priority 32766 fwmask 0xff table 254
 */
export function toText(layout: AnyType, value: object): string {
  return membersText(layout, value);
}
