import type { Infer } from "@rxnetlink/core/schema";
import { packetIpProtocol } from "./ip-protocol.js";

type Protocol = Infer<typeof packetIpProtocol>;

/** The place of an extension header. */
interface ExtensionPlace {
  readonly protocol: Protocol;
  readonly at: number;
  readonly end: number;
}

/** What follows the header of an IPv6 packet. */
export interface Ipv6Body {
  readonly extensions: readonly ExtensionPlace[];
  /** Protocol of the payload. */
  readonly protocol: Protocol;
  /** Start of the payload. */
  readonly at: number;
  /** True for a fragment; its payload is no whole segment. */
  readonly fragment: boolean;
  /** True if the payload begins in another fragment. */
  readonly rest: boolean;
  /** Place of the address of the last router in a routing header, if the packet has not got there yet. */
  readonly destinationAt: number | undefined;
}

const IPV6_HEADER = 40;
const EXTENSIONS = new Set<Protocol>(["hopopts", "routing", "fragment", "ah", "dstopts", "mh"]);
/** The routing header whose list is in reverse order (RFC 8754). */
const SEGMENT_ROUTING = 4;

/** Returns the length of an extension header, in bytes. */
function lengthOf(protocol: Protocol, view: DataView, at: number): number {
  if (protocol === "fragment") return 8;
  const units = view.getUint8(at + 1);
  return protocol === "ah" ? (units + 2) * 4 : (units + 1) * 8;
}

/** Returns where a routing header says that the packet goes in the end. */
function finalDestination(view: DataView, at: number, end: number): number | undefined {
  const [type, segmentsLeft] = [view.getUint8(at + 2), view.getUint8(at + 3)];
  if (segmentsLeft === 0 || end - at < 24) return undefined;
  return type === SEGMENT_ROUTING ? at + 8 : end - 16;
}

/** Finds the extension headers of an IPv6 packet, and its payload; ends early if the packet does. */
export function ipv6Body(view: DataView): Ipv6Body {
  const extensions: ExtensionPlace[] = [];
  let [at, fragment, rest] = [IPV6_HEADER, false, false];
  let destinationAt: number | undefined;
  let protocol = packetIpProtocol.get(view, 6);
  while (EXTENSIONS.has(protocol) && !rest && at + 8 <= view.byteLength) {
    const end = at + lengthOf(protocol, view, at);
    if (end > view.byteLength) break;
    if (protocol === "fragment") {
      const fragOff = view.getUint16(at + 2);
      fragment = (fragOff & 0xfff9) !== 0;
      rest = fragOff >= 8;
    } else if (protocol === "routing") destinationAt = finalDestination(view, at, end);
    extensions.push({ protocol, at, end });
    protocol = packetIpProtocol.get(view, at);
    at = end;
  }
  return { extensions, protocol, at, fragment, rest, destinationAt };
}
