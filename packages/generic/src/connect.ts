import type { Transport } from "@rxnetlink/core";
import { finalize, map } from "rxjs";
import { explainAbsence } from "./family/absent.js";
import {
  FamilyConnection,
  type FamilyConnectionOptions,
  Numbers,
  type Resolve,
  translating,
} from "./family/connection.js";
import type { Family } from "./family/definition.js";
import { type ListCheck, PerLinkConnection } from "./links/per-link.js";
import { connectController, familiesOf } from "./nlctrl/controller.js";
import { operationFlags } from "./nlctrl/layout.js";

/** Returns how to ask the controller for the numbers of a family, over a connection that is closed again. */
function resolving(transport: Transport, family: Family, options: FamilyConnectionOptions): Resolve {
  return () => {
    const controller = connectController(transport, options);
    return familiesOf(controller)
      .get$({ familyName: family.name }, { members: ["familyId", "mcastGroups", "ops"] })
      .pipe(
        map(({ familyId, mcastGroups = [], ops = [] }) => ({
          id: familyId!,
          groups: Object.fromEntries(mcastGroups.map((group) => [group.name!, group.id!])),
          privileged: new Set(
            ops.filter(({ flags = 0 }) => flags & operationFlags.bits.adminPerm).map(({ id }) => id!),
          ),
        })),
        explainAbsence(family),
        finalize(() => controller.close()),
      );
  };
}

/**
 * Connects to a family of generic netlink, as `Connection` does to a protocol.
 *
 * @example
 * const connection = connectFamily(kernelTransport(), { name: "wireguard", version: 1 });
 */
export function connectFamily(
  transport: Transport,
  family: Family,
  options: FamilyConnectionOptions = {},
): FamilyConnection {
  return new FamilyConnection(transport, family, resolving(transport, family, options), options);
}

/**
 * Returns a transport whose sockets speak to one family: message types are commands (see {@link genlType}), and groups those
 * that the family declares. For those who read sockets themselves; others use {@link connectFamily}.
 */
export function familyTransport(
  transport: Transport,
  family: Family,
  options: FamilyConnectionOptions = {},
): Transport {
  return translating(transport, family, new Numbers(resolving(transport, family, options)));
}

/**
 * Connects to a family that lists the objects of one link at a time; a list that names no link is one of all links of the
 * kind that has the family's name.
 *
 * @param checkOf - Makes a check of the messages of one list.
 */
export function connectPerLink(
  transport: Transport,
  family: Family,
  options: FamilyConnectionOptions,
  checkOf: ListCheck = () => () => {},
): FamilyConnection {
  const resolve = resolving(transport, family, options);
  return new PerLinkConnection(transport, family, resolve, options, checkOf);
}
