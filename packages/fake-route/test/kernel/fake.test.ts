// The fake kernel and the real one get the same requests, and must give the same replies, tables and notifications.
import { definitionOf, type NetlinkNotification } from "@rxnetlink/core";
import { type Rtnetlink, rtnetlink } from "@rxnetlink/route";
import { whyNoNamespaces, withNamespace } from "@rxnetlink/testing/kernel";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { fakeKernel } from "#src/fake-kernel.js";
import { Known, notifiedLines, remember, tables } from "../support/comparable.js";
import { beginning, type Operation, operations, perform } from "../support/operations.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`skipped: the fake kernel is not compared with the real one: ${why}`);

/** Number of random sequences of operations, and their maximum length. */
const RUNS = Number(process.env.RXNETLINK_FAKE_RUNS ?? 25);
const LENGTH = 40;
/** Limits of a wait: the real kernel notifies of some carriers a second late. */
const PATIENCE = { timeout: 5000, interval: 5 };

/** Listens to a kernel; returns its notifications and the names of its links. */
async function listenTo(nl: Rtnetlink) {
  const heard: NetlinkNotification<object>[] = [];
  const known = new Known();
  const { link, address, route, neighbour, rule } = nl;
  const objects = [link, address, route, neighbour, rule].map((object) => definitionOf(object) as never);
  await new Promise<void>((listening, reject) => {
    nl.connection
      .notifications$<object>(objects, { listening })
      .subscribe({ next: (notification) => heard.push(notification), error: reject });
  });
  return {
    nl,
    heard,
    notified: () => notifiedLines(heard, known),
    begin: () => remember(heard.splice(0), known),
  };
}

async function compare(real: Rtnetlink, sequence: readonly Operation[]): Promise<void> {
  const kernels = [
    await listenTo(real),
    await listenTo(rtnetlink({ transport: fakeKernel().transport })),
  ] as const;
  for (const operation of [...beginning, ...sequence]) {
    for (const { begin } of kernels) begin();
    const [expected, result] = await Promise.all(kernels.map(({ nl }) => perform(nl, operation)));
    const what = JSON.stringify(operation);
    expect(result, what).toBe(expected);
    const ours = await tables(kernels[1].nl);
    await vi.waitFor(async () => {
      expect(ours, what).toEqual(await tables(kernels[0].nl));
      expect(kernels[1].notified(), what).toEqual(kernels[0].notified());
    }, PATIENCE);
  }
  real.connection.close();
}

describe.skipIf(why !== undefined)("the fake kernel", () => {
  it("behaves as the real one", { timeout: 3_600_000 }, async () => {
    const run = (sequence: readonly Operation[]) =>
      withNamespace(({ transport, namespace, run }) => {
        run(
          "echo 1 >/proc/sys/net/ipv6/conf/default/addr_gen_mode; echo 0 >/proc/sys/net/ipv4/conf/all/promote_secondaries; echo 0 >/proc/sys/net/ipv4/conf/default/promote_secondaries",
        );
        return compare(rtnetlink({ transport, namespace: namespace.ref }), sequence);
      });
    const sequences = fc.array(operations, { maxLength: LENGTH, size: "max" });
    const seed = Number(process.env.RXNETLINK_FAKE_SEED ?? 5);
    console.log(`seed ${seed}`);
    await fc.assert(fc.asyncProperty(sequences, run), { seed, numRuns: RUNS });
  });
});
