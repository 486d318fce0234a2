import type { Observable } from "rxjs";
import type { Connection } from "../connection/connection.js";
import type { MessageSet } from "../connection/notification.js";
import { ArgumentError } from "../errors/errors.js";
import type { Trackable } from "../state/track.js";
import { BOUND, type Reported } from "../values/bound.js";
import { checkOptions } from "../values/check-options.js";
import type { NetlinkObject, Watchable } from "./capabilities.js";
import { ObjectChanges } from "./changes.js";
import type { ObjectDefinition } from "./definition.js";
import { deferred } from "./input.js";
import type { Match } from "./match.js";
import { notifications$ } from "./notifying.js";
import { type GivenMembers, memberChecks, Projections } from "./projection.js";
import { ObjectReads } from "./reads.js";
import { ObjectRequests } from "./requests.js";
import { Shorthand } from "./shorthand.js";
import { ObjectState, type Reads } from "./tracking.js";
import { methodsOf, type Verb } from "./verbs.js";
import type { Written } from "./written.js";

/** Parts of an object over a connection. */
interface Bound<T extends object> extends Trackable<T> {
  readonly definition: MessageSet<T>;
  readonly connection: Connection;
}

/** The methods of all verbs. */
type Methods<T extends object, Q extends object> = {
  [K in keyof NetlinkObject<T, Q>]: NetlinkObject<T, Q>[K];
};

/** Binds a kind of kernel object to a connection: the result has the methods of its verbs, and no others. */
export function bindObject<T extends object, Q extends object = T, V extends Verb = Verb, R = unknown>(
  connection: Connection,
  definition: ObjectDefinition<T, Q, V, R>,
): NetlinkObject<T, Q, V, R> {
  const requests = new ObjectRequests<T, Q>(definition);
  const reads = new ObjectReads(connection, requests);
  const projections = new Projections(definition.name, definition.layout);
  const state = new ObjectState<T>(connection, definition, reads as Reads<T>, projections);
  const changes = new ObjectChanges(connection, requests, reads);
  const all = methods(connection, definition, { reads, changes, state, projections });
  const bound: Bound<T> = {
    definition,
    connection,
    get source() {
      return state.source;
    },
  };
  const object = { [BOUND]: bound };
  Object.defineProperty(object, BOUND, { enumerable: false });
  for (const name of methodsOf(definition.verbs))
    Object.assign(object, { [name]: all[name as keyof typeof all] });
  return Object.freeze(object) as NetlinkObject<T, Q, V, R>;
}

/** Implementation of an object over a connection. */
interface Parts<T extends object, Q extends object> {
  readonly reads: ObjectReads<T, Q>;
  readonly changes: ObjectChanges<T, Q>;
  readonly state: ObjectState<T>;
  readonly projections: Projections<T>;
}

function methods<T extends object, Q extends object>(
  connection: Connection,
  definition: ObjectDefinition<T, Q>,
  { reads, changes, state, projections }: Parts<T, Q>,
): Methods<T, Q> {
  const shorthand = new Shorthand(definition, connection.linkIndex$);
  /** Expands what a caller gave and uses it, on subscription. */
  const given$ = <G, A>(verb: string, given: G, run: (expanded: G) => Observable<A>): Observable<A> =>
    connection.traced$(deferred(() => shorthand.with$(verb, given, run)));
  const key$ =
    <A>(verb: string, run: (key: Match<T & Q>) => Observable<A>) =>
    (key: Match<T & Q>) =>
      given$(verb, key, run);
  const value$ =
    <A>(verb: string, run: (value: Written<Q>) => Observable<A>) =>
    (value: Written<Q>) =>
      given$(verb, value, run);
  const chosen = (callee: string, options: GivenMembers) =>
    projections.of(callee, checkOptions(callee, options, memberChecks).members);
  return {
    list$: (match: Match<T & Q> = {}, options = {}) =>
      given$("list", match, (it) => reads.list$(it, chosen("list$", options))),
    get$: (key: Match<T & Q>, options = {}) =>
      given$("get", key, (it) => reads.get$(it, chosen("get$", options))),
    add$: value$("add", (value) => changes.add$(value)),
    change$: value$("change", (value) => changes.change$(value)),
    replace$: value$("replace", (value) => changes.replace$(value)),
    append$: value$("append", (value) => changes.send$("append", value)),
    prepend$: value$("prepend", (value) => changes.send$("prepend", value)),
    set$: value$("set", (value) => changes.set$(value)),
    delete$: key$("delete", (key) => changes.delete$(key)),
    flush$: (match) => given$("flush", match, (it) => changes.flush$(it)),
    flushAll$: (key) => given$("flush", key, (it) => changes.flushAll$(it)),
    batch$: (verb, values) => connection.traced$(changes.batch$(verb, values, shorthand)),
    notifications$: (options = {}) => notifications$(connection, definition, projections, options),
    watch$: (match: Match<T> = {}, options = {}) => given$("watch", match, (it) => state.watch$(it, options)),
    state$: (options = {}) => state.state$(options),
  };
}

/** Returns an object over a connection with further methods, for what no verb says. */
export function extendObject<O extends object, M extends object>(object: O, more: M): O & M {
  const all = { ...Object.getOwnPropertyDescriptors(object), ...Object.getOwnPropertyDescriptors(more) };
  return Object.freeze(Object.defineProperties({}, all)) as O & M;
}

function boundOf(callee: string, object: object): Bound<object> {
  if (BOUND in object) return object[BOUND] as Bound<object>;
  throw new ArgumentError(callee, "object", "is no object over a connection");
}

/** Returns the definition of an object over a connection: `definitionOf(nl.link)`. */
export function definitionOf<O extends object>(object: O): ObjectDefinition<Reported<O>> {
  return boundOf("definitionOf", object).definition as unknown as ObjectDefinition<Reported<O>>;
}

/** Returns the connection that an object is bound to. */
export function connectionOf(object: object): Connection {
  return boundOf("connectionOf", object).connection;
}

/** Returns what {@link track} follows of an object: `track(nl.connection, [nl.link, nl.address].map(trackableOf))`. */
export function trackableOf<T extends object>(object: Watchable<T>): Trackable<T> {
  return boundOf("trackableOf", object) as unknown as Trackable<T>;
}
