//  Commands and events of IOAM (linux/ioam6_genl.h).

import { genlType } from "../family/genlmsghdr.js";

/** Adds a namespace. */
export const IOAM6_CMD_ADD_NAMESPACE = genlType(1);
/** Removes a namespace. */
export const IOAM6_CMD_DEL_NAMESPACE = genlType(2);
/** Requests namespaces. */
export const IOAM6_CMD_DUMP_NAMESPACES = genlType(3);
/** Adds a schema. */
export const IOAM6_CMD_ADD_SCHEMA = genlType(4);
/** Removes a schema. */
export const IOAM6_CMD_DEL_SCHEMA = genlType(5);
/** Requests schemas. */
export const IOAM6_CMD_DUMP_SCHEMAS = genlType(6);
/** Gives a namespace its schema, or takes it away. */
export const IOAM6_CMD_NS_SET_SCHEMA = genlType(7);

/** Reports the trace of a packet; since 6.9. */
export const IOAM6_EVENT_TRACE = genlType(1);
