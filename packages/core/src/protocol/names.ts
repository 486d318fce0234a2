import { didYouMean, listed } from "../errors/did-you-mean.js";
import { ArgumentError } from "../errors/errors.js";
import { describe } from "../values/describe.js";
import { type NetlinkProtocol, netlinkProtocols } from "./protocols.js";

/** Name of a protocol: `"route"` for `NETLINK_ROUTE`, `"kobject-uevent"` for `NETLINK_KOBJECT_UEVENT`. */
export type ProtocolName = Extract<(typeof netlinkProtocols)[number], { readonly name: string }>["name"];

/** A protocol by name, or by number from 0 to 31. */
export type Protocol = ProtocolName | number;

/**
 * Names of the multicast groups of a protocol that is known by name or number: `"ipv4-route"`. Those of generic netlink are the
 * names of its families' groups; where the protocol is not known when the program is compiled, any text.
 */
export type GroupName<P extends Protocol = Protocol> = P extends "generic" | 16
  ? string
  : number extends P
    ? string
    : Extract<(typeof netlinkProtocols)[number], { readonly name: P } | { readonly number: P }> extends {
          readonly groups: infer G;
        }
      ? keyof G & string
      : never;

/** A multicast group of a protocol: by name, or by number from 1. */
export type GroupOf<P extends Protocol = Protocol> = number | GroupName<P>;

const rows: readonly NetlinkProtocol[] = netlinkProtocols;
const numbers: ReadonlyMap<unknown, number> = new Map(
  rows.flatMap(({ name, number }): [string, number][] => (name === undefined ? [] : [[name, number]])),
);

/** Returns the constant of a protocol, `"NETLINK_SOCK_DIAG"`, or its number in words if it has none. */
export function protocolConstant(protocol: number): string {
  const name = rows[protocol]?.name;
  return name === undefined
    ? `netlink protocol ${protocol}`
    : `NETLINK_${name.replaceAll("-", "_").toUpperCase()}`;
}

/**
 * Returns the number of a protocol.
 *
 * @throws ArgumentError
 */
export function protocolNumber(callee: string, protocol: unknown): number {
  const number = numbers.get(protocol) ?? protocol;
  if (Number.isInteger(number) && rows[number as number] !== undefined) return number as number;
  const names = [...numbers.keys()] as string[];
  const unknown = typeof protocol === "string";
  const kind = unknown ? "the name of a protocol" : "a protocol: netlink protocols are 0 to 31";
  const hint = unknown ? (didYouMean(protocol, names) ?? `names: ${listed(names)}`) : undefined;
  throw new ArgumentError(callee, "protocol", `${describe(protocol)} is not ${kind}`, hint);
}

const UINT_MAX = 0xffff_ffff;
const isGroupNumber = (group: unknown): group is number =>
  Number.isInteger(group) && (group as number) >= 1 && (group as number) <= UINT_MAX;

function groupHint(protocol: number, name: string, groups: Readonly<Record<string, number>>): string {
  if (protocol === 16) return "families name their groups: open the family, such as by connectFamily()";
  const names = Object.keys(groups);
  if (names.length === 0) return "its groups have no names: give the number";
  return didYouMean(name, names) ?? `names: ${listed(names)}`;
}

/**
 * Returns the number of a multicast group.
 *
 * @param path - The argument, or member of it, for the error: `"groups[0]"`.
 * @throws ArgumentError if the protocol has no group of that name.
 */
export function groupNumber(callee: string, path: string, protocol: number, group: unknown): number {
  if (isGroupNumber(group)) return group;
  if (typeof group !== "string")
    throw new ArgumentError(
      callee,
      path,
      `${describe(group)} is not a whole number from 1 to ${UINT_MAX}, or the name of a group`,
    );
  const groups = rows[protocol]?.groups ?? {};
  if (Object.hasOwn(groups, group)) return groups[group]!;
  const reason = `${describe(group)} is not a group of ${protocolConstant(protocol)}`;
  throw new ArgumentError(callee, path, reason, groupHint(protocol, group, groups));
}

/** Last group that an address has room for. */
const LAST_ADDRESSED = 32;

/**
 * Returns the number of the group that a datagram is sent to; 0 for none.
 *
 * @throws ArgumentError if the address of a datagram has no room for it.
 */
export function addressedGroup(protocol: number, group: unknown): number {
  if (group === undefined) return 0;
  const number = groupNumber("send", "group", protocol, group);
  if (number <= LAST_ADDRESSED) return number;
  throw new ArgumentError("send", "group", `${number} is above 32, the last group that can be sent to`);
}

/** Returns what a kernel without a protocol lacks, as a hint for `EPROTONOSUPPORT`. */
export function protocolHint(protocol: number): string {
  const { until, option, module, about } = rows[protocol] ?? { about: "nothing: protocols are 0 to 31" };
  const constant = protocolConstant(protocol);
  if (until !== undefined) return `no kernel after ${until} has ${constant}: ${about}`;
  if (option === undefined) return `no kernel has ${constant}: ${about}`;
  const load = module === undefined ? "" : `, or its module is not loaded: modprobe ${module}`;
  return `this kernel lacks ${constant}: it is built without ${option}${load}`;
}
