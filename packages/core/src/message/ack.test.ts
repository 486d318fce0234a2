import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DecodeError } from "#src/errors/errors.js";
import { nlmsgerrAttributes, pathOf, readDone, readError, toRefusal } from "#src/message/ack.js";
import {
  type MessageHeader,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLMSG_HDRLEN,
  nlmsghdr,
} from "#src/message/nlmsg.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import { string } from "#src/schema/types/bytes.js";
import { s32, u8, u32 } from "#src/schema/types/scalar.js";
import { encode, unhex, viewOf } from "../../test/support/codec.js";

const vxlan = attributes("vxlan-attrs", "IFLA_VXLAN_", { id: [1, u32], port: [2, u32] });
const info = attributes("info-attrs", "INFO_", {
  kind: [1, string],
  data: [2, subMessage("kind", { vxlan })],
});
const link = message(
  "link",
  struct("ifinfomsg", { family: u8, index: u32 }),
  attributes("link-attrs", "IFLA_", { mtu: [4, u32], linkinfo: [18, info] }),
);
const value = { index: 1, mtu: 9, linkinfo: { kind: "vxlan", data: { vxlan: { port: 4789 } } } };

const extended = {
  msg: "Invalid MTU",
  offs: 24,
  cookie: Uint8Array.of(1, 2, 3),
  policy: { type: 4, minValueU: 68n, maxValueU: 65535n },
  missType: 1,
  missNest: 40,
};

function headerOf(flags: number): MessageHeader {
  return { length: 0, type: 2, flags, sequence: 1, portId: 1 };
}

/** The payload of an `NLMSG_ERROR`; `length` is that of the request in it. */
function errorBytes(errno: number, length: number, ...rest: Uint8Array[]): Uint8Array {
  const request = encode(nlmsghdr, { length, type: 16, flags: 5, sequence: 1, portId: 0 });
  return Uint8Array.from([...encode(s32, -errno), ...request, ...rest.flatMap((bytes) => [...bytes])]);
}

function readErrorOf(flags: number, bytes: Uint8Array) {
  return readError(headerOf(flags), viewOf(bytes), 0, bytes.length);
}
function readDoneOf(flags: number, bytes: Uint8Array) {
  return readDone(headerOf(flags), viewOf(bytes), 0, bytes.length);
}

const tlvs = encode(nlmsgerrAttributes, extended);
const echo = unhex("0102030405 000000");

describe("NLMSG_ERROR", () => {
  test.each([
    ["capped, without attributes", NLM_F_CAPPED, errorBytes(22, 21), {}],
    ["capped, with attributes", NLM_F_CAPPED | NLM_F_ACK_TLVS, errorBytes(22, 21, tlvs), extended],
    ["whose attributes are not announced", NLM_F_CAPPED, errorBytes(22, 21, tlvs), {}],
  ])("%s", (_, flags, bytes, expected) => {
    expect(readErrorOf(flags, bytes)).toEqual({ errno: 22, extended: expected });
  });

  test.each([
    ["without attributes", 0, errorBytes(22, 21, echo), {}],
    ["and attributes", NLM_F_ACK_TLVS, errorBytes(22, 21, echo, tlvs), extended],
  ])("with the request %s returns its payload", (_, flags, bytes, expected) => {
    expect(readErrorOf(flags, bytes)).toEqual({
      errno: 22,
      extended: expected,
      echo: Uint8Array.of(1, 2, 3, 4, 5),
    });
  });

  test("with errno 0 is an acknowledgement", () => {
    expect(readErrorOf(NLM_F_CAPPED, errorBytes(0, 16))).toEqual({ errno: 0, extended: {} });
  });

  test.each([0, 15, 1000, 0x8000_0010, 0xffff_ffff])(
    "never reads outside, whatever length the request in it says (%i)",
    (length) => {
      expect(readErrorOf(NLM_F_ACK_TLVS, errorBytes(22, length))).toEqual({ errno: 22, extended: {} });
    },
  );

  test("an unreadable explanation does not hide the outcome", () => {
    const bytes = errorBytes(0, 16, unhex("ff000100 61000000"));
    expect(readErrorOf(NLM_F_CAPPED | NLM_F_ACK_TLVS, bytes)).toEqual({ errno: 0, extended: {} });
  });

  test("is rejected without its fixed part", () => {
    expect(() => readErrorOf(0, errorBytes(22, 16).subarray(0, 19))).toThrow(DecodeError);
  });
});

describe("NLMSG_DONE", () => {
  const errno = (number: number) => [...encode(s32, -number)];

  test.each([
    ["without an errno", 0, [], 0, {}],
    ["with errno 0", 0, errno(0), 0, {}],
    ["with an errno", 0, errno(95), 95, {}],
    ["with an errno and attributes", NLM_F_ACK_TLVS, [...errno(95), ...tlvs], 95, extended],
  ])("%s", (_, flags, bytes, expected, attrs) => {
    expect(readDoneOf(flags, Uint8Array.from(bytes))).toEqual({ errno: expected, extended: attrs });
  });
});

test("any bytes give an outcome or a DecodeError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(0xffff), (bytes, flags) => {
      for (const read of [readErrorOf, readDoneOf])
        try {
          expect(read(flags, bytes).errno).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
    }),
    { seed: 1, numRuns: 5000 },
  );
});

describe("the place in an extended ACK", () => {
  const bytes = encode(link, value as never);
  const offsetOf = (path: string) => {
    for (let offset = 0; offset < bytes.length; offset += 4)
      if (link.locate!(viewOf(bytes), 0, bytes.length, offset).path.join(".") === path)
        return offset + NLMSG_HDRLEN;
    throw new Error(`${path} is not in the message`);
  };
  const inData = offsetOf("linkinfo.data.vxlan");

  test.each([
    ["nothing", {}, undefined],
    ["the header", { offs: NLMSG_HDRLEN }, undefined],
    ["an attribute", { offs: offsetOf("mtu") }, "mtu"],
    ["one inside a sub-message", { offs: offsetOf("linkinfo.data.vxlan.port") }, "linkinfo.data.vxlan.port"],
    ["outside", { offs: 4000 }, undefined],
    ["before the payload", { offs: 3 }, undefined],
    ["one that is missing", { missType: 4 }, "mtu"],
    ["one that is missing in a nest", { missType: 1, missNest: offsetOf("linkinfo") }, "linkinfo.kind"],
    ["one that is missing in a sub-message", { missType: 1, missNest: inData }, "linkinfo.data.vxlan.id"],
    ["an unknown one that is missing", { missType: 99 }, "[attribute 99]"],
    ["an unknown one in a nest", { missType: 99, missNest: offsetOf("linkinfo") }, "linkinfo[attribute 99]"],
  ])("%s", (_, ack, path) => {
    expect(pathOf(ack, link, value)).toBe(path);
  });
});

describe("a refusal", () => {
  test("has the kernel's message, place, range and cookie", () => {
    const { msg, offs, policy, cookie } = extended;
    expect(
      toRefusal({ errno: 34, extended: { msg, offs, policy, cookie } }, { layout: link, value }),
    ).toEqual({
      errno: 34,
      text: "Invalid MTU",
      path: "mtu",
      missing: false,
      policy: { type: 4, min: 68n, max: 65535n },
      cookie,
    });
  });

  test("reports a missing member", () => {
    expect(toRefusal({ errno: 22, extended: { missType: 4 } }, { layout: link, value })).toMatchObject({
      path: "mtu",
      missing: true,
    });
  });

  test.each([
    [
      { minValueS: -5n, maxValueS: 5n },
      { min: -5n, max: 5n },
    ],
    [{ minValueU: 0n }, { min: 0n }],
    [
      { minLength: 1, maxLength: 15 },
      { minLength: 1, maxLength: 15 },
    ],
    [{ mask: 3n }, { mask: 3n }],
    [{ bitfield32Mask: 7 }, { mask: 7n }],
    [{}, {}],
  ])("policy %o becomes %o", (policy, range) => {
    expect(toRefusal({ errno: 34, extended: { policy } }, { layout: link, value }).policy).toEqual(range);
  });

  test("has no place if the caller's object has changed since", () => {
    expect(
      toRefusal({ errno: 34, extended: { offs: 24 } }, { layout: link, value: { mtu: -1 } }),
    ).toMatchObject({
      errno: 34,
      path: undefined,
    });
  });
});
