import type { MessageSet, MessageTypes } from "../connection/notification.js";
import type { ErrnoCode } from "../errors/errno.js";
import type { KernelRefusal } from "../errors/kernel-refusal.js";
import type { Type } from "../schema/type.js";
import type { bitNames, NamedBits } from "../schema/types/flags.js";
import type { linkIndex } from "../schema/types/ifindex.js";
import type { StateRules } from "../state/rules.js";
import type { Joins } from "./joined.js";

/**
 * All there is to know of an object: its layout, its messages and how they differ from the common rule. `Q` is
 * what requests are made of, where that is not what the kernel tells.
 */
export interface ObjectDefinition<T, Q = T> extends MessageSet<T> {
  /** Members that the kernel filters dumps by; the others are compared after decoding. */
  readonly filters: readonly (keyof T | keyof Q)[];
  /** Members of a request that say what is asked for and come in no answer: sent with a dump, not compared. */
  readonly selectors?: readonly (keyof T | keyof Q)[];
  /** Those of `selectors` that ask for more about each object and leave none out; all where this is left out. */
  readonly details?: readonly (keyof T | keyof Q)[];
  /** Which values the type `set` changes, where the object has both ways; all of them where this is left out. */
  sets?(value: Partial<Q>): boolean;
  /** `NLM_F_*` by which a request of type `new` changes what exists. */
  readonly changeFlags: number;
  /** Whether some members wait until an object exists: `add$` then makes it in two steps, or not at all. */
  readonly inSteps?: true;
  /** Members that the kernel resets where a change lacks them: `change$` sends what is there. */
  readonly keeps?: readonly (keyof T & keyof Q & string)[];
  /** `NLM_F_*` without which the kernel answers no request for a single object. */
  readonly getFlags?: number;
  /** The layouts of requests that are not that of the object, by message type. */
  readonly requests?: { readonly [K in keyof MessageTypes]?: Type<Q> };
  /** The error that says there is none: the kernel does not give single objects, and `get$` has to list. */
  readonly notFound?: ErrnoCode;
  /** How a list joins the messages that one object is spread over, where a message can be too small for it. */
  readonly joins?: Joins<T>;
  /** The requests that a listed value comes to, where one holds several objects; `undefined` for a request. */
  requestsOf?(value: Partial<T & Q>): readonly Partial<Q>[] | undefined;
  /** Which keys that is so for, where it is not for all. */
  getsByList?(key: Partial<T & Q>): boolean;
  /** Which keys lack a fact that the kernel needs to delete one: `delete$` then looks it up. */
  looksUp?(key: Partial<T & Q>): boolean;
  /** How its state is kept, for `watch$` and `state$`. */
  readonly state?: StateRules<T>;
  /** Fills in what follows from what was given, such as the family from an address. */
  prepare?(value: Partial<Q>, verb: Verb): Partial<Q>;
  /**
   * The members that tell which one is meant, such as `ifname` and `index`: what errors name it by. Whatever may be
   * secret is not among them.
   */
  readonly namedBy?: readonly (keyof T | keyof Q)[];
  /** What a person can do about a refusal, where it is more than the errno says. */
  hint?(refusal: KernelRefusal, value: Partial<Q>, verb: string): string | undefined;
  /**
   * What is sent to make what there is what was asked for, or nothing where it is so already; `change$` and `replace$`
   * look it up then.
   */
  adapt?(asked: Partial<Q>, current: T, verb: "change" | "replace"): Partial<Q> | undefined;
  /**
   * What names the objects that a value is about, a request each: what `delete$`, `get$` and `flush$` send of a value,
   * be it one that was listed or what a caller knows of it; the value itself where this is left out.
   */
  keysOf?(value: Partial<T & Q>, verb: "get" | "delete"): readonly Partial<Q>[];
}

/** What is done to an object. */
export type Verb = "list" | "get" | ChangingVerb;

/** What changes an object. */
export type ChangingVerb = "add" | "change" | "replace" | "append" | "prepend" | "delete";

/** All of them. */
export const CHANGING_VERBS: ReadonlySet<string> = new Set<ChangingVerb>([
  "add",
  "change",
  "replace",
  "append",
  "prepend",
  "delete",
]);

/** What objects are chosen by: they have all that it has, at any depth; bits and links may be named. */
export type Match<T> = { readonly [K in keyof T]?: MatchMember<T[K]> };

/** A member of what objects are chosen by. */
export type MatchMember<T> = T extends number
  ? NamedOr<T>
  : T extends string | Uint8Array
    ? T
    : T extends readonly (infer E)[]
      ? readonly MatchMember<E>[]
      : T extends object
        ? Match<T>
        : T;

/** A number; of a bit set its bits by name as well, and of a link's index the name of the link. */
type NamedOr<T extends number> = typeof bitNames extends keyof T
  ? number | (NonNullable<T[typeof bitNames]> extends infer N extends string ? NamedBits<N> : never)
  : typeof linkIndex extends keyof T
    ? T | string
    : T;

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** The members of `T` that can be set, without those that the kernel only reports. */
type Settable<T> = {
  [K in keyof T]-?: Same<Pick<T, K>, Readonly<Pick<T, K>>> extends true ? never : K;
}[keyof T];

/**
 * What requests that write are given: all may be left out, at any depth, and what the kernel only reports has no place;
 * a value that was listed has it all the same, and requests leave it out.
 *
 * @example
 * link.change$({ ...listed, mtu: 1400 });
 */
export type Written<T> = {
  readonly [K in keyof T as K extends Settable<T> ? K : never]?: WrittenMember<T[K]> | undefined;
};

/** A member of what a request that writes is given. */
export type WrittenMember<T> = T extends number
  ? NamedOr<T>
  : T extends string | Uint8Array
    ? T
    : T extends readonly (infer E)[]
      ? readonly WrittenMember<E>[]
      : T extends object
        ? Written<T>
        : T;

/** A value with just these members, as far as it has them. */
export function pick<T extends object, K extends keyof T>(value: T, ...keys: K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (value[key] !== undefined) picked[key] = value[key];
  return picked;
}
