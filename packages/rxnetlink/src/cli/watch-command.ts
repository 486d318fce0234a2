import { Command } from "commander";
import { lastValueFrom, tap } from "rxjs";
import { demo } from "./demo.js";
import { changes$, untilInterrupted } from "./live.js";
import { notificationText } from "./monitor-command.js";
import { type CommonOptions, withRtnetlink } from "./session.js";
import { heading, printSnapshot } from "./snapshot.js";

interface WatchOptions extends CommonOptions {
  readonly once?: boolean;
  readonly demo?: boolean;
}

/** Prints what is there, then what changes. It listens first, so that nothing falls between the two. */
async function watch({ netns, once }: WatchOptions): Promise<void> {
  if (once || !process.stdout.isTTY) return withRtnetlink("asks", netns, printSnapshot);
  await withRtnetlink("listens", netns, async (nl) => {
    const held: string[] = [];
    let print = (line: string): void => {
      held.push(line);
    };
    const followed = lastValueFrom(
      changes$(nl).pipe(
        tap((event) => print(notificationText(event))),
        untilInterrupted,
      ),
      { defaultValue: undefined },
    );
    await printSnapshot(nl);
    console.log(heading("Changes, until Ctrl-C"));
    print = (line) => console.log(line);
    for (const line of held) print(line);
    await followed;
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
