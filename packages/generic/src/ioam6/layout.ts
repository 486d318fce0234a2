import {
  attributes,
  binary,
  fixed,
  flag,
  type Infer,
  later,
  message,
  padding,
  readOnly,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Attributes of namespaces (`IOAM6_ATTR_*`). */
const namespaceAttributes = attributes("ioam6-namespace", "IOAM6_ATTR_", {
  /** Number of the namespace; 0 is the default one of the standard. */
  nsId: [1, u16],
  /** Data that this node enters into traces that ask for it. */
  nsData: [2, fixed(u32)],
  /** The same, for traces that ask for wide data. */
  nsDataWide: [3, fixed(u64)],
  /** Number of its schema. A schema has one namespace: to give it to another takes it from the first. */
  scId: [4, later(u32)],
  /** Set in a change to take its schema away. Write-only. */
  scNone: [6, flag],
  /** Alignment. */
  pad: [7, padding],
});

/** Layout of `IOAM6_CMD_*_NAMESPACE`. */
export const ioam6NamespaceMessage = message("ioam6-namespace", genlmsghdr, namespaceAttributes);
/** A namespace of IOAM: a domain in which nodes agree on the meaning of traces. */
export interface Ioam6Namespace extends Infer<typeof ioam6NamespaceMessage> {}

/** Attributes of schemas (`IOAM6_ATTR_*`). */
const schemaAttributes = attributes("ioam6-schema", "IOAM6_ATTR_", {
  /** Its namespace. Read-only: a change of the namespace says so. */
  nsId: [1, readOnly(u16, "it is read-only: change the namespace")],
  /** Number of the schema, up to 0xffffff. */
  scId: [4, u32],
  /** Data that this node enters into traces, up to 1020 bytes; the kernel appends zeros up to a multiple of 4. */
  scData: [5, fixed(binary)],
});

/** Layout of `IOAM6_CMD_*_SCHEMA`. */
export const ioam6SchemaMessage = message("ioam6-schema", genlmsghdr, schemaAttributes);
/** A schema of IOAM: opaque data of a node. */
export interface Ioam6Schema extends Infer<typeof ioam6SchemaMessage> {}
