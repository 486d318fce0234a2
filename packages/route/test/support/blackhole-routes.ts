import type { Route } from "#src/route/layout.js";

/** Yields blackhole routes, which need no link: `count` of them, from 10.0.0.0 + `first` on. */
export function* blackholeRoutes(first: number, count: number): Generator<Partial<Route>> {
  for (let i = first; i < first + count; i++)
    yield { dst: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, dstLen: 32, type: "blackhole" };
}
