import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { checkMatch, deferred, isRecord, matcher } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { concatMap, type Observable } from "rxjs";
import { familyOf } from "./address.js";
import { IPVS_CMD_DEL_DEST, IPVS_CMD_GET_DEST, IPVS_CMD_NEW_DEST, IPVS_CMD_SET_DEST } from "./commands.js";
import { type IpvsDestination, type IpvsDestinationEntry, type IpvsService, ipvsMessage } from "./layout.js";
import {
  type IpvsServices,
  ipvsServiceObject,
  polled,
  serviceIdentity,
  serviceKey,
  withServiceFamily,
} from "./service.js";

/** Values that the kernel insists on when a destination is added: those of ipvsadm. */
const DEFAULTS = { fwdMethod: "masq", weight: 1, uThresh: 0, lThresh: 0 } as const;

/** Completes the family of a destination by its address. */
function withFamily(dest: IpvsDestination): IpvsDestination {
  const addrFamily = familyOf(dest.addr);
  return addrFamily === undefined ? dest : { addrFamily, ...dest };
}

/** Returns the service that a request is about, by its key. */
const ofService = (service: IpvsService | undefined) =>
  isRecord(service) ? { service: serviceKey(service) } : service === undefined ? {} : { service };

/** Messages of destinations (`IPVS_CMD_*_DEST`). */
export const ipvsDestinationObject = defineObject({
  name: "ipvsDestination",
  namedBy: ["service", "dest"],
  layout: nest<IpvsDestinationEntry>(ipvsMessage),
  types: {
    new: IPVS_CMD_NEW_DEST,
    set: IPVS_CMD_SET_DEST,
    delete: IPVS_CMD_DEL_DEST,
    get: IPVS_CMD_GET_DEST,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete", "watch"],
  filters: [],
  // Rows do not say which service they belong to.
  requestOnly: ["service"],
  details: [],
  corrected: (row, { service }) => ({ ...ofService(service as IpvsService | undefined), ...row }),
  notFound: "ENOENT",
  complete(given, verb) {
    const { service, dest } = given;
    const of = isRecord(service) ? { ...given, service: withServiceFamily(service) } : given;
    if (!isRecord(dest)) return of;
    const whole = withFamily(dest);
    if (verb !== "add") return { ...of, dest: whole };
    return { ...of, dest: { ...DEFAULTS, port: service?.port ?? 0, ...whole } };
  },
  // What is the same as before is left out; the kernel would miss the service.
  adapt: (asked, { service }) => asked.dest && { ...asked, ...ofService(service) },
  keysOf: ({ service, dest = {} }) => [
    { ...ofService(service), dest: pick(withFamily(dest), "addrFamily", "addr", "port") },
  ],
  hint: ({ errno }) => (errno === 3 ? "there is no such virtual service" : undefined),
  listAll$: (list$, listOther$) =>
    listOther$(ipvsServiceObject).pipe(concatMap(({ service = {} }) => list$(ofService(service)))),
  state: {
    identityOf: ({ service, dest = {} }) => `${serviceIdentity(service)} ${dest.addr} ${dest.port}`,
    ...polled,
    volatile: ["stats", "stats64", "activeConns", "inactConns", "persistConns"],
    silent: { "": { reason: "the kernel reports no changes of destinations" } },
  },
});

/**
 * Verbs of destinations: the servers behind the service that `service` names. `list$()` lists those of all services, one by
 * one. What `add$` lacks is as with `ipvsadm`: masquerading, the port of the service, and the weight 1. State is kept by listing
 * every second.
 */
export interface IpvsDestinations extends ObjectOf<typeof ipvsDestinationObject> {}

/** Returns the verbs of destinations over a connection. */
export function ipvsDestinationsOf(connection: Connection, services: IpvsServices): IpvsDestinations {
  const destinations: IpvsDestinations = bindObject(connection, ipvsDestinationObject);
  type List = (match?: Partial<IpvsDestinationEntry>, options?: object) => Observable<IpvsDestinationEntry>;
  const ofOne$ = destinations.list$ as List;
  const list$: List = (match = {}, options) =>
    deferred(() => {
      checkMatch(match);
      matcher(ipvsDestinationObject.layout, match);
      if (match.service !== undefined) return ofOne$(match, options);
      return services
        .list$()
        .pipe(concatMap(({ service = {} }) => ofOne$({ ...match, ...ofService(service) }, options)));
    });
  return extendObject(destinations, { list$: list$ as IpvsDestinations["list$"] });
}
