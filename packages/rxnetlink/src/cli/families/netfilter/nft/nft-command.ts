import type { Netfilter } from "@rxnetlink/netfilter";
import { Command } from "commander";
import { wholeNumber } from "../../../input/numbers.js";
import type { CommonOptions } from "../../../session.js";
import { briefTerm } from "../brief-term.js";
import { withNetfilter } from "../with-netfilter.js";
import { commit } from "./commit.js";
import { list, monitor } from "./ruleset.js";
import { scopeOf } from "./scope.js";
import { trace } from "./trace.js";

interface NftCommandOptions extends CommonOptions {
  readonly generation?: number;
  readonly handles?: boolean;
}

const SCOPE = `
Values choose a part of the ruleset: family, table, or both.

Example:
  rxnl nft `;

const COPY = `nft -f loads what is printed; links in rules are printed by their index. To put
another ruleset in the place of the one that is there:
  rxnl nft list --json | jq '[{flush: {ruleset: {}}}] + .' >saved.json
  rxnl nft apply saved.json`;

const STEPS = `
The file, or standard input for -, holds an array of steps in JSON, which are
one transaction. A step has a verb, a kind of object, and the object in the
form of toJson(), with the library's names:

  [{"add": {"table": {"family": "inet", "name": "t"}}},
   {"add": {"chain": {"family": "inet", "table": "t", "name": "in",
     "type": "filter", "hook": {"hooknum": "input", "priority": 0}}}},
   {"append": {"rule": {"family": "inet", "table": "t", "chain": "in",
     "expressions": [{"data": {"counter": {}}}]}}},
   {"add": {"set": {"family": "inet", "table": "t", "name": "s",
     "keyType": "ipv4_addr", "flags": ["interval"]}}},
   {"add": {"element": {
     "set": {"family": "inet", "table": "t", "name": "s"},
     "elements": ["192.0.2.0/24", {"key": "10.0.0.1", "comment": "x"}]}}}]

Verbs: add, create, delete, destroy, flush; for rules append, prepend, and
before, after and replace, which name the other rule as "there": one with its
handle, or the position of an earlier step. Errors begin with the position of
the step, from 0. What rxnl nft list --json prints is such an array.`;

/** Runs an action of a subcommand. */
function run(
  mode: "listen" | "request",
  self: Command,
  action: (nf: Netfilter, options: NftCommandOptions) => Promise<void>,
): Promise<void> {
  const options = self.optsWithGlobals<NftCommandOptions>();
  return withNetfilter(mode, options.netns, (nf) => action(nf, options));
}

/** Adds the subcommands that show the ruleset. */
function addShowing(command: Command): void {
  command
    .command("list [KEY=VALUE...]")
    .option("-a, --handles", "print handles too")
    .description("print the ruleset as nft does; with --json as steps that apply takes")
    .addHelpText(
      "after",
      `${SCOPE}list family=inet table=filter

${COPY}`,
    )
    .action((words: string[], _: unknown, self: Command) =>
      run("listen", self, (nf, options) => list(nf, scopeOf(words), options)),
    );
  command
    .command("monitor [KEY=VALUE...]")
    .description("print changes by transaction, with its process, until Ctrl-C")
    .addHelpText("after", `${SCOPE}monitor family=inet`)
    .action((words: string[], _: unknown, self: Command) =>
      run("listen", self, (nf, { json = false }) => monitor(nf, scopeOf(words), json)),
    );
  command
    .command("trace")
    .description(
      "print packets that rules trace (meta nftrace set 1), with the rules that they meet, until Ctrl-C",
    )
    .action((_: unknown, self: Command) => run("listen", self, (nf, { json = false }) => trace(nf, json)));
}

/** Adds the subcommands that commit steps. */
function addCommitting(command: Command): void {
  const descriptions = {
    check: "have the kernel check steps, which changes nothing",
    apply: "apply steps, all or none; with --json print the objects made",
  };
  for (const verb of ["check", "apply"] as const)
    command
      .command(`${verb} <file>`)
      .option("--generation <number>", "refuse if the ruleset is at another generation", wholeNumber)
      .description(descriptions[verb])
      .addHelpText("after", STEPS)
      .action((file: string, _: unknown, self: Command) =>
        run("request", self, (nf, { json = false, generation }) =>
          commit(nf, verb, file, { json, ...(generation !== undefined && { generation }) }),
        ),
      );
}

/** `rxnl nft`. */
export function nftCommand(): Command {
  const command = new Command("nft").configureHelp({ subcommandTerm: briefTerm });
  addShowing(command);
  addCommitting(command);
  return command;
}
