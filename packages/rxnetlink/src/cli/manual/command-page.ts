import type { EventEmitter } from "node:events";
import type { Command } from "commander";
import type { Block, Entry, Page, Section } from "./page.js";

/** Returns the words that name a command: `rxnl link list`. */
const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

const sentence = (text: string) => {
  const whole = text === "" || /[.:]$/.test(text) ? text : `${text}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};

/** Returns the subcommands, except hidden ones and `help`. */
const subcommands = (command: Command) =>
  command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== "help");

/** Returns an entry for each subcommand. */
export const commandEntries = (command: Command): Entry[] =>
  subcommands(command).map((one) => ({
    type: "entry",
    term: one.name(),
    text: sentence(one.description()),
  }));

/** Returns an entry for each option of a command and of its subcommands, which are named if some lack it. */
export function optionEntries(command: Command): Entry[] {
  const found = new Map<string, { readonly text: string; readonly of: Command[] }>();
  for (const one of [command, ...(command.parent === null ? [] : subcommands(command))]) {
    const help = one.createHelp();
    for (const option of help.visibleOptions(one)) {
      const known = found.get(option.flags) ?? { text: help.optionDescription(option), of: [] };
      found.set(option.flags, { ...known, of: [...known.of, one] });
    }
  }
  return [...found].map(([term, { text, of }]) => {
    const some = of.includes(command) ? "" : ` (${of.map((one) => one.name()).join(", ")})`;
    return { type: "entry", term, text: sentence(text + some) };
  });
}

/** Returns what a command adds to its help. */
function addition(command: Command): string {
  const written: string[] = [];
  // Commands are emitters, whatever their types say.
  const emitter = command as unknown as EventEmitter;
  emitter.emit("afterHelp", { error: false, command, write: (text: string) => written.push(text) });
  return written.join("");
}

/** Turns lines into blocks: those that are indented are to be typed, others are text. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let gap = true;
  for (const line of lines) {
    const type = /^\s/.test(line) ? "code" : "paragraph";
    const last = gap ? undefined : blocks.at(-1);
    gap = line.trim() === "";
    if (gap) continue;
    if (type === "code" && last?.type === "code")
      blocks[blocks.length - 1] = { type, lines: [...last.lines, line.slice(2)] };
    else if (type === "code") blocks.push({ type, lines: [line.slice(2)] });
    else if (last?.type === "paragraph")
      blocks[blocks.length - 1] = { type: "paragraph", text: `${last.text} ${line}` };
    else blocks.push({ type: "paragraph", text: line });
  }
  return blocks;
}

/** Returns the sections that a command adds to its help: a title stands alone in a line, with a colon. */
function addedSections(command: Command): Section[] {
  return addition(command)
    .split(/^(?=\w+:$)/m)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [, title = "Notes", body = part] = /^(\w+):\n([\s\S]*)$/.exec(part) ?? [];
      return { title, blocks: blocksOf(body.split("\n")) };
    });
}

const section = (title: string, blocks: readonly Block[]): Section[] =>
  blocks.length === 0 ? [] : [{ title, blocks }];

/** Returns the usage of a command, or that of each of its subcommands. */
function synopsis(command: Command): string[] {
  const usage = (one: Command) =>
    `${pathOf(one)} ${one.usage()}`.replace(/\[options\] \[command\]/, "COMMAND …");
  const subs = subcommands(command);
  return subs.length === 0 || command.parent === null ? [usage(command)] : subs.map(usage);
}

/** Returns the page of a command. */
export function commandPage(command: Command): Page {
  const help = command.createHelp();
  const given: Entry[] = help.visibleArguments(command).map((one) => ({
    type: "entry",
    term: one.name(),
    text: sentence(help.argumentDescription(one)),
  }));
  return {
    name: pathOf(command),
    brief: command.description().replace(/\.$/, ""),
    sections: [
      { title: "Synopsis", blocks: [{ type: "code", lines: synopsis(command) }] },
      ...section("Commands", commandEntries(command)),
      ...section("Arguments", given),
      ...section("Options", optionEntries(command)),
      ...addedSections(command),
    ],
  };
}
