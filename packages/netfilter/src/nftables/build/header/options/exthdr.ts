import { IP6 } from "../../compile/protocol.js";
import { ipv6Addr } from "../../value/address.js";
import type { DataType } from "../../value/data-type.js";
import { integer } from "../../value/data-type.js";
import { inetProto, mhType } from "../../value/types.js";
import { extensionField, extensionPresence } from "../exthdr.js";

const extension = (name: string, type: number) =>
  ({ words: name, op: "ipv6", type, needs: [{ protocol: IP6 }] }) as const;

const of = <V>(name: string, type: number, field: string, offset: number, dataType: DataType<V>) =>
  extensionField(extension(name, type), field, offset, dataType);

const number = (name: string, type: number, field: string, offset: number, bits: number) =>
  of(name, type, field, offset, integer(bits, "network"));

const common = (name: string, type: number) => ({
  ...extensionPresence({ ...extension(name, type), words: `exthdr ${name}` }),
  /** Next header. */
  nexthdr: of(name, type, "nexthdr", 0, inetProto),
});

const sized = (name: string, type: number) => ({
  ...common(name, type),
  /** Length, in units of 8 bytes less one. */
  hdrlength: number(name, type, "hdrlength", 8, 8),
});

const [ROUTING, FRAGMENT, MOBILITY] = [43, 44, 135];

const routing = (name: string) => ({
  ...sized(name, ROUTING),
  /** Type of the routing header. */
  type: number(name, ROUTING, "type", 16, 8),
  /** Addresses that are left. */
  segLeft: number(name, ROUTING, "seg-left", 24, 8),
});

/** Hop-by-hop options of IPv6. */
export const hbh = sized("hbh", 0);
/** Destination options of IPv6. */
export const dst = sized("dst", 60);
/** Routing header of IPv6; {@link rt} is what the kernel knows about the route. */
export const routingHeader = routing("rt");
/** Routing header of type 0. */
export const rt0 = {
  ...routing("rt0"),
  /** Returns an address, 1 for the first. */
  addr: (index: number) => of("rt0", ROUTING, `addr[${index}]`, 64 + 128 * (index - 1), ipv6Addr),
} as const;
/** Routing header of type 2, for mobility. */
export const rt2 = {
  ...routing("rt2"),
  /** Home address. */ addr: of("rt2", ROUTING, "addr", 64, ipv6Addr),
} as const;
/** Segment routing header. */
export const srh = {
  ...routing("srh"),
  /** Index of the last segment. */
  lastEntry: number("srh", ROUTING, "last-entry", 32, 8),
  /** Flags. */
  flags: number("srh", ROUTING, "flags", 40, 8),
  /** Tag. */
  tag: number("srh", ROUTING, "tag", 48, 16),
  /** Returns a segment, 1 for the first in the header. */
  sid: (index: number) => of("srh", ROUTING, `sid[${index}]`, 64 + 128 * (index - 1), ipv6Addr),
} as const;
/** Fragment header of IPv6. */
export const frag = {
  ...common("frag", FRAGMENT),
  /** Reserved byte. */
  reserved: number("frag", FRAGMENT, "reserved", 8, 8),
  /** Offset in units of 8 bytes. */
  fragOff: number("frag", FRAGMENT, "frag-off", 16, 13),
  /** Reserved bits. */
  reserved2: number("frag", FRAGMENT, "reserved2", 29, 2),
  /** 1 if more fragments follow. */
  moreFragments: number("frag", FRAGMENT, "more-fragments", 31, 1),
  /** Identification. */
  id: number("frag", FRAGMENT, "id", 32, 32),
} as const;
/** Mobility header of IPv6. */
export const mh = {
  ...sized("mh", MOBILITY),
  /** Type: `"binding-update"` … */
  type: of("mh", MOBILITY, "type", 16, mhType),
  /** Reserved byte. */
  reserved: number("mh", MOBILITY, "reserved", 24, 8),
  /** Checksum. */
  checksum: number("mh", MOBILITY, "checksum", 32, 16),
} as const;
