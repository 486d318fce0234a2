import { defineObject, type ObjectDefinition, type Verb } from "@rxnetlink/core";
import { type AttributesOf, nest, type Type } from "@rxnetlink/core/schema";
import { concat } from "rxjs";
import { SOCK_DESTROY, SOCK_DIAG_BY_FAMILY } from "../common/messages.js";
import { hintOf } from "../common/no-handler.js";
import { relisted } from "../common/relisting.js";
import type { inetAttributes } from "./attributes.js";
import type { InetDiagMsg } from "./header.js";
import { familyOf, keyOf } from "./key.js";
import { type InetQuery, inetRequest } from "./request.js";

/** What sockets of all protocols of IP have. */
export type InetSocket = Omit<InetDiagMsg, "state"> & {
  /** State; of an association of SCTP, one of its own. */
  state: string | number;
} & AttributesOf<typeof inetAttributes>;

/** Facts about a protocol of IP. */
export interface InetProtocol<V extends Verb> {
  /** Its verbs. */
  readonly verbs: readonly V[];
  /** Groups that report sockets that were destroyed. */
  readonly groups?: readonly number[];
  /** True if they can be destroyed. */
  readonly destroyable?: boolean;
  /** Members that tell the kernel the protocol. */
  readonly protocol: Partial<InetQuery>;
  /** Module and kernel option of its handler. */
  readonly handler: readonly [module: string, option: string];
  /** True if the numbers of states are not those that the kernel filters by. */
  readonly statesDiffer?: boolean;
  /** True if the kernel does not look one up by its addresses and ports. */
  readonly onlyListed?: boolean;
  /** Returns the key by which the kernel looks up a socket, from one that was listed or written by hand. */
  keyOf?(value: Partial<InetQuery>, verb: "get" | "delete"): Partial<InetQuery>;
}

/** Members that change on their own. */
const VOLATILE = ["timer", "retrans", "expires", "rqueue", "wqueue", "meminfo", "skmeminfo", "info"];
const CONGESTION = ["vegasinfo", "dctcpinfo", "bbrinfo", "ulpInfo"];

/** A socket that waits for late packets keeps the cookie of the one that it was, whose end the kernel reports. */
function identityOf({ cookie, timer, peers, dst, dport }: InetSocket): string {
  // The associations of a socket of SCTP have its cookie.
  if (peers !== undefined) return `${cookie} ${dst} ${dport}`;
  return timer === "timewait" ? `${cookie} timewait` : String(cookie);
}

/** Returns a request completed with the states that a match, or its filter, leaves. */
function listing(given: Partial<InetQuery>): Partial<InetQuery> {
  const { state } = given as Partial<InetSocket>;
  if (given.states !== undefined) return given;
  const left =
    state === undefined ? given.filter?.states : [typeof state === "number" ? (1 << state) >>> 0 : state];
  return left === undefined ? given : { ...given, states: left as InetQuery["states"] };
}

/** Defines the sockets of a protocol of IP. */
export function inetObject<T extends InetSocket, V extends Verb>(
  name: string,
  layout: Type<T>,
  {
    verbs,
    groups = [],
    destroyable = false,
    protocol,
    handler,
    onlyListed = false,
    statesDiffer = false,
    keyOf: keyIn = keyOf,
  }: InetProtocol<V>,
): ObjectDefinition<T, InetQuery, V> {
  const request = nest<InetQuery>(inetRequest);
  return defineObject<T, V, InetQuery, unknown>({
    name,
    namedBy: ["family", "src", "sport", "dst", "dport"],
    layout,
    types: { get: SOCK_DIAG_BY_FAMILY, ...(destroyable && { delete: SOCK_DESTROY }) },
    alsoRemovedBy: groups.length > 0 ? [SOCK_DIAG_BY_FAMILY] : [],
    groups,
    verbs,
    requests: { get: request, ...(destroyable && { delete: request }) },
    filters: ["family", "sport", "dport"],
    requestOnly: [
      "sdiagProtocol",
      "sdiagRawProtocol",
      "wideProtocol",
      "ext",
      "states",
      "filter",
      "bpfStorages",
    ],
    details: ["ext", "bpfStorages"],
    complete: (given, verb) => ({
      ...(verb === "list" && !statesDiffer ? listing(given) : given),
      ...familyOf(given),
      ...protocol,
    }),
    ...(onlyListed && { notFound: "ENOENT" }),
    keysOf: (value, verb) => [keyIn(value, verb)],
    listAll$: (list$) => concat(list$({ family: "inet" } as never), list$({ family: "inet6" } as never)),
    hint: hintOf(...handler),
    state: relisted<T>([...VOLATILE, ...CONGESTION], identityOf),
  });
}
