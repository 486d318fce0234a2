import { recording } from "@rxnetlink/testing";
import { filter, lastValueFrom, merge, type Observable, tap } from "rxjs";
import { type Followable, opensFollowable, stateOf } from "../live/followable.js";
import { Readiness } from "../live/monitor/readiness.js";
import { untilInterrupted } from "../live.js";
import { complain } from "../output.js";
import { listening } from "../print-live.js";
import { withTransport } from "../session.js";
import { type CaptureOptions, whileCapturing } from "./capture-options.js";
import type { Sink } from "./sink.js";

/** Emits each change of objects. */
function changesOf(followable: Followable, readiness: Readiness): Observable<unknown> {
  const ready = readiness.await();
  return stateOf(followable).events$.pipe(
    tap(({ type }) => {
      if (type === "synced") ready();
    }),
    filter(({ type }) => type === "difference"),
  );
}

/** Records the objects that words name: what there is, then each change. */
export async function recordObjects(
  sink: Sink,
  words: readonly string[],
  options: CaptureOptions,
): Promise<void> {
  const open = await opensFollowable(words, ["watch"]);
  let changes = 0;
  await withTransport("listen", options.netns, async (transport, place) => {
    const followables = open(recording(transport, sink.write), place);
    const readiness = new Readiness(listening);
    const changes$ = merge(...followables.map((one) => changesOf(one, readiness))).pipe(
      whileCapturing(options),
      tap(() => changes++),
      untilInterrupted,
    );
    readiness.complete();
    await lastValueFrom(changes$, { defaultValue: undefined }).finally(() =>
      complain(`${changes} changes captured`),
    );
  });
}
