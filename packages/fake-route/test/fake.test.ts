import {
  ClosedError,
  Connection,
  DumpInterruptedError,
  definitionOf,
  FlowControl,
  KernelError,
  type NetlinkNotification,
  OutcomeUnknownError,
} from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { type Link, linkFlags, linkObject, type Rtnetlink, rtnetlink } from "@rxnetlink/route";
import { type Fault, type Occasion, randomFaults } from "@rxnetlink/testing/fake";
import type { Observable } from "rxjs";
import { describe, expect, it } from "vitest";
import { type FakeKernelOptions, fakeKernel } from "#src/fake-kernel.js";

const { up } = linkFlags.bits;
const ETHERNET = { links: [{ ifname: "eth0" }] };
const ETH0 = 2;

/** Waits until everything has happened that needs no clock. */
const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));

function open(options: FakeKernelOptions = ETHERNET) {
  const kernel = fakeKernel(options);
  return { kernel, nl: rtnetlink({ transport: kernel.transport }) };
}

/** Opens a kernel whose link is up and has an address. */
async function connected(options?: FakeKernelOptions) {
  const opened = open(options);
  await all(opened.nl.link.change$({ index: ETH0, flags: up }));
  await all(opened.nl.address.add$({ index: ETH0, local: "192.0.2.1", prefixlen: 24 }));
  return opened;
}

async function rejection(request$: Observable<unknown>): Promise<Partial<KernelError>> {
  const error = await all(request$).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KernelError);
  const { code, text, path } = error as KernelError;
  return { code, ...(text && { text }), ...(path && { path }) };
}

async function listen(nl: Rtnetlink): Promise<() => string[]> {
  const heard: NetlinkNotification<object>[] = [];
  const objects = [nl.link, nl.address, nl.route, nl.neighbour].map(
    (object) => definitionOf(object) as never,
  );
  nl.connection.notifications$<object>(objects).subscribe((notification) => heard.push(notification));
  await quiet();
  return () => heard.splice(0).map((one) => ("object" in one ? `${one.type} ${one.object}` : one.type));
}

describe("the fake kernel", () => {
  it("starts with lo and its Ethernet links, all down", async () => {
    const { nl } = open();
    expect(await all(nl.link.list$())).toMatchObject([
      { index: 1, ifname: "lo", type: "loopback", operstate: "down" },
      { index: ETH0, ifname: "eth0", mtu: 1500, operstate: "down" },
    ]);
  });

  it("looks up links by name for requests and matches, as the kernel does", async () => {
    const { nl } = await connected();
    await all(nl.route.add$({ dst: "198.51.100.0/24", oif: "eth0" }));
    expect(await all(nl.route.list$({ dst: "198.51.100.0/24", oif: "eth0" }))).toMatchObject([
      { dst: "198.51.100.0", dstLen: 24, oif: ETH0 },
    ]);
    expect(await rejection(nl.address.add$({ index: "eth1", local: "192.0.2.2/24" }))).toEqual({
      code: "ENODEV",
      text: 'there is no link "eth1"',
      path: "index",
    });
  });

  it("rejects requests with the kernel's message and the member at fault", async () => {
    const { nl } = open();
    expect(
      await rejection(nl.link.add$({ ifname: "a-name-that-is-too-long", linkinfo: { kind: "bridge" } })),
    ).toEqual({
      code: "ERANGE",
      text: "Attribute failed policy validation",
      path: "ifname",
    });
    expect(await rejection(nl.link.add$({ linkinfo: { kind: "nosuch" } }))).toEqual({
      code: "EOPNOTSUPP",
      text: "Unknown device type",
    });
    expect(await rejection(nl.link.delete$({ index: ETH0 }))).toEqual({ code: "EOPNOTSUPP" });
    expect(await rejection(nl.link.get$({ index: 9 }))).toEqual({ code: "ENODEV" });
    expect(await rejection(nl.nexthop.add$({ id: 1 }))).toEqual({ code: "EOPNOTSUPP" });
    expect(await rejection(nl.route.list$({ family: "inet", table: 77 }))).toMatchObject({ code: "ENOENT" });
  });

  it("rejects changes without privilege", async () => {
    const { nl } = open({ ...ETHERNET, privileged: false });
    expect(await rejection(nl.link.change$({ index: ETH0, mtu: 1400 }))).toEqual({ code: "EPERM" });
    expect(await all(nl.link.list$())).toHaveLength(2);
  });

  it("notifies of a change and of its consequences", async () => {
    const { nl } = open();
    const notified = await listen(nl);
    await all(nl.link.change$({ index: ETH0, flags: up }));
    await all(nl.address.add$({ index: ETH0, local: "192.0.2.1", prefixlen: 24 }));
    await all(nl.neighbour.add$({ ndmIfindex: ETH0, dst: "192.0.2.2", lladdr: "02:00:00:00:00:09" }));
    await quiet();
    const routes = ["new route", "new route", "new route"];
    expect(notified()).toEqual(["new link", "new route", "new address", ...routes, "new neighbour"]);
    await all(nl.link.change$({ index: ETH0, flags: 0, change: up }));
    await quiet();
    expect(notified()).toEqual(["new link", "delete route", "delete neighbour"]);
    expect((await all(nl.route.list$())).map(({ type, dst }) => [type, dst])).toEqual([
      ["local", "192.0.2.1"],
    ]);
  });

  it("deletes secondary addresses with their primary one, and the routes of the last address", async () => {
    const { nl } = await connected();
    await all(nl.address.add$({ index: ETH0, local: "192.0.2.7", prefixlen: 24 }));
    await all(nl.route.add$({ dst: "198.51.100.0", dstLen: 24, gateway: "192.0.2.9" }));
    await all(nl.address.delete$({ index: ETH0, local: "192.0.2.1", prefixlen: 24 }));
    expect(await all(nl.address.list$())).toEqual([]);
    expect((await all(nl.route.list$())).map(({ dst }) => dst)).toEqual(["ff00::"]);
  });

  it("links veth pairs, bridges and VLANs to each other", async () => {
    const { nl, kernel } = open();
    await all(nl.link.add$({ ifname: "v0", linkinfo: { data: { veth: { peer: { ifname: "v1" } } } } }));
    await all(nl.link.add$({ ifname: "br0", linkinfo: { kind: "bridge" } }));
    await all(nl.link.change$({ index: ETH0, flags: up }));
    await all(nl.link.add$({ ifname: "eth0.7", link: ETH0, linkinfo: { data: { vlan: { id: 7 } } } }));
    const links = async () =>
      new Map((await all(nl.link.list$())).map((link): [string | undefined, Link] => [link.ifname, link]));
    const indexOf = async (name: string) => (await links()).get(name)?.index ?? 0;
    for (const name of ["v0", "v1", "br0", "eth0.7"])
      await all(nl.link.change$({ index: await indexOf(name), flags: up }));
    const v0 = await indexOf("v0");
    await all(nl.link.change$({ index: v0, master: await indexOf("br0") }));
    const states = async () => [...(await links())].map(([name, { operstate }]) => `${name} ${operstate}`);
    expect(await states()).toEqual(["lo down", "eth0 up", "v1 up", "v0 up", "br0 up", "eth0.7 up"]);
    kernel.carrier("eth0", false);
    await all(nl.link.delete$({ index: await indexOf("v1") }));
    expect(await states()).toEqual(["lo down", "eth0 down", "br0 down", "eth0.7 lowerlayerdown"]);
  });

  it("joins IPv6 nexthops, and lists IPv4 routes one after the other", async () => {
    const { nl } = await connected();
    const v6 = { dst: "2001:db8::", dstLen: 32, oif: ETH0 };
    await all(nl.route.add$({ ...v6, gateway: "fe80::1" }));
    expect(await rejection(nl.route.add$({ ...v6, gateway: "fe80::2" }))).toEqual({ code: "EEXIST" });
    await all(nl.route.append$({ ...v6, gateway: "fe80::2" }));
    const [joined] = await all(nl.route.list$({ dst: v6.dst }));
    expect(joined?.multipath?.map(({ gateway }) => gateway)).toEqual(["fe80::1", "fe80::2"]);
    const v4 = { dst: "198.51.100.0", dstLen: 24 };
    for (const last of [2, 3]) await all(nl.route.append$({ ...v4, gateway: `192.0.2.${last}` }));
    await all(nl.route.delete$(v4));
    expect(await all(nl.route.list$(v4))).toMatchObject([{ gateway: "192.0.2.3", oif: ETH0 }]);
    expect(await all(nl.route.get$({ dst: "198.51.100.7" }))).toMatchObject([{ gateway: "192.0.2.3" }]);
    expect(await rejection(nl.route.get$({ dst: "203.0.113.1" }))).toMatchObject({ code: "ENETUNREACH" });
  });

  it("chooses the priority of rules, and flags those whose link is missing", async () => {
    const { nl } = open();
    await all(nl.rule.add$({ iifname: "eth1", table: 100 }));
    await all(nl.rule.add$({ src: "192.0.2.0", srcLen: 24, table: 100 }));
    const rules = await all(nl.rule.list$({ family: "inet" }));
    expect(rules.map(({ priority, flags }) => [priority, flags])).toEqual([
      [undefined, 0],
      [32764, 0],
      [32765, 8],
      [32766, 0],
      [32767, 0],
    ]);
    expect(await rejection(nl.rule.delete$({ table: 101 }))).toEqual({ code: "ENOENT" });
  });

  it("drops datagrams when a queue is full, reports one overrun, and resumes when it is empty", async () => {
    const { nl } = open({ ...ETHERNET, receiveQueue: 3 });
    const flowControl = new FlowControl();
    const heard: NetlinkNotification<Link>[] = [];
    nl.link.notifications$({ flowControl }).subscribe((notification) => heard.push(notification));
    await quiet();
    flowControl.pause();
    for (let mtu = 1400; mtu < 1405; mtu++) await all(nl.link.change$({ index: ETH0, mtu }));
    flowControl.resume();
    await quiet();
    await all(nl.link.change$({ index: ETH0, mtu: 1500 }));
    await quiet();
    const change = (mtu: number) => ({ type: "new", value: { mtu } });
    expect(heard).toMatchObject([
      { type: "overrun", drops: 2 },
      ...[1400, 1401, 1402].map(change),
      { type: "drained" },
      change(1500),
    ]);
  });
});

describe("faults", () => {
  const faulty = (fault: Fault, on: Occasion["on"], nth = 1) =>
    open({ ...ETHERNET, faults: [{ on, fault, nth }] });
  const dump$ = (nl: Rtnetlink) => nl.connection.dump$({ type: 18, layout: linkObject.layout, value: {} });

  it.each([
    ["dumpInterrupted", DumpInterruptedError],
    ["busy", KernelError],
    ["overrun", OutcomeUnknownError],
    ["truncated", OutcomeUnknownError],
    ["death", ClosedError],
  ] as const)("%s ends a dump with its error", async (fault, Kind) => {
    const { nl } = faulty(fault, "dump");
    await expect(all(dump$(nl))).rejects.toBeInstanceOf(Kind);
    expect(await all(dump$(nl))).toHaveLength(2);
  });

  it.each(["dumpInterrupted", "busy", "overrun", "reorder", "delay"] as const)(
    "list$ recovers from %s",
    async (fault) => {
      expect(await all(faulty(fault, "dump").nl.link.list$())).toHaveLength(2);
    },
  );

  it.each([
    ["lostAck", OutcomeUnknownError, 1400],
    ["truncated", OutcomeUnknownError, 1400],
    ["death", ClosedError, 1400],
    ["busy", KernelError, 1500],
  ] as const)("%s ends a request with its error", async (fault, Kind, mtu) => {
    const { nl } = faulty(fault, "request");
    await expect(all(nl.link.change$({ index: ETH0, mtu: 1400 }))).rejects.toBeInstanceOf(Kind);
    expect(await all(nl.link.get$({ index: ETH0 }))).toMatchObject([{ mtu }]);
  });

  it.each([
    ["overrun", ["overrun", "drained"]],
    ["truncated", ["malformed"]],
    ["reorder", ["new link"]],
    ["delay", ["new link"]],
  ] as const)("%s of a notification arrives as %j", async (fault, expected) => {
    const { nl } = faulty(fault, "notification");
    const notified = await listen(nl);
    await all(nl.link.change$({ index: ETH0, mtu: 1400 }));
    await quiet();
    expect(notified()).toEqual(expected);
  });

  it("death of the socket ends notifications with an error; a new subscription works", async () => {
    const { nl } = faulty("death", "notification");
    const ended = all(nl.link.notifications$());
    await Promise.all([
      expect(ended).rejects.toBeInstanceOf(ClosedError),
      quiet().then(() => all(nl.link.change$({ index: ETH0, mtu: 1400 }))),
    ]);
    const notified = await listen(nl);
    await all(nl.link.change$({ index: ETH0, mtu: 1300 }));
    await quiet();
    expect(notified()).toEqual(["new link"]);
  });

  it("are drawn from those given that can occur", () => {
    const faults = randomFaults(1, 1, ["busy", "truncated", "lostAck"]);
    const chosen = (on: Occasion["on"]) =>
      new Set(Array.from({ length: 100 }, () => faults({ on, object: "link" })));
    expect(chosen("dump")).toEqual(new Set(["busy", "truncated"]));
    expect(chosen("request")).toEqual(new Set(["truncated", "lostAck"]));
    expect(chosen("notification")).toEqual(new Set(["truncated"]));
    expect(randomFaults(1, 1, ["busy"])({ on: "request", object: "link" })).toBeUndefined();
  });

  it("hit the nth matching occasion", async () => {
    const faults = [{ on: "request", object: "link", nth: 2, fault: "busy" }] as const;
    const { nl } = open({ ...ETHERNET, faults });
    await all(nl.link.change$({ index: ETH0, mtu: 1400 }));
    expect(await rejection(nl.link.change$({ index: ETH0, mtu: 1300 }))).toEqual({ code: "EBUSY" });
    await all(nl.link.change$({ index: ETH0, mtu: 1300 }));
  });

  it("rejects other protocols", async () => {
    const connection = new Connection(fakeKernel().transport, { protocol: 16 });
    await expect(all(connection.dump$({ type: 16, layout: linkObject.layout, value: {} }))).rejects.toThrow(
      "EPROTONOSUPPORT",
    );
  });
});
