// Events that need no ESP: acquisitions, expiries, and changes of policies and of states that wait for their keys.

import { all, done, one } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { XfrmEvent } from "#src/events/event.js";
import { type Followed, follow } from "../support/follow.js";
import { blocksOf, policyIn, policyOf } from "../support/ip-text.js";
import { describeKernel, type Kernel, LINK, openKernel } from "../support/kernel.js";

const TMPL = "tmpl src 192.0.2.1 dst 192.0.2.2 proto esp reqid 7 mode tunnel";
const POLICY = `ip xfrm policy add src 0.0.0.0/0 dst 10.2.0.0/16 dir out ${TMPL}`;
const spi = { daddr: "192.0.2.2", saddr: "192.0.2.1", proto: "esp", mode: "tunnel" } as const;
/** Sends one datagram; that it cannot leave without a state is no matter. */
const packetTo = (address: string, type: "udp4" | "udp6" = "udp4") =>
  `${process.execPath} -e 'dgram.createSocket("${type}").send("x", 9, "${address}", () => process.exit())'`;

const isOf =
  <K extends XfrmEvent["type"]>(type: K) =>
  (event: XfrmEvent): event is Extract<XfrmEvent, { type: K }> =>
    event.type === type;

describeKernel("events", () => {
  let kernel: Kernel;
  let xf: Kernel["xf"];
  let events: Followed<XfrmEvent>;
  beforeEach(async () => {
    kernel = await openKernel(LINK);
    ({ xf } = kernel);
    events = await follow((listening) => xf.events$({ listening }));
  });
  afterEach(async () => {
    events.subscription.unsubscribe();
    await kernel.close();
  });

  it("of packets without a state name the template, and lead to an SPI", async () => {
    kernel.run(POLICY);
    kernel.run(packetTo("10.2.0.1"));
    const acquired = await events.next(isOf("acquire"));
    expect(acquired).toMatchObject({
      ...{ daddr: "192.0.2.2", saddr: "192.0.2.1", proto: "esp", spi: 0 },
      sel: { daddr: "10.2.0.1" },
      policy: { dir: "out", sel: { daddr: "10.2.0.0", prefixlenD: 16 } },
      tmpl: [{ reqid: 7, mode: "tunnel" }],
    });
    expect(acquired.seq).toBeGreaterThan(0);
    const { seq } = acquired;
    expect(await all(xf.state.list$())).toMatchObject([{ spi: 0, seq, reqid: 7 }]);
    const allocated = await one(acquired.allocSpi$({ min: 0x5000, max: 0x5000 }));
    expect(allocated).toMatchObject({ spi: 0x5000, seq, reqid: 7, mode: "tunnel" });
    expect(await all(xf.state.list$())).toMatchObject([{ spi: 0x5000, seq }]);
  });

  it("of packets over IPv6 have addresses of that family, also those that end in zeros", async () => {
    kernel.run(`ip addr add 2001:db8::/64 dev v0 nodad; ip -6 route add 2001:db8:2::/48 dev v0
      ip xfrm policy add src ::/0 dst 2001:db8:2::/48 dir out tmpl src 2001:db8:: dst 2001:db8:ff:: proto esp mode tunnel`);
    kernel.run(packetTo("2001:db8:2::1", "udp6"));
    const acquired = await events.next(
      (event) => event.type === "acquire" && event.sel.daddr === "2001:db8:2::1",
    );
    expect(acquired).toMatchObject({ daddr: "2001:db8:ff::", saddr: "2001:db8::" });
  });

  it("of SPIs whose time is up say so", async () => {
    kernel.run("sysctl -qw net.core.xfrm_acq_expires=1");
    const { spi: index } = await one(xf.state.allocSpi$(spi));
    const expired = await events.next(isOf("expire"));
    expect(expired).toMatchObject({ hard: true, state: { spi: index, daddr: "192.0.2.2" } });
    expect(await all(xf.state.list$())).toEqual([]);
  });

  it("of policies whose time is up say so", async () => {
    kernel.run(`${POLICY} limit time-soft 1 limit time-hard 2`);
    const isHard = (event: XfrmEvent) => event.type === "policyExpire" && event.hard;
    const expired = await events.next(isHard);
    expect(expired).toMatchObject({ policy: { dir: "out", tmpl: [{ reqid: 7 }] } });
    expect(events.values.filter(isOf("policyExpire")).map(({ hard }) => hard)).toEqual([false, true]);
  });

  it("come at a word, too", async () => {
    kernel.run(POLICY);
    const { index } = await one(xf.policy.list$());
    await done(xf.policy.expire$({ dir: "out", index, hard: 0 }));
    await done(xf.policy.expire$({ dir: "out", index, hard: 1 }));
    await eventually(() => {
      expect(events.values.filter(isOf("policyExpire"))).toMatchObject([{ hard: false }, { hard: true }]);
    });
    expect(await all(xf.policy.list$())).toEqual([]);
  });

  it("of changes come in order, with all members of what is gone", async () => {
    kernel.run(POLICY);
    const made = await one(xf.policy.list$());
    kernel.run(POLICY.replace("add", "update").replace("dir out", "dir out priority 9"));
    kernel.run("ip xfrm policy delete src 0.0.0.0/0 dst 10.2.0.0/16 dir out");
    kernel.run("ip xfrm policy flush; ip xfrm policy setdefault fwd block");
    const { spi: index } = await one(xf.state.allocSpi$(spi));
    await done(xf.state.delete$({ ...spi, spi: index } as never));
    await one(xf.state.allocSpi$(spi));
    await done(xf.state.flushAll$({ proto: "esp" }));
    await events.next(isOf("stateFlush"));
    const { index: policy } = made;
    expect(events.values).toMatchObject([
      { type: "policy", change: "new", policy: { index: policy, priority: 0 } },
      { type: "policy", change: "update", policy: { index: policy, priority: 9 } },
      { type: "policy", change: "delete", policy: { index: policy, priority: 9, tmpl: [{ reqid: 7 }] } },
      { type: "default", fwd: "block" },
      { type: "state", change: "delete", state: { spi: index, lft: {}, mode: "tunnel" } },
      { type: "stateFlush", proto: "esp" },
    ]);
  });

  it("of migrations name the addresses, and the state follows", async () => {
    kernel.run(POLICY);
    const watched = await follow((listening) => xf.policy.watch$({}, { listening }));
    const migrate = {
      ...{ oldDaddr: "192.0.2.2", oldSaddr: "192.0.2.1" },
      ...{ newDaddr: "2001:db8::2", newSaddr: "2001:db8::1" },
      ...({ proto: "esp", mode: "tunnel", reqid: 7 } as const),
    };
    await done(xf.policy.migrate$({ sel: { daddr: "10.2.0.0/16" }, dir: "out", migrate: [migrate] }));
    expect(await events.next(isOf("migrate"))).toMatchObject({ dir: "out", migrate: [migrate] });
    const tmpl = [{ daddr: "2001:db8::2", saddr: "2001:db8::1", family: "inet6", reqid: 7 }];
    expect(await all(xf.policy.list$())).toMatchObject([{ tmpl }]);
    expect(await watched.next(({ type }) => type === "changed")).toMatchObject({ current: { tmpl } });
    watched.subscription.unsubscribe();
  });

  it("are limited to groups", async () => {
    const some = await follow((listening) => xf.events$({ groups: ["policy"], listening }));
    await one(xf.state.allocSpi$(spi));
    await done(xf.state.flushAll$("all"));
    kernel.run(POLICY);
    await some.next(isOf("policy"));
    expect(some.values).toMatchObject([{ type: "policy" }]);
    some.subscription.unsubscribe();
  });

  it("are those that ip prints", async () => {
    const update = POLICY.replace("add", "update").replace("dir out", "dir out priority 9");
    const output = kernel.run(`file=$(mktemp); ip -s xfrm monitor policy >$file & monitor=$!
      until grep -qw $monitor /proc/net/netlink; do :; done
      ${POLICY}; ${update}; ip xfrm policy deleteall
      until grep -q Deleted $file; do :; done
      kill $monitor; cat $file; rm $file`);
    await eventually(() => expect(events.values.filter(isOf("policy"))).toHaveLength(3));
    const changes = events.values.filter(isOf("policy"));
    expect(blocksOf(output).map(policyIn)).toEqual(changes.map(({ policy }) => policyOf(policy)));
  });
});
