// A fresh namespace for each test, with sockets in it, and visible skips where a program is missing.

import { describeUnless, openPrepared, whyMissing } from "@rxnetlink/testing/gates";
import { type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { type SockDiag, sockDiag } from "#src/sock-diag.js";
import { type Python, startPython } from "./python.js";

/** A namespace, with what lists its sockets and what opens some. */
export interface Kernel extends Pick<Sandbox, "run" | "namespace" | "transport" | "close"> {
  readonly diag: SockDiag;
  readonly python: Python;
}

/** Opens a namespace whose loopback is up. */
export async function openKernel(): Promise<Kernel> {
  const sandbox = await openPrepared();
  const { transport, namespace, run } = sandbox;
  const python = startPython(namespace);
  const diag = sockDiag({ transport, namespace: namespace.ref });
  const close = async () => {
    await python.stop();
    await sandbox.close();
  };
  return { diag, python, run, namespace, transport, close };
}

/** Describes tests that need network namespaces and some programs; skips them with the reason in their name. */
export const describeWith = (programs: readonly string[], name: string, tests: () => void): void =>
  describeUnless(whyNoNamespaces() ?? whyMissing(programs), name, tests);
