import { spawnSync } from "node:child_process";
import { whyMissing } from "@rxnetlink/testing/gates";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll } from "vitest";

/** The command, as built. */
export const program = new URL("../../../dist/bin/rxnl.js", import.meta.url).pathname;
/** The reason why there can be no sandbox, if there is one. */
export const why = whyNoNamespaces();
if (why !== undefined) console.log(`rxnl is not tested on the kernel: ${why}`);

export type Json = Record<string, unknown>;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `rxnl` to its end. */
export function rxnl(args: readonly string[], inside: readonly string[] = []): Ended {
  const [command, ...rest] = [...inside, process.execPath, program, ...args] as [string, ...string[]];
  return spawnSync(command, rest, { encoding: "utf8" });
}

/** Returns true if a program can be found, also where Debian keeps those of administrators. */
export const isInstalled = (name: string): boolean => whyMissing([name]) === undefined;

/** Opens a sandbox around the tests of a suite, to run `rxnl` in. */
export function aroundSandbox() {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openSandbox();
    sandbox.run("ip link set lo up");
  });
  afterAll(() => sandbox?.close());
  const inside = () => ["nsenter", `--net=${sandbox.namespace.path}`] as const;
  return {
    /** The namespace and its tools. */
    get sandbox() {
      return sandbox;
    },
    /** The command that enters it. */
    inside,
    /** Runs `rxnl` inside to its end. */
    inNamespace: (...args: string[]) => rxnl(args, inside()),
    /** Runs `rxnl --json` inside, and returns what it prints. */
    json: (...args: string[]) => JSON.parse(rxnl([...args, "--json"], inside()).stdout) as Json[],
  };
}
