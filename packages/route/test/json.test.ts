import { fromJson, toJson } from "@rxnetlink/core";
import type { Infer } from "@rxnetlink/core/schema";
import { jsonGate } from "@rxnetlink/testing/gates";
import { describe, expect, expectTypeOf, test } from "vitest";
import { linkMessage } from "#src/link/layout.js";
import { messages } from "./support/messages.js";

jsonGate(messages);

describe("a link as JSON", () => {
  const link = {
    ...linkMessage.read(new DataView(new ArrayBuffer(16)), 0, 16),
    flags: 0x10043,
    type: 9999,
    address: "02:00:00:00:00:01",
    operstate: "up" as const,
    stats64: undefined,
    maxPacingOffloadHorizon: 2n ** 63n,
    physSwitchId: "",
    unknown: [{ type: 999, bytes: Uint8Array.of(0, 255) }],
    linkinfo: { kind: "new", data: { unknown: Uint8Array.of(1, 2) } },
  };

  test("has names for bits, text for bigints and bytes, and no absent members", () => {
    expect(toJson(linkMessage, link as never)).toEqual({
      family: "unspec",
      type: "9999",
      index: 0,
      flags: ["up", "broadcast", "running", "lowerUp"],
      change: [],
      address: "02:00:00:00:00:01",
      operstate: "up",
      maxPacingOffloadHorizon: "9223372036854775808",
      physSwitchId: "",
      unknown: [{ type: 999, bytes: "00ff" }],
      linkinfo: { kind: "new", data: { unknown: "0102" } },
    });
  });

  test("has the type of its JSON form", () => {
    const json = toJson(linkMessage, link as never);
    expectTypeOf(json.flags).toEqualTypeOf<string[]>();
    expectTypeOf(json.operstate).toExtend<string | undefined>();
    expectTypeOf(json.mtu).toEqualTypeOf<number | undefined>();
    expectTypeOf(json.maxPacingOffloadHorizon).toEqualTypeOf<string | undefined>();
    expectTypeOf<NonNullable<typeof json.stats64>["rxBytes"]>().toEqualTypeOf<string>();
    expectTypeOf(json.unknown![0]!.bytes).toEqualTypeOf<string>();
    expectTypeOf(fromJson(linkMessage, json)).toEqualTypeOf<Infer<typeof linkMessage>>();
  });

  test("accepts handwritten notation", () => {
    const json = {
      flags: 65,
      maxPacingOffloadHorizon: 5,
      operstate: 6,
      type: "ether",
      linkinfo: { kind: "veth" },
    };
    expect(fromJson(linkMessage, json as never)).toEqual({ ...json, maxPacingOffloadHorizon: 5n });
    expect(fromJson(linkMessage, { flags: { up: false } } as never)).toEqual({ flags: { up: false } });
    expect(fromJson(linkMessage, { flags: ["up", "0x8000000"] } as never)).toEqual({ flags: 0x800_0001 });
  });

  test.each([
    [{ flags: ["upp"] }, /^flags: "upp" is not one of .* \(did you mean up\?\)$/],
    [{ flags: "up" }, /^flags: "up" is not an array of names of bits$/],
    [{ ifnam: "x" }, /^ifnam: no such member of link \(did you mean ifname\?\)$/],
    [
      { linkinfo: { data: { vxlan: { idd: 1 } } } },
      /^linkinfo\.data\.vxlan\.idd: no such member .*mean id\?/,
    ],
    [{ maxPacingOffloadHorizon: 2 ** 60 }, /^maxPacingOffloadHorizon: \d+ is not a whole number$/],
    [{ unknown: [{ type: 1, bytes: "xy" }] }, /^unknown\[0\]\.bytes: "xy" is not hexadecimal$/],
  ])("names what is wrong in %j", (json, message) =>
    expect(() => fromJson(linkMessage, json as never)).toThrow(message),
  );
});
