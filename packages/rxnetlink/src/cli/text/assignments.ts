import { toJson } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";
import { leavesOf } from "./leaves.js";

/** Returns a leaf as it is typed; one with spaces or quotes is quoted as in JSON. */
function leafText(value: unknown): string {
  const text = Array.isArray(value) ? value.join(",") : String(value);
  return /^[^\s"]+$/.test(text) ? text : JSON.stringify(text);
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

/** Formats a value as the words that `readAssignments()` parses: `ip=192.0.2.1 port=80 comment="a b"`. */
export const assignmentText = <T extends object>(layout: Type<T>, value: T): string =>
  [...leavesOf(toJson(layout, value) as object)]
    .filter(([, leaf]) => !isEmpty(leaf))
    .map(([path, leaf]) => `${path}=${leafText(leaf)}`)
    .join(" ");
