import { type ChildProcess, spawn } from "node:child_process";
import { DumpInterruptedError, definitionOf } from "@rxnetlink/core";
import { retryInterrupted } from "@rxnetlink/core/operators";
import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import type { Observable } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`interrupted dumps skipped: ${why}`);

const LINKS = 200;
/** Attempts: one dump in ten is interrupted, so this many in a row never all succeed. */
const TRIES = 2000;
/** Number of lists: on an emulated machine, all attempts of a list may be interrupted. */
const AGAIN = process.env.IN_NLVM === undefined ? 0 : Number.POSITIVE_INFINITY;

describe.skipIf(why !== undefined)("a dump of a table that changes during the dump", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  let writer: ChildProcess;
  beforeAll(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
    const links = Array.from({ length: LINKS }, (_, i) => ({ ifname: `t${i}`, linkinfo: { kind: "ifb" } }));
    await all(nl.link.batch$("add", links));
    const changes = "yes 'link add w0 type veth peer name w1\nlink del w0' | ip -batch -";
    writer = spawn("nsenter", [`--net=${sandbox.namespace.path}`, "sh", "-c", changes], {
      stdio: "ignore",
      detached: true,
    });
  });
  afterAll(async () => {
    if (writer?.pid !== undefined) process.kill(-writer.pid);
    await sandbox?.close();
  });

  const dump$ = () => nl.connection.dump$({ type: 18, layout: definitionOf(nl.link).layout, value: {} });

  /** Returns the error of the first attempt that fails. */
  async function interruption(source$: Observable<unknown>): Promise<DumpInterruptedError> {
    for (let i = 0; i < TRIES; i++) {
      const error = await all(source$).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error !== undefined) return error as DumpInterruptedError;
    }
    throw new Error("no dump was interrupted");
  }

  it("fails with DumpInterruptedError", async () => {
    expect(await interruption(dump$())).toBeInstanceOf(DumpInterruptedError);
  });

  it("is repeated by list$, whose rows are consistent", async () => {
    const list$ = nl.link.list$().pipe(retryInterrupted(AGAIN));
    for (let i = 0; i < 50; i++) {
      const names = (await all(list$)).map(({ ifname }) => ifname);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => name?.startsWith("t"))).toHaveLength(LINKS);
      expect([0, 2]).toContain(names.filter((name) => name?.startsWith("w")).length);
    }
  });

  it("has the rows in the error when attempts run out", async () => {
    const error = await interruption(dump$().pipe(retryInterrupted(0)));
    expect(error).toBeInstanceOf(DumpInterruptedError);
    expect(error.rows.length).toBeGreaterThan(LINKS - 10);
  });
});
