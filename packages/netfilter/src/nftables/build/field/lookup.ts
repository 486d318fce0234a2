import type { LookupExpr } from "../../expr/kinds/lookup.js";
import { lookupFlags } from "../../expr/kinds/lookup.js";
import { type Compiler, registerOf } from "../compile/compiler.js";
import type { Statement } from "../compile/statement.js";
import { type Entry, hasIntervals } from "./elements.js";
import { type Key, loadKey, needsOf, spaceOf } from "./key.js";
import { addSet, type Contents } from "./set.js";

/** A set: one with a name, or the elements of an anonymous one, read when the rule is compiled. */
export type Elements = { readonly named: string } | { readonly entries: () => readonly Entry[] };

/** Returns the name in `"@name"`. */
export const nameIn = (text: unknown): string | undefined =>
  typeof text === "string" && text.startsWith("@") ? text.slice(1) : undefined;

/** Loads a key and looks it up; `dreg` receives what a map holds. */
export function emitLookup(
  c: Compiler,
  key: Key,
  slot: number,
  elements: Elements,
  settings: Pick<LookupExpr, "dreg" | "flags"> = {},
  contents?: Contents,
): void {
  const entries = "named" in elements ? undefined : elements.entries();
  loadKey(c, key, slot, entries !== undefined && hasIntervals(entries));
  const set = "named" in elements ? { set: elements.named } : addSet(c, key, entries!, contents);
  c.emit("lookup", { ...set, sreg: registerOf(slot), ...settings });
}

/** Matches if a key is in a set, or if it is not. */
export class Lookup implements Statement {
  readonly pure = true;

  constructor(
    readonly key: Key,
    readonly elements: Elements,
    readonly inverted: boolean,
  ) {}

  get place(): string {
    return this.key.place;
  }

  get needs() {
    return needsOf(this.key);
  }

  compile(c: Compiler): void {
    const flags = this.inverted ? { flags: lookupFlags.of("inv") } : {};
    emitLookup(c, this.key, c.reserve(spaceOf(this.key)), this.elements, flags);
  }
}

/** Decides by a verdict map. */
export class VerdictMap implements Statement {
  constructor(
    readonly key: Key,
    readonly elements: Elements,
  ) {}

  get place(): string {
    return this.key.place;
  }

  get needs() {
    return needsOf(this.key);
  }

  compile(c: Compiler): void {
    emitLookup(c, this.key, c.reserve(spaceOf(this.key)), this.elements, { dreg: 0 }, { type: "verdict" });
  }
}
