import { atPath, DecodeError, EncodeError } from "../errors/errors.js";
import { noSuch } from "../errors/no-such.js";
import { checkRecord } from "../values/record.js";
import type { Writer } from "../wire/writer.js";
import { compile } from "./compile.js";
import { implied } from "./implied.js";
import { refine } from "./refine.js";
import type { AnyType, Ignored, Infer, ReadOnly, Scope, Type } from "./type.js";
import type { Scalar } from "./types/scalar.js";

/** Padding: written as zeros, not a member of the value. */
export interface Pad extends Ignored {
  readonly size: number;
}

/** Declares padding inside a {@link struct}. */
export function pad(size: number): Pad {
  return { name: `pad[${size}]`, size, ignored: true, read: () => undefined, write: (out) => out.zero(size) };
}

/** An attribute that only aligns the next one, such as `IFLA_PAD`. */
export const padding: Ignored = pad(0);

/** A member that older kernels do not send, and that is absent then. */
export interface Since<T> extends Type<T> {
  readonly size: number;
  /** The first kernel that sends it: `"4.6"`. */
  readonly since: string;
}

/**
 * Declares a member added to the end of a {@link struct} in a later kernel. It is absent from shorter messages, and
 * not written if the value lacks it.
 */
export function since(kernel: string, type: Pad): Pad & { readonly since: string };
export function since<T>(kernel: string, type: Type<T> & { readonly size?: number | undefined }): Since<T>;
export function since(
  kernel: string,
  type: AnyType,
): AnyType & { readonly size: number; readonly since: string } {
  return { ...type, since: kernel, size: type.size! };
}

/** The members of a C struct, in order. */
export type Fields = Readonly<Record<string, AnyType>>;
type Late<F extends Fields> = {
  [K in keyof F]: F[K] extends Pad ? never : F[K] extends { since: string } ? K : never;
}[keyof F];
type Reported<F extends Fields> = { [K in keyof F]: F[K] extends ReadOnly ? K : never }[keyof F];
/** The value of a struct: all members except padding; those of {@link since} may be absent. */
export type StructOf<F extends Fields> = {
  [K in keyof F as F[K] extends Pad ? never : K extends Late<F> | Reported<F> ? never : K]: Infer<F[K]>;
} & { [K in keyof F as K extends Exclude<Late<F>, Reported<F>> ? K : never]?: Infer<F[K]> } & {
  readonly [K in keyof F as K extends Exclude<Reported<F>, Late<F>> ? K : never]: Infer<F[K]>;
} & { readonly [K in keyof F as K extends Late<F> & Reported<F> ? K : never]?: Infer<F[K]> };

/** A C struct as a {@link Type}. */
export interface Struct<F extends Fields> extends Type<StructOf<F>> {
  /** Writes its members from a value that may hold others too, such as that of a whole message. */
  writeFrom(out: Writer, value: object, scope?: Scope): void;
  readonly size?: number | undefined;
  /** The members as declared. */
  readonly fields: F;
}

interface Member {
  readonly key: string;
  readonly type: AnyType;
  readonly at: number;
  readonly hidden: boolean;
}

function layout(fields: Fields): Member[] {
  let at = 0;
  return Object.entries(fields).map(([key, type]) => {
    const member = { key, type, at, hidden: type.ignored === true };
    at += type.size ?? 0;
    return member;
  });
}

/** Returns a scope in which the members of a struct are siblings: one may select the layout of a later one. */
function beside(value: object, parent: Scope | undefined): Scope {
  return { value: value as Scope["value"], parent, depth: parent?.depth ?? 0 };
}

type ReadAll = (view: DataView, at: number, end: number, scope?: Scope) => object;

/**
 * Compiles a constructor with every key written out: V8 then gives all values one shape, with room for the attributes
 * that a message adds, which a literal lacks. The prototype still makes them plain objects.
 */
function compileRead(members: Member[]): ReadAll {
  const shown = members.filter((member) => !member.hidden);
  const readers: ReadAll[] = shown.map(({ type }) => (type as Partial<Scalar<object>>).get ?? type.read);
  const stores = shown.map(
    ({ key, at, type }, i) =>
      `this[${JSON.stringify(key)}] = r[${i}](view, at + ${at}, end, ${type.scoped ? "own" : "scope"});`,
  );
  const scoping = shown.some(({ type }) => type.scoped) ? "const own = beside(this, scope);" : "";
  const made = compile(
    "r, beside",
    `function Value(view, at, end, scope) { ${scoping} ${stores.join(" ")} }
    Value.prototype = Object.prototype;
    return (view, at, end, scope) => new Value(view, at, end, scope);`,
  );
  if (made !== undefined) return made(readers as never, beside as never) as ReadAll;
  return (view, at, end, scope) => {
    const value: Record<string, unknown> = {};
    const own = beside(value, scope);
    for (const [i, { key, at: offset }] of shown.entries())
      value[key] = readers[i]!(view, at + offset, end, own);
    return value;
  };
}

type WriteAll = (out: Writer, value: object, scope: Scope | undefined) => void;

function readShort(
  name: string,
  members: readonly Member[],
  view: DataView,
  at: number,
  end: number,
  scope: Scope | undefined,
  grows = false,
): object {
  const value: Record<string, unknown> = {};
  const own = beside(value, scope);
  for (const { key, type, at: offset, hidden } of members) {
    const from = at + offset;
    if (from + (type.size ?? 0) <= end) {
      if (!hidden) value[key] = type.read(view, from, end, own);
    } else if (!grows && !("since" in type))
      throw new DecodeError(`${end - at} bytes are too short for ${name}`);
  }
  return value;
}

/** Compiles a function with every key written out, if all members have a size and none may be missing. */
function compileWrite(members: Member[]): WriteAll {
  const writeEach: WriteAll = (out, value, scope) => {
    const given = value as Record<string, unknown>;
    let last = members.length - 1;
    while (last >= 0 && "since" in members[last]!.type && given[members[last]!.key] === undefined) last--;
    for (let i = 0; i <= last; i++) writeMember(out, members[i]!, given, scope);
  };
  if (members.some(({ type }) => type.size === undefined || "since" in type)) return writeEach;
  const stores = members.map(({ key, type, hidden }, i) => {
    const zero = `out.zero(${type.size});`;
    if (hidden) return zero;
    const name = JSON.stringify(key);
    const given = type.readOnly ? `out.request ? undefined : value[${name}]` : `value[${name}]`;
    const absent = type.fallback
      ? `if (out.request) t[${i}].write(out, t[${i}].fallback(value), scope); else ${zero}`
      : zero;
    return `at = ${name}; member = ${given}; if (member === undefined) { ${absent} } else t[${i}].write(out, member, scope);`;
  });
  const made = compile(
    "t, misplaced",
    `return (out, value, scope) => {
      let at, member;
      try { ${stores.join(" ")} } catch (error) { throw misplaced(error, at); }
    };`,
  );
  const misplaced = (error: unknown, key: string) => atPath(error, key, EncodeError);
  return made === undefined
    ? writeEach
    : (made(members.map(({ type }) => type) as never, misplaced as never) as WriteAll);
}

function writeMember(
  out: Writer,
  { key, type, hidden }: Member,
  value: Record<string, unknown>,
  scope: Scope | undefined,
): void {
  if (hidden) return out.zero(type.size ?? 0);
  try {
    let member = out.request && type.readOnly ? undefined : value[key];
    if (member === undefined && out.request) member = type.fallback?.(value);
    if (member === undefined) out.zero(type.size ?? 0);
    else type.write(out, member, scope);
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

type Values = Readonly<Record<string, unknown>>;

/** Returns the path of the first member for which a change must look up the current object. */
function lackedBy(members: readonly Member[], value: Values): string[] | undefined {
  for (const { key, type, hidden } of members) {
    if (hidden || type.readOnly || type.derived || "since" in type) continue;
    if (value[key] === undefined) return [key];
    const below = type.lacks?.(value[key]);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}

/** Returns the given members, and the current values of the others. */
function completed(members: readonly Member[], value: Values, current: Values | undefined): Values {
  const whole: Record<string, unknown> = {};
  for (const { key, type, hidden } of members) {
    const given = value[key];
    if (hidden) continue;
    if (given !== undefined) whole[key] = type.complete?.(given, current?.[key]) ?? given;
    else if (current?.[key] !== undefined && !type.derived) whole[key] = current[key];
  }
  return whole;
}

function reader<F extends Fields>(name: string, members: Member[], size: number): Struct<F>["read"] {
  let readAll: ReadAll | undefined;
  return (view, at, end, scope) => {
    if (end - at < size) return readShort(name, members, view, at, end, scope) as StructOf<F>;
    readAll ??= compileRead(members);
    try {
      return readAll(view, at, end, scope) as StructOf<F>;
    } catch (error) {
      // The size has been checked, so only an open last member can fail.
      throw atPath(error, members.at(-1)!.key, DecodeError);
    }
  };
}

function writer(members: Member[], known: ReadonlySet<string>): Struct<Fields>["writeFrom"] {
  const implying = members.filter(({ type }) => type.imply !== undefined);
  const scoping = members.some(({ type }) => type.scoped);
  let writeAll: WriteAll | undefined;
  return (out, value, scope) => {
    writeAll ??= compileWrite(members);
    const whole = out.request && implying.length > 0 ? implied(implying, value, known, true) : value;
    writeAll(out, whole, scoping ? beside(whole, scope) : scope);
  };
}

/**
 * Declares a C struct: its members in order, with {@link pad} for C's padding. The last member may lack a fixed size;
 * it then takes the rest of the payload.
 *
 * In a longer payload, from a newer kernel, the tail is ignored; members of {@link since} may be missing. Absent
 * members are written as zeros, or in a request as declared by {@link orDefault} and similar functions.
 */
export function struct<F extends Fields>(name: string, fields: F): Struct<F> {
  const members = layout(fields);
  const open = members.at(-1)?.type.size === undefined;
  const size = members.reduce((sum, { type }) => sum + (type.size ?? 0), 0);
  const known = new Set(members.filter((member) => !member.hidden).map(({ key }) => key));
  return {
    name,
    size: open ? undefined : size,
    fields,
    member: (key) => (known.has(key) ? fields[key] : undefined),
    keys: () => [...known],
    lacks: (value) => lackedBy(members, value),
    complete: (value, current) => completed(members, value, current) as StructOf<F>,
    scoped: members.some(({ type }) => type.scoped) || undefined,
    late: members.at(-1)?.type.late,
    read: reader<F>(name, members, size),
    write(out, value, scope) {
      checkRecord(value, name);
      for (const key of Object.keys(value))
        if (!known.has(key)) throw noSuch("member", key, name, known).at(key);
      this.writeFrom(out, value, scope);
    },
    writeFrom: writer(members, known),
  };
}

/**
 * Declares a struct that grows from kernel to kernel, where it is the payload of an attribute: members that a shorter one
 * lacks are absent. It is written whole.
 *
 * @example
 * stats64: [23, growing(rtnlLinkStats64)],
 */
export function growing<F extends Fields>(type: Struct<F>): Type<Partial<StructOf<F>>> {
  const { name, size = 0 } = type;
  const members = layout(type.fields);
  return refine<StructOf<F>, Partial<StructOf<F>>>(type, {
    write: (out, value, scope) => type.write(out, value as StructOf<F>, scope),
    read: (view, at, end, scope) =>
      end - at < size
        ? (readShort(name, members, view, at, end, scope, true) as Partial<StructOf<F>>)
        : type.read(view, at, end, scope),
  });
}
