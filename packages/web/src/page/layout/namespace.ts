import type { LinkView } from "../../wire/link-view.js";
import { type Block, column, framed, packed } from "./block.js";
import { type Children, childrenOf } from "./children.js";
import { CARD, GAP, NAMESPACE, REGION, STACK_GAP } from "./sizes.js";

/** Id of the frame around a master and its ports. */
export const regionId = (id: string): string => `region ${id}`;
/** Id of the frame around a namespace. */
export const namespaceId = (name: string): string => `namespace ${name}`;

/** Ports lie in a row, from which edges lead down, unless there are many. */
const PORTS = { gap: GAP, aspect: 3.2, few: 5 } as const;

const card = (id: string): Block => ({ id, ...CARD, parts: [] });

/** Where links lead: to a namespace above, below, or nowhere. */
export type Side = "above" | "nowhere" | "below";

/** What placing the links of a namespace needs to know. */
interface Given {
  readonly children: Children;
  readonly sideOf: (link: LinkView) => Side;
}

/** Returns the block of a link: its card; in a frame with its ports; above those that lie over it. */
function blockOf(link: LinkView, given: Given): Block {
  const below = given.children.get(link.id) ?? [];
  const ports = below.filter(({ master }) => master === link.id);
  const over = below.filter(({ master }) => master !== link.id).map((one) => blockOf(one, given));
  const own = ports.length === 0 ? card(link.id) : region(link, ports, given);
  if (over.length === 0) return own;
  const row = packed(over, PORTS);
  return column([own, row], STACK_GAP + Math.min(STACK_GAP, row.width / 30), "centre");
}

/** Returns a master in a frame with its ports: below those that lead up out of it, above the others. */
function region(master: LinkView, ports: readonly LinkView[], given: Given): Block {
  const known = new Set(ports.map(({ id }) => id));
  const leadsUp = (port: LinkView) =>
    given.sideOf(port) === "above" || (port.lower !== undefined && !known.has(port.lower));
  const row = (some: readonly LinkView[]) => {
    const blocks = some.map((port) => blockOf(port, given));
    return blocks.length === 0 ? [] : [packed(blocks, PORTS)];
  };
  const others = ports.filter((port) => !leadsUp(port));
  const parts = [...row(ports.filter(leadsUp)), card(master.id), ...row(others)];
  return framed(regionId(master.id), column(parts, GAP, "centre"), REGION);
}

/** Returns the block of a namespace; links that lead to namespaces above come first, those that lead below last. */
export function namespaceBlock(name: string, links: readonly LinkView[], sideOf: Given["sideOf"]): Block {
  const { tops, children } = childrenOf(links);
  const given = { children, sideOf };
  const sides = new Map<Side, Block[]>();
  for (const top of tops) {
    const side = sideOfAll(top, given);
    sides.set(side, [...(sides.get(side) ?? []), blockOf(top, given)]);
  }
  const packing = { gap: GAP, aspect: 1.8 } as const;
  const line = (side: Side) => packed(sides.get(side) ?? [], { ...packing, few: PORTS.few });
  const [above, below] = [line("above"), line("below")];
  const free = Math.max(above.width, below.width);
  const between = packed(sides.get("nowhere") ?? [], { ...packing, free });
  const lines = [above, between, below].filter(({ width }) => width > 0);
  return framed(namespaceId(name), column(lines, NAMESPACE.gap, "centre"), NAMESPACE);
}

function sideOfAll(link: LinkView, given: Given): Side {
  const own = given.sideOf(link);
  if (own === "above") return own;
  const others = (given.children.get(link.id) ?? []).map((child) => sideOfAll(child, given));
  return others.find((side) => side === "above") ?? [own, ...others].find((side) => side === "below") ?? own;
}
