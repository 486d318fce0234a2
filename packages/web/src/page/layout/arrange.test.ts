import { describe, expect, it } from "vitest";
import type { LinkView } from "../../wire/link-view.js";
import { type Arrangement, arrange } from "./arrange.js";
import { isInside, type Rect } from "./block.js";
import { namespaceId, regionId } from "./namespace.js";

let index = 0;
const link = (namespace: string, name: string, more: Partial<LinkView> = {}): LinkView => ({
  id: `${namespace}/${name}`,
  namespace,
  name,
  index: ++index,
  kind: "veth",
  state: "up",
  addresses: [],
  facts: [],
  ...more,
});
const pair = (
  one: readonly [string, string],
  other: readonly [string, string],
  more: Partial<LinkView> = {},
) => [link(...one, { peer: other.join("/"), ...more }), link(...other, { peer: one.join("/") })];

/** A bridge with ports that lead to one namespace each. */
function star(count: number): readonly [names: string[], links: LinkView[]] {
  const names = Array.from({ length: count }, (_, at) => `pod${at}`);
  const pairs = names.flatMap((name) => pair(["node", `to-${name}`], [name, "eth0"], { master: "node/br0" }));
  return [
    ["node", ...names],
    [link("node", "br0", { kind: "bridge" }), ...pairs],
  ];
}

const meet = (one: Rect, other: Rect) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

function expectNoneMeet(placed: Arrangement, ids: readonly string[]): void {
  const rects = ids.map((id) => placed.get(id)!);
  for (const [at, one] of rects.entries())
    for (const other of rects.slice(at + 1)) expect(meet(one, other)).toBe(false);
}

describe("an arrangement", () => {
  it("places ports in the frame of their master, and all links in that of their namespace", () => {
    const [names, links] = star(12);
    const placed = arrange(names, links);
    const region = placed.get(regionId("node/br0"))!;
    for (const { id, namespace } of links) {
      expect(isInside(placed.get(id)!, placed.get(namespaceId(namespace))!)).toBe(true);
      expect(isInside(placed.get(id)!, region)).toBe(namespace === "node");
    }
  });

  it("lets nothing meet", () => {
    for (const count of [1, 5, 40]) {
      const [names, links] = star(count);
      const placed = arrange(names, links);
      expectNoneMeet(placed, names.map(namespaceId));
      expectNoneMeet(
        placed,
        links.map(({ id }) => id),
      );
    }
  });

  it("places the innermost namespace above those that are reached through it", () => {
    const links = [
      ...pair(["router", "a"], ["left", "eth0"]),
      ...pair(["router", "b"], ["right", "eth0"]),
      ...pair(["left", "c"], ["pod", "eth0"]),
    ];
    const placed = arrange(["pod", "right", "left", "router"], links);
    const top = (name: string) => placed.get(namespaceId(name))!.y;
    expect(top("pod")).toBeGreaterThan(top("left"));
    expect(top("right")).toBeGreaterThan(top("router"));
    const end = (id: string) => placed.get(id)!.y;
    expect(end("left/eth0")).toBeLessThanOrEqual(end("left/c"));
  });

  it("places links under those that they need", () => {
    const placed = arrange(["a"], [link("a", "eth0.7", { lower: "a/eth0" }), link("a", "eth0")]);
    expect(placed.get("a/eth0.7")!.y).toBeGreaterThan(placed.get("a/eth0")!.y);
  });

  it("places a master under the links below its ports, those ports above it, and the others below it", () => {
    const placed = arrange(
      ["a"],
      [
        link("a", "bond0", { kind: "bond" }),
        link("a", "port", { master: "a/bond0" }),
        link("a", "bond0.7", { lower: "a/bond0", master: "a/blue" }),
        link("a", "blue", { kind: "vrf" }),
        link("a", "dummy", { master: "a/blue" }),
      ],
    );
    const bond = placed.get(regionId("a/bond0"))!;
    const blue = placed.get(regionId("a/blue"))!;
    expect(blue.y).toBeGreaterThan(bond.y + bond.height);
    const tops = ["bond0.7", "blue", "dummy"].map((name) => placed.get(`a/${name}`)!);
    expect(tops.map(({ y }) => y)).toEqual(tops.map(({ y }) => y).sort((one, other) => one - other));
    expect(tops.every((one) => isInside(one, blue))).toBe(true);
  });

  it("keeps ports in the frame of their master if one lies over another", () => {
    const links = [
      link("a", "br0", { kind: "bridge" }),
      link("a", "eth0", { master: "a/br0" }),
      link("a", "eth0.7", { master: "a/br0", lower: "a/eth0" }),
    ];
    const placed = arrange(["a"], links);
    const region = placed.get(regionId("a/br0"))!;
    expect(links.every(({ id }) => isInside(placed.get(id)!, region))).toBe(true);
  });

  it("uses the width that is there", () => {
    const ports = ["a", "b", "c"].flatMap((name) => pair(["top", `to-${name}`], [name, "eth0"]));
    const alone = ["x", "y", "z"].map((name) => link("top", name, { kind: "dummy" }));
    const placed = arrange(["top", "a", "b", "c"], [...ports, ...alone]);
    expect(new Set(alone.map(({ id }) => placed.get(id)!.y)).size).toBe(1);
  });

  it("loses no link whose parents lead back to it", () => {
    const placed = arrange(["a"], [link("a", "x", { lower: "a/y" }), link("a", "y", { lower: "a/x" })]);
    expect([placed.has("a/x"), placed.has("a/y")]).toEqual([true, true]);
  });

  it("is the same for the same links, and for namespaces in circles", () => {
    const links = ["a", "b", "c"].flatMap((name, at, all) =>
      pair([name, "next"], [all[(at + 1) % 3]!, "previous"]),
    );
    expect(arrange(["a", "b", "c"], links)).toEqual(arrange(["a", "b", "c"], [...links].reverse()));
    expectNoneMeet(arrange(["a", "b", "c"], links), ["a", "b", "c"].map(namespaceId));
  });

  it("is found for thousands of links", () => {
    const [names, links] = star(2500);
    expect(arrange(names, links).size).toBe(2501 + links.length + 1);
  });
});
