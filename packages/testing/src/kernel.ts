import { execFileSync, spawnSync } from "node:child_process";
import { aFunction, aString, checkArgument } from "@rxnetlink/core/internal";
import { type KernelTransport, kernelTransport, type Namespace } from "@rxnetlink/transport";

/** A throwaway network namespace for a test. */
export interface Sandbox {
  /** A transport for the test; its sockets need the option `namespace: sandbox.namespace.ref`. */
  readonly transport: KernelTransport;
  /** The namespace; it ends with its last socket. */
  readonly namespace: Namespace;
  /**
   * Runs a shell command in the namespace and returns its output. It also finds programs in `/usr/sbin` and `/sbin`,
   * where Debian keeps `tc` and `bridge`.
   *
   * @throws MissingProgramError if a program is not installed.
   */
  run(command: string): string;
  /** Runs a shell command that prints JSON, such as `ip -j link`. */
  json<T = unknown>(command: string): T;
  /** Closes the sockets and releases the namespace. */
  close(): Promise<void>;
}

/** A command in a {@link Sandbox} needs a program that is not installed. */
export class MissingProgramError extends Error {
  /** `"MissingProgramError"`. */
  override readonly name = "MissingProgramError";

  constructor(
    /** Name of the program: `"tc"`. */
    readonly program: string,
    options?: ErrorOptions,
  ) {
    super(`the program ${program} is not installed, or not in PATH`, options);
  }
}

/** Exit status of a shell that does not find a program. */
const NOT_FOUND = 127;

/** Returns the environment of commands: the path of ordinary users lacks the folders of administrators. */
const environment = () => ({
  ...process.env,
  PATH: `${process.env.PATH ?? "/usr/bin:/bin"}:/usr/sbin:/sbin`,
});

/** Returns the error of a failed shell command, or one that names the missing program. */
function failure(error: unknown): unknown {
  const { status, stdout, stderr } = error as { status?: number; stdout?: string; stderr?: string };
  const program = /: ?([^\s:]+): not found/.exec(`${stderr ?? ""}${stdout ?? ""}`)?.[1];
  return status === NOT_FOUND && program !== undefined
    ? new MissingProgramError(program, { cause: error })
    : error;
}

/**
 * Returns the reason why network namespaces cannot be created here, or `undefined` if they can: as root, or in a user
 * namespace (`unshare --user --map-root-user`). The environment variable `RXNETLINK_NO_NAMESPACES` overrides the reason.
 */
export function whyNoNamespaces(): string | undefined {
  const given = process.env.RXNETLINK_NO_NAMESPACES;
  if (given) return given;
  if (process.platform !== "linux") return `needs Linux, not ${process.platform}`;
  const { status, error } = spawnSync("unshare", ["--net", "true"]);
  if (error !== undefined) return `needs the program unshare: ${error.message}`;
  return status === 0
    ? undefined
    : "creating a network namespace is not permitted; try root, or unshare -Urn";
}

/** Opens a {@link Sandbox}, which must be closed. */
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

/** Calls `action` with a {@link Sandbox}, and closes it afterwards in any case. */
export async function withNamespace<T>(action: (sandbox: Sandbox) => T | Promise<T>): Promise<T> {
  checkArgument("withNamespace", "action", action, aFunction);
  const sandbox = await openSandbox();
  try {
    return await action(sandbox);
  } finally {
    await sandbox.close();
  }
}
