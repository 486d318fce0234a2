// Notation that iproute2 shares among objects.

/** Returns the name of a link by index, in the compared namespace. */
export type NameOf = (index: number | undefined) => string | undefined;

/** An object as printed by iproute2. */
export type Json = Record<string, unknown>;

/** Removes absent members. */
export function present(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

export const seconds = (jiffies: bigint | undefined) =>
  jiffies === undefined ? undefined : Number(jiffies) / 100;
export const maskAsIp = (mask: number | undefined) => (mask === 0 ? "0" : mask && `0x${mask.toString(16)}`);
export const yes = (value: number | true | undefined) => value !== undefined && Boolean(value);
/** Returns `null`, with which iproute2 prints a key that is set, or `undefined`. */
export const nullIf = (is: unknown) => (is ? null : undefined);

const SCOPES: Json = { universe: "global" };
export const scopeAsIp = (scope: string | number) => SCOPES[scope] ?? scope;
