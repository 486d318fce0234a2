// Declarations of a protocol against the kernel's headers.

import { readdirSync } from "node:fs";
import { type DriftRules, drift, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** Facts about a protocol. */
export interface ProtocolDrift extends Omit<DriftRules, "subsystems" | "complete" | "subsets"> {
  /** Its folder below `src`. */
  readonly folder: string;
  /** Headers of which everything has to be declared: `"cn_proc.h"`. */
  readonly headers: readonly string[];
  /** Reasons why something of the headers is not declared. */
  readonly omissions: Readonly<Record<string, string>>;
}

/** Returns everything that the modules of a folder export. */
async function exportedIn(folder: string): Promise<Record<string, unknown>> {
  const root = new URL(`../../../dist/${folder}/`, import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.d)\.js$/.test(path),
  );
  const modules = await Promise.all(paths.sort().map((path) => import(new URL(path, root).href)));
  return Object.assign({}, ...modules);
}

/** Tests that the declarations of a protocol agree with the kernel's headers, and lack nothing without a reason. */
export function protocolDrift({ folder, headers, omissions, ...rules }: ProtocolDrift): void {
  const reference = kernelReference(import.meta.url, parse, []);
  if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);
  test.skipIf(typeof reference === "string")("declarations agree with the kernel's headers", async () => {
    if (typeof reference === "string") return;
    const { problems, coverage } = drift(await exportedIn(folder), reference, {
      ...rules,
      subsets: [],
      complete: { headers, exceptions: omissions },
    });
    console.log(coverage.join("\n"));
    expect(problems).toEqual([]);
  });
}
