import { createRequire } from "node:module";

type Require = ReturnType<typeof createRequire>;

/** Packages that have what we need as dependencies of their own, one by way of the other. */
const WAYS = [["koffi"], ["@rxnetlink/transport"], ["rxnetlink", "@rxnetlink/transport"]] as const;

function requireFrom(place: string | undefined): Require | undefined {
  try {
    return place === undefined ? undefined : createRequire(place);
  } catch {
    // No file has that name.
    return undefined;
  }
}

/**
 * Where to look for modules from: this file, or the bundle that took it in; the program that runs; the working folder;
 * and the executable that all was made into. Bundlers that write CommonJS leave no `import.meta.url`.
 */
function places(): Require[] {
  const script = typeof __filename === "string" ? __filename : undefined;
  const all = [import.meta.url, script, process.argv[1], `${process.cwd()}/`, process.execPath];
  return all.map(requireFrom).filter((require) => require !== undefined);
}

/** Where a package has its own dependencies, which package managers may hide from others. */
function through(require: Require | undefined, name: string): Require | undefined {
  try {
    return requireFrom(require?.resolve(name));
  } catch {
    return undefined;
  }
}

/**
 * The file of a module that no bundler can take in, since it is native code or comes with files beside it.
 *
 * @throws where there is none: the error of Node at the first place.
 */
export function findModule(name: string): string {
  let failure: unknown;
  for (const require of places())
    for (const way of [[], ...WAYS])
      try {
        const found = way.reduce<Require | undefined>(through, require)?.resolve(name);
        if (found !== undefined) return found;
      } catch (error) {
        failure ??= error;
      }
  throw failure;
}
