import type { Rect } from "./block.js";
import type { Point } from "./curve.js";

/** A rectangle with the id of what it shows. */
export interface Placed {
  readonly id: string;
  readonly rect: Rect;
}

const centre = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Being aside counts more than being far away. */
const ASIDE = 2.5;

/** Returns the id of the nearest rectangle in a direction, which is a unit along an axis. */
export function inDirection(from: Rect, places: readonly Placed[], { x, y }: Point): string | undefined {
  const start = centre(from);
  let best: { id: string; cost: number } | undefined;
  for (const { id, rect } of places) {
    const end = centre(rect);
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const ahead = dx * x + dy * y;
    if (ahead <= 1) continue;
    const cost = ahead + ASIDE * Math.abs(dx * y - dy * x);
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
