import { expect, test } from "vitest";
import { pairsIn } from "./pairs.js";
import type { LinkView, World } from "./view.js";

/** Returns a world of ends such as `"a:5>2"`, of index 5, whose other end has index 2 elsewhere; `=` stands for the same namespace. */
function worldOf(ends: readonly string[]): World {
  const world = new Map<string, Map<number, LinkView>>();
  for (const end of ends) {
    const [, namespace = "", index, where, peer] = /^(\w+):(\d)([>=])(\d)$/.exec(end)!;
    const link = { index: Number(index), ifname: `v${index}`, kind: "veth", addresses: [] };
    const view = world.get(namespace) ?? new Map<number, LinkView>();
    view.set(link.index, { ...link, peer: { index: Number(peer), elsewhere: where === ">" } });
    world.set(namespace, view);
  }
  return world;
}

const inWords = (world: World) =>
  pairsIn(world).map((pair) => pair.map(({ namespace, ifname }) => `${namespace}/${ifname}`).join(" "));

test.each([
  ["containers with the same index", ["h:5>2", "h:6>2", "a:2>5", "b:2>6"], ["h/v5 a/v2", "h/v6 b/v2"]],
  ["both ends in one namespace", ["h:5=6", "h:6=5"], ["h/v5 h/v6"]],
  ["the same index at both ends", ["a:2>2", "b:2>2"], ["a/v2 b/v2"]],
  ["no end whose peer is not seen", ["h:5>2"], []],
  ["no end that fits two", ["h:5>2", "a:2>5", "b:2>5"], []],
  ["those of one namespace, whatever fits elsewhere", ["h:5=6", "h:6=5", "a:6>5"], ["h/v5 h/v6"]],
])("pairsIn finds %s", (_, ends, pairs) => {
  expect(inWords(worldOf(ends))).toEqual(pairs);
});
