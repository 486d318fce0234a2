import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { isBytes } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { SEG6_CMD_DUMPHMAC, SEG6_CMD_SETHMAC } from "./commands.js";
import { type Seg6Hmac, seg6Message } from "./layout.js";

const ENOTSUPP = 524;
/** Time between lists, in milliseconds: the kernel reports no changes. */
const RELIST = 1000;

/** Messages of keys (`SEG6_CMD_*HMAC`). One command adds, replaces and removes. */
export const seg6HmacObject = defineObject({
  name: "seg6Hmac",
  namedBy: ["hmackeyid"],
  layout: nest<Seg6Hmac>(seg6Message),
  types: { new: SEG6_CMD_SETHMAC, delete: SEG6_CMD_SETHMAC, get: SEG6_CMD_DUMPHMAC },
  groups: [],
  verbs: ["list", "get", "replace", "delete", "watch"],
  filters: [],
  notFound: "ENOENT",
  complete: ({ secret, ...given }, verb) => {
    if (verb === "delete") return { ...given, secretlen: 0, algid: 0 };
    return { ...given, ...(secret && { secret }), ...(isBytes(secret) && { secretlen: secret.length }) };
  },
  keysOf: (hmac) => [pick(hmac, "hmackeyid")],
  hint: ({ errno }) =>
    errno === ENOTSUPP ? "this kernel was built without CONFIG_IPV6_SEG6_HMAC" : undefined,
  state: {
    identityOf: identityBy("hmackeyid"),
    relistEvery: RELIST,
    silent: { "": { reason: "the kernel reports no changes of keys" } },
  },
});

/** Verbs of keys. `replace$` adds a key, or replaces that of the same number. State is kept by listing every second. */
export interface Seg6Hmacs extends ObjectOf<typeof seg6HmacObject> {}
