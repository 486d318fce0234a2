import { type Address, type Link, type LinkNode, linkFlags } from "@rxnetlink/route";
import type { LinkView } from "../wire/link-view.js";
import { factsOf, kindOf, noteOf } from "./kinds.js";

/** Returns the id of a link. */
export const idOf = (namespace: string, index: number): string => `${namespace}/${index}`;

/** Ids of links that a link leads to. */
export type Ends = Pick<LinkView, "master" | "lower" | "peer" | "elsewhere">;

function stateOf({ flags, operstate }: Link): LinkView["state"] {
  const names = linkFlags.names(flags);
  if (!names.includes("up")) return "down";
  return operstate === "up" || (operstate === "unknown" && names.includes("lowerUp")) ? "up" : "no carrier";
}

/** Of tunnels, the address of hardware is that of IP: 4 or 16 bytes. */
const IP_ADDRESS = /^(..:){3}(..:..:..:..:..:..:..:..:..:..:..:..:)?..$/;

/** Returns an address as it is written. */
const addressText = ({ local, address, prefixlen }: Address): string => `${local ?? address}/${prefixlen}`;

const SCOPES = ["universe", "site", "link", "host"];
const rank = ({ scope, family }: Address) => 2 * SCOPES.indexOf(String(scope)) + (family === "inet" ? 0 : 1);

/** Returns a link as the page shows it. */
export function linkView(namespace: string, node: LinkNode, ends: Ends): LinkView {
  const { link, addresses } = node;
  const { index, ifname = `#${index}`, mtu, address: mac } = link;
  const note = noteOf(link);
  return {
    id: idOf(namespace, index),
    namespace,
    index,
    name: ifname,
    kind: kindOf(link),
    state: stateOf(link),
    ...(mtu !== undefined && { mtu }),
    ...(typeof mac === "string" && !IP_ADDRESS.test(mac) && { mac }),
    ...ends,
    addresses: [...addresses].sort((one, other) => rank(one) - rank(other)).map(addressText),
    ...(note !== undefined && { note }),
    facts: factsOf(link),
  };
}
