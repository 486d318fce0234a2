import { DecodeError, EncodeError, placed } from "../errors.js";
import { littleEndian } from "../host.js";
import { eachAttribute, NLA_HDRLEN, writeAttribute } from "./nlattr.js";
import { describe } from "./scalar.js";
import type { Sized, Type } from "./type.js";

/**
 * The attribute comes once for each element (`multi-attr`).
 *
 * @example
 * altIfname: [53, repeated(string)],
 */
export function repeated<T>(element: Type<T>): Type<T[]> {
  return {
    name: `${element.name}[]`,
    element,
    scoped: element.scoped,
    read: (view, at, end, scope) => [element.read(view, at, end, scope)],
    write(out, values, scope) {
      for (const value of values) element.write(out, value, scope);
    },
  };
}

function eachWritten(values: unknown, write: (value: never, index: number) => void): void {
  if (!Array.isArray(values)) throw new EncodeError(`${describe(values)} is not an array`);
  values.forEach((value, index) => {
    try {
      write(value as never, index);
    } catch (error) {
      throw placed(error, `[${index}]`, EncodeError);
    }
  });
}

/** Elements of a fixed size, one after the other in one payload (a C array). */
export function packed<T>(element: Type<T> & { readonly size?: number | undefined }): Type<T[]> {
  const size = element.size!;
  return {
    name: `${element.name}[]`,
    read(view, at, end, scope) {
      const values: T[] = [];
      for (let from = at; end - from >= size; from += size)
        values.push(element.read(view, from, from + size, scope));
      return values;
    },
    write: (out, values, scope) => eachWritten(values, (value) => element.write(out, value, scope)),
  };
}

/** A C array of exactly `count` elements inside a struct. */
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

/** A nest of attributes numbered from `first`, each one element (`indexed-array`). */
export function indexedArray<T>(element: Type<T>, first = 1): Type<T[]> {
  return {
    name: `${element.name}[]`,
    nested: true,
    scoped: true,
    read(view, at, end, scope) {
      const values: T[] = [];
      eachAttribute(view, at, end, (from, to) => values.push(element.read(view, from, to, scope)));
      return values;
    },
    write: (out, values, scope) =>
      eachWritten(values, (value, index) => writeAttribute(out, first + index, element, value, scope)),
  };
}

/**
 * Records one after the other, each a header whose first two bytes count the whole record, then attributes:
 * `struct rtnexthop` in `RTA_MULTIPATH`.
 */
export function records<T>(record: Type<T>): Type<T[]> {
  return {
    name: `${record.name}[]`,
    scoped: true,
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
  };
}
