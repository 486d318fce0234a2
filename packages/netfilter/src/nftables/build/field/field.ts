import { EncodeError } from "@rxnetlink/core";
import { type Compiler, registerOf } from "../compile/compiler.js";
import type { Statement } from "../compile/statement.js";
import { bytesOf, type DataType } from "../value/data-type.js";
import { loadPart, masked, ones, type Part, partOf, withStep } from "./bits.js";
import type { Key } from "./key.js";
import { Match } from "./match.js";
import { type Literal, Searchable } from "./operations.js";
import type { Source } from "./source.js";
import { parseOne, type Value } from "./value.js";

/**
 * A field of the packet or of what the kernel knows about it. Its comparisons are statements of a rule.
 *
 * @typeParam V - Type of its literals.
 */
export class Field<V> extends Searchable<Literal<V>> implements Value<V> {
  readonly #part: Part;

  constructor(part: Part) {
    super();
    this.#part = part;
  }

  /** @internal */
  get part(): Part {
    return this.#part;
  }

  /** @internal */
  get needs() {
    return this.#part.source.needs;
  }

  /** @internal */
  get space(): number {
    return this.#part.source.bytes;
  }

  protected get key(): Key {
    return { place: this.#part.source.place, parts: [this.#part], joined: false };
  }

  /** Matches a value, the values of a prefix or those of a range. */
  eq(value: Literal<V>): Statement {
    return new Match(this.#part, "eq", value);
  }

  /** Matches all other values. */
  ne(value: Literal<V>): Statement {
    return new Match(this.#part, "neq", value);
  }

  /** Matches smaller values. */
  lt(value: V): Statement {
    return new Match(this.#part, "lt", value);
  }

  /** Matches values that are smaller or equal. */
  le(value: V): Statement {
    return new Match(this.#part, "lte", value);
  }

  /** Matches larger values. */
  gt(value: V): Statement {
    return new Match(this.#part, "gt", value);
  }

  /** Matches values that are larger or equal. */
  ge(value: V): Statement {
    return new Match(this.#part, "gte", value);
  }

  /** Returns the field with only the bits of these values left: `tcp.flags.and("syn", "ack").eq("syn")`. */
  and(...bits: V[]): Field<V> {
    return new Field(masked(this.#part, bitsOf(this.#part, bits), 0n));
  }

  /** Returns the field with the bits of these values set. */
  or(...bits: V[]): Field<V> {
    const set = bitsOf(this.#part, bits);
    return new Field(masked(this.#part, ones(this.#part.type.bits) & ~set, set));
  }

  /** Returns the field with the bits of these values inverted. */
  xor(...bits: V[]): Field<V> {
    return new Field(masked(this.#part, ones(this.#part.type.bits), bitsOf(this.#part, bits)));
  }

  /** Returns the field shifted to the left by so many bits; only of numbers in host order, such as marks. */
  shl(count: number): Field<V> {
    return this.#shifted(true, count);
  }

  /** Returns the field shifted to the right by so many bits; only of numbers in host order, such as marks. */
  shr(count: number): Field<V> {
    return this.#shifted(false, count);
  }

  /** @internal */
  loadAs(c: Compiler, slot: number, type: DataType<never>): void {
    loadPart(c, this.#part, slot, true);
    const register = registerOf(slot);
    const from = this.#part.type;
    const size = bytesOf(from);
    if (from.order === type.order || from.order === "text" || type.order === "text" || size === 1) return;
    const op = from.order === "host" ? "hton" : "ntoh";
    c.emit("byteorder", { sreg: register, dreg: register, op, len: size, size });
  }

  #shifted(left: boolean, count: number): Field<V> {
    const { source, type, steps } = this.#part;
    if (type.order !== "host")
      throw new EncodeError("only numbers in host order can be shifted").at(source.place);
    return new Field({ ...this.#part, steps: withStep(steps, { type: "shift", left, count }) });
  }
}

/** Returns the bits of several values together. */
function bitsOf({ source, type }: Part, values: readonly unknown[]): bigint {
  try {
    return values.reduce<bigint>((bits, value) => bits | parseOne(type, value), 0n);
  } catch (error) {
    throw error instanceof EncodeError ? error.at(source.place) : error;
  }
}

/** A field whose bits have names, of which it may have several. */
export class FlagsField<V> extends Field<V> {
  /** Matches if any of these bits is set: `ct.state.has("new", "related")`. */
  has(...bits: V[]): Statement {
    return this.#any(bits, "neq");
  }

  /** Matches if none of these bits is set. */
  hasNot(...bits: V[]): Statement {
    return this.#any(bits, "eq");
  }

  #any(bits: readonly V[], op: "eq" | "neq"): Statement {
    return new AnyBit(this, bits, op);
  }
}

/** Compares the given bits of a field with zero; reads the bits when the rule is compiled, where errors have a place. */
class AnyBit<V> implements Statement {
  readonly pure = true;

  constructor(
    readonly field: Field<V>,
    readonly bits: readonly V[],
    readonly op: "eq" | "neq",
  ) {}

  get place(): string {
    return this.field.part.source.place;
  }

  get needs() {
    return this.field.needs;
  }

  compile(c: Compiler): void {
    const { part: whole } = this.field;
    const bits = this.bits.reduce<bigint>((sum, value) => sum | parseOne(whole.type, value), 0n);
    const part = masked(whole, bits, 0n);
    const zero = { ...part, type: { ...part.type, parse: () => ({ from: 0n, to: 0n }) } };
    new Match(zero, this.op, 0).compile(c);
  }
}

/** Returns a field. */
export const field = <V>(source: Source, type: DataType<V>): Field<V> =>
  new Field<V>(partOf(source, type as DataType<never>));
/** Returns a field whose bits have names. */
export const flagsField = <V>(source: Source, type: DataType<V>): FlagsField<V> =>
  new FlagsField<V>(partOf(source, type as DataType<never>));
