import type { AnyType } from "@rxnetlink/core/schema";
import type { Command } from "commander";
import { typeAt } from "../input/assignments.js";
import { UsageError } from "../input/usage-error.js";
import type { CommandedObject } from "../objects/commanded.js";
import { commandEntries, optionEntries } from "./command-page.js";
import { readComments } from "./comment.js";
import { examplesOf } from "./examples.js";
import { type Described, described, membersOf } from "./member.js";
import type { Block, Entry, Page, Section } from "./page.js";

/** Most words that are named. */
const WORDS = 12;

function wordsText(words: readonly string[]): string {
  const more = words.length > WORDS ? ", …" : "";
  return words.length === 0 ? "" : `Values: ${words.slice(0, WORDS).join(", ")}${more}.`;
}

/** Formats a member for people. */
function memberEntry(described: Described): Entry {
  const { key, type, unit, constant, number, since, isFixed, text, values } = described;
  const facts = [
    unit !== undefined && `in ${unit}`,
    constant !== undefined && `${constant} (${number})`,
    since !== undefined && `since ${since}`,
    isFixed && "fixed once created",
  ];
  return {
    type: "entry",
    term: key,
    facts: [type, ...facts.filter((fact) => typeof fact === "string")],
    text: [text, wordsText(values)].filter((part) => part !== "").join(" "),
  };
}

/**
 * Describes the members of an object, or those of one of its members.
 *
 * @throws UsageError if it has none.
 */
export function describedMembers({ definition }: CommandedObject, path: string | undefined): Described[] {
  const layout = definition.layout as AnyType;
  const members = membersOf(path === undefined ? layout : typeAt(layout, path));
  if (members.length === 0) throw new UsageError(`${path} has no members`);
  const comments = readComments();
  return members.map((member) => described(member, comments));
}

/** Returns the section about the members of an object, or those of one of its members. */
export function membersSection(object: CommandedObject, path?: string): Section {
  const members = describedMembers(object, path);
  const nested = members.find(({ hasMembers }) => hasMembers);
  const inside = [path, nested?.key].filter((part) => part !== undefined).join(".");
  const more = nested && paragraph(`More: rxnl help ${object.name} ${inside}`);
  return {
    title: `Members of ${path ?? object.nouns[1]}`,
    blocks: [...members.map(memberEntry), ...(more === undefined ? [] : [paragraph(""), more])],
  };
}

const paragraph = (text: string): Block => ({ type: "paragraph", text });

/** Explains how objects are named on the command line. */
function keysSection({ definition, nouns }: CommandedObject): Section {
  const { namedBy = [], filters } = definition;
  const known = (key: unknown) => definition.layout.member?.(String(key)) !== undefined;
  const code = (keys: readonly unknown[]) => keys.filter(known).map((key) => `\`${String(key)}\``);
  const [named, filtered] = [code(namedBy), code(filters)];
  const [one, many] = nouns;
  return {
    title: "Keys",
    blocks: [
      paragraph(
        "KEY is a member, or the path of a nested one, such as `linkinfo.data.vxlan.id`. Elements of arrays and names of " +
          "flags are separated by commas; names of links stand for their indices, and `192.0.2.0/24` for an address and the " +
          "length of its prefix. `{…}` is a whole object as JSON, and `-` reads JSON from standard input.",
      ),
      ...(named.length === 0 ? [] : [paragraph(`Named by ${named.join(", ")}: these identify the ${one}.`)]),
      ...(filtered.length === 0
        ? []
        : [
            paragraph(
              `The kernel filters lists of ${many} by ${filtered.join(", ")}; the other keys are compared here.`,
            ),
          ]),
    ],
  };
}

/** Returns the page of an object: verbs, options, keys, examples and members. */
export function objectPage(object: CommandedObject, command: Command): Page {
  const { name } = object;
  return {
    name: `rxnl ${name}`,
    brief: command.description(),
    sections: [
      {
        title: "Synopsis",
        blocks: [{ type: "code", lines: [`rxnl ${name} VERB [KEY=VALUE...] [OPTION...]`] }],
      },
      { title: "Verbs", blocks: commandEntries(command) },
      { title: "Options", blocks: optionEntries(command) },
      keysSection(object),
      { title: "Examples", blocks: [{ type: "code", lines: examplesOf(object) }] },
      ...(membersOf(object.definition.layout).length === 0 ? [] : [membersSection(object)]),
    ],
  };
}
