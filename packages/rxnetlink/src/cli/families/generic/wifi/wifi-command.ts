import { Command } from "commander";
import { lastValueFrom, toArray } from "rxjs";
import { printLines } from "../../../output.js";
import type { CommonOptions } from "../../../session.js";
import { monitor } from "./monitor.js";
import { LISTED, type Listed, rowJson } from "./rows.js";
import { withWifi } from "./with-wifi.js";

/** Prints what there is of something. */
function list(
  { awaited, rows$, text }: Listed,
  dev: string | undefined,
  { netns, json }: CommonOptions,
): Promise<void> {
  const of = dev === undefined ? {} : { ifindex: dev };
  return withWifi(awaited ? "listen" : "request", netns, async (wifi) => {
    const rows = await lastValueFrom(rows$(wifi, of).pipe(toArray()));
    const lines = json ? [JSON.stringify(rows.map(rowJson))] : rows.map((row) => text(row as never));
    await printLines(lines);
  });
}

const HELP = `
Examples:
  rxnl wifi scan wlan0
  rxnl wifi monitor --json`;

/** `rxnl wifi`. */
export function wifiCommand(): Command {
  const command = new Command("wifi").addHelpText("after", HELP);
  for (const [name, listed] of Object.entries(LISTED))
    command
      .command(listed.byLink ? `${name} ${name === "scan" ? "<DEV>" : "[DEV]"}` : name)
      .description(`print ${listed.description}`)
      .action((...given: unknown[]) => {
        const self = given.at(-1) as Command;
        const dev = listed.byLink ? (given[0] as string | undefined) : undefined;
        return list(listed, dev, self.optsWithGlobals());
      });
  command
    .command("monitor")
    .description("print what happens until Ctrl-C")
    .action((_: unknown, self: Command) => monitor(self.optsWithGlobals()));
  return command;
}
