// Declarations of a family against the kernel's headers and specs.

import { readdirSync } from "node:fs";
import { type DriftRules, drift, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** Facts about a family. */
export interface FamilyDrift extends Omit<DriftRules, "subsystems" | "complete" | "subsets"> {
  /** Its folder below `src`. */
  readonly folder: string;
  /** Headers of which everything has to be declared: `"ethtool_netlink.h"`. */
  readonly headers: readonly string[];
  /** Specs with its attribute sets: `"ethtool"`. */
  readonly specs?: readonly string[];
  /** Prefix of its commands: `"WG_CMD_"`. */
  readonly commands: readonly string[];
  /** Sets with some attributes of a larger one. */
  readonly subsets?: readonly string[];
  /** Reasons why something of the headers is not declared. */
  readonly omissions: Readonly<Record<string, string>>;
}

/** Marks message types that are commands, as if they were of a subsystem. */
const COMMAND = 0x80;

/** Returns everything that the modules of a folder export. */
async function exportedIn(folder: string): Promise<Record<string, unknown>> {
  const root = new URL(`../../../dist/${folder}/`, import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.d)\.js$/.test(path),
  );
  const modules = await Promise.all(paths.sort().map((path) => import(new URL(path, root).href)));
  return Object.assign({}, ...modules);
}

/** Tests that the declarations of a family agree with the kernel's headers and specs, and lack nothing without a reason. */
export function familyDrift({
  folder,
  headers,
  specs = [],
  commands,
  omissions,
  subsets = [],
  ...rules
}: FamilyDrift): void {
  const reference = kernelReference(import.meta.url, parse, specs);
  if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);
  test.skipIf(typeof reference === "string")(
    "declarations agree with the kernel's headers and specs",
    async () => {
      if (typeof reference === "string") return;
      const { problems, coverage } = drift(await exportedIn(folder), reference, {
        ...rules,
        subsets,
        subsystems: Object.fromEntries(commands.map((prefix) => [prefix, COMMAND])),
        complete: { headers, exceptions: omissions },
      });
      console.log(coverage.join("\n"));
      expect(problems).toEqual([]);
    },
  );
}
