import type { ObjectDefinition, Transport } from "@rxnetlink/core";
import { definitionOf } from "@rxnetlink/core";
import { boundObjectsOf, connectionOf, protocolConstant } from "@rxnetlink/core/internal";
import { NEVER } from "rxjs";
import { MessageKinds } from "./message-kinds.js";

/** Opens a family over a transport: `rtnetlink`, `netfilter`, `ethtool` … Decoding uses its declarations, and opens no socket. */
export type FamilyOpener = (options: { readonly transport: Transport }) => object;

/** A connection to a family of generic netlink. */
interface FamilyConnection {
  readonly family: { readonly name: string };
  typeOf(view: DataView, at: number): number;
}

/** The messages of a protocol, or of one of its families. */
export interface Family {
  /** Its protocol, by number. */
  readonly protocol: number;
  /** Name of the family of generic netlink; absent for others. */
  readonly name?: string;
  /** Its messages. */
  readonly kinds: MessageKinds;
  /** Returns the type of a message as definitions name it. */
  typeOf(type: number, view: DataView, at: number): number;
}

/** A transport that leads nowhere, to see which objects a family has. */
const nowhere: Transport = { socket$: () => NEVER, close: () => Promise.resolve() };

const isOfGeneric = (connection: object): connection is FamilyConnection => "typeOf" in connection;

/** Returns the name of a protocol for people: `route`, `sock-diag`. */
export const protocolName = (protocol: number): string =>
  protocolConstant(protocol).replace("NETLINK_", "").replaceAll("_", "-").toLowerCase();

/** Returns the families behind some functions that open them. */
export function familiesOf(openers: readonly FamilyOpener[]): Family[] {
  const families = new Map<string, Family>();
  for (const opener of openers)
    for (const [path, object] of boundObjectsOf(opener({ transport: nowhere }))) {
      const connection = connectionOf(object);
      const name = isOfGeneric(connection) ? connection.family.name : undefined;
      const key = `${connection.protocol} ${name}`;
      const family = families.get(key) ?? {
        protocol: connection.protocol,
        ...(name !== undefined && { name }),
        kinds: new MessageKinds(),
        typeOf: isOfGeneric(connection)
          ? (_: number, view: DataView, at: number) => connection.typeOf(view, at)
          : (type: number) => type,
      };
      families.set(key, family);
      family.kinds.add(path, definitionOf(object) as ObjectDefinition<object>);
    }
  return [...families.values()];
}
