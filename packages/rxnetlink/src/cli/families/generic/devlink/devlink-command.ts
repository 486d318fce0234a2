import { parseHandle } from "@rxnetlink/generic/devlink";
import { Command } from "commander";
import { lastValueFrom, toArray } from "rxjs";
import { printLines } from "../../../output.js";
import type { CommonOptions } from "../../../session.js";
import { monitor } from "./monitor.js";
import { LISTED, type Listed } from "./rows.js";
import { withDevlink } from "./with-devlink.js";

/** Prints what there is of something. */
function list(
  { rows$, text, json: jsonOf }: Listed,
  handle: string | undefined,
  { netns, json }: CommonOptions,
): Promise<void> {
  const of = handle === undefined ? {} : parseHandle(handle);
  return withDevlink("request", netns, async (devlink) => {
    const rows = await lastValueFrom(rows$(devlink, of).pipe(toArray()));
    const lines = json ? [JSON.stringify(rows.map(jsonOf))] : rows.map(text);
    await printLines(lines);
  });
}

const HELP = `
A handle is the name of a device: its bus and its name on it, and the index of
a port where it is of one.

Example:
  rxnl devlink param pci/0000:03:00.0`;

/** `rxnl devlink`. */
export function devlinkCommand(): Command {
  const command = new Command("devlink").addHelpText("after", HELP);
  for (const [name, listed] of Object.entries(LISTED))
    command
      .command(`${name} [HANDLE]`)
      .description(`print ${listed.description}`)
      .action((handle: string | undefined, _: unknown, self: Command) =>
        list(listed, handle, self.optsWithGlobals()),
      );
  command
    .command("monitor [HANDLE]")
    .description("print what the kernel reports until Ctrl-C")
    .action((handle: string | undefined, _: unknown, self: Command) =>
      monitor(handle, self.optsWithGlobals()),
    );
  return command;
}
