import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { from, lastValueFrom, mergeMap } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { nexthopOpFlags } from "#src/nexthop/layout.js";
import { CABLE, collectNotifications, refusal, useFreshKernel } from "../support/kernel.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`nexthop objects skipped: ${why}`);

const NEXTHOPS = `${CABLE}
  ip nexthop add id 1 via 192.0.2.2 dev v0; ip nexthop add id 2 via 192.0.2.3 dev v0
  ip nexthop add id 3 via 2001:db8::2 dev v0; ip nexthop add id 5 blackhole`;

/** Timeout: buckets move after five idle seconds, later on an emulated machine. */
const PATIENCE = 25_000;
const FLOWS = Array.from({ length: 64 }, (_, n) => `10.0.0.${n}`);

describe.skipIf(why !== undefined)("nexthop objects", () => {
  const on = useFreshKernel(NEXTHOPS);
  const ids = (nexthops: readonly { id?: number }[]) => nexthops.map(({ id }) => id);
  const two = [{ id: 1 }, { id: 2 }];

  it("are found by id", async () => {
    const { nl, index } = on.kernel;
    expect(await lastValueFrom(nl.nexthop.get$({ id: 1 }))).toMatchObject({
      id: 1,
      gateway: "192.0.2.2",
      oif: index.v0,
      family: "inet",
      scope: "link",
    });
    expect(await refusal(nl.nexthop.get$({ id: 99 }))).toBe("ENOENT");
  });

  it("are listed by link, and groups separately", async () => {
    const { nl, index } = on.kernel;
    await done(nl.nexthop.add$({ id: 10, group: two }));
    expect(ids(await all(nl.nexthop.list$({ oif: index.v0! })))).toEqual([1, 2, 3]);
    expect(ids(await all(nl.nexthop.list$({ groups: true })))).toEqual([10]);
    expect(ids(await all(nl.nexthop.list$({ family: "inet6" })))).toEqual([3]);
  });

  it("are given an id by the kernel by default", async () => {
    const { nl, index } = on.kernel;
    await done(nl.nexthop.add$({ gateway: "192.0.2.9", oif: index.v0! }));
    expect(await all(nl.nexthop.list$({ gateway: "192.0.2.9" }))).toMatchObject([{ id: expect.any(Number) }]);
  });

  it("share the buckets of a group by weight, with a notification when an idle bucket moves", async () => {
    const { nl } = on.kernel;
    const resGroup = { buckets: 8, idleTimer: 500 };
    const group = (weight: number) =>
      ({ id: 12, group: [{ id: 1 }, { id: 2, weight }], groupType: "res", resGroup }) as const;
    await done(nl.nexthop.add$(group(0)));
    const members = async () =>
      (await all(nl.nexthopBucket.list$({ id: 12 }))).map(({ resBucket }) => resBucket?.nhId).toSorted();
    expect(await members()).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    await done(nl.route.add$({ dst: "10.0.0.0", dstLen: 8, nhId: 12 }));
    const notifications = await collectNotifications(nl.nexthopBucket);
    // A lookup uses a bucket like a packet; a bucket that was never used moves immediately, without a notification.
    await done(from(FLOWS).pipe(mergeMap((dst) => nl.route.get$({ dst }))));
    await done(nl.nexthop.replace$(group(2)));
    await vi.waitFor(async () => expect(await members()).toEqual([1, 1, 2, 2, 2, 2, 2, 2]), PATIENCE);
    const migrated = { type: "new", value: { id: 12, resBucket: { nhId: 2, index: expect.any(Number) } } };
    await vi.waitFor(() => expect(notifications).toMatchObject([migrated, migrated]), PATIENCE);
  });

  it("return one bucket by group and number", async () => {
    const { nl } = on.kernel;
    await done(nl.nexthop.add$({ id: 12, group: two, groupType: "res", resGroup: { buckets: 4 } }));
    const found = await lastValueFrom(nl.nexthopBucket.get$({ id: 12, resBucket: { index: 3 } }));
    expect(found).toMatchObject({ id: 12, resBucket: { index: 3, nhId: expect.any(Number) } });
  });

  it("accept weights above 256", async ({ skip }) => {
    const { nl } = on.kernel;
    const heavy = [
      { id: 1, weight: 999 & 0xff, weightHigh: 999 >> 8 },
      { id: 2, weight: 0, weightHigh: 0 },
    ];
    const refused = await refusal(nl.nexthop.add$({ id: 13, group: heavy }));
    if (refused !== undefined) return skip(`weights above 256 are since 6.12: ${refused}`);
    expect((await lastValueFrom(nl.nexthop.get$({ id: 13 }))).group).toEqual(heavy);
    const whole = [{ id: 1, weight: 999 }, { id: 2 }];
    await done(nl.nexthop.replace$({ id: 13, group: whole }));
    expect((await lastValueFrom(nl.nexthop.get$({ id: 13 }))).group).toEqual(heavy);
    const twice = [{ id: 1, weight: 999, weightHigh: 1 }];
    await expect(done(nl.nexthop.replace$({ id: 13, group: twice }))).rejects.toMatchObject({
      path: "group[0].weightHigh",
    });
  });

  it("count packets per member on request", async ({ skip }) => {
    const { nl } = on.kernel;
    await done(nl.nexthop.add$({ id: 10, group: two }));
    const asked = nl.nexthop.get$({ id: 10, opFlags: nexthopOpFlags.bits.dumpStats });
    const refused = await refusal(asked);
    if (refused !== undefined) return skip(`counters are since 6.9: ${refused}`);
    expect((await lastValueFrom(asked)).groupStats?.entry).toMatchObject([
      { id: 1, packets: 0n },
      { id: 2, packets: 0n },
    ]);
  });

  it("are refused with the reason if invalid", async () => {
    const { nl } = on.kernel;
    await expect(done(nl.nexthop.add$({ id: 20, group: [{ id: 99 }] }))).rejects.toMatchObject({
      code: "EINVAL",
      text: expect.stringMatching(/id/i),
    });
    expect(await refusal(nl.route.add$({ dst: "2001:db8:9::", dstLen: 48, nhId: 5 }))).toBe("EINVAL");
  });
});
