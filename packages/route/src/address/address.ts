import { defineObject, EncodeError, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { NLM_F_REPLACE, nest } from "@rxnetlink/core/schema";
import { familyOf } from "../common/address-family.js";
import { addressHint } from "../common/hints.js";
import { RTM_DELADDR, RTM_GETADDR, RTM_NEWADDR } from "../common/rtm.js";
import { RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR } from "../common/rtnlgrp.js";
import { type Address, addressMessage } from "./layout.js";
import { addressStateRules } from "./state.js";

const LOOPBACK = /^127\./;

/** Fills in both ends, which IPv4 needs, and the scope `"host"` of loopback addresses. */
function ipv4Ends({ local, address, scope }: Partial<Address>): Partial<Address> {
  const ends = { local: local ?? address!, address: address ?? local! };
  return { ...ends, ...(LOOPBACK.test(ends.local) && scope === undefined && { scope: "host" }) };
}

function ipv6Scope(address = ""): Address["scope"] {
  if (address === "::1") return "host";
  if (/^fe[89ab]/i.test(address)) return "link";
  return /^fe[cdef]/i.test(address) ? "site" : "universe";
}

/** Removes the scope of an IPv6 address: the kernel derives it from the address and ignores any other. */
function withoutScope({ scope, ...rest }: Partial<Address>): Partial<Address> {
  if (scope !== undefined && scope !== ipv6Scope(rest.local ?? rest.address))
    throw new EncodeError("the kernel derives the scope of an IPv6 address from the address").at("scope");
  return rest;
}

/**
 * Returns the key by which the kernel deletes an IPv4 address. It compares every member of the request, `address` up to
 * the prefix length, so that a key without a length has `local` only.
 */
function ipv4DeleteKey({ address, ...given }: Partial<Address>): Partial<Address> {
  const { prefixlen, local = address! } = given;
  if (prefixlen === undefined && given.local === undefined) return { ...given, local };
  return address === undefined && prefixlen === undefined
    ? given
    : { prefixlen: 32, ...given, local, address: address ?? local };
}

/** Completes a request as `ip address` does. */
function completeAddress(given: Partial<Address>, verb: Verb): Partial<Address> {
  const family = given.family ?? familyOf(given.local, given.address);
  if (family === undefined || verb === "list" || verb === "get") return given;
  if (family !== "inet")
    return { ...(verb !== "delete" && { prefixlen: 128 }), ...withoutScope(given), family };
  if (verb === "delete") return { ...ipv4DeleteKey(given), family };
  return { prefixlen: 32, ...given, ...ipv4Ends(given), family };
}

/** Address messages (`RTM_*ADDR`). */
export const addressObject = defineObject({
  name: "address",
  namedBy: ["index", "local", "address", "prefixlen", "label"],
  hint: addressHint,
  layout: nest<Address>(addressMessage),
  types: { new: RTM_NEWADDR, delete: RTM_DELADDR, get: RTM_GETADDR },
  groups: [RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: ["family", "index", "targetNetnsid"],
  changeFlags: NLM_F_REPLACE,
  // The kernel looks up single addresses for IPv6 only.
  notFound: "EADDRNOTAVAIL",
  // The kernel deletes an IPv6 address only if the request has its prefix length.
  looksUp: ({ family, prefixlen, local, address }) =>
    prefixlen === undefined && (family ?? familyOf(local, address)) === "inet6",
  // The kernel resets these when it replaces an existing address.
  keeps: ["prefixlen", "flags", "cacheinfo", "rtPriority", "proto"],
  complete: completeAddress,
  keysOf: (address) => [
    pick(address, "family", "index", "prefixlen", "local", "address", "label", "targetNetnsid"),
  ],
  state: addressStateRules,
});
/** Verbs of IP addresses. */
export interface Addresses extends ObjectOf<typeof addressObject> {}
