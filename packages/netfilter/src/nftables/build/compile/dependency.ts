import { metaPart } from "../field/kinds/meta.js";
import { Lookup } from "../field/lookup.js";
import { Match } from "../field/match.js";
import { packetPart } from "../header/packet.js";
import type { DataType } from "../value/data-type.js";
import { single } from "../value/interval.js";
import { etherType, icmpType, icmpv6Type } from "../value/types.js";
import { ETHER, type Protocol, VLAN } from "./protocol.js";
import type { Statement } from "./statement.js";

const ETHER_TYPE = packetPart(
  { name: "ether", base: "link", protocol: ETHER },
  "type",
  96,
  etherType as DataType<never>,
  {
    subject: "ethertype",
  },
);
const VLAN_TYPE = packetPart(
  { name: "vlan", base: "link", start: 14, protocol: VLAN },
  "type",
  16,
  etherType as DataType<never>,
  {
    subject: "vlantype",
  },
);

/** Matches that make something certain, as nft adds them. */
export const dependency = {
  l4proto: (number: number): Statement => new Match(metaPart("l4proto"), "eq", number),
  nfproto: (number: number): Statement => new Match(metaPart("nfproto"), "eq", number),
  protocol: (number: number): Statement => new Match(metaPart("protocol"), "eq", number),
  /** The link is Ethernet. */
  ethernet: (): Statement => new Match(metaPart("iiftype"), "eq", "ether"),
  etherType: (number: number): Statement => new Match(ETHER_TYPE, "eq", number),
  vlanType: (number: number): Statement => new Match(VLAN_TYPE, "eq", number),
  /** One of these types of ICMP. */
  icmpTypes(protocol: Protocol, types: readonly number[]): Statement {
    const type = (protocol.name === "icmp" ? icmpType : icmpv6Type) as DataType<never>;
    const part = packetPart({ name: protocol.name, base: "transport", protocol }, "type", 0, type, {
      subject: "icmptype",
    });
    if (types.length === 1) return new Match(part, "eq", types[0]!);
    const entries = () => types.map((number) => ({ key: [single(BigInt(number))] }));
    return new Lookup({ place: part.source.place, parts: [part], joined: false }, { entries }, false);
  },
} as const;
