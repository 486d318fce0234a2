import { Command } from "commander";
import { events } from "./ss-events.js";
import { kill } from "./ss-kill.js";
import { list } from "./ss-list.js";
import { type SsOptions, withSsOptions } from "./ss-options.js";
import { selectionOf } from "./ss-selection.js";
import { withSockDiag } from "./with-sock-diag.js";

const HELP = `
A filter is written as for ss: states, then conditions on src, dst, sport,
dport, dev, fwmark, cgroup and autobound, with and, or, not and parentheses.
Unlike in ss, "and" binds tighter than "or", and --kill needs a filter.

Examples:
  rxnl ss -tan
  rxnl ss -tlp sport = :https
  rxnl ss state time-wait '( sport = :22 or dport = :22 ) and dst 10.0.0.0/8'
  rxnl ss -K dst 192.0.2.1
  rxnl ss -E --json`;

function run(words: readonly string[], options: SsOptions): Promise<void> {
  return withSockDiag(options.events ? "listen" : "request", options.netns, async (diag, link) => {
    const selection = await selectionOf(words, options, link);
    if (options.events) return events(diag, selection, options);
    await (options.kill ? kill : list)(diag, selection, options);
  });
}

/** `rxnl ss`. */
export function ssCommand(): Command {
  return withSsOptions(new Command("ss").argument("[FILTER...]"))
    .addHelpText("after", HELP)
    .action((words: string[], _: unknown, self: Command) => run(words, self.optsWithGlobals()));
}
