// Packets without a policy, and facts about the tables.

import { done, one } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeKernel, type Kernel, openKernel } from "../support/kernel.js";

describeKernel("packets without a policy", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  it("are as ip says", async () => {
    const { defaultPolicy } = kernel.xf;
    expect(await one(defaultPolicy.get$())).toEqual({ in: "accept", fwd: "accept", out: "accept" });
    await done(defaultPolicy.set$({ in: "block" }));
    await done(defaultPolicy.set$({ out: "block" }));
    expect(await one(defaultPolicy.get$())).toEqual({ in: "block", fwd: "accept", out: "block" });
    const printed = kernel.run("ip xfrm policy getdefault").replace(/\s+/g, " ");
    expect(printed).toMatch(/in: ?block.*fwd: ?accept.*out: ?block/);
  });

  it("are reported when they are set", async () => {
    const { defaultPolicy } = kernel.xf;
    const seen: unknown[] = [];
    const listening = new Promise<void>((resolve) => {
      defaultPolicy.notifications$({ listening: resolve }).subscribe((one) => seen.push(one));
    });
    await listening;
    kernel.run("ip xfrm policy setdefault fwd block");
    await eventually(() => expect(seen).toMatchObject([{ value: { in: "accept", fwd: "block" } }]));
  });
});

describeKernel("the tables", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  it("of policies are as ip counts them", async () => {
    const { spd } = kernel.xf;
    kernel.run("ip xfrm policy add src 10.0.0.0/8 dst 10.0.0.0/8 dir in");
    await done(spd.set$({ ipv4Hthresh: { lbits: 24, rbits: 16 }, ipv6Hthresh: { lbits: 64, rbits: 48 } }));
    const facts = await one(spd.get$());
    expect(facts).toMatchObject({
      info: { incnt: 1, outcnt: 0, fwdcnt: 0 },
      ipv4Hthresh: { lbits: 24, rbits: 16 },
      ipv6Hthresh: { lbits: 64, rbits: 48 },
    });
    const printed = kernel.run("ip -s -s xfrm policy count").replace(/\s+/g, " ");
    expect(printed).toContain("IN 1 OUT 0 FWD 0");
    expect(printed).toContain("IPv4 thresholds: local 24 remote 16");
    expect(printed).toContain("IPv6 thresholds: local 64 remote 48");
  });

  it("of states are as ip counts them", async () => {
    const { sad } = kernel.xf;
    kernel.run("ip xfrm state allocspi src 192.0.2.1 dst 192.0.2.2 proto esp");
    const { cnt, hinfo } = await one(sad.get$());
    expect(cnt).toBe(1);
    const printed = kernel.run("ip -s -s xfrm state count");
    expect(printed).toMatch(/count 1/);
    expect(printed).toContain(String(hinfo?.sadhmcnt));
  });
});
