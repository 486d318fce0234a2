// The default route, which the agent recognizes by its number of a protocol, and replaces in one step.

import type { Observable } from "rxjs";
import type { Ack, Rtnetlink, Topology } from "rxnetlink";
import { nodeOf, type Uplink } from "./uplink.js";

/** Number by which the agent's routes are told from others; numbers from 192 are free for such programs. */
const PROTOCOL = 201;
const METRIC = 50;

/** True if the agent's default route leads by an uplink. */
export function leadsBy(topology: Topology, uplink: Uplink): boolean {
  const { routes = [] } = nodeOf(topology, uplink) ?? {};
  return routes.some(({ protocol, gateway }) => protocol === PROTOCOL && gateway === uplink.gateway);
}

/** Moves the default route to an uplink. The kernel replaces the old one in one step: no packet is without a route. */
export function moveTo$({ route }: Rtnetlink, { ifname, gateway }: Uplink): Observable<Ack> {
  return route.replace$({ dst: "0.0.0.0/0", gateway, oif: ifname, priority: METRIC, protocol: PROTOCOL });
}
