import type { LinkView } from "../../wire/link-view.js";
import { type Block, column, packed, type Rect, spread } from "./block.js";
import { namespaceBlock, type Side } from "./namespace.js";
import { BETWEEN } from "./sizes.js";
import { type Neighbourhood, neighbourhood, type Tree, treesOf } from "./trees.js";

/** The rectangles of links, of the frames around masters and of namespaces, by id. */
export type Arrangement = ReadonlyMap<string, Rect>;

/** A view is about so much wider than high. */
const ASPECT = 1.4;

/** What placing needs to know of the links. */
interface Given {
  readonly inside: ReadonlyMap<string, readonly LinkView[]>;
  readonly joined: Neighbourhood;
}

/**
 * Places namespaces and their links. The same links are placed alike, and a change moves little. Namespaces that are joined lie
 * below the innermost of them, step by step; inside, ports lie in the frame of their master, and links under those that they need.
 */
export function arrange(names: readonly string[], links: readonly LinkView[]): Arrangement {
  const inside = new Map<string, LinkView[]>(names.map((name) => [name, []]));
  for (const link of links) inside.get(link.namespace)?.push(link);
  const given = { inside, joined: neighbourhood(links) };
  const blocks = treesOf(names, given.joined).map((tree) => treeBlock(tree, undefined, given));
  const found = new Map<string, Rect>();
  spread(packed(blocks, { gap: BETWEEN.across, aspect: ASPECT }), 0, 0, found);
  return found;
}

/** Returns a namespace above those that are reached through it. */
function treeBlock(tree: Tree, above: string | undefined, given: Given): Block {
  const own = ownBlock(tree, above, given);
  if (tree.children.length === 0) return own;
  const placed = new Map<string, Rect>();
  spread(own, 0, 0, placed);
  const place = new Map(
    tree.children.map(({ name }) => [name, centre(given.joined.towards.get(name) ?? [], placed)]),
  );
  const sorted = [...tree.children].sort((one, other) => place.get(one.name)! - place.get(other.name)!);
  const blocks = sorted.map((child) => treeBlock(child, tree.name, given));
  const below = packed(blocks, { gap: BETWEEN.across, aspect: 2 * ASPECT, crossing: 0.1 });
  return column([own, below], BETWEEN.down, "centre");
}

function ownBlock({ name, children }: Tree, above: string | undefined, { inside, joined }: Given): Block {
  const below = new Set(children.map((child) => child.name));
  const sideOf = ({ id }: LinkView): Side => {
    const end = joined.ends.get(id);
    if (end === undefined) return "nowhere";
    return end === above ? "above" : below.has(end) ? "below" : "nowhere";
  };
  return namespaceBlock(name, inside.get(name) ?? [], sideOf);
}

/** Returns how far to the right the links lie that are led to. */
function centre(ids: readonly string[], placed: ReadonlyMap<string, Rect>): number {
  const known = ids.map((id) => placed.get(id)).filter((rect) => rect !== undefined);
  if (known.length === 0) return 0;
  return known.reduce((sum, { x, width }) => sum + x + width / 2, 0) / known.length;
}
