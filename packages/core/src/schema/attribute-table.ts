import { atPath, DecodeError } from "../errors/errors.js";
import { compile } from "./compile.js";
import { Expected } from "./expected.js";
import type { Attributes, Slot, Store } from "./slot.js";
import type { AnyType, Ignored } from "./type.js";

/** Returns a store; one whose key is written out is four times faster than `value[key] =`. */
function storeOf(key: string, type: AnyType): Store {
  const { element } = type;
  if (type.ignored) return () => {};
  if (element !== undefined)
    return (value, view, at, end, scope) => {
      value[key] ??= [];
      const values = value[key] as unknown[];
      try {
        values.push(element.read(view, at, end, scope));
      } catch (error) {
        throw atPath(error, `[${values.length}]`, DecodeError);
      }
    };
  if (type.mayBeAbsent)
    return (value, view, at, end, scope) => {
      const read = type.read(view, at, end, scope);
      if (read !== undefined) value[key] = read;
    };
  const text = `return (value, view, at, end, scope) => { value[${JSON.stringify(key)}] = read(view, at, end, scope); }`;
  const made = compile("read", text);
  if (made !== undefined) return made(type.read as never) as Store;
  return (value, view, at, end, scope) => {
    value[key] = type.read(view, at, end, scope);
  };
}

/**
 * Returns a function that creates the values of one set. Their constructor has as much room as the first few of them needed,
 * where a literal has room for four members and gets more piecemeal. The prototype still makes them plain objects.
 */
function creatorOf(): () => object {
  const made = compile(
    "",
    "function Value() {} Value.prototype = Object.prototype; return () => new Value();",
  );
  return (made?.() as (() => object) | undefined) ?? (() => ({}));
}

/** An attribute that is skipped, whatever its length. */
const skipped: Ignored = { name: "skipped", ignored: true, read: () => undefined, write: () => {} };

function slotsOf(set: Attributes, only: ReadonlySet<string> | undefined): Slot[] {
  return Object.entries(set).map(([name, [number, declared]]) => {
    const type = only?.has(name) === false ? skipped : declared;
    const key = declared.key ?? name;
    return { key, number, type, store: storeOf(key, type) };
  });
}

/** Look-up tables of a set of attributes. */
export interface AttributeTable {
  /** Name of the set. */
  readonly name: string;
  readonly byNumber: readonly (Slot | undefined)[];
  readonly byKey: ReadonlyMap<string, Slot>;
  /** Attributes that imply siblings. */
  readonly implying: readonly Slot[];
  /** True if any attribute depends on its siblings. */
  readonly scoped: boolean;
  /** True if attributes that the set does not know are kept. */
  readonly keepsUnknown: boolean;
  /** The usual order of the attributes. */
  readonly expected: Expected;
  /** Creates a value without members. */
  create(): object;
}

/** Returns the table of a set, for reading all attributes or only some. */
export function tableOf(name: string, set: Attributes, only?: ReadonlySet<string>): AttributeTable {
  const slots = slotsOf(set, only);
  const byNumber: Slot[] = [];
  for (const slot of slots) byNumber[slot.number] = slot;
  return {
    name,
    byNumber,
    byKey: new Map(slots.map((slot) => [slot.key, slot])),
    implying: slots.filter(({ type }) => type.imply !== undefined),
    scoped: slots.some(({ type }) => type.scoped),
    keepsUnknown: only?.has("unknown") ?? true,
    expected: new Expected(),
    create: creatorOf(),
  };
}
