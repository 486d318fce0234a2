import { didYouMean, listed } from "../errors/did-you-mean.js";
import { ArgumentError } from "../errors/errors.js";
import type { Type } from "../schema/type.js";
import type { StateOptions } from "../state/options.js";
import { anArray, aString, checkArgument } from "../values/check-options.js";
import { picker } from "../values/picker.js";

/** A choice of members `K` of the objects that a stream emits. */
export interface Members<T, K extends string> {
  /** Members to emit; the others are absent, and skipped unread where that is possible. All by default. */
  readonly members?: readonly (K | keyof T)[] & readonly (keyof T)[];
}

/** Options of `watch$` and `state$`. */
export interface WatchOptions<T, K extends string> extends StateOptions, Members<T, K> {}

/** An object as a stream emits it: with the members that were chosen, or all. */
export type Only<T, K extends string> = string extends K ? T : Pick<T, K & keyof T>;

/** Members that a caller chose. */
export interface GivenMembers {
  readonly members?: readonly PropertyKey[];
}

/** Check of {@link GivenMembers}, for `checkOptions`; the members themselves are checked by {@link Projections}. */
export const memberChecks = { members: anArray };

/** Members of the objects of one kind that a caller chose. */
export class Projection<T extends object> {
  /** Returns an object with just these members, as far as it has them. */
  readonly project: (value: T) => T;
  readonly #layout: Type<T>;
  /** Layouts made so far, each of which learns how messages look. */
  readonly #layouts = new Map<string, Type<T>>();

  constructor(
    layout: Type<T>,
    readonly keys: ReadonlySet<string>,
  ) {
    this.#layout = layout;
    this.project = picker(keys);
  }

  /** Returns a layout that reads these members and some more. */
  reading(more: readonly string[]): Type<T> {
    const name = [...more].sort().join(" ");
    const made =
      this.#layouts.get(name) ?? this.#layout.only?.(new Set([...this.keys, ...more])) ?? this.#layout;
    this.#layouts.set(name, made);
    return made;
  }
}

/** The choices made for one kind of object, each kept: programs make few, and a new one has to be compiled. */
export class Projections<T extends object> {
  readonly #made = new Map<string, Projection<T>>();

  constructor(
    readonly object: string,
    readonly layout: Type<T>,
  ) {}

  /**
   * Returns the choice of a caller, if there is one.
   *
   * @throws ArgumentError
   */
  of(callee: string, members: readonly PropertyKey[] | undefined): Projection<T> | undefined {
    if (members === undefined) return undefined;
    this.#check(callee, members);
    return this.with(members as readonly string[]);
  }

  /** Returns the choice of some members. */
  with(members: Iterable<string>): Projection<T> {
    const keys = new Set(members);
    const name = [...keys].join(" ");
    const projection = this.#made.get(name) ?? new Projection(this.layout, keys);
    this.#made.set(name, projection);
    return projection;
  }

  #check(callee: string, members: readonly PropertyKey[]): void {
    if (members.length === 0)
      throw new ArgumentError(callee, "members", "it is empty: name the members to emit, or leave it out");
    const known = [...(this.layout.keys?.() ?? []), "unknown"];
    for (const [index, member] of members.entries()) {
      const path = `members[${index}]`;
      checkArgument(callee, path, member, aString);
      if (known.includes(member as string)) continue;
      const hint = didYouMean(member, known) ?? `members: ${listed(known)}`;
      throw new ArgumentError(callee, path, `no such member of ${this.object}`, hint);
    }
  }
}
