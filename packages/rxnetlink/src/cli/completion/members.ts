import { readdirSync } from "node:fs";
import type { AnyType } from "@rxnetlink/core/schema";
import { typeAt } from "../input/assignments.js";
import { isLink } from "../input/is-link.js";

/** Returns the links that this process sees. */
function links(): string[] {
  try {
    return readdirSync("/sys/class/net");
  } catch {
    return [];
  }
}

/** Returns the words that can stand for a value: of an enumeration, of flags, names of links. */
function valuesOf(type: AnyType): readonly string[] {
  const element = type.parse === undefined ? type.member?.("0") : undefined;
  if (isLink(type)) return links();
  return type.words ?? (element === undefined ? [] : valuesOf(element));
}

/** Completes the value in `flags=up,mul`. */
function values(layout: AnyType, path: string, given: string): string[] {
  const before = given.slice(0, given.lastIndexOf(",") + 1);
  return valuesOf(typeAt(layout, path)).map((word) => `${path}=${before}${word}`);
}

/**
 * Completes an assignment: members, `linkinfo.`, and values where they have names, `linkinfo.kind=`.
 *
 * @throws UsageError if what is typed so far names no member.
 */
export function assignments(layout: AnyType, partial: string): string[] {
  const equals = partial.indexOf("=");
  if (equals !== -1) return values(layout, partial.slice(0, equals), partial.slice(equals + 1));
  const path = partial.slice(0, partial.lastIndexOf(".") + 1);
  const within = path === "" ? layout : typeAt(layout, path.slice(0, -1));
  return (within.keys?.() ?? []).map((key) => {
    const isNested = within.member?.(key)?.keys !== undefined;
    return `${path}${key}${isNested ? "." : "="}`;
  });
}
