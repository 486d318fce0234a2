import { bindObject, defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { FOU_CMD_ADD, FOU_CMD_DEL, FOU_CMD_GET } from "./commands.js";
import { type FouPort, fouMessage } from "./layout.js";

/** The family of FOU, foo over UDP. */
export const fouFamily: Family = { name: "fou", version: 1, from: "the module fou" };

/** Interval in which ports are read for `watch$` and `state$`, in milliseconds: the kernel reports no changes. */
const RELIST_EVERY = 5000;

/** Messages of ports (`FOU_CMD_*`). The kernel cannot change one. */
export const fouPortObject = defineObject({
  name: "fouPort",
  namedBy: ["port", "af", "localV4", "localV6", "peerV4", "peerV6"],
  layout: nest<FouPort>(fouMessage),
  types: { new: FOU_CMD_ADD, delete: FOU_CMD_DEL, get: FOU_CMD_GET },
  groups: [],
  verbs: ["list", "get", "add", "delete", "watch"],
  filters: [],
  complete: (given, verb) =>
    verb === "add" ? { type: given.ipproto === undefined ? "gue" : "direct", ...given } : given,
  keysOf: (port) => [
    pick(port, "port", "af", "localV4", "localV6", "peerV4", "peerV6", "peerPort", "ifindex"),
  ],
  hint: ({ errno }) => (errno === 2 ? "load the module with modprobe fou" : undefined),
  state: {
    identityOf: ({ port, af, localV4, localV6, peerV4, peerV6, peerPort, ifindex }) =>
      [port, af, localV4 ?? localV6, peerV4 ?? peerV6, peerPort, ifindex].join(" "),
    relistEvery: RELIST_EVERY,
  },
});
/** Verbs of ports. */
export interface FouPorts extends ObjectOf<typeof fouPortObject> {}

/** FOU and GUE: UDP ports at which the kernel takes other packets out of UDP. */
export interface FouFamily {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Ports. */
  readonly port: FouPorts;
}

/**
 * Connects to the family of FOU over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 *
 * @example
 * fou({ transport }).port.add$({ port: 5555, ipproto: 47 });
 */
export function fou(options: FamilyOptions): FouFamily {
  const { transport, ...rest } = checkOptions("fou", options, familyChecks);
  const connection = connectFamily(transport, fouFamily, rest);
  return { connection, port: bindObject(connection, fouPortObject) };
}
