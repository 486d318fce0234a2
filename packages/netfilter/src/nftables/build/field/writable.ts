import type { Compiler } from "../compile/compiler.js";
import type { Statement } from "../compile/statement.js";
import type { DataType } from "../value/data-type.js";
import { type Part, partOf } from "./bits.js";
import { Field, FlagsField } from "./field.js";
import type { Source } from "./source.js";
import { loadOperand, needsOfValue, type Value } from "./value.js";

/** A source that can also be changed. */
export interface WritableSource extends Source {
  /** Writes what was given, of the type of the field. */
  store(compiler: Compiler, given: unknown, type: DataType<never>): void;
}

/** Changes a field of the packet, or what the kernel knows about it. */
class Assignment implements Statement {
  constructor(
    readonly source: WritableSource,
    readonly type: DataType<never>,
    readonly given: unknown,
  ) {}

  get place(): string {
    return `${this.source.place}.set`;
  }

  get needs() {
    return [...this.source.needs, ...needsOfValue(this.given)];
  }

  compile(c: Compiler): void {
    this.source.store(c, this.given, this.type);
  }
}

const setting = (part: Part, given: unknown): Statement =>
  new Assignment(part.source as WritableSource, part.type, given);

/** A field that can be changed. */
export class WritableField<V> extends Field<V> {
  /** Sets it to a literal, to another field or to what a map holds: `meta.mark.set(ct.mark)`. */
  set(value: V | Value<V>): Statement {
    return setting(this.part, value);
  }
}

/** A field that can be changed and whose bits have names. */
export class WritableFlagsField<V> extends FlagsField<V> {
  /** Sets it to a literal, to another field or to what a map holds. */
  set(value: V | Value<V>): Statement {
    return setting(this.part, value);
  }
}

/** Returns a field that can be changed. */
export const writable = <V>(source: WritableSource, type: DataType<V>): WritableField<V> =>
  new WritableField<V>(partOf(source, type as DataType<never>));

/** Returns a field that can be changed and whose bits have names. */
export const writableFlags = <V>(source: WritableSource, type: DataType<V>): WritableFlagsField<V> =>
  new WritableFlagsField<V>(partOf(source, type as DataType<never>));

/** Loads what was given, and stores it from its register. */
export function storing(
  c: Compiler,
  given: unknown,
  type: DataType<never>,
  store: (slot: number) => void,
): void {
  store(loadOperand(c, given, type));
}
