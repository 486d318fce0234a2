// Each recipe is a program, which must print what its page says. The guides on errors, privileges and security are programs too.
// All run in throwaway namespaces.
import { describe, expect, test } from "vitest";
import { whyNoNamespaces } from "../packages/testing/dist/kernel.js";
import { checkProgram } from "./run-program.mjs";
import { blocks, pagesOf, read, recipesOf, runnables } from "./snippets.mjs";

const INDEX = "docs/recipes/index.md";
const recipes = pagesOf("docs/recipes").flatMap(recipesOf);
const reason = whyNoNamespaces();

/** The anchor of a heading on the site. */
const anchorOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replace(/\s/g, "-");

test("the index lists all recipes", () => {
  const links = recipes.map(({ page, title }) => `[${title}](${page.split("/").at(-1)}#${anchorOf(title)})`);
  expect([...read(INDEX).matchAll(/^- (\[.*\))$/gm)].map(([, link]) => link).sort()).toEqual(links.sort());
  expect(recipes.length).toBeGreaterThanOrEqual(30);
});

/** The whole of a page as one program. */
const whole = (page) => ({
  page,
  title: "all of it",
  program: runnables(page)[0],
  bash: blocks(page, "bash").join(""),
  text: blocks(page, "text").join(""),
});

/** A page whose program is run by different commands, each with an output of its own. */
const byCommands = (page) =>
  blocks(page, "sh").map((command, index) => ({
    ...whole(page),
    title: command.trim(),
    by: command.replace(/node try.mts\n$/, ""),
    text: blocks(page, "text")[index],
  }));

const programs = [
  ...recipes,
  whole("docs/errors.md"),
  whole("docs/security.md"),
  ...byCommands("docs/namespaces.md"),
];

describe.concurrent("programs print what their pages say", () => {
  test.for(programs)("$title ($page)", async (program, { expect, skip }) => {
    if (reason !== undefined) skip(reason);
    await checkProgram(program, { expect, skip });
  });
});
