// Several routes with the same key: each fact in the docstring of the verbs of routes.

import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe, expect, it, vi } from "vitest";
import type { Route } from "#src/route/layout.js";
import { collectNotifications, refusal, useFreshKernel } from "../support/kernel.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`routes with the same key skipped: ${why}`);

const V4 = { dst: "198.51.100.0", dstLen: 24 };
const V6 = { dst: "2001:db8:1::", dstLen: 48 };
const via = (n: number, { dst }: { dst: string }) => (dst.includes(":") ? `2001:db8::${n}` : `192.0.2.${n}`);

/** Returns the last numbers of a route's gateways. */
function waysOf({ gateway, multipath }: Route): number[] {
  const gateways = multipath?.map((nexthop) => nexthop.gateway) ?? [gateway];
  return gateways.map((address) => Number(/\w+$/.exec(address ?? "0")![0]));
}

describe.skipIf(why !== undefined)("routes with the same destination and metric", () => {
  const on = useFreshKernel();
  const route = () => on.kernel.nl.route;

  /** Returns the gateways of each route in table order: `[[2, 3]]` is one route with two nexthops. */
  async function gateways(to: typeof V4): Promise<number[][]> {
    return (await all(route().list$(to))).map(waysOf);
  }

  const single = (to: typeof V4, n: number) => ({ ...to, gateway: via(n, to) });
  const several = (to: typeof V4, ...ns: number[]) => ({
    ...to,
    multipath: ns.map((n) => ({ gateway: via(n, to) })),
  });

  it.each([V4, V6])("are refused by add$, $dst", async (to) => {
    await done(route().add$(single(to, 2)));
    expect(await refusal(route().add$(single(to, 3)))).toBe("EEXIST");
    expect(await refusal(route().add$(several(to, 3, 4)))).toBe("EEXIST");
    expect(await gateways(to)).toEqual([[2]]);
  });

  it.each([V4, V6])("are refused by append$ if the gateway is the same too, $dst", async (to) => {
    await done(route().add$(single(to, 2)));
    expect(await refusal(route().append$(single(to, 2)))).toBe("EEXIST");
  });

  it("IPv4: append$ adds a route after the existing one, prepend$ before it", async () => {
    await done(route().add$(single(V4, 2)));
    await done(route().append$(single(V4, 3)));
    await done(route().prepend$(single(V4, 4)));
    await done(route().append$(several(V4, 5, 6)));
    expect(await gateways(V4)).toEqual([[4], [2], [3], [5, 6]]);
  });

  it("IPv6: append$ and prepend$ add nexthops to the same route", async () => {
    await done(route().add$(single(V6, 2)));
    await done(route().append$(single(V6, 3)));
    await done(route().prepend$(single(V6, 4)));
    await done(route().append$(several(V6, 5, 6)));
    const [nexthops, ...others] = await gateways(V6);
    expect(others).toEqual([]);
    expect(nexthops!.toSorted()).toEqual([2, 3, 4, 5, 6]);
  });

  it("IPv6: a route without a gateway stays separate", async () => {
    const { v0, v1 } = on.kernel.index;
    await done(route().add$({ ...V6, oif: v0! }));
    await done(route().append$({ ...V6, oif: v1! }));
    const routes = await all(route().list$(V6));
    expect(routes.map(({ oif, multipath }) => [oif, multipath])).toEqual([
      [v0, undefined],
      [v1, undefined],
    ]);
  });

  it("IPv4: replace$ replaces only the first route, with all its nexthops", async () => {
    await done(route().add$(several(V4, 2, 3)));
    await done(route().append$(single(V4, 4)));
    await done(route().replace$(single(V4, 5)));
    expect(await gateways(V4)).toEqual([[5], [4]]);
    await done(route().replace$(several(V4, 6, 7)));
    expect(await gateways(V4)).toEqual([[6, 7], [4]]);
  });

  it("IPv6: replace$ replaces all nexthops", async () => {
    await done(route().add$(several(V6, 2, 3, 4)));
    await done(route().replace$(single(V6, 5)));
    expect(await gateways(V6)).toEqual([[5]]);
    await done(route().replace$(several(V6, 6, 7)));
    expect(await gateways(V6)).toEqual([[6, 7]]);
  });

  it.each([V4, V6])("change$ replaces an existing route, $dst", async (to) => {
    expect(await refusal(route().change$(single(to, 2)))).toBe("ENOENT");
    await done(route().add$(several(to, 2, 3)));
    await done(route().change$(single(to, 4)));
    expect(await gateways(to)).toEqual([[4]]);
  });

  it("IPv4: delete$ removes the first match", async () => {
    for (const n of [2, 3, 4]) await done(route().append$(single(V4, n)));
    await done(route().delete$(V4));
    expect(await gateways(V4)).toEqual([[3], [4]]);
    await done(route().delete$(single(V4, 4)));
    expect(await gateways(V4)).toEqual([[3]]);
  });

  it("IPv4: delete$ removes a multipath route as a whole, not a single nexthop", async () => {
    await done(route().add$(several(V4, 2, 3)));
    expect(await refusal(route().delete$(single(V4, 3)))).toBe("ESRCH");
    await done(route().delete$(V4));
    expect(await gateways(V4)).toEqual([]);
  });

  it("IPv6: delete$ removes all nexthops, or the one with the given gateway", async () => {
    await done(route().add$(several(V6, 2, 3, 4)));
    await done(route().delete$(single(V6, 3)));
    expect(await gateways(V6)).toEqual([[2, 4]]);
    await done(route().delete$(V6));
    expect(await gateways(V6)).toEqual([]);
  });

  it.each([V4, V6])("with another metric are independent, $dst", async (to) => {
    await done(route().add$({ ...single(to, 2), priority: 5 }));
    await done(route().add$({ ...single(to, 3), priority: 6 }));
    await done(route().replace$({ ...single(to, 4), priority: 6 }));
    expect(await gateways(to)).toEqual([[2], [4]]);
    await done(route().delete$({ ...to, priority: 5 }));
    expect(await gateways(to)).toEqual([[4]]);
  });

  it.each([V4, V6])("are all removed by flush$, $dst", async (to) => {
    for (const n of [2, 3, 4]) await done(route().append$(single(to, n)));
    await done(route().append$({ ...single(to, 5), priority: 9 }));
    await done(route().flush$(to));
    expect(await gateways(to)).toEqual([]);
  });

  it.each([
    ["IPv4", V4, [[2]], [[3]]],
    ["IPv6", V6, [[2]], [[2, 3]]],
  ] as const)("tell of append$ as their family does: %s", async (_, to, first, second) => {
    const received = await collectNotifications(route());
    await done(route().add$(single(to, 2)));
    await done(route().append$(single(to, 3)));
    const reported = () =>
      received
        .filter(({ type: event, value }) => event === "new" && value.dst === to.dst)
        .map(({ value }) => waysOf(value).toSorted());
    await vi.waitFor(() => expect(reported()).toEqual([...first, ...second]));
  });
});
