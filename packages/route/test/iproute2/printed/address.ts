// Addresses and address labels as `ip -j` prints them.
import type { Addrlabel } from "#src/address/addrlabel.js";
import { type Address, addressFlags } from "#src/address/layout.js";
import { type Json, type NameOf, present, scopeAsIp } from "./common.js";

/** Returns an address as `ip -j -d address` prints it in `addr_info`. */
export function addressAsIp({ family, address, local, ...rest }: Address): Json {
  const flag = (name: Parameters<typeof addressFlags.has>[1]) =>
    addressFlags.has(rest.flags ?? 0, name) || undefined;
  return present({
    family,
    local: local ?? address,
    address: local === undefined || local === address ? undefined : address,
    prefixlen: rest.prefixlen,
    broadcast: rest.broadcast,
    scope: scopeAsIp(rest.scope),
    label: rest.label,
    metric: rest.rtPriority,
    secondary: family === "inet" ? flag("secondary") : undefined,
    nodad: flag("nodad"),
    tentative: flag("tentative"),
    deprecated: flag("deprecated"),
    dadfailed: flag("dadfailed"),
    noprefixroute: flag("noprefixroute"),
    mngtmpaddr: flag("managetempaddr"),
    dynamic: flag("permanent") ? undefined : true,
    valid_life_time: rest.cacheinfo?.valid,
    preferred_life_time: rest.cacheinfo?.prefered,
  });
}

/** Returns a label as `ip -j addrlabel` prints it. */
export function addrlabelAsIp({ address, prefixlen, label, index }: Addrlabel, nameOf: NameOf): Json {
  return present({ address, prefixlen, label, ifname: nameOf(index) });
}
