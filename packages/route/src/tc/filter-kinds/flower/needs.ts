import { EncodeError } from "@rxnetlink/core";
import type { FlowerFilter } from "./layout.js";

type Key = keyof FlowerFilter;

/** What a packet must be for its fields to be looked at: the kernel ignores a key in silence where it is not said. */
interface Need {
  /** How the keys begin. */
  readonly keys: RegExp;
  /** What must be said. */
  readonly key: Key;
  /** The values that do. */
  readonly values: readonly unknown[];
}

/** Protocols of VLAN tags. */
export const TAGS: readonly unknown[] = ["8021q", "8021ad"];

/** Protocols within PPP (`PPP_*`), as those of Ethernet. */
const WITHIN_PPP: Readonly<Record<number, string>> = { 33: "ip", 87: "ipv6", 641: "mplsUc", 643: "mplsMc" };
const NEEDS: readonly Need[] = [
  { keys: /^keyVlan/, key: "keyEthType", values: TAGS },
  { keys: /^keyCvlan/, key: "keyVlanEthType", values: TAGS },
  { keys: /^keyPpp/, key: "keyEthType", values: ["pppSes"] },
  { keys: /^keyTcp/, key: "keyIpProto", values: [6] },
  { keys: /^keyUdp/, key: "keyIpProto", values: [17] },
  { keys: /^keySctp/, key: "keyIpProto", values: [132] },
  { keys: /^keyIcmpv4/, key: "keyIpProto", values: [1] },
  { keys: /^keyIcmpv6/, key: "keyIpProto", values: [58] },
  { keys: /^keyL2tpv3/, key: "keyIpProto", values: [115] },
  { keys: /^keyPort/, key: "keyIpProto", values: [6, 17, 132] },
];
/** The same of the protocol behind all tags. */
const INNERMOST: readonly Omit<Need, "key">[] = [
  { keys: /^keyIp(Proto|Tos|Ttl)/, values: ["ip", "ipv6"] },
  { keys: /^keyArp/, values: ["arp", "rarp"] },
  { keys: /^keyMpls/, values: ["mplsUc", "mplsMc"] },
  { keys: /^keyCfm/, values: ["cfm"] },
];

function innermost(filter: FlowerFilter): Key {
  if (filter.keyPppProto !== undefined) return "keyPppProto";
  if (filter.keyCvlanEthType !== undefined) return "keyCvlanEthType";
  return filter.keyVlanEthType !== undefined ? "keyVlanEthType" : "keyEthType";
}

/** The reason why the kernel would leave a key out, if there is one. */
function unmet(filter: FlowerFilter): { key: string; text: string } | undefined {
  const needs = [...NEEDS, ...INNERMOST.map((need) => ({ ...need, key: innermost(filter) }))];
  const given = Object.keys(filter).filter((key) => filter[key as Key] !== undefined);
  for (const { keys, key, values } of needs) {
    const asked = given.find((it) => keys.test(it));
    const is = key === "keyPppProto" ? WITHIN_PPP[filter.keyPppProto ?? 0] : filter[key];
    if (asked !== undefined && !values.includes(is))
      return { key: asked, text: `the kernel ignores ${asked} unless ${key} is ${values.join(" or ")}` };
  }
  return undefined;
}

/** Refuses what the kernel would ignore; where tags are counted, it asks for less, and so does this. */
export function refuseIgnored(filter: FlowerFilter): void {
  const problem = filter.keyNumOfVlans === undefined ? unmet(filter) : undefined;
  if (problem !== undefined) throw new EncodeError(problem.text).within(problem.key);
}
