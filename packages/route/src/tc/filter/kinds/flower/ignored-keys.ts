import { EncodeError } from "@rxnetlink/core";
import type { FlowerFilter } from "./layout.js";

type Key = keyof FlowerFilter;

/** Requirement of keys: a key and its values without which the kernel silently ignores them. */
interface Requirement {
  /** Pattern of the keys. */
  readonly keys: RegExp;
  /** Required key. */
  readonly key: Key;
  /** Values that satisfy the requirement. */
  readonly values: readonly unknown[];
}

/** Protocols of VLAN tags. */
export const TAGS: readonly unknown[] = ["8021q", "8021ad"];

/** Ethernet protocols that match those within PPP (`PPP_*`). */
const WITHIN_PPP: Readonly<Record<number, string>> = { 33: "ip", 87: "ipv6", 641: "mplsUc", 643: "mplsMc" };
const REQUIREMENTS: readonly Requirement[] = [
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
/** Requirements of the protocol behind all tags. */
const INNERMOST: readonly Omit<Requirement, "key">[] = [
  { keys: /^keyIp(Proto|Tos|Ttl)/, values: ["ip", "ipv6"] },
  { keys: /^keyArp/, values: ["arp", "rarp"] },
  { keys: /^keyMpls/, values: ["mplsUc", "mplsMc"] },
  { keys: /^keyCfm/, values: ["cfm"] },
];

function innermostKey(filter: FlowerFilter): Key {
  if (filter.keyPppProto !== undefined) return "keyPppProto";
  if (filter.keyCvlanEthType !== undefined) return "keyCvlanEthType";
  return filter.keyVlanEthType !== undefined ? "keyVlanEthType" : "keyEthType";
}

/** Returns a key that the kernel would ignore and the reason, if there is one. */
function ignoredKey(filter: FlowerFilter): { key: string; text: string } | undefined {
  const requirements = [...REQUIREMENTS, ...INNERMOST.map((it) => ({ ...it, key: innermostKey(filter) }))];
  const given = Object.keys(filter).filter((key) => filter[key as Key] !== undefined);
  for (const { keys, key, values } of requirements) {
    const used = given.find((it) => keys.test(it));
    const value = key === "keyPppProto" ? WITHIN_PPP[filter.keyPppProto ?? 0] : filter[key];
    if (used !== undefined && !values.includes(value))
      return { key: used, text: `the kernel ignores ${used} unless ${key} is ${values.join(" or ")}` };
  }
  return undefined;
}

/**
 * Refuses keys that the kernel would ignore. A filter that counts tags is exempt, since the kernel then requires
 * less.
 */
export function refuseIgnoredKeys(filter: FlowerFilter): void {
  const problem = filter.keyNumOfVlans === undefined ? ignoredKey(filter) : undefined;
  if (problem !== undefined) throw new EncodeError(problem.text).at(problem.key);
}
