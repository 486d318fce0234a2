import { type Difference, deepEqual } from "@rxnetlink/core";
import { Snapshots } from "@rxnetlink/core/internal";

/** Members that belong to a message, not to the object. */
const MESSAGE: readonly string[] = ["resId", "version"];
const NOT_VOLATILE: ReadonlySet<string> = new Set(MESSAGE);

/** An object that took the place of another, and what to report of that. */
interface Replacement<T> {
  /** The object to keep: the known one if they are the same. */
  readonly row: T;
  /** The difference; absent if only volatile members differ. */
  readonly difference?: Difference<T>;
}

/** Compares an object with the known one. */
export function replacement<T>(
  previous: T | undefined,
  current: T,
  volatile: ReadonlySet<string>,
): Replacement<T> {
  if (previous === undefined) return { row: current, difference: { type: "added", current } };
  if (deepEqual(previous, current, NOT_VOLATILE)) return { row: previous };
  if (deepEqual(previous, current, new Set([...MESSAGE, ...volatile]))) return { row: current };
  return { row: current, difference: { type: "changed", current, previous } };
}

/** Objects of one kind by key, with cheap copies. An object stays the same until it differs. */
export class Rows<T extends object> {
  readonly #rows = new Snapshots<string, T>();
  readonly #touched: () => void;
  readonly #volatile: (row: T) => ReadonlySet<string>;
  #copy: ReadonlyMap<string, T> | undefined;

  /**
   * @param touched - Called at each change.
   * @param volatile - Returns the members that do not count as changes.
   */
  constructor(touched: () => void, volatile: (row: T) => ReadonlySet<string>) {
    this.#touched = touched;
    this.#volatile = volatile;
  }

  /** The objects. */
  get now(): ReadonlyMap<string, T> {
    return this.#rows.now;
  }

  /** Adds or replaces an object. */
  put(key: string, current: T): Difference<T> | undefined {
    const previous = this.now.get(key);
    const { row, difference } = replacement(previous, current, this.#volatile(current));
    if (row !== previous) {
      this.#rows.set(key, row);
      this.#touch();
    }
    return difference;
  }

  /** Removes an object. */
  remove(key: string): Difference<T> | undefined {
    const previous = this.now.get(key);
    if (previous === undefined) return undefined;
    this.#rows.delete(key);
    this.#touch();
    return { type: "removed", previous };
  }

  /** Returns a copy, the same until something changes. */
  take(): ReadonlyMap<string, T> {
    this.#copy ??= this.#rows.take();
    return this.#copy;
  }

  #touch(): void {
    this.#copy = undefined;
    this.#touched();
  }
}
