// What a report says of the machine, as far as it matters to netlink. Nothing of it names a host, a link or an address.

import { readFileSync, readlinkSync } from "node:fs";
import { release } from "node:os";

/** Capabilities that requests may need, by their numbers (`CAP_*`). */
const CAPABILITIES = {
  NET_BROADCAST: 11,
  NET_ADMIN: 12,
  NET_RAW: 13,
  SYS_ADMIN: 21,
  AUDIT_WRITE: 29,
  AUDIT_CONTROL: 30,
  AUDIT_READ: 37,
};

/** Number of the initial user namespace (`PROC_USER_INIT_INO`). */
const INITIAL_USER = "user:[4026531837]";

/** Returns what a step finds out, or its error in words. */
function attempt(step: () => string): string {
  try {
    return step();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

/** Returns the names of the capabilities in a mask such as `"000001ffffffffff"`. */
export function capabilityNames(mask: string): string[] {
  const bits = BigInt(`0x${mask}`);
  const held = Object.entries(CAPABILITIES).filter(([, number]) => (bits >> BigInt(number)) & 1n);
  return held.map(([name]) => name);
}

function capabilities(): string {
  const [, mask = "0"] = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return capabilityNames(mask).join(" ") || "none that matter";
}

function libc(): string {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? "not glibc" : `glibc ${header.glibcVersionRuntime}`;
}

const userNamespace = () =>
  readlinkSync("/proc/self/ns/user") === INITIAL_USER ? "initial" : "not the initial one";

/** Returns facts of the machine and of the process, by what they are about. */
export function machine(): Record<string, string> {
  return {
    node: `${process.version} ${process.platform} ${process.arch}, ${attempt(libc)}`,
    kernel: release(),
    capabilities: attempt(capabilities),
    "user namespace": attempt(userNamespace),
  };
}
