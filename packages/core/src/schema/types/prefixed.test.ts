import { describe, expect, it } from "vitest";
import { EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { Expander } from "#src/schema/expander.js";
import { matcher } from "#src/schema/matcher.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { ip, ipv6 } from "#src/schema/types/address/ip.js";
import { prefixed } from "#src/schema/types/prefixed.js";
import { u8 } from "#src/schema/types/scalar.js";

const everything = (address: string | undefined) =>
  address === undefined ? {} : { family: address.includes(":") ? 10 : 2 };
const layout = message(
  "item",
  struct("itemmsg", { family: u8, dstLen: u8, length: u8 }),
  attributes("item-attrs", "I_", {
    dst: [1, prefixed(ip, "dstLen", everything)],
    local: [2, prefixed(ip, "length")],
    address: [3, prefixed(ipv6, "length")],
  }),
);
const noLink = () => {
  throw new Error("no link is looked up");
};
const expanded = (value: object) => new Expander([layout]).expanded(value, noLink);

describe("an address with a sibling prefix length", () => {
  it.each([
    [{ dst: "198.51.100.0/24" }, { dst: "198.51.100.0", dstLen: 24 }],
    [
      { dst: "198.51.100.0/24", dstLen: 24 },
      { dst: "198.51.100.0", dstLen: 24 },
    ],
    [
      { dst: "198.51.100.0/24", dstLen: undefined },
      { dst: "198.51.100.0", dstLen: 24 },
    ],
    [{ local: "2001:db8::1/64" }, { local: "2001:db8::1", length: 64 }],
    [
      { local: "::1/64", address: "::2/64" },
      { local: "::1", address: "::2", length: 64 },
    ],
    [{ local: "0.0.0.0/0" }, { local: "0.0.0.0", length: 0 }],
    [{ dst: "10.0.0.0/0" }, { dst: "10.0.0.0", dstLen: 0 }],
  ])("takes both as one text: %j", (value, sent) => {
    expect(expanded(value)).toEqual(sent);
  });

  it.each([
    [{ dst: "0.0.0.0/0" }, { family: 2, dstLen: 0 }],
    [{ dst: "::/0" }, { family: 10, dstLen: 0 }],
    [{ dst: "default" }, { dstLen: 0 }],
    [
      { dst: "default", family: 10, dstLen: 0 },
      { family: 10, dstLen: 0 },
    ],
  ])("is absent where it is everything: %j", (value, sent) => {
    expect(expanded(value)).toStrictEqual(sent);
  });

  it.each([{ dst: "198.51.100.0" }, { dst: "100/200" }, { dst: "nowhere" }, { local: "default" }])(
    "leaves other texts as they are: %j",
    (value) => expect(expanded(value)).toBe(value),
  );

  it.each([
    [
      { dst: "198.51.100.0/33" },
      'dst: "198.51.100.0/33" is not a prefix: its length is a number from 0 to 32',
    ],
    [{ dst: "::/129" }, 'dst: "::/129" is not a prefix: its length is a number from 0 to 128'],
    [{ dst: "192.0.2.0/" }, 'dst: "192.0.2.0/" is not a prefix: its length is a number from 0 to 32'],
    [{ dst: "192.0.2.0/2x" }, 'dst: "192.0.2.0/2x" is not a prefix: its length is a number from 0 to 32'],
    [{ dst: "192.0.2.0/-1" }, 'dst: "192.0.2.0/-1" is not a prefix: its length is a number from 0 to 32'],
    [{ dst: "192.0.2.0/24", dstLen: 25 }, 'dst: "192.0.2.0/24" has the length 24, but dstLen is 25'],
    [{ dst: "default", dstLen: 25 }, 'dst: "default" has the length 0, but dstLen is 25'],
    [{ local: "::1/64", address: "::2/65" }, 'address: "::2/65" has the length 65, but length is 64'],
  ])("refuses what contradicts itself: %j", (value, text) => {
    expect(() => expanded(value)).toThrow(new EncodeError(text));
  });

  it("matches both", () => {
    const fits = matcher(layout, { dst: "198.51.100.0/24" });
    expect(fits({ dst: "198.51.100.0", dstLen: 24 })).toBe(true);
    expect(fits({ dst: "198.51.100.0", dstLen: 25 })).toBe(false);
    expect(matcher(layout, { dst: "::/0" })({ family: 10, dstLen: 0 })).toBe(true);
    expect(matcher(layout, { dst: "::/0" })({ family: 2, dstLen: 0 })).toBe(false);
  });
});
