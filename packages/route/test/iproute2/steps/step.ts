// The form of the tables of what `ip`, `tc` and `bridge` say, and what we say in its place.
import type { Observable } from "rxjs";
import type { Rtnetlink } from "#src/rtnetlink.js";
import type { Indices } from "../../support/kernel.js";

/** Our words for a command. */
export type Ours = (nl: Rtnetlink, index: Indices) => Observable<unknown>;

/** One step: their command, our words, and the code of the kernel's refusal where it must refuse both. */
export type Step = readonly [theirs: string, ours: Ours, refused?: string];

/** Steps that are taken in two namespaces, by them in one and by us in the other, which must look alike after each. */
export interface SideBySide {
  readonly title: string;
  /** Commands that both begin with, after the cable was laid. */
  readonly setup?: string;
  /** Commands that fail where the kernel lacks it. */
  readonly needs?: string;
  /** Commands that print as JSON what is compared. */
  readonly print: readonly string[];
  /** Whether the order of what is printed is that of a hash with a random part. */
  readonly unordered?: boolean;
  /** Members that are not compared, and why. */
  readonly skipped?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
