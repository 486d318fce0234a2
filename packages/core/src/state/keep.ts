import type { Connection } from "../connection.js";
import type { Gate } from "../gate.js";
import type { ObjectLayout } from "../notifications.js";
import type { Source } from "./kept.js";
import { Synchronizer } from "./synchronizer.js";

/** An object of which state can be kept. */
export interface Keepable<T extends object> {
  /** Its layout and messages. */
  readonly declaration: ObjectLayout<T>;
  /** How it is listed. */
  readonly source: Source<T>;
}

/**
 * Keeps the state of some objects of a connection, by one socket for all and so at one revision. A gate holds the kernel
 * back while it is closed; what is lost meanwhile is found by listing again.
 */
export function keep<T extends object>(
  connection: Connection,
  objects: readonly Keepable<T>[],
  gate?: Gate,
): Synchronizer<T> {
  const sources = objects.map(({ source }) => source);
  const layouts = new Map(objects.map(({ declaration }) => [declaration.name, declaration]));
  for (const { state } of sources)
    for (const { object } of state.follows ?? [])
      if (!layouts.has(object.name)) layouts.set(object.name, object as ObjectLayout<T>);
  return new Synchronizer(
    sources,
    (listening) => connection.notifications$([...layouts.values()], { listening, ...(gate && { gate }) }),
    (change) => connection.isOwn(change),
  );
}
