// Tests uplink.ts without a kernel: on any system, without root.

import { readFileSync } from "node:fs";
import { fakeKernel } from "@rxnetlink/fake-route";
import { rtnetlink } from "@rxnetlink/route";
import { replay, scriptedTransport } from "@rxnetlink/testing";
import { take, tap } from "rxjs";
import { all, done } from "rxnetlink/promises";
import { expect, test } from "vitest";
import { uplink$ } from "./uplink.js";

// Made by record-uplink.ts while the cable of eth0 was unplugged and plugged in again, then wlan0 went down, then eth0.
const recorded = readFileSync(new URL("../../testing/recordings/uplink.pcapng", import.meta.url));

test("a cable is unplugged and plugged in again", async () => {
  const kernel = fakeKernel({ links: [{ ifname: "eth0" }, { ifname: "wlan0" }] });
  const nl = rtnetlink({ transport: kernel.transport });
  for (const ifname of ["eth0", "wlan0"]) await done(nl.link.change$({ ifname, flags: { up: true } }));
  const uplinks$ = uplink$(nl, ["eth0", "wlan0"]).pipe(
    // Each event is caused as soon as the previous one has been seen.
    tap((name) => kernel.carrier("eth0", name !== "eth0")),
    take(3),
  );
  expect(await all(uplinks$)).toEqual(["eth0", "wlan0", "eth0"]);
});

test("the second link takes over while the first one is down", async () => {
  const nl = rtnetlink({ transport: replay(recorded) });
  expect(await all(uplink$(nl, ["eth0", "wlan0"]))).toEqual(["eth0", "wlan0", "eth0", undefined]);
});

test("the order of the names decides", async () => {
  const nl = rtnetlink({ transport: replay(recorded) });
  expect(await all(uplink$(nl, ["wlan0", "eth0"]))).toEqual(["wlan0", "eth0", undefined]);
});

test("subscribers get an error if the kernel is out of reach", async () => {
  const broken = scriptedTransport((_request, socket) => socket.fail(new Error("the cat ate it")));
  await expect(all(uplink$(rtnetlink({ transport: broken }), ["eth0"]))).rejects.toThrow("the cat ate it");
});
