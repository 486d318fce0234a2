import { SystemError } from "@rxnetlink/core";
import { ELIBACC } from "./constants.js";
import { findModule, load } from "./find-module.js";

/** A library whose C functions can be called. */
export interface Library {
  /** Makes a function of a C declaration. */
  func(declaration: string): (...args: unknown[]) => number;
  /** The address of a function or variable. */
  symbol(name: string): unknown;
}

/** What calls C functions, as far as it is used here. */
export interface Koffi {
  /** All that the process has loaded. */
  load(path: null): Library;
  errno(): number;
  address(buffer: Uint8Array): bigint;
  /** `env` is the `napi_env` of the calling thread. */
  readonly node: { readonly env: unknown };
}

/** For which processors there is a binary. */
export const PROCESSORS = new Set(["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "x64"]);

/** The package of koffi's binary: all that is needed of it, and nothing that a package manager would have to build. */
const packageName = () => `@koromix/koffi-${process.platform}-${process.arch}`;

/** What Node says where its permission model is on. */
const permission = () => (process as { permission?: unknown }).permission !== undefined;

/** What a person can do where native code cannot be loaded. */
function hintOf(cause: NodeJS.ErrnoException): string {
  const name = packageName();
  if (cause.code === "ERR_DLOPEN_DISABLED")
    return permission()
      ? "Node's permission model forbids native code: start Node with --allow-addons"
      : "native code is forbidden: start Node without --no-addons";
  if (cause.code === "ERR_ACCESS_DENIED")
    return `Node's permission model forbids to read the package ${name}: allow it with --allow-fs-read`;
  if (cause.code !== "MODULE_NOT_FOUND") return `the binary of ${name} cannot be loaded: ${cause.message}`;
  if (!PROCESSORS.has(process.arch)) return `there is no binary for this processor, ${process.arch}`;
  return (
    `the package ${name} is not installed. It is an optional dependency: a lock file of another machine or ` +
    "--omit=optional leaves it out. No bundle can hold it: it has to be installed where the bundle runs"
  );
}

const failed = (cause: unknown) =>
  new SystemError("dlopen", ELIBACC, hintOf(cause as NodeJS.ErrnoException), { cause });

/** @throws SystemError `ELIBACC` */
export function findKoffi(): string {
  try {
    return findModule(packageName());
  } catch (cause) {
    throw failed(cause);
  }
}

/**
 * Loads the binary from its file, which {@link findKoffi} finds.
 *
 * @throws SystemError `ELIBACC`
 */
export function loadKoffi(file: string): Koffi {
  try {
    return load(file);
  } catch (cause) {
    throw failed(cause);
  }
}
