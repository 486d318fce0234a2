// Declarations of a protocol against the kernel's headers.

import { readdirSync, readFileSync } from "node:fs";
import { type DriftRules, drift, type KernelReference, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** Facts about a protocol. */
export interface ProtocolDrift extends Omit<DriftRules, "complete" | "subsets"> {
  /** Its folder below `src`. */
  readonly folder: string;
  /** Headers of which everything has to be declared: `"rdma/rdma_netlink.h"`. */
  readonly headers: readonly string[];
  /** Sets with some attributes of a larger one. */
  readonly subsets?: readonly string[];
  /** Reasons why something of the headers is not declared. */
  readonly omissions: Readonly<Record<string, string>>;
}

/** An object whose lists have a layout of their own. */
interface Listed {
  readonly envelope: { readonly layout: object };
}

interface Facts {
  readonly constants: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly structs: Readonly<Record<string, Readonly<Record<string, never>>>>;
}

/** Numbers and structs of the headers of RDMA and SCSI of kernel 7.3, and of iSCSI of 6.12, which others lack. */
const own = JSON.parse(
  readFileSync(new URL("../../../test/drift/uapi.json", import.meta.url), "utf8"),
) as Facts;

/** Returns the reference with the headers that are kept here. */
function reference(): KernelReference {
  const found = kernelReference(import.meta.url, parse, []);
  if (typeof found === "string") console.log(`headers of linux/ not compared: ${found}`);
  const { headers, structs, structsOf, sets } =
    typeof found === "string"
      ? { headers: new Map(), structs: new Map(), structsOf: new Map(), sets: new Map() }
      : found;
  const ownStructs = Object.entries(own.structs);
  return {
    headers: new Map([
      ...headers,
      ...Object.entries(own.constants).map(([name, it]) => [name, Object.entries(it)] as const),
    ]),
    structs: new Map([...structs, ...ownStructs.flatMap(([, it]) => Object.entries(it))]),
    structsOf: new Map([...structsOf, ...ownStructs.map(([name, it]) => [name, Object.keys(it)] as const)]),
    sets,
  };
}

/** Returns everything that the modules of a folder export. */
async function exportedIn(folder: string): Promise<Record<string, unknown>> {
  const root = new URL(`../../../dist/${folder}/`, import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.d)\.js$/.test(path),
  );
  const modules = await Promise.all(paths.sort().map((path) => import(new URL(path, root).href)));
  const all: Record<string, unknown> = Object.assign({}, ...modules);
  // The layouts of lists belong to their objects.
  const lists = Object.values(all).flatMap((one) => (one as Partial<Listed> | null)?.envelope?.layout ?? []);
  return { ...all, ...Object.fromEntries(lists.map((layout, i) => [`list ${i}`, layout])) };
}

/** Tests that the declarations of a protocol agree with the kernel's headers, and lack nothing without a reason. */
export function protocolDrift({ folder, headers, omissions, subsets = [], ...rules }: ProtocolDrift): void {
  const known = reference();
  const lacking = headers.filter((name) => !known.headers.has(name));
  test.skipIf(lacking.length > 0)("declarations agree with the kernel's headers", async () => {
    const { problems, coverage } = drift(await exportedIn(folder), known, {
      ...rules,
      subsets,
      complete: { headers, exceptions: omissions },
    });
    console.log(coverage.filter((line) => headers.some((name) => line.startsWith(name))).join("\n"));
    expect(problems).toEqual([]);
  });
}
