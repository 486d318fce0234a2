import { EncodeError, type Verb } from "@rxnetlink/core";

/** Per member, returns why the kernel would silently ignore it in a request, or `undefined` if it would not. */
export type Ignored<T> = {
  readonly [K in keyof T]?: (value: Partial<T>, verb: Verb) => string | undefined;
};

/**
 * Checks a request for members that the kernel would silently ignore. Throws an {@link EncodeError} for one written by
 * hand; removes them from a value that was listed.
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
    if (!listed) throw new EncodeError(reason).at(key);
    kept = { ...kept };
    delete kept[key];
  }
  return kept;
}

/** Returns a rule for a member that the kernel ignores unless a condition holds. */
export const unless =
  <T>(is: (value: Partial<T>) => boolean, reason: string) =>
  (value: Partial<T>): string | undefined =>
    is(value) ? undefined : reason;
