import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type KernelRefusal,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { type CryptoAlg, cryptoAlgAttributes, cryptoAlgMessage } from "./layout.js";
import {
  CRYPTO_MSG_DELALG,
  CRYPTO_MSG_DELRNG,
  CRYPTO_MSG_GETALG,
  CRYPTO_MSG_GETSTAT,
  CRYPTO_MSG_NEWALG,
  CRYPTO_MSG_UPDATEALG,
} from "./messages.js";

const EINVAL = 22;
const ENOTSUPP = 524;

/** Explains the errors to which the kernel adds no text. */
function hint({ errno }: KernelRefusal, _value: Partial<CryptoAlg>, verb: string): string | undefined {
  if (errno === ENOTSUPP) return "no kernel after 6.9 counts what algorithms do";
  if (errno !== EINVAL) return undefined;
  if (verb === "delete") return "only what was made from templates, such as cbc(aes), can be removed";
  return "a priority needs the name of the implementation, driverName";
}

/** Messages of algorithms (`CRYPTO_MSG_*`). */
export const cryptoAlgObject = defineObject({
  name: "cryptoAlg",
  namedBy: ["driverName", "name"],
  layout: nest<CryptoAlg>(cryptoAlgMessage),
  types: {
    new: CRYPTO_MSG_NEWALG,
    delete: CRYPTO_MSG_DELALG,
    get: CRYPTO_MSG_GETALG,
    set: CRYPTO_MSG_UPDATEALG,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete"],
  filters: [],
  requestOnly: ["type", "mask"],
  details: ["type", "mask"],
  // The kernel changes and removes what it finds by the name of the implementation.
  looksUp: ({ driverName }) => driverName === undefined,
  keysOf: (alg) => [alg.driverName === undefined ? pick(alg, "name") : pick(alg, "driverName")],
  hint,
});

/** An algorithm by its name, or an implementation by its own. */
export type CryptoAlgKey = Pick<Partial<CryptoAlg>, "name" | "driverName">;

/**
 * Verbs of algorithms. `get$` takes `name`, and emits one of its implementations, or `driverName`. `add$` loads or makes an
 * algorithm; `change$` sets `priorityVal` of the one with a `driverName`. All but reading needs `CAP_NET_ADMIN`.
 */
export interface CryptoAlgs extends ObjectOf<typeof cryptoAlgObject> {
  /** Emits what the kernel has counted for an algorithm: from 4.20 to 6.9, with `CONFIG_CRYPTO_STATS`. */
  stat$(key: CryptoAlgKey): Observable<CryptoAlg>;
  /** Releases the kernel's default generator of random numbers, so that its module can be unloaded; since 4.2. */
  deleteRng$(): Observable<Ack>;
}

/** Returns the verbs of algorithms over a connection. */
export function cryptoAlgsOf(connection: Connection): CryptoAlgs {
  const { layout, name: object, namedBy = [] } = cryptoAlgObject;
  const asking = (verb: string, type: number, value: CryptoAlgKey) => ({
    type,
    layout: layout as Type<CryptoAlgKey>,
    reply: layout,
    label: { object, verb, namedBy, hint },
    value,
  });
  return extendObject(bindObject(connection, cryptoAlgObject), {
    stat$: (key: CryptoAlgKey) => connection.request$(asking("stat", CRYPTO_MSG_GETSTAT, key)),
    // The only message without a header.
    deleteRng$: () =>
      connection.execute$({
        ...asking("deleteRng", CRYPTO_MSG_DELRNG, {}),
        layout: cryptoAlgAttributes as Type<CryptoAlgKey>,
        reply: layout as Type<CryptoAlgKey>,
      }),
  });
}
