import {
  catchError,
  concatMap,
  defaultIfEmpty,
  EMPTY,
  endWith,
  from,
  ignoreElements,
  map,
  mergeMap,
  type Observable,
  of,
  take,
  takeLast,
  throwError,
} from "rxjs";
import type { Outcome } from "../connection/batch/outcome.js";
import type { Connection } from "../connection/connection.js";
import { KernelError } from "../errors/errors.js";
import { noneOf } from "../errors/no-such.js";
import { summaryOf } from "../errors/request-summary.js";
import type { Ack } from "../message/ack.js";
import { NLM_F_ROOT } from "../message/nlmsg.js";
import type { ObjectDefinition } from "./definition.js";
import { checkWritable, deferred, inFull, placing } from "./input.js";
import { LinkNames } from "./link-names.js";
import type { Match } from "./match.js";
import type { ObjectReads } from "./reads.js";
import { type Changing, type ObjectRequests, present } from "./requests.js";
import type { Shorthand } from "./shorthand.js";
import { addInSteps$, isGone, replaceInSteps$, type StepVerbs } from "./steps.js";
import { CHANGING_VERBS, type ChangingVerb } from "./verbs.js";
import type { Written } from "./written.js";

/** Changes objects of one kind. */
export class ObjectChanges<T extends object, Q extends object> implements StepVerbs<T, Q> {
  readonly #connection: Connection;
  readonly #requests: ObjectRequests<T, Q>;
  readonly #definition: ObjectDefinition<T, Q>;
  readonly #reads: ObjectReads<T, Q>;

  constructor(connection: Connection, requests: ObjectRequests<T, Q>, reads: ObjectReads<T, Q>) {
    this.#connection = connection;
    this.#requests = requests;
    this.#definition = requests.definition;
    this.#reads = reads;
  }

  get$(key: Match<T & Q>): Observable<T> {
    return this.#reads.get$(key);
  }

  /** Creates an object, in two requests where some members need it to exist. */
  add$(value: Written<Q>): Observable<Ack> {
    if (!this.#definition.inSteps) return this.send$("add", value);
    return deferred(() => this.#requests.placing(value, () => addInSteps$(this, this.#requests, value)));
  }

  change$(value: Written<Q>): Observable<Ack> {
    return this.send$("change", value);
  }

  /** Replaces an object, or creates it. */
  replace$(value: Written<Q>): Observable<Ack> {
    if (!this.#definition.inSteps) return this.send$("replace", value);
    return deferred(() => this.#requests.placing(value, () => replaceInSteps$(this, this.#requests, value)));
  }

  /** Removes the objects that a key names, looked up where the kernel needs more than is given. */
  delete$(key: Match<T & Q>): Observable<Ack> {
    return deferred(() =>
      this.#found$(this.#requests.checked(key)).pipe(concatMap((one) => this.send$("delete", one))),
    );
  }

  #found$(key: Match<T & Q>): Observable<Partial<Q>> {
    const keys = this.#requests.keysOf(key);
    if (!this.#definition.looksUp?.(key as Partial<T & Q>)) return from(keys);
    return this.get$(key).pipe(
      take(1),
      mergeMap((one) => this.#requests.keysOf(one)),
    );
  }

  /** Lists objects and removes each. */
  flush$(match: Match<T & Q> | "all"): Observable<T> {
    const ifGone = (error: unknown) => (isGone(error) ? EMPTY : throwError(() => error));
    const remove$ = (value: T) =>
      from(this.#requests.keysOf(value)).pipe(
        mergeMap((key) => this.send$("delete", key).pipe(catchError(ifGone))),
      );
    return deferred(() => {
      if (match !== "all") this.#requests.checkNames(match);
      return this.#reads
        .list$(match === "all" ? {} : match)
        .pipe(mergeMap((value) => remove$(value).pipe(ignoreElements(), endWith(value))));
    });
  }

  /** Removes the objects that a key names with one request. */
  flushAll$(which: Match<T & Q> | "all"): Observable<Ack> {
    return deferred(() => {
      const key = which === "all" ? {} : which;
      if (which !== "all") this.#requests.checkNames(this.#requests.checked(which));
      const request = {
        ...this.#requests.outline("delete", "delete"),
        label: this.#requests.labelOf("flush"),
      };
      const value = this.#requests.completed(key as Partial<Q>, "flushAll", request);
      return this.#connection.execute$({ ...request, value, flags: NLM_F_ROOT });
    });
  }

  /** Sends a request of type `set` and emits the reply. */
  set$(value: Written<Q>): Observable<unknown> {
    return deferred(() => {
      const request = this.#requests.setting(value as unknown as Partial<Q>);
      const { setReply } = this.#definition;
      if (setReply === undefined) return this.#connection.execute$(request);
      return this.#connection.request$<Partial<Q>, unknown>({ ...request, reply: setReply.layout }).pipe(
        map((reply) => {
          const refusal = setReply.refusal?.(reply);
          if (refusal === undefined) return reply;
          throw new KernelError(refusal, summaryOf(request));
        }),
      );
    });
  }

  /** Applies one verb to many objects. */
  batch$(
    verb: ChangingVerb,
    values: Iterable<Written<Q>>,
    shorthand: Shorthand<T, Q>,
  ): Observable<Outcome<Q>> {
    return deferred(() => {
      if (!CHANGING_VERBS.has(verb)) throw noneOf(verb, [...CHANGING_VERBS]);
      const names = new LinkNames();
      const requestOf = (value: Written<Q>) =>
        this.#requests.ofBatch(verb, shorthand.expanded(verb, value, names));
      return this.#connection.batch$(values, requestOf, { object: this.#definition.name, verb });
    });
  }

  /** Sends the requests that change an object. */
  send$(verb: ChangingVerb, value: Written<Q> | Partial<Q>): Observable<Ack> {
    return deferred(() => {
      const parts = this.#parts(verb, value as Partial<Q>);
      if (parts !== undefined)
        return from(parts).pipe(
          concatMap((part) => this.#sendOne$(part.verb, part.value)),
          takeLast(1),
        );
      const requests = this.#definition.requestsOf?.(value as Partial<T & Q>);
      if (requests !== undefined && verb !== "delete")
        return from(requests).pipe(concatMap((one) => this.#sendOne$(verb, one)));
      return this.#sendOne$(verb, value);
    });
  }

  #parts(verb: ChangingVerb, value: Partial<Q>) {
    const { partsOf, layout } = this.#definition;
    if (partsOf === undefined) return undefined;
    const parts = placing(layout, value, () => partsOf(value, verb));
    if (parts !== undefined) checkWritable(layout, value);
    return parts;
  }

  #sendOne$(verb: ChangingVerb, value: Written<Q> | Partial<Q>): Observable<Ack> {
    const request = this.#requests.changing(verb, value as Partial<Q>);
    const looksUp = () => this.#requests.looksUp(verb, request.value);
    return placing(request.layout, request.value, looksUp)
      ? this.changeOther$(request, verb)
      : this.#connection.execute$(this.#requests.completedRequest(verb, request));
  }

  /** Changes the members that differ from what exists. */
  changeOther$(request: Changing<Q>, verb: ChangingVerb = "change"): Observable<Ack> {
    const { layout } = this.#definition;
    const value = placing(layout, request.value, () =>
      this.#requests.isListed(request.value) ? inFull(request.value, layout) : request.value,
    );
    // A value that cannot be sent is refused before anything is looked up.
    checkWritable(layout, value);
    return this.#current$(verb, value).pipe(
      map((current) => this.#requests.adapted(verb, { ...request, value }, current)),
      mergeMap((changed) => (changed === undefined ? of({}) : this.#connection.execute$(changed))),
    );
  }

  /** Emits what exists of an object that is to be changed or replaced, or `undefined` where there is none. */
  #current$(verb: ChangingVerb, value: Partial<Q>): Observable<T | undefined> {
    const { keeps, foundInList } = this.#definition;
    const match = foundInList?.(value);
    if (match !== undefined) return this.#reads.list$(match).pipe(take(1), defaultIfEmpty(undefined));
    // The kernel decides about a change of an object that does not exist.
    const byKernel = keeps !== undefined;
    const none = (error: unknown) =>
      (verb === "replace" && error instanceof KernelError) || (byKernel && isGone(error))
        ? of(undefined)
        : throwError(() => error);
    return this.get$(present(value) as Match<T & Q>).pipe(
      take(1),
      catchError(none),
      defaultIfEmpty(undefined),
    );
  }
}
