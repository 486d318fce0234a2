import { camelCase, capital } from "../names.js";
import type { Place } from "../source/place.js";
import type { Declaration, Expression } from "./expression.js";
import { vocabulary } from "./vocabulary.js";

/** Names that declarations cannot have: those of the language, of its types, and of the schema. */
const RESERVED = new Set([
  ..."break case catch class const continue debugger default delete do else enum export extends false finally for".split(
    " ",
  ),
  ..."function if import in instanceof new null return super switch this throw true try typeof var void while".split(
    " ",
  ),
  ..."with yield let static await async package private protected public interface implements eval arguments".split(
    " ",
  ),
  ..."Array Boolean Date Error Function Infer Map Number Object Partial Promise Record Set Spec String Symbol Type".split(
    " ",
  ),
  "family",
  "nest",
  ...Object.keys(vocabulary),
]);

/** What is declared, and how. */
export interface Wanted {
  /** What it is about, which nothing else is. */
  readonly key: string;
  /** Names that it may have, the best first. */
  readonly names: readonly string[];
  /** True if its values have a type of their own. */
  readonly typed: boolean;
  /** Set if it may contain itself, as attributes that nest it. */
  readonly recursive?: true;
  readonly doc?: string | undefined;
  make(): Expression;
}

/** What refers to a layout, with the type of its values. */
export type Nest = Extract<Expression, { readonly type: string }>;

/** A declaration that was asked for. */
interface Begun {
  readonly name: string;
  readonly type: string;
  done: boolean;
}

/** The declarations of a family, each before those that use it. */
export class Declarations {
  readonly all: Declaration[] = [];
  readonly #begun = new Map<string, Begun>();
  readonly #taken = new Set(RESERVED);

  /** True if something is declared whose key begins like this. */
  has(start: string): boolean {
    return [...this.#begun.keys()].some((key) => key.startsWith(start));
  }

  /** Returns what refers to a declaration, which is made if it is not there. */
  refer(wanted: Wanted, at: Place): Expression {
    const known = this.#begun.get(wanted.key);
    if (known?.done === false) throw at.error(`${known.name} contains itself`);
    const { name } = known ?? this.#made(wanted);
    return { kind: "declared", name };
  }

  /** Returns what refers to a layout, and names the type of its values. */
  nest(wanted: Wanted, at: Place): Nest {
    const known = this.#begun.get(wanted.key);
    if (known?.done === false && wanted.recursive)
      return { kind: "later", name: known.name, type: known.type };
    const of = this.refer(wanted, at);
    const type = this.#begun.get(wanted.key)!.type;
    return { kind: "nest", of, type };
  }

  #made(wanted: Wanted): Begun {
    const name = this.#nameFor(wanted.names);
    const begun: Begun = { name, type: capital(name), done: false };
    this.#begun.set(wanted.key, begun);
    const value = wanted.make();
    const { doc } = wanted;
    this.all.push({ name, value, doc, ...(wanted.typed && { type: begun.type }) });
    begun.done = true;
    return begun;
  }

  #nameFor(names: readonly string[]): string {
    const usable = names.map(camelCase).map((name) => (/^[a-z_$]/i.test(name) ? name : `_${name}`));
    const isFree = (name: string) => !this.#taken.has(name) && !this.#taken.has(capital(name));
    let name = usable.find(isFree);
    for (let i = 2; name === undefined; i++)
      if (isFree(`${usable.at(-1)}${i}`)) name = `${usable.at(-1)}${i}`;
    this.#taken.add(name).add(capital(name));
    return name;
  }
}
