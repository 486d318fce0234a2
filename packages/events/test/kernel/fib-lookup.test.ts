// FIB look-ups against `ip route`, in throwaway namespaces.
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { firstValueFrom, lastValueFrom, merge, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FibLookup, type FibLookupResult, fibLookup } from "#src/fib-lookup/fib-lookup.js";

const why = whyNoNamespaces();

/** A route as `ip -j route` prints it. */
interface Route {
  readonly type: string;
  readonly dst: string;
  readonly scope?: string;
}

const ROUTES = `
  ip link set lo up
  ip link add v0 type veth peer name v1
  ip address add 192.0.2.1/24 dev v0
  ip link set v0 up; ip link set v1 up
  ip route add 198.51.100.0/24 via 192.0.2.2 table 100
  ip route add 198.51.100.128/25 dev v0 table 100
  ip route add prohibit 203.0.113.0/24 table 100
  ip route add blackhole 203.0.113.1/32 table 100
  ip route add unreachable 203.0.113.2/32 table 100
  ip rule add from 10.9.9.9 lookup 100`;

describe.skipIf(why !== undefined)(`FIB look-ups${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let sandbox: Sandbox;
  let fib: FibLookup;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run(ROUTES);
    const { transport, namespace } = sandbox;
    fib = fibLookup({ transport, namespace: namespace.ref });
  });
  afterEach(() => sandbox?.close());

  const found = async (address: string, table: number): Promise<FibLookupResult> =>
    firstValueFrom(fib.lookup$(address, { table }));

  test("finds the routes of each table", async () => {
    for (const table of [100, 254, 255]) {
      const routes = sandbox.json<Route[]>(`ip -j -d -4 route show table ${table}`);
      for (const { type, dst, scope = "global" } of routes.filter((one) =>
        ["unicast", "local", "broadcast"].includes(one.type),
      )) {
        const [address, length = "32"] = dst.split("/") as [string, string?];
        expect(await found(address, table), dst).toEqual({
          type: "found",
          address,
          routeType: type,
          table,
          prefixlen: Number(length),
          scope: scope === "global" ? "universe" : scope,
          nexthop: 0,
        });
      }
      expect(routes.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ["203.0.113.9", 100, "EACCES"],
    ["203.0.113.1", 100, "EINVAL"],
    ["203.0.113.2", 100, "EHOSTUNREACH"],
    ["10.0.0.1", 100, "EAGAIN"],
    ["10.0.0.1", 77, "ENOENT"],
  ])("says why there is none for %s in table %d: %s", async (address, table, code) => {
    expect(await found(address, table)).toEqual({ type: "refused", address, code });
  });

  test("leaves out routes of wider scope", async () => {
    const options = { table: 100, scope: "link" } as const;
    expect(await firstValueFrom(fib.lookup$("198.51.100.200", options))).toMatchObject({ prefixlen: 25 });
    expect(await firstValueFrom(fib.lookup$("198.51.100.1", options))).toMatchObject({ code: "EAGAIN" });
  });

  test("answers many at once, each in its own datagram", async () => {
    const addresses = Array.from({ length: 200 }, (_, i) => `198.51.100.${i}`);
    const all = merge(...addresses.map((address) => fib.lookup$(address, { table: 100 })));
    const results = await lastValueFrom(all.pipe(toArray()));
    expect(new Set(results.map(({ address }) => address))).toEqual(new Set(addresses));
    for (const result of results)
      expect(result).toMatchObject({ prefixlen: Number(result.address.split(".")[3]) < 128 ? 24 : 25 });
  });

  test.each([
    ["x", {}],
    ["::1", {}],
    ["192.0.2.1", { table: 256 }],
    ["192.0.2.1", { nope: 1 }],
  ])("refuses %j with %j", async (address, options) => {
    await expect(firstValueFrom(fib.lookup$(address, options as never))).rejects.toMatchObject({
      name: expect.stringMatching(/EncodeError|ArgumentError/),
    });
  });
});
