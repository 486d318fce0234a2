import { EncodeError } from "@rxnetlink/core";
import { describe, expect, it } from "vitest";
import type { Link } from "#src/link/layout.js";
import { linkObject } from "#src/link/link.js";

/** Returns the message with which a request is refused, if it is. */
function refused(link: Partial<Link>, verb: "add" | "change" = "change"): string | undefined {
  try {
    linkObject.complete!(link, verb);
  } catch (error) {
    if (error instanceof EncodeError) return error.message;
    throw error;
  }
  return undefined;
}

describe("a request that changes a link", () => {
  it("refuses members that the kernel ignores in messages about bridges", () => {
    const why = 'requests of the family "bridge" change only protinfo and afSpec';
    expect(refused({ family: "bridge", index: 2, mtu: 1400 })).toBe(`mtu: ${why}`);
    expect(refused({ family: "bridge", index: 2, linkinfo: { kind: "bridge" } })).toBe(`linkinfo: ${why}`);
  });

  it.each<[string, Partial<Link>, "add" | "change"]>([
    ["protinfo", { index: 2, protinfo: { bridge: { cost: 5 } } }, "change"],
    ["operstate", { index: 2, operstate: "down" }, "change"],
    ["newIfindex", { index: 2, newIfindex: 7 }, "change"],
    ["altIfname", { ifname: "v0", altIfname: "wan" }, "change"],
    ["altIfname", { altIfname: "wan" }, "add"],
    ["extMask", { index: 2, extMask: 1 }, "change"],
  ])("refuses members that the kernel ignores: %s", (key, link, verb) => {
    expect(refused(link, verb)).toMatch(new RegExp(`^${key}: `));
  });

  it("removes such members from a listed link", () => {
    const listed: Link = { family: "bridge", type: "ether", index: 2, flags: 1, change: 0, mtu: 1400 };
    expect(linkObject.complete!({ ...listed, protinfo: { bridge: { cost: 5 } } }, "change")).toMatchObject({
      family: "bridge",
      index: 2,
      protinfo: { bridge: { cost: 5 } },
    });
    expect(linkObject.complete!(listed, "change").mtu).toBeUndefined();
  });

  it("accepts all other members", () => {
    expect(refused({ index: 2, mtu: 1400 })).toBeUndefined();
    expect(refused({ family: "bridge", index: 2, protinfo: { bridge: { cost: 5 } } })).toBeUndefined();
    expect(refused({ family: "bridge", index: 2, afSpec: { bridge: { flags: 2 } } })).toBeUndefined();
  });
});
