import type { Scope } from "@rxnetlink/core";
import type { FlowerFilter } from "./layout.js";
import { TAGS } from "./needs.js";

// Of a frame with tags, or of a PPP session, the kernel reports the innermost protocol as `keyEthType`, and wants the
// outermost: the header of the filter says it.

const VLAN = /^keyC?Vlan/;
const PPP = /^keyPpp/;

const has = (filter: FlowerFilter, keys: RegExp) =>
  Object.entries(filter).some(([key, value]) => value !== undefined && keys.test(key));

/** The header of the filter around, where there is one. */
function headerOf(scope: Scope | undefined): Scope["value"] | undefined {
  for (let at = scope; at !== undefined; at = at.parent) if ("ifindex" in at.value) return at.value;
  return undefined;
}

/** The protocol of the frame, where the filter has tags but does not say which. */
function outermost(filter: FlowerFilter, header: Scope["value"]): FlowerFilter["keyEthType"] {
  const protocol = header.protocol as FlowerFilter["keyEthType"];
  if (TAGS.includes(protocol)) return protocol;
  // The tag itself is not reported; to count tags needs none.
  if (filter.keyNumOfVlans !== undefined) return undefined;
  const wasRead = Boolean(header.handle) || protocol === undefined;
  return wasRead ? "8021q" : filter.keyEthType;
}

/** A filter as the kernel takes it, from one that may have been read. */
export function asAsked(filter: FlowerFilter, scope: Scope | undefined): FlowerFilter {
  const header = headerOf(scope);
  const { keyEthType, ...rest } = filter;
  if (header === undefined) return filter;
  if (has(filter, VLAN) && !TAGS.includes(keyEthType)) {
    const type = outermost(filter, header);
    return type === undefined ? rest : { ...rest, keyEthType: type };
  }
  const wasRead = Boolean(header.handle) || header.protocol === "pppSes";
  return has(filter, PPP) && wasRead ? { ...rest, keyEthType: "pppSes" } : filter;
}
