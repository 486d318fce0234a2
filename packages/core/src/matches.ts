/** Whether `value` has all that `pattern` has; objects are compared member by member, arrays as a whole. */
export function matches(value: unknown, pattern: unknown): boolean {
  if (Object.is(value, pattern) || pattern === undefined) return true;
  if (typeof value !== "object" || typeof pattern !== "object" || value === null || pattern === null)
    return false;
  if (Array.isArray(pattern) !== Array.isArray(value)) return false;
  if (Array.isArray(pattern) && pattern.length !== (value as unknown[]).length) return false;
  return Object.entries(pattern).every(([key, member]) =>
    matches((value as Record<string, unknown>)[key], member),
  );
}
