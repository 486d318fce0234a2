import { type Compiler, registerOf } from "../compile/compiler.js";
import { padded, toBytes } from "../value/bytes.js";
import { type DataType, parse } from "../value/data-type.js";
import type { Interval } from "../value/interval.js";
import type { Entry } from "./elements.js";
import { type Key, needsOf, spaceOf } from "./key.js";
import { type Elements, emitLookup } from "./lookup.js";
import type { Value } from "./value.js";

/** Keys of a map with what it holds for them. */
export interface Pairs {
  readonly key?: readonly Interval[];
  /** What it holds, as the caller wrote it. */
  readonly held: unknown;
}

/** What a map holds for a field of the packet. Its type is that of the place where it stands. */
export class Mapping<V> implements Value<V> {
  /** @internal */
  constructor(
    /** @internal */
    readonly key: Key,
    /** @internal */
    readonly source: { readonly named: string } | { readonly pairs: () => readonly Pairs[] },
  ) {}

  /** @internal */
  get needs() {
    return needsOf(this.key);
  }

  /** @internal */
  get space(): number {
    return spaceOf(this.key);
  }

  /** @internal */
  loadAs(c: Compiler, slot: number, type: DataType<never>): void {
    this.loadParts(c, slot, [type]);
  }

  /**
   * Loads one value of each type, or the first and the last of each if the map holds intervals, as it returns.
   *
   * @internal
   */
  loadParts(c: Compiler, slot: number, types: readonly DataType<never>[]): boolean {
    const held = "named" in this.source ? undefined : this.source.pairs().map((pair) => read(pair, types));
    const intervals = held?.some(({ values }) => values.some(({ from, to }) => from !== to)) ?? false;
    const elements: Elements =
      held === undefined
        ? (this.source as { named: string })
        : { entries: () => held.map((one) => entry(one, types, intervals)) };
    emitLookup(c, this.key, slot, elements, { dreg: registerOf(slot) }, { type: "value", types, intervals });
    return intervals;
  }
}

type Read = Pick<Pairs, "key"> & { readonly values: readonly Interval[] };

function read({ key, held }: Pairs, types: readonly DataType<never>[]): Read {
  const literals = types.length === 1 ? [held] : (held as readonly unknown[]);
  const values = types.map((type, index) => parse(type as DataType<unknown>, literals[index]));
  return key === undefined ? { values } : { key, values };
}

function entry({ key, values }: Read, types: readonly DataType<never>[], intervals: boolean): Entry {
  const bytes = (of: (value: Interval) => bigint) =>
    values.map((value, index) => toBytes(of(value), types[index]!.bits / 8, types[index]!.order));
  const ends = intervals ? bytes(({ to }) => to) : [];
  const data = { value: padded([...bytes(({ from }) => from), ...ends]) };
  return key === undefined ? { held: { data } } : { key, held: { data } };
}
