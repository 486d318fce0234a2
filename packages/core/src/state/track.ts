import { catchError, throwError } from "rxjs";
import type { Connection } from "../connection/connection.js";
import type { FlowControl } from "../connection/flow-control.js";
import type { MessageSet } from "../connection/notification.js";
import type { TableSource } from "./tracked-table.js";
import { StateTracker } from "./tracker.js";

/** An object of which state can be kept. */
export interface Trackable<T extends object> {
  /** Its layout and messages. */
  readonly declaration: MessageSet<T>;
  /** How it is listed. */
  readonly source: TableSource<T>;
}

/** The layouts of what is kept and of what that follows, one for each name. */
function layoutsOf<T extends object>(objects: readonly Trackable<T>[], optional: boolean): MessageSet<T>[] {
  const layouts = new Map(objects.map(({ declaration }) => [declaration.name, declaration]));
  for (const { source } of objects)
    for (const followed of source.state.dependsOn ?? []) {
      const { object } = followed;
      if (optional || followed.optional !== true)
        if (!layouts.has(object.name)) layouts.set(object.name, object as MessageSet<T>);
    }
  return [...layouts.values()];
}

/**
 * Keeps the state of some objects of a connection, by one socket for all and so at one revision. A gate holds the kernel
 * back while it is closed; what is lost meanwhile is found by listing again.
 */
export function track<T extends object>(
  connection: Connection,
  objects: readonly Trackable<T>[],
  flowControl?: FlowControl,
): StateTracker<T> {
  const [all, needed] = [layoutsOf(objects, true), layoutsOf(objects, false)];
  const listen = (listening: () => void) => {
    const options = { listening, ...(flowControl && { flowControl }) };
    const all$ = connection.notifications$(all, options);
    if (all.length === needed.length) return all$;
    // What a kernel answers to who wants to join a group that it does not know.
    const without = (error: { code?: unknown }) =>
      error.code === "EINVAL" ? connection.notifications$(needed, options) : throwError(() => error);
    return all$.pipe(catchError(without));
  };
  return new StateTracker(
    objects.map(({ source }) => source),
    listen,
    (change) => connection.isOwn(change),
  );
}
