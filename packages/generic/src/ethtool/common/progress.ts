import type { Connection, Match, MessageSet, Request } from "@rxnetlink/core";
import {
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  type OperatorFunction,
  takeWhile,
} from "rxjs";
import { ethtoolGroups } from "../family.js";
import type { LinkStates } from "../link/link-state.js";
import type { OfLink } from "./header.js";

/** What names a link: its index or name. */
export type LinkKey = Pick<Match<OfLink>, "devIndex" | "devName">;

/** Something that a link does for a while. */
export interface Activity<Q extends OfLink, T extends OfLink> {
  /** The request that starts it, without the link. */
  readonly request: Omit<Request<Q>, "value"> & { readonly value: Partial<Q> };
  /** Messages that report its progress. */
  readonly reports: MessageSet<T>;
  /** Turns reports into what is emitted; throws if it failed. */
  readonly checked?: OperatorFunction<T, T>;
  /** Returns true for the last report. */
  isLast(report: T): boolean;
}

/**
 * Starts an activity of a link and emits the reports of its progress, the last one included, on a socket of its own, so that
 * none is missed.
 */
export function progress$<Q extends OfLink, T extends OfLink>(
  { connection, linkState }: { readonly connection: Connection; readonly linkState: LinkStates },
  link: LinkKey,
  { request, reports, checked = (source$) => source$, isLast }: Activity<Q, T>,
): Observable<T> {
  const run$ = (devIndex: number) =>
    connection.session$([reports], { groups: [ethtoolGroups.monitor] }).pipe(
      mergeMap((session) => {
        const reports$ = session.notifications$.pipe(
          filter((it) => "value" in it),
          map((it) => it.value),
          filter((report) => report.devIndex === devIndex),
        );
        const value = { ...request.value, devIndex } as Partial<Q>;
        return merge(reports$, session.execute$({ ...request, value }).pipe(ignoreElements()));
      }),
      checked,
      takeWhile((report) => !isLast(report), true),
    );
  return linkState.get$(link, { members: ["devIndex"] }).pipe(mergeMap(({ devIndex }) => run$(devIndex)));
}
