import type { metaKey } from "../../../expr/kinds/meta.js";
import { registerOf } from "../../compile/compiler.js";
import type { Subject } from "../../compile/statement.js";
import { etherAddr } from "../../value/address.js";
import { bytesOf, type DataType, integer } from "../../value/data-type.js";
import { ifname, shortText } from "../../value/text.js";
import { classid, date, hour } from "../../value/time.js";
import * as types from "../../value/types.js";
import { partOf } from "../bits.js";
import { type Field, field } from "../field.js";
import { storing, type WritableField, type WritableSource, writable } from "../writable.js";

type Key = keyof typeof metaKey.values;

const number = (bits: number) => integer(bits, "host");

function source(name: string, key: Key, type: { bits: number }, subject?: Subject): WritableSource {
  return {
    ...{
      words: `meta ${name}`,
      place: `meta.${name}`,
      needs: [],
      bytes: bytesOf(type),
      ...(subject && { subject }),
    },
    load: (c, slot) => c.emit("meta", { key, dreg: registerOf(slot) }),
    store: (c, given, dataType) =>
      storing(c, given, dataType, (slot) => c.emit("meta", { key, sreg: registerOf(slot) })),
  };
}

const read = <V>(name: string, key: Key, type: DataType<V>, subject?: Subject): Field<V> =>
  field(source(name, key, type, subject), type);

const changed = <V>(name: string, key: Key, type: DataType<V>): WritableField<V> =>
  writable(source(name, key, type), type);

/** Returns metadata that other statements depend on. */
export const metaPart = (name: "l4proto" | "nfproto" | "protocol" | "iiftype") => {
  const type = {
    l4proto: types.inetProto,
    nfproto: types.nfProto,
    protocol: types.etherType,
    iiftype: types.ifaceType,
  }[name];
  const subject = name === "iiftype" ? undefined : name;
  return partOf(source(name, name, type, subject), type as DataType<never>);
};

/** What the kernel knows about a packet. */
export const meta = {
  /** Length of the packet in bytes. */
  length: read("length", "len", number(32)),
  /** Protocol above the link layer: `"ip"`, `"ip6"`, `"arp"` or the EtherType. */
  protocol: read("protocol", "protocol", types.etherType, "protocol"),
  /** Protocol family, in tables of family inet: `"ipv4"` or `"ipv6"`. */
  nfproto: read("nfproto", "nfproto", types.nfProto, "nfproto"),
  /** Transport protocol: `"tcp"` or the number. */
  l4proto: read("l4proto", "l4proto", types.inetProto, "l4proto"),
  /** Class of traffic control: `"1:10"`. */
  priority: changed("priority", "priority", classid),
  /** Mark of the packet. */
  mark: changed("mark", "mark", types.mark),
  /** Index of the input link. */
  iif: read("iif", "iif", types.ifaceIndex),
  /** Index of the output link. */
  oif: read("oif", "oif", types.ifaceIndex),
  /** Name of the input link: `"eth0"`, or `"eth*"` for all that begin so. */
  iifname: read("iifname", "iifname", ifname),
  /** Name of the output link. */
  oifname: read("oifname", "oifname", ifname),
  /** Hardware type of the input link: `"ether"`, `"loopback"` … */
  iiftype: read("iiftype", "iiftype", types.ifaceType),
  /** Hardware type of the output link. */
  oiftype: read("oiftype", "oiftype", types.ifaceType),
  /** Kind of the input link: `"vlan"`; since 4.19. */
  iifkind: read("iifkind", "iifkind", shortText),
  /** Kind of the output link; since 4.19. */
  oifkind: read("oifkind", "oifkind", shortText),
  /** Group of the input link. */
  iifgroup: read("iifgroup", "iifgroup", types.devgroup),
  /** Group of the output link. */
  oifgroup: read("oifgroup", "oifgroup", types.devgroup),
  /** User id of the sending socket. */
  skuid: read("skuid", "skuid", types.uid),
  /** Group id of the sending socket. */
  skgid: read("skgid", "skgid", types.gid),
  /** 1 to trace the packet. */
  nftrace: changed("nftrace", "nftrace", number(8)),
  /** Realm of the route. */
  rtclassid: read("rtclassid", "rtclassid", types.realm),
  /** Security mark; to copy it from and to `ct.secmark`. */
  secmark: changed("secmark", "secmark", number(32)),
  /** Kind of the packet: `"host"`, `"broadcast"`, `"multicast"`, `"other"`. */
  pkttype: changed("pkttype", "pkttype", types.pktType),
  /** CPU that handles the packet. */
  cpu: read("cpu", "cpu", number(32)),
  /** Class id of the control group of the sending socket. */
  cgroup: read("cgroup", "cgroup", number(32)),
  /** Random number of 32 bits. */
  random: read("random", "prandom", integer(32, "network")),
  /** True if IPsec delivered the packet. */
  ipsec: read("ipsec", "secpath", types.boolean),
  /** Name of the bridge of the input link; family bridge. */
  ibrname: read("ibrname", "briIifname", ifname),
  /** Name of the bridge of the output link; family bridge. */
  obrname: read("obrname", "briOifname", ifname),
  /** VLAN of untagged packets of the input port; family bridge, since 5.3. */
  ibrpvid: read("ibrpvid", "briIifpvid", number(16)),
  /** VLAN protocol of the input bridge; family bridge, since 5.3. */
  ibrvproto: read("ibrvproto", "briIifvproto", types.etherType),
  /** MAC address of the input bridge; family bridge, since 6.17. */
  ibrhwaddr: read("ibrhwaddr", "briIifhwaddr", etherAddr),
  /** 1 to route the packet in place of bridging it; family bridge, since 6.4. */
  broute: changed("broute", "briBroute", number(8)),
  /** Index of the input link below a VRF; since 5.6. */
  sdif: read("sdif", "sdif", types.ifaceIndex),
  /** Name of the input link below a VRF; since 5.6. */
  sdifname: read("sdifname", "sdifname", ifname),
  /** Time of arrival: a date, or ns since 1970; since 5.4. */
  time: read("time", "timeNs", date),
  /** Day of the week: `"Monday"`; since 5.4. */
  day: read("day", "timeDay", types.day),
  /** Time of the day in UTC: `"17:00"`; since 5.4. */
  hour: read("hour", "timeHour", hour),
} as const;
