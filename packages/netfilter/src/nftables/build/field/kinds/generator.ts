import { registerOf } from "../../compile/compiler.js";
import { integer } from "../../value/data-type.js";
import { type Field, field } from "../field.js";
import { type Key, loadKey, needsOf, spaceOf } from "../key.js";
import type { Searchable } from "../operations.js";
import type { Source } from "../source.js";
import { simple } from "./kernel.js";

const NUMBER = integer(32, "host");

/** How numbers are generated: from 0 to `mod` less one, plus `offset`. */
export interface Modulus {
  /** Count of different numbers. */
  readonly mod: number;
  /** Added to each; 0 by default. */
  readonly offset?: number;
}

const modulusText = ({ mod, offset = 0 }: Modulus) => `mod ${mod}${offset === 0 ? "" : ` offset ${offset}`}`;

/** Returns a number for each packet: the next (`"inc"`) or a random one. */
export function numgen(type: "inc" | "random", modulus: Modulus): Field<number | bigint> {
  const { mod, offset = 0 } = modulus;
  const settings = { modulus: mod, type: type === "inc" ? "incremental" : "random", offset } as const;
  const words = `numgen ${type} ${modulusText(modulus)}`;
  return field(
    { ...simple(words, NUMBER, (c, dreg) => c.emit("numgen", { dreg, ...settings })), place: "numgen" },
    NUMBER,
  );
}

/** Returns the same number for all packets of a connection, in both directions. */
export function symhash(modulus: Modulus): Field<number | bigint> {
  const { mod, offset = 0 } = modulus;
  const words = `symhash ${modulusText(modulus)}`;
  const load = simple(words, NUMBER, (c, dreg) =>
    c.emit("hash", { dreg, modulus: mod, offset, type: "sym" }),
  );
  return field({ ...load, place: "symhash" }, NUMBER);
}

/** Settings of {@link jhash}. */
export interface JhashOptions extends Modulus {
  /** Seed of the hash; a random one by default. */
  readonly seed?: number;
}

/** Returns the hash of a field, or of several: `jhash(concat(ip.saddr, ip.daddr), { mod: 2 })`. */
export function jhash(input: Searchable<never>, options: JhashOptions): Field<number | bigint> {
  const { mod, offset = 0, seed } = options;
  const key = keyOf(input);
  const source: Source = {
    words: `jhash ${key.parts.map((part) => part.source.words).join(" . ")} ${modulusText(options)}`,
    ...{ place: "jhash", needs: needsOf(key), bytes: 4 },
    load(c, slot) {
      const from = c.reserve(spaceOf(key));
      loadKey(c, key, from, false);
      const seeded = seed === undefined ? {} : { seed };
      const registers = { sreg: registerOf(from), dreg: registerOf(slot), len: spaceOf(key) };
      c.emit("hash", { ...registers, modulus: mod, ...seeded, offset, type: "jenkins" });
    },
  };
  return field(source, NUMBER);
}

/** Fields and joined fields keep their key from users, not from this package. */
const keyOf = (input: Searchable<never>): Key => (input as unknown as { key: Key }).key;
