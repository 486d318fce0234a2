import { readFileSync } from "node:fs";
import { DecodeError, FlowControl } from "@rxnetlink/core";
import type { ReplayTransport } from "@rxnetlink/testing";
import { Command } from "commander";
import { catchError, filter, map, throwError } from "rxjs";
import { UsageError } from "../../input/usage-error.js";
import { printLines } from "../../output.js";
import { listening, printLive } from "../../print-live.js";
import { withTransport } from "../../session.js";
import { type OpenFollowable, opensFollowable } from "../followable.js";
import { events$ } from "./events.js";
import { lineOf } from "./line.js";
import { choosingReports, type MonitorOptions } from "./options.js";

const EXAMPLES = `
Examples:
  rxnl monitor link neighbour --timestamps
  rxnl monitor --all-namespaces --json
  rxnl monitor mptcp xfrm.state
  rxnl monitor --from netlink.pcapng --since 10m`;

const NO_PAST =
  "--since: the kernel keeps no events (record them with rxnl capture FILE, and print them with --from FILE)";

/** Prints what the kernel reports, until interrupted. */
async function live(open: OpenFollowable, options: MonitorOptions): Promise<void> {
  if (options.since !== undefined) throw new UsageError(NO_PAST);
  await withTransport("listen", options.netns, (transport, where) => {
    const flowControl = new FlowControl();
    const happening$ = events$(open, transport, {
      ...options,
      ...where,
      flowControl,
      listening,
      clock: Date,
    });
    return printLive(happening$, flowControl, (event) => lineOf(event, options.timestamps));
  });
}

/** Prints what a recording has kept. */
export async function printRecorded(
  open: OpenFollowable,
  played: () => ReplayTransport,
  options: MonitorOptions,
): Promise<void> {
  const { NotRecordedError } = await import("@rxnetlink/testing");
  const happened$ = (how: MonitorOptions) => {
    const clock = played();
    return events$(open, clock, { ...how, listening: () => {}, clock });
  };
  const lines$ = happened$(options).pipe(
    // A recording without the lists that old values are known by still has the messages.
    catchError((error: unknown) =>
      error instanceof NotRecordedError && options.raw !== true
        ? happened$({ ...options, raw: true })
        : throwError(() => error),
    ),
    filter(({ time }) => time >= (options.since ?? 0)),
    map((event) => lineOf(event, options.timestamps)),
  );
  await printLines(lines$);
}

/** Prints what a recording has kept, with times. */
async function recorded(open: OpenFollowable, file: string, options: MonitorOptions): Promise<void> {
  const { replay } = await import("@rxnetlink/testing");
  const bytes = readFileSync(file);
  const played = () => {
    try {
      return replay(bytes);
    } catch (error) {
      if (error instanceof DecodeError) throw new UsageError(`${file}: not a recording: ${error.message}`);
      throw error;
    }
  };
  await printRecorded(open, played, { ...options, timestamps: true });
}

/** Prints what happens to the objects that words name. */
export async function monitor(words: readonly string[], options: MonitorOptions): Promise<void> {
  const open = await opensFollowable(words, ["watch", "notify"]);
  await (options.from === undefined ? live(open, options) : recorded(open, options.from, options));
}

/** `rxnl monitor`. */
export const monitorCommand = (): Command =>
  choosingReports(new Command("monitor"))
    .argument(
      "[object...]",
      "objects such as link, families such as mptcp for all of theirs; links, addresses and routes by default",
    )
    .addHelpText("after", EXAMPLES)
    .action((words: string[], _: unknown, self: Command) => monitor(words, self.optsWithGlobals()));
