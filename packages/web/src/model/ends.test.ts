import type { Link, LinkNode, Topology } from "@rxnetlink/route";
import { describe, expect, it } from "vitest";
import { EndFinder } from "#src/model/ends.js";

const end = (index: number, link: number, linkNetnsid: number) => ({ index, link, linkNetnsid }) as Link;
const nodeOf = (link: Link) => ({ link }) as LinkNode;
const alone = { links: new Map() } as unknown as Topology;

describe("ends of links in other namespaces", () => {
  it("are recognized by naming each other, if only one pair does", () => {
    const finder = new EndFinder(() => undefined);
    finder.set("a", end(2, 7, 0));
    expect(finder.set("b", end(7, 2, 0))).toEqual(["a/2"]);
    expect(finder.of("a", nodeOf(end(2, 7, 0)), alone)).toEqual({ peer: "b/7" });
    finder.set("c", end(7, 2, 1));
    expect(finder.of("a", nodeOf(end(2, 7, 0)), alone)).toEqual({ elsewhere: true });
    expect(finder.delete("c", end(7, 2, 1))).toEqual(["a/2"]);
    expect(finder.of("a", nodeOf(end(2, 7, 0)), alone)).toEqual({ peer: "b/7" });
  });

  it("are recognized by the id of their namespace", () => {
    const finder = new EndFinder((namespace, id) => (namespace === "a" && id === 1 ? "c" : undefined));
    for (const name of ["b", "c"]) finder.set(name, end(7, 2, 0));
    expect(finder.of("a", nodeOf(end(2, 7, 1)), alone)).toEqual({ peer: "c/7" });
  });

  it("are the link below if they do not lead back", () => {
    const finder = new EndFinder(() => "host");
    expect(finder.of("a", nodeOf(end(5, 3, 0)), alone)).toEqual({ lower: "host/3" });
    expect(new EndFinder(() => undefined).of("a", nodeOf(end(5, 3, 0)), alone)).toEqual({ elsewhere: true });
  });

  it("are in the same namespace otherwise; a tunnel names the link below in its settings", () => {
    const finder = new EndFinder(() => undefined);
    const [eth0, br0] = [{ index: 2 } as Link, { index: 3 } as Link];
    expect(finder.of("a", { link: { index: 4 }, lower: eth0, master: br0 } as LinkNode, alone)).toEqual({
      lower: "a/2",
      master: "a/3",
    });
    const vxlan = { index: 5, linkinfo: { kind: "vxlan", data: { vxlan: { id: 42, link: 2 } } } };
    expect(finder.of("a", nodeOf(vxlan as unknown as Link), alone)).toEqual({ lower: "a/2" });
  });
});
