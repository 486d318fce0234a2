import type { Writer } from "../wire/writer.js";

/**
 * The attribute sets around a value, innermost first. A sub-message looks here for the sibling that selects
 * its layout.
 */
export interface Scope {
  /** What has been read of the set so far (or the whole value, when writing). */
  readonly value: Readonly<Record<string, unknown>>;
  /** The set around that one. */
  readonly parent: Scope | undefined;
  /** How many sets are around this one; limited by {@link MAX_DEPTH}. */
  readonly depth: number;
}

/** Attribute sets nested deeper than this are refused, whatever a recursive layout would allow. */
export const MAX_DEPTH = 32;

/**
 * A wire type: the one contract of the schema. Scalars, structs, attribute sets, sub-messages and whole
 * messages are all Types made of smaller Types, so a layout is declared once and gives the static type, the
 * decoder, the encoder, error paths and documentation.
 */
export interface Type<T> {
  /** The kernel's name, for errors and tables: `u32`, `ifinfomsg`, `link-attrs`. */
  readonly name: string;
  /** Size in bytes, where it is fixed. */
  readonly size?: number | undefined;
  /** Reads a value from `view[at, end)`; throws {@link DecodeError}, never reads outside. */
  read(view: DataView, at: number, end: number, scope?: Scope): T;
  /** Appends a value; throws {@link EncodeError}. */
  write(out: Writer, value: T, scope?: Scope): void;
  /** Finds what holds the byte at `offset` of an encoded value; types without members leave this out. */
  locate?(view: DataView, at: number, end: number, offset: number, scope?: Scope): Located;
  /** The key of the attribute of that number, where the type is a set. */
  attributeName?(number: number): string | undefined;
  /** The type of a member, where there are some. */
  member?(key: string): AnyType | undefined;
  /** The keys of its members, where they are known: for "did you mean" and completion. */
  keys?(): readonly string[];
  /** A value from text as people type it; where this is left out the text itself is the value. */
  parse?(text: string): T;
  /** A value as people type it, where that is not what it is: `"1:10"` of a handle. */
  show?(value: T): string;
  /** A value as JSON has it, where that is not what it is: text for bytes, names for bits. */
  toJson?(value: T): unknown;
  /** A value from what JSON has; throws {@link EncodeError}. */
  fromJson?(json: unknown): T;
  /** The words that a text or number has, or is known to have: for completion and "did you mean". */
  readonly words?: readonly string[] | undefined;
  /** Set where values hold attributes: the attribute then carries `NLA_F_NESTED`. */
  readonly nested?: true | undefined;
  /** Set where {@link Scope} matters to the type or to one inside it. */
  readonly scoped?: true | undefined;
  /** Set where siblings must be read first, wherever they are on the wire. */
  readonly late?: true | undefined;
  /** Set where a sibling tells the layout: which one, and what its values mean; `name` is that of all others. */
  readonly choice?: Choice;
  /** Set where the value is an array spread over several attributes of one number: the type of each. */
  readonly element?: AnyType | undefined;
  /** Set where it carries nothing and is no member of the value: padding. */
  readonly ignored?: true | undefined;
  /** Set where the kernel only reports it, to what one can do instead: requests leave it out. */
  readonly readOnly?: string | undefined;
  /** Set where a request for a change holds it only if it is other than what there is; then it may be refused. */
  readonly ifDifferent?: "refused" | "sent" | undefined;
  /** Set where `add$` sends it in a second request, when the object exists; where `asked`, not of what was listed. */
  readonly later?: "always" | "listed" | "asked" | undefined;
  /** Whether a value has all the members of the header, as one that was listed has. */
  isListed?(value: object): boolean;
  /** What a request holds where a struct lacks the member, zero if left out; throws where it cannot be lacked. */
  fallback?(siblings: object): unknown;
  /** Set where {@link fallback} follows from the other members, so that none is looked up. */
  readonly derived?: true | undefined;
  /** The path of the first member that a request for a change has to look up; types without members leave this out. */
  lacks?(value: T): string[] | undefined;
  /** A value for a request for a change, completed with what is there; `undefined` where it changes nothing. */
  complete?(value: T, current: T | undefined): T | undefined;
  /** Set where the kernel may write it and mean that it is absent: reading then gives `undefined`. */
  readonly mayBeAbsent?: true | undefined;
  /** A value that is not sent, like `undefined`: `false` of a flag. */
  readonly unsent?: unknown;
  /** The value, of another way in which callers may put it: bits by name. */
  normalize?(given: unknown): T;
  /**
   * The members that a text in place of the value stands for, such as an address and the length of its prefix; nothing
   * where it is the value itself.
   */
  expand?(text: string, key: string, around: Surroundings): Readonly<Record<string, unknown>> | undefined;
  /** The key of the sibling that has the length of the prefix, where the value is the address of one. */
  readonly prefixLength?: string | undefined;
  /** A value that was listed, so that all of it is meant and not only the bits that are set. */
  inFull?(value: T): unknown;
  /** Siblings that follow from a value and from those beside it, such as the kind from `data: { vxlan: … }`. */
  imply?(
    value: T,
    beside: Readonly<Record<string, unknown>>,
    request: boolean,
  ): Readonly<Record<string, unknown>>;
  /** Makes the test of which values fit a pattern, where that is not those that it would be read as. */
  matcher?(pattern: unknown, scope?: Scope): Test;
}

/** What a text is expanded with. */
export interface Surroundings {
  /** The members beside it, and the sets around these. */
  readonly scope: Scope;
  /** Returns the index of the link that has a name. */
  indexOf(name: string): number;
}

/** Whether a value fits; one that is absent is `undefined`. */
export type Test = (value: unknown) => boolean;

/** Any other text beside the words that are known. It is written so that editors go on to complete those. */
export type Other = string & {};

/** A {@link Type} whose values all take the same room. */
export interface Sized<T> extends Type<T> {
  /** Size in bytes. */
  readonly size: number;
}

/** A place inside an encoded value. */
export interface Located {
  /** The members that lead to it, outermost first. */
  readonly path: string[];
  /** The type of the innermost. */
  readonly type: AnyType;
}

/** A {@link Type} whose values are not known statically: what containers hold. */
// biome-ignore lint/suspicious/noExplicitAny: T is both read and written, so only `any` takes every Type<T>
export type AnyType = Type<any>;

/** A {@link Type} that carries nothing. */
export interface Ignored extends Type<undefined> {
  readonly ignored: true;
}

/** A layout that hangs on a sibling. */
export interface Choice {
  /** The key of the sibling. */
  readonly selector: string;
  /** The layouts by its values. */
  readonly formats: Readonly<Record<string, AnyType>>;
}

/** Marks a {@link Type} of a member that the kernel only reports. */
export interface ReadOnly {
  /** The reason to give where a request holds it. */
  readonly readOnly: string;
}

/** The TypeScript type of the values of a {@link Type}. */
export type Infer<S> = S extends { read(...args: never[]): infer T } ? T : never;

/**
 * Names the type of a nested layout, so that hovers and documentation say `LinkInfo` and not its members.
 *
 * @example
 * linkinfo: [18, nest<LinkInfo>(linkInfoAttributes)],
 */
export function nest<T>(type: Type<T>): Type<T> {
  return type;
}
