type Members = Readonly<Record<string, unknown>>;

/** Returns true if two values are equal, compared member by member at any depth, ignoring some members. */
export function deepEqual(left: unknown, right: unknown, ignored: ReadonlySet<string>): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  return (
    covers(left as Members, right as Members, ignored) && covers(right as Members, left as Members, ignored)
  );
}

function covers(left: Members, right: Members, ignored: ReadonlySet<string>): boolean {
  for (const key in left) if (!ignored.has(key) && !deepEqual(left[key], right[key], ignored)) return false;
  return true;
}
