import { execFileSync, spawnSync } from "node:child_process";
import { aFunction, aString, checkArgument } from "@rxnetlink/core/internal";
import { type KernelTransport, kernelTransport, type Namespace } from "@rxnetlink/transport";

/** A network namespace of a test's own, and what it needs in it. */
export interface Sandbox {
  /** A transport of its own; its sockets must be told `namespace: sandbox.namespace.ref`. */
  readonly transport: KernelTransport;
  /** The namespace; it ends with the last socket in it. */
  readonly namespace: Namespace;
  /**
   * Runs a shell command in the namespace and returns what it prints. Finds programs in `/usr/sbin` and `/sbin` too,
   * where Debian keeps `tc` and `bridge`.
   *
   * @throws MissingProgramError where the command ends since there is no such program.
   */
  run(command: string): string;
  /** Runs a shell command that prints JSON, such as `ip -j link`. */
  json<T = unknown>(command: string): T;
  /** Closes the sockets and lets go of the namespace. */
  close(): Promise<void>;
}

/** A command that a {@link Sandbox} runs names a program that is not installed. */
export class MissingProgramError extends Error {
  /** `"MissingProgramError"`. */
  override readonly name = "MissingProgramError";

  constructor(
    /** The program: `"tc"`. */
    readonly program: string,
    options?: ErrorOptions,
  ) {
    super(`the program ${program} is not installed, or not in PATH`, options);
  }
}

/** Status of a shell that finds no program of a name. */
const NOT_FOUND = 127;

/** Environment of commands; an ordinary user's path leaves the folders of administrators out. */
const environment = () => ({
  ...process.env,
  PATH: `${process.env.PATH ?? "/usr/bin:/bin"}:/usr/sbin:/sbin`,
});

/** Gives the error of a shell command that failed, or names the program that is missing. */
function failure(error: unknown): unknown {
  const { status, stdout, stderr } = error as { status?: number; stdout?: string; stderr?: string };
  const program = /: ?([^\s:]+): not found/.exec(`${stderr ?? ""}${stdout ?? ""}`)?.[1];
  return status === NOT_FOUND && program !== undefined
    ? new MissingProgramError(program, { cause: error })
    : error;
}

/**
 * Why network namespaces cannot be made here, or `undefined` where they can: as root, or in a user namespace
 * (`unshare --user --map-root-user`). The environment variable `RXNETLINK_NO_NAMESPACES` can give a reason of its own.
 */
export function whyNoNamespaces(): string | undefined {
  const given = process.env.RXNETLINK_NO_NAMESPACES;
  if (given) return given;
  if (process.platform !== "linux") return `needs Linux, not ${process.platform}`;
  const { status, error } = spawnSync("unshare", ["--net", "true"]);
  if (error !== undefined) return `needs the program unshare: ${error.message}`;
  return status === 0 ? undefined : "making a network namespace is not permitted; try root, or unshare -Urn";
}

/** Opens a {@link Sandbox}; `close()` it in the end. */
export async function openSandbox(): Promise<Sandbox> {
  const transport = kernelTransport();
  const namespace = await transport.createNamespace();
  function run(command: string): string {
    checkArgument("run", "command", command, aString);
    const args = [`--net=${namespace.path}`, "sh", "-c", command];
    try {
      return execFileSync("nsenter", args, { encoding: "utf8", maxBuffer: 1 << 30, env: environment() });
    } catch (error) {
      throw failure(error);
    }
  }
  return {
    transport,
    namespace,
    run,
    json: <T>(command: string) => JSON.parse(run(command) || "[]") as T,
    async close() {
      await transport.close();
      namespace.close();
    },
  };
}

/** Calls `action` with a {@link Sandbox} that is closed afterwards, whatever happens. */
export async function withNamespace<T>(action: (sandbox: Sandbox) => T | Promise<T>): Promise<T> {
  checkArgument("withNamespace", "action", action, aFunction);
  const sandbox = await openSandbox();
  try {
    return await action(sandbox);
  } finally {
    await sandbox.close();
  }
}
