// Replacing all elements of a set in one step.

import { all, done, one } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ElementOf, IpSets } from "#src/ipset/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const nets = { setname: "nets", typename: "hash:net", data: { timeout: 0, comment: true } } as const;
type Net = ElementOf<"hash:net">;
const of = (...ips: string[]): Net[] => ips.map((ip) => ({ ip }));

describeWith(["ipset", "iptables-nft"], "replacing a set", () => {
  let on: Kernel;
  let ipset: IpSets;
  beforeEach(async () => {
    on = await openKernel();
    ipset = on.nf.ipset;
  });
  afterEach(() => on?.close());

  const names = () => on.run("ipset list -n").trim().split("\n");
  const ips = async () => (await one(ipset.get$(nets))).elements?.map(({ ip }) => ip).sort();

  it("creates it, and then replaces all elements; the same again changes nothing", async () => {
    await done(ipset.replace$(nets, of("192.0.2.0/24")));
    expect(await ips()).toEqual(["192.0.2.0/24"]);
    for (let i = 0; i < 2; i++) {
      await done(ipset.replace$(nets, of("198.51.100.0/24", "203.0.113.1")));
      expect([await ips(), names()]).toEqual([["198.51.100.0/24", "203.0.113.1"], ["nets"]]);
    }
    await done(ipset.replace$(nets, []));
    expect([await ips(), names()]).toEqual([[], ["nets"]]);
  });

  it("keeps the settings and the rules of the set, or gives it new settings", async () => {
    await done(ipset.create$({ ...nets, data: { ...nets.data, maxelem: 77 } }));
    on.run("iptables-nft -A INPUT -m set --match-set nets src -j DROP");
    await done(
      ipset.replace$({ setname: "nets", typename: "hash:net" }, [
        { ip: "192.0.2.1", comment: "x", timeout: 0 },
      ]),
    );
    expect((await one(ipset.get$(nets))).data).toMatchObject({ maxelem: 77, comment: true, references: 1 });
    await done(ipset.replace$({ ...nets, data: { maxelem: 99 } }, of("192.0.2.1")));
    const { data } = await one(ipset.get$(nets));
    expect([data.maxelem, data.comment, data.references, names()]).toEqual([99, undefined, 1, ["nets"]]);
    expect(on.run("iptables-nft -S INPUT")).toContain("--match-set nets src");
  });

  it.for<[string, string, () => Iterable<Net>]>([
    ["the kernel refuses", "IPSET_ERR_EXIST", () => of("192.0.2.1", "192.0.2.1")],
    ["cannot be encoded", "EncodeError", () => of("192.0.2.1", "nonsense")],
    ["the caller fails to give", "failing", () => failing()],
  ])("with an element that %s leaves it as it was", async ([, code, elements]) => {
    await done(ipset.replace$(nets, of("203.0.113.1")));
    const error = await done(ipset.replace$(nets, elements())).catch((thrown) => thrown);
    expect([error.code, error.name, error.message]).toContain(code);
    expect([names(), await ips()]).toEqual([["nets"], ["203.0.113.1"]]);
  });

  it("creates nothing if an element of a new set is refused", async () => {
    await done(ipset.replace$(nets, of("192.0.2.1", "192.0.2.1"))).catch(() => {});
    expect(names()).toEqual([""]);
  });

  it("leaves no temporary set when it is unsubscribed", async () => {
    await done(ipset.replace$(nets, of("203.0.113.1")));
    await new Promise<void>((resolve) => {
      const running = ipset.replace$(nets, interrupting()).subscribe();
      function* interrupting(): Generator<Net> {
        yield { ip: "192.0.2.1" };
        queueMicrotask(() => {
          running.unsubscribe();
          resolve();
        });
      }
    });
    // Requests are handled in order: this one comes after the removal.
    expect(await all(ipset.names$())).toEqual(["nets"]);
    expect(await ips()).toEqual(["203.0.113.1"]);
  });

  it("waits for a list of the set to end", async () => {
    const big = { setname: "big", typename: "hash:ip" } as const;
    const elements = Array.from({ length: 20_000 }, (_, i) => ({ ip: `10.0.${i >> 8}.${i & 255}` })).slice(1);
    await done(ipset.replace$(big, elements));
    const [listed] = await Promise.all([
      all(ipset.elements$(big)),
      done(ipset.replace$(big, [{ ip: "192.0.2.1" }])),
    ]);
    expect(listed.length).toBeGreaterThan(0);
    expect(await all(ipset.elements$(big))).toEqual([{ ip: "192.0.2.1" }]);
    expect(names()).toEqual(["big"]);
  });

  it("takes names of the greatest length", async () => {
    const setname = "n".repeat(31);
    for (let i = 0; i < 2; i++) await done(ipset.replace$({ ...nets, setname }, of("192.0.2.1")));
    expect(names()).toEqual([setname]);
  });
});

function* failing(): Generator<Net> {
  yield { ip: "192.0.2.1" };
  throw new Error("failing");
}
