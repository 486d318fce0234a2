// Timeout policies, compared with nfct.
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Timeout } from "#src/timeout/layout.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(source$: Observable<T>) => lastValueFrom(source$.pipe(toArray()));

type Printed = Record<string, { l3proto: number; l4proto: number; policy: Record<string, number> }>;

/** Reads policies as nfct prints them: `.web = { .l3proto = 2, .policy = { .ESTABLISHED = 100, }, };`. */
function parsed(text: string): Printed {
  const json = text
    .replace(/\.(\w+) = /g, '"$1": ')
    .replace(/;/g, ",")
    .replace(/,(\s*})/g, "$1")
    .replace(/,\s*$/, "");
  return JSON.parse(`{${json}}`) as Printed;
}

/** Returns timeouts of ours under nfct's names. */
function printedNames({ data = {}, l4proto }: Timeout): Record<string, number | undefined> {
  const timeouts = Object.entries(data[l4proto as keyof typeof data] ?? {});
  const nameOf = (key: string) =>
    key === "unack" ? "UNACKNOWLEDGED" : key.replace(/(?<!Sent)[A-Z]/g, "_$&").toUpperCase();
  return Object.fromEntries(timeouts.map(([key, seconds]) => [nameOf(key), seconds as number]));
}

describeWith(["nfct", "iptables-nft"], "timeout policies", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  const printed = () => parsed(kernel.run("nfct list timeout"));

  it.each([
    ["tcp", "inet", "established 100 close 10"],
    ["udp", "inet6", "unreplied 10 replied 20"],
    ["icmp", "inet", "timeout 5"],
    ["icmpv6", "inet6", "timeout 6"],
    ["sctp", "inet", "established 50"],
    ["gre", "inet", "replied 70"],
    ["generic", "inet", "timeout 17"],
  ])("lists those of %s as nfct does", async (protocol, family, timeouts) => {
    try {
      kernel.run(`nfct add timeout it ${family} ${protocol} ${timeouts}`);
    } catch (error) {
      // The kernel has no support for this protocol.
      expect(String(error)).toMatch(/not supported|No such|Invalid/);
      return;
    }
    const [listed] = await all(kernel.nf.timeout.list$());
    expect(listed).toMatchObject({ name: "it", l4proto: protocol, use: 1 });
    expect(listed!.l3proto).toBe(family === "inet" ? "ipv4" : "ipv6");
    expect(Object.keys(listed!.data!)).toEqual([protocol]);
    expect(printedNames(listed!)).toMatchObject(printed().it!.policy);
    await all(kernel.nf.timeout.delete$(listed!));
    await all(kernel.nf.timeout.add$(listed!));
    expect(await all(kernel.nf.timeout.list$())).toEqual([listed]);
  });

  it("adds what nfct shows, and the namespace's own timeouts for the rest", async () => {
    const { timeout } = kernel.nf;
    await all(timeout.add$({ name: "web", l3proto: "ipv4", data: { tcp: { established: 100, close: 9 } } }));
    const { web } = printed();
    expect(web).toMatchObject({ l3proto: 2, l4proto: 6 });
    expect(web!.policy).toMatchObject({ ESTABLISHED: 100, CLOSE: 9, SYN_SENT: 120 });
    const again = timeout.add$({ name: "web", l3proto: "ipv4", data: { tcp: { established: 1 } } });
    await expect(all(again)).rejects.toMatchObject({ code: "EEXIST" });
  });

  it("replaces timeouts, but not protocols", async () => {
    const { timeout } = kernel.nf;
    kernel.run("nfct add timeout web inet tcp established 100 close 9");
    await all(timeout.replace$({ name: "web", l3proto: "ipv4", data: { tcp: { established: 50 } } }));
    expect(printed().web!.policy).toMatchObject({ ESTABLISHED: 50, CLOSE: 10 });
    const other = timeout.replace$({ name: "web", l3proto: "ipv4", data: { udp: { replied: 50 } } });
    await expect(all(other)).rejects.toMatchObject({ code: "EINVAL" });
  });

  it("gets one, and the timeouts of connections without one", async () => {
    const { timeout } = kernel.nf;
    kernel.run("nfct add timeout web inet tcp established 100");
    expect(await all(timeout.get$({ name: "web" }))).toMatchObject([{ data: { tcp: { established: 100 } } }]);
    await expect(all(timeout.get$({ name: "none" }))).rejects.toMatchObject({ code: "ENOENT" });
    const udp = { l3proto: "ipv4", l4proto: "udp" } as const;
    expect(await all(timeout.getDefault$(udp))).toMatchObject([{ ...udp, data: { udp: { unreplied: 30 } } }]);
    await all(timeout.setDefault$({ ...udp, data: { udp: { unreplied: 31 } } }));
    expect(await all(timeout.getDefault$(udp))).toMatchObject([
      { data: { udp: { unreplied: 31, replied: 120 } } },
    ]);
    const read = "cat /proc/sys/net/netfilter/nf_conntrack_udp_timeout";
    expect(kernel.run(read).trim()).toBe("31");
  });

  it("deletes one, one in use as nfct does, and all that are unused only by the verb for that", async () => {
    const { timeout } = kernel.nf;
    for (const name of ["a", "b", "used", "other"]) kernel.run(`nfct add timeout ${name} inet udp replied 9`);
    for (const name of ["used", "other"])
      kernel.run(`iptables-nft -t raw -A OUTPUT -p udp -j CT --timeout ${name}`);
    const [used] = await all(timeout.get$({ name: "used" }));
    expect(used!.use).toBeGreaterThan(1);
    await all(timeout.delete$({ name: "a" }));
    // Most kernels refuse it, but 6.12.117 does not.
    const refuses = kernel.run("nfct delete timeout other 2>&1 || true") !== "";
    const deleting = all(timeout.delete$({ name: "used" }));
    if (refuses) await expect(deleting).rejects.toMatchObject({ code: "EBUSY" });
    else await deleting;
    for (const nameless of [{}, { name: undefined }, { l4proto: "udp" }])
      await expect(all(timeout.delete$(nameless as object))).rejects.toMatchObject({ name: "EncodeError" });
    const kept = refuses ? ["other", "used"] : [];
    expect(Object.keys(printed()).sort()).toEqual(["b", ...kept]);
    await all(timeout.deleteUnused$());
    expect(Object.keys(printed()).sort()).toEqual(kept);
  });
});
