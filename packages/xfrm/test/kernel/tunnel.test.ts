// Packets through tunnels between two namespaces. They need a kernel with ESP.

import { all, done, one } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { concatMap, filter, merge } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { XfrmAcquireEvent, XfrmEvent } from "#src/events/event.js";
import { gcm, ping, tunnelPolicies, tunnelStates } from "../support/esp.js";
import { follow } from "../support/follow.js";
import { describeEsp, type Kernel, openPair } from "../support/kernel.js";

const isOf =
  <K extends XfrmEvent["type"]>(type: K) =>
  (event: XfrmEvent): event is Extract<XfrmEvent, { type: K }> =>
    event.type === type;

describeEsp("a tunnel", () => {
  let near: Kernel;
  let far: Kernel;
  beforeEach(async () => {
    [near, far] = await openPair();
    for (const policy of tunnelPolicies("near")) await done(near.xf.policy.add$(policy));
    for (const policy of tunnelPolicies("far")) await done(far.xf.policy.add$(policy));
  });
  afterEach(async () => {
    await near?.close();
    await far?.close();
  });

  async function addStates(...ends: Kernel[]): Promise<void> {
    for (const { xf } of ends) for (const state of tunnelStates(0x1000)) await done(xf.state.add$(state));
  }

  it("carries packets, which both ends count", async () => {
    expect(ping(near)).toBe(false);
    await done(near.xf.state.flushAll$("all"));
    await addStates(near, far);
    expect(ping(near)).toBe(true);
    for (const { xf } of [near, far])
      for (const { curlft } of await all(xf.state.list$())) expect(curlft.packets).toBe(1n);
  });

  it("begins with the packet that needs it, which waits for the answer", async () => {
    await addStates(far);
    near.run("sysctl -qw net.core.xfrm_larval_drop=0");
    const [, back] = tunnelStates(0x1000);
    await done(near.xf.state.add$(back!));
    const events = await follow((listening) => near.xf.acquire$({ listening }));
    const answer = { spi: 0x1000, algAead: gcm };
    const answered$ = near.xf.acquire$().pipe(
      filter((event) => event.type === "acquire"),
      concatMap((event) => event.answer$(answer)),
    );
    const answers = await follow((listening) => merge(answered$, near.xf.expire$({ listening })));
    const file = near.run("mktemp").trim();
    near.run(`(ping -c1 -W60 -I 10.1.0.1 10.2.0.1 >${file} 2>&1; echo over >>${file}) >/dev/null 2>&1 &`);
    const { seq } = (await events.next(({ type }) => type === "acquire")) as XfrmAcquireEvent;
    await answers.next(() => true);
    const found = await one(near.xf.state.get$({ daddr: "192.0.2.2", spi: 0x1000, proto: "esp" }));
    expect(found).toMatchObject({ saddr: "192.0.2.1", mode: "tunnel", reqid: 7, seq });
    await eventually(() => expect(near.run(`cat ${file}`)).toContain("over"));
    expect(near.run(`cat ${file}; rm ${file}`)).toContain("1 received");
    for (const { subscription } of [events, answers]) subscription.unsubscribe();
  });

  it("ends when its bytes are used up, and can be replaced in time", async () => {
    await addStates(near, far);
    const [out] = tunnelStates(0x1000);
    const lft = { softByteLimit: 3000n, hardByteLimit: 6000n };
    await done(near.xf.state.change$({ daddr: out!.daddr!, spi: 0x1000, proto: "esp", lft }));
    const events = await follow((listening) => near.xf.events$({ groups: ["expire", "sa"], listening }));
    let sent = 0;
    const isSoft = (event: XfrmEvent) => event.type === "expire" && !event.hard;
    while (!events.values.some(isSoft) && sent++ < 20) {
      expect(ping(near, 1000)).toBe(true);
      await one(near.xf.sad.get$());
    }
    expect(events.values.find(isSoft)).toMatchObject({ state: { spi: 0x1000, daddr: "192.0.2.2" } });
    // Another state with another SPI takes over.
    const next = { ...out!, spi: 0x2000 };
    await done(far.xf.state.add$(next));
    await done(near.xf.state.add$(next));
    await done(near.xf.state.delete$({ daddr: out!.daddr!, spi: 0x1000, proto: "esp" }));
    expect(ping(near, 1000)).toBe(true);
    expect(await one(far.xf.state.get$({ daddr: "192.0.2.2", spi: 0x2000, proto: "esp" }))).toMatchObject({
      curlft: { packets: 1n },
    });
    events.subscription.unsubscribe();
  });

  it("is removed by its hard limit, which the state sees", async () => {
    await addStates(near, far);
    const id = { daddr: "192.0.2.2", spi: 0x1000, proto: "esp" } as const;
    await done(near.xf.state.change$({ ...id, lft: { hardByteLimit: 1500n } }));
    const events = await follow((listening) => near.xf.events$({ groups: ["expire", "sa"], listening }));
    const seen = await follow((listening) => near.xf.state.watch$({ spi: 0x1000 }, { listening }));
    await seen.next(({ type }) => type === "synced");
    for (let sent = 0; sent < 4; sent++) ping(near, 1000);
    await seen.next(({ type }) => type === "removed");
    const ended = events.values.filter((event) => event.type === "expire" && event.hard);
    expect(ended).toMatchObject([{ state: { spi: 0x1000 } }]);
    expect(events.values.filter(isOf("state"))).toEqual([]);
    seen.subscription.unsubscribe();
    events.subscription.unsubscribe();
  });

  it("moves to other addresses", async () => {
    await addStates(near);
    await done(
      near.xf.policy.migrate$({
        sel: { daddr: "10.2.0.0/16", saddr: "10.1.0.0/16" },
        dir: "out",
        migrate: [
          {
            ...{ oldDaddr: "192.0.2.2", oldSaddr: "192.0.2.1" },
            ...{ newDaddr: "192.0.2.9", newSaddr: "192.0.2.1" },
            ...{ proto: "esp", mode: "tunnel", reqid: 7 },
          },
        ],
      }),
    );
    const states = await all(near.xf.state.list$());
    expect(states.map(({ daddr }) => daddr).sort()).toEqual(["192.0.2.1", "192.0.2.9"]);
    const [policy] = await all(near.xf.policy.list$({ dir: "out" }));
    expect(policy).toMatchObject({ tmpl: [{ daddr: "192.0.2.9" }] });
  });
});

describeEsp("an xfrm interface", () => {
  it("carries packets of the states and policies with its id", async () => {
    const [near, far] = await openPair();
    const link = "ip link add x0 type xfrm dev lo if_id 0x42; ip link set x0 up";
    near.run(`${link}; ip route replace 10.2.0.0/16 dev x0 src 10.1.0.1`);
    far.run(`${link}; ip route replace 10.1.0.0/16 dev x0 src 10.2.0.1`);
    for (const [end, { xf }] of [
      ["near", near],
      ["far", far],
    ] as const) {
      for (const policy of tunnelPolicies(end)) await done(xf.policy.add$({ ...policy, ifId: 0x42 }));
      for (const state of tunnelStates(0x1000)) await done(xf.state.add$({ ...state, ifId: 0x42 }));
    }
    expect(ping(near)).toBe(true);
    expect(await all(near.xf.state.list$({ ifId: 0x42 }))).toHaveLength(2);
    await near.close();
    await far.close();
  });
});
