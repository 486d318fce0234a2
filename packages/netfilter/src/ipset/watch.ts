import {
  bindObject,
  type Connection,
  defineObject,
  type Identity,
  type ObjectDefinition,
  type WatchEvent,
} from "@rxnetlink/core";
import { checkRecord, deferred } from "@rxnetlink/core/internal";
import type { Type } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { IPSET_CMD_LIST } from "./commands.js";
import { elementLayout } from "./element/element.js";
import { explainErrno } from "./errnos.js";
import { setMessage } from "./messages.js";
import { nameOf } from "./requests.js";
import type { IpSetRef } from "./set/set.js";
import { type ElementOf, type IpSetType, kindOf } from "./types.js";

/** Interval of lists by default, in ms. */
const EVERY = 1000;

/** Options of `watch$` and `state$` of a set. */
export interface IpSetWatchOptions {
  /** Interval in milliseconds at which the set is listed, 1000 by default: the kernel reports no changes. */
  readonly relistEvery?: number;
}

/** Members that tell elements of one type from another. */
function identityBy(typename: string): (element: object) => Identity {
  const members = [...(kindOf(typename)?.element ?? ["ip", "port", "proto", "ip2", "name"]), "physdev"];
  return (element) => members.map((key) => (element as Record<string, unknown>)[key] ?? "").join(" ");
}

/** Elements of one set, which are members of its list. */
function elementsOf<T extends IpSetType>(
  set: IpSetRef<T>,
): ObjectDefinition<ElementOf<T>, ElementOf<T>, "watch"> {
  const setname = nameOf(set);
  const layout = elementLayout as Type<object> as Type<ElementOf<T>>;
  return defineObject<ElementOf<T>, "watch">({
    name: "ipsetElement",
    layout,
    types: { get: IPSET_CMD_LIST },
    groups: [],
    verbs: ["watch"],
    filters: [],
    envelope: {
      layout: setMessage,
      dump: () => ({ setname }),
      open: (message) => ((message as { adt?: unknown }).adt ?? []) as ElementOf<T>[],
    },
    explain: (refusal, _, verb) => explainErrno(refusal, set.typename, verb),
    state: {
      identityOf: identityBy(set.typename),
      remembers: [],
      volatile: ["timeout", "packets", "bytes"],
      silent: { "": { reason: "the kernel reports no changes of sets" } },
    },
  });
}

/** Watches the elements of sets. */
export interface IpSetWatches {
  /**
   * Emits the elements of a set, a marker, and then changes, until unsubscribed. The kernel reports no changes of sets: the set
   * is listed at an interval, and the differences are emitted as `inferred`. A timeout that runs and counters are no changes.
   *
   * @throws KernelError with the code `ENOENT` if there is no such set, or once it is destroyed.
   *
   * @example
   * nf.ipset.watch$({ setname: "blocked", typename: "hash:net" }, { relistEvery: 500 });
   */
  watch$<T extends IpSetType>(
    set: IpSetRef<T>,
    options?: IpSetWatchOptions,
  ): Observable<WatchEvent<ElementOf<T>>>;

  /**
   * Emits the elements of a set by identity: a map as soon as they are known, and a new one whenever a list differs, as
   * {@link watch$} does. A map does not change after it was emitted.
   */
  state$<T extends IpSetType>(
    set: IpSetRef<T>,
    options?: IpSetWatchOptions,
  ): Observable<ReadonlyMap<Identity, ElementOf<T>>>;
}

/** Returns the functions that watch sets over a connection. */
export function watches(connection: Connection): IpSetWatches {
  const bound = <T extends IpSetType>(set: IpSetRef<T>) => {
    checkRecord(set, "set");
    return bindObject<ElementOf<T>, ElementOf<T>, "watch">(connection, elementsOf(set));
  };
  const polled = (options: IpSetWatchOptions = {}) => ({ relistEvery: EVERY, ...options });
  return {
    watch$: (set, options) => deferred(() => bound(set).watch$({}, polled(options))),
    state$: (set, options) => deferred(() => bound(set).state$(polled(options))),
  } as IpSetWatches;
}
