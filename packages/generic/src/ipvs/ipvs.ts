import { type Ack, bindObject } from "@rxnetlink/core";
import { checkOptions, deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import {
  IPVS_CMD_FLUSH,
  IPVS_CMD_GET_CONFIG,
  IPVS_CMD_GET_INFO,
  IPVS_CMD_SET_CONFIG,
  IPVS_CMD_ZERO,
} from "./commands.js";
import { type IpvsDaemons, ipvsDaemonObject } from "./daemon.js";
import { type IpvsDestinations, ipvsDestinationsOf } from "./destination.js";
import { ipvsFamily } from "./family.js";
import {
  type IpvsInfo,
  type IpvsServiceEntry,
  type IpvsTimeouts,
  ipvsInfoMessage,
  ipvsMessage,
} from "./layout.js";
import { type IpvsServices, ipvsServiceObject, serviceKey } from "./service.js";

/** Timeouts of connections. */
export interface IpvsTimeoutVerbs {
  /** Emits the timeouts (`IPVS_CMD_GET_CONFIG`). */
  get$(): Observable<IpvsTimeouts>;
  /** Sets timeouts (`IPVS_CMD_SET_CONFIG`); one that is not given, or 0, stays as it is. */
  set$(timeouts: IpvsTimeouts): Observable<Ack>;
}

/** IPVS, the load balancer of layer 4, in one network namespace. All requests need `CAP_NET_ADMIN` there. */
export interface Ipvs {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Virtual services: what clients connect to. */
  readonly service: IpvsServices;
  /** Destinations: the servers behind services. */
  readonly destination: IpvsDestinations;
  /** Daemons that synchronize connections between machines. */
  readonly daemon: IpvsDaemons;
  /** Timeouts of connections. */
  readonly timeouts: IpvsTimeoutVerbs;
  /** Emits the version and the size of the table of connections (`IPVS_CMD_GET_INFO`). */
  info$(): Observable<IpvsInfo>;
  /** Resets the counters of a service and its destinations, or of all (`IPVS_CMD_ZERO`). */
  zero$(entry?: IpvsServiceEntry): Observable<Ack>;
  /** Removes all services with one request (`IPVS_CMD_FLUSH`). */
  flush$(): Observable<Ack>;
}

const labelled = (object: string, verb: string) => ({ label: { object, verb, namedBy: [] } });

/** Returns the verbs of the timeouts. */
function timeoutsOf(connection: FamilyConnection): IpvsTimeoutVerbs {
  const layout = nest<IpvsTimeouts>(ipvsMessage);
  const request = (type: number, verb: string, value: IpvsTimeouts) => ({
    ...{ type, layout, value },
    ...labelled("ipvsTimeouts", verb),
  });
  return {
    get$: () => connection.request$(request(IPVS_CMD_GET_CONFIG, "get", {})),
    set$: (timeouts) => connection.execute$(request(IPVS_CMD_SET_CONFIG, "set", timeouts)),
  };
}

/** Returns the requests about all of IPVS. */
function wholeOf(connection: FamilyConnection): Pick<Ipvs, "info$" | "zero$" | "flush$"> {
  const execute$ = (type: number, verb: string, value: IpvsServiceEntry) =>
    connection.execute$({ type, layout: ipvsMessage, value, ...labelled("ipvsService", verb) });
  return {
    info$: () =>
      connection.request$({
        ...{ type: IPVS_CMD_GET_INFO, layout: ipvsInfoMessage, value: {} },
        ...labelled("ipvsInfo", "get"),
      }),
    zero$: ({ service } = {}) =>
      deferred(() => execute$(IPVS_CMD_ZERO, "zero", service ? { service: serviceKey(service) } : {})),
    flush$: () => execute$(IPVS_CMD_FLUSH, "flush", {}),
  };
}

/**
 * Opens IPVS over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function ipvs(options: FamilyOptions): Ipvs {
  const { transport, ...rest } = checkOptions("ipvs", options, familyChecks);
  const connection = connectFamily(transport, ipvsFamily, rest);
  const service: IpvsServices = bindObject(connection, ipvsServiceObject);
  return {
    connection,
    service,
    destination: ipvsDestinationsOf(connection, service),
    daemon: bindObject(connection, ipvsDaemonObject),
    timeouts: timeoutsOf(connection),
    ...wholeOf(connection),
  };
}
