import type { Writer } from "../../wire/writer.js";
import type { Unknown } from "../attributes.js";
import { matchElements } from "../matcher.js";
import { eachAttribute, NLA_HDRLEN } from "../nlattr.js";
import { enterScope } from "../scope.js";
import type { Located, Scope, Type } from "../type.js";
import { eachWritten } from "./array.js";
import { binary } from "./bytes.js";

/** Reads the attributes of a payload one by one, each as a value of the set; those before it count as its siblings. */
function readEach<T extends object>(
  set: Type<T>,
  view: DataView,
  at: number,
  end: number,
  scope: Scope | undefined,
): T[] {
  const before = {};
  const around = enterScope(before, scope);
  const values: T[] = [];
  eachAttribute(view, at, end, (from, to) => {
    const value = set.read(view, from - NLA_HDRLEN, to, around);
    Object.assign(before, value);
    values.push(value);
  });
  return values;
}

function writeEach<T extends object>(set: Type<T>, out: Writer, values: readonly T[], scope?: Scope): void {
  const before = {};
  const around = enterScope(before, scope);
  eachWritten(values, (value: T) => {
    set.write(out, value, around);
    Object.assign(before, value);
  });
}

/** Joins attributes to elements: one ends where one of its attributes comes again, unless it is unknown. */
function joined<T extends object & Unknown>(values: readonly T[]): T[] {
  const elements: T[] = [];
  for (const { unknown, ...value } of values) {
    const last = elements.at(-1);
    const begins = last === undefined || Object.keys(value).some((key) => key in last);
    const element = begins ? ({} as T) : last;
    if (begins) elements.push(element);
    Object.assign(element, value);
    if (unknown !== undefined) element.unknown = [...(element.unknown ?? []), ...unknown];
  }
  return elements;
}

/** Declares an array in one payload, whose elements are attributes of a set that are not nested. */
function unnested<T extends object>(
  set: Type<T>,
  read: Type<T[]>["read"],
  indexAt: (values: readonly T[]) => number,
): Type<T[]> {
  return {
    name: `${set.name}[]`,
    nested: true,
    scoped: true,
    member: (key) => (/^\d+$/.test(key) ? set : undefined),
    matcher: (pattern, scope) => matchElements(set, pattern, scope),
    read,
    write: (out, values, scope) => writeEach(set, out, values, scope),
    locate(view, at, end, offset, scope) {
      let found: Located = { path: [], type: binary };
      eachAttribute(view, at, end, (from, to) => {
        if (offset < from - NLA_HDRLEN || offset >= to) return;
        const index = indexAt(readEach(set, view, at, to, scope));
        const below = set.locate?.(view, from - NLA_HDRLEN, to, offset, scope);
        found = { path: [`[${index}]`, ...(below?.path ?? [])], type: below?.type ?? set };
      });
      return found;
    },
  };
}

/**
 * Declares a nest in which the order of different attributes matters: each is an element with one member. Those before it
 * count as siblings, which may select its layout.
 *
 * @example
 * fmsg: [106, sequence(nest<FmsgItem>(fmsgAttributes))],
 */
export function sequence<T extends object>(set: Type<T>): Type<T[]> {
  return unnested(
    set,
    (view, at, end, scope) => readEach(set, view, at, end, scope),
    (values) => values.length - 1,
  );
}

/**
 * Declares a nest in which the attributes of the elements follow one another, without a nest for each: an element ends where
 * one of its attributes comes again.
 *
 * @example
 * tz: [1, flatArray(nest<ThermalZone>(zoneAttributes))],
 */
export function flatArray<T extends object>(set: Type<T>): Type<T[]> {
  return unnested(
    set,
    (view, at, end, scope) => joined(readEach(set, view, at, end, scope)),
    (values) => joined(values).length - 1,
  );
}
