import { type Connection, KernelError, type RequestLabel } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import { catchError, defer, finalize, map, type Observable, of, share, throwError, toArray } from "rxjs";
import { RTM_GETLINK } from "../common/rtm.js";
import { extMask } from "./enums.js";
import { ifinfomsg, linkMessage } from "./layout.js";

/** Names that fit into `IFNAMSIZ`: by `ifname` the kernel finds alternative names too. Longer ones are alternative. */
const SHORT_NAME = /^[!-~]{1,15}$/;

/** A link is asked for its index alone. */
const BRIEF = { extMask: extMask.of("skipStats") };

const asked: RequestLabel = { object: "link", verb: "get", namedBy: ["ifname", "altIfname"] };
const request = { type: RTM_GETLINK, layout: linkMessage, asked };

function index$(connection: Connection, name: string): Observable<number> {
  const value = { ...BRIEF, [SHORT_NAME.test(name) ? "ifname" : "altIfname"]: name };
  return connection.request$({ ...request, value, reply: ifinfomsg }).pipe(map(({ index }) => index));
}

/** All names of all links. */
function names$(connection: Connection): Observable<string[]> {
  return connection.dump$({ ...request, value: BRIEF }).pipe(
    map(({ ifname = "", propList }) => [ifname, ...(propList?.altIfname ?? [])]),
    toArray(),
    map((names) => names.flat()),
  );
}

/** Errors for a name that no link has, with the one that may be meant. */
function none$(
  connection: Connection,
  name: string,
  { errno, request: about }: KernelError,
): Observable<never> {
  const text = `there is no link ${JSON.stringify(name)}`;
  return names$(connection).pipe(
    catchError(() => of([])),
    map((names) => {
      throw new KernelError({ errno, text, hint: didYouMean(name, names) }, about);
    }),
  );
}

/**
 * Returns what looks up the index of a link by a name in the namespace of a connection. Each request looks names up again,
 * since they move from link to link; requests that are made at the same time share one lookup.
 */
export function linkLookup(connection: Connection): (name: string) => Observable<number> {
  const running = new Map<string, Observable<number>>();
  const lookUp$ = (name: string) =>
    index$(connection, name).pipe(
      catchError((error: unknown) =>
        error instanceof KernelError && error.code === "ENODEV"
          ? none$(connection, name, error)
          : throwError(() => error),
      ),
      finalize(() => running.delete(name)),
      share(),
    );
  return (name) =>
    defer(() => {
      const known$ = running.get(name) ?? lookUp$(name);
      running.set(name, known$);
      return known$;
    });
}
