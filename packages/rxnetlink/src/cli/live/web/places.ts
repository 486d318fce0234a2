import { resolve } from "node:path";
import type { KernelTransport } from "@rxnetlink/transport";
import type { Place, PlaceEvent } from "@rxnetlink/web";
import { concat, EMPTY, from, map, mergeMap, NEVER, type Observable } from "rxjs";

/** The namespace of this process. */
const HERE: Place = { name: "host", file: "/proc/self/ns/net" };

const named = (name: string): Place => ({ name, ref: name, file: `/run/netns/${name}` });

/** Returns a namespace as typed: by name, path or process id. */
function placeOf(text: string): Place {
  if (/^\d+$/.test(text)) return { name: text, ref: Number(text), file: `/proc/${text}/ns/net` };
  return text.includes("/") ? { name: text, ref: text, file: resolve(text) } : named(text);
}

const added = (place: Place): PlaceEvent => ({ type: "added", place });

/** Emits the namespaces to show: those that are named, or that of this process, with all that have a name. */
export function places$(
  transport: KernelTransport,
  netns: string | undefined,
  all: boolean,
): Observable<PlaceEvent> {
  const given = netns === undefined ? [HERE] : [...new Set(netns.split(","))].map(placeOf);
  const known = new Set(given.map(({ name }) => name));
  const others$ = transport.namespaces$().pipe(
    mergeMap((event) => (event.type === "synced" || known.has(event.name) ? EMPTY : [event])),
    map(({ type, name }): PlaceEvent => ({ type, place: named(name) })),
  );
  return concat(from(given).pipe(map(added)), all ? others$ : NEVER);
}
