import { resolve } from "node:path";
import type { KernelTransport } from "@rxnetlink/transport";
import type { Place, PlaceEvent } from "@rxnetlink/web";
import { concat, defer, from, map, mergeMap, NEVER, type Observable } from "rxjs";
import { fileOf, isSame, OWN_FILE } from "../namespace-file.js";

/** A namespace whose file is known. */
type KnownPlace = Place & Required<Pick<Place, "file">>;

/** The namespace of this process. */
const HERE: KnownPlace = { name: "host", file: OWN_FILE };

const named = (name: string): KnownPlace => ({ name, ref: name, file: fileOf({ name }) });

/** Returns a namespace as typed: by name, path or process id. */
function placeOf(text: string): KnownPlace {
  if (/^\d+$/.test(text)) return { name: text, ref: Number(text), file: `/proc/${text}/ns/net` };
  return text.includes("/") ? { name: text, ref: text, file: resolve(text) } : named(text);
}

const added = (place: Place): PlaceEvent => ({ type: "added", place });

/** Emits the namespaces that have a name, and those of processes, unless they are given. */
function others$(transport: KernelTransport, given: readonly KnownPlace[]): Observable<PlaceEvent> {
  return defer(() => {
    const shown = new Map<string, Place>();
    return transport.namespaces$({ ofProcesses: true }).pipe(
      mergeMap((event): readonly PlaceEvent[] => {
        if (event.type === "synced") return [];
        const { name } = event;
        if (event.type === "removed") {
          const place = shown.get(name);
          shown.delete(name);
          return place === undefined ? [] : [{ type: "removed", place }];
        }
        const place = { name, ref: event.path ?? name, file: fileOf(event) };
        if (given.some((one) => one.name === name || isSame(one.file, place.file))) return [];
        shown.set(name, place);
        return [added(place)];
      }),
    );
  });
}

/** Emits the namespaces to show: those that are given, or that of this process; with all others if asked for. */
export function places$(
  transport: KernelTransport,
  netns: string | undefined,
  all: boolean,
): Observable<PlaceEvent> {
  const given = netns === undefined ? [HERE] : [...new Set(netns.split(","))].map(placeOf);
  return concat(from(given).pipe(map(added)), all ? others$(transport, given) : NEVER);
}
