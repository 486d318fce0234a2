import { SystemError } from "@rxnetlink/core";
import { ELIBACC } from "./constants.js";
import { findModule, load } from "./find-module.js";

/** A library whose C functions can be called. */
export interface Library {
  /** Binds a C declaration as a function. */
  func(declaration: string): (...args: unknown[]) => number;
  /** Returns the address of a function or variable. */
  symbol(name: string): unknown;
}

/** The part of the module koffi that is used here: it calls C functions. */
export interface Koffi {
  /** Opens all libraries that the process has loaded. */
  load(path: null): Library;
  errno(): number;
  address(buffer: Uint8Array): bigint;
  /** `env` is the `napi_env` of the calling thread. */
  readonly node: { readonly env: unknown };
}

/** Processors that have a binary. */
export const PROCESSORS = new Set(["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "x64"]);

/** Returns the package of koffi's binary, the only part that is needed; nothing in it has to be built. */
const packageName = () => `@koromix/koffi-${process.platform}-${process.arch}`;

/** True if Node's permission model is on. */
const restricted = () => (process as { permission?: unknown }).permission !== undefined;

/** Returns advice for when native code cannot be loaded. */
function hintOf(cause: NodeJS.ErrnoException): string {
  const name = packageName();
  if (cause.code === "ERR_DLOPEN_DISABLED")
    return restricted()
      ? "Node's permission model forbids native code: start Node with --allow-addons"
      : "native code is forbidden: start Node without --no-addons";
  if (cause.code === "ERR_ACCESS_DENIED")
    return `Node's permission model forbids reading the package ${name}: allow it with --allow-fs-read`;
  if (cause.code !== "MODULE_NOT_FOUND") return `the binary of ${name} cannot be loaded: ${cause.message}`;
  if (!PROCESSORS.has(process.arch)) return `there is no binary for this processor, ${process.arch}`;
  return (
    `the package ${name} is not installed. It is an optional dependency: a lock file of another machine or ` +
    "--omit=optional leaves it out. It cannot be bundled: install it where the bundle runs"
  );
}

const failed = (cause: unknown) =>
  new SystemError("dlopen", ELIBACC, hintOf(cause as NodeJS.ErrnoException), { cause });

/**
 * Finds the binary of koffi for this machine.
 *
 * @throws SystemError `ELIBACC` if it is not installed.
 */
export function findKoffi(): string {
  try {
    return findModule(packageName());
  } catch (cause) {
    throw failed(cause);
  }
}

/**
 * Loads the binary from the file that {@link findKoffi} returned.
 *
 * @throws SystemError `ELIBACC` if it cannot be loaded.
 */
export function loadKoffi(file: string): Koffi {
  try {
    return load(file);
  } catch (cause) {
    throw failed(cause);
  }
}
