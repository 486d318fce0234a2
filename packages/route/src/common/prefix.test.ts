import { ArgumentError } from "@rxnetlink/core";
import { describe, expect, it } from "vitest";
import { addressMessage } from "#src/address/layout.js";
import { prefixOf } from "#src/common/prefix.js";
import { addrlabelMessage, prefixMessage } from "#src/index.js";
import { routeMessage } from "#src/route/layout.js";
import { ruleMessage } from "#src/rule/layout.js";

describe("the prefix of an object", () => {
  it.each([
    [{ family: "inet", dst: "198.51.100.0", dstLen: 24, srcLen: 0 }, "198.51.100.0/24"],
    [{ family: "inet6", dst: "2001:db8::1", dstLen: 128, srcLen: 0 }, "2001:db8::1/128"],
    [{ family: "inet", dstLen: 0, srcLen: 0 }, "0.0.0.0/0"],
    [{ family: "inet6", dstLen: 0, srcLen: 0 }, "::/0"],
    [{ family: "ip6mr", dstLen: 0, srcLen: 0 }, "::/0"],
    [{ family: "mpls", dst: "100", dstLen: 20, srcLen: 0 }, "100"],
  ])("is that of a route's destination: %j", (route, text) => {
    expect(prefixOf(route)).toBe(text);
  });

  it("is that of the source on request", () => {
    const rule = { family: "inet", dstLen: 0, src: "192.0.2.0", srcLen: 28 };
    expect([prefixOf(rule), prefixOf(rule, "src")]).toEqual(["0.0.0.0/0", "192.0.2.0/28"]);
  });

  it("is that of the address of this end, or of the other end", () => {
    const address = { local: "10.0.0.1", address: "10.0.0.2", prefixlen: 32 };
    expect([prefixOf(address), prefixOf(address, "address")]).toEqual(["10.0.0.1/32", "10.0.0.2/32"]);
    expect(prefixOf({ address: "2001:db8::1", prefixlen: 64 })).toBe("2001:db8::1/64");
    expect(prefixOf({ address: "2001:db8::", len: 64 })).toBe("2001:db8::/64");
  });

  it("is an error if there is none", () => {
    expect(() => prefixOf({ prefixlen: 64 })).toThrow(ArgumentError);
    expect(() => prefixOf({ family: "mpls", dstLen: 20, srcLen: 0 })).toThrow("prefixOf: dst: ");
    expect(() => prefixOf({} as never)).toThrow(ArgumentError);
  });

  it("exists for every member that a layout declares as a prefix", () => {
    const layouts = { routeMessage, ruleMessage, addressMessage, addrlabelMessage, prefixMessage };
    const found = Object.values(layouts).flatMap((layout) =>
      layout.keys!().flatMap((key) => {
        const length = layout.member!(key)?.prefixLength;
        return length === undefined ? [] : [[key, length] as const];
      }),
    );
    expect(found).toHaveLength(8);
    for (const [key, length] of found)
      expect(prefixOf({ [key]: "192.0.2.0", [length]: 24 } as never, key as never)).toBe("192.0.2.0/24");
  });
});
