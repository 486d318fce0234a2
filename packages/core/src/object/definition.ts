import type { Observable } from "rxjs";
import type { MessageSet, MessageTypes } from "../connection/notification.js";
import type { ErrnoCode } from "../errors/errno.js";
import type { Explanation, KernelRefusal } from "../errors/kernel-refusal.js";
import type { Ack } from "../message/ack.js";
import type { Type } from "../schema/type.js";
import type { StateRules } from "../state/rules.js";
import type { Envelope } from "./envelope.js";
import type { Joins } from "./joined.js";
import type { Match } from "./match.js";
import type { ChangingVerb, RequestVerb, Verb } from "./verbs.js";

/**
 * The definition of a kind of kernel object: its layout, its messages, its verbs, and where it differs from the common rule.
 * `T` is what the kernel reports, `Q` what requests are made of, `V` the verbs, and `R` the reply to `set$`.
 */
export interface ObjectDefinition<T, Q = T, V extends Verb = Verb, R = unknown> extends MessageSet<T> {
  /** Its verbs: an object over a connection has the methods of these, and no others. */
  readonly verbs: readonly V[];
  /** Members that the kernel filters dumps by; the others are compared after decoding. */
  readonly filters: readonly (keyof T | keyof Q)[];
  /** Members of a request that no reply has: sent with a dump, not compared. */
  readonly requestOnly?: readonly (keyof T | keyof Q)[];
  /** Those of `requestOnly` that ask for more about each object and leave none out; all of them by default. */
  readonly details?: readonly (keyof T | keyof Q)[];
  /** True if `change$` sends a value as type `set`, where the object has types `new` and `set`; always by default. */
  changesBySet?(value: Partial<Q>): boolean;
  /** `NLM_F_*` by which `add$` creates, where the kernel takes others than `NLM_F_CREATE` and `NLM_F_EXCL`. */
  readonly addFlags?: number;
  /** `NLM_F_*` by which a request of type `new` changes what exists; none by default. */
  readonly changeFlags?: number;
  /** Set when some members can be set only after an object exists: `add$` then makes it in two steps, or not at all. */
  readonly inSteps?: true;
  /** Members that the kernel resets where a change lacks them: `change$` sends their current values. */
  readonly keeps?: readonly (keyof T & keyof Q & string)[];
  /** `NLM_F_*` without which the kernel answers no request for a single object. */
  readonly getFlags?: number;
  /** The layouts of requests that differ from that of the object, by message type. */
  readonly requests?: { readonly [K in keyof MessageTypes]?: Type<Q> };
  /** The reply to a request of type `set`, where it has one. */
  readonly setReply?: SetReply<R>;
  /** The message that holds several objects, where the kernel uses one. */
  readonly envelope?: Envelope<T>;
  /** The error for an object that does not exist: the kernel does not give single objects, and `get$` lists. */
  readonly notFound?: ErrnoCode;
  /** Rule for joining the messages that one object is spread over, if a message can be too small for it. */
  readonly joins?: Joins<T>;
  /** Lists all objects for their state, if the kernel does not list them with one request. */
  listAll$?(list$: (match: Match<T & Q>) => Observable<T>, listOther$: ListOther): Observable<T>;
  /** Corrects an object that was listed or got, by what was asked for. It may read members of the header only. */
  corrected?(row: T, asked: Match<T & Q>): T;
  /** Returns a match by which an object is found in a list only, or `undefined` where `get$` finds it. */
  foundInList?(value: Partial<Q>): Match<T & Q> | undefined;
  /** The requests that a listed value becomes, where one holds several objects; `undefined` for a request. */
  requestsOf?(value: Partial<T & Q>): readonly Partial<Q>[] | undefined;
  /** The requests that together make one object, where the kernel takes its parts one by one; `undefined` for others. */
  partsOf?(value: Partial<Q>, verb: ChangingVerb): readonly Part<Q>[] | undefined;
  /** True if `get$` has to list for a key, where it does not have to for all. */
  getsByList?(key: Partial<T & Q>): boolean;
  /** True if a key lacks a fact that the kernel needs to delete the object: `delete$` then looks it up. */
  looksUp?(key: Partial<T & Q>): boolean;
  /** Rules for tracking its state, for `watch$` and `state$`. */
  readonly state?: StateRules<T>;
  /** Completes a request by what follows from the given members, such as the family from an address. */
  complete?(value: Partial<Q>, verb: RequestVerb): Partial<Q>;
  /** The members that identify one, such as `ifname` and `index`, for errors; none that may be secret. */
  readonly namedBy?: readonly (keyof T | keyof Q)[];
  /** Returns a hint about a refusal, if there is more to say than the errno does. */
  hint?(refusal: KernelRefusal, value: Partial<Q>, verb: string): string | undefined;
  /** Returns what a refusal means, where the family gives its errno a meaning of its own, such as a private errno. */
  explain?(refusal: KernelRefusal, value: Partial<Q>, verb: string): Explanation | undefined;
  /**
   * Returns what is sent to turn what exists into what was asked for, or nothing where it is the same already; `change$` and
   * `replace$` look up what exists first.
   */
  adapt?(asked: Partial<Q>, current: T, verb: "change" | "replace"): Partial<Q> | undefined;
  /**
   * Returns the keys of the objects that a value is about, a request each: what `delete$`, `get$` and `flush$` send of a value
   * that was listed or written by hand; the value itself by default.
   */
  keysOf?(value: Partial<T & Q>, verb: "get" | "delete"): readonly Partial<Q>[];
}

/** Lists all objects of another kind over the same connection. */
export type ListOther = <O extends object>(definition: ObjectDefinition<O>) => Observable<O>;

/** The reply to a request of type `set`. */
export interface SetReply<R> {
  /** Its layout. */
  readonly layout: Type<R>;
  /** Returns the refusal that a reply reports, where it does. */
  refusal?(reply: R): KernelRefusal | undefined;
}

/** One of the requests that together make an object. */
export interface Part<Q> {
  /** The verb to send it by. */
  readonly verb: ChangingVerb;
  /** Its value. */
  readonly value: Partial<Q>;
}

/** The members of a definition that its types follow from. */
interface Source<T, Q, V, R> {
  readonly layout: Type<T>;
  readonly verbs: readonly V[];
  readonly requests?: { readonly [K in keyof MessageTypes]?: Type<Q> };
  readonly setReply?: SetReply<R>;
}

/**
 * Defines a kind of kernel object. Its types follow from its layouts and its verbs.
 *
 * @example
 * const ruleObject = defineObject({ name: "rule", layout, types, groups, filters: [], verbs: ["list", "add"] });
 * interface Rules extends ObjectOf<typeof ruleObject> {}
 * const rule: Rules = bindObject(connection, ruleObject);
 */
export function defineObject<T extends object, V extends Verb, Q extends object = T, R = Ack>(
  definition: Source<T, Q, V, R> & NoInfer<ObjectDefinition<T, Q, V, R>>,
): ObjectDefinition<T, Q, V, R> {
  return definition;
}

/** Returns a value with just these members, as far as it has them. */
export function pick<T extends object, K extends keyof T>(value: T, ...keys: K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (value[key] !== undefined) picked[key] = value[key];
  return picked;
}
