// A fresh namespace for each test, with an object of netfilter in it, and visible skips where a program is missing.

import { describeUnless, openPrepared, whyMissing } from "@rxnetlink/testing/gates";
import { type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { type Netfilter, netfilter } from "#src/netfilter.js";

/** A namespace, with netfilter in it. */
export interface Kernel extends Pick<Sandbox, "run" | "json" | "close" | "namespace" | "transport"> {
  readonly nf: Netfilter;
}

/** Opens a namespace whose loopback is up, and runs the commands of `setup` in it. */
export async function openKernel(setup = ""): Promise<Kernel> {
  const sandbox = await openPrepared(setup);
  const { transport, namespace, run, json } = sandbox;
  const nf = netfilter({ transport, namespace: namespace.ref });
  return { nf, run, json, namespace, transport, close: () => sandbox.close() };
}

/** Describes tests that need network namespaces and some programs; skips them with the reason in their name. */
export const describeWith = (programs: readonly string[], name: string, tests: () => void): void =>
  describeUnless(whyNoNamespaces() ?? whyMissing(programs), name, tests);
