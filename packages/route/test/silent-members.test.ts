// The docs list the members that change silently or on their own, as the objects declare them.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ObjectDefinition } from "@rxnetlink/core";
import { expect, test } from "vitest";
import { objects } from "./support/objects.js";

const PAGE = fileURLToPath(new URL("../../../../docs/state.md", import.meta.url));
const [BEGIN, END] = ["<!-- silent: written from the definitions -->\n", "<!-- /silent -->"];

const code = (text: string) => `\`${text}\``;

/** Returns silent members by reason. */
function reasonsOf({ state }: ObjectDefinition<object>): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const [path, { reason }] of Object.entries(state?.silent ?? {}))
    reasons.set(reason, [...(reasons.get(reason) ?? []), path === "" ? "the whole object" : code(path)]);
  return reasons;
}

function lists(): string {
  const kept = objects
    .filter(({ state }) => state !== undefined)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const silent = kept.flatMap((object) =>
    [...reasonsOf(object)].map(
      ([reason, members]) => `- ${code(object.name)}: ${members.join(", ")} (${reason})`,
    ),
  );
  const volatile = kept
    .filter(({ state }) => (state?.volatile ?? []).length > 0)
    .map(({ name, state }) => `- ${code(name)}: ${(state?.volatile ?? []).map(code).join(", ")}`);
  return `
${silent.join("\n")}

These members are counters, timers and the like, and do not count as changes:

${volatile.join("\n")}

`;
}

test("the page about state lists what the objects declare", () => {
  const page = readFileSync(PAGE, "utf8");
  const [before, rest = ""] = page.split(BEGIN);
  const [between = "", after] = rest.split(END);
  if (process.env.RXNETLINK_WRITE_DOCS !== undefined)
    writeFileSync(PAGE, `${before}${BEGIN}${lists()}${END}${after}`);
  expect(between, "RXNETLINK_WRITE_DOCS=1 updates it").toBe(lists());
});
