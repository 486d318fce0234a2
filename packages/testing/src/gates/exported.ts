import { readdirSync, readFileSync } from "node:fs";

/** A thing that a module of a package exports. */
export interface Exported {
  /** Its name. */
  readonly name: string;
  /** Its value. */
  readonly value: unknown;
  /** True if an entry of the package exports it. */
  readonly isPublic: boolean;
}

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly default: string }>>;
}

/** Returns the paths of the modules of a package below `dist`, as far as their sources still exist. */
function modulesOf(root: URL): string[] {
  return readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.(test|d)\.ts$/.test(path))
    .map((path) => path.replace(/\.ts$/, ".js"))
    .sort();
}

/** Returns the paths of the entries of a package below `dist`. */
function entriesOf(root: URL): string[] {
  const { exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as Manifest;
  return Object.values(exports).map((entry) => entry.default.replace("./dist/", ""));
}

/** Imports all compiled modules of a package and returns what they export, each thing once; entries come first. */
export async function exportedBy(root: URL): Promise<Exported[]> {
  const entries = entriesOf(root);
  const inner = modulesOf(root).filter((path) => !entries.includes(path));
  const known = new Set<unknown>();
  const all: Exported[] = [];
  for (const path of [...entries, ...inner]) {
    const module = (await import(new URL(`dist/${path}`, root).href)) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(module)) {
      const identity = typeof value === "object" || typeof value === "function" ? value : `${name} ${value}`;
      if (known.has(identity)) continue;
      known.add(identity);
      all.push({ name, value, isPublic: entries.includes(path) });
    }
  }
  return all;
}
