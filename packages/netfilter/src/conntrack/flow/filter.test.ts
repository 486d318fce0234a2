import { Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { filterOf } from "#src/conntrack/flow/filter.js";
import { labels } from "#src/conntrack/flow/labels.js";

const ipv4 = { ip: { src: "10.0.0.1", dst: "10.0.0.2" } };
const ipv6 = { ip: { src: "fd00::1" } };
const dns = { num: "udp", dstPort: 53 } as const;

test.each([
  [{}, {}],
  [
    { mark: 0x1f, markMask: 0xf },
    { mark: 0xf, markMask: 0xf },
  ],
  [{ mark: 0 }, { mark: 0, markMask: 0xffff_ffff }],
  [{ status: 4 }, { status: 4, statusMask: 4 }],
  [{ status: 0 }, {}],
  [{ zone: 0 }, { zone: 0 }],
  [{ tupleOrig: ipv4 }, { family: "ipv4", tupleOrig: ipv4, filter: { origFlags: 0b11 } }],
  [{ tupleReply: ipv4 }, { family: "ipv4", tupleReply: ipv4, filter: { replyFlags: 0b11 } }],
  [{ tupleOrig: ipv6 }, { family: "ipv6" }],
  [
    { tupleOrig: { ...ipv6, proto: dns } },
    { family: "ipv6", tupleOrig: { ...ipv6, proto: dns }, filter: { origFlags: 0b10_1000 } },
  ],
  [{ tupleOrig: { proto: dns } }, {}],
  [{ family: "ipv4", tupleOrig: { proto: { dstPort: 53 } } }, { family: "ipv4" }],
  [{ timeout: 5, labels: [1] }, {}],
] as const)("the kernel filters %j by %j", (match, filter) => {
  expect(filterOf(match as never)).toEqual(filter);
});

test("labels are numbers of bits", () => {
  const out = new Writer(16);
  labels.write(out, [0, 9, 127]);
  expect(out.at).toBe(16);
  expect(labels.read(out.view, 0, 16)).toEqual([0, 9, 127]);
  expect(() => labels.write(new Writer(16), [128])).toThrow(
    "[0]: 128 is not the number of a label, 0 to 127",
  );
  expect(() => labels.write(new Writer(16), 3 as never)).toThrow("is not an array");
});
