import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  IOAM6_CMD_ADD_NAMESPACE,
  IOAM6_CMD_DEL_NAMESPACE,
  IOAM6_CMD_DUMP_NAMESPACES,
  IOAM6_CMD_NS_SET_SCHEMA,
} from "./commands.js";
import { type Ioam6Namespace, ioam6NamespaceMessage } from "./layout.js";

/** Time between lists, in milliseconds: the kernel reports no changes. */
const RELIST = 1000;

/** Messages of namespaces (`IOAM6_CMD_*_NAMESPACE`). */
export const ioam6NamespaceObject = defineObject({
  name: "ioam6Namespace",
  namedBy: ["nsId"],
  layout: nest<Ioam6Namespace>(ioam6NamespaceMessage),
  types: {
    new: IOAM6_CMD_ADD_NAMESPACE,
    delete: IOAM6_CMD_DEL_NAMESPACE,
    get: IOAM6_CMD_DUMP_NAMESPACES,
    set: IOAM6_CMD_NS_SET_SCHEMA,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete", "watch"],
  filters: [],
  requestOnly: ["scNone"],
  notFound: "ENOENT",
  inSteps: true,
  keysOf: (namespace) => [pick(namespace, "nsId")],
  state: {
    identityOf: identityBy("nsId"),
    relistEvery: RELIST,
    silent: { "": { reason: "the kernel reports no changes of namespaces" } },
  },
});

/**
 * Verbs of namespaces of IOAM. `change$` gives a namespace its schema, or takes it away; the kernel cannot change anything else.
 * State is kept by listing every second.
 *
 * @example
 * ioam.namespace.change$({ nsId: 123, scId: 7 });
 * ioam.namespace.change$({ nsId: 123, scNone: true });
 */
export interface Ioam6Namespaces extends ObjectOf<typeof ioam6NamespaceObject> {}
