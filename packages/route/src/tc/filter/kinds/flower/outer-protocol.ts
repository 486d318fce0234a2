import type { Scope } from "@rxnetlink/core/schema";
import { TAGS } from "./ignored-keys.js";
import type { FlowerFilter } from "./layout.js";

// For a frame with VLAN tags or a PPP session the kernel reports the innermost protocol as `keyEthType` but requires
// the outermost, which is in the filter's header.

const VLAN = /^keyC?Vlan/;
const PPP = /^keyPpp/;

const has = (filter: FlowerFilter, keys: RegExp) =>
  Object.entries(filter).some(([key, value]) => value !== undefined && keys.test(key));

/** Returns the header of the surrounding filter, if any. */
function headerOf(scope: Scope | undefined): Scope["value"] | undefined {
  for (let at = scope; at !== undefined; at = at.parent) if ("ifindex" in at.value) return at.value;
  return undefined;
}

/** Returns the protocol of the frame for a filter that has VLAN tags but does not name it. */
function outerProtocolOf(filter: FlowerFilter, header: Scope["value"]): FlowerFilter["keyEthType"] {
  const protocol = header.protocol as FlowerFilter["keyEthType"];
  if (TAGS.includes(protocol)) return protocol;
  // A filter that counts tags needs none.
  if (filter.keyNumOfVlans !== undefined) return undefined;
  const wasRead = Boolean(header.handle) || protocol === undefined;
  return wasRead ? "8021q" : filter.keyEthType;
}

/** Returns a filter as the kernel takes it, from one that may have been decoded. */
export function withOuterProtocol(filter: FlowerFilter, scope: Scope | undefined): FlowerFilter {
  const header = headerOf(scope);
  const { keyEthType, ...rest } = filter;
  if (header === undefined) return filter;
  if (has(filter, VLAN) && !TAGS.includes(keyEthType)) {
    const type = outerProtocolOf(filter, header);
    return type === undefined ? rest : { ...rest, keyEthType: type };
  }
  const wasRead = Boolean(header.handle) || header.protocol === "pppSes";
  return has(filter, PPP) && wasRead ? { ...rest, keyEthType: "pppSes" } : filter;
}
