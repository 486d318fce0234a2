import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type ChangeNotification, EncodeError } from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import type { Namespace } from "@rxnetlink/transport";
import { firstValueFrom, ReplaySubject, type Subscription } from "rxjs";
import { filter } from "rxjs/operators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Link } from "#src/link/layout.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { whyNoNamespace } from "../support/skip.js";

const why = whyNoNamespace("links between namespaces");
/** Id of the other namespace. */
const NSID = 7;

describe.skipIf(why !== undefined)("links between namespaces", () => {
  const netns = useNamespace();
  let other: Namespace;
  let there: Rtnetlink;
  let process: ChildProcess;
  const subscriptions: Subscription[] = [];
  const here$ = new ReplaySubject<ChangeNotification<Link>>();
  const there$ = new ReplaySubject<ChangeNotification<Link>>();

  const collectNotifications = (nl: Rtnetlink, into: ReplaySubject<ChangeNotification<Link>>) =>
    new Promise<void>((listening) => {
      const received$ = nl.link.notifications$({ listening });
      subscriptions.push(received$.subscribe((change) => "value" in change && into.next(change)));
    });
  /** Returns the notification of a link with that name. */
  const received = (from$: ReplaySubject<ChangeNotification<Link>>, event: "new" | "delete", name: string) =>
    firstValueFrom(from$.pipe(filter((one) => one.type === event && one.value.ifname === name)));

  const ifb = (ifname: string, more: Partial<Link> = {}) =>
    done(netns.nl.link.add$({ ifname, linkinfo: { kind: "ifb" }, ...more }));
  const isThere = async (ifname: string) => (await all(there.link.list$({ ifname }))).length === 1;

  beforeAll(async () => {
    other = await netns.sandbox.transport.createNamespace();
    there = rtnetlink({ transport: netns.sandbox.transport, namespace: other.ref });
    process = spawn("nsenter", [`--net=${other.path}`, "sh", "-c", "echo in; cat"]);
    await once(process.stdout!, "data");
    await done(netns.nl.nsid.add$({ fd: other.fd, nsid: NSID }));
    await Promise.all([collectNotifications(netns.nl, here$), collectNotifications(there, there$)]);
  }, PATIENCE);
  afterAll(() => {
    for (const subscription of subscriptions) subscription.unsubscribe();
    process?.stdin?.end();
    other?.close();
  });

  it("move by file descriptor, with notifications on both sides", { timeout: PATIENCE }, async () => {
    await ifb("by-fd");
    const { index } = await netns.link("by-fd");
    await done(netns.nl.link.change$({ ifname: "by-fd", netNsFd: other.fd }));
    expect(await isThere("by-fd")).toBe(true);
    const left = (await received(here$, "delete", "by-fd")).value;
    const come = (await received(there$, "new", "by-fd")).value;
    expect(left).toMatchObject({ index, newNetnsid: NSID, newIfindex: come.index });
    expect(come.index).toBe((await one(there.link.get$({ ifname: "by-fd" }))).index);
  });

  it("move by process id, with another name and index", { timeout: PATIENCE }, async () => {
    await ifb("by-pid");
    const { index } = await netns.link("by-pid");
    const moved = { index, ifname: "renamed", netNsPid: process.pid!, newIfindex: 4711 };
    await done(netns.nl.link.change$(moved));
    expect(await one(there.link.get$({ ifname: "renamed" }))).toMatchObject({ index: 4711 });
    expect((await received(here$, "delete", "by-pid")).value).toMatchObject({ index, newIfindex: 4711 });
  });

  it("are added, listed and deleted in another namespace by its id", { timeout: PATIENCE }, async () => {
    await ifb("by-nsid", { targetNetnsid: NSID });
    expect(await isThere("by-nsid")).toBe(true);
    const listed = await all(netns.nl.link.list$({ targetNetnsid: NSID }));
    expect(listed.map(({ ifname }) => ifname)).toContain("by-nsid");
    expect(listed.every(({ targetNetnsid }) => targetNetnsid === NSID)).toBe(true);
    await done(netns.nl.link.delete$({ ifname: "by-nsid", targetNetnsid: NSID }));
    expect(await isThere("by-nsid")).toBe(false);
  });

  it("have a peer in another namespace, with its own attributes", { timeout: PATIENCE }, async () => {
    const peer = { ifname: "peer", mtu: 1400, address: "02:00:00:00:00:77", group: 5, numTxQueues: 2 };
    const data = { veth: { peer: { ...peer, netNsFd: other.fd } } };
    await done(netns.nl.link.add$({ ifname: "veth0", linkinfo: { data } }));
    const far = await one(there.link.get$({ ifname: "peer" }));
    expect(far).toMatchObject({ ...peer, linkinfo: { kind: "veth" } });
    const near = await netns.link("veth0");
    expect(near).toMatchObject({ linkNetnsid: NSID, link: far.index });
    const [printed] = netns.ip("-d link show veth0");
    expect(printed).toMatchObject({ link_index: near.link, link_netnsid: NSID });
  });

  it("have their lower link in another namespace", { timeout: PATIENCE }, async () => {
    await done(there.link.add$({ ifname: "lower", linkinfo: { kind: "ifb" } }));
    const { index: link } = await one(there.link.get$({ ifname: "lower" }));
    const data = { macvlan: { mode: "bridge" } } as const;
    await done(netns.nl.link.add$({ ifname: "upper", link, linkNetnsid: NSID, linkinfo: { data } }));
    const upper = await netns.link("upper");
    expect(upper).toMatchObject({ link, linkNetnsid: NSID });
    expect(netns.ip("-d link show upper")[0]).toMatchObject({ link_netnsid: NSID });
  });

  it("are reported with a new name", { timeout: PATIENCE }, async () => {
    await ifb("before");
    const { index } = await netns.link("before");
    await done(netns.nl.link.change$({ index, ifname: "after" }));
    expect((await received(here$, "new", "after")).value.index).toBe(index);
    expect(netns.ip("link show after")[0]).toMatchObject({ ifindex: index });
  });

  it("are found by alternative names, which can be added and removed", { timeout: PATIENCE }, async () => {
    await ifb("named");
    const altIfname = ["wan", "a-rather-long-alternative-name"];
    await done(netns.nl.linkprop.add$({ ifname: "named", propList: { altIfname } }));
    const { index, propList } = await one(netns.nl.link.get$({ altIfname: altIfname[1]! }));
    expect(propList?.altIfname).toEqual(netns.ip("link show named")[0]?.altnames);
    expect([...propList!.altIfname!].sort()).toEqual(altIfname.toSorted());
    await done(netns.nl.linkprop.delete$({ index, propList: { altIfname: ["wan"] } }));
    expect((await netns.link("named")).propList?.altIfname).toEqual([altIfname[1]]);
    await expect(one(netns.nl.link.get$({ altIfname: "wan" }))).rejects.toMatchObject({ code: "ENODEV" });
  });

  it("accept alternative names only from linkprop: the kernel ignores them elsewhere", {
    timeout: PATIENCE,
  }, async () => {
    await ifb("plain");
    const { index } = await netns.link("plain");
    const value = { index, propList: { altIfname: ["ignored"] } } as Link;
    await expect(done(netns.nl.link.change$(value))).rejects.toBeInstanceOf(EncodeError);
  });
});
