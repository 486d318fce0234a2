import { existsSync, realpathSync } from "node:fs";

type Require = ReturnType<typeof createRequire>;

/** Obtained at run time instead of imported, since webpack would try to resolve the required modules. */
const createRequire = (file: string) => process.getBuiltinModule("node:module").createRequire(file);

/** Chains of packages whose own dependencies include native modules. */
const CHAINS = [["koffi"], ["@rxnetlink/transport"], ["rxnetlink", "@rxnetlink/transport"]] as const;

/** Returns this file in a CommonJS bundle, which has no `import.meta.url`. */
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
    // There is no such file.
    return undefined;
  }
}

/**
 * Returns the places to resolve modules from: this file, or the bundle that contains it; the running program; the
 * working directory; and the executable, if everything was compiled into one.
 */
function places(): Require[] {
  const all = [import.meta.url, script(), process.argv[1], `${process.cwd()}/`, process.execPath];
  return all.map(requireFrom).filter((require) => require !== undefined);
}

/** Finds the manifest of a package, even if its entry point has not been built. */
function manifestOf(require: Require, name: string): string | undefined {
  const files = (require.resolve.paths(name) ?? []).map((folder) => `${folder}/${name}/package.json`);
  const file = files.find((one) => existsSync(one));
  return file && realpathSync(file);
}

/** Resolves from a package, whose own dependencies may be hidden from others by package managers. */
function through(require: Require | undefined, name: string): Require | undefined {
  if (require === undefined) return undefined;
  try {
    return requireFrom(require.resolve(name));
  } catch {
    return requireFrom(manifestOf(require, name));
  }
}

/** Loads a file that must stay outside bundles. */
export function load<T>(file: string): T {
  return createRequire(file)(file);
}

/**
 * Finds the file of a module that cannot be bundled, since it is native code or needs files next to it.
 *
 * @throws Node's error from the first place, if there is no such module.
 */
export function findModule(name: string): string {
  let failure: unknown;
  for (const require of places())
    for (const chain of [[], ...CHAINS])
      try {
        const found = chain.reduce<Require | undefined>(through, require)?.resolve(name);
        if (found !== undefined) return found;
      } catch (error) {
        failure ??= error;
      }
  throw failure;
}
