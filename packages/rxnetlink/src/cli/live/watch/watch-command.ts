import { Command } from "commander";
import { choosingMembers, type PrintOptions } from "../../members.js";
import { withTransport } from "../../session.js";
import { opensFollowable } from "../followable.js";
import { hasScreen } from "../screen/has-screen.js";
import { demo } from "./demo.js";
import { printChanges, printOnce } from "./lines.js";

const HELP = `
On a terminal it is a live screen; elsewhere it prints the state once. With
--follow it prints lines in both: the state, then each change. So does
rxnl OBJECT watch KEY=VALUE, of the objects that match.

Examples:
  rxnl watch link route
  rxnl watch mptcp --follow --json
  rxnl link watch operstate=down`;

interface WatchOptions extends PrintOptions {
  readonly once?: boolean;
  readonly follow?: boolean;
  readonly demo?: boolean;
}

async function watch(words: readonly string[], options: WatchOptions): Promise<void> {
  const isScreen = hasScreen() && !options.once && !options.follow && !options.json;
  const isFollowed = !options.once && (options.follow || process.stdout.isTTY);
  const open = await opensFollowable(words, ["watch"]);
  await withTransport(isFollowed ? "listen" : "request", options.netns, async (transport, where) => {
    if (isScreen) return (await import("./screen.js")).showChanges(open, transport, where, options);
    const followables = open(transport, where);
    return isFollowed ? printChanges(followables, options) : printOnce(followables, options);
  });
}

/** `rxnl watch`, which `npm start` runs. */
export function watchCommand(): Command {
  return choosingMembers(new Command("watch"))
    .argument(
      "[object...]",
      "objects such as link, families such as mptcp for all of theirs; links, addresses and routes by default",
    )
    .option("--once", "print the state and exit; default unless the output is a terminal")
    .option("--follow", "print lines: the state, then each change")
    .option("--demo", "run a scripted demo in a throwaway network namespace")
    .addHelpText("after", HELP)
    .action((words: string[], options: WatchOptions, self: Command) =>
      options.demo ? demo() : watch(words, self.optsWithGlobals()),
    );
}
