import { atPath, EncodeError } from "@rxnetlink/core";
import { didYouMean, isRecord } from "@rxnetlink/core/internal";

/** Does something with a member; errors name it. */
export function within<T>(key: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

/** Returns a member of a value; one that cannot be read is an error there. */
export function memberOf(value: object, key: string): unknown {
  return within(key, () => (value as Readonly<Record<string, unknown>>)[key]);
}

/** Refuses what is no object with just these members. */
export function checkMembers(
  value: unknown,
  name: string,
  members: readonly string[],
): asserts value is object {
  if (!isRecord(value)) throw new EncodeError(`is not a ${name}`);
  const unknown = Object.keys(value).find((key) => !members.includes(key));
  if (unknown === undefined) return;
  throw new EncodeError(`no such member of a ${name}`, { hint: didYouMean(unknown, members) }).at(unknown);
}
