import { type Ack, type Connection, EncodeError, KernelError, type Outcome } from "@rxnetlink/core";
import { aBoolean, checkOptions, checkRecord, deferred, type OptionChecks } from "@rxnetlink/core/internal";
import { catchError, concatMap, map, type Observable, of, throwError } from "rxjs";
import { type BulkOptions, type BulkVerb, bulk$ } from "./change/bulk.js";
import { replace$ } from "./change/replace.js";
import { type IpSetProtocol, type OfferedType, offered$, offeredTypes$, protocol$ } from "./kernel.js";
import { type IpSetLists, lists } from "./lists.js";
import { setMessage, twoSetsMessage } from "./messages.js";
import {
  createRequest,
  type ExistOption,
  elementRequest,
  existFlags,
  familyOf,
  nameOf,
  requestOf,
} from "./requests.js";
import type { IpSetName, IpSetOf, IpSetRef, NewIpSet } from "./set/set.js";
import type { ElementOf, IpSetType } from "./types.js";
import { type IpSetWatches, watches } from "./watch.js";

/** Two sets by their names. */
export interface TwoIpSets extends IpSetName {
  /** New name of the set, or name of the second one. */
  readonly setname2: string;
}

/** IP sets: named sets of addresses, networks, ports and the like, which rules of iptables match by. */
export interface IpSets extends IpSetLists, IpSetWatches {
  /**
   * Creates an empty set. The revision of its type is the newest that the kernel offers, unless one is given.
   *
   * @throws KernelError with the code `EEXIST` if there is a set of that name; with `exist` only if it differs.
   *
   * @example
   * nf.ipset.create$({ setname: "blocked", typename: "hash:net", data: { timeout: 600, counters: true } });
   */
  create$<T extends IpSetType>(set: NewIpSet<T>, options?: ExistOption): Observable<Ack>;
  /**
   * Removes a set.
   *
   * @throws KernelError with the code `IPSET_ERR_BUSY` while rules or lists refer to it; `ENOENT` if there is none, with
   * `exist` only before Linux 5.11.
   */
  destroy$(set: IpSetName, options?: ExistOption): Observable<Ack>;
  /**
   * Removes all sets, or none: if any is in use, it errors with `IPSET_ERR_BUSY`. Lists use their members, so after
   * {@link flushAll$} only rules do.
   */
  destroyAll$(): Observable<Ack>;
  /** Removes all elements of a set. */
  flush$(set: IpSetName): Observable<Ack>;
  /** Removes all elements of all sets. */
  flushAll$(): Observable<Ack>;
  /**
   * Gives a set the name `setname2`. Rules that refer to it forbid that.
   *
   * @throws KernelError with the code `IPSET_ERR_EXIST_SETNAME2` if there is a set of that name.
   */
  rename$(sets: TwoIpSets): Observable<Ack>;
  /** Exchanges the names of two sets of the same type and family, and with them the rules that refer to each. */
  swap$(sets: TwoIpSets): Observable<Ack>;
  /**
   * Adds an element to a set. With `exist`, an element that is there already is given the new timeout, counters and comment.
   *
   * @throws KernelError with the code `IPSET_ERR_EXIST` if it is there already.
   *
   * @example
   * nf.ipset.add$({ setname: "web", typename: "hash:ip,port" }, { ip: "192.0.2.1", port: 80, proto: "tcp" });
   */
  add$<T extends IpSetType>(set: IpSetRef<T>, element: ElementOf<T>, options?: ExistOption): Observable<Ack>;
  /**
   * Deletes an element from a set.
   *
   * @throws KernelError with the code `IPSET_ERR_EXIST` if it is not there; with `exist` that is no error.
   */
  delete$<T extends IpSetType>(
    set: IpSetRef<T>,
    element: ElementOf<T>,
    options?: ExistOption,
  ): Observable<Ack>;
  /** Emits true if an element is in a set, or matches one: an address of a network. */
  test$<T extends IpSetType>(set: IpSetRef<T>, element: ElementOf<T>): Observable<boolean>;
  /**
   * Adds many elements, or deletes them, thousands in a message, and emits the outcome of each, in order, as messages are
   * applied. Elements are taken from the iterable no faster than that. A refused element does not stop the others, unless with
   * the option `stop`.
   *
   * @example
   * nf.ipset.batch$("add", set, elements).pipe(filter(({ type }) => type !== "applied"));
   */
  batch$<T extends IpSetType>(
    verb: BulkVerb,
    set: IpSetRef<T>,
    elements: Iterable<ElementOf<T>>,
    options?: BulkOptions,
  ): Observable<Outcome<ElementOf<T>>>;
  /**
   * Replaces all elements of a set in one step: packets meet all the old ones or all the new ones. The elements go into a
   * temporary set, which then takes the place of the other; it is removed in any case. Creates the set if there is none.
   * The settings in `data` replace those of the set too; without them, the set keeps its own.
   *
   * @throws KernelError, with the set unchanged; `IPSET_ERR_TYPE_MISMATCH` if it has another type or family.
   */
  replace$<T extends IpSetType>(set: NewIpSet<T>, elements: Iterable<ElementOf<T>>): Observable<Ack>;
  /** Emits the types of sets that the kernel offers, with their revisions; it loads the modules of all for that. */
  types$(): Observable<OfferedType>;
  /** Emits the versions of the protocol that the kernel offers; requests are made by version 7, of Linux 4.20. */
  protocol$(): Observable<IpSetProtocol>;
}

const EXIST: OptionChecks<ExistOption> = { exist: aBoolean };
const IPSET_ERR_EXIST = 4103;

/** Returns sets over a connection. */
export function ipsets(connection: Connection): IpSets {
  const reads = lists(connection);
  const create$ = (set: NewIpSet, options: ExistOption = {}) =>
    deferred(() => {
      checkRecord(set, "set");
      const flags = existFlags(checkOptions("create$", options, EXIST));
      const revision$ =
        set.revision === undefined
          ? offered$(connection, set.typename, familyOf(set)).pipe(map(({ revision }) => revision))
          : of(set.revision);
      // Checked before anything is sent.
      createRequest(set, 0);
      return revision$.pipe(
        concatMap((revision) => connection.execute$({ ...createRequest(set, revision), flags })),
      );
    });
  const steps = {
    create$,
    header$: (set: IpSetName) => reads.headers$(set) as Observable<IpSetOf<IpSetType>>,
  };
  return {
    ...reads,
    ...watches(connection),
    ...wholeSets(connection),
    ...elements(connection),
    create$,
    replace$: (set, elements) => replace$(connection, steps, set, elements),
    types$: () => offeredTypes$(connection),
    protocol$: () => protocol$(connection),
  };
}

/** Returns the functions that change whole sets. */
function wholeSets(
  connection: Connection,
): Pick<IpSets, "destroy$" | "destroyAll$" | "flush$" | "flushAll$" | "rename$" | "swap$"> {
  const one$ = (verb: "destroy" | "flush", set: IpSetName, options: ExistOption = {}) =>
    deferred(() => {
      const flags = existFlags(checkOptions(`${verb}$`, options, EXIST));
      return connection.execute$({ ...requestOf(verb, setMessage, { setname: nameOf(set) }), flags });
    });
  const all$ = (verb: "destroy" | "flush") =>
    deferred(() => connection.execute$(requestOf(verb, setMessage, {})));
  const two$ = (verb: "rename" | "swap", sets: TwoIpSets) =>
    deferred(() => {
      const names = { setname: nameOf(sets), setname2: nameOf(sets, "setname2") };
      return connection.execute$(requestOf(verb, twoSetsMessage, names));
    });
  return {
    destroy$: (set, options) => one$("destroy", set, options),
    destroyAll$: () => all$("destroy"),
    flush$: (set) => one$("flush", set),
    flushAll$: () => all$("flush"),
    rename$: (sets) => two$("rename", sets),
    swap$: (sets) => two$("swap", sets),
  };
}

/** Returns the functions about elements. */
function elements(connection: Connection): Pick<IpSets, "add$" | "delete$" | "test$" | "batch$"> {
  const change$ = (verb: BulkVerb, set: IpSetRef, element: object, options: ExistOption = {}) =>
    deferred(() => {
      const flags = existFlags(checkOptions(`${verb}$`, options, EXIST));
      return connection.execute$({ ...elementRequest(verb, set, element), flags });
    });
  const absent = (error: unknown) =>
    error instanceof KernelError && error.errno === IPSET_ERR_EXIST ? of(false) : throwError(() => error);
  return {
    add$: (set, element, options) => change$("add", set, element, options),
    delete$: (set, element, options) => change$("delete", set, element, options),
    test$: (set, element) =>
      deferred(() => connection.execute$(elementRequest("test", set, element))).pipe(
        map(() => true),
        catchError(absent),
      ),
    batch$(verb, set, all, options) {
      return deferred(() => {
        if (verb !== "add" && verb !== "delete")
          throw new EncodeError(`${String(verb)} is not one of add, delete`);
        return bulk$(connection, verb, set, all, options);
      });
    },
  };
}
