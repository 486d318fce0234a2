import { FlowControl, SystemError } from "@rxnetlink/core";
import { datagram } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import { AUDIT_SET } from "#src/audit/control/messages.js";
import { auditStatus } from "#src/audit/control/status/layout.js";
import { ack, message, quiet, scripted, text, watch } from "./scripted.js";

const CWD = 1307;
const REPLACE = 1329;
const record = (serial: number, counted?: number) =>
  datagram(message(CWD, 0, text(`audit(1.002:${serial}): cwd="/${serial}"`), counted));
const consent = { becomeAuditDaemon: true, keepEveryRecord: true } as const;

describe("records", () => {
  test("arrive on a socket of their own, in the group", async () => {
    const { audit, only } = scripted(() => []);
    let listening = 0;
    const seen = watch(audit.records$({ receiveBuffer: 4096, listening: () => void listening++ }));
    await quiet();
    expect(only().options).toMatchObject({ protocol: 9, groups: [1], receiveBuffer: 4096 });
    expect(listening).toBe(1);
    only().deliver(record(1));
    only().deliver({ type: "overrun", drops: 2 });
    only().deliver(datagram(message(CWD, 0, text("nonsense"))));
    only().deliver(datagram(Uint8Array.of(1, 2, 3)));
    only().deliver({ ...record(2), portId: 77 });
    expect(seen.values).toMatchObject([
      { type: "cwd", serial: 1, time: 1002, fields: { cwd: "/1" } },
      { type: "overrun", drops: 2 },
      { type: "malformed", error: { name: "DecodeError" } },
      { type: "malformed", bytes: Uint8Array.of(1, 2, 3) },
    ]);
    only().end();
    expect(seen.ended).toBe(true);
  });

  test("wait while they are paused", async () => {
    const { audit, only } = scripted(() => []);
    const flowControl = new FlowControl();
    watch(audit.records$({ flowControl }));
    await quiet();
    flowControl.pause();
    expect(only().paused.value).toBe(true);
  });

  test("need a right, which the error names", async () => {
    const { audit, only } = scripted(() => []);
    const seen = watch(audit.events$());
    await quiet();
    only().fail(new SystemError("bind", 1));
    expect(seen.error).toMatchObject({ code: "EPERM", hint: expect.stringContaining("CAP_AUDIT_READ") });
  });

  test("become events", async () => {
    const { audit, only, transport } = scripted(() => []);
    const seen = watch(audit.events$({ window: 1000 }));
    await quiet();
    only().deliver(record(1));
    only().deliver(datagram(message(1320, 0, text("audit(1.002:1): "))));
    expect(seen.values).toMatchObject([{ type: "event", serial: 1, ended: "eoe" }]);
    seen.unsubscribe();
    expect(transport.sockets.size).toBe(0);
  });

  test.each([{ nope: 1 }, { receiveBuffer: -1 }, null])("refuse the options %j", async (options) => {
    const { audit, transport } = scripted(() => []);
    const all = [
      watch(audit.records$(options as never)),
      watch(audit.events$(options as never)),
      watch(audit.daemon$(consent, options as never)),
    ];
    for (const { error } of all) expect(error).toMatchObject({ name: "ArgumentError" });
    expect(transport.sockets.size).toBe(0);
  });
});

describe("the audit daemon", () => {
  test.each([
    undefined,
    {},
    { becomeAuditDaemon: true },
    { keepEveryRecord: true },
    { ...consent, keepEveryRecord: "yes" },
  ])("is not replaced with the consent %j", async (given) => {
    const { audit, transport } = scripted(() => []);
    const seen = watch(audit.daemon$(given as never));
    await quiet();
    expect(seen.error).toMatchObject({ name: "ArgumentError", hint: expect.stringContaining("records$()") });
    expect(transport.sockets.size).toBe(0);
  });

  test("reads records whose header does not count itself, and resigns", async () => {
    const { audit, asked, only, transport } = scripted((one) => [ack(one)]);
    let listening = 0;
    const seen = watch(audit.daemon$(consent, { pid: 42, listening: () => void listening++ }));
    await quiet();
    expect(only().options.groups).toEqual([]);
    expect(asked).toMatchObject([{ type: AUDIT_SET, sequence: 1 }]);
    expect(asked[0]!.as(auditStatus)).toMatchObject({ mask: 4, pid: 42 });
    expect(listening).toBe(1);
    only().deliver(record(1, 0));
    only().deliver(datagram(message(REPLACE, 0, Uint8Array.of(7, 0, 0, 0))));
    only().deliver(datagram(message(REPLACE, 0, Uint8Array.of(42, 0, 0, 0))));
    expect(seen.values).toMatchObject([
      { type: "cwd", fields: { cwd: "/1" } },
      { type: "rival", pid: 7 },
    ]);
    seen.unsubscribe();
    await quiet();
    expect(asked[1]!.as(auditStatus)).toMatchObject({ mask: 4, pid: 0 });
    expect(transport.sockets.size).toBe(0);
  });

  test("that runs is not replaced", async () => {
    const { audit, asked } = scripted((one) => [ack(one, -17)]);
    const seen = watch(audit.daemon$(consent, { pid: 42 }));
    await quiet();
    expect(seen.error).toMatchObject({
      name: "KernelError",
      code: "EEXIST",
      hint: expect.stringContaining("stop it first"),
    });
    expect(asked).toHaveLength(1);
  });
});
