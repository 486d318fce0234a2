// Hovers in an editor, from the published declaration files: tsc drops the comments of a layout as soon as a schema
// function returns a computed type instead of a named interface.
import { fileURLToPath } from "node:url";
import { scriptedTransport } from "@rxnetlink/testing";
import { boundObjectsOf, editorOf, Hovers, hoverGate, linesOf } from "@rxnetlink/testing/gates";
import { describe, expect, it } from "vitest";
import { rtnetlink } from "#src/rtnetlink.js";

/** File that exists only in memory, in this package's folder, so that it resolves like a user's file. */
const FILE = fileURLToPath(new URL("../../hover.ts", import.meta.url));
const bound = boundObjectsOf(rtnetlink({ transport: scriptedTransport(() => {}) }));
const PROGRAM = `
import type { Address, Link, Route, Rtnetlink } from "@rxnetlink/route";
declare const nl: Rtnetlink;
declare const link: Link;
declare const address: Address;
declare const route: Route;
link.mtu;
link.linkinfo;
link.linkinfo?.data?.vxlan?.id;
link.stats64?.rxNohandler;
route.gateway;
address.cacheinfo?.valid;
nl.link.change$({ flags: { up: true, promisc: false } });
nl.link.list$({ flags: link.flags });
const given: Parameters<typeof nl.route.add$>[0] = { dst: "198.51.100.0/24", oif: "eth0" };
const match: NonNullable<Parameters<typeof nl.address.list$>[0]> = { index: "eth0" };
const index: number | undefined = route.oif;
nl.route.add$({ ...given, oif: index ?? 2, multipath: [{ ifindex: "eth0" }] });
nl.address.list$({ ...match, index: address.index });
route.oif;
given.oif;
match.index;
nl.link.watch$({ stats64: { rxBytes: 1n } });
nl.route.list$({}, { members: ["dst", "gateway"] }).subscribe((path) => path.gateway);
${linesOf("nl", bound)}
`;

const hovers = new Hovers(editorOf(FILE, PROGRAM), FILE, PROGRAM);

describe("an editor, from the built declarations", () => {
  hoverGate(hovers, "nl", bound);

  it.each([
    ["link.mtu", "mtu?: number | undefined", "Largest packet, in bytes."],
    [
      "link.linkinfo?.data?.vxlan?.id",
      "id?: number | undefined",
      "VXLAN network identifier (VNI), below 2^24.",
    ],
    ["link.linkinfo", "linkinfo?: LinkInfo | undefined", "Kind of virtual link, with its settings."],
    [
      "link.stats64?.rxNohandler",
      "rxNohandler?: bigint | undefined",
      "Packets received without a protocol handler.",
    ],
    ["route.gateway", "gateway?: string | undefined", "Gateway."],
    [
      "address.cacheinfo?.valid",
      "valid: number | undefined",
      "Valid lifetime, in seconds; 4294967295, the default in a request, is infinite.",
    ],
  ])("shows the comment of %s", (expression, type, comment) => {
    expect(hovers.hover(expression)).toEqual({ type: `(property) ${type}`, comment });
  });

  it.each(["link", "address", "route"])("shows a comment for every member of %s", (name) => {
    const all = hovers.members(name);
    expect(all.size).toBeGreaterThan(10);
    expect([...all].filter(([, comment]) => comment === "").map(([key]) => key)).toEqual([]);
  });

  it.each([
    ["route.oif", "(property) oif?: Ifindex | undefined"],
    ["given.oif", "(property) oif?: string | Ifindex | undefined"],
    ["match.index", "(property) index?: string | Ifindex | undefined"],
  ])("shows that %s is the index of a link, or in requests its name", (expression, type) => {
    expect(hovers.hover(expression).type).toBe(type);
  });

  it("leaves out alignment members", () => {
    expect([...hovers.members("link").keys()]).not.toContain("pad");
    expect([...hovers.members("link").keys()]).not.toContain("_");
  });

  it("completes the members that a list can be limited to", () => {
    expect(hovers.suggestions('{ members: ["dst", "')).toEqual([...hovers.members("route").keys()].sort());
  });
});
