// The rules of nftables' own test data, with the expressions that they compile to. They lie beside the checkout, since they are
// under another license.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { NftFamily } from "./families.js";

/** A rule, as typed, and the expressions that nft is said to send for it, if the data tell. */
export interface RuleCase {
  readonly rule: string;
  readonly expected: readonly string[] | undefined;
}

/** A table of a file of test data: what it needs, and the rules that each chain must take. */
export interface TableCase {
  readonly file: string;
  readonly family: NftFamily;
  readonly table: string;
  readonly chains: readonly string[];
  /** Returns the commands that make a table of another name, its chains and objects. */
  readonly setup: (table: string) => readonly string[];
  /** Commands that make the sets of the table, with their elements. */
  readonly sets: readonly string[];
  readonly rules: readonly RuleCase[];
}

function folderOf(from: string): string {
  let root = dirname(fileURLToPath(from));
  while (!existsSync(join(root, "pnpm-workspace.yaml")) && root !== "/") root = dirname(root);
  return join(root, "../shared/nft-cases");
}

/** Reads the expressions by rule: `# rule`, then lines of which those in brackets are expressions. */
function readPayload(path: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  if (!existsSync(path)) return found;
  let lines: string[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("#")) {
      lines = [];
      const rule = line.slice(1).trim();
      if (!found.has(rule)) found.set(rule, lines);
    } else if (line.trim().startsWith("[")) lines.push(line.trim());
  }
  for (const [rule, expressions] of found) if (expressions.length === 0) found.delete(rule);
  return found;
}

/** Returns the command that adds a set, from `name type a . b timeout 5s flags interval`. */
function addSet(at: string, text: string): string {
  const [name, ...words] = text.split(" ");
  const settings = words.join(" ").replace(/ (timeout|flags) /g, "; $1 ");
  return `add set ${at} ${name} { ${settings}; }`;
}

/** Returns the command that adds an object, from `name type limit rate 400/minute`. */
function addObject(at: string, text: string): string {
  const [name, , ...words] = text.split(" ");
  const rest = words.join(" ");
  const kind = /^(ct (?:helper|timeout|expectation)|\w+)\s*(.*)$/.exec(rest)!;
  const settings = kind[2] === "" || kind[2]!.startsWith("{") ? kind[2]! : `{ ${kind[2]}; }`;
  return `add ${kind[1]} ${at} ${name} ${settings}`;
}

/** The lines of a file that are to succeed, without their outcome. Objects contain semicolons. */
const good = (lines: readonly string[], mark: string): string[] =>
  lines
    .filter((line) => line.startsWith(mark) && line.endsWith(";ok"))
    .map((line) => line.slice(mark.length, -";ok".length));

function setupOf(lines: readonly string[], at: string, chains: readonly string[]): string[] {
  const specs = new Map(lines.filter((it) => it.startsWith(":")).map((it) => splitAt(it.slice(1), ";")));
  return [
    `add table ${at}`,
    ...chains.map((chain) => `add chain ${at} ${chain} { ${specs.get(chain)}; }`),
    ...good(lines, "%").map((object) => addObject(at, object)),
  ];
}

function setsOf(lines: readonly string[], at: string): string[] {
  const elements = good(lines, "?").map((text) => splitAt(text, " "));
  return [
    ...good(lines, "!").map((set) => addSet(at, set)),
    ...elements.map(([set, list]) => `add element ${at} ${set} { ${list} }`),
  ];
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

function readFile(folder: string, file: string): TableCase[] {
  const lines = readFileSync(join(folder, file), "utf8")
    .split("\n")
    .map((line) => line.trim());
  const rules = lines.filter((line) => /;ok(;|$)/.test(line) && !/^[-:*!?%#]/.test(line));
  return lines
    .filter((line) => line.startsWith("*"))
    .map((line) => {
      const [family = "", table = "", names = ""] = line.slice(1).split(";");
      const chains = names.split(",");
      const own = readPayload(join(folder, `${file}.payload.${family}`));
      // nftables does not run the file without the ending, and it is out of date.
      const common = file.endsWith(".t") ? readPayload(join(folder, `${file}.payload`)) : own;
      const typed = rules.map((rule) => rule.split(";")[0]!.trim());
      return {
        file,
        family: family as NftFamily,
        table,
        chains,
        setup: (name: string) => setupOf(lines, `${family} ${name}`, chains),
        sets: setsOf(lines, `${family} ${table}`),
        rules: typed.map((rule) => ({ rule, expected: own.get(rule) ?? common.get(rule) })),
      };
    });
}

/** Reads the test data next to the checkout that contains `from`; returns the reason if there are none. */
export function nftCases(from: string): TableCase[] | string {
  const folder = folderOf(from);
  if (!existsSync(folder)) return "there is no ../shared/nft-cases next to the checkout";
  return ["any", "arp", "ip", "netdev"].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => /\.t(\.netdev)?$/.test(name))
      .flatMap((name) => readFile(folder, `${part}/${name}`)),
  );
}
