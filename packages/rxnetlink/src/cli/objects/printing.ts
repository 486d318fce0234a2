import { definitionOf, type NetlinkObject, toJson } from "@rxnetlink/core";
import type { Command } from "commander";
import { choosingMembers, chosenOf, limitedTo, type PrintOptions } from "../members.js";
import { complain, printLines } from "../output.js";
import { assignmentText } from "../text/assignments.js";
import { hexdump } from "../text/hexdump.js";
import { widthOf } from "../text/width.js";
import { columnsOf } from "./columns.js";
import type { CommandedObject } from "./commanded.js";
import { flat } from "./flat.js";
import type { Heard } from "./heard.js";
import { messagesOf } from "./message-of.js";
import { type SelectOptions, selected } from "./select.js";

/** Options of commands that print rows. */
export interface RowOptions extends PrintOptions, SelectOptions {
  readonly yaml?: boolean;
  /** Set to print the bytes of messages too. */
  readonly hex?: boolean;
}

const every = (value: string, before: readonly string[] = []) => [...before, value];

/** Adds the option by which a command prints only what meets conditions. */
export const filtering = (command: Command, example: string): Command =>
  command.option(
    "--filter <condition>",
    `print only what meets it, such as ${example}; may be repeated`,
    every,
  );

/** Adds the options of {@link RowOptions} to a command. */
export const choosingRows = (command: Command): Command =>
  filtering(choosingMembers(command), "mtu>1500")
    .option("--sort <members>", "sort by these, separated by commas; - in front reverses")
    .option("--yaml", "print YAML")
    .option("--hex", "print the bytes of each message too");

/** Prints rows of an object in the form that was asked for. */
export class RowPrinter {
  readonly #object: CommandedObject;
  readonly #verbs: NetlinkObject<object>;
  readonly #options: RowOptions;
  readonly #heard: Heard | undefined;
  /** The messages that rows were in. */
  #messages: ReadonlyMap<object, readonly Uint8Array[]> = new Map();
  /** Chosen members; `undefined` are all. */
  readonly members: readonly string[] | undefined;

  constructor(
    object: CommandedObject,
    verbs: NetlinkObject<object>,
    options: RowOptions,
    heard: Heard | undefined,
  ) {
    this.#heard = heard;
    this.#object = object;
    this.#verbs = verbs;
    this.#options = options;
    this.members = chosenOf(options, new Map([[object.name, verbs]])).get(object.name);
  }

  /** Members to ask for: those that are printed. */
  get asked(): { readonly members?: never[] } {
    const { filter, sort } = this.#options;
    const isPlain = filter === undefined && sort === undefined && this.#heard === undefined;
    return this.members === undefined || !isPlain ? {} : { members: this.members as never[] };
  }

  /** Prints a list. */
  async list(rows: readonly object[]): Promise<void> {
    this.#hear(rows);
    const kept = selected(rows, this.#jsonOf, this.#options);
    if (this.#isData) return this.#data(kept.map((row) => this.#dataOf(row)));
    const { describe } = this.#object;
    if (this.#heard !== undefined)
      return printLines(kept.flatMap((row) => [this.#lineOf(row), ...this.#hex(row)]));
    if (describe !== undefined && this.members === undefined) return printLines(kept.map(describe));
    return this.#table(kept);
  }

  /** Prints one. */
  async one(row: object): Promise<void> {
    this.#hear([row]);
    if (this.#isData) return this.#data(this.#dataOf(row));
    const { describe } = this.#object;
    if (describe !== undefined && this.members === undefined)
      return printLines([describe(row), ...this.#hex(row)]);
    const members = [...flat(this.#limited(this.#jsonOf(row)))];
    const widest = Math.max(0, ...members.map(([path]) => path.length));
    await printLines([
      ...members.map(([path, text]) => `${path.padEnd(widest)}  ${text}`),
      ...this.#hex(row),
    ]);
  }

  /** Finds the messages of rows, if their bytes are to be printed. */
  #hear(rows: readonly object[]): void {
    if (this.#heard !== undefined)
      this.#messages = messagesOf(rows, definitionOf(this.#verbs).layout, this.#heard.take());
  }

  /** Returns a row as data: with the bytes of its messages, if they are to be printed. */
  #dataOf(row: object): object {
    const json = this.#limited(this.#jsonOf(row));
    const bytes = this.#messages.get(row);
    return bytes === undefined
      ? json
      : { ...json, hex: bytes.map((one) => Buffer.from(one).toString("hex")) };
  }

  /** Formats a row as one line. */
  #lineOf(row: object): string {
    const { describe } = this.#object;
    if (describe !== undefined && this.members === undefined) return describe(row);
    return assignmentText(definitionOf(this.#verbs).layout, limitedTo(this.members, row));
  }

  /** Formats the bytes of the messages that a row was in. */
  #hex(row: object): string[] {
    return (this.#messages.get(row) ?? []).flatMap((bytes) => [...hexdump(bytes), ""]);
  }

  get #isData(): boolean {
    return this.#options.json === true || this.#options.yaml === true;
  }

  async #data(value: unknown): Promise<void> {
    if (this.#options.yaml !== true) return printLines([JSON.stringify(value)]);
    const { dump } = await import("js-yaml");
    await printLines([dump(value).trimEnd()]);
  }

  async #table(rows: readonly object[]): Promise<void> {
    // Takes a quarter of the time in which a list is printed as JSON.
    const { tabulate } = await import("./table.js");
    const flats = rows.map((row) => flat(this.#limited(this.#jsonOf(row))));
    const { namedBy = [] } = definitionOf(this.#verbs);
    const columns = columnsOf(flats, this.members ?? (namedBy as readonly string[]));
    const { lines: table, left } = tabulate(flats, columns, widthOf(process.stdout));
    await printLines(table);
    if (left.length > 0) complain(`${left.length} more columns: --json, or --members ${left[0]},…`);
  }

  readonly #jsonOf = (row: object): object => toJson(definitionOf(this.#verbs), row) as object;

  #limited(json: object): object {
    const { members } = this;
    return members === undefined
      ? json
      : Object.fromEntries(Object.entries(json).filter(([key]) => members.includes(key)));
  }
}
