// A namespace for the tests of traffic control, with tc running in it.

import { release } from "node:os";
import { all } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, type TestContext } from "vitest";
import type { Action } from "#src/tc/action/act.js";
import { PATIENCE, type TestNamespace, useNamespace } from "../namespace.js";
import type { Subject } from "./case.js";
import { Tc } from "./tool.js";

const LINKS = `
  ip link add v0 numtxqueues 4 numrxqueues 4 address 02:00:00:00:00:01 type veth \
    peer name v1 numtxqueues 4 numrxqueues 4 address 02:00:00:00:00:02
  ip link add w0 type veth peer name w1`;

/** Namespace with two pairs of links, a connection to it, and two instances of tc in it. */
export interface TcBench extends Pick<TestNamespace, "sandbox" | "nl"> {
  /** tc that prints JSON. */
  readonly tc: Tc;
  /** tc that prints text. */
  readonly text: Tc;
  /** Indexes of links by name. */
  readonly index: Readonly<Record<string, number>>;
}

/** Opens a bench for the tests of the surrounding suite; its members are set once they run. */
function useTcBench(): TcBench {
  const bench = {} as TcBench;
  const base = useNamespace(LINKS);
  beforeAll(async () => {
    const { sandbox, nl } = base;
    const links = await all(nl.link.list$());
    const index = Object.fromEntries(links.map((link) => [link.ifname, link.index]));
    const { path } = sandbox.namespace;
    Object.assign(bench, { sandbox, nl, tc: new Tc(path), text: new Tc(path, ""), index });
  }, PATIENCE);
  afterAll(() => {
    bench.tc?.close();
    bench.text?.close();
  });
  return bench;
}

/** Describes tests that share a bench; skips them and prints the reason if there is one. */
export function describeTc(
  title: string,
  body: (bench: TcBench) => void,
  why: string | undefined = whyNoNamespaces(),
): void {
  if (why !== undefined) console.log(`skipped: ${title}: ${why}`);
  describe.skipIf(why !== undefined)(title, { timeout: PATIENCE }, () => body(useTcBench()));
}

/** Skips the test and prints the reason if there is one. */
export function skipWhen(context: TestContext, reason: string | undefined): void {
  if (reason === undefined) return;
  console.log(`skipped: ${context.task.name}: kernel ${release()}: ${reason}`);
  context.skip(reason);
}

/** Deletes the qdiscs that a test has added to the first link. */
export async function clearLink({ tc }: TcBench): Promise<void> {
  await tc.run("qdisc del dev v0 root");
  await tc.run("qdisc del dev v0 clsact");
}

/** Deletes qdiscs and actions; the kernel keeps an action for a while after its filter is gone. */
export async function releaseActions(bench: TcBench, subject: Subject<Action>): Promise<void> {
  await clearLink(bench);
  const remaining = async () => {
    await bench.tc.run(subject.clear);
    return (await all(subject.object.list$(subject.place))).length;
  };
  await expect.poll(remaining, { timeout: PATIENCE }).toBe(0);
}
