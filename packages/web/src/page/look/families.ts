import {
  Box,
  Cable,
  Combine,
  EthernetPort,
  type IconNode,
  Layers,
  Infinity as Loop,
  Network,
  Split,
  SquareTerminal,
  Tag,
  Waypoints,
} from "lucide";

/** Kinds of links that look alike. */
export interface Family {
  /** Its name, by which styles know it. */
  readonly name: string;
  /** What it is called in the legend. */
  readonly title: string;
  readonly icon: IconNode;
}

const family = (name: string, title: string, icon: IconNode): Family => ({ name, title, icon });

const OTHER = family("other", "Other", Box);
const TUNNEL = family("tunnel", "Tunnel", Waypoints);
const MAC = family("macvlan", "MAC VLAN", Layers);
const BOND = family("bond", "Bond", Combine);
const PAIR = family("veth", "Pair", Cable);
const TAP = family("tun", "TUN/TAP", SquareTerminal);

/** Families in the order of the legend. */
export const FAMILIES: readonly Family[] = [
  family("device", "Device", EthernetPort),
  family("bridge", "Bridge", Network),
  PAIR,
  BOND,
  family("vlan", "VLAN", Tag),
  TUNNEL,
  MAC,
  TAP,
  family("vrf", "VRF", Split),
  family("loopback", "Loopback", Loop),
  OTHER,
];

const OF_KINDS: Readonly<Record<string, Family>> = {
  ...Object.fromEntries(FAMILIES.map((one) => [one.name, one])),
  ...Object.fromEntries(["netkit", "vxcan"].map((kind) => [kind, PAIR])),
  ...Object.fromEntries(["team", "hsr"].map((kind) => [kind, BOND])),
  ...Object.fromEntries(["macvtap", "ipvlan", "ipvtap", "macsec"].map((kind) => [kind, MAC])),
  ...Object.fromEntries(
    [
      ...[
        "vxlan",
        "geneve",
        "gre",
        "gretap",
        "ip6gre",
        "ip6gretap",
        "erspan",
        "ip6erspan",
        "ipip",
        "ip6tnl",
        "sit",
      ],
      ...["vti", "vti6", "wireguard", "xfrm", "ovpn", "gtp", "bareudp", "amt", "l2tp"],
    ].map((kind) => [kind, TUNNEL]),
  ),
  wwan: TAP,
  ppp: TAP,
};

/** Returns the family of a kind of link. */
export const familyOf = (kind: string): Family => OF_KINDS[kind] ?? OTHER;
