type Members = Readonly<Record<string, unknown>>;

/** Whether two values have the same members and these are equal, down to the bottom. */
export function same(left: unknown, right: unknown, ignored: ReadonlySet<unknown> = NONE): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  return (
    covers(left as Members, right as Members, ignored) && covers(right as Members, left as Members, ignored)
  );
}

const NONE: ReadonlySet<unknown> = new Set();

function covers(left: Members, right: Members, ignored: ReadonlySet<unknown>): boolean {
  for (const key in left) if (!ignored.has(key) && !same(left[key], right[key])) return false;
  return true;
}
