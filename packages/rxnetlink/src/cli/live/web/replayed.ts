import { readFile } from "node:fs/promises";
import { type RecordedNamespace, recordedNamespaces, replay } from "@rxnetlink/testing";
import { type Place, type PlaceEvent, type ServedPage, servePage } from "@rxnetlink/web";
import { delay, from, mergeMap, type Observable, of, type SchedulerLike } from "rxjs";
import { UsageError } from "../../input/usage-error.js";
import { RecordedTime } from "./recorded-time.js";

/** Time in which a program that is interrupted closes its sockets. */
const MARGIN_MS = 1000;

const placeOf = ({ name }: RecordedNamespace): Place =>
  name === undefined ? { name: "host" } : { name, ref: name };

/** Emits the namespaces of a recording, each in its time. */
function places$(
  namespaces: readonly RecordedNamespace[],
  end: number,
  scheduler: SchedulerLike,
): Observable<PlaceEvent> {
  const at = (time: number, type: PlaceEvent["type"], place: Place) =>
    of<PlaceEvent>({ type, place }).pipe(delay(Math.max(0, time - scheduler.now()), scheduler));
  return from(namespaces).pipe(
    mergeMap((namespace) => [
      at(namespace.from, "added", placeOf(namespace)),
      // What lasted to the end of the recording did not end.
      ...(namespace.to < end - MARGIN_MS ? [at(namespace.to, "removed", placeOf(namespace))] : []),
    ]),
    mergeMap((event$) => event$),
  );
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new UsageError(`--replay: ${(cause as Error).message}`);
  }
}

/** Plays a recording to its end, and serves the page that shows it. */
export async function serveRecording(file: string, port: number | undefined): Promise<ServedPage> {
  const bytes = await read(file);
  const namespaces = recordedNamespaces(bytes);
  const start = Math.min(...namespaces.map(({ from }) => from), Date.now());
  const end = Math.max(...namespaces.map(({ to }) => to), start);
  const scheduler = new RecordedTime(start);
  const page = await servePage({
    transport: replay(bytes, { scheduler, pace: "asRecorded" }),
    places$: places$(namespaces, end, scheduler),
    scheduler,
    isRecorded: true,
    ...(port !== undefined && { port }),
  });
  await scheduler.pass(end);
  return page;
}
