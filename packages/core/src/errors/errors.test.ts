import { describe, expect, test } from "vitest";
import {
  atPath,
  ClosedError,
  DecodeError,
  DumpInterruptedError,
  EncodeError,
  KernelError,
  NetlinkError,
  OutcomeUnknownError,
  RequestTimeoutError,
  SystemError,
} from "#src/errors/errors.js";
import { summaryOf } from "#src/errors/request-summary.js";
import { u8 } from "#src/schema/types/scalar.js";

const request = { type: 16, flags: 5, value: { ifname: "a" } };

describe("every error", () => {
  test.each([
    [new DecodeError("short"), "DecodeError", "short"],
    [new EncodeError("wrong"), "EncodeError", "wrong"],
    [new SystemError("bind", 98), "SystemError", "bind: EADDRINUSE"],
    [new SystemError("setns", 1, "try root"), "SystemError", "setns: EPERM (try root)"],
    [new KernelError({ errno: 17 }, request), "KernelError", "EEXIST (file exists)"],
    [new DumpInterruptedError(request), "DumpInterruptedError", "the table changed during the dump"],
    [new RequestTimeoutError(request, 50), "RequestTimeoutError", "no reply within 50 ms"],
    [new ClosedError("the transport"), "ClosedError", "the transport is closed"],
  ])("%s is a NetlinkError with a name", (error, name, message) => {
    expect(error).toBeInstanceOf(NetlinkError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, message });
  });

  test("about a request describes it", () => {
    for (const Kind of [DumpInterruptedError, OutcomeUnknownError])
      expect(new Kind(request).request).toBe(request);
    expect(new RequestTimeoutError(request, 50)).toMatchObject({ request, timeout: 50 });
    expect(new KernelError({ errno: 1 }, request).request).toBe(request);
  });
});

describe("the place of an error", () => {
  test("is built from the inside out", () => {
    const error = new DecodeError("short").at("id").at("[1]").at("list").at("linkinfo");
    expect(error).toMatchObject({
      path: "linkinfo.list[1].id",
      reason: "short",
      message: "linkinfo.list[1].id: short",
    });
  });

  test("is empty for the whole", () => {
    expect(new EncodeError("wrong").path).toBe("");
  });

  test("is added to an error that has one, whatever its kind", () => {
    const error = new DecodeError("short");
    expect(atPath(error, "id", EncodeError)).toBe(error);
    expect(error.path).toBe("id");
  });

  test("is given to a foreign error, which becomes the cause", () => {
    const cause = new RangeError("out of bounds");
    const error = atPath(cause, "id", DecodeError);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ message: "id: out of bounds", cause });
    expect(atPath("a string", "id", EncodeError)).toMatchObject({
      message: "id: a string",
      cause: "a string",
    });
  });
});

test("ClosedError keeps its cause", () => {
  const cause = new Error("out of memory");
  expect(new ClosedError("the socket", { cause }).cause).toBe(cause);
});

describe("KernelError", () => {
  test.each([
    [{ errno: 22, text: "Invalid MTU" }, "EINVAL: Invalid MTU"],
    [{ errno: 22, path: "mtu" }, "EINVAL at mtu (invalid argument)"],
    [{ errno: 22, text: "too small", path: "mtu" }, "EINVAL at mtu: too small"],
    [
      { errno: 22, path: "linkinfo.kind", missing: true },
      "EINVAL at linkinfo.kind (missing) (invalid argument)",
    ],
    [{ errno: 4242 }, "errno 4242"],
  ])("%j says %s", (refusal, message) => {
    expect(new KernelError(refusal, request).message).toBe(message);
  });

  test("keeps each fact in a field of its own", () => {
    const refusal = {
      errno: 34,
      text: "out of range",
      path: "mtu",
      missing: false,
      policy: { min: 68n, max: 65535n },
      cookie: Uint8Array.of(1),
    };
    expect(new KernelError(refusal, request)).toMatchObject({
      ...refusal,
      code: "ERANGE",
      hint: "accepts 68 to 65535",
    });
  });

  test("says what was asked for, by names", () => {
    const label = { object: "link", verb: "get", namedBy: ["ifname", "index", "note"] };
    const value = { ifname: "nope", mtu: 5, key: "secret", note: "x".repeat(100) };
    const summary = summaryOf({ type: 18, flags: 1, value, layout: u8, label });
    const error = new KernelError({ errno: 19 }, summary);
    expect(error.message).toBe(`get link ifname=nope note=${"x".repeat(47)}…: ENODEV (no such device)`);
    expect(error).toMatchObject({ object: "link", verb: "get", request: { value, object: "link" } });
    expect(new RequestTimeoutError(summary, 5).message).toMatch(
      /^get link ifname=nope .*: no reply within 5 ms/,
    );
    expect(new OutcomeUnknownError(summary).message).toMatch(/^get link ifname=nope .*: the receive buffer/);
    expect(new DumpInterruptedError(summary).message).toMatch(/^get link ifname=nope .*: the table changed/);
    const placed = new EncodeError("5 is not a string").at("ifname").during(summary);
    expect(placed.message).toMatch(/^get link .*: ifname: 5 is not a string$/);
    expect(placed).toMatchObject({ path: "ifname", reason: "5 is not a string", request: { verb: "get" } });
  });

  test("says the message type where no object asked", () => {
    const summary = summaryOf({ type: 18, value: { id: 7 }, layout: u8 });
    expect(new KernelError({ errno: 19 }, summary).message).toBe(
      "message type 18 (u8): ENODEV (no such device)",
    );
  });

  test.each([
    [{ min: 68n, max: 65535n }, "accepts 68 to 65535"],
    [{ max: 5n }, "accepts at most 5"],
    [{ min: 5n }, "accepts at least 5"],
    [{ mask: 255n }, "accepts the bits of 0xff"],
    [{ maxLength: 15 }, "accepts at most 15 bytes"],
    [{ minLength: 4, maxLength: 4 }, "accepts 4 bytes"],
    [{ minLength: 4 }, "accepts at least 4 bytes"],
    [{ type: 4 }, undefined],
  ])("puts %o into words", (policy, hint) =>
    expect(new KernelError({ errno: 34, policy }, request).hint).toBe(hint),
  );

  test("says what a person can do about EPERM", () => {
    const error = new KernelError({ errno: 1 }, request);
    expect(error.hint).toContain("CAP_NET_ADMIN");
    expect(error.message).toBe(`EPERM (operation not permitted); ${error.hint}`);
  });

  test.each([
    [1, "Device can not be enslaved while up"],
    [16, "Device is in use"],
    [95, "VLAN filtering not supported"],
  ])("guesses nothing where the kernel explains errno %i", (errno, text) =>
    expect(new KernelError({ errno, text }, request).hint).toBeUndefined(),
  );

  test.each([
    [2, "add", "something it refers to does not exist"],
    [3, "add", "something it refers to does not exist"],
    [3, "delete", "no such object"],
    [17, "add", "it exists already: change it, or delete it first"],
    [17, "change", undefined],
  ])("has a hint for errno %i that fits %s", (errno, verb, hint) =>
    expect(new KernelError({ errno }, { ...request, verb }).hint).toBe(hint),
  );
});
