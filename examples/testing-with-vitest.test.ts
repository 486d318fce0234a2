// Tests uplink.ts without a kernel: on any system, without root.

import { readFileSync } from "node:fs";
import { fakeKernel } from "@rxnetlink/fake-route";
import { linkFlags, rtnetlink } from "@rxnetlink/route";
import { replay, scriptedTransport } from "@rxnetlink/testing";
import { firstValueFrom, lastValueFrom, take, tap, toArray } from "rxjs";
import { expect, test } from "vitest";
import { uplink$ } from "./uplink.js";

// Made by record-uplink.ts while the cable of eth0 was unplugged and plugged in again, then wlan0 went down, then eth0.
const recorded = readFileSync(new URL("../recordings/uplink.pcapng", import.meta.url));

test("a cable is unplugged and plugged in again", async () => {
  const kernel = fakeKernel({ links: [{ ifname: "eth0" }, { ifname: "wlan0" }] });
  const nl = rtnetlink(kernel.transport);
  const up = { flags: linkFlags.of("up") };
  for (const ifname of ["eth0", "wlan0"]) await lastValueFrom(nl.link.change$({ ifname, ...up }));
  const taken: (string | undefined)[] = [];
  const third = uplink$(nl, ["eth0", "wlan0"]).pipe(
    tap((name) => taken.push(name)),
    // Each event is caused as soon as the previous one has been seen.
    tap((name) => kernel.carrier("eth0", name !== "eth0")),
    take(3),
  );
  await lastValueFrom(third);
  expect(taken).toEqual(["eth0", "wlan0", "eth0"]);
});

test("the second link takes over while the first one is down", async () => {
  const nl = rtnetlink(replay(recorded));
  const taken = await firstValueFrom(uplink$(nl, ["eth0", "wlan0"]).pipe(toArray()));
  expect(taken).toEqual(["eth0", "wlan0", "eth0", undefined]);
});

test("the order of the names decides", async () => {
  const nl = rtnetlink(replay(recorded));
  const taken = await firstValueFrom(uplink$(nl, ["wlan0", "eth0"]).pipe(toArray()));
  expect(taken).toEqual(["wlan0", "eth0", undefined]);
});

test("subscribers get an error if the kernel is out of reach", async () => {
  const broken = scriptedTransport((_request, socket) => socket.fail(new Error("the cat ate it")));
  await expect(lastValueFrom(uplink$(rtnetlink(broken), ["eth0"]))).rejects.toThrow("the cat ate it");
});
