/** A word and what it means: a verb, an option, a member. */
export interface Entry {
  readonly type: "entry";
  readonly term: string;
  /** Facts about it beside its meaning: type, constant, first kernel. */
  readonly facts?: readonly string[];
  readonly text: string;
}

/** A part of a section: text in the Markdown of comments, lines to type, or an entry. */
export type Block =
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "code"; readonly lines: readonly string[] }
  | Entry;

/** A section of a page. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A page of the manual, which is printed on terminals and as roff alike. */
export interface Page {
  /** The command that it is about, such as `rxnl link`. */
  readonly name: string;
  /** Its purpose in one line. */
  readonly brief: string;
  readonly sections: readonly Section[];
}
