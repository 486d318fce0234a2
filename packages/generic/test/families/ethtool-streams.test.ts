// Streams whose messages no kernel at hand sends: cable tests, flashing, rates.

import { KernelError } from "@rxnetlink/core";
import { type AnyType, NLMSG_ERROR, nlmsgerr, Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, take, toArray } from "rxjs";
import { expect, test } from "vitest";
import { ethtoolFamily } from "#src/ethtool/family.js";
import * as et from "#src/ethtool/index.js";
import { commandOf } from "#src/family/genlmsghdr.js";
import { FAMILY_ID, loaded } from "../support/loaded.js";

const eth0 = { devIndex: 2, devName: "eth0" };

interface Sender {
  /** Sends a message of the family; the sequence number of a notification is 0. */
  send(type: number, layout: AnyType, value: object, sequence?: number): void;
  /** Acknowledges the request. */
  acknowledge(): void;
}

/** Opens the family over a kernel that knows one link, and handles all other commands by a function. */
function opened(handle: (type: number, kernel: Sender) => void): et.Ethtool {
  const transport = scriptedTransport((bytes, socket) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const asked = view.getUint32(8, true);
    const { portId } = socket;
    const deliver = (type: number, layout: AnyType, value: object, sequence: number, command?: number) => {
      const out = new Writer();
      writeMessage(out, { type, flags: 0, sequence, portId, layout, value });
      const message = out.take();
      if (command !== undefined) message[16] = command;
      socket.deliver(datagram(message));
    };
    const kernel: Sender = {
      send: (type, layout, value, sequence = 0) =>
        deliver(FAMILY_ID, layout, value, sequence, commandOf(type)),
      acknowledge() {
        const request = { length: 20, type: FAMILY_ID, flags: 0, sequence: asked, portId };
        deliver(NLMSG_ERROR, nlmsgerr, { error: 0, request }, asked);
      },
    };
    const type = 0x8000 | bytes[16]!;
    if (type === et.ETHTOOL_MSG_LINKSTATE_GET)
      kernel.send(et.ETHTOOL_MSG_LINKSTATE_GET_REPLY, et.linkStateMessage, eth0, asked);
    else if (type === et.ETHTOOL_MSG_STATS_GET) handle(asked, kernel);
    else handle(type, kernel);
  });
  return et.ethtool({ transport: loaded(transport, ethtoolFamily) });
}

test("a cable test ends with its results, without those of other links", async () => {
  const nest = { result: [{ pair: "a" as const, code: "ok" as const }] };
  const family = opened((type, { send, acknowledge }) => {
    expect(type).toBe(et.ETHTOOL_MSG_CABLE_TEST_ACT);
    const report = (value: object) => send(et.ETHTOOL_MSG_CABLE_TEST_NTF, et.cableTestNtfMessage, value);
    report({ ...eth0, status: "started" });
    acknowledge();
    report({ devIndex: 3, devName: "eth1", status: "completed" });
    report({ ...eth0, status: "completed", nest });
  });
  expect(await lastValueFrom(family.cableTest$({ devName: "eth0" }).pipe(toArray()))).toEqual([
    { ...eth0, status: "started" },
    { ...eth0, status: "completed", nest },
  ]);
});

test("a cable test with raw data sends its settings", async () => {
  const nest = { step: { firstDistance: 100, lastDistance: 200, stepDistance: 50 } };
  const family = opened((type, { send, acknowledge }) => {
    expect(type).toBe(et.ETHTOOL_MSG_CABLE_TEST_TDR_ACT);
    acknowledge();
    send(et.ETHTOOL_MSG_CABLE_TEST_TDR_NTF, et.cableTestTdrNtfMessage, {
      ...eth0,
      status: "completed",
      nest,
    });
  });
  const stages$ = family.cableTestTdr$({ devIndex: 2 }, { first: 100, last: 200, step: 50 });
  expect(await lastValueFrom(stages$)).toEqual({ ...eth0, status: "completed", nest });
});

test("flashing tells how far it is, and completes", async () => {
  const family = opened((type, { send, acknowledge }) => {
    expect(type).toBe(et.ETHTOOL_MSG_MODULE_FW_FLASH_ACT);
    acknowledge();
    const report = (value: object, sequence: number) =>
      send(et.ETHTOOL_MSG_MODULE_FW_FLASH_NTF, et.moduleFwFlashMessage, { ...eth0, ...value }, sequence);
    report({ status: "started", done: 0n, total: 0n }, 900);
    report({ status: "inProgress", done: 5n, total: 9n }, 901);
    report({ status: "completed", done: 0n, total: 0n }, 902);
  });
  const stages$ = family.flashModule$({ devName: "eth0" }, { fileName: "module.bin" });
  const stages = await lastValueFrom(stages$.pipe(toArray()));
  expect(stages.map(({ status, done }) => [status, done])).toEqual([
    ["started", 0n],
    ["inProgress", 5n],
    ["completed", 0n],
  ]);
});

test("flashing that fails is an error with the kernel's text", async () => {
  const family = opened((_, { send, acknowledge }) => {
    acknowledge();
    const value = { ...eth0, status: "error", statusMsg: "Firmware image refused, busy." };
    send(et.ETHTOOL_MSG_MODULE_FW_FLASH_NTF, et.moduleFwFlashMessage, value, 900);
  });
  const error = await lastValueFrom(
    family.flashModule$({ devName: "eth0" }, { fileName: "module.bin" }),
  ).catch((it) => it);
  expect(error).toBeInstanceOf(KernelError);
  expect(error).toMatchObject({ code: "EIO", text: "Firmware image refused, busy." });
});

test("counters become rates by group and name", async () => {
  let sent = 0n;
  const family = opened((asked, { send }) => {
    sent += 1000n;
    const grp = [{ id: "ethMac" as const, stat: { FramesTransmittedOK: sent, FramesReceivedOK: 7n } }];
    send(et.ETHTOOL_MSG_STATS_GET_REPLY, et.standardStatsMessage, { ...eth0, grp }, asked);
  });
  const rates$ = family.stats.rates$({ devName: "eth0" }, { every: 5 });
  const [rates] = await lastValueFrom(rates$.pipe(take(1), toArray()));
  expect(rates!["ethMac.FramesTransmittedOK"]).toBeGreaterThan(0);
  expect(rates!["ethMac.FramesReceivedOK"]).toBe(0);
});
