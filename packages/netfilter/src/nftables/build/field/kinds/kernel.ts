import { osfFlags } from "../../../expr/kinds/osf.js";
import type { rtKey } from "../../../expr/kinds/rt.js";
import type { socketKey } from "../../../expr/kinds/socket.js";
import type { xfrmKey } from "../../../expr/kinds/xfrm.js";
import { type Compiler, registerOf } from "../../compile/compiler.js";
import { ipv4Addr, ipv6Addr } from "../../value/address.js";
import { bytesOf, type DataType, integer } from "../../value/data-type.js";
import { shortText } from "../../value/text.js";
import * as types from "../../value/types.js";
import { type Field, field } from "../field.js";
import type { Source } from "../source.js";
import { placeOf } from "../words.js";

const number = (bits: number) => integer(bits, "host");

/** Returns a source that an expression without conditions loads. */
export function simple(
  words: string,
  type: { bits: number },
  load: (c: Compiler, dreg: number) => void,
): Source {
  const place = placeOf(words);
  return { words, place, needs: [], bytes: bytesOf(type), load: (c, slot) => load(c, registerOf(slot)) };
}

function ofRoute<V>(name: string, key: keyof typeof rtKey.values, type: DataType<V>): Field<V> {
  return field(
    simple(`rt ${name}`, type, (c, dreg) => c.emit("rt", { key, dreg })),
    type,
  );
}

/** What the kernel knows about the route of a packet. */
export const rt = {
  /** Realm of the route. */
  classid: ofRoute("classid", "classid", types.realm),
  /** Next hop of IPv4. */
  ip: {
    /** Address of the next hop. */
    nexthop: ofRoute("ip nexthop", "nexthop4", ipv4Addr),
  },
  /** Next hop of IPv6. */
  ip6: {
    /** Address of the next hop. */
    nexthop: ofRoute("ip6 nexthop", "nexthop6", ipv6Addr),
  },
  /** Maximum segment size of TCP along the route. */
  mtu: ofRoute("mtu", "tcpmss", number(16)),
  /** True if IPsec will transform the packet. */
  ipsec: ofRoute("ipsec", "xfrm", types.boolean),
} as const;

function ofSocket<V>(
  name: string,
  key: keyof typeof socketKey.values,
  type: DataType<V>,
  level?: number,
): Field<V> {
  const settings = level === undefined ? { key } : { key, level };
  return field(
    simple(`socket ${name}`, type, (c, dreg) => c.emit("socket", { ...settings, dreg })),
    type,
  );
}

/** The socket that a packet is for. */
export const socket = {
  /** 1 if the socket is transparent (`IP_TRANSPARENT`). */
  transparent: ofSocket("transparent", "transparent", number(8)),
  /** Mark of the socket. */
  mark: ofSocket("mark", "mark", types.mark),
  /** 1 if it is bound to all addresses; since 5.11. */
  wildcard: ofSocket("wildcard", "wildcard", number(8)),
  /** Returns the control group of the socket at a level, as an inode number; since 5.13. */
  cgroupv2: (level: number) => ofSocket(`cgroupv2 level ${level}`, "cgroupv2", types.cgroupv2, level),
} as const;

/** Settings of {@link osf}. */
export interface OsfOptions {
  /** Comparison of the TTL: `"loose"` accepts any smaller one, `"skip"` all; by default it must fit exactly. */
  readonly ttl?: "loose" | "skip";
  /** True to include the version in the name. */
  readonly version?: boolean;
}

/** Returns the operating system of the sender, guessed by the first packet of TCP: `osf().eq("Linux")`. */
export function osf(options: OsfOptions = {}): Field<string> {
  const { ttl, version = false } = options;
  const words = `osf ${ttl === undefined ? "" : `ttl ${ttl} `}${version ? "version" : "name"}`;
  const settings = {
    ttl: { exact: 0, loose: 1, skip: 2 }[ttl ?? "exact"],
    flags: osfFlags.of(...(version ? ["version" as const] : [])),
  };
  const source = {
    ...simple(words, shortText, (c, dreg) => c.emit("osf", { ...settings, dreg })),
    place: "osf",
  };
  return field(source, shortText);
}

/** Returns what IPsec knows about a packet: `ipsec("in").reqid.eq(5)`; `spnum` counts nested transformations from 0. */
export function ipsec(dir: "in" | "out", spnum = 0) {
  const of = <V>(name: string, key: keyof typeof xfrmKey.values, type: DataType<V>): Field<V> => {
    const words = `ipsec ${dir} ${spnum === 0 ? "" : `spnum ${spnum} `}${name}`;
    return field(
      {
        ...simple(words, type, (c, dreg) => c.emit("xfrm", { dir, spnum, key, dreg })),
        place: `ipsec.${name}`,
      },
      type,
    );
  };
  return {
    /** Request id of the policy. */
    reqid: of("reqid", "reqid", number(32)),
    /** Security parameter index. */
    spi: of("spi", "spi", integer(32, "network")),
    /** Outer IPv4 addresses. */
    ip: {
      /** Source address. */
      saddr: of("ip saddr", "saddrIp4", ipv4Addr),
      /** Destination address. */
      daddr: of("ip daddr", "daddrIp4", ipv4Addr),
    },
    /** Outer IPv6 addresses. */
    ip6: {
      /** Source address. */
      saddr: of("ip6 saddr", "saddrIp6", ipv6Addr),
      /** Destination address. */
      daddr: of("ip6 daddr", "daddrIp6", ipv6Addr),
    },
  } as const;
}
