import type { Listable, Match } from "@rxnetlink/core";
import { deferred, isRecord } from "@rxnetlink/core/internal";
import { concat, type Observable } from "rxjs";
import { extensionsFor } from "./extensions.js";
import type { InetSocket } from "./object.js";
import type { InetQuery } from "./request.js";

/** What a caller selects sockets by. */
export type InetMatch<T> = Match<T & InetQuery>;

/** Returns a match with further members, none of which is read: that of a caller may be unusable. */
function beside<T>(match: InetMatch<T>, more: Partial<InetQuery>): InetMatch<T> {
  const all = { ...Object.getOwnPropertyDescriptors(more), ...Object.getOwnPropertyDescriptors(match) };
  return Object.defineProperties({}, all) as InetMatch<T>;
}

/** Runs what is about one family for both, where a match names none. */
export function ofBoth$<T, R>(
  match: InetMatch<T>,
  run$: (match: InetMatch<T>) => Observable<R>,
): Observable<R> {
  // What is no match is refused there.
  if (!isRecord(match) || "family" in match) return run$(match);
  return concat(run$(beside(match, { family: "inet" })), run$(beside(match, { family: "inet6" })));
}

/**
 * Returns `list$` of the sockets of both families. Where a caller chose members, and no extensions, just those are asked for that
 * the members need.
 */
export function listOfBoth<T extends InetSocket>(bound: Listable<T, InetQuery>): Listable<T, InetQuery> {
  const list$ = (match: InetMatch<T> = {}, options: { readonly members?: unknown } = {}) =>
    deferred(() => {
      const members = options?.members;
      const asked = Array.isArray(members) && isRecord(match) ? { ext: extensionsFor(members) } : undefined;
      return ofBoth$(asked === undefined ? match : beside(match, asked), (one) =>
        bound.list$(one, options as never),
      );
    });
  return { list$: list$ as Listable<T, InetQuery>["list$"] };
}
