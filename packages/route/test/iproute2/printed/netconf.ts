// Netconf as `ip -j netconf` prints it.
import { type Netconf, netconfIfindex } from "#src/namespace/netconf.js";
import { type Json, type NameOf, present, yes } from "./common.js";

const RP_FILTER = ["off", "strict", "loose"];
const flag = (value: number | undefined) => (value === undefined ? undefined : yes(value));

/** Returns settings as `ip -j netconf` prints them. */
export function netconfAsIp(netconf: Netconf, nameOf: NameOf): Json {
  const { ifindex } = netconf;
  const named: Record<number, string> = { [netconfIfindex.all]: "all", [netconfIfindex.default]: "default" };
  return present({
    family: netconf.family,
    interface: named[ifindex!] ?? nameOf(ifindex),
    forwarding: flag(netconf.forwarding),
    rp_filter: netconf.rpFilter === undefined ? undefined : RP_FILTER[netconf.rpFilter],
    mc_forwarding: flag(netconf.mcForwarding),
    proxy_neigh: flag(netconf.proxyNeigh),
    ignore_routes_with_linkdown: flag(netconf.ignoreRoutesWithLinkdown),
    input: flag(netconf.input),
  });
}
