import type { NetlinkObject, Verb } from "@rxnetlink/core";
import { Command } from "commander";
import { lastValueFrom, toArray } from "rxjs";
import { valueIn } from "../input/value-in.js";
import { choosingReports } from "../live/monitor/options.js";
import { choosingMembers } from "../members.js";
import type { Mode } from "../session.js";
import { setLayout, setObject } from "./by-command.js";
import { change, flush } from "./change.js";
import type { CommandedObject } from "./commanded.js";
import { Heard } from "./heard.js";
import { choosingRows, type RowOptions, RowPrinter } from "./printing.js";

/** What a command was called with. */
interface Call {
  readonly object: CommandedObject;
  readonly verbs: NetlinkObject<object>;
  readonly words: readonly string[];
  readonly options: RowOptions;
  /** Messages that have arrived, if their bytes are to be printed. */
  readonly heard: Heard | undefined;
}

const printerOf = ({ object, verbs, options, heard }: Call) => new RowPrinter(object, verbs, options, heard);

/** A verb of the command line. */
interface CommandVerb {
  /** Verbs of the object, all of which it needs. */
  readonly needs: readonly Verb[];
  readonly mode?: Mode;
  readonly description: (one: string, many: string) => string;
  /** Adds its options. */
  readonly options?: (command: Command) => Command;
  run(call: Call): Promise<void>;
}

function indefinite(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** A verb that changes something. */
const changing = (verb: Verb, description: (one: string) => string): CommandVerb => ({
  needs: [verb],
  description,
  run: ({ verbs, words }) => change(verbs, verb, words),
});

const VERBS: Readonly<Record<string, CommandVerb>> = {
  list: {
    needs: ["list"],
    description: (one) => `print every ${one}, or those that match all the given values`,
    options: choosingRows,
    async run(call) {
      const printer = printerOf(call);
      const rows$ = call.verbs.list$(valueIn(call.verbs, call.words), printer.asked);
      await printer.list(await lastValueFrom(rows$.pipe(toArray())));
    },
  },
  get: {
    needs: ["get"],
    description: (one) => `print the ${one} that the values identify`,
    options: choosingRows,
    async run(call) {
      const printer = printerOf(call);
      const row$ = call.verbs.get$(valueIn(call.verbs, call.words), printer.asked);
      await printer.one(await lastValueFrom(row$));
    },
  },
  add: changing("add", (one) => `create ${indefinite(one)}; error if it exists`),
  change: changing("change", (one) => `change ${indefinite(one)} that exists`),
  replace: changing("replace", (one) => `create ${indefinite(one)}, or replace the one that exists`),
  append: changing("append", (one) => `add ${indefinite(one)} after those that exist`),
  prepend: changing("prepend", (one) => `add ${indefinite(one)} before those that exist`),
  set: changing("set", (one) => `set ${indefinite(one)}`),
  delete: changing("delete", (one) => `delete ${indefinite(one)}`),
  flush: {
    needs: ["list", "delete"],
    description: (_, many) => `delete the ${many} that match, or "all"`,
    run: ({ verbs, words }) => flush(verbs, words),
  },
  watch: {
    needs: ["watch"],
    mode: "listen",
    description: (_, many) => `print ${many}, then each change until Ctrl-C`,
    options: choosingMembers,
    run: async ({ object, verbs, words, options }) =>
      (await import("./follow.js")).watch(object, verbs, words, options),
  },
  monitor: {
    needs: ["notify"],
    mode: "listen",
    description: (_, many) => `print what changes of ${many}, with old and new values, until Ctrl-C`,
    options: choosingReports,
    run: async ({ object, options }) =>
      (await import("../live/monitor/monitor-command.js")).monitor([object.name], options),
  },
};

/** The end of the help for a verb. */
function valuesHelp({ name }: CommandedObject, verb: string): string {
  if (verb === "monitor") return "";
  const values = `\nrxnl help ${name} prints the keys, examples and members.`;
  return verb === "watch" ? `\nIt prints lines; rxnl watch ${name} is a live screen.${values}` : values;
}

/** Returns verbs in words: `list, get or delete`. */
const inWords = (verbs: readonly string[]) =>
  verbs.length === 1 ? verbs[0]! : `${verbs.slice(0, -1).join(", ")} or ${verbs.at(-1)}`;

/** `rxnl OBJECT VERB KEY=VALUE…`, with the verbs that the object has. */
export function objectCommand(object: CommandedObject): Command {
  const { name, nouns, definition, open } = object;
  const verbs = Object.entries(VERBS).filter(([, { needs }]) =>
    needs.every((one) => definition.verbs.includes(one)),
  );
  const command = new Command(name).description(`${inWords(verbs.map(([verb]) => verb))} ${nouns[1]}`);
  for (const [verb, { mode = "request", description, options, run }] of verbs) {
    const one = command
      .command(verb === "monitor" ? verb : `${verb} [KEY=VALUE...]`)
      .description(description(...nouns))
      .addHelpText("after", valuesHelp(object, verb))
      .action((...given: unknown[]) => {
        const self = given.at(-1) as Command;
        const settings = self.optsWithGlobals<RowOptions>();
        const heard = settings.hex ? new Heard() : undefined;
        const call = (bound: NetlinkObject<object>) =>
          run({ object, verbs: bound, words: self.args, options: settings, heard });
        return open(mode, settings.netns, call, heard?.over);
      });
    options?.(one);
    if (verb !== "monitor") setLayout(one, definition.layout);
  }
  command
    .command("members [PATH]")
    .description(
      "print the members, each with type, unit, constant, first kernel and meaning; or those of one",
    )
    .action(async (path: string | undefined, _: unknown, self: Command) => {
      const { printMembers } = await import("../manual/print-members.js");
      await printMembers(object, path, self.optsWithGlobals<RowOptions>().json);
    });
  setObject(command, object);
  return command;
}
