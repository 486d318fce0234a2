// States: verbs, compared with what `ip xfrm state` prints. They need a kernel with ESP.

import { inspect } from "node:util";
import { all, done, one } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { gcm } from "../support/esp.js";
import { blocksOf, stateIn, stateOf } from "../support/ip-text.js";
import { describeEsp, type Kernel, openKernel } from "../support/kernel.js";
import { errorOf, refusal } from "../support/refusal.js";
import { authenticated, CASES, ends, tunnel } from "../support/state-cases.js";

const { algAuthTrunc: hmac } = authenticated;

describeEsp("states", () => {
  let kernel: Kernel;
  let xf: Kernel["xf"];
  beforeEach(async () => {
    kernel = await openKernel();
    ({ xf } = kernel);
  });
  afterEach(() => kernel.close());

  const printed = () => blocksOf(kernel.run("ip -s xfrm state")).map(stateIn);

  it.each(CASES)("of %s are as ip makes them, and as it prints them", async (_, command, state) => {
    kernel.run(`ip xfrm state add ${command}`);
    const theirs = await one(xf.state.list$());
    expect(printed()).toEqual([stateOf(theirs)]);
    kernel.run("ip xfrm state flush");
    await done(xf.state.add$(state as never));
    const ours = await one(xf.state.list$());
    expect(printed()).toEqual([stateOf(ours)]);
    const { curlft: _a, ...rest } = ours;
    const { curlft: _b, ...same } = theirs;
    expect(rest).toEqual(same);
  });

  it.each(CASES)("of %s can be got, added as listed, and deleted", async (_, _command, state) => {
    await done(xf.state.add$(state as never));
    const listed = await one(xf.state.list$());
    expect(await one(xf.state.get$(listed))).toEqual(listed);
    expect(await refusal(xf.state.add$(listed))).toBe("EEXIST");
    await done(xf.state.delete$(listed));
    await done(xf.state.add$(listed));
    const { curlft: _curlft, ...again } = await one(xf.state.list$());
    expect(listed).toMatchObject(again);
  });

  it("keep their keys out of all texts but those that ask", async () => {
    await done(xf.state.add$({ ...tunnel, algAead: gcm }));
    const listed = await one(xf.state.list$());
    const error = await errorOf(xf.state.add$({ ...listed, algAead: { ...gcm, key: Buffer.from(gcm.key) } }));
    const json = JSON.stringify([listed, error], (_, it) => (typeof it === "bigint" ? `${it}` : it));
    for (const text of [inspect(listed, { depth: 9 }), inspect(error, { depth: 9 }), json, error.message]) {
      expect(text).not.toContain("0123456789abcdef");
      expect(text).not.toMatch(/\b69, ?103\b/);
    }
    expect(listed.algAead?.key).toEqual(gcm.key);
  });

  it("change their lifetime, and keep the rest", async () => {
    await done(xf.state.add$({ ...tunnel, algAead: gcm, reqid: 9 }));
    const { curlft: _a, ...before } = await one(xf.state.list$());
    await done(xf.state.change$({ ...ends, lft: { hardAddExpiresSeconds: 500n } }));
    const { curlft: _b, ...after } = await one(xf.state.list$());
    expect(after).toEqual({ ...before, lft: { ...before.lft, hardAddExpiresSeconds: 500n } });
  });

  it("take the place of an allocated SPI", async () => {
    const allocated = await one(xf.state.allocSpi$({ ...tunnel, spi: 0, reqid: 9 }));
    await done(xf.state.replace$({ ...tunnel, spi: allocated.spi, reqid: 9, algAead: gcm }));
    expect(await all(xf.state.list$())).toMatchObject([{ spi: allocated.spi, algAead: { icvLen: 128 } }]);
    expect(await refusal(xf.state.replace$({ ...tunnel, spi: 7, algAead: gcm }))).toBe("ESRCH");
  });

  it("are filtered by the kernel, and flushed by protocol", async () => {
    await done(xf.state.add$({ ...tunnel, algAead: gcm }));
    await done(xf.state.add$({ ...tunnel, daddr: "192.0.2.9", algAead: gcm }));
    await done(xf.state.add$({ ...ends, proto: "ah", algAuthTrunc: hmac }));
    const count = async (match: object) => (await all(xf.state.list$(match))).length;
    expect(await count({})).toBe(3);
    expect(await count({ proto: "ah" })).toBe(1);
    expect(await count({ daddr: "192.0.2.2" })).toBe(2);
    expect(await count({ addressFilter: { daddr: "192.0.2.8/29" } })).toBe(1);
    expect(await count({ family: "inet6" })).toBe(0);
    await done(xf.state.flushAll$({ proto: "esp" }));
    expect(await all(xf.state.list$())).toMatchObject([{ proto: "ah" }]);
    expect((await errorOf(xf.state.flushAll$({}))).message).toContain("names no protocol");
  });

  it("with the same SPI are told apart by their mark", async () => {
    await done(xf.state.add$({ ...tunnel, mark: { v: 1, m: 0xff }, algAead: gcm }));
    await done(xf.state.add$({ ...tunnel, mark: { v: 2, m: 0xff }, algAead: gcm, reqid: 2 }));
    const mark = { v: 2, m: 0xff };
    expect(await one(xf.state.get$({ ...ends, mark }))).toMatchObject({ reqid: 2 });
    await done(xf.state.delete$({ ...ends, mark }));
    expect(await all(xf.state.list$())).toMatchObject([{ mark: { v: 1 } }]);
  });

  it("give and take counters against replay", async () => {
    await done(xf.state.add$({ ...tunnel, algAead: gcm, replayWindow: 32 }));
    await done(xf.ae.replace$({ ...ends, replayVal: { oseq: 500, seq: 7, bitmap: 1 }, replayThresh: 9 }));
    const counters = await one(xf.ae.get$({ ...ends, flags: { rthr: true } }));
    expect(counters).toMatchObject({ replayVal: { oseq: 500, seq: 7, bitmap: 1 }, replayThresh: 9 });
    expect(await all(xf.state.list$())).toMatchObject([{ replayVal: { oseq: 500 } }]);
  });

  it("say what the kernel lacks", async () => {
    const algAead = { ...gcm, name: "rfc4106(nope(aes))" };
    const error = await errorOf(xf.state.add$({ ...tunnel, algAead }));
    expect(error).toMatchObject({ code: "ENOSYS", hint: expect.stringContaining("/proc/crypto") });
  });
});
