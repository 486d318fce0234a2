import { checkRecord } from "@rxnetlink/core/internal";
import {
  type AnyType,
  be16,
  be32,
  binary,
  type Fields,
  type Infer,
  ipv6,
  packed,
  type Struct,
  struct,
  type Type,
  u8,
} from "@rxnetlink/core/schema";

//  IPv6 routing header:   nexthdr hdrlen type segmentsLeft | 4 bytes of its type | segments … | TLVs …
//  It is (hdrlen + 1) * 8 bytes long, without room for anything between segments and TLVs.

const FIXED = 8;
const SEGMENT = 16;
const addresses = packed(ipv6);

const variable: Readonly<Record<string, AnyType>> = { segments: addresses, tlvs: binary };

/** Computes the members that follow from the segments unless given. */
type Implied<H> = (count: number, bytes: number) => Partial<H>;

/** Returns the layout of a routing header whose fixed part is `head`; `count` returns its number of segments. */
function routingHeader<F extends Fields>(
  head: Struct<F>,
  count: (head: Infer<Struct<F>>, room: number) => number,
  implied: Implied<Infer<Struct<F>>>,
): Type<Infer<Struct<F>> & Segments> {
  return {
    name: head.name,
    read(view, at, end) {
      const fixed = head.read(view, at, end);
      const room = Math.floor((end - at - FIXED) / SEGMENT);
      const stop = at + FIXED + SEGMENT * Math.min(count(fixed, room), room);
      const segments = addresses.read(view, at + FIXED, stop);
      const rest = stop < end ? { tlvs: binary.read(view, stop, end) } : {};
      return { ...fixed, segments, ...rest };
    },
    write(out, value) {
      checkRecord(value, head.name);
      const { segments = [], tlvs, ...given } = value;
      const bytes = FIXED + segments.length * SEGMENT + (tlvs?.length ?? 0);
      head.write(out, { ...implied(segments.length, bytes), ...given } as Infer<Struct<F>>);
      addresses.write(out, segments);
      if (tlvs !== undefined) binary.write(out, tlvs);
    },
    member: (key) => (key in variable ? variable[key] : head.member?.(key)),
  };
}

/** Variable part of a routing header. */
export interface Segments {
  /**
   * Segments in wire order. In segment routing the last segment of the path comes first; in RPL they are in the order
   * of the path, which `ip` takes and prints reversed.
   */
  segments: string[];
  /** TLVs after the segments, such as an HMAC. */
  tlvs?: Uint8Array;
}

/** Fixed part of a segment routing header (`struct ipv6_sr_hdr`). */
export const ipv6SrHdr = struct("ipv6_sr_hdr", {
  /** Protocol of the next header; filled in by the kernel. */
  nexthdr: u8,
  /** Length in units of 8 bytes, less one; filled in when sent. */
  hdrlen: u8,
  /** 4; filled in when sent. */
  type: u8,
  /** Index of the next segment of the packet; defaults to that of the first on the path. */
  segmentsLeft: u8,
  /** Index of the last element of `segments`; filled in when sent. */
  firstSegment: u8,
  /** Flags. */
  flags: u8,
  /** Tag. */
  tag: be16,
});
/** Segment routing header (RFC 8754); members that follow from `segments` may be omitted. */
export interface SegmentRoutingHeader extends Partial<Infer<typeof ipv6SrHdr>>, Segments {}

/** Layout of a segment routing header with its segments. */
export const segmentRoutingHeader = routingHeader(
  ipv6SrHdr,
  ({ firstSegment }) => firstSegment + 1,
  (count, bytes) => ({
    hdrlen: bytes / 8 - 1,
    type: 4,
    segmentsLeft: Math.max(count - 1, 0),
    firstSegment: Math.max(count - 1, 0),
  }),
) as Type<SegmentRoutingHeader>;

/** Fixed part of an RPL source routing header (`struct ipv6_rpl_sr_hdr`). */
export const ipv6RplSrHdr = struct("ipv6_rpl_sr_hdr", {
  /** Protocol of the next header; filled in by the kernel. */
  nexthdr: u8,
  /** Length in units of 8 bytes, less one; filled in when sent. */
  hdrlen: u8,
  /** 3; filled in when sent. */
  type: u8,
  /** Number of segments left; filled in when sent. */
  segmentsLeft: u8,
  /** Compression of the addresses, and padding; must be 0 in requests, since the kernel compresses on its own. */
  cmpr: be32,
});
/** RPL source routing header (RFC 6554); members that follow from `segments` may be omitted. */
export interface RplHeader extends Partial<Infer<typeof ipv6RplSrHdr>>, Segments {}

/** Layout of an RPL source routing header with its segments. */
export const rplHeader = routingHeader(
  ipv6RplSrHdr,
  (_, room) => room,
  (count) => ({ hdrlen: count * 2, type: 3, segmentsLeft: count }),
) as Type<RplHeader>;
