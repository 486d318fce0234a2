import { EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";

/** Returns what a function does; errors name the place. */
export function at<R>(place: string, run: () => R): R {
  try {
    return run();
  } catch (error) {
    throw error instanceof EncodeError ? error.at(place) : error;
  }
}

/** Returns what a function makes of each element; errors name its index. */
export function each<T, R>(values: readonly T[], make: (value: T, index: number) => R): R[] {
  if (!Array.isArray(values)) throw new EncodeError("is not an array");
  return Array.from(values as readonly T[], (value, index) => at(`[${index}]`, () => make(value, index)));
}

/**
 * Returns a value without the members that are `undefined`: they count as absent.
 *
 * @throws EncodeError if it is no object.
 */
export function given<T extends object>(value: T, name: string): T {
  const record: unknown = value;
  checkRecord(record, name);
  return Object.fromEntries(Object.entries(record).filter(([, member]) => member !== undefined)) as T;
}
