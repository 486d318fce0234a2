import { EncodeError } from "@rxnetlink/core";
import { type Compiler, registerOf } from "../compile/compiler.js";
import type { Need } from "../compile/statement.js";
import { toBytes } from "../value/bytes.js";
import { type DataType, parse } from "../value/data-type.js";

/** Key under which the type of a value is recorded; no value has such a member. */
declare const holds: unique symbol;

/** A value that is known only when a packet comes: a field, or what a map holds for one. */
export interface Value<V> {
  /**
   * Type of the value, for the compiler.
   *
   * @internal
   */
  readonly [holds]?: V;
  /**
   * What must be certain before it is loaded.
   *
   * @internal
   */
  readonly needs: readonly Need[];
  /**
   * Bytes of registers that it uses, beyond its own.
   *
   * @internal
   */
  readonly space: number;
  /**
   * Loads it into registers, in the form of a type.
   *
   * @internal
   */
  loadAs(compiler: Compiler, slot: number, type: DataType<never>): void;
}

export const isValue = (given: unknown): given is Value<unknown> =>
  typeof given === "object" && given !== null && "loadAs" in given;

/** Returns what must be certain before a value can be loaded; nothing for literals. */
export const needsOfValue = (given: unknown): readonly Need[] => (isValue(given) ? given.needs : []);

/** Reads one value, which is no interval. */
export function parseOne(type: DataType<never>, literal: unknown): bigint {
  const { from, to } = parse(type as DataType<unknown>, literal);
  if (from !== to) throw new EncodeError("one value is needed, not an interval");
  return from;
}

/** Puts bytes into registers. */
export function emitImmediate(c: Compiler, slot: number, value: Uint8Array): void {
  c.emit("immediate", { dreg: registerOf(slot), data: { value } });
}

/** Loads a literal or a value of a packet into registers of its own, and returns their first slot. */
export function loadOperand(c: Compiler, given: unknown, type: DataType<never>): number {
  const size = Math.ceil(type.bits / 8);
  if (isValue(given)) {
    const slot = c.reserve(Math.max(size, given.space));
    given.loadAs(c, slot, type);
    return slot;
  }
  const slot = c.reserve(size);
  emitImmediate(c, slot, toBytes(parseOne(type, given), size, type.order));
  return slot;
}
