// Functions at hooks, compared with nft list hooks.
import { KernelError } from "@rxnetlink/core";
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it, type TestContext } from "vitest";
import type { Hook } from "#src/hook/layout.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(source$: Observable<T>) => lastValueFrom(source$.pipe(toArray()));

const RULES = [
  "add table inet first",
  "add chain inet first early { type filter hook input priority -5; }",
  "add chain inet first late { type filter hook input priority 7; }",
  "add table ip second",
  "add chain ip second out { type filter hook output priority mangle; }",
  "add table netdev third",
  "add chain netdev third in { type filter hook ingress device lo priority 3; }",
];

describeWith(["nft"], "functions at hooks", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(RULES.map((rule) => `nft '${rule}'`).join("; "));
  });
  afterEach(() => kernel.close());

  /** Returns the functions of base chains at a hook; skips the test where the kernel lists none. */
  async function chainsAt({ skip }: TestContext, match: Partial<Hook>): Promise<Partial<Hook>[]> {
    try {
      return (await all(kernel.nf.hook.list$(match as object))).filter(({ chainInfo }) => chainInfo);
    } catch (error) {
      if (!(error instanceof KernelError) || error.code !== "EINVAL") throw error;
      console.log("skipped: the kernel has no nfnetlink_hook");
      return skip("the kernel has no nfnetlink_hook");
    }
  }

  const chain = (table: string, family: string, name: string) => ({
    type: "nftables",
    desc: { nftables: { table, family, name } },
  });

  it("lists those of base chains, in the order of packets", async (context) => {
    const input = await chainsAt(context, { family: "ipv4", hooknum: "input" });
    expect(input).toMatchObject([
      { hooknum: "input", priority: -5, chainInfo: chain("first", "inet", "early") },
      { hooknum: "input", priority: 7, chainInfo: chain("first", "inet", "late") },
    ]);
    const printed = kernel.run("nft list hooks ip");
    for (const { chainInfo } of input) {
      const { table, family, name } = chainInfo!.desc!.nftables!;
      expect(printed).toContain(`chain ${family} ${table} ${name}`);
    }
    expect(await chainsAt(context, { family: "ipv4", hooknum: "output" })).toMatchObject([
      { priority: -150, chainInfo: chain("second", "ipv4", "out") },
    ]);
  });

  it("lists those of a link", async (context) => {
    expect(await chainsAt(context, { family: "netdev", hooknum: "ingress", dev: "lo" })).toMatchObject([
      { priority: 3, chainInfo: chain("third", "netdev", "in") },
    ]);
  });

  it("lists none where nothing is registered", async (context) => {
    expect(await chainsAt(context, { family: "ipv6", hooknum: "forward" })).toEqual([]);
  });
});
