// The whole agent against a kernel in memory.

import { fakeKernel } from "@rxnetlink/fake-route";
import { filter, map, ReplaySubject, takeUntil, timer } from "rxjs";
import { type KernelRtnetlink, neighbourState, rtnetlink, type Transport } from "rxnetlink";
import { all, done, one } from "rxnetlink/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { failover$, type Status } from "./agent.js";
import { probe$ } from "./probe.js";

const uplinks = [
  { ifname: "eth0", gateway: "192.0.2.254" },
  { ifname: "wwan0", gateway: "198.51.100.254" },
];
let kernel: ReturnType<typeof fakeKernel>;
let nl: KernelRtnetlink<Transport>;
let status$: ReplaySubject<Status>;

beforeEach(async () => {
  kernel = fakeKernel({ links: [{ ifname: "eth0" }, { ifname: "wwan0" }] });
  nl = rtnetlink({ transport: kernel.transport });
  for (const { ifname } of uplinks) await done(nl.link.change$({ ifname, flags: { up: true } }));
  await done(nl.address.add$({ index: "eth0", local: "192.0.2.1/24" }));
  await done(nl.address.add$({ index: "wwan0", local: "198.51.100.1/24" }));
  status$ = new ReplaySubject();
  failover$(nl, { uplinks, holdDown: 0 }).subscribe(status$);
});
// All streams complete.
afterEach(() => nl.close());

/** Closes the connection, and returns all statuses. */
function statuses(): Promise<Status[]> {
  nl.close();
  return all(status$);
}

/** Waits until the default route, of which there is one, leads by a gateway. */
const leadsBy = (gateway: string) =>
  one(
    nl.route.state$().pipe(
      map((routes) =>
        [...routes.values()].filter(({ dst, family }) => dst === undefined && family === "inet"),
      ),
      filter((routes) => routes.length === 1 && routes[0]?.gateway === gateway),
    ),
  );

/** Sets the state of a gateway as a neighbour, as the kernel does when it answers or does not. */
const answers = (yes: boolean) =>
  done(
    nl.neighbour.replace$({
      ndmIfindex: "eth0",
      dst: "192.0.2.254",
      lladdr: "02:00:00:00:00:09",
      state: neighbourState.of(yes ? "reachable" : "failed"),
    }),
  );

test("the default route moves with the carrier, and back", async () => {
  await leadsBy("192.0.2.254");
  kernel.carrier("eth0", false);
  await leadsBy("198.51.100.254");
  kernel.carrier("eth0", true);
  await leadsBy("192.0.2.254");
  expect(await statuses()).toEqual([
    { active: "eth0", uplinks: { eth0: "ok", wwan0: "ok" } },
    { active: "wwan0", uplinks: { eth0: "noCarrier", wwan0: "ok" } },
    { active: "eth0", uplinks: { eth0: "ok", wwan0: "ok" } },
  ]);
});

test("the default route leaves a gateway that does not answer", async () => {
  await leadsBy("192.0.2.254");
  await answers(true);
  await answers(false);
  await leadsBy("198.51.100.254");
  await answers(true);
  await leadsBy("192.0.2.254");
  expect((await statuses()).map(({ uplinks }) => uplinks.eth0)).toEqual(["ok", "gatewaySilent", "ok"]);
});

test("a default route that somebody deletes is put back", async () => {
  await leadsBy("192.0.2.254");
  await done(nl.route.delete$({ dst: "0.0.0.0/0", gateway: "192.0.2.254" }));
  await leadsBy("192.0.2.254");
  expect(await statuses()).toHaveLength(1);
});

test("nothing is moved while no uplink is healthy, and the status says so", async () => {
  await leadsBy("192.0.2.254");
  for (const { ifname } of uplinks) kernel.carrier(ifname, false);
  const { uplinks: healths } = await one(status$.pipe(filter(({ active }) => active === null)));
  expect(healths).toEqual({ eth0: "noCarrier", wwan0: "noCarrier" });
  await leadsBy("192.0.2.254");
});

test("probes go on where a link is absent", async () => {
  const absent = [{ ifname: "usb0", gateway: "203.0.113.1" }, ...uplinks];
  await done(probe$(nl, absent, 1).pipe(takeUntil(timer(20))));
  await leadsBy("192.0.2.254");
});
