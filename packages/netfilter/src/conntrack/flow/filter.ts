import { familyOf } from "../tuple/family.js";
import type { Tuple } from "../tuple/layout.js";
import type { Conntrack, ConntrackFilter } from "./layout.js";

const ALL = 0xffff_ffff;

/** Bits of `CTA_FILTER_*_FLAGS`, which no header names. */
const ADDRESSES = { src: 0x1, dst: 0x2 };
const PROTO = {
  num: 0x8,
  srcPort: 0x10,
  dstPort: 0x20,
  icmpType: 0x40,
  icmpCode: 0x80,
  icmpId: 0x100,
  icmpv6Type: 0x200,
  icmpv6Code: 0x400,
  icmpv6Id: 0x800,
};

function bitsOf(bits: Readonly<Record<string, number>>, members: object): number {
  return Object.keys(members).reduce((sum, key) => sum | (bits[key] ?? 0), 0);
}

/** Returns the members of a tuple by which the kernel can filter: no addresses of IPv6, which it excludes if they are equal. */
function flagsOf({ ip = {}, proto = {} }: Tuple, family: Conntrack["family"]): number {
  const addresses = family === "ipv4" ? bitsOf(ADDRESSES, ip) : 0;
  // It knows what the ports mean only with the protocol.
  return addresses | (proto.num === undefined ? 0 : bitsOf(PROTO, proto));
}

function tupleFilter(
  { tupleOrig, tupleReply }: Partial<Conntrack>,
  family: Conntrack["family"],
): ConntrackFilter {
  const [orig, reply] = [tupleOrig, tupleReply].map((tuple) => (tuple ? flagsOf(tuple, family) : 0));
  return { ...(orig && { origFlags: orig }), ...(reply && { replyFlags: reply }) };
}

/**
 * Returns the filter that a list sends: what the kernel compares rightly. Older kernels ignore parts of it, so everything is
 * compared again.
 */
export function filterOf(match: Partial<Conntrack>): Partial<Conntrack> {
  const { mark, markMask = ALL, status, zone, tupleOrig, tupleReply } = match;
  const family = match.family ?? familyOf(tupleOrig, tupleReply);
  const isIp = family === "ipv4" || family === "ipv6";
  const { filter = isIp ? tupleFilter(match, family) : {} } = match;
  return {
    ...(family !== undefined && { family }),
    ...(mark !== undefined && { mark: (mark & markMask) >>> 0, markMask }),
    ...(status && { status, statusMask: status }),
    ...(zone !== undefined && { zone }),
    ...(filter.origFlags && tupleOrig && { tupleOrig }),
    ...(filter.replyFlags && tupleReply && { tupleReply }),
    ...((match.filter !== undefined || Object.keys(filter).length > 0) && { filter }),
  };
}
