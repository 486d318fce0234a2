import { readFileSync } from "node:fs";
import { type LoadedSpec, loadSpec, typesOf } from "@rxnetlink/ynl";
import { Command } from "commander";
import { UsageError } from "../../input/usage-error.js";
import type { CommonOptions } from "../../session.js";
import { listing } from "./ynl-listing.js";
import { type Flag, flags, follow, request } from "./ynl-requests.js";

interface YnlCommandOptions extends CommonOptions, Partial<Record<Flag, true>> {
  readonly do?: string;
  readonly dump?: string;
  readonly subscribe?: string;
  readonly types?: true;
}

const HELP = `
Without an option, operations and groups are listed. Members of the request are
words key=value or an object in JSON, with the names of the description or in
camelCase; - reads JSON from standard input.

Examples:
  rxnl ynl netdev.yaml --dump dev-get
  rxnl ynl netdev.yaml --do dev-get ifindex=1 --json
  rxnl ynl ethtool.yaml --do rings-get --json '{"header":{"dev-name":"eth0"}}'
  rxnl ynl rt-link.yaml --do newlink --create --excl ifname=b0 linkinfo.kind=bridge
  rxnl ynl rt-link.yaml --subscribe rtnlgrp-link
  rxnl ynl netdev.yaml --types >netdev.ts`;

/** Reads a file. */
function textOf(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

/** Returns the one thing that is asked for. */
function wanted({ do: single, dump, subscribe, types }: YnlCommandOptions): string | undefined {
  const given = Object.entries({ do: single, dump, subscribe, types }).filter(([, it]) => it !== undefined);
  if (given.length > 1) throw new UsageError(`--${given.map(([name]) => name).join(" and --")}: choose one`);
  return given[0]?.[0];
}

async function run(path: string, words: readonly string[], options: YnlCommandOptions): Promise<void> {
  const mode = wanted(options);
  const text = textOf(path);
  if (mode === "types") return void process.stdout.write(typesOf(text));
  const spec: LoadedSpec = loadSpec(text);
  if (mode === undefined) return void process.stdout.write(listing(spec, options.json));
  if (mode === "subscribe") return follow(spec, options.subscribe!.split(","), options);
  const operation = options.do ?? options.dump!;
  return request(spec, { mode: options.do === undefined ? "dump" : "do", operation, words }, options);
}

/** `rxnl ynl SPEC`. */
export function ynlCommand(): Command {
  const command = new Command("ynl")
    .argument("<spec>", "description of the family in YAML, or -")
    .argument("[members...]", "members of the request")
    .option("--do <operation>", "make a single request and print the replies")
    .option("--dump <operation>", "print a list")
    .option("--subscribe <names>", "print notifications of groups or operations until Ctrl-C")
    .option("--types", "print the family as TypeScript")
    .addHelpText("after", HELP);
  for (const flag of flags) command.option(`--${flag}`, `set NLM_F_${flag.toUpperCase()} in the request`);
  return command.action((path: string, words: string[], _: unknown, self: Command) =>
    run(path, words, self.optsWithGlobals()),
  );
}
