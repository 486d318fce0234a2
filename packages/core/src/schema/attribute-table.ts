import { DecodeError, placed } from "../errors.js";
import type { Attributes } from "./attributes.js";
import { compile } from "./compile.js";
import { Expected } from "./expected.js";
import type { AnyType, Scope } from "./type.js";

type Value = Record<string, unknown>;
type Store = (value: Value, view: DataView, at: number, end: number, scope: Scope | undefined) => void;

/** One attribute of a set. */
export interface Slot {
  readonly key: string;
  readonly number: number;
  readonly type: AnyType;
  readonly store: Store;
}

/** A store whose key is written out is four times faster than `value[key] =`. */
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
        throw placed(error, `[${values.length}]`, DecodeError);
      }
    };
  const text = `return (value, view, at, end, scope) => { value[${JSON.stringify(key)}] = read(view, at, end, scope); }`;
  const made = compile("read", text);
  if (made !== undefined) return made(type.read as never) as Store;
  return (value, view, at, end, scope) => {
    value[key] = type.read(view, at, end, scope);
  };
}

function slotsOf(set: Attributes): Slot[] {
  return Object.entries(set).map(([key, [number, type]]) => ({
    key,
    number,
    type,
    store: storeOf(key, type),
  }));
}

/** What a set needs to know of its attributes; made on first use, since layouts may refer to each other. */
export interface Table {
  readonly byNumber: readonly (Slot | undefined)[];
  readonly byKey: ReadonlyMap<string, Slot>;
  /** Those whose layout a sibling chooses. */
  readonly late: readonly Slot[];
  /** Whether any of them looks at its siblings. */
  readonly scoped: boolean;
  /** The order in which they come. */
  readonly expected: Expected;
}

/** The table of a set. */
export function tableOf(set: Attributes): Table {
  const slots = slotsOf(set);
  const byNumber: Slot[] = [];
  for (const slot of slots) byNumber[slot.number] = slot;
  return {
    byNumber,
    byKey: new Map(slots.map((slot) => [slot.key, slot])),
    late: slots.filter(({ type }) => type.late),
    scoped: slots.some(({ type }) => type.scoped),
    expected: new Expected(),
  };
}

/** The value with what follows from its sub-messages, such as `kind` from `data: { vxlan: … }`. */
export function implied({ late, byKey }: Table, value: Value): Value {
  let whole = value;
  for (const { key, type } of late) {
    if (value[key] === undefined) continue;
    // It leads, so that the kernel reads it first.
    for (const [sibling, name] of Object.entries(type.imply?.(value[key]) ?? {}))
      if (whole[sibling] === undefined && byKey.has(sibling))
        whole = { [sibling]: name, ...whole, [sibling]: name };
  }
  return whole;
}
