import { catchError, throwError } from "rxjs";
import type { Connection } from "../connection/connection.js";
import type { FlowControl } from "../connection/flow-control.js";
import type { MessageSet } from "../connection/notification.js";
import type { TableSource } from "./tracked-table.js";
import { StateTracker } from "./tracker.js";

/** An object type whose state can be tracked. */
export interface Trackable<T extends object> {
  /** Its layout and messages. */
  readonly definition: MessageSet<T>;
  /** Its lists and rules. */
  readonly source: TableSource<T>;
}

/** Returns the tracked objects and their dependencies, one per name. */
function layoutsOf<T extends object>(objects: readonly Trackable<T>[], optional: boolean): MessageSet<T>[] {
  const layouts = new Map(objects.map(({ definition }) => [definition.name, definition]));
  for (const { source } of objects)
    for (const followed of source.state.dependsOn ?? []) {
      const { object } = followed;
      if (optional || followed.optional !== true)
        if (!layouts.has(object.name)) layouts.set(object.name, object as MessageSet<T>);
    }
  return [...layouts.values()];
}

/**
 * Tracks the state of some objects of a connection over one socket, and so at one revision. Flow control can pause
 * it; losses in the meantime are repaired by listing again.
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
    // Kernels refuse to join a group that they do not know.
    const without = (error: { code?: unknown }) =>
      error.code === "EINVAL" ? connection.notifications$(needed, options) : throwError(() => error);
    return all$.pipe(catchError(without));
  };
  const names = objects.map(({ source }) => source.name);
  return new StateTracker(
    objects.map(({ source }) => source),
    listen,
    (change) => connection.isOwn(change),
    ({ type: _, ...restored }) => connection.publisher.resync({ objects: names, ...restored }),
  );
}
