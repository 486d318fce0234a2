import { concatMap, filter, identity, map, type OperatorFunction } from "rxjs";
import { picker } from "../values/picker.js";
import type { Identity } from "./identity.js";
import type { StateRules } from "./rules.js";

/** An object as a table keeps it. */
export interface Entry<T> {
  readonly id: Identity;
  /** The object, or the members of it that are kept. */
  readonly row: T;
  /** Members that the rules read again, if `row` lacks some. */
  readonly facts: T | undefined;
  /** The slot of an object that was not known. */
  readonly slot: Identity | undefined;
}

/** Makes the entries of a table from whole objects, of which nothing else is kept. */
export class Entries<T extends object> {
  /** True if entries have facts. */
  readonly haveFacts: boolean;
  /** Returns the members of an object that are kept. */
  readonly rowOf: (value: T) => T;
  readonly #factsOf: (value: T) => T | undefined;
  readonly #rules: StateRules<T>;
  readonly #isKnown: (id: Identity) => boolean;

  /** @param members - Members to keep; whole objects by default. */
  constructor(
    rules: StateRules<T>,
    isKnown: (id: Identity) => boolean,
    members: ReadonlySet<string> | undefined,
  ) {
    this.#rules = rules;
    this.#isKnown = isKnown;
    this.rowOf = members === undefined ? identity : picker(members);
    const read = readAgain(rules);
    this.haveFacts = members !== undefined && read?.every((key) => members.has(key)) !== true;
    this.#factsOf = !this.haveFacts ? () => undefined : read === undefined ? identity : picker(read);
  }

  /** Returns the entry of an object. */
  of(id: Identity, value: T): Entry<T> {
    const { slotOf } = this.#rules;
    const slot = slotOf === undefined || this.#isKnown(id) ? undefined : slotOf(value);
    return { id, row: this.rowOf(value), facts: this.#factsOf(value), slot };
  }

  /** Turns the rows of a list into entries. */
  readonly listed: OperatorFunction<T, Entry<T>> = (rows$) => {
    const { split, identityOf } = this.#rules;
    return rows$.pipe(
      split === undefined ? identity : concatMap(split),
      map((value) => {
        const id = identityOf(value);
        return id === undefined ? undefined : this.of(id, value);
      }),
      filter((entry) => entry !== undefined),
    );
  };
}

/** Returns the members of known objects that are read again; `undefined` if it may be any. */
function readAgain<T>({ remembers, perLink }: StateRules<T>): readonly string[] | undefined {
  return remembers && [...remembers, ...(perLink === undefined ? [] : [perLink.key])];
}
