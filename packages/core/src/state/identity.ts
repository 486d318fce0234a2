/** What tells an object from the others of its kind: a number, or what several members come to. */
export type Identity = string | number;

/** The identity that some members make together; absent ones count too. */
export function identityBy<T>(...keys: readonly (keyof T)[]): (value: T) => Identity {
  return (value) => keys.map((key) => value[key] ?? "").join(" ");
}

/**
 * The identity that all members make together, down to the bottom, except for those of these names. It is one text,
 * so that members must come in the same order; the kernel writes an object in one way.
 */
export function identityByAllExcept(...names: readonly string[]): (value: object) => Identity {
  const left = new Set(names);
  const replace = (key: string, value: unknown) => {
    if (left.has(key)) return undefined;
    return typeof value === "bigint" ? `${value}` : value;
  };
  return (value) => JSON.stringify(value, replace);
}
