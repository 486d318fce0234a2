import type { Link, LinkNode, Route, Topology } from "@rxnetlink/route";
import { describe, expect, it } from "vitest";
import { boundTo, isRouted, Underlays } from "#src/model/underlay.js";

const tunnel = (kind: string, data: object, index = 9) =>
  ({ index, linkinfo: { kind, data: { [kind]: data } } }) as unknown as Link;

const route = (dst: string, oif: number, more: Partial<Route> = {}) => {
  const [address, length] = dst.split("/");
  const isDefault = length === "0";
  const family = dst.includes(":") ? "inet6" : "inet";
  const common = { family, dstLen: Number(length), rtmTable: 254, type: "unicast", oif, ...more };
  return (isDefault ? common : { ...common, dst: address }) as Route;
};

/** A topology in which each route belongs to the link that it leads over, and links have addresses. */
function topologyOf(routes: readonly Route[], addresses: Readonly<Record<number, string>> = {}): Topology {
  const node = (index: number) => ({
    addresses: addresses[index] === undefined ? [] : [{ local: addresses[index] }],
    routes: routes.filter(({ oif, multipath }) => (oif ?? multipath?.[0]?.ifindex) === index),
  });
  const links = new Map([1, 2, 3, 9].map((index) => [index, node(index) as unknown as LinkNode]));
  return { links } as unknown as Topology;
}

const under = (link: Link, topology: Topology) => new Underlays().of(topology, link);

describe("the link below a tunnel", () => {
  it("is the one that it is bound to", () => {
    const bound = tunnel("gre", { link: 2, remote: "192.0.2.2" });
    expect([boundTo(bound), isRouted(bound)]).toEqual([2, false]);
    expect(boundTo(tunnel("gre", { link: 0, remote: "192.0.2.2" }))).toBeUndefined();
    expect(boundTo({ ...bound, linkNetnsid: 0 })).toBeUndefined();
  });

  it("is known by addresses only", () => {
    expect(isRouted(tunnel("gre", { link: 0, remote: "192.0.2.2" }))).toBe(true);
    expect(isRouted(tunnel("vxlan", { group6: "2001:db8::1" }))).toBe(true);
    expect(isRouted(tunnel("gre", { remote: "0.0.0.0", local: "0.0.0.0" }))).toBe(false);
    expect(isRouted(tunnel("wireguard", {}))).toBe(false);
    expect(isRouted(tunnel("tun", { group: 100 }))).toBe(false);
  });

  it("is that of the longest prefix, of the best metric, in the main table", () => {
    const gre = tunnel("gre", { remote: "192.0.2.130" });
    const all = [
      route("0.0.0.0/0", 1),
      route("192.0.2.0/24", 2),
      route("192.0.2.128/25", 3, { priority: 20 }),
      route("192.0.2.128/25", 2, { priority: 10 }),
      route("192.0.2.130/32", 1, { table: 10 }),
      route("192.0.2.130/32", 1, { type: "blackhole" }),
    ];
    expect(under(gre, topologyOf(all))).toBe(2);
    expect(under(gre, topologyOf(all.slice(0, 3)))).toBe(3);
    expect(under(gre, topologyOf(all.slice(0, 1)))).toBe(1);
    expect(under(gre, topologyOf([]))).toBeUndefined();
  });

  it("is found for IPv6 too, and by the first path of several", () => {
    const six = tunnel("ip6tnl", { remote: "2001:db8::5" });
    expect(under(six, topologyOf([route("0.0.0.0/0", 1), route("2001:db8::/33", 2)]))).toBe(2);
    const multipath = [{ ifindex: 3 }, { ifindex: 2 }] as unknown as NonNullable<Route["multipath"]>;
    const { oif: _, ...several } = route("::/0", 0, { multipath });
    expect(under(six, topologyOf([several as Route]))).toBe(3);
  });

  it("is the one with its own address if the other end is open", () => {
    const open = tunnel("gre", { remote: "0.0.0.0", local: "192.0.2.1" });
    expect(under(open, topologyOf([route("0.0.0.0/0", 1)], { 2: "192.0.2.1" }))).toBe(2);
    expect(under(open, topologyOf([]))).toBeUndefined();
  });

  it("is not the tunnel itself", () => {
    expect(
      under(tunnel("gre", { remote: "192.0.2.2" }), topologyOf([route("192.0.2.0/24", 9)])),
    ).toBeUndefined();
  });
});
