import { EncodeError } from "@rxnetlink/core";
import type { Statement } from "../compile/statement.js";
import type { Interval, Range } from "../value/interval.js";
import type { Entry } from "./elements.js";
import { type Key, parseKey } from "./key.js";
import { type Elements, Lookup, nameIn, VerdictMap } from "./lookup.js";
import { Mapping, type Pairs } from "./mapping.js";
import type { VerdictStatement } from "./verdict.js";

/** Name of a set or map of the table: `"@blocked"`. */
export type NamedLookup = `@${string}`;
/** A value, a prefix or a range. */
export type Literal<V> = V | Range<V>;
/** All other keys of a map. */
export type Others = "*";
/**
 * Contents of a map: an object whose keys are values, or pairs for keys that are no text or number. The key `"*"` stands for
 * all others.
 */
export type MapContents<K, D> = Readonly<Record<string, D>> | Iterable<readonly [K | Others, D]>;

/** Operations of everything that can be looked up: fields, and fields joined with {@link concat}. */
export abstract class Searchable<K> {
  /** @internal */
  protected abstract get key(): Key;

  /** Matches values in an anonymous set, or in one with a name: `in(22, 80, range(8000, 8100))`, `in("@open")`. */
  in(set: NamedLookup): Statement;
  in(...elements: K[]): Statement;
  in(...elements: unknown[]): Statement {
    return new Lookup(this.key, this.#elements(elements), false);
  }

  /** Matches values that are not in a set; see {@link Searchable.in}. */
  notIn(set: NamedLookup): Statement;
  notIn(...elements: K[]): Statement;
  notIn(...elements: unknown[]): Statement {
    return new Lookup(this.key, this.#elements(elements), true);
  }

  /** Decides by a verdict map: `vmap({ 22: accept(), 23: drop() })`, `vmap("@decisions")`. */
  vmap(map: NamedLookup | MapContents<K, VerdictStatement>): Statement {
    const { key } = this;
    const name = nameIn(map);
    if (name !== undefined) return new VerdictMap(key, { named: name });
    const entries = () => pairsOf(key, map).map(({ held, ...rest }) => ({ ...rest, held: verdictOf(held) }));
    return new VerdictMap(key, { entries });
  }

  /** Returns what a map holds for the value: `meta.mark.set(ip.saddr.map({ "192.0.2.1": 1 }))`. */
  map<D>(map: NamedLookup | MapContents<K, D>): Mapping<D> {
    const { key } = this;
    const name = nameIn(map);
    return new Mapping<D>(key, name === undefined ? { pairs: () => pairsOf(key, map) } : { named: name });
  }

  #elements(elements: readonly unknown[]): Elements {
    const { key } = this;
    const name = elements.length === 1 ? nameIn(elements[0]) : undefined;
    if (name !== undefined) return { named: name };
    return {
      entries: () =>
        elements.map((element, index): Entry => ({ key: at(`[${index}]`, () => parseKey(key, element)) })),
    };
  }
}

/** Adds the place to an error. */
function at<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof EncodeError ? error.at(place) : error;
  }
}

function verdictOf(held: unknown): { data: { verdict: VerdictStatement["verdict"] } } {
  const verdict = (held as Partial<VerdictStatement> | undefined)?.verdict;
  if (verdict === undefined)
    throw new EncodeError("a verdict map holds verdicts, such as accept() or jump()");
  return { data: { verdict } };
}

/** Reads the contents of a map. */
function pairsOf(key: Key, contents: unknown): Pairs[] {
  const pairs: readonly (readonly [unknown, unknown])[] =
    typeof contents === "object" && contents !== null && Symbol.iterator in contents
      ? [...(contents as Iterable<readonly [unknown, unknown]>)]
      : Object.entries(contents as Readonly<Record<string, unknown>>);
  return pairs.map(([literal, held]): Pairs => {
    if (literal === "*") return { held };
    const read = (): readonly Interval[] => parseKey(key, literal);
    return { key: at(`[${JSON.stringify(literal)}]`, read), held };
  });
}
