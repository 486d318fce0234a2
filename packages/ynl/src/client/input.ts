import { isBytes, isRecord } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import { camelCase } from "../names.js";

/** Returns the declared key of a member, which may be given by the description's own name. */
function declaredKey(type: AnyType, key: string): string {
  const isKnown = (name: string) => type.member?.(name) !== undefined || type.words?.includes(name) === true;
  const short = camelCase(key);
  return !isKnown(key) && isKnown(short) ? short : key;
}

function declaredWord({ words }: AnyType, text: string): string {
  const short = camelCase(text);
  return words?.includes(text) === false && words.includes(short) ? short : text;
}

/** Returns a value whose names are those of a layout; it may have those of the description: `"mtu-max"`, `"to-tbl"`. */
export function declaredNames(type: AnyType | undefined, given: unknown): unknown {
  if (type === undefined || isBytes(given)) return given;
  if (typeof given === "string") return declaredWord(type, given);
  if (Array.isArray(given)) {
    const isBits = type.words !== undefined && type.member === undefined;
    return given.map((one) => declaredNames(isBits ? type : type.member?.("0"), one));
  }
  if (!isRecord(given)) return given;
  return Object.fromEntries(
    Object.entries(given).map(([key, member]) => {
      const known = declaredKey(type, key);
      return [known, declaredNames(type.member?.(known), member)];
    }),
  );
}

/** Returns a value with all that people may write in another form as the layout has it: numbers for 64-bit integers. */
export function normal(type: AnyType | undefined, given: unknown): unknown {
  if (type === undefined || given === undefined || isBytes(given)) return given;
  if (type.words !== undefined && Array.isArray(given)) return type.fromJson?.(given) ?? given;
  if (Array.isArray(given)) return given.map((one) => normal(type.member?.("0"), one));
  if (!isRecord(given) || type.member === undefined) return type.normalize?.(given) ?? given;
  return Object.fromEntries(
    Object.entries(given).map(([key, member]) => [key, normal(type.member?.(key), member)]),
  );
}
