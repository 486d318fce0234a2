import type { Change } from "@rxnetlink/core";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, firstValueFrom, lastValueFrom, type Observable, take, toArray } from "rxjs";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { type Rtnetlink, rtnetlink } from "../rtnetlink.js";
import { formatHandle, handle, TC_H_ROOT } from "./handle.js";
import type { Qdisc } from "./qdisc.js";
import { type Json, type QdiscCase, qdiscCases } from "./qdisc.test.table.js";
import { moreQdiscCases } from "./qdisc-more.test.table.js";

const all = <T>(rows$: Observable<T>) => lastValueFrom(rows$.pipe(toArray()));
const why = whyNoNamespaces();
if (why !== undefined) console.log(`traffic control is not compared with tc: ${why}`);

/** What tells that a kernel has no such kind, or an older tc no such word. */
const LACKING =
  /kind is unknown|Unknown qdisc|not supported|No such file|Unknown (filter|action)|Failed to load/i;

/** Everything but the settings, as `tc -j -s qdisc` prints it. */
function headAsTc(qdisc: Qdisc): Json {
  const { basic, queue } = qdisc.stats2!;
  return {
    kind: qdisc.kind,
    handle: formatHandle(qdisc.handle),
    root: qdisc.parent === TC_H_ROOT || undefined,
    refcnt: qdisc.info > 1 ? qdisc.info : undefined,
    bytes: Number(basic!.bytes),
    packets: basic!.packets,
    drops: queue!.drops,
    overlimits: queue!.overlimits,
    requeues: queue!.requeues,
    backlog: queue!.backlog,
    qlen: queue!.qlen,
  };
}

describe.skipIf(why !== undefined)("qdiscs, compared with tc", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  let ifindex: number;

  beforeAll(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink(sandbox.transport, { namespace: sandbox.namespace.ref });
    // Down, so that nothing is sent and counted.
    sandbox.run("ip link add d0 numtxqueues 4 type ifb");
    ifindex = (await lastValueFrom(nl.link.get$({ ifname: "d0" }))).index;
  }, 120_000);
  afterAll(() => sandbox?.close());

  const root = async (): Promise<Qdisc> =>
    (await all(nl.qdisc.list$({ ifindex, parent: TC_H_ROOT }))).at(-1)!;
  const clear = () => sandbox.run("tc qdisc del dev d0 root 2>/dev/null || true");

  /** What tc says, without JSON that is none: tc 6.1 prints bare words for some kinds. */
  function printed(): Json[] | string {
    const text = sandbox.run("tc -j -s -d qdisc show dev d0 root || true");
    try {
      return JSON.parse(text) as Json[];
    } catch {
      return text;
    }
  }

  /** Makes it with tc; where the kernel has no such kind, the test is skipped and says so. */
  function make({ kind, command }: QdiscCase, context: TestContext): void {
    clear();
    const text = command.replaceAll("\n", " ");
    const out = sandbox.run(`tc qdisc add dev d0 root handle 1: ${kind} ${text} 2>&1 || echo FAILED`);
    if (LACKING.test(out)) {
      console.log(`${kind} is skipped: ${out.split("\n")[0]}`);
      context.skip(out.split("\n")[0]!);
    }
    expect(out).toBe("");
  }

  const cases = [...qdiscCases, ...moreQdiscCases].map((it) => [`${it.kind} ${it.command}`, it] as const);
  it.for(cases)("%s", { timeout: 60_000 }, async ([, row], context) => {
    make(row, context);
    const shown = printed();
    const made = await root();
    expect(made.kind).toBe(row.kind);
    expect(made.options?.unknown).toBeUndefined();
    if (row.print !== undefined) {
      const [first] = shown as Json[];
      const { options, ...head } = first!;
      expect(made.options === undefined ? {} : row.print(made.options, made)).toEqual(options);
      expect(JSON.parse(JSON.stringify(headAsTc(made)))).toMatchObject(
        Object.fromEntries(Object.entries(head).filter(([key]) => key in headAsTc(made))),
      );
    }
    if (row.once !== undefined) return;

    clear();
    const sent = made.options && (row.request?.(made.options) ?? made.options);
    const value = { ifindex, handle: handle(1), kind: row.kind, ...(sent && { options: sent }) };
    const events = firstValueFrom(
      nl.qdisc.notifications$().pipe(
        filter((it): it is Change<Qdisc> => it.event === "delete" && it.value.kind === row.kind),
        take(1),
      ),
    );
    await lastValueFrom(nl.qdisc.add$(value));
    expect(printed()).toEqual(shown);
    if (row.fixed === undefined) {
      await lastValueFrom(nl.qdisc.change$({ ...value, parent: TC_H_ROOT }));
      expect(printed()).toEqual(shown);
    }
    await expect(lastValueFrom(nl.qdisc.add$(value))).rejects.toMatchObject({ code: "EEXIST" });
    await lastValueFrom(nl.qdisc.delete$({ ifindex, parent: TC_H_ROOT }));
    expect((await events).value.handle).toBe(handle(1));
  });
});
