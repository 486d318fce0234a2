import { existsSync, realpathSync } from "node:fs";

type Require = ReturnType<typeof createRequire>;

/** Asked for and not imported: webpack would try to follow what is required. */
const createRequire = (file: string) => process.getBuiltinModule("node:module").createRequire(file);

/** Packages that have what we need as dependencies of their own, one by way of the other. */
const WAYS = [["koffi"], ["@rxnetlink/transport"], ["rxnetlink", "@rxnetlink/transport"]] as const;

/** This file, in what bundlers write as CommonJS: it has no `import.meta.url`. */
function script(): string | undefined {
  try {
    return __filename;
  } catch {
    return undefined;
  }
}

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
 * and the executable that all was made into.
 */
function places(): Require[] {
  const all = [import.meta.url, script(), process.argv[1], `${process.cwd()}/`, process.execPath];
  return all.map(requireFrom).filter((require) => require !== undefined);
}

/** The manifest of a package, whose entry need not be built. */
function manifestOf(require: Require, name: string): string | undefined {
  const files = (require.resolve.paths(name) ?? []).map((folder) => `${folder}/${name}/package.json`);
  const file = files.find((one) => existsSync(one));
  return file && realpathSync(file);
}

/** Where a package has its own dependencies, which package managers may hide from others. */
function through(require: Require | undefined, name: string): Require | undefined {
  if (require === undefined) return undefined;
  try {
    return requireFrom(require.resolve(name));
  } catch {
    return requireFrom(manifestOf(require, name));
  }
}

/** Loads a file that no bundler is to take in. */
export function load<T>(file: string): T {
  return createRequire(file)(file);
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
