import { bindObject, type Connection, defineObject, type Match } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import type { Type } from "@rxnetlink/core/schema";
import { concatMap, map, type Observable } from "rxjs";
import { explainErrno } from "./errnos.js";
import { indexMessage, ipsetListFlags, setMessage } from "./messages.js";
import { nameOf, requestOf } from "./requests.js";
import { type IpSet, type IpSetName, type IpSetOf, type IpSetRef, ipsetMessages } from "./set/set.js";
import type { ElementOf, IpSetType } from "./types.js";

/** Reads sets. */
export interface IpSetLists {
  /**
   * Emits the sets that have all members of `match`, with their elements. The kernel filters by `setname` only.
   *
   * @throws KernelError with the code `ENOENT` if there is no set of that `setname`.
   *
   * @example
   * nf.ipset.list$({ typename: "hash:net" });
   */
  list$(match?: Match<IpSetOf<IpSetType>>): Observable<IpSet>;
  /** Emits the same without elements: also of large sets at once. */
  headers$(match?: Match<IpSetOf<IpSetType>>): Observable<IpSet>;
  /** Emits the names of all sets. */
  names$(): Observable<string>;
  /**
   * Emits one set with its elements.
   *
   * @throws KernelError with the code `ENOENT` if there is none.
   */
  get$<T extends IpSetType>(set: IpSetRef<T>): Observable<IpSetOf<T>>;
  /** Emits one set, whatever its type. */
  get$(set: IpSetName): Observable<IpSet>;
  /** Emits the elements of a set one by one, as they arrive: a large set takes no memory. */
  elements$<T extends IpSetType>(set: IpSetRef<T>): Observable<ElementOf<T>>;
  /** Emits the index of a set, by which rules refer to it (`IPSET_CMD_GET_BYNAME`). */
  index$(set: IpSetName): Observable<number>;
  /** Emits the name of the set that has an index (`IPSET_CMD_GET_BYINDEX`). */
  name$(index: number): Observable<string>;
}

/** Members of a request for a list. */
interface IpSetQuery extends Pick<IpSetOf<IpSetType>, "setname"> {
  /** Extent of the list; see {@link ipsetListFlags}. */
  readonly flags?: ReturnType<typeof ipsetListFlags.of>;
}

const setLists = defineObject({
  ...ipsetMessages,
  namedBy: ["setname"],
  requests: { get: setMessage as unknown as Type<IpSet & IpSetQuery> },
  verbs: ["list"],
  filters: ["setname"],
  requestOnly: ["flags"],
  joins: { by: ["setname"] },
  explain: (refusal, _, verb) => explainErrno(refusal, undefined, verb),
});

/** Returns the functions that read sets over a connection. */
export function lists(connection: Connection): IpSetLists {
  const bound = bindObject(connection, setLists);
  const list$ = (match: Match<IpSetOf<IpSetType>> = {}, flags?: "header" | "setname") => {
    const extent = flags && { flags: ipsetListFlags.of(flags) };
    return bound.list$({ ...match, ...extent } as Match<IpSet & IpSetQuery>);
  };
  const get$ = (set: IpSetName) => deferred(() => list$({ setname: nameOf(set) }));
  return {
    list$: (match) => list$(match),
    headers$: (match) => list$(match, "header"),
    names$: () => list$({}, "setname").pipe(map(({ setname }) => setname)),
    get$: get$ as IpSetLists["get$"],
    elements$: (set) => elements$(connection, set),
    index$: (set) =>
      deferred(() =>
        connection.request$(requestOf("getByname", indexMessage, { setname: nameOf(set) })),
      ).pipe(map(({ index = 0 }) => index)),
    name$: (index) =>
      deferred(() => connection.request$(requestOf("getByindex", indexMessage, { index }))).pipe(
        map(({ setname = "" }) => setname),
      ),
  };
}

function elements$<T extends IpSetType>(connection: Connection, set: IpSetRef<T>): Observable<ElementOf<T>> {
  return deferred(() => {
    const request = requestOf("list", setMessage, { setname: nameOf(set) }, set.typename);
    return connection.dump$(request).pipe(concatMap(({ adt = [] }) => adt as ElementOf<T>[]));
  });
}
