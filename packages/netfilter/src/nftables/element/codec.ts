import { atPath, EncodeError } from "@rxnetlink/core";
import { flagsOf } from "../set/complete.js";
import type { SetGiven } from "../set/given.js";
import { dataFieldsOf, hasDataIntervals, type KeyField, keyFieldsOf, lengthOf } from "../set/key-layout.js";
import { setFlags } from "../set/layout.js";
import { type Bounds, boundsOf, compareKeys, decodedKey, nextKey, placeKey, previousKey } from "./bounds.js";
import type { Element, ElementKey } from "./element.js";
import { type RawElement, rawElementFlags } from "./layout.js";

const { intervalEnd, catchall } = rawElementFlags.bits;

/** Layout of the keys and data of one set. */
interface Shape {
  readonly fields: readonly KeyField[];
  readonly length: number;
  readonly data: readonly KeyField[] | undefined;
  /** True if data may be ranges. */
  readonly dataIntervals: boolean;
  /** True if keys may be ranges. */
  readonly intervals: boolean;
}

function shapeOf(set: SetGiven): Shape {
  const intervals = (flagsOf(set) & setFlags.bits.interval) !== 0;
  const fields = keyFieldsOf(set, intervals);
  return {
    fields,
    length: lengthOf(fields),
    data: dataFieldsOf(set),
    dataIntervals: hasDataIntervals(set),
    intervals,
  };
}

/** True for a whole element, false for a key alone. */
const isElement = (given: Element | ElementKey): given is Element =>
  typeof given === "object" &&
  given !== null &&
  !Array.isArray(given) &&
  !ArrayBuffer.isView(given) &&
  (given as { type?: unknown }).type !== "range";

/** Returns an element of which only the key was given as a whole one. */
export const asElement = (given: Element | ElementKey): Element =>
  isElement(given) ? given : { key: given };

/** Encodes the data of an element: of a range, its first value and then its last. */
function dataBytes(fields: readonly KeyField[], data: ElementKey, intervals: boolean): Uint8Array {
  const { from, to } = boundsOf(fields, lengthOf(fields), data, intervals);
  return intervals ? Uint8Array.of(...from, ...to) : from;
}

/** Decodes the data of an element. */
function decodedData(fields: readonly KeyField[], value: Uint8Array, intervals: boolean): ElementKey {
  const half = intervals ? value.length / 2 : 0;
  return decodedKey(fields, { from: value.subarray(0, half || value.length), to: value.subarray(half) });
}

/** Returns everything of an element but its key. */
function restOf({ data, dataIntervals }: Shape, element: Element): RawElement {
  const { timeout, expiration, comment, verdict, object, expressions } = element;
  const raw: RawElement = {};
  if (element.data !== undefined) {
    if (data === undefined) throw new EncodeError("the set is no map of values").at("data");
    raw.data = { value: dataBytes(data, element.data, dataIntervals) };
  }
  if (verdict !== undefined) raw.data = { verdict };
  if (object !== undefined) raw.objref = object;
  if (timeout !== undefined) raw.timeout = timeout;
  if (expiration !== undefined) raw.expiration = expiration;
  if (comment !== undefined) raw.userdata = { comment };
  if (expressions?.length === 1) raw.expr = expressions[0]!;
  else if (expressions !== undefined) raw.expressions = [...expressions];
  return raw;
}

/** Returns one element as the kernel has it: two if its keys are intervals of one field. */
function rawOf(shape: Shape, given: Element | ElementKey): RawElement[] {
  const { fields, length, intervals } = shape;
  const element = asElement(given);
  const rest = element === given ? restOf(shape, element) : undefined;
  if (element.key === undefined) return [{ flags: catchall, ...rest }];
  let bounds: Bounds;
  try {
    bounds = boundsOf(fields, length, element.key, intervals);
  } catch (error) {
    throw element === given ? atPath(error, "key", EncodeError) : error;
  }
  if (intervals && fields.length === 1) return intervalOf(bounds, rest);
  const first: RawElement = { key: { value: bounds.from }, ...rest };
  return intervals ? [{ ...first, keyEnd: { value: bounds.to } }] : [first];
}

/** Returns an interval of one field as the kernel has it, in two halves. */
export function intervalOf({ from, to }: Bounds, rest: RawElement | undefined): RawElement[] {
  const first: RawElement = { key: { value: from }, ...rest };
  const end = nextKey(to);
  return end === undefined ? [first] : [first, { key: { value: end }, flags: intervalEnd }];
}

const isBare = (element: Element): boolean =>
  Object.entries(element).every(([member, value]) => member === "key" || value === undefined);

/**
 * Returns a function that returns the bounds of elements that have nothing but a key, in sets of intervals of one field.
 *
 * @returns `undefined` for other sets.
 */
export function boundsEncoder(
  set: SetGiven,
): ((given: Element | ElementKey) => Bounds | undefined) | undefined {
  const { fields, length, intervals } = shapeOf(set);
  if (!intervals || fields.length > 1) return undefined;
  return (given) => {
    const element = asElement(given);
    if (element.key === undefined || !isBare(element)) return undefined;
    return boundsOf(fields, length, element.key, true);
  };
}

/** Returns a function that tells if a key has values in common with a range; `undefined` in sets without ranges. */
export function rangeFinder(
  set: SetGiven,
  range: ElementKey | undefined,
): ((key: ElementKey) => boolean) | undefined {
  const { fields, length, intervals } = shapeOf(set);
  if (!intervals || range === undefined) return undefined;
  const one = boundsOf(fields, length, range, true);
  return (key) => {
    const other = boundsOf(fields, length, key, true);
    return fields.every(({ offset, size }) => {
      const part = (bytes: Uint8Array) => bytes.subarray(offset, offset + size);
      const startsBefore = (a: Bounds, b: Bounds) => compareKeys(part(a.from), part(b.to)) <= 0;
      return startsBefore(one, other) && startsBefore(other, one);
    });
  };
}

/**
 * Returns a function that encodes elements of a set one by one.
 *
 * @throws EncodeError if the types of the set are missing or unknown.
 */
export function elementEncoder(set: SetGiven): (element: Element | ElementKey) => RawElement[] {
  const shape = shapeOf(set);
  return (element) => rawOf(shape, element);
}

/**
 * Returns a function that encodes elements of a set one by one, each before the next: of a key alone it returns the bytes, which
 * the next one replaces.
 *
 * @throws EncodeError if the types of the set are missing or unknown.
 */
export function passingEncoder(
  set: SetGiven,
): (element: Element | ElementKey) => readonly (RawElement | Uint8Array)[] {
  const shape = shapeOf(set);
  const key = new Uint8Array(shape.length);
  const [bounds, keys] = [{ from: key, to: key }, [key]];
  return (given) => {
    if (shape.intervals || isElement(given)) return rawOf(shape, given);
    placeKey(bounds, shape.fields, given);
    return keys;
  };
}

function decoded(
  { fields, data, dataIntervals }: Shape,
  raw: RawElement,
  bounds: Bounds | undefined,
): Element {
  const { timeout, expiration, userdata, objref, expr, expressions = expr && [expr] } = raw;
  const value = raw.data?.value;
  const rest = data !== undefined && value !== undefined && { data: decodedData(data, value, dataIntervals) };
  return {
    ...(bounds !== undefined && { key: decodedKey(fields, bounds) }),
    ...rest,
    ...(raw.data?.verdict !== undefined && { verdict: raw.data.verdict }),
    ...(objref !== undefined && { object: objref }),
    ...(timeout !== undefined && { timeout }),
    ...(expiration !== undefined && { expiration }),
    ...(userdata?.comment !== undefined && { comment: userdata.comment }),
    ...(expressions !== undefined && { expressions }),
  };
}

const isEnd = ({ flags = 0 }: RawElement) => (flags & intervalEnd) !== 0;
const isCatchall = ({ flags = 0 }: RawElement) => (flags & catchall) !== 0;

/** Returns elements in the order of their keys; an interval ends before another begins at the same key. */
function sorted(raws: readonly RawElement[]): RawElement[] {
  const order = (a: RawElement, b: RawElement) =>
    compareKeys(a.key!.value!, b.key!.value!) || Number(isEnd(b)) - Number(isEnd(a));
  return raws.filter(({ key }) => key?.value !== undefined).sort(order);
}

/** Joins the bounds of intervals of one field. */
function joined(shape: Shape, raws: readonly RawElement[]): Element[] {
  const elements: Element[] = [];
  let open: RawElement | undefined;
  const close = (to: Uint8Array) => {
    if (open !== undefined) elements.push(decoded(shape, open, { from: open.key!.value!, to }));
    open = undefined;
  };
  for (const raw of sorted(raws)) {
    close(previousKey(raw.key!.value!));
    if (!isEnd(raw)) open = raw;
  }
  close(new Uint8Array(shape.length).fill(0xff));
  return elements;
}

/**
 * Decodes all elements of a set. Intervals become ranges or prefixes.
 *
 * @throws EncodeError if the types of the set are missing or unknown.
 */
export function decodeElements(set: SetGiven, raws: readonly RawElement[]): Element[] {
  const shape = shapeOf(set);
  const all = raws.filter(isCatchall).map((raw) => decoded(shape, raw, undefined));
  const keyed = raws.filter((raw) => !isCatchall(raw));
  if (shape.intervals && shape.fields.length === 1) return [...joined(shape, keyed), ...all];
  const single = ({ key, keyEnd }: RawElement) => ({ from: key!.value!, to: (keyEnd ?? key)!.value! });
  return [...keyed.map((raw) => decoded(shape, raw, single(raw))), ...all];
}
