import type { CtExpr, ctKey } from "../../../expr/kinds/ct.js";
import { registerOf } from "../../compile/compiler.js";
import { ipv4Addr, ipv6Addr } from "../../value/address.js";
import { bytesOf, type DataType, integer } from "../../value/data-type.js";
import { shortText } from "../../value/text.js";
import { duration } from "../../value/time.js";
import * as types from "../../value/types.js";
import { type Field, type FlagsField, field, flagsField } from "../field.js";
import { placeOf } from "../words.js";
import {
  storing,
  type WritableField,
  type WritableFlagsField,
  type WritableSource,
  writable,
  writableFlags,
} from "../writable.js";

type Key = keyof typeof ctKey.values;
type Direction = "original" | "reply";

const number = (bits: number) => integer(bits, "host");

function source(name: string, key: Key, type: { bits: number }, direction?: Direction): WritableSource {
  const at: Pick<CtExpr, "key" | "direction"> = direction === undefined ? { key } : { key, direction };
  const words = direction === undefined ? `ct ${name}` : `ct ${direction} ${name}`;
  return {
    ...{ words, place: placeOf(words), needs: [], bytes: bytesOf(type) },
    load: (c, slot) => c.emit("ct", { ...at, dreg: registerOf(slot) }),
    store: (c, given, dataType) =>
      storing(c, given, dataType, (slot) => c.emit("ct", { ...at, sreg: registerOf(slot) })),
  };
}

const read = <V>(name: string, key: Key, type: DataType<V>, direction?: Direction): Field<V> =>
  field(source(name, key, type, direction), type);
const bits = <V>(name: string, key: Key, type: DataType<V>): FlagsField<V> =>
  flagsField(source(name, key, type), type);
const changed = <V>(name: string, key: Key, type: DataType<V>, direction?: Direction): WritableField<V> =>
  writable(source(name, key, type, direction), type);
const changedBits = <V>(name: string, key: Key, type: DataType<V>): WritableFlagsField<V> =>
  writableFlags(source(name, key, type), type);

/** Returns what a direction of a connection has. */
const direction = (of: Direction) =>
  ({
    /** Family: `"ipv4"` or `"ipv6"`. */
    l3proto: read("l3proto", "l3protocol", types.nfProto, of),
    /** Transport protocol: `"tcp"` or the number. */
    protocol: read("protocol", "protocol", types.inetProto, of),
    /** Source port, or its like. */
    protoSrc: read("proto-src", "protoSrc", types.inetService, of),
    /** Destination port, or its like. */
    protoDst: read("proto-dst", "protoDst", types.inetService, of),
    /** IPv4 addresses. */
    ip: {
      /** Source address. */
      saddr: read("ip saddr", "srcIp", ipv4Addr, of),
      /** Destination address. */
      daddr: read("ip daddr", "dstIp", ipv4Addr, of),
    },
    /** IPv6 addresses. */
    ip6: {
      /** Source address. */
      saddr: read("ip6 saddr", "srcIp6", ipv6Addr, of),
      /** Destination address. */
      daddr: read("ip6 daddr", "dstIp6", ipv6Addr, of),
    },
    /** Number of bytes; needs accounting. */
    bytes: read("bytes", "bytes", number(64), of),
    /** Number of packets; needs accounting. */
    packets: read("packets", "pkts", number(64), of),
    /** Average number of bytes of a packet; needs accounting. */
    avgpkt: read("avgpkt", "avgpkt", number(64), of),
    /** Zone. */
    zone: changed("zone", "zone", number(16), of),
  }) as const;

/** The connection of a packet. */
export const ct = {
  /** State: `ct.state.has("established", "related")`. */
  state: bits("state", "state", types.ctState),
  /** Direction of the packet: `"original"` or `"reply"`. */
  direction: read("direction", "direction", types.ctDir),
  /** Status: `ct.status.has("dnat")`. */
  status: bits("status", "status", types.ctStatus),
  /** Mark of the connection. */
  mark: changed("mark", "mark", types.mark),
  /** Security mark; to copy it from and to `meta.secmark`. */
  secmark: changed("secmark", "secmark", number(32)),
  /** Time until it expires, in milliseconds. */
  expiration: read("expiration", "expiration", duration),
  /** Name of the helper: `"ftp"`. */
  helper: read("helper", "helper", shortText),
  /** Labels: numbers 0 to 127. */
  label: changedBits("label", "labels", types.ctLabel),
  /** Events that it reports: `ct.event.set("new")`. */
  event: changedBits("event", "eventmask", types.ctEvent),
  /** Zone, 0 to 65535. */
  zone: changed("zone", "zone", number(16)),
  /** Id of the connection; since 5.3. */
  id: read("id", "id", integer(32, "network")),
  /** Family: `"ipv4"` or `"ipv6"`. */
  l3proto: read("l3proto", "l3protocol", types.nfProto),
  /** Transport protocol: `"tcp"` or the number. */
  protocol: read("protocol", "protocol", types.inetProto),
  /** Number of bytes of both directions; needs accounting. */
  bytes: read("bytes", "bytes", number(64)),
  /** Number of packets of both directions; needs accounting. */
  packets: read("packets", "pkts", number(64)),
  /** Average number of bytes of a packet; needs accounting. */
  avgpkt: read("avgpkt", "avgpkt", number(64)),
  /** The direction of the first packet. */
  original: direction("original"),
  /** The other direction. */
  reply: direction("reply"),
} as const;
