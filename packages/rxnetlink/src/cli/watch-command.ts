import type { StateEvent } from "@rxnetlink/core";
import { Command } from "commander";
import { forkJoin, lastValueFrom, tap, toArray } from "rxjs";
import { demo } from "./demo.js";
import { stateOf, untilInterrupted } from "./live.js";
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
    printSnapshot((name) => rows[OBJECTS.indexOf(name)]!);
  });
}

/** Prints what is there, then what changes. */
async function watch({ netns, once }: WatchOptions): Promise<void> {
  if (once || !process.stdout.isTTY) return watchOnce(netns);
  await withRtnetlink("listens", netns, async (nl) => {
    const state = stateOf(nl);
    function print(event: StateEvent<object>): void {
      if (event.event === "synced") {
        printSnapshot((name) => [...state.table(name).rows.values()]);
        console.log(heading("Changes, until Ctrl-C"));
      } else if (event.event !== "settled") console.log(stateText(event));
    }
    await lastValueFrom(state.events$.pipe(tap(print), untilInterrupted), { defaultValue: undefined });
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
