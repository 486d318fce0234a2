// Policies: verbs, compared with what `ip xfrm policy` prints.

import { all, done, one } from "@rxnetlink/core/promises";
import { of } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { xfrm } from "#src/xfrm.js";
import { blocksOf, policyIn, policyOf } from "../support/ip-text.js";
import { describeKernel, type Kernel, openKernel } from "../support/kernel.js";
import { errorOf, refusal } from "../support/refusal.js";

const sel = { daddr: "10.2.0.0/16", saddr: "10.1.0.0/16" };
const tmpl = [{ daddr: "192.0.2.2", saddr: "192.0.2.1", proto: "esp", mode: "tunnel", reqid: 7 }] as const;
const SEL = "src 10.1.0.0/16 dst 10.2.0.0/16";
const TMPL = "tmpl src 192.0.2.1 dst 192.0.2.2 proto esp reqid 7 mode tunnel";

/** Policies by the command that makes the same. */
const CASES: readonly [name: string, command: string, policy: object][] = [
  ["a tunnel", `${SEL} dir out ${TMPL}`, { sel, dir: "out", tmpl }],
  [
    "ports",
    "src 10.0.0.1 dst 10.0.0.2 proto tcp sport 80 dport 443 dir in action block",
    {
      sel: { saddr: "10.0.0.1", daddr: "10.0.0.2", proto: "tcp", sport: 80, dport: 443 },
      ...{ dir: "in", action: "block" },
    },
  ],
  [
    "IPv6, with a network whose address ends in zeros",
    "src 2001:db8::/32 dst 2001:db8:ff::/48 dir fwd tmpl src 2001:db8:: dst 2001:db8:1:: proto esp mode tunnel",
    {
      sel: { saddr: "2001:db8::/32", daddr: "2001:db8:ff::/48" },
      dir: "fwd",
      tmpl: [{ saddr: "2001:db8::", daddr: "2001:db8:1::", proto: "esp", mode: "tunnel" }],
    },
  ],
  [
    "limits, a mark and an id of interfaces",
    `${SEL} dir out priority 9 mark 5 mask 0xff if_id 0x42 ${TMPL} limit byte-soft 1000 limit packet-hard 2000 limit time-hard 60`,
    {
      ...{ sel, dir: "out", priority: 9, mark: { v: 5, m: 0xff }, ifId: 0x42, tmpl },
      lft: { softByteLimit: 1000n, hardPacketLimit: 2000n, hardAddExpiresSeconds: 60n },
    },
  ],
  [
    "several templates, one optional",
    `${SEL} dir out tmpl proto comp mode transport level use ${TMPL}`,
    { sel, dir: "out", tmpl: [{ proto: "comp", optional: 1, family: "inet" }, ...tmpl] },
  ],
  ["the other table", `${SEL} dir out ptype sub ${TMPL}`, { sel, dir: "out", policyType: "sub", tmpl }],
];

describeKernel("policies", () => {
  let kernel: Kernel;
  let xf: Kernel["xf"];
  beforeEach(async () => {
    kernel = await openKernel();
    ({ xf } = kernel);
  });
  afterEach(() => kernel.close());

  const printed = () => blocksOf(kernel.run("ip -s xfrm policy")).map(policyIn);

  it.each(CASES)("of %s are as ip makes them, and as it prints them", async (_, command, policy) => {
    kernel.run(`ip xfrm policy add ${command}`);
    const theirs = await one(xf.policy.list$());
    expect(printed()).toEqual([policyOf(theirs)]);
    kernel.run("ip xfrm policy flush; ip xfrm policy flush ptype sub");
    await done(xf.policy.add$(policy as never));
    const ours = await one(xf.policy.list$());
    expect(printed()).toEqual([policyOf(ours)]);
    const { curlft: _a, index: _b, ...rest } = ours;
    const { curlft: _c, index: _d, ...same } = theirs;
    expect(rest).toEqual(same);
  });

  it.each(CASES)("of %s can be got, added as listed, replaced and deleted", async (_, _command, policy) => {
    await done(xf.policy.add$(policy as never));
    const listed = await one(xf.policy.list$());
    expect(await one(xf.policy.get$(listed))).toEqual(listed);
    expect(await refusal(xf.policy.add$(listed))).toBe("EEXIST");
    await done(xf.policy.replace$({ ...listed, priority: 77 }));
    expect(await all(xf.policy.list$())).toMatchObject([{ index: listed.index, priority: 77 }]);
    await done(xf.policy.delete$(listed));
    await done(xf.policy.add$(listed));
    const { curlft: _curlft, ...again } = await one(xf.policy.list$());
    expect(listed).toMatchObject(again);
  });

  it("are found by their selector", async () => {
    await done(xf.policy.add$({ sel, dir: "out", tmpl, ifId: 3 }));
    expect(await refusal(xf.policy.get$({ sel, dir: "out" }))).toBe("ENOENT");
    expect(await one(xf.policy.get$({ sel, dir: "out", ifId: 3 }))).toMatchObject({ tmpl: [{ reqid: 7 }] });
    await done(xf.policy.delete$({ sel, dir: "out", ifId: 3 }));
    expect(printed()).toEqual([]);
  });

  it("keep what a change leaves out", async () => {
    await done(xf.policy.add$({ sel, dir: "out", tmpl, priority: 5, mark: { v: 1 } }));
    const before = await one(xf.policy.list$());
    await done(xf.policy.change$({ sel, dir: "out", mark: { v: 1 }, priority: 6 }));
    expect(await all(xf.policy.list$())).toEqual([{ ...before, priority: 6 }]);
  });

  it("match by prefix", async () => {
    await done(xf.policy.add$({ sel, dir: "out", tmpl }));
    await done(xf.policy.add$({ sel: { daddr: "10.3.0.0/16" }, dir: "in", tmpl }));
    expect(await all(xf.policy.list$({ sel: { daddr: "10.3.0.0/16" } }))).toMatchObject([{ dir: "in" }]);
  });

  it("are flushed only when asked to", async () => {
    await done(xf.policy.add$({ sel, dir: "out", tmpl }));
    await done(xf.policy.add$({ sel, dir: "out", tmpl, policyType: "sub" }));
    expect((await errorOf(xf.policy.flushAll$({}))).message).toContain("names no table");
    expect((await errorOf(xf.policy.flush$({}))).message).toContain("names no xfrm-policy");
    await done(xf.policy.flushAll$("all"));
    expect(await all(xf.policy.list$())).toMatchObject([{ policyType: "sub" }]);
    await done(xf.policy.flushAll$({ policyType: "sub" }));
    expect(await all(xf.policy.list$())).toEqual([]);
  });

  it("need a direction", async () => {
    expect((await errorOf(xf.policy.add$({ sel, tmpl }))).message).toContain("dir: is missing");
  });

  it("need a family, from an address or by name", async () => {
    const error = await errorOf(xf.policy.add$({ sel: { proto: "tcp" }, dir: "out" }));
    expect(error).toMatchObject({ code: "EINVAL", hint: expect.stringContaining("needs an address") });
    await done(xf.policy.add$({ sel: { proto: "tcp", family: "inet6" }, dir: "out" }));
    expect(printed()).toMatchObject([{ src: "::/0", dst: "::/0", proto: "tcp" }]);
  });

  it("have an id of interfaces, or none", async () => {
    const error = await errorOf(xf.policy.add$({ sel, dir: "out", ifId: 0 }));
    expect(error.message).toContain("ifId: 0 is out of range: at least 1");
  });

  it("name links as a connection looks them up", async () => {
    const names: string[] = [];
    const linkIndex$ = (name: string) => of(names.push(name));
    const { transport, namespace } = kernel;
    const { policy } = xfrm({ transport, namespace: namespace.ref, linkIndex$ });
    await done(policy.add$({ sel: { ...sel, ifindex: "lo" }, dir: "out" }));
    expect(names).toEqual(["lo"]);
    expect(kernel.run("ip xfrm policy")).toContain("dev lo");
  });

  it("take many at once", async () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      ...{ sel: { daddr: `10.${i >> 8}.${i & 255}.0/24` }, dir: "out" as const, tmpl },
    }));
    const outcomes = await all(xf.policy.batch$("add", many));
    expect(new Set(outcomes.map(({ type }) => type))).toEqual(new Set(["applied"]));
    expect((await one(xf.spd.get$())).info).toMatchObject({ outcnt: 300 });
    expect(await all(xf.policy.flush$("all"))).toHaveLength(300);
  });
});
