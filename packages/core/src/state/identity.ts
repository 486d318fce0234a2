/** What tells an object from the others of its kind: a number, or what several members come to. */
export type Identity = string | number;

/** The identity that some members make together; absent ones count too. */
export function identityBy<T>(...keys: readonly (keyof T)[]): (value: T) => Identity {
  return (value) => keys.map((key) => value[key] ?? "").join(" ");
}
