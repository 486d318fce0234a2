import type { Rect } from "./block.js";

/** A point. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge from the side of a card to that of another: two curves that meet in the middle. */
export interface Curve {
  readonly from: Point;
  readonly to: Point;
  readonly bend: readonly [Point, Point];
}

/** Two curves look like one that leaves both cards straight if they bend here: shares of the way along, and aside. */
const [BEND, LEAN] = [11 / 32, 1 / 16];
/** Least distance in which an edge turns. */
const TURN = 14;

const centreX = ({ x, width }: Rect) => x + width / 2;
const centreY = ({ y, height }: Rect) => y + height / 2;

/** Returns the edge between two cards: from bottom to top if they lie over each other, else from side to side. */
export function curveBetween(one: Rect, other: Rect): Curve {
  if (other.y >= one.y + one.height) return downwards(one, other);
  if (one.y >= other.y + other.height) return reversed(downwards(other, one));
  return one.x < other.x ? sideways(one, other) : reversed(sideways(other, one));
}

function downwards(upper: Rect, lower: Rect): Curve {
  const from = { x: centreX(upper), y: upper.y + upper.height };
  const to = { x: centreX(lower), y: lower.y };
  const [dx, turn] = [(to.x - from.x) * LEAN, Math.max(TURN, (to.y - from.y) * BEND)];
  const bend = [
    { x: from.x + dx, y: from.y + turn },
    { x: to.x - dx, y: to.y - turn },
  ] as const;
  return { from, to, bend };
}

function sideways(left: Rect, right: Rect): Curve {
  const from = { x: left.x + left.width, y: centreY(left) };
  const to = { x: right.x, y: centreY(right) };
  const [turn, dy] = [Math.max(TURN, (to.x - from.x) * BEND), (to.y - from.y) * LEAN];
  const bend = [
    { x: from.x + turn, y: from.y + dy },
    { x: to.x - turn, y: to.y - dy },
  ] as const;
  return { from, to, bend };
}

const reversed = ({ from, to, bend }: Curve): Curve => ({ from: to, to: from, bend: [bend[1], bend[0]] });

/** Returns a curve as the path of an SVG. */
export function pathOf({ from, to, bend: [first, second] }: Curve): string {
  const middle = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
  const point = ({ x, y }: Point) => `${x} ${y}`;
  return `M${point(from)}Q${point(first)} ${point(middle)}Q${point(second)} ${point(to)}`;
}

/** Returns where a point lies seen from a line: how far along it, and how far from it. */
export function seenFrom(
  { from, to }: Curve,
  point: Point,
): { readonly weight: number; readonly distance: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [px, py] = [point.x - from.x, point.y - from.y];
  return { weight: (px * dx + py * dy) / length ** 2, distance: (py * dx - px * dy) / length };
}
