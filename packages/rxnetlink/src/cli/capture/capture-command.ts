import { Command } from "commander";
import { wholeNumber } from "../input/numbers.js";
import { UsageError } from "../input/usage-error.js";
import type { CaptureOptions } from "./capture-options.js";
import { captureConversations } from "./conversations.js";
import { recordObjects } from "./record-objects.js";
import { sinkOf } from "./sink.js";

const HELP = `
The file is pcapng, which rxnl decode, rxnl replay, Wireshark and tcpdump open.
It may hold secrets, such as keys of WireGuard.

Examples:
  rxnl capture changes.pcapng link route
  rxnl capture everything.pcapng --nlmon --duration 60
  rxnl capture - --nlmon | rxnl decode - --filter type=refusal`;

interface CommandOptions extends CaptureOptions {
  readonly nlmon?: boolean;
}

async function capture(
  file: string,
  words: readonly string[],
  { nlmon, ...options }: CommandOptions,
): Promise<void> {
  if (nlmon && words.length > 0)
    throw new UsageError("--nlmon captures everything: name no objects, and choose by rxnl decode --filter");
  const sink = sinkOf(file);
  try {
    await (nlmon ? captureConversations(sink, options) : recordObjects(sink, words, options));
  } finally {
    sink.close();
  }
}

/** `rxnl capture`. */
export const captureCommand = (): Command =>
  new Command("capture")
    .argument("<file>", "file to write as pcapng, or - for standard output")
    .argument(
      "[object...]",
      "objects such as link, families such as mptcp for all of theirs; by default as watch",
    )
    .option("--nlmon", "capture what all processes say to the kernel, and what it answers")
    .option("--count <number>", "end after so many packets, or changes of objects", wholeNumber)
    .option("--duration <seconds>", "end after so many seconds", wholeNumber)
    .addHelpText("after", HELP)
    .action((file: string, words: string[], _: unknown, self: Command) =>
      capture(file, words, self.optsWithGlobals()),
    );
