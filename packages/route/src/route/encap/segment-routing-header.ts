import {
  type AnyType,
  be16,
  be32,
  binary,
  checkRecord,
  type Fields,
  type Infer,
  ipv6,
  packed,
  type Struct,
  struct,
  type Type,
  u8,
} from "@rxnetlink/core";

//  IPv6 routing header:   nexthdr hdrlen type segmentsLeft | 4 bytes of its type | segments … | TLVs …
//  It is (hdrlen + 1) * 8 bytes long, without room for anything between segments and TLVs.

const FIXED = 8;
const SEGMENT = 16;
const addresses = packed(ipv6);

const variable: Readonly<Record<string, AnyType>> = { segments: addresses, tlvs: binary };

/** What follows from the segments unless it was said. */
type Implied<H> = (count: number, bytes: number) => Partial<H>;

/** A routing header whose fixed part is `head`; `count` tells how many segments one has. */
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

/** The variable part of a routing header. */
export interface Segments {
  /**
   * The segments in the order of the wire. In segment routing the last that a packet comes to is the first; in RPL they
   * are in the order of the way, which `ip` takes and prints the other way round.
   */
  segments: string[];
  /** What follows them, such as an HMAC. */
  tlvs?: Uint8Array;
}

/** The fixed part of a segment routing header (`struct ipv6_sr_hdr`). */
export const ipv6SrHdr = struct("ipv6_sr_hdr", {
  /** Protocol that follows; the kernel fills it in. */
  nexthdr: u8,
  /** Length in units of 8 bytes, less one; filled in when sent. */
  hdrlen: u8,
  /** 4; filled in when sent. */
  type: u8,
  /** Index of the segment that a packet goes to next; filled in with that of the first on the way. */
  segmentsLeft: u8,
  /** Index of the last of `segments`; filled in when sent. */
  firstSegment: u8,
  /** Flags. */
  flags: u8,
  /** Tag. */
  tag: be16,
});
/** A segment routing header (RFC 8754); what follows from `segments` need not be said. */
export interface SegmentRoutingHeader extends Partial<Infer<typeof ipv6SrHdr>>, Segments {}

/** A segment routing header with its segments. */
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

/** The fixed part of a source routing header of RPL (`struct ipv6_rpl_sr_hdr`). */
export const ipv6RplSrHdr = struct("ipv6_rpl_sr_hdr", {
  /** Protocol that follows; the kernel fills it in. */
  nexthdr: u8,
  /** Length in units of 8 bytes, less one; filled in when sent. */
  hdrlen: u8,
  /** 3; filled in when sent. */
  type: u8,
  /** How many segments are left; filled in when sent. */
  segmentsLeft: u8,
  /** How far addresses are compressed, and padding; the kernel wants 0 and compresses by itself. */
  cmpr: be32,
});
/** A source routing header of RPL (RFC 6554); what follows from `segments` need not be said. */
export interface RplHeader extends Partial<Infer<typeof ipv6RplSrHdr>>, Segments {}

/** A source routing header of RPL with its segments. */
export const rplHeader = routingHeader(
  ipv6RplSrHdr,
  (_, room) => room,
  (count) => ({ hdrlen: count * 2, type: 3, segmentsLeft: count }),
) as Type<RplHeader>;
