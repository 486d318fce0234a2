// The state of policies and states, kept from notifications, and repaired after losses.

import type { WatchEvent } from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { XfrmPolicy } from "#src/policy/layout.js";
import type { XfrmState } from "#src/state/layout.js";
import { type Followed, follow } from "../support/follow.js";
import { describeKernel, type Kernel, openKernel } from "../support/kernel.js";

const policy = (i: number) => ({
  ...{ sel: { daddr: `10.${i >> 8}.${i & 255}.0/24` }, dir: "out" as const, priority: i },
});
const spi = { daddr: "192.0.2.2", saddr: "192.0.2.1", proto: "esp", mode: "tunnel" } as const;

describeKernel("the state", () => {
  let kernel: Kernel;
  let xf: Kernel["xf"];
  const followed: Followed<unknown>[] = [];
  beforeEach(async () => {
    kernel = await openKernel("", { receiveBuffer: 4096 });
    ({ xf } = kernel);
  });
  afterEach(async () => {
    for (const { subscription } of followed.splice(0)) subscription.unsubscribe();
    await kernel.close();
  });

  async function watched<T>(open: (listening: () => void) => ReturnType<typeof xf.policy.watch$>) {
    const one = await follow<WatchEvent<XfrmPolicy>>(open);
    followed.push(one);
    await one.next(({ type }) => type === "synced");
    return one as Followed<WatchEvent<XfrmPolicy>> & { readonly of?: T };
  }

  it("of policies follows the changes of others", async () => {
    const seen = await watched((listening) => xf.policy.watch$({}, { listening }));
    kernel.run("ip xfrm policy add src 10.0.0.0/8 dst 10.0.0.0/8 dir in priority 5");
    kernel.run("ip xfrm policy update src 10.0.0.0/8 dst 10.0.0.0/8 dir in priority 6");
    kernel.run("ip xfrm policy delete src 10.0.0.0/8 dst 10.0.0.0/8 dir in");
    await seen.next(({ type }) => type === "removed");
    expect(seen.values.map(({ type }) => type)).toEqual(["synced", "added", "changed", "removed"]);
    expect(seen.values[2]).toMatchObject({ previous: { priority: 5 }, current: { priority: 6 } });
  });

  it("of policies sees the end of their time and a flush", async () => {
    const seen = await watched((listening) => xf.policy.watch$({}, { listening }));
    await done(xf.policy.add$({ ...policy(1), lft: { hardAddExpiresSeconds: 1n } }));
    await seen.next(({ type }) => type === "removed");
    await done(xf.policy.add$(policy(2)));
    await done(xf.policy.flushAll$("all"));
    await eventually(() => expect(seen.values.filter(({ type }) => type === "removed")).toHaveLength(2));
    expect(seen.values.at(-1)).toMatchObject({ type: "removed", previous: { priority: 2 } });
  });

  it("of policies is right again after an overflow", async () => {
    const maps = await follow<ReadonlyMap<unknown, XfrmPolicy>>((listening) =>
      xf.policy.state$({ listening }),
    );
    const seen = await watched((listening) => xf.policy.watch$({}, { listening }));
    followed.push(maps);
    // Nothing of this process runs meanwhile, so that the buffer overflows.
    kernel.run(`i=0
      while [ $i -lt 2000 ]; do
        i=$((i + 1))
        echo "xfrm policy add src 10.$((i / 256)).$((i % 256)).0/24 dst 10.0.0.0/8 dir out priority $i"
      done | ip -batch -
      ip xfrm policy delete src 10.0.7.0/24 dst 10.0.0.0/8 dir out`);
    await seen.next(({ type }) => type === "resync");
    const listed = await all(xf.policy.list$());
    expect(listed).toHaveLength(1999);
    await eventually(() => {
      const known = [...maps.values.at(-1)!.values()].map(({ priority }) => priority);
      expect(known.sort()).toEqual(listed.map(({ priority }) => priority).sort());
    });
  });

  it("of states sees the end of an SPI", async () => {
    kernel.run("sysctl -qw net.core.xfrm_acq_expires=2");
    const { spi: index } = await one(xf.state.allocSpi$(spi));
    const seen = await follow<WatchEvent<XfrmState>>((listening) => xf.state.watch$({}, { listening }));
    followed.push(seen);
    await seen.next(({ type }) => type === "synced");
    expect(seen.values[0]).toMatchObject({ type: "added", current: { spi: index } });
    const gone = await seen.next(({ type }) => type === "removed");
    expect(gone).toMatchObject({ previous: { spi: index, mode: "tunnel" } });
  });
});
