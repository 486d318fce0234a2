import { atPath, EncodeError } from "../errors/errors.js";
import { checkRecord } from "../values/record.js";
import { align } from "../wire/align.js";
import { type AttributeSet, type AttributesOf, attributes, type Unknown } from "./attributes.js";
import { refine } from "./refine.js";
import { completed, isListed, rejectReadOnly } from "./request.js";
import type { Attributes } from "./slot.js";
import type { Fields, Struct, StructOf } from "./struct.js";
import type { AnyType, Scope, Type } from "./type.js";

/** The value of a message: the members of its header and its attributes, in one flat object. */
export type MessageOf<H extends Fields, A extends Attributes> = StructOf<H> & AttributesOf<A> & Unknown;

/** A message: a fixed header, then attributes. */
export interface Message<H extends Fields, A extends Attributes> extends Type<MessageOf<H, A>> {
  /** The fixed part. */
  readonly header: Struct<H>;
  /** The attributes after it. */
  readonly attributes: AttributeSet<A>;
}

/**
 * Returns a scope in which members of the header are siblings of the attributes, since the family may select a
 * sub-message.
 */
function around(value: object, parent: Scope | undefined): Scope {
  return { value: value as Scope["value"], parent, depth: parent?.depth ?? 0 };
}

/** Rejects a read-only member of the header. */
function rejectReported(value: object, key: string, type: AnyType, header: ReadonlySet<string>): void {
  if ((value as Scope["value"])[key] === undefined) return;
  try {
    rejectReadOnly(value, header, type.readOnly!);
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

function checkKeys(name: string, header: Struct<Fields>, set: AttributeSet<Attributes>): void {
  const twice = Object.keys(set.set).find((key) => Object.hasOwn(header.fields, key));
  if (twice !== undefined) throw new TypeError(`${name}: ${twice} is in the header and in the attributes`);
}

/** Returns a function that writes a header and aligns what follows, also after one of odd size such as `rtgenmsg`. */
function headerWriter(header: Struct<Fields>, shown: ReadonlySet<string>): Struct<Fields>["writeFrom"] {
  const reported = Object.entries(header.fields).filter(([, type]) => type.readOnly !== undefined);
  const size = header.size ?? 0;
  return (out, value, scope) => {
    if (out.request) for (const [key, type] of reported) rejectReported(value, key, type, shown);
    header.writeFrom(out, value, scope);
    out.zero(align(size) - size);
  };
}

/**
 * Declares a message. A key may be in the header or in the attributes, not in both: if the kernel uses a name twice,
 * the member of the header has its name in C (`rtmTable` next to `table`).
 */
export function message<H extends Fields, A extends Attributes>(
  name: string,
  header: Struct<H>,
  set: AttributeSet<A>,
): Message<H, A> {
  checkKeys(name, header, set);
  const shown = new Set(Object.keys(header.fields).filter((key) => !header.fields[key]!.ignored));
  const start = align(header.size ?? 0);
  const writeHeader = headerWriter(header, shown);
  const reader =
    ({ readInto }: AttributeSet<A>): Message<H, A>["read"] =>
    (view, at, end, scope) => {
      const value = header.read(view, at, end);
      readInto(value, view, at + start, end, scope);
      return value as StructOf<H> & AttributesOf<A>;
    };
  return {
    name,
    header,
    attributes: set,
    scoped: true,
    late: set.late,
    read: reader(set),
    // The header costs little, and often says what a message is about.
    only(keys) {
      return refine(this as Message<H, A>, { read: reader(set.only(keys)) });
    },
    write(out, value, scope) {
      checkRecord(value, name);
      writeHeader(out, value, scope);
      set.writeBeside(out, value, shown, around(value, scope));
    },
    isListed: (value) => isListed(value, shown),
    lacks: (value) => header.lacks?.(value) ?? set.lacks?.(value),
    complete: (value, current) => ({
      ...completed(set.member!, value, current),
      ...header.complete!(value, current),
    }),
    locate(view, at, end, offset, scope) {
      if (offset < at + start) return { path: [], type: this };
      return set.locate!(view, at + start, end, offset, around(header.read(view, at, end), scope));
    },
    member: (key) => header.member?.(key) ?? set.member?.(key),
    keys: () => [...(header.keys?.() ?? []), ...(set.keys?.() ?? [])],
    attributeName: (number) => set.attributeName?.(number),
  };
}

/** The empty set, for messages without attributes. */
export const noAttributes = attributes("none", "", {});
