// Reasons for which a test cannot run, printed with each skip.
import { readFileSync } from "node:fs";
import { release } from "node:os";
import { KernelError } from "@rxnetlink/core";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom, type Observable } from "rxjs";
import type { TestContext } from "vitest";

/** Returns why namespaces are unavailable, if they are, and prints it. */
export function whyNoNamespace(what: string): string | undefined {
  const why = whyNoNamespaces();
  if (why !== undefined) console.log(`${what}: skipped: ${why}`);
  return why;
}

const numbers = (version: string) => version.split(/[.-]/).map(Number) as [number, number];

/** True if the kernel is older than `since`, a version such as `"6.9"`. */
export function olderThan(since: string): boolean {
  const [major, minor] = numbers(release());
  const [wantedMajor, wantedMinor] = numbers(since);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

/** Skips the test, and prints the reason. */
export function skipFor({ skip }: TestContext, reason: string): never {
  console.log(`skipped: ${reason}`);
  return skip(reason);
}

/** Waits for a request; skips the test if the kernel does not support it. */
export async function orSkip<T>(context: TestContext, what: string, request$: Observable<T>): Promise<T> {
  try {
    return await lastValueFrom(request$);
  } catch (error) {
    if (!(error instanceof KernelError) || error.code !== "EOPNOTSUPP") throw error;
    return skipFor(context, `kernel ${release()} has no ${what}: ${error.message}`);
  }
}

/** Uid map of the initial user namespace: all users of the machine. */
const EVERYBODY = /^\s*0\s+0\s+4294967295\s*$/;

/** Returns why operations reserved to root of the machine cannot be tested, or `undefined` if they can. */
export function whyNotRoot(): string | undefined {
  const reason = whyNoNamespaces();
  if (reason !== undefined) return reason;
  const here = EVERYBODY.test(readFileSync("/proc/self/uid_map", "utf8"));
  return here ? undefined : "the kernel allows it only to root of the machine itself";
}
