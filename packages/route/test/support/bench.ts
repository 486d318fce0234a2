// What tests against the kernel have in common: a namespace of their own, and skipping what the kernel lacks.

import { release } from "node:os";
import { KernelError } from "@rxnetlink/core";
import { all, one } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom, type Observable } from "rxjs";
import { afterAll, beforeAll, type TestContext } from "vitest";
import type { Link } from "#src/link/layout.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

/** Long enough for a kernel that runs in an emulated machine. */
export const PATIENCE = 120_000;

/** Why there can be no namespaces; printed once a file. */
export function whyNoBench(what: string): string | undefined {
  const why = whyNoNamespaces();
  if (why !== undefined) console.log(`${what}: skipped: ${why}`);
  return why;
}

const numbers = (version: string) => version.split(/[.-]/).map(Number) as [number, number];

/** Whether the kernel is older than `since`, a version such as `"6.9"`. */
export function olderThan(since: string): boolean {
  const [major, minor] = numbers(release());
  const [wantedMajor, wantedMinor] = numbers(since);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

/** Skips the test, and says why where everybody sees it. */
export function skipFor({ skip }: TestContext, reason: string): never {
  console.log(`skipped: ${reason}`);
  return skip(reason);
}

/** Waits for a request; skips the test where the kernel does not know what it asks for. */
export async function orSkip<T>(context: TestContext, what: string, request$: Observable<T>): Promise<T> {
  try {
    return await lastValueFrom(request$);
  } catch (error) {
    if (!(error instanceof KernelError) || error.code !== "EOPNOTSUPP") throw error;
    return skipFor(context, `kernel ${release()} has no ${what}: ${error.message}`);
  }
}

/** A namespace for the tests of one `describe`. */
export interface Bench {
  readonly sandbox: Sandbox;
  readonly nl: Rtnetlink;
  /** What a command of iproute2 prints with `-j`. */
  ip<T = Record<string, unknown>[]>(command: string): T;
  /** Indices of links by name, as they are now. */
  indices(): Promise<(name: string) => number>;
  link(ifname: string): Promise<Link>;
}

/** Opens a namespace for the tests around, and runs a shell script in it. */
export function useBench(script = ""): Bench {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeAll(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
    sandbox.run(script);
  }, PATIENCE);
  afterAll(() => sandbox?.close());
  return {
    get sandbox() {
      return sandbox;
    },
    get nl() {
      return nl;
    },
    ip: (command) => sandbox.json(`ip -j ${command}`),
    async indices() {
      const names = new Map((await all(nl.link.list$())).map(({ ifname, index }) => [ifname, index]));
      return (name) => names.get(name)!;
    },
    link: (ifname) => one(nl.link.get$({ ifname })),
  };
}
