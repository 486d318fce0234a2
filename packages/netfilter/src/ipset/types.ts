import type { IpSetElement } from "./element/element.js";
import type { IpSetSettings } from "./set/attributes.js";

/** Declaration of a type of sets. */
interface Kind {
  /** Protocol family of sets for which none is given. */
  readonly family: "ipv4" | "unspec";
  /** Members of each element, which also tell one element from another. */
  readonly element: readonly (keyof IpSetElement)[];
  /** Members that elements may have, besides those of all types. */
  readonly optional: readonly (keyof IpSetElement)[];
  /** Settings, besides those of all types. */
  readonly settings: readonly (keyof IpSetSettings)[];
}

/** Member that elements of all types may have, as far as the set has the setting for it. */
export type IpSetExtension = "timeout" | "packets" | "bytes" | "comment" | "skbmark" | "skbprio" | "skbqueue";

/** Setting of sets of all types; the last three are read-only. */
export type IpSetCommonSetting =
  | "timeout"
  | "counters"
  | "comment"
  | "skbinfo"
  | "elements"
  | "references"
  | "memsize";

/** Members that elements of all types may have. */
export const EXTENSIONS: readonly IpSetExtension[] = [
  ...(["timeout", "packets", "bytes", "comment"] as const),
  ...(["skbmark", "skbprio", "skbqueue"] as const),
];
/** Settings of all types. */
export const SETTINGS: readonly IpSetCommonSetting[] = [
  ...(["timeout", "counters", "comment", "skbinfo"] as const),
  ...(["elements", "references", "memsize"] as const),
];
const HASH = ["hashsize", "maxelem", "bucketsize", "initval", "forceadd"] as const;
const MASKED = [...HASH, "netmask", "bitmask"] as const;

/** All types of sets. */
export const ipsetTypes = {
  "bitmap:ip": {
    family: "ipv4",
    element: ["ip"],
    optional: ["ipTo"],
    settings: ["ip", "ipTo", "netmask"],
  },
  "bitmap:ip,mac": {
    family: "ipv4",
    element: ["ip"],
    optional: ["ether"],
    settings: ["ip", "ipTo"],
  },
  "bitmap:port": {
    family: "unspec",
    element: ["port"],
    optional: ["portTo"],
    settings: ["port", "portTo"],
  },
  "hash:ip": { family: "ipv4", element: ["ip"], optional: ["ipTo"], settings: MASKED },
  "hash:ip,mac": { family: "ipv4", element: ["ip", "ether"], optional: [], settings: HASH },
  "hash:ip,mark": {
    family: "ipv4",
    element: ["ip", "mark"],
    optional: ["ipTo"],
    settings: [...HASH, "markmask"],
  },
  "hash:ip,port": {
    family: "ipv4",
    element: ["ip", "port", "proto"],
    optional: ["ipTo", "portTo"],
    settings: MASKED,
  },
  "hash:ip,port,ip": {
    family: "ipv4",
    element: ["ip", "port", "proto", "ip2"],
    optional: ["ipTo", "portTo"],
    settings: HASH,
  },
  "hash:ip,port,net": {
    family: "ipv4",
    element: ["ip", "port", "proto", "ip2"],
    optional: ["ipTo", "portTo", "ip2To", "nomatch"],
    settings: HASH,
  },
  "hash:mac": { family: "unspec", element: ["ether"], optional: [], settings: HASH },
  "hash:net": { family: "ipv4", element: ["ip"], optional: ["ipTo", "nomatch"], settings: HASH },
  "hash:net,iface": {
    family: "ipv4",
    element: ["ip", "iface"],
    optional: ["ipTo", "physdev", "ifaceWildcard", "nomatch"],
    settings: HASH,
  },
  "hash:net,net": {
    family: "ipv4",
    element: ["ip", "ip2"],
    optional: ["ipTo", "ip2To", "nomatch"],
    settings: MASKED,
  },
  "hash:net,port": {
    family: "ipv4",
    element: ["ip", "port", "proto"],
    optional: ["ipTo", "portTo", "nomatch"],
    settings: HASH,
  },
  "hash:net,port,net": {
    family: "ipv4",
    element: ["ip", "port", "proto", "ip2"],
    optional: ["ipTo", "portTo", "ip2To", "nomatch"],
    settings: HASH,
  },
  "list:set": { family: "unspec", element: ["name"], optional: ["before", "after"], settings: ["size"] },
} as const satisfies Readonly<Record<string, Kind>>;

/** Name of a type of sets. */
export type IpSetType = keyof typeof ipsetTypes;

/** Element of sets of a type: the members that the type is named after, and those that it may have. */
export type ElementOf<T extends IpSetType> = T extends IpSetType
  ? Required<Pick<IpSetElement, (typeof ipsetTypes)[T]["element"][number]>> &
      Pick<IpSetElement, (typeof ipsetTypes)[T]["optional"][number] | IpSetExtension>
  : never;

/** Settings of sets of a type. */
export type SettingsOf<T extends IpSetType> = T extends IpSetType
  ? Pick<IpSetSettings, (typeof ipsetTypes)[T]["settings"][number] | IpSetCommonSetting>
  : never;

/** Returns the declaration of a type, if it is known. */
export function kindOf(typename: string): Kind | undefined {
  return Object.hasOwn(ipsetTypes, typename) ? ipsetTypes[typename as IpSetType] : undefined;
}
