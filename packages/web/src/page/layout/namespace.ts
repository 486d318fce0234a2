import type { LinkView } from "../../wire/link-view.js";
import { type Block, column, framed, packed } from "./block.js";
import { CARD, GAP, NAMESPACE, REGION, STACK_GAP } from "./sizes.js";

/** Id of the frame around a master and its ports. */
export const regionId = (id: string): string => `region ${id}`;
/** Id of the frame around a namespace. */
export const namespaceId = (name: string): string => `namespace ${name}`;

/** Links by the link that they belong under. */
type Children = ReadonlyMap<string, readonly LinkView[]>;

const byName = new Intl.Collator("en", { numeric: true }).compare;

/** Groups links under their master, or else under the link below them. */
function childrenOf(links: readonly LinkView[]): {
  readonly tops: LinkView[];
  readonly children: Children;
} {
  const known = new Map(links.map((link) => [link.id, link]));
  const parentOf = (link: LinkView) =>
    [link.master, link.lower].find((id) => id !== undefined && known.has(id));
  const children = new Map<string, LinkView[]>();
  const tops: LinkView[] = [];
  for (const link of [...links].sort((one, other) => byName(one.name, other.name))) {
    const parent = parentOf(link);
    if (parent === undefined || leadsBack(link, (id) => parentOf(known.get(id)!))) tops.push(link);
    else children.set(parent, [...(children.get(parent) ?? []), link]);
  }
  return { tops, children };
}

/** True if the parents of a link lead back to it. */
function leadsBack({ id }: LinkView, parentOf: (id: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let at = parentOf(id); at !== undefined && !seen.has(at); at = parentOf(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** Ports lie in a row, from which edges lead down, unless there are many. */
const PORTS = { gap: GAP, aspect: 3.2, few: 5 } as const;

const card = (id: string): Block => ({ id, ...CARD, parts: [] });

/** Returns the block of a link: its card; in a frame with its ports; above those that lie over it. */
function blockOf(link: LinkView, children: Children): Block {
  const below = children.get(link.id) ?? [];
  const ports = below.filter(({ master }) => master === link.id);
  const over = below.filter(({ master }) => master !== link.id);
  const own = ports.length === 0 ? card(link.id) : region(link, ports, children);
  if (over.length === 0) return own;
  const blocks = over.map((one) => blockOf(one, children));
  return column([own, packed(blocks, PORTS)], STACK_GAP, "centre");
}

function region(master: LinkView, ports: readonly LinkView[], children: Children): Block {
  const blocks = ports.map((port) => blockOf(port, children));
  return framed(regionId(master.id), column([card(master.id), packed(blocks, PORTS)], GAP, "centre"), REGION);
}

/** Where links lead: to a namespace above, below, or nowhere. */
export type Side = "above" | "nowhere" | "below";

/** Returns the block of a namespace; links that lead to namespaces above come first, those that lead below last. */
export function namespaceBlock(
  name: string,
  links: readonly LinkView[],
  sideOf: (link: LinkView) => Side,
): Block {
  const { tops, children } = childrenOf(links);
  const sides = new Map<Side, Block[]>();
  for (const top of tops) {
    const side = sideOfAll(top, children, sideOf);
    sides.set(side, [...(sides.get(side) ?? []), blockOf(top, children)]);
  }
  const lines = (["above", "nowhere", "below"] as const).flatMap((side) => {
    const blocks = sides.get(side);
    const few = side === "nowhere" ? 1 : PORTS.few;
    return blocks === undefined ? [] : [packed(blocks, { gap: NAMESPACE.gap, aspect: 1.8, few })];
  });
  const inside = column(lines, NAMESPACE.gap, "centre");
  return framed(namespaceId(name), inside, NAMESPACE);
}

function sideOfAll(link: LinkView, children: Children, sideOf: (link: LinkView) => Side): Side {
  const own = sideOf(link);
  if (own === "above") return own;
  const others = (children.get(link.id) ?? []).map((child) => sideOfAll(child, children, sideOf));
  return others.find((side) => side === "above") ?? [own, ...others].find((side) => side === "below") ?? own;
}
