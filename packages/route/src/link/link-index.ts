import { type Connection, KernelError, type Request } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import { catchError, defer, finalize, map, type Observable, of, share, throwError, toArray } from "rxjs";
import { RTM_GETLINK } from "../common/rtm.js";
import { extMask } from "./enums.js";
import { ifinfomsg, type Link, linkMessage } from "./layout.js";

/** Names that fit into `IFNAMSIZ`, which the kernel also looks up among alternative names. Longer names are alternative. */
const SHORT_NAME = /^[!-~]{1,15}$/;

/** Keeps replies short, since only the index of a link is needed. */
const BRIEF = { extMask: extMask.of("skipStats") };

const request = {
  type: RTM_GETLINK,
  layout: linkMessage,
  label: { object: "link", verb: "get", namedBy: ["ifname", "altIfname"] },
} satisfies Omit<Request<Link>, "value">;

function index$(connection: Connection, name: string): Observable<number> {
  const value = { ...BRIEF, [SHORT_NAME.test(name) ? "ifname" : "altIfname"]: name };
  return connection.request$({ ...request, value, reply: ifinfomsg }).pipe(map(({ index }) => index));
}

/** Lists the names of all links, including alternative names. */
function names$(connection: Connection): Observable<string[]> {
  return connection.dump$({ ...request, value: BRIEF }).pipe(
    map(({ ifname = "", propList }) => [ifname, ...(propList?.altIfname ?? [])]),
    toArray(),
    map((names) => names.flat()),
  );
}

/** Errors for a name that no link has, with a similar name as the hint. */
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
 * Returns a lookup of link indexes by name, in the namespace of a connection. Each request looks up names again, since a
 * name may move to another link; concurrent requests share one lookup.
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
