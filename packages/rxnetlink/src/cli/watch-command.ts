import { FlowControl } from "@rxnetlink/core";
import type { StateEvent } from "@rxnetlink/core/internal";
import { backpressure, pauseSource } from "@rxnetlink/core/operators";
import { Command } from "commander";
import {
  concat,
  concatMap,
  defer,
  EMPTY,
  forkJoin,
  from,
  lastValueFrom,
  type Observable,
  takeUntil,
  toArray,
} from "rxjs";
import { demo } from "./demo.js";
import { addedJson, stateJson } from "./json.js";
import { stateOf, untilInterrupted } from "./live.js";
import { outputFailed$, print } from "./output.js";
import { type CommonOptions, OBJECTS, type ObjectName, objectOf, withRtnetlink } from "./session.js";
import { heading, printSnapshot } from "./snapshot.js";
import { stateText } from "./state-text.js";

interface WatchOptions extends CommonOptions {
  readonly once?: boolean;
  readonly follow?: boolean;
  readonly demo?: boolean;
}

/** Prints the state as JSON: one `added` event per line, then `synced`. */
function jsonSnapshot(rows: (object: ObjectName) => readonly object[]): Observable<never> {
  const lines = (object: ObjectName) => rows(object).map((row) => addedJson(object, row));
  return concat(
    from(OBJECTS).pipe(concatMap(lines), concatMap(print)),
    defer(() => print(stateJson({ type: "synced" })!)),
  );
}

/** Prints the state and ends. */
async function watchOnce({ netns, json }: WatchOptions): Promise<void> {
  await withRtnetlink("request", netns, async (nl) => {
    const listed = OBJECTS.map((name) => objectOf(nl, name).list$().pipe(toArray()));
    const rows = await lastValueFrom(forkJoin(listed));
    const snapshot$ = (json ? jsonSnapshot : printSnapshot)((name) => rows[OBJECTS.indexOf(name)]!);
    await lastValueFrom(snapshot$.pipe(takeUntil(outputFailed$)), { defaultValue: undefined });
  });
}

/** Prints the state, then each change. */
async function watch(options: WatchOptions): Promise<void> {
  const { netns, json, once, follow } = options;
  if (once || !(follow || process.stdout.isTTY)) return watchOnce(options);
  await withRtnetlink("listen", netns, async (nl) => {
    const flowControl = new FlowControl();
    const state = stateOf(nl, flowControl);
    function show(event: StateEvent<object>): Observable<never> {
      if (event.type === "consistent") return EMPTY;
      if (json) return showJson(event);
      if (event.type !== "synced") return print(stateText(event));
      const snapshot$ = printSnapshot((name) => [...state.table(name).rows.values()]);
      return concat(
        snapshot$,
        defer(() => print(heading("Changes, until Ctrl-C"))),
      );
    }
    function showJson(event: StateEvent<object>): Observable<never> {
      if (event.type !== "synced") return print(stateJson(event)!);
      return jsonSnapshot((name) => [...state.table(name).rows.values()]);
    }
    const shown$ = state.events$.pipe(backpressure(show, pauseSource(flowControl)), untilInterrupted);
    await lastValueFrom(shown$, { defaultValue: undefined });
  });
}

/** `rxnl watch`, which `npm start` runs. */
export function watchCommand(): Command {
  return new Command("watch")
    .description("print links, addresses and routes, then each change until Ctrl-C")
    .option("--once", "print the state and exit; default unless the output is a terminal")
    .option("--follow", "keep printing changes even if the output is not a terminal")
    .option("--demo", "run a scripted demo in a throwaway network namespace")
    .action((options: WatchOptions, self: Command) =>
      options.demo ? demo() : watch(self.optsWithGlobals()),
    );
}
