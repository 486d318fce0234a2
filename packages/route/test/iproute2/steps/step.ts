// Form of the tables of commands of `ip`, `tc` and `bridge`, each with its counterpart in rxnetlink.
import type { Observable } from "rxjs";
import type { Rtnetlink } from "#src/rtnetlink.js";
import type { Indices } from "../../support/kernel.js";

/** Counterpart of a command in rxnetlink. */
type Ours = (nl: Rtnetlink, index: Indices) => Observable<unknown>;

/** A step: the command, its counterpart, and the code with which the kernel must refuse both, if any. */
export type Step = readonly [theirs: string, ours: Ours, refused?: string];

/** Steps taken in two namespaces, with commands in one and with rxnetlink in the other. Both must match after each step. */
export interface SideBySide {
  readonly title: string;
  /** Commands that prepare both namespaces, in addition to the pair of links. */
  readonly setup?: string;
  /** Commands that fail if the kernel lacks support. */
  readonly needs?: string;
  /** Commands that print the compared objects as JSON. */
  readonly print: readonly string[];
  /** Set if the printed order is random. */
  readonly unordered?: boolean;
  /** Members that are not compared, with the reason. */
  readonly skipped?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
