import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { auditFeatures } from "#src/audit/control/feature/layout.js";
import {
  AUDIT_GET_FEATURE,
  AUDIT_MAKE_EQUIV,
  AUDIT_SET,
  AUDIT_SET_FEATURE,
  AUDIT_TRIM,
  AUDIT_TTY_GET,
  AUDIT_TTY_SET,
} from "#src/audit/control/messages.js";
import { auditStatus, auditStatusReply } from "#src/audit/control/status/layout.js";
import { auditTtyStatus } from "#src/audit/control/tty/layout.js";
import { ack, bytesOf, message, quiet, scripted, watch } from "./scripted.js";

const EPERM = 1;
const ECONNREFUSED = 111;

describe("the state", () => {
  test("is read from messages of old kernels too", async () => {
    for (const [bytes, members] of [
      [32, 7],
      [36, 8],
      [40, 9],
      [44, 10],
      [48, 10],
    ] as const) {
      const whole = new Uint8Array(bytes).fill(1);
      const { audit } = scripted(({ type, sequence }) => [message(type, sequence, whole)]);
      const seen = watch(audit.status.get$());
      await quiet();
      expect(Object.keys(seen.values[0]!)).toHaveLength(members);
      expect(seen.ended).toBe(true);
    }
  });

  test("is set member by member, which the mask names", async () => {
    const { audit, asked } = scripted((one) => [ack(one)]);
    watch(audit.status.set$({ enabled: "on", backlogLimit: 8192 }));
    watch(audit.status.set$({ failure: "panic", rateLimit: 5, backlogWaitTime: 6 }));
    await quiet();
    expect(asked.map((one) => one.as(auditStatus))).toMatchObject([
      { mask: 0x11, enabled: "on", backlogLimit: 8192 },
      { mask: 0x2a, failure: "panic", rateLimit: 5, backlogWaitTime: 6 },
    ]);
    expect(asked.map(({ type, flags }) => [type, flags & NLM_F_ACK])).toEqual([
      [AUDIT_SET, NLM_F_ACK],
      [AUDIT_SET, NLM_F_ACK],
    ]);
  });

  test("can be reset, which returns what it was", async () => {
    const { audit, asked } = scripted((one) => [ack(one, one.as(auditStatus).mask === 0x40 ? 17 : 0)]);
    const [lost, actual] = [
      watch(audit.status.resetLost$()),
      watch(audit.status.resetBacklogWaitTimeActual$()),
    ];
    await quiet();
    expect([lost, actual]).toMatchObject([
      { values: [17], ended: true },
      { values: [0], ended: true },
    ]);
    expect(asked.map((one) => one.payload.length)).toEqual([44, 44]);
    expect(asked.map((one) => one.as(auditStatus).mask)).toEqual([0x40, 0x80]);
  });

  test("is locked only with consent", async () => {
    const { audit, asked } = scripted((one) => [ack(one)]);
    const refused = [
      watch(audit.status.set$({ enabled: "locked" })),
      watch(audit.status.set$({ enabled: 2 })),
    ];
    await quiet();
    for (const { error } of refused)
      expect(error).toMatchObject({
        name: "ArgumentError",
        path: "enabled",
        hint: expect.stringContaining("untilRestart"),
      });
    expect(asked).toEqual([]);
    watch(audit.status.set$({ enabled: "locked" }, { untilRestart: true }));
    await quiet();
    expect(asked[0]!.as(auditStatusReply)).toMatchObject({ enabled: "locked" });
  });

  test.each([
    [EPERM, 'CAP_AUDIT_CONTROL in the initial PID namespace; while enabled is "locked"'],
    [ECONNREFUSED, "audit is not for containers"],
  ])("a refusal with errno %d is explained", async (errno, hint) => {
    const { audit } = scripted((one) => [ack(one, -errno)]);
    const all = [
      watch(audit.status.get$()),
      watch(audit.status.resetLost$()),
      watch(audit.rule.list$()),
      watch(audit.rule.add$({ list: "exit", action: "always", fields: [] })),
    ];
    await quiet();
    for (const { error } of all) expect(error).toMatchObject({ errno, hint: expect.stringContaining(hint) });
  });

  test.each([null, 5, { enabld: "on" }, { enabled: "perhaps" }, { rateLimit: -1 }])(
    "cannot be set to %j",
    async (given) => {
      const { audit, asked } = scripted(() => []);
      const seen = watch(audit.status.set$(given as never));
      await quiet();
      expect(seen.error).toMatchObject({ name: expect.stringMatching(/ArgumentError|EncodeError/) });
      expect(asked).toEqual([]);
    },
  );
});

describe("features", () => {
  const current = { vers: 1, mask: 3, features: 1, lock: 0 };
  const open = () =>
    scripted((one) =>
      one.type === AUDIT_GET_FEATURE
        ? [message(one.type, one.sequence, bytesOf(auditFeatures, current))]
        : [ack(one)],
    );

  test.each([
    [{ features: { loginuidImmutable: true } }, { mask: 2, features: 3, lock: 0 }],
    [{ features: { onlyUnsetLoginuid: false } }, { mask: 1, features: 0, lock: 0 }],
    // What is locked keeps its value.
    [{ lock: { onlyUnsetLoginuid: true } }, { mask: 1, features: 1, lock: 1 }],
  ])("%j are set by their mask", async (settings, sent) => {
    const { audit, asked } = open();
    const seen = watch(audit.feature.set$(settings));
    await quiet();
    await quiet();
    expect(seen).toMatchObject({ values: [{}], ended: true });
    expect(asked.find(({ type }) => type === AUDIT_SET_FEATURE)!.as(auditFeatures)).toEqual({
      vers: 1,
      ...sent,
    });
  });

  test("that do not exist are refused", async () => {
    const { audit, asked } = open();
    const seen = watch(audit.feature.set$({ features: { nope: true } as never }));
    await quiet();
    expect(seen.error).toBeInstanceOf(Error);
    expect(asked).toEqual([]);
  });
});

test("the recording of terminals keeps the member that is not given", async () => {
  const { audit, asked } = scripted((one) =>
    one.type === AUDIT_TTY_GET
      ? [message(one.type, one.sequence, bytesOf(auditTtyStatus, { enabled: true, logPasswd: false }))]
      : [ack(one)],
  );
  watch(audit.tty.set$({ logPasswd: true }));
  await quiet();
  await quiet();
  const sent = asked.find(({ type }) => type === AUDIT_TTY_SET)!;
  expect(sent.as(auditTtyStatus)).toEqual({ enabled: true, logPasswd: true });
});

describe("messages of programs", () => {
  test("have a type that is for them", async () => {
    const { audit, asked } = scripted((one) => [ack(one)]);
    watch(audit.user$("op=x"));
    watch(audit.user$("op=x", { type: "userLogin" }));
    watch(audit.user$("op=x", { type: 2999 }));
    const refused = [
      watch(audit.user$("op=x", { type: "syscall" })),
      watch(audit.user$("op=x", { type: 1200 })),
    ];
    await quiet();
    expect(asked.map(({ type }) => type)).toEqual([1005, 1112, 2999]);
    expect(new TextDecoder().decode(asked[0]!.payload.slice(0, 5))).toBe("op=x\0");
    for (const { error } of refused) expect(error).toMatchObject({ name: "ArgumentError", path: "type" });
  });

  test("are neither empty nor too long", async () => {
    const { audit, asked } = scripted((one) => [ack(one)]);
    const refused = [
      watch(audit.user$("")),
      watch(audit.user$("x".repeat(8560))),
      watch(audit.user$(5 as never)),
    ];
    await quiet();
    for (const { error } of refused) expect(error).toBeInstanceOf(Error);
    expect(asked).toEqual([]);
  });
});

test("two paths follow their lengths", async () => {
  const { audit, asked } = scripted((one) => [ack(one)]);
  watch(audit.makeEquivalent$("/mnt/new", "/mnt"));
  watch(audit.trim$());
  await quiet();
  expect(asked[0]).toMatchObject({ type: AUDIT_MAKE_EQUIV });
  expect(new TextDecoder().decode(asked[0]!.payload)).toBe("\x04\0\0\0\x08\0\0\0/mnt/mnt/new");
  expect(asked[1]).toMatchObject({ type: AUDIT_TRIM, payload: new Uint8Array() });
});
