import { computed } from "@preact/signals";
import type { LinkView } from "../../wire/link-view.js";
import { type Arrangement, arrange } from "../layout/arrange.js";
import { isInside, type Rect } from "../layout/block.js";
import { type Curve, curveBetween } from "../layout/curve.js";
import { regionId } from "../layout/namespace.js";
import { familyOf } from "../look/families.js";
import { names, visible } from "../store/selection.js";

/** An edge between two links. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** How they belong together: the ends of a pair, or a link and the one below it. */
  readonly type: "pair" | "lower";
  /** Name of the family that gives it its colour. */
  readonly family: string;
  readonly curve: Curve;
}

/** Members that say what is joined and placed: others change without moving anything. */
const keyOf = ({ id, name, master, lower, peer }: LinkView) => [id, name, master, lower, peer].join(" ");

/** All that placing depends on, as a text: what is placed stays the same until this differs. */
const placing = computed(() => [...names.value, "", ...visible.value.map(keyOf)].join("\n"));

/** Where everything is. */
export const arrangement = computed<Arrangement>(() => {
  placing.value;
  return arrange(names.peek(), visible.peek());
});

/** The rectangle around everything; `undefined` if there is nothing. */
export const bounds = computed<Rect | undefined>(() => {
  const rects = [...arrangement.value.values()];
  if (rects.length === 0) return undefined;
  const least = (of: (rect: Rect) => number) =>
    rects.reduce((found, rect) => Math.min(found, of(rect)), Number.POSITIVE_INFINITY);
  const [x, y] = [least((rect) => rect.x), least((rect) => rect.y)];
  const [right, bottom] = [-least((rect) => -rect.x - rect.width), -least((rect) => -rect.y - rect.height)];
  return { x, y, width: right - x, height: bottom - y };
});

/** Returns the rectangle of a link that an edge to another begins at: its frame, unless the other lies inside. */
function outline(id: string, other: Rect, placed: Arrangement): Rect {
  const frame = placed.get(regionId(id));
  return frame === undefined || isInside(other, frame) ? placed.get(id)! : frame;
}

function* edgesOf(links: ReadonlyMap<string, LinkView>, placed: Arrangement): Generator<Edge> {
  for (const link of links.values()) {
    const other = link.peer ?? link.lower;
    const [one, two] = [placed.get(link.id), other === undefined ? undefined : placed.get(other)];
    if (one === undefined || two === undefined || other === undefined) continue;
    const type = link.peer === undefined ? "lower" : "pair";
    const isKnown = type === "pair" && links.get(other)?.peer === link.id && link.id > other;
    if (isKnown) continue;
    const curve = curveBetween(outline(link.id, two, placed), outline(other, one, placed));
    yield {
      id: `${link.id} ${other}`,
      from: link.id,
      to: other,
      type,
      family: familyOf(link.kind).name,
      curve,
    };
  }
}

/** The edges between links. */
export const edges = computed<readonly Edge[]>(() => {
  const placed = arrangement.value;
  return [...edgesOf(new Map(visible.peek().map((link) => [link.id, link])), placed)];
});
