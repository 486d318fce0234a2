import { atPath, DecodeError, EncodeError } from "../errors/errors.js";
import { noSuch } from "../errors/no-such.js";
import { checkRecord } from "../values/record.js";
import { align } from "../wire/align.js";
import { littleEndian } from "../wire/host.js";
import { Writer } from "../wire/writer.js";
import { type AttributeTable, tableOf } from "./attribute-table.js";
import { implied } from "./implied.js";
import { eachAttribute, NLA_HDRLEN, NLA_TYPE_MASK, writeAttribute } from "./nlattr.js";
import { completed, lackedBy, rejectReadOnly } from "./request.js";
import { enterScope, withSelectors } from "./scope.js";
import type { Attributes, Slot } from "./slot.js";
import type { AnyType, Ignored, Infer, Located, ReadOnly, Scope, Type } from "./type.js";
import { eachWritten } from "./types/array.js";
import { binary } from "./types/bytes.js";
import { u16 } from "./types/scalar.js";

/** An attribute unknown to the layout, kept so that nothing the kernel reports is lost. */
export interface UnknownAttribute {
  /** The whole type word, with `NLA_F_NESTED` and `NLA_F_NET_BYTEORDER` if set. */
  type: number;
  /** The payload, without header and padding. */
  bytes: Uint8Array;
}

/** The value of an attribute set: each attribute may be absent. */
export type AttributesOf<A extends Attributes> = {
  [K in keyof A as A[K][1] extends Ignored | ReadOnly ? never : K]?: Infer<A[K][1]>;
} & { readonly [K in keyof A as A[K][1] extends ReadOnly ? K : never]?: Infer<A[K][1]> };

/** Additional members of every attribute set and message. */
export interface Unknown {
  /** Attributes of newer kernels that this version does not know; written back unchanged. */
  unknown?: UnknownAttribute[];
}

/** A set of attributes as a {@link Type}. */
export interface AttributeSet<A extends Attributes> extends Type<AttributesOf<A> & Unknown> {
  /** The kernel's prefix of the attribute names: `IFLA_`. */
  readonly prefix: string;
  /** The attributes as declared. */
  readonly set: A;
  /** Writes the attributes of a value that also holds the members of a header. */
  writeBeside(out: Writer, value: object, header: ReadonlySet<string>, scope?: Scope): void;
  only(keys: ReadonlySet<string>): AttributeSet<A>;
  /** Reads attributes into an object that has members already, such as those of a message's header. */
  readInto(value: object, view: DataView, at: number, end: number, scope?: Scope): void;
}

type Value = Record<string, unknown>;

/** Writes one attribute for the value, or one for each element. */
function writeSlot(out: Writer, { number, type }: Slot, value: unknown, scope: Scope): void {
  const { element } = type;
  if (element === undefined) return writeAttribute(out, number, type, value, scope);
  eachWritten(value, (one) => writeAttribute(out, number, element, one, scope));
}

/** Returns the number of attributes of one type before `end`: the index of the next. */
function countOf(number: number, view: DataView, from: number, end: number): number {
  let count = 0;
  eachAttribute(view, from, end, (start) => {
    if ((view.getUint16(start - 2, littleEndian) & NLA_TYPE_MASK) === number) count++;
  });
  return count;
}

const NO_HEADER: ReadonlySet<string> = new Set();

/** An attribute to be read after its siblings. */
interface Postponed {
  readonly slot: Slot;
  readonly start: number;
  readonly stop: number;
}

/** Reads attributes into a value: those in the learned order first, then the rest one by one. */
function readInto(
  table: AttributeTable,
  target: object,
  view: DataView,
  from: number,
  end: number,
  parent: Scope | undefined,
): void {
  const value = target as Value;
  const scope = table.scoped ? enterScope(value, parent) : undefined;
  const at = table.expected.read(value, view, from, end, scope);
  if (end - at >= NLA_HDRLEN) readRest(table, value, view, at, end, scope);
}

function readRest(
  table: AttributeTable,
  value: Value,
  view: DataView,
  from: number,
  end: number,
  scope: Scope | undefined,
): void {
  const { byNumber, expected } = table;
  const met: Slot[] | undefined = expected.learning ? [] : undefined;
  let postponed: Postponed[] | undefined;
  let slot: Slot | undefined;
  try {
    for (let at = from; end - at >= NLA_HDRLEN; ) {
      slot = undefined;
      const length = view.getUint16(at, littleEndian);
      const type = view.getUint16(at + 2, littleEndian);
      if (length < NLA_HDRLEN || length > end - at) throw misfit(table, type, length, end - at);
      slot = byNumber[type & NLA_TYPE_MASK];
      const start = at + NLA_HDRLEN;
      const stop = at + length;
      if (slot === undefined) {
        if (table.keepsUnknown) keepUnknown(value, type, view, start, stop);
      } else if (slot.type.late) {
        postponed ??= [];
        postponed.push({ slot, start, stop });
      } else {
        slot.store(value, view, start, stop, scope);
        if (postponed === undefined) met?.push(slot);
      }
      at += align(length);
    }
    for (const late of postponed ?? []) {
      slot = late.slot;
      slot.store(value, view, late.start, late.stop, scope);
    }
    if (met !== undefined) expected.learn(met);
  } catch (error) {
    throw slot === undefined ? error : atPath(error, slot.key, DecodeError);
  }
}

function misfit({ name }: AttributeTable, type: number, length: number, left: number): DecodeError {
  return new DecodeError(
    `attribute ${type & NLA_TYPE_MASK} of ${name} claims ${length} bytes, but ${left} are left`,
  );
}

function writeBeside(
  table: AttributeTable,
  out: Writer,
  value: Value & Unknown,
  header: ReadonlySet<string>,
  parent: Scope | undefined,
): void {
  checkRecord(value, "set of attributes");
  const { implying, byKey } = table;
  const whole = implied(implying, value as Value, byKey, out.request);
  const scope = enterScope(whole, parent, EncodeError);
  for (const key in whole) {
    const slot = byKey.get(key);
    try {
      if (whole[key] === slot?.type.unsent || key === "unknown") continue;
      if (slot === undefined) {
        if (header.has(key)) continue;
        throw noSuch("attribute", key, table.name, [...header, ...byKey.keys()]);
      }
      if (out.request && slot.type.readOnly) rejectReadOnly(whole, header, slot.type.readOnly);
      else writeSlot(out, slot, whole[key], scope);
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  }
  if (value.unknown !== undefined) writeUnknown(out, value.unknown, scope);
}

/** Finds the attribute at `offset`, if there is one. */
function locate(
  table: AttributeTable,
  view: DataView,
  from: number,
  end: number,
  offset: number,
  parent: Scope | undefined,
): Located | undefined {
  for (let at = from; end - at >= NLA_HDRLEN; at += align(view.getUint16(at, littleEndian))) {
    const stop = at + view.getUint16(at, littleEndian);
    if (offset < at || offset >= align(stop)) continue;
    const number = view.getUint16(at + 2, littleEndian) & NLA_TYPE_MASK;
    const slot = table.byNumber[number];
    if (slot === undefined) return { path: [`[attribute ${number}]`], type: binary };
    const { key, type: whole } = slot;
    const type = whole.element ?? whole;
    const path = whole.element === undefined ? [key] : [key, `[${countOf(number, view, from, at)}]`];
    if (type.locate === undefined) return { path, type };
    const value = {};
    readInto(table, value, view, from, end, parent);
    const below = type.locate(view, at + NLA_HDRLEN, stop, offset, enterScope(value, parent));
    return { path: [...path, ...below.path], type: below.type };
  }
  return undefined;
}

function writeUnknown(out: Writer, attributes: UnknownAttribute[], scope: Scope): void {
  try {
    eachWritten(attributes, ({ type, bytes }: UnknownAttribute) => {
      u16.write(new Writer(2), type);
      writeAttribute(out, type, binary, bytes, scope);
    });
  } catch (error) {
    throw atPath(error, "unknown", EncodeError);
  }
}

function keepUnknown(
  value: Value & Unknown,
  type: number,
  view: DataView,
  start: number,
  stop: number,
): void {
  value.unknown ??= [];
  value.unknown.push({ type, bytes: binary.read(view, start, stop) });
}

/** Returns the functions that read and write a set, whose table is made on first use: layouts may refer to each other. */
function codec<A extends Attributes>(name: string, set: A, only?: ReadonlySet<string>) {
  let made: AttributeTable | undefined;
  const table = () => {
    made ??= tableOf(name, set, only);
    return made;
  };
  return {
    read(view, at, end, scope) {
      const value = table().create();
      readInto(table(), value, view, at, end, scope);
      return value as AttributesOf<A> & Unknown;
    },
    readInto: (value, view, at, end, scope) => readInto(table(), value, view, at, end, scope),
    write: (out, value, scope) => writeBeside(table(), out, value, NO_HEADER, scope),
    writeBeside: (out, value, header, scope) => writeBeside(table(), out, value as Value, header, scope),
    locate(view, at, end, offset, scope) {
      return locate(table(), view, at, end, offset, scope) ?? { path: [], type: this as unknown as AnyType };
    },
  } satisfies Partial<AttributeSet<A>>;
}

/**
 * Declares a set of attributes (`struct nlattr`), each optional on the wire. Keys are the kernel's names in
 * camelCase; the prefix and the key form the name of the kernel's constant.
 *
 * @example
 * export const linkAttributes = attributes("link-attrs", "IFLA_", {
 *   // Largest packet, in bytes.
 *   mtu: [4, u32],
 * });
 */
export function attributes<A extends Attributes>(name: string, prefix: string, set: A): AttributeSet<A> {
  const member = (key: string): AnyType | undefined => (Object.hasOwn(set, key) ? set[key]![1] : undefined);
  return {
    name,
    prefix,
    set,
    nested: true,
    scoped: true,
    // A nested layout may be selected by a sibling of this set.
    late: Object.values(set).some(([, type]) => type.late) || undefined,
    ...codec(name, set),
    only(keys) {
      const { read, readInto } = codec(name, set, withSelectors(this, keys));
      return { ...this, read, readInto };
    },
    member,
    lacks: (value) => lackedBy(member, value),
    complete(value, current) {
      const whole = completed(member, value, current);
      return Object.keys(whole).length === 0 && Object.keys(value).length > 0 ? undefined : whole;
    },
    keys: () => Object.keys(set).filter((key) => !set[key]![1].ignored),
    attributeName: (number) => Object.keys(set).find((key) => set[key]?.[0] === number),
  };
}

/**
 * Returns attributes that several sets share. A set spreads them; an interface of its values extends `AttributesOf` of them
 * first, so that their comments survive in declaration files.
 *
 * @example
 * const handle = sharedAttributes({ busName: [1, string], devName: [2, string] });
 * const portAttributes = attributes("port", "DEVLINK_ATTR_", { ...handle, portIndex: [3, u32] });
 * interface Port extends AttributesOf<typeof handle>, Infer<typeof portAttributes> {}
 */
export const sharedAttributes = <A extends Attributes>(set: A): A => set;
