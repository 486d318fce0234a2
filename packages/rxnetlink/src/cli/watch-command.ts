import { block, consume, Gate, type StateEvent } from "@rxnetlink/core";
import { Command } from "commander";
import { concat, defer, EMPTY, forkJoin, lastValueFrom, type Observable, takeUntil, toArray } from "rxjs";
import { demo } from "./demo.js";
import { stateOf, untilInterrupted } from "./live.js";
import { outputFailed$, print } from "./output.js";
import { type CommonOptions, OBJECTS, objectOf, withRtnetlink } from "./session.js";
import { heading, printSnapshot } from "./snapshot.js";
import { stateText } from "./state-text.js";

interface WatchOptions extends CommonOptions {
  readonly once?: boolean;
  readonly demo?: boolean;
}

/** Prints what is there and ends. */
async function watchOnce(netns: string | undefined): Promise<void> {
  await withRtnetlink("asks", netns, async (nl) => {
    const listed = OBJECTS.map((name) => objectOf(nl, name).list$().pipe(toArray()));
    const rows = await lastValueFrom(forkJoin(listed));
    const snapshot$ = printSnapshot((name) => rows[OBJECTS.indexOf(name)]!);
    await lastValueFrom(snapshot$.pipe(takeUntil(outputFailed$)), { defaultValue: undefined });
  });
}

/** Prints what is there, then what changes. */
async function watch({ netns, once }: WatchOptions): Promise<void> {
  if (once || !process.stdout.isTTY) return watchOnce(netns);
  await withRtnetlink("listens", netns, async (nl) => {
    const gate = new Gate();
    const state = stateOf(nl, gate);
    function show(event: StateEvent<object>): Observable<never> {
      if (event.event === "settled") return EMPTY;
      if (event.event !== "synced") return print(stateText(event));
      const snapshot$ = printSnapshot((name) => [...state.table(name).rows.values()]);
      return concat(
        snapshot$,
        defer(() => print(heading("Changes, until Ctrl-C"))),
      );
    }
    const shown$ = state.events$.pipe(consume(show, block(gate)), untilInterrupted);
    await lastValueFrom(shown$, { defaultValue: undefined });
  });
}

/** `rxnl watch`, which `npm start` runs. */
export function watchCommand(): Command {
  return new Command("watch")
    .description("print links, addresses and routes, then each change until Ctrl-C")
    .option("--once", "print what is there and end; the default where the output is not a terminal")
    .option("--demo", "make a network namespace, change things in it and show the events")
    .action((options: WatchOptions, self: Command) =>
      options.demo ? demo() : watch(self.optsWithGlobals()),
    );
}
