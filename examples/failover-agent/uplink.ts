// An uplink, and what can be seen of its health: its carrier, and its gateway as a neighbour.

import { type LinkNode, neighbourState, type Topology } from "rxnetlink";

/** A way out: a link, and the gateway behind it. */
export interface Uplink {
  readonly ifname: string;
  readonly gateway: string;
}

/** Health of an uplink. */
export type Health = "ok" | "absent" | "noCarrier" | "gatewaySilent";

/** Returns the uplink in a word such as `"eth0=192.0.2.254"`. */
export function parseUplink(text: string): Uplink {
  const [, ifname, gateway] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
  if (ifname === undefined || gateway === undefined) throw new Error(`${text} is not LINK=GATEWAY`);
  return { ifname, gateway };
}

/** The link of an uplink, if it exists. */
export function nodeOf({ links }: Topology, { ifname }: Uplink): LinkNode | undefined {
  return [...links.values()].find(({ link }) => link.ifname === ifname);
}

/**
 * Returns the health of an uplink. While its gateway is being looked for, nothing new is known: a gateway that was silent
 * stays so until it answers.
 */
export function healthOf(topology: Topology, uplink: Uplink, before: Health = "ok"): Health {
  const node = nodeOf(topology, uplink);
  if (node === undefined) return "absent";
  if (node.link.operstate !== "up") return "noCarrier";
  const { state = 0 } = node.neighbours.find(({ dst }) => dst === uplink.gateway) ?? {};
  if (neighbourState.has(state, "failed")) return "gatewaySilent";
  const unknown = state === 0 || neighbourState.has(state, "incomplete");
  return unknown && before === "gatewaySilent" ? before : "ok";
}
