// Accounting objects, compared with nfacct.
import { firstValueFrom, lastValueFrom, type Observable, take, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { acctFlags } from "#src/acct/layout.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(source$: Observable<T>) => lastValueFrom(source$.pipe(toArray()));

/** Sends packets of 78 bytes, each answered by an ICMP error of 106. */
const SEND = `bash -c 'for i in 1 2 3 4 5; do echo ${"x".repeat(49)} >/dev/udp/127.0.0.1/9; done' 2>/dev/null || true`;
const countingWith = (name: string) => `iptables-nft -A OUTPUT -m nfacct --nfacct-name ${name}`;

interface Printed {
  readonly nfacct_counters: readonly { name: string; pkts: number; bytes: number; quota?: number }[];
}

describeWith(["nfacct", "iptables-nft", "bash"], "accounting objects", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  /** Counters as nfacct prints them; version 1.0.2 puts an equals sign for a colon. */
  const printed = () =>
    (JSON.parse(kernel.run("nfacct list json").replaceAll('" = ', '": ')) as Printed).nfacct_counters;

  it("lists what nfacct lists", async () => {
    kernel.run(`nfacct add web; nfacct add capped byte 100; ${countingWith("web")}; ${SEND}`);
    const listed = await all(kernel.nf.acct.list$());
    const comparable = listed.map(({ name, pkts, bytes }) => ({
      name,
      pkts: Number(pkts),
      bytes: Number(bytes),
    }));
    expect(comparable.length).toBe(2);
    expect(printed()).toMatchObject(comparable);
    expect(listed[0]).toMatchObject({ name: "web", pkts: 10n, use: 2 });
    expect(listed[1]).toMatchObject({
      name: "capped",
      quota: 100n,
      flags: acctFlags.of("quotaBytes"),
      use: 1,
    });
  });

  it("adds what nfacct shows, once", async () => {
    const { acct } = kernel.nf;
    await all(acct.add$({ name: "web", pkts: 7n, bytes: 700n }));
    await all(acct.add$({ name: "capped", flags: { quotaPkts: true }, quota: 1000n }));
    expect(printed()).toMatchObject([
      { name: "web", pkts: 7, bytes: 700 },
      { name: "capped", pkts: 0, quota: 1000 },
    ]);
    await expect(all(acct.add$({ name: "web" }))).rejects.toMatchObject({ code: "EEXIST" });
  });

  it("gets one", async () => {
    kernel.run("nfacct add web; nfacct add mail");
    expect(await firstValueFrom(kernel.nf.acct.get$({ name: "mail" }))).toMatchObject({
      name: "mail",
      pkts: 0n,
    });
    await expect(all(kernel.nf.acct.get$({ name: "news" }))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("filters a list by flags in the kernel", async () => {
    kernel.run("nfacct add a; nfacct add b byte 5; nfacct add c packet 5");
    const filter = { mask: { quotaBytes: true }, value: { quotaBytes: true } };
    expect((await all(kernel.nf.acct.list$({ filter }))).map(({ name }) => name)).toEqual(["b"]);
    expect((await all(kernel.nf.acct.list$({ flags: { quotaPkts: true } }))).map(({ name }) => name)).toEqual(
      ["c"],
    );
  });

  it("reports a quota when it is met, and again once it is reset", async () => {
    const { acct } = kernel.nf;
    kernel.run(`nfacct add capped packet 3; ${countingWith("capped")}`);
    const events = all(acct.notifications$().pipe(take(2)));
    await all(acct.list$());
    kernel.run(SEND);
    const before = await firstValueFrom(acct.reset$({ name: "capped" }));
    expect(before).toMatchObject({ pkts: 10n, flags: acctFlags.of("quotaPkts", "overquota") });
    expect(await firstValueFrom(acct.get$({ name: "capped" }))).toMatchObject({
      pkts: 0n,
      flags: acctFlags.of("quotaPkts"),
    });
    kernel.run(SEND);
    expect(await events).toMatchObject([
      { type: "new", object: "acct", value: { name: "capped", quota: 3n } },
      { type: "new", object: "acct", value: { name: "capped", quota: 3n } },
    ]);
  });

  it("resets counters, of one and of all", async () => {
    const { acct } = kernel.nf;
    for (const name of ["a", "b"]) await all(acct.add$({ name, pkts: 5n, bytes: 50n }));
    expect(await all(acct.reset$({ name: "a" }))).toMatchObject([{ name: "a", pkts: 5n }]);
    expect(printed()).toMatchObject([{ pkts: 0 }, { pkts: 5 }]);
    expect((await all(acct.resetAll$())).map(({ pkts }) => pkts)).toEqual([0n, 5n]);
    expect(printed()).toMatchObject([{ pkts: 0 }, { pkts: 0 }]);
    await all(acct.replace$({ name: "c", pkts: 1n }));
    await all(acct.replace$({ name: "c", pkts: 9n }));
    expect(printed()[2]).toMatchObject({ name: "c", pkts: 0 });
  });

  it("deletes one, not one in use, and all that are unused only by the verb for that", async () => {
    const { acct } = kernel.nf;
    kernel.run(`nfacct add a; nfacct add b; nfacct add used; ${countingWith("used")}`);
    await all(acct.delete$({ name: "a" }));
    await expect(all(acct.delete$({ name: "used" }))).rejects.toMatchObject({ code: "EBUSY" });
    for (const nameless of [{}, { name: undefined }, { pkts: 0n }])
      await expect(all(acct.delete$(nameless as object))).rejects.toMatchObject({ name: "EncodeError" });
    expect(printed().map(({ name }) => name)).toEqual(["b", "used"]);
    await all(acct.deleteUnused$());
    expect(printed().map(({ name }) => name)).toEqual(["used"]);
  });

  it("takes a listed object back, with its overquota flag", async () => {
    const { acct } = kernel.nf;
    kernel.run(`nfacct add capped packet 1; ${countingWith("capped")}; ${SEND}; iptables-nft -F`);
    const [listed] = await all(acct.list$());
    expect(acctFlags.has(listed!.flags!, "overquota")).toBe(true);
    await all(acct.delete$(listed!));
    await all(acct.add$(listed!));
    expect(printed()).toMatchObject([{ name: "capped", pkts: 10, quota: 1 }]);
  });
});
