import { atPath, DecodeError, EncodeError } from "../../errors/errors.js";
import { describe } from "../../values/describe.js";
import { checkRecord } from "../../values/record.js";
import { align } from "../../wire/align.js";
import { littleEndian } from "../../wire/host.js";
import { matchElements } from "../matcher.js";
import { eachAttribute, NLA_HDRLEN, writeAttribute } from "../nlattr.js";
import type { AnyType, Located, Scope, Sized, Type } from "../type.js";
import { binary } from "./bytes.js";
import type { Scalar } from "./scalar.js";

/** Returns the members common to arrays: elements are named by number, and matched as a whole. */
const indexed = (element: AnyType) => ({
  member: (key: string) => (/^\d+$/.test(key) ? element : undefined),
  matcher: (pattern: unknown, scope?: Scope) => matchElements(element, pattern, scope),
});

/**
 * Declares an array with one attribute per element (`multi-attr`).
 *
 * @example
 * altIfname: [53, repeated(string)],
 */
export function repeated<T>(element: Type<T>): Type<T[]> {
  return {
    name: `${element.name}[]`,
    element,
    ...indexed(element),
    scoped: element.scoped,
    late: element.late,
    read: (view, at, end, scope) => [element.read(view, at, end, scope)],
    write: (out, values, scope) => eachWritten(values, (value) => element.write(out, value, scope)),
  };
}

/** Most elements: an attribute holds no more bytes, and each element has at least one. */
const MOST = 0xffff;

/** Visits the elements to write, including holes; errors name their index. */
export function eachWritten(values: unknown, write: (value: never, index: number) => void): void {
  if (!Array.isArray(values)) throw new EncodeError(`${describe(values)} is not an array`);
  if (values.length > MOST) throw new EncodeError(`${values.length} elements do not fit into an attribute`);
  let index = 0;
  try {
    for (; index < values.length; index++) write(values[index] as never, index);
  } catch (error) {
    throw atPath(error, `[${index}]`, EncodeError);
  }
}

/** Declares an array of elements of a fixed size in one payload (a C array). */
export function packed<T>(element: Type<T> & { readonly size?: number | undefined }): Type<T[]> {
  const { size } = element;
  if (!size) throw new TypeError(`${element.name} has no size, so it cannot be packed`);
  // The loop has checked the bounds.
  const readOne = (element as Partial<Scalar<T>>).get ?? element.read;
  return {
    name: `${element.name}[]`,
    ...indexed(element),
    read(view, at, end, scope) {
      const values: T[] = [];
      for (let from = at; end - from >= size; from += size)
        values.push(readOne(view, from, from + size, scope));
      return values;
    },
    write: (out, values, scope) => eachWritten(values, (value) => element.write(out, value, scope)),
  };
}

/** Declares a C array of exactly `count` elements inside a struct. */
export function array<T>(
  element: Type<T> & { readonly size?: number | undefined },
  count: number,
): Sized<T[]> {
  const size = element.size! * count;
  const all = packed(element);
  return {
    ...all,
    name: `${element.name}[${count}]`,
    size,
    read(view, at, end, scope) {
      if (end - at < size) throw new DecodeError(`${end - at} bytes are too short for ${size}`);
      return all.read(view, at, at + size, scope);
    },
    write(out, values, scope) {
      if (values?.length !== count) throw new EncodeError(`${describe(values)} is not an array of ${count}`);
      all.write(out, values, scope);
    },
  };
}

/** Finds the element that holds a byte; `lead` counts the bytes of its length and type that are its own. */
function locateElement(element: AnyType, lead: number): NonNullable<AnyType["locate"]> {
  return (view, at, end, offset, scope) => {
    let found: Located = { path: [], type: binary };
    let index = 0;
    eachAttribute(view, at, end, (from, to) => {
      const here = `[${index++}]`;
      if (offset < from - NLA_HDRLEN || offset >= align(to)) return;
      const below = element.locate?.(view, from - lead, to, offset, scope);
      found = { path: [here, ...(below?.path ?? [])], type: below?.type ?? element };
    });
    return found;
  };
}

/** Declares a nest of attributes, each one element, whose numbers are those of `numberOf`. */
function nestOf<T>(element: Type<T>, numberOf: (index: number) => number): Type<T[]> {
  return {
    name: `${element.name}[]`,
    ...indexed(element),
    nested: true,
    scoped: true,
    late: element.late,
    read(view, at, end, scope) {
      const values: T[] = [];
      eachAttribute(view, at, end, (from, to) => values.push(element.read(view, from, to, scope)));
      return values;
    },
    write: (out, values, scope) =>
      eachWritten(values, (value, index) => writeAttribute(out, numberOf(index), element, value, scope)),
    locate: locateElement(element, 0),
  };
}

/** Declares a nest of attributes numbered from `first`, each one element (`indexed-array`). */
export function indexedArray<T>(element: Type<T>, first = 1): Type<T[]> {
  return nestOf(element, (index) => first + index);
}

/**
 * Declares a nest of attributes that all have one number, each one element, such as `NFTA_LIST_ELEM`.
 *
 * @example
 * expressions: [4, nestedArray(1, expression)],
 */
export function nestedArray<T>(number: number, element: Type<T>): Type<T[]> {
  return nestOf(element, () => number);
}

/**
 * Declares consecutive records, each a header that begins with the length of the record in two bytes, then
 * attributes: `struct rtnexthop` in `RTA_MULTIPATH`.
 */
export function records<T>(record: Type<T>): Type<T[]> {
  return {
    name: `${record.name}[]`,
    ...indexed(record),
    scoped: true,
    late: record.late,
    read(view, at, end, scope) {
      const values: T[] = [];
      eachAttribute(view, at, end, (from, to) =>
        values.push(record.read(view, from - NLA_HDRLEN, to, scope)),
      );
      return values;
    },
    write: (out, values, scope) =>
      eachWritten(values, (value) => {
        const start = out.at;
        record.write(out, value, scope);
        out.view.setUint16(start, out.at - start, littleEndian);
        out.align();
      }),
    locate: locateElement(record, NLA_HDRLEN),
  };
}

/** Refuses a value that is not one attribute. */
function checkSingle(value: unknown): void {
  checkRecord(value, "attribute");
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  if (keys.length !== 1) throw new EncodeError(`${describe(value)} does not have exactly one member`);
}

/**
 * Declares a nest of attributes whose order counts and which may repeat, such as the actions of a flow: each element has one
 * member of the set.
 *
 * @example
 * actions: [2, inOrder(nest<OvsAction>(ovsActionAttributes))],
 * // [{ pushVlan: { tpid: 0x8100, tci: 0x1005 } }, { output: 1 }, { output: 2 }]
 */
export function inOrder<T extends object>(set: Type<T>): Type<T[]> {
  return {
    name: `${set.name}[]`,
    ...indexed(set),
    nested: true,
    scoped: true,
    late: set.late,
    read(view, at, end, scope) {
      const values: T[] = [];
      eachAttribute(view, at, end, (from, to) => values.push(set.read(view, from - NLA_HDRLEN, to, scope)));
      return values;
    },
    write: (out, values, scope) =>
      eachWritten(values, (value) => {
        checkSingle(value);
        set.write(out, value, scope);
      }),
    locate: locateElement(set, NLA_HDRLEN),
  };
}
