import { toJson } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";

/** Returns a leaf as it is typed; one with spaces or quotes is quoted as in JSON. */
function leafText(value: unknown): string {
  const text = Array.isArray(value) ? value.join(",") : String(value);
  return /^[^\s"]+$/.test(text) ? text : JSON.stringify(text);
}

const isLeaf = (value: unknown) =>
  typeof value !== "object" ||
  value === null ||
  (Array.isArray(value) && value.every((element) => typeof element !== "object"));

function* wordsOf(value: object, path: string): Generator<string> {
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined || (Array.isArray(member) && member.length === 0)) continue;
    const place = Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    if (isLeaf(member)) yield `${place}=${leafText(member)}`;
    else yield* wordsOf(member as object, place);
  }
}

/** Formats a value as the words that `readAssignments()` parses: `ip=192.0.2.1 port=80 comment="a b"`. */
export function assignmentText<T extends object>(layout: Type<T>, value: T): string {
  return [...wordsOf(toJson(layout, value) as object, "")].join(" ");
}
