import type { Link, LinkNode } from "@rxnetlink/route";
import { describe, expect, it } from "vitest";
import { linkView } from "#src/model/link-view.js";

const viewOf = (link: object) =>
  linkView("a", { link: { index: 1, flags: 0, ...link } as Link, addresses: [] } as unknown as LinkNode, {});
const ofKind = (kind: string, data: object, more = {}) =>
  viewOf({ ...more, linkinfo: { kind, data: { [kind]: data } } });

describe("the view of a link", () => {
  it("has the ends of a tunnel as settings, and none that say nothing", () => {
    const gre = ofKind(
      "gre",
      { ikey: 0, local: "0.0.0.0", remote: "192.0.2.2", ttl: 0 },
      { address: "c0:00:02:01" },
    );
    expect(gre.facts).toEqual([
      ["to", "192.0.2.2"],
      ["from", "any"],
      ["TTL", "inherit"],
    ]);
    expect(gre.note).toBe("to 192.0.2.2");
    expect(ofKind("gretap", { ikey: 7, remote: "192.0.2.2" }).facts).toContainEqual(["key", "7"]);
    expect(ofKind("ip6tnl", { remote: "::", mode: "any" }).note).toBe("to any");
  });

  it("has a hardware address, unless that is an address of IP", () => {
    const mac = (address: string) => viewOf({ address }).mac;
    const [four, six] = ["c0:00:02:01", "02:00:00:00:00:01"];
    expect([mac(four), mac(six), mac(`${four}:${four}:${four}:${four}`)]).toEqual([
      undefined,
      six,
      undefined,
    ]);
    expect(mac(`${six}:${six}:${six}:02:00`)).toBeDefined();
  });
});
