import type { Writer } from "../wire/writer.js";

/** The attribute sets around a value, innermost first. A sub-message finds the sibling that selects its layout here. */
export interface Scope {
  /** The members read so far; when writing, the whole value. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The enclosing set. */
  readonly parent: Scope | undefined;
  /** Number of enclosing sets; limited by {@link MAX_DEPTH}. */
  readonly depth: number;
}

/** Deepest nesting of attribute sets; more is refused, whatever a recursive layout allows. */
export const MAX_DEPTH = 32;

/**
 * A wire type, the one contract of the schema. Scalars, structs, attribute sets, sub-messages and messages are all
 * Types made of smaller Types, so that one declaration gives the static type, the decoder, the encoder, error paths
 * and documentation.
 */
export interface Type<T> {
  /** The kernel's name, for errors and tables: `u32`, `ifinfomsg`, `link-attrs`. */
  readonly name: string;
  /** Size in bytes, if it is fixed. */
  readonly size?: number | undefined;
  /** Reads a value from `view[at, end)`, never outside; throws a `DecodeError`. */
  read(view: DataView, at: number, end: number, scope?: Scope): T;
  /** Appends a value; throws an `EncodeError`. */
  write(out: Writer, value: T, scope?: Scope): void;
  /**
   * Returns a type that reads only some members and skips the others, which are then absent. Selectors of a chosen member
   * are read too, and so may be whatever costs little. Absent where all is read as one.
   */
  only?(keys: ReadonlySet<string>): Type<T>;
  /** Finds the member that holds the byte at `offset` of an encoded value; absent from types without members. */
  locate?(view: DataView, at: number, end: number, offset: number, scope?: Scope): Located;
  /** Returns the layout that the type refers to, if it is declared elsewhere. */
  target?(): AnyType;
  /** Returns the key of an attribute by its number, in attribute sets. */
  attributeName?(number: number): string | undefined;
  /** Returns the type of a member, in types with members. */
  member?(key: string): AnyType | undefined;
  /** Returns the keys of its members, for "did you mean" and completion. */
  keys?(): readonly string[];
  /** Converts text, as people type it, to a value; if absent, the text is the value. */
  parse?(text: string): T;
  /** Converts a value to text as people type it, if that differs from the value: `"1:10"` of a handle. */
  show?(value: T): string;
  /** Converts a value to JSON, if that differs from the value: text for bytes, names for bits. */
  toJson?(value: T): unknown;
  /** Converts JSON to a value; throws an `EncodeError`. */
  fromJson?(json: unknown): T;
  /** Words known for a text or number, for completion and "did you mean". */
  readonly words?: readonly string[] | undefined;
  /** Set if values hold attributes: the attribute then carries `NLA_F_NESTED`. */
  readonly nested?: true | undefined;
  /** Set if the attribute carries `NLA_F_NET_BYTEORDER`. */
  readonly netByteOrder?: true | undefined;
  /** Set if {@link Scope} matters to the type or to one inside it. */
  readonly scoped?: true | undefined;
  /** Set if siblings must be read first, wherever they are on the wire. */
  readonly late?: true | undefined;
  /** Layouts selected by a sibling, if there are several; in a {@link choice}, `name` is that of the others. */
  readonly choice?: Choice | undefined;
  /** Type of the elements, if the value is an array spread over several attributes of one number. */
  readonly element?: AnyType | undefined;
  /** Key of the member that the attribute is read into, if it shares one with others, as addresses of two widths do. */
  readonly key?: string | undefined;
  /** Set for padding, which is not a member of the value. */
  readonly ignored?: true | undefined;
  /** Alternative to setting a read-only member, for the error; requests omit the member. */
  readonly readOnly?: string | undefined;
  /** Set if a change sends the member only when it differs from the current value; a difference may also be refused. */
  readonly ifDifferent?: "refused" | "sent" | undefined;
  /**
   * Set if `add$` sends the member in a second request, once the object exists; with `asked`, not from listed values.
   */
  readonly later?: "always" | "listed" | "asked" | undefined;
  /** Returns true if a value has all the members of the header, as listed values do. */
  isListed?(value: object): boolean;
  /**
   * Returns the value that requests send for an absent member of a struct, zero by default; throws if it is required.
   */
  fallback?(siblings: object): unknown;
  /** Set if {@link fallback} derives the member from others, so that it is never looked up. */
  readonly derived?: true | undefined;
  /**
   * Returns the path of the first member for which a change must look up the current object; absent from types
   * without members.
   */
  lacks?(value: T): string[] | undefined;
  /** Completes a value for a change with the current one; returns `undefined` if nothing changes. */
  complete?(value: T, current: T | undefined): T | undefined;
  /** Set if the kernel may send a value that means absence: reading then returns `undefined`. */
  readonly mayBeAbsent?: true | undefined;
  /** Value that is not sent, like `undefined`: `false` of a flag. */
  readonly unsent?: unknown;
  /** Converts another form that callers may use, such as bits by name, to a value. */
  normalize?(given: unknown): T;
  /**
   * Returns the members that a text in place of the value expands to, such as an address and the length of its
   * prefix; `undefined` if it is the value itself.
   */
  expand?(text: string, key: string, around: Surroundings): Readonly<Record<string, unknown>> | undefined;
  /**
   * Returns a value that names links with their indices; the value itself if it names none. For values that are objects
   * without members, such as filters.
   */
  withIndices?(value: T, indexOf: Surroundings["indexOf"]): T;
  /** Set if values are indices of links: the keys of siblings that say that the link is in another namespace. */
  readonly linkElsewhere?: readonly string[] | undefined;
  /** Key of the sibling with the prefix length, if the value is the address of a prefix. */
  readonly prefixLength?: string | undefined;
  /** Returns a listed value in a form that affects all of it, not only the bits that are set. */
  inFull?(value: T): unknown;
  /** Returns the siblings implied by a value and its siblings, such as the kind by `data: { vxlan: … }`. */
  imply?(
    value: T,
    beside: Readonly<Record<string, unknown>>,
    request: boolean,
  ): Readonly<Record<string, unknown>>;
  /**
   * Returns the test for values that match a pattern, if it is not equality with the value that the pattern would be
   * read as.
   */
  matcher?(pattern: unknown, scope?: Scope): Test;
}

/** Context in which a text is expanded. */
export interface Surroundings {
  /** The siblings, and the enclosing sets. */
  readonly scope: Scope;
  /** Returns the index of the link that has a name. */
  indexOf(name: string): number;
}

/** Returns true if a value passes; an absent one is `undefined`. */
export type Test = (value: unknown) => boolean;

/** Any text besides the known words. Written so that editors still complete those. */
export type Other = string & {};

/** A {@link Type} whose values all have the same size. */
export interface Sized<T> extends Type<T> {
  /** Size in bytes. */
  readonly size: number;
}

/** A place inside an encoded value. */
export interface Located {
  /** Members that lead to it, outermost first. */
  readonly path: string[];
  /** Type of the innermost member. */
  readonly type: AnyType;
}

/** A {@link Type} of values that are not known statically, as in containers. */
// biome-ignore lint/suspicious/noExplicitAny: T is both read and written, so only `any` takes every Type<T>
export type AnyType = Type<any>;

/** Parts of a layout, by which tools walk it; a layout has those of its form. */
interface Parts {
  /** Start of the names of its constants: `IFLA_`. */
  readonly prefix?: string;
  /** Attributes of a set. */
  readonly set?: Readonly<Record<string, readonly [number: number, type: AnyType]>>;
  /** Members of a struct. */
  readonly fields?: Readonly<Record<string, AnyType>>;
  /** Fixed header of a message. */
  readonly header?: Layout;
  /** Attributes of a message. */
  readonly attributes?: Layout;
  /** Key of the sibling that selects the layout of a sub-message. */
  readonly selector?: string;
  /** Layouts of a sub-message. */
  readonly formats?: Readonly<Record<string, AnyType>>;
  /** Numbers by name, of an enumeration. */
  readonly values?: Readonly<Record<string, number>>;
  /** Bits by name, of flags. */
  readonly bits?: Readonly<Record<string, number>>;
}

/** A {@link Type} with its parts. */
export type Layout = AnyType & Parts;

/** Returns a type with its parts, or the one to which it refers. */
export const layoutOf = (type: AnyType): Layout => type.target?.() ?? type;

/** A {@link Type} without a value. */
export interface Ignored extends Type<undefined> {
  readonly ignored: true;
}

/** A layout selected by a sibling. */
export interface Choice {
  /** Key of the sibling. */
  readonly selector: string;
  /** Layouts by the value of the sibling. */
  readonly formats: Readonly<Record<string, AnyType>>;
  /** Layout of the remaining cases, if there is one. */
  readonly otherwise?: AnyType;
}

/** A {@link Type} of a read-only member. */
export interface ReadOnly {
  /** Reason given if a request holds the member. */
  readonly readOnly: string;
}

/** The TypeScript type of the values of a {@link Type}. */
export type Infer<S> = S extends { read(...args: never[]): infer T } ? T : never;

/**
 * Names the type of a nested layout, so that hovers and documentation show `LinkInfo` instead of its members.
 *
 * @example
 * linkinfo: [18, nest<LinkInfo>(linkInfoAttributes)],
 */
export function nest<T>(type: Type<T>): Type<T> {
  return type;
}
