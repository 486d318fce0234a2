import type { Address, Link, LinkNode, Neighbour, Route } from "@rxnetlink/route";
import { describe, expect, it } from "vitest";
import { condensed, linkNotes, type Note, type Shown } from "#src/history/happenings.js";
import { linkView } from "#src/model/link-view.js";

const UP = 0x10001;
const address = (host: number) =>
  ({ family: "inet", local: `192.0.2.${host}`, prefixlen: 24, scope: "universe" }) as Address;
const route = (host: number) =>
  ({
    family: "inet",
    type: "unicast",
    dst: `198.51.100.${host}`,
    dstLen: 32,
    rtmTable: 254,
    gateway: "192.0.2.9",
    oif: 2,
  }) as Route;

/** A link with what belongs to it. */
function shown(link: Partial<Link>, more: Partial<LinkNode> = {}, master?: string): Shown {
  const node = {
    link: { index: 2, ifname: "eth0", flags: UP, operstate: "up", mtu: 1500, ...link },
    addresses: [],
    neighbours: [],
    routes: [],
    ...more,
  } as unknown as LinkNode;
  return { node, view: linkView("blue", node, master === undefined ? {} : { master }) };
}

const names = { nameOf: (index: number) => `link${index}`, nameOfId: (id: string) => `name of ${id}` };
const texts = (before: Shown | undefined, after: Shown | undefined) =>
  linkNotes(before, after, names).map(({ type, object, text }) => `${type} ${object} ${text}`);

describe("what happened to a link", () => {
  it("is told in words, with old and new values", () => {
    expect(texts(undefined, shown({}))).toEqual(["added link eth0"]);
    expect(texts(shown({ linkinfo: { kind: "veth" } }), undefined)).toEqual(["removed link eth0 (veth)"]);
    expect(texts(shown({}), shown({ mtu: 9000, flags: 0 }))).toEqual([
      "changed link eth0: state up → down, mtu 1500 → 9000",
    ]);
    expect(texts(shown({}), shown({}, {}, "blue/7"))).toEqual(["changed link eth0: port of name of blue/7"]);
  });

  it("includes what belongs to it, but not with a link that is removed", () => {
    const more = { addresses: [address(1)], routes: [route(1)] };
    expect(texts(shown({}), shown({}, more))).toEqual([
      "added address 192.0.2.1/24 on eth0",
      "added route 198.51.100.1/32 via 192.0.2.9 link2",
    ]);
    expect(texts(shown({}, more), shown({}, { addresses: [address(2)] }))).toEqual([
      "removed address 192.0.2.1/24 on eth0",
      "added address 192.0.2.2/24 on eth0",
      "removed route 198.51.100.1/32 via 192.0.2.9 link2",
    ]);
    expect(texts(shown({}, more), undefined)).toEqual(["removed link eth0"]);
  });

  it("leaves out what the kernel makes of addresses, and neighbours that need no resolution", () => {
    const neighbour = { dst: "ff02::1", state: 0x40 } as unknown as Neighbour;
    const local = { ...route(1), rtmTable: 255 } as Route;
    expect(texts(shown({}), shown({}, { routes: [local], neighbours: [neighbour] }))).toEqual([]);
  });

  it("is told as a number in a storm", () => {
    const notes = Array.from({ length: 300 }, (_, at): Note => {
      return { namespace: "blue", type: "added", object: "address", text: `${at}` };
    });
    const one: Note = { namespace: "blue", type: "removed", object: "route", text: "one" };
    expect(condensed([...notes, one])).toEqual([
      { namespace: "blue", type: "added", object: "address", text: "300 addresses" },
      one,
    ]);
  });
});
