// The parts of a description, as the kernel's own have them.

/** Named parts of an enumeration or of flags. */
export interface DescribedEntry {
  /** Name: `"to-tbl"`. */
  readonly name: string;
  /** DescribedValue of an enumeration; of flags the position of the bit. */
  readonly value: number;
  /** Documentation, if it is known. */
  readonly doc?: string;
}

/** What an attribute or member is, in the words of the kernel's descriptions. */
export interface DescribedType {
  /** Wire type: `"u32"`, `"nest"`. */
  readonly type: string;
  /** More about it, such as `nested-attributes`. */
  readonly [word: string]: unknown;
}

/** An attribute, or a member of a struct. */
export interface DescribedMember extends DescribedType {
  /** Name: `"tx-queue-len"`. */
  readonly name: string;
  /** Number of an attribute. */
  readonly value?: number;
  /** Documentation, if it is known. */
  readonly doc?: string;
}

/** An enumeration, flags, or a struct. */
export interface DescribedDefinition {
  /** Name, by which types refer to it. */
  readonly name: string;
  /** Kind of definition. */
  readonly type: "enum" | "flags" | "struct";
  /** The kernel's prefix of the names of entries: `"rtn-"`. */
  readonly "name-prefix"?: string;
  /** Entries of an enumeration or of flags. */
  readonly entries?: readonly DescribedEntry[];
  /** Members of a struct, in order. */
  readonly members?: readonly DescribedMember[];
}

/** A set of attributes. */
export interface DescribedSet {
  /** Name: `"link-attrs"`. */
  readonly name: string;
  /** The kernel's prefix of the names: `"ifla-"`. */
  readonly "name-prefix": string;
  /** Attributes, each with its number. */
  readonly attributes: readonly DescribedMember[];
}

/** A format of a sub-message. */
export interface DescribedFormat {
  /** Value of the selector. */
  readonly value: string;
  /** Struct at the beginning, if there is one. */
  readonly "fixed-header"?: string;
  /** Attributes after it, if there are any. */
  readonly "attribute-set"?: string;
}

/** Formats that a selector chooses from. */
export interface DescribedSubMessage {
  /** Name, by which attributes refer to it. */
  readonly name: string;
  /** Formats by the value of the selector. */
  readonly formats: readonly DescribedFormat[];
}

/** A layout, in the form of the kernel's descriptions of families (YNL), for `JSON.stringify`. */
export interface LayoutDescription {
  /** Name of the layout. */
  readonly name: string;
  /** Enumerations, flags and structs. */
  readonly definitions: readonly DescribedDefinition[];
  /** Sets of attributes. */
  readonly "attribute-sets": readonly DescribedSet[];
  /** Layouts that a sibling selects. */
  readonly "sub-messages": readonly DescribedSubMessage[];
  /** What a message of the layout consists of. */
  readonly message: {
    /** Struct at the beginning, if there is one. */
    readonly "fixed-header"?: string;
    /** Attributes after it, if there are any. */
    readonly "attribute-set"?: string;
  };
}
