import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { IOAM6_CMD_ADD_SCHEMA, IOAM6_CMD_DEL_SCHEMA, IOAM6_CMD_DUMP_SCHEMAS } from "./commands.js";
import { type Ioam6Schema, ioam6SchemaMessage } from "./layout.js";

/** Time between lists, in milliseconds: the kernel reports no changes. */
const RELIST = 1000;

/** Messages of schemas (`IOAM6_CMD_*_SCHEMA`). */
export const ioam6SchemaObject = defineObject({
  name: "ioam6Schema",
  namedBy: ["scId"],
  layout: nest<Ioam6Schema>(ioam6SchemaMessage),
  types: { new: IOAM6_CMD_ADD_SCHEMA, delete: IOAM6_CMD_DEL_SCHEMA, get: IOAM6_CMD_DUMP_SCHEMAS },
  groups: [],
  verbs: ["list", "get", "add", "delete", "watch"],
  filters: [],
  notFound: "ENOENT",
  keysOf: (schema) => [pick(schema, "scId")],
  state: {
    identityOf: identityBy("scId"),
    relistEvery: RELIST,
    silent: { "": { reason: "the kernel reports no changes of schemas" } },
  },
});

/** Verbs of schemas of IOAM. State is kept by listing every second. */
export interface Ioam6Schemas extends ObjectOf<typeof ioam6SchemaObject> {}
