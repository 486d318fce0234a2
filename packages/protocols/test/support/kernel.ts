// Visible skips where the kernel or the machine lacks something, and devices in software for the tests.

import { execFileSync } from "node:child_process";
import { netlinkProtocols, type ProtocolName } from "@rxnetlink/core";
import { describeUnless, fails, whyMissing, whyNotInitialRoot } from "@rxnetlink/testing/gates";

const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

/** Runs a shell command, and returns its output. */
export const run = (command: string): string =>
  execFileSync("sh", ["-ec", command], { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });

/** Runs a shell command that prints JSON. */
export const json = <T = unknown>(command: string): T => JSON.parse(run(command).trim() || "[]") as T;

/** Things that tests need. */
export interface Needs {
  /** The protocol, which the kernel may have to load. */
  readonly protocol: ProtocolName;
  /** Programs, by name. */
  readonly programs?: readonly string[];
  /** Modules, which are loaded. */
  readonly modules?: readonly string[];
}

/** Returns true if the kernel lacks a protocol, in the eyes of another program. */
function lacks(name: ProtocolName): boolean {
  const { number } = netlinkProtocols.find((it) => "name" in it && it.name === name)!;
  return fails(`python3 -c 'import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, ${number})'`);
}

/** Returns the reason why some tests cannot run here. They change the whole machine: they run in a virtual one. */
function whyNot({ protocol, programs = [], modules = [] }: Needs): string | undefined {
  if (process.env.IN_NLVM === undefined) return "changes the whole machine: for a virtual one";
  const why = whyNotInitialRoot() ?? whyMissing(programs);
  if (why !== undefined) return why;
  const unloaded = modules.filter((module) => fails(`modprobe ${module}`));
  if (unloaded.length > 0) return `no module ${unloaded.join(", ")} in this kernel`;
  return lacks(protocol) ? `no protocol ${protocol} in this kernel` : undefined;
}

/** Describes tests against a kernel; skips them with the reason in their name. */
export const describeWith = (needs: Needs, name: string, tests: () => void): void =>
  describeUnless(whyNot(needs), name, tests);
