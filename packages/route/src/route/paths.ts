type PathMember = "oif" | "gateway" | "via" | "multipath" | "encapType" | "encap";

/**
 * Returns a route without its paths. The kernel reports them also for a route that has a nexthop object, though they are those
 * of the object.
 *
 * @example
 * const own = route.nhId === undefined ? route : withoutPaths(route);
 */
export function withoutPaths<R extends { readonly [K in PathMember]?: unknown }>(
  route: R,
): Omit<R, PathMember> {
  const { oif: _0, gateway: _1, via: _2, multipath: _3, encapType: _4, encap: _5, ...rest } = route;
  return rest;
}
