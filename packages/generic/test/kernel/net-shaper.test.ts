import { lastValueFrom, type Observable, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type NetShaper, netShaper } from "#src/net-shaper/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const handle = { scope: "netdev", id: 0 } as const;

describeWith({ programs: ["genl", "ip"], families: ["net-shaper"] }, "net-shaper", () => {
  let kernel: Kernel<NetShaper>;
  let ifindex: number;
  beforeAll(async () => {
    kernel = await openKernel(netShaper, "ip link add v0 type veth peer name v1");
    ifindex = kernel.json<{ ifindex: number }[]>("ip -j link show dev v0")[0]!.ifindex;
  });
  afterAll(() => kernel?.close());

  const errorOf = (asked$: Observable<unknown>) => expect(lastValueFrom(asked$.pipe(toArray()))).rejects;

  // No virtual link shapes.
  test.each<[string, (nl: NetShaper) => Observable<unknown>]>([
    ["lists no shapers", ({ shaper }) => shaper.list$({ ifindex })],
    ["has no shaper", ({ shaper }) => shaper.get$({ ifindex, handle })],
    ["takes no shaper", ({ shaper }) => shaper.set$({ ifindex, handle, metric: "bps", bwMax: 1_000n })],
    ["has no abilities", ({ caps }) => caps.list$({ ifindex })],
  ])("a link that cannot shape %s", (_, ask) =>
    errorOf(ask(kernel.family)).toMatchObject({ code: "EOPNOTSUPP" }),
  );

  test("a link that does not exist is an error", () =>
    errorOf(kernel.family.shaper.list$({ ifindex: 4000 })).toMatchObject({ code: "ENOENT" }));
});
