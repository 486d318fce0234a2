// Tests uplink.ts without a kernel: on any system, without root.

import { readFileSync } from "node:fs";
import { rtnetlink } from "@rxnetlink/route";
import { replay, scriptedTransport } from "@rxnetlink/testing";
import { firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { expect, test } from "vitest";
import { uplink$ } from "./uplink.js";

// Made by record-uplink.ts. Meanwhile the cable of eth0 was pulled out and put back, then wlan0 went, then eth0.
const recorded = readFileSync(new URL("../recordings/uplink.pcapng", import.meta.url));

test("the second link is taken while the first one is down", async () => {
  const nl = rtnetlink(replay(recorded));
  const taken = await firstValueFrom(uplink$(nl, ["eth0", "wlan0"]).pipe(toArray()));
  expect(taken).toEqual(["eth0", "wlan0", "eth0", undefined]);
});

test("the order of the names decides", async () => {
  const nl = rtnetlink(replay(recorded));
  const taken = await firstValueFrom(uplink$(nl, ["wlan0", "eth0"]).pipe(toArray()));
  expect(taken).toEqual(["wlan0", "eth0", undefined]);
});

test("who uses it is told when the kernel is out of reach", async () => {
  const broken = scriptedTransport((_request, socket) => socket.fail(new Error("the cat ate it")));
  await expect(lastValueFrom(uplink$(rtnetlink(broken), ["eth0"]))).rejects.toThrow("the cat ate it");
});
