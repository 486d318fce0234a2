import { Command, InvalidArgumentError } from "commander";
import { choosingMembers } from "../members.js";
import { printReplay } from "./replay.js";

const HELP = `
It needs no kernel: a capture of a router can be replayed on any machine.

Examples:
  rxnl replay netlink.pcapng
  rxnl replay netlink.pcapng link --speed 1
  rxnl replay netlink.pcapng --watch --json`;

function speedOf(text: string): number {
  const speed = Number(text);
  if (speed > 0 && speed < Number.POSITIVE_INFINITY) return speed;
  throw new InvalidArgumentError("It must be a number above 0.");
}

/** `rxnl replay`. */
export const replayCommand = (): Command =>
  choosingMembers(new Command("replay"))
    .argument("<file>", "a capture or a recording, or - for standard input")
    .argument(
      "[object...]",
      "objects such as link, families such as mptcp for all of theirs; by default those of routing that it has",
    )
    .option("--raw", "print messages as the kernel sent them, without old values, which only recordings have")
    .option("--timestamps", "print the time of each event")
    .option("--watch", "print the state that a recording begins with, then each change")
    .option("--speed <factor>", "wait between events, 1 as long as then; by default not at all", speedOf)
    .addHelpText("after", HELP)
    .action((file: string, words: string[], _: unknown, self: Command) =>
      printReplay(file, words, self.optsWithGlobals()),
    );
