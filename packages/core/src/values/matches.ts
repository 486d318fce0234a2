import { isBytes } from "./record.js";

const isList = (value: object): value is unknown[] => Array.isArray(value) || isBytes(value);

/** Returns true if `value` has everything that `pattern` has; objects are compared by member, arrays as a whole. */
export function matches(value: unknown, pattern: unknown): boolean {
  if (Object.is(value, pattern) || pattern === undefined) return true;
  if (typeof value !== "object" || typeof pattern !== "object" || value === null || pattern === null)
    return false;
  if (isList(pattern) !== isList(value)) return false;
  if (isList(pattern) && pattern.length !== (value as unknown[]).length) return false;
  return Object.entries(pattern).every(([key, member]) =>
    matches((value as Record<string, unknown>)[key], member),
  );
}
