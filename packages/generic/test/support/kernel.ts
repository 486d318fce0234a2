// A fresh namespace for each test, and visible skips where a program or a family is missing.

import { describeUnless, fails, openPrepared, whyMissing } from "@rxnetlink/testing/gates";
import { type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import type { FamilyOptions } from "#src/generic.js";

/** A namespace, and a family in it. */
export interface Kernel<F> extends Pick<Sandbox, "run" | "json" | "close" | "namespace" | "transport"> {
  readonly family: F;
}

/** Opens a namespace whose loopback is up, runs the commands of `setup` in it, and opens a family there. */
export async function openKernel<F>(open: (options: FamilyOptions) => F, setup = ""): Promise<Kernel<F>> {
  const sandbox = await openPrepared(setup);
  const { transport, namespace, run, json } = sandbox;
  const family = open({ transport, namespace: namespace.ref });
  return { family, run, json, namespace, transport, close: () => sandbox.close() };
}

/** Things that tests need. */
export interface Needs {
  /** Programs, by name. */
  readonly programs?: readonly string[];
  /** Families of generic netlink, which the kernel may have to load. */
  readonly families?: readonly string[];
}

/** Returns the reason why the kernel or the machine cannot run some tests. */
export function whyNot({ programs = [], families = [] }: Needs): string | undefined {
  const missing = whyMissing(programs);
  if (missing !== undefined) return missing;
  const unknown = families.filter((family) => fails(`genl ctrl get name ${family}`));
  if (unknown.length > 0) return `no family ${unknown.join(", ")} in this kernel`;
  return whyNoNamespaces();
}

/** Describes tests that need network namespaces, programs and families; skips them with the reason in their name. */
export const describeWith = (needs: Needs, name: string, tests: () => void): void =>
  describeUnless(whyNot(needs), name, tests);
