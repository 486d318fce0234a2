import type { KernelReference } from "./kernel-reference.js";

/** Headers of which everything has to be declared. */
export interface Completeness {
  /** Paths of the headers, or their beginning. */
  readonly headers: readonly string[];
  /** Reasons why something is not declared, by constant, struct or prefix (`NF_`). One that is not needed is a problem. */
  readonly exceptions: Readonly<Record<string, string>>;
}

/** Constants that mark the ends of an enum. */
const ENDS = /^_|_(MAX|UNSPEC)$/;

/** True for the number of a bit whose mask has a constant too: `IPS_ASSURED_BIT`, `IPSET_FLAG_BIT_EXIST`. */
const isBitOf = (name: string, all: ReadonlySet<string>) =>
  /_BIT(_|$)/.test(name) && all.has(name.replace(/_BIT(?=_|$)/, ""));

const covers = (it: string, name: string) => it === name || (it.endsWith("_") && name.startsWith(it));

function lineOf(path: string, count: number, missing: readonly string[]): string {
  if (missing.length === count) return `${path}: nothing of ${count}`;
  const found = `${path}: ${count - missing.length} of ${count}`;
  return missing.length === 0 ? found : `${found}, without ${missing.join(" ")}`;
}

/** Returns what the headers have and no declaration does as problems, and a line to print for each header. */
export function undeclared(
  reference: KernelReference,
  declared: ReadonlySet<string>,
  { headers, exceptions }: Completeness,
): { readonly problems: string[]; readonly lines: string[] } {
  const problems: string[] = [];
  const lines: string[] = [];
  const needed = new Set<string>();
  const excuses = Object.keys(exceptions);
  const isDeclared = (name: string) => {
    const excuse = declared.has(name) ? undefined : excuses.find((it) => covers(it, name));
    if (excuse !== undefined) needed.add(excuse);
    return excuse !== undefined || declared.has(name);
  };
  for (const [path, numbers] of reference.headers) {
    if (!headers.some((it) => path.startsWith(it))) continue;
    const all = new Set(numbers.map(([name]) => name));
    const constants = [...all].filter((name) => !ENDS.test(name) && !isBitOf(name, all));
    const names = [...constants, ...(reference.structsOf.get(path) ?? [])];
    const missing = names.filter((name) => !isDeclared(name));
    lines.push(lineOf(path, names.length, missing));
    problems.push(...missing.map((name) => `${name} of ${path} is not declared`));
  }
  for (const it of excuses)
    if (!needed.has(it)) problems.push(`the exception ${it} is not needed: it is declared`);
  return { problems, lines };
}
