/**
 * In-situ OAM of IPv6: namespaces and schemas, by which this node enters data into packets that pass, and traces of packets that
 * arrive (`IOAM6`). Since 5.15.
 *
 * @module
 */
export {
  IOAM6_CMD_ADD_NAMESPACE,
  IOAM6_CMD_ADD_SCHEMA,
  IOAM6_CMD_DEL_NAMESPACE,
  IOAM6_CMD_DEL_SCHEMA,
  IOAM6_CMD_DUMP_NAMESPACES,
  IOAM6_CMD_DUMP_SCHEMAS,
  IOAM6_CMD_NS_SET_SCHEMA,
  IOAM6_EVENT_TRACE,
} from "./commands.js";
export { ioam6Family, ioam6Groups } from "./family.js";
export { type Ioam6, ioam6 } from "./ioam6.js";
export {
  type Ioam6Namespace,
  type Ioam6Schema,
  ioam6NamespaceMessage,
  ioam6SchemaMessage,
} from "./layout.js";
export { type Ioam6Namespaces, ioam6NamespaceObject } from "./namespace.js";
export { type Ioam6Links, type Ioam6Node, ioam6Nodes } from "./nodes.js";
export { type Ioam6Schemas, ioam6SchemaObject } from "./schema.js";
export {
  type Ioam6Trace,
  type Ioam6Traces,
  ioam6TraceMessage,
  ioam6TraceObject,
  ioam6TraceType,
} from "./trace.js";
