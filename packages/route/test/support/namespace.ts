// A network namespace shared by the tests of a suite.
import { all, one } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll } from "vitest";
import type { Link } from "#src/link/layout.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

/** Timeout of tests, in ms; long enough for a kernel in an emulated machine. */
export const PATIENCE = 120_000;

/** A namespace shared by the tests of a suite. */
export interface TestNamespace {
  readonly sandbox: Sandbox;
  readonly nl: Rtnetlink;
  /** Runs a command of iproute2 with `-j`, and returns its output. */
  ip<T = Record<string, unknown>[]>(command: string): T;
  /** Resolves with a lookup of the current link indexes by name. */
  indices(): Promise<(name: string) => number>;
  link(ifname: string): Promise<Link>;
}

/** Opens a namespace for the tests of the enclosing suite, and runs a shell script in it. */
export function useNamespace(script = ""): TestNamespace {
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
