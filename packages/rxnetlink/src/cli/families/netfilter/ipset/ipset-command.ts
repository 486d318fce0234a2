import type { Netfilter } from "@rxnetlink/netfilter";
import { type ExistOption, ipsetTypes } from "@rxnetlink/netfilter/ipset";
import { Command } from "commander";
import { lastValueFrom } from "rxjs";
import type { CommonOptions } from "../../../session.js";
import { briefTerm } from "../brief-term.js";
import { withNetfilter } from "../with-netfilter.js";
import { change, test } from "./elements.js";
import { create, list } from "./sets.js";

interface IpsetCommandOptions extends CommonOptions {
  readonly exist?: boolean;
}

const EXIST = "no error if it is there already";
const ABSENT = "no error if it is not there";

const VALUES = `
Values have the library's names. Elements have those that the type of the set
is named after (ip, port, proto, ether, mark, iface, ip2, name), and timeout,
packets, bytes, comment, skbmark.mark, skbprio, skbqueue.`;

const LINES = `
A - reads elements from standard input, one a line, as KEY=VALUE words or as
JSON. One that is refused does not stop the others.`;

/** Returns words in lines of 80 columns. */
function columns(words: readonly string[]): string {
  return words
    .join(", ")
    .replaceAll(/(?<=^|\s)(.{1,78})(?:\s|$)/g, "  $1\n")
    .trimEnd();
}

const SETTINGS = `
Values have the library's names: family, revision, and the settings in data,
such as data.timeout, data.counters, data.comment, data.skbinfo, data.maxelem,
data.hashsize, data.netmask; data.ip and data.ipTo, data.port and data.portTo
of bitmaps. The types are
${columns(Object.keys(ipsetTypes))}

Example:
  rxnl ipset create blocked hash:net data.timeout=600 data.counters=true`;

/** Runs an action of a subcommand with its arguments. */
const acting =
  <A extends readonly unknown[]>(
    action: (nf: Netfilter, args: A, options: IpsetCommandOptions) => Promise<unknown>,
  ) =>
  async (...given: unknown[]): Promise<void> => {
    const options = (given.at(-1) as Command).optsWithGlobals<IpsetCommandOptions>();
    await withNetfilter("request", options.netns, (nf) =>
      action(nf, given.slice(0, -2) as readonly unknown[] as A, options),
    );
  };

type Name = [name: string];
type Pair = [name: string, other: string];
type Words = [name: string, words: string[]];

const existOf = ({ exist }: IpsetCommandOptions): ExistOption => (exist === undefined ? {} : { exist });

/** Adds the subcommands about whole sets. */
function addSetCommands(command: Command): void {
  command
    .command("list [name]")
    .description("print all sets, or one, with each element on a line")
    .action(acting((nf, [name]: [name?: string], { json = false }) => list(nf, name, json)));
  command
    .command("create <name> <type> [KEY=VALUE...]")
    .option("--exist", EXIST)
    .description("create a set")
    .addHelpText("after", SETTINGS)
    .action(
      acting((nf, [name, type, words]: [name: string, type: string, words: string[]], options) =>
        create(nf, name, type, words, existOf(options)),
      ),
    );
  command
    .command("destroy <name>")
    .option("--exist", ABSENT)
    .description("remove a set")
    .action(
      acting((nf, [setname]: Name, options) =>
        lastValueFrom(nf.ipset.destroy$({ setname }, existOf(options))),
      ),
    );
  command
    .command("flush <name>")
    .description("remove all elements of a set")
    .action(acting((nf, [setname]: Name) => lastValueFrom(nf.ipset.flush$({ setname }))));
}

/** Adds the subcommands about two sets. */
function addPairCommands(command: Command): void {
  command
    .command("swap <name> <other>")
    .description("exchange the names of two sets, and the rules that refer to them")
    .action(acting((nf, [setname, setname2]: Pair) => lastValueFrom(nf.ipset.swap$({ setname, setname2 }))));
  command
    .command("rename <name> <new>")
    .description("give a set another name")
    .action(
      acting((nf, [setname, setname2]: Pair) => lastValueFrom(nf.ipset.rename$({ setname, setname2 }))),
    );
}

/** Adds the subcommands about elements. */
function addElementCommands(command: Command): void {
  for (const verb of ["add", "delete"] as const) {
    const description = verb === "add" ? "add elements to a set" : "delete elements from a set";
    command
      .command(`${verb} <name> <KEY=VALUE...>`)
      .option("--exist", verb === "add" ? EXIST : ABSENT)
      .description(description)
      .addHelpText(
        "after",
        `${VALUES}\n${LINES}\n\nExample:\n  rxnl ipset ${verb} web ip=192.0.2.1 port=80 proto=tcp`,
      )
      .action(acting((nf, [name, words]: Words, options) => change(nf, verb, name, words, existOf(options))));
  }
  command
    .command("test <name> <KEY=VALUE...>")
    .description("print whether an element is in a set; the status is 1 if not")
    .addHelpText("after", `${VALUES}\n\nExample:\n  rxnl ipset test blocked ip=192.0.2.1`)
    .action(acting((nf, [name, words]: Words, { json = false }) => test(nf, name, words, json)));
}

/** `rxnl ipset`. */
export function ipsetCommand(): Command {
  const command = new Command("ipset").configureHelp({ subcommandTerm: briefTerm });
  addSetCommands(command);
  addElementCommands(command);
  addPairCommands(command);
  return command;
}
