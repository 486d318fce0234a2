import { EncodeError, Writer } from "@rxnetlink/core";
import { describe, expect, it } from "vitest";
import { type Link, linkObject } from "./link.js";

/** What becomes of a request that changes a link: the member that is refused. */
function refused(link: Partial<Link>): string | undefined {
  try {
    linkObject.requests!.set!.write(new Writer(), link as Link);
  } catch (error) {
    if (error instanceof EncodeError) return error.message;
    throw error;
  }
  return undefined;
}

describe("a request that changes a link", () => {
  it("refuses alternative names, which the kernel ignores in it", () => {
    expect(refused({ ifname: "v0", propList: { altIfname: ["wan"] } })).toBe(
      "propList: alternative names are added and removed by linkprop",
    );
  });

  it("refuses what the kernel ignores in messages about bridges", () => {
    const why = 'requests of the family "bridge" change nothing but protinfo and afSpec';
    expect(refused({ family: "bridge", index: 2, mtu: 1400 })).toBe(`mtu: ${why}`);
    expect(refused({ family: "bridge", index: 2, linkinfo: { kind: "bridge" } })).toBe(`linkinfo: ${why}`);
  });

  it("takes all else", () => {
    expect(refused({ index: 2, mtu: 1400 })).toBeUndefined();
    expect(refused({ family: "bridge", index: 2, protinfo: { bridge: { cost: 5 } } })).toBeUndefined();
    expect(refused({ family: "bridge", index: 2, afSpec: { bridge: { flags: 2 } } })).toBeUndefined();
  });
});
