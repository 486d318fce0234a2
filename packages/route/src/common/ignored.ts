import { EncodeError, type Verb } from "@rxnetlink/core";

/** Why the kernel would silently ignore a member of a request, or `undefined` where it does not. */
export type Ignored<T> = {
  readonly [K in keyof T]?: (value: Partial<T>, verb: Verb) => string | undefined;
};

/**
 * A request without what the kernel would silently ignore: that is refused in a request that is made by hand, and left out
 * of a value that was listed.
 */
export function rejectIgnored<T extends object>(
  given: Partial<T>,
  verb: Verb,
  ignored: Ignored<T>,
  listed: boolean,
): Partial<T> {
  let kept = given;
  for (const key of Object.keys(ignored) as (keyof T & string)[]) {
    if (given[key] === undefined) continue;
    const reason = ignored[key]!(given, verb);
    if (reason === undefined) continue;
    if (!listed) throw new EncodeError(reason).within(key);
    kept = { ...kept };
    delete kept[key];
  }
  return kept;
}

/** A rule for members that are ignored but for one purpose. */
export const unless =
  <T>(is: (value: Partial<T>) => boolean, reason: string) =>
  (value: Partial<T>): string | undefined =>
    is(value) ? undefined : reason;
