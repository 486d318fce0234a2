/** Identity of an object among those of its type: a number, or a text made from several members. */
export type Identity = string | number;

/** Returns the identity formed by some members; absent members count too. */
export function identityBy<T>(...keys: readonly (keyof T)[]): (value: T) => Identity {
  return (value) => keys.map((key) => value[key] ?? "").join(" ");
}

/**
 * Returns the identity formed by all members at any depth, except those named. It is one text, so members must always
 * come in the same order, as they do in the kernel's messages.
 */
export function identityByAllExcept(...names: readonly string[]): (value: object) => Identity {
  const left = new Set(names);
  const replace = (key: string, value: unknown) => {
    if (left.has(key)) return undefined;
    return typeof value === "bigint" ? `${value}` : value;
  };
  return (value) => JSON.stringify(value, replace);
}
