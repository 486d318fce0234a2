import { Connection, type Transport } from "@rxnetlink/core";
import { connectFamily, type FamilyConnectionOptions, genlType } from "@rxnetlink/generic";
import type { Spec } from "../spec.js";

const NETLINK_NETFILTER = 12;

/** Returns the message type of a number: of generic netlink it is a command. */
export const typeOf = ({ protocol }: Spec, number: number): number =>
  protocol === "netlink-raw" ? number : genlType(number);

/** Connects to a family. */
export function connect(spec: Spec, transport: Transport, options: FamilyConnectionOptions): Connection {
  const { name, protocol, protonum = 0, version = 1, groups } = spec;
  if (protocol !== "netlink-raw")
    return connectFamily(transport, { name, version, groups, readsFlags: true }, options);
  // It answers only the first of several requests that are not permitted.
  const permission = protonum === NETLINK_NETFILTER ? "datagram" : "message";
  return new Connection(transport, { ...options, protocol: protonum, permission });
}
