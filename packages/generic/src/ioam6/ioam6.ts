import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { ioam6Family } from "./family.js";
import { type Ioam6Namespaces, ioam6NamespaceObject } from "./namespace.js";
import { type Ioam6Schemas, ioam6SchemaObject } from "./schema.js";
import { type Ioam6Traces, ioam6TraceObject } from "./trace.js";

/** IOAM of IPv6 in one network namespace. Everything needs `CAP_NET_ADMIN` in the initial user namespace. */
export interface Ioam6 {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Namespaces, in which this node enters data into traces. */
  readonly namespace: Ioam6Namespaces;
  /** Schemas: opaque data of this node. */
  readonly schema: Ioam6Schemas;
  /** Traces of packets that arrived. */
  readonly trace: Ioam6Traces;
}

/**
 * Opens IOAM of IPv6 (`IOAM6`) over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function ioam6(options: FamilyOptions): Ioam6 {
  const { transport, ...rest } = checkOptions("ioam6", options, familyChecks);
  const connection = connectFamily(transport, ioam6Family, rest);
  return {
    connection,
    namespace: bindObject(connection, ioam6NamespaceObject),
    schema: bindObject(connection, ioam6SchemaObject),
    trace: bindObject(connection, ioam6TraceObject),
  };
}
