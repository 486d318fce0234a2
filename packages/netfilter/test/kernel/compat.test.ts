// Extensions of xtables: those that iptables-nft has used are in the kernel.
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(source$: Observable<T>) => lastValueFrom(source$.pipe(toArray()));

describeWith(["iptables-nft"], "extensions of xtables", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel("iptables-nft -A OUTPUT -m nfacct --nfacct-name x 2>/dev/null || true");
  });
  afterEach(() => kernel.close());

  it("reports those that the kernel has, with their newest revision", async () => {
    const { compat } = kernel.nf;
    const nfacct = { family: "ipv4", name: "nfacct" } as const;
    const found = await all(compat.get$(nfacct));
    expect(found).toMatchObject([{ ...nfacct, type: "match" }]);
    const [{ rev = 0 } = {}] = found;
    expect(await all(compat.get$({ ...nfacct, rev, type: "match" }))).toEqual(found);
    const target = { family: "ipv4", name: "CT", type: "target" } as const;
    expect(await all(compat.get$(target))).toMatchObject([target]);
  });

  it("reports none that the kernel does not have", async () => {
    const { compat } = kernel.nf;
    for (const key of [
      { name: "nonesuch" },
      { name: "nfacct", type: "target" },
      { name: "nfacct", rev: 99 },
    ] as const)
      await expect(all(compat.get$({ family: "ipv4", ...key }))).rejects.toMatchObject({
        name: "KernelError",
      });
  });
});
