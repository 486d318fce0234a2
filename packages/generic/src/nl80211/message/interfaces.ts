import {
  type Connection,
  DumpInterruptedError,
  definitionOf,
  extendObject,
  KernelError,
  type Listable,
} from "@rxnetlink/core";
import { checkMatch, deferred, matcher, summaryOf } from "@rxnetlink/core/internal";
import { retryInterrupted } from "@rxnetlink/core/operators";
import { concatMap, filter, map, type Observable, of, take, throwIfEmpty, toArray } from "rxjs";
import { NL80211_CMD_GET_INTERFACE } from "./commands.js";
import { type WifiMessage, wifiMessage } from "./message.js";

/** Errno of a link that does not exist. */
const ENODEV = 19;

const request = (value: WifiMessage) => ({
  type: NL80211_CMD_GET_INTERFACE,
  layout: wifiMessage,
  value,
  label: { object: "wifiInterface", verb: "list", namedBy: ["ifname"] },
});

/** Emits the indexes of all wireless links. */
const wifiIndexes$ = (connection: Connection): Observable<number> =>
  connection.dump$(request({})).pipe(concatMap(({ ifindex }) => (ifindex === undefined ? [] : [ifindex])));

/** Looks up the index of a wireless link by its name. */
export const wifiIndex$ = (connection: Connection, name: string): Observable<number> =>
  connection.dump$(request({})).pipe(
    filter(({ ifname }) => ifname === name),
    take(1),
    map(({ ifindex }) => ifindex!),
    throwIfEmpty(
      () =>
        new KernelError(
          { errno: ENODEV, text: "no such wireless link" },
          summaryOf(request({ ifname: name })),
        ),
    ),
  );

/** Returns a request whose link is given by its index, not its name. */
export function byIndex$<V extends object>(connection: Connection, value: V): Observable<V> {
  const { ifindex } = value as { ifindex?: unknown };
  if (typeof ifindex !== "string") return of(value);
  return connection.linkIndex$!(ifindex).pipe(map((index) => ({ ...value, ifindex: index })));
}

/**
 * Reads a list again if it changed meanwhile: its rows then differ in their generation, by which the kernel says so instead of
 * marking the dump as interrupted.
 */
function consistent<T extends { readonly generation?: number }>(
  object: string,
  rows$: Observable<T>,
): Observable<T> {
  const asked = { ...request({}), label: { object, verb: "list", namedBy: [] } };
  return rows$.pipe(
    toArray(),
    concatMap((rows) => {
      if (rows.some(({ generation }) => generation !== rows[0]?.generation))
        throw new DumpInterruptedError(summaryOf(asked));
      return rows;
    }),
    retryInterrupted(),
  );
}

/** Returns an object that the kernel lists by interface, with a list of all interfaces where none is named. */
export function listedByInterface<O extends Listable<T>, T extends object>(
  connection: Connection,
  object: O & Listable<T>,
): O {
  const ofOne$: Listable<T>["list$"] = (match, options) =>
    consistent(definitionOf(object).name, object.list$(match, options) as Observable<never>);
  const list$: Listable<T>["list$"] = (match, options) =>
    deferred(() => {
      const asked: object = match === undefined ? {} : match;
      checkMatch(asked);
      if ("ifindex" in asked || "wdev" in asked) return ofOne$(match, options);
      matcher(wifiMessage, asked);
      return wifiIndexes$(connection).pipe(
        concatMap((ifindex) => ofOne$({ ...asked, ifindex } as never, options)),
      );
    });
  return extendObject<O, object>(object, { list$ });
}
