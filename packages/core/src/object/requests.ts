import type { MessageTypes } from "../connection/notification.js";
import type { Request } from "../connection/request.js";
import { during, EncodeError, UnsupportedError } from "../errors/errors.js";
import { noSuch } from "../errors/no-such.js";
import { type RequestLabel, summaryOf } from "../errors/request-summary.js";
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "../message/nlmsg.js";
import { matchAny, matcher } from "../schema/matcher.js";
import { completed as changed, inSteps, lackedBy } from "../schema/request.js";
import type { AnyType, Type } from "../schema/type.js";
import { checkRecord, isRecord } from "../values/record.js";
import { type ObjectDefinition, pick } from "./definition.js";
import { checkMatch, completed, placing } from "./input.js";
import type { Match } from "./match.js";
import type { ChangingVerb, RequestVerb } from "./verbs.js";
import type { Written } from "./written.js";

const NEW_FLAGS = {
  add: NLM_F_CREATE | NLM_F_EXCL,
  replace: NLM_F_CREATE | NLM_F_REPLACE,
  append: NLM_F_CREATE | NLM_F_APPEND,
  prepend: NLM_F_CREATE,
} as const;

/** Facts that all requests of a verb share. */
export interface Outline<Q> extends Required<Pick<Request<Q>, "type" | "layout" | "label">> {}

/** A request that changes an object, before it is completed. */
export interface Changing<Q> extends Outline<Q> {
  readonly flags: number;
  readonly value: Partial<Q>;
}

/** Turns what callers give into requests about one kind of kernel object; sends nothing. */
export class ObjectRequests<T extends object, Q extends object> {
  readonly #outlines: { -readonly [K in keyof MessageTypes]?: Map<RequestVerb, Outline<Q>> } = {};

  /** The layouts of the object and of requests about it. */
  readonly #layouts: readonly AnyType[];

  constructor(readonly definition: ObjectDefinition<T, Q>) {
    const { layout, requests = {} } = definition;
    this.#layouts = [...new Set<AnyType>([...Object.values(requests), layout])];
  }

  /** The same request, completed. Its members are written out: V8 is slow at copies that get another member. */
  completedRequest(verb: RequestVerb, request: Changing<Q>): Changing<Q> {
    const { type, layout, label, flags } = request;
    return { type, layout, label, flags, value: this.completed(request.value, verb, request) };
  }

  /** Returns true if a request depends on the current object. */
  looksUp(verb: ChangingVerb, value: Partial<Q>): boolean {
    const { adapt, keeps } = this.definition;
    if (verb !== "change") return verb === "replace" && adapt !== undefined;
    return (adapt ?? keeps ?? this.#lacks(value)) !== undefined;
  }

  /** Returns the request to send, given the current object; `undefined` if nothing differs. */
  adapted(verb: ChangingVerb, request: Changing<Q>, current: T | undefined): Changing<Q> | undefined {
    if (current === undefined) return this.completedRequest(verb, request);
    const whole = verb === "change" ? this.#changed(request.value, current) : request.value;
    const asked = this.completedRequest(verb, { ...request, value: whole });
    const { adapt } = this.definition;
    const value =
      adapt === undefined ? asked.value : adapt(asked.value, current, verb as "change" | "replace");
    return value && { ...asked, value };
  }

  /** Returns a request of a batch. */
  ofBatch(verb: ChangingVerb, value: Written<Q>): Changing<Q> {
    if (!this.definition.verbs.includes(verb)) throw unsupported(verb, this.definition.name);
    const request = this.changing(
      verb,
      verb === "delete" ? this.#keyOfBatch(value) : this.#oneOfBatch(value),
    );
    if (verb === "change") this.#refuseLacking(request.value);
    else if (verb !== "delete") this.#refuseLater(value);
    return this.completedRequest(verb, request);
  }

  #oneOfBatch(value: Written<Q>): Partial<Q> {
    const parts = this.definition.requestsOf?.(value as unknown as Partial<T & Q>);
    return parts === undefined ? (value as unknown as Partial<Q>) : only(parts);
  }

  #keyOfBatch(value: Written<Q>): Partial<Q> {
    if (this.definition.looksUp?.(value as unknown as Partial<T & Q>))
      throw new EncodeError("it lacks what the kernel needs; a batch does not look it up, delete$ does");
    const key = only(this.keysOf(value));
    // Encoding checks what is sent.
    const rest = without(value, Object.keys(key));
    if (Object.keys(rest).length > 0) this.#known(rest);
    return key;
  }

  placing<R>(value: Written<Q>, run: () => R): R {
    checkRecord(value, this.definition.name);
    return placing(this.definition.layout, value, run);
  }

  /** Splits a value into what a request to create the object takes, and what has to wait until it exists. */
  steps(value: Written<Q>): [now: Written<Q>, later: Written<Q>] {
    const { inSteps: stepwise, layout, name } = this.definition;
    checkRecord(value, name);
    if (!stepwise) return [value, {} as Written<Q>];
    const listed = this.isListed(value);
    const waits = ({ later }: AnyType) =>
      later === "asked" && listed ? undefined : later !== undefined && (listed || later !== "listed");
    return inSteps((key) => layout.member?.(key), value as object, waits) as [Written<Q>, Written<Q>];
  }

  isListed(value: object): boolean {
    return this.definition.layout.isListed?.(value) ?? false;
  }

  /** Returns the path of the first member of a change that depends on the current object. */
  #lacks(value: Partial<Q>): string[] | undefined {
    return lackedBy((key) => this.definition.layout.member?.(key), value);
  }

  /** Refuses what depends on the current object: a batch does not look it up. */
  #refuseLacking(value: Partial<Q>): void {
    const path = this.#lacks(value);
    if (path === undefined) return;
    const error = new EncodeError("depends on what is there, which a batch does not look up; use change$");
    throw path.reduceRight((placed, key) => placed.at(key), error);
  }

  /** Refuses a value that takes several requests: a batch sends one per value. */
  #refuseLater(value: Written<Q>): void {
    const [, later] = this.steps(value);
    for (const key of Object.keys(later))
      throw new EncodeError("takes a second request, which a batch does not send; use add$").at(key);
  }

  /** Completes a change with the current object; objects that are changed in steps lose the members that do not differ. */
  #changed(value: Partial<Q>, current: T): Partial<Q> {
    const { layout, keeps = [], inSteps: stepwise } = this.definition;
    const there = current as unknown as Partial<Q>;
    const whole = changed((key) => layout.member?.(key), value, there);
    if (!stepwise) return { ...pick(there, ...keeps), ...whole };
    const isOther = (key: string) =>
      !matcher(layout.member!(key)!, whole[key as keyof Q])(there[key as keyof Q]);
    const other = Object.keys(whole).filter((key) => whole[key as keyof Q] !== undefined && isOther(key));
    return { ...pick(whole, ...(other as (keyof Q)[])), ...this.named(present(value)) } as Partial<Q>;
  }

  /** Returns the keys of the objects that a value is about, one per request. */
  keysOf(value: unknown, verb: "get" | "delete" = "delete"): readonly Partial<Q>[] {
    this.checkNames(value);
    const { keysOf, layout, name } = this.definition;
    const keys = completed(value as Partial<T & Q>, layout, (given) => keysOf?.(given, verb) ?? [given]);
    if (keys.some((key) => Object.keys(key).length === 0)) throw new EncodeError(`it names no ${name}`);
    return keys;
  }

  /** Returns a key after checking that all its members exist in the object or a request about it, sent or not. */
  checked<K>(key: K): K {
    checkMatch(key);
    matchAny(this.#layouts, key);
    return key;
  }

  /** Refuses unknown members. Skipped for listed values: in a batch it would cost ten times as much. */
  #known(key: object): void {
    checkMatch(key);
    const layouts = this.#layouts;
    const isKnown = (name: string) => layouts.some((layout) => layout.member?.(name) !== undefined);
    for (const name of Object.keys(key))
      if (name !== "unknown" && !isKnown(name))
        throw noSuch(
          "member",
          name,
          this.definition.name,
          layouts.flatMap((it) => [...(it.keys?.() ?? [])]),
        ).at(name);
  }

  /** Returns what `get$` sends: the members that name the object, and those that shape the reply. */
  named(key: object): Match<T & Q> {
    const { requestOnly = [] } = this.definition;
    const [named = key] = this.keysOf(key, "get");
    // A listed value already has what its list requested.
    const asked = this.isListed(key) ? {} : pick(key as Partial<Q>, ...(requestOnly as (keyof Q)[]));
    return { ...asked, ...named } as Match<T & Q>;
  }

  /** Refuses a match that matches everything. */
  checkNames(match: unknown): void {
    const { requestOnly = [], details = requestOnly, name } = this.definition;
    checkRecord(match, "match");
    if (Object.keys(match).every((key) => (details as readonly string[]).includes(key)))
      throw new EncodeError(`it names no ${name}; "all" means all of them where they are flushed`);
  }

  /** Returns a request that changes an object. */
  changing(verb: ChangingVerb, value: Partial<Q>): Changing<Q> {
    const { types, layout, addFlags, changeFlags = 0, changesBySet, name } = this.definition;
    checkRecord(value, name);
    if (verb === "delete") return changingBy(this.outline("delete", verb), 0, value);
    if (verb === "add") return changingBy(this.outline("new", verb), addFlags ?? NEW_FLAGS.add, value);
    if (verb === "replace" && types.replace !== undefined)
      return changingBy(this.outline("replace", verb), 0, value);
    if (verb !== "change") return changingBy(this.outline("new", verb), NEW_FLAGS[verb], value);
    if (types.set !== undefined && placing(layout, value, () => changesBySet?.(value) ?? true))
      return changingBy(this.outline("set", verb), 0, value);
    return changingBy(this.outline("new", verb), changeFlags, value);
  }

  /** Returns a request of type `set`. */
  setting(value: Partial<Q>): Changing<Q> {
    checkRecord(value, this.definition.name);
    return this.completedRequest("set", changingBy(this.outline("set", "set"), 0, value));
  }

  /** Returns the type, layout and label of a request; made once per verb. */
  outline(kind: keyof MessageTypes, verb: RequestVerb): Outline<Q> {
    const made = this.#outlines[kind]?.get(verb);
    if (made !== undefined) return made;
    const { types, layout, requests, name } = this.definition;
    const type = types[kind];
    if (type === undefined) throw unsupported(kind, name);
    const by = requests?.[kind] ?? (layout as unknown as Type<Q>);
    const outline = { type, layout: by, label: this.labelOf(verb) };
    this.#outlines[kind] = (this.#outlines[kind] ?? new Map()).set(verb, outline);
    return outline;
  }

  /** Returns the label by which errors name a request. */
  labelOf(verb: string): RequestLabel {
    const { name: object, namedBy = [], hint, explain } = this.definition;
    const known = { ...(hint && { hint }), ...(explain && { explain }) };
    return { object, verb, namedBy, ...(known as Pick<RequestLabel, "hint" | "explain">) };
  }

  /** Returns the completed value of a request. */
  completed(value: Partial<Q>, verb: RequestVerb, request: Outline<Q>): Partial<Q> {
    const { complete } = this.definition;
    try {
      return completed(value, request.layout, complete && ((it) => complete(it, verb)));
    } catch (error) {
      throw during(error, () => summaryOf({ ...request, value }));
    }
  }
}

function unsupported(verb: string, name: string): UnsupportedError {
  return new UnsupportedError(`the kernel has no "${verb}" for the object ${name}`, name);
}

function changingBy<Q>({ type, layout, label }: Outline<Q>, flags: number, value: Partial<Q>): Changing<Q> {
  return { type, layout, label, flags, value };
}

function only<R>([one, another]: readonly R[]): R {
  if (one === undefined || another !== undefined)
    throw new EncodeError("a request of a batch is about one object");
  return one;
}

/** Returns a value without members that are `undefined`, at any depth: they count as absent. */
export function present(value: object): object {
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(given.map(([key, member]) => [key, isRecord(member) ? present(member) : member]));
}

/** Returns a value without some members. */
export function without(value: object, keys: readonly PropertyKey[]): object {
  const rest: Record<string, unknown> = {};
  for (const key of Object.keys(value)) if (!keys.includes(key)) rest[key] = (value as typeof rest)[key];
  return rest;
}
