import { bindObject, type Connection, type NotificationOptions, type Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import type { XfrmGroup } from "./common/groups.js";
import { connectXfrm, type XfrmConnectionOptions } from "./connect.js";
import { defaultsOf, type XfrmDefaults } from "./default/default.js";
import type {
  XfrmAcquireEvent,
  XfrmAeEvent,
  XfrmEvent,
  XfrmExpireEvent,
  XfrmGap,
  XfrmMappingEvent,
  XfrmMigrateEvent,
  XfrmMigrateStateEvent,
  XfrmPolicyExpireEvent,
  XfrmReportEvent,
} from "./events/event.js";
import { events$, type XfrmEventOptions } from "./events/events.js";
import { sadOf, spdOf, type XfrmSadInfo, type XfrmSpdInfo } from "./info/info.js";
import { policiesOf, type XfrmPolicies } from "./policy/policies.js";
import { type XfrmAes, xfrmAeObject } from "./state/objects.js";
import { statesOf, type XfrmStates } from "./state/states.js";

/** Streams of what the kernel reports, in its order, until unsubscribed. */
interface Streams {
  /**
   * Emits everything that the kernel reports, as `ip xfrm monitor` prints it, and where events were lost.
   *
   * @example
   * xfrm.events$({ groups: ["sa", "expire"] });
   */
  events$(options?: XfrmEventOptions): Observable<XfrmEvent>;
  /**
   * Emits packets that need a state that does not exist; the kernel creates one that waits, and each event can answer with its
   * keys. While nobody listens, the kernel asks nobody. With the sysctl `net.core.xfrm_larval_drop` at 0 the packet waits for the
   * answer; at 1, the default, it is dropped, and later ones pass.
   *
   * @example
   * xfrm.acquire$().subscribe((event) => {
   *   if (event.type === "acquire") event.answer$({ spi: 0x1000, algAead }).subscribe();
   * });
   */
  acquire$(options?: NotificationOptions): Observable<XfrmAcquireEvent | XfrmGap>;
  /**
   * Emits states and policies whose lifetime ended: soft limits, which ask for another state in time, and hard ones.
   *
   * @example
   * xfrm.expire$().pipe(filter((event) => event.type === "expire" && !event.hard)); // time to rekey
   */
  expire$(options?: NotificationOptions): Observable<XfrmExpireEvent | XfrmPolicyExpireEvent | XfrmGap>;
  /** Emits peers behind a NAT that have another address or port. */
  mapping$(options?: NotificationOptions): Observable<XfrmMappingEvent | XfrmGap>;
  /** Emits packets that violated a policy of Mobile IPv6. */
  report$(options?: NotificationOptions): Observable<XfrmReportEvent | XfrmGap>;
  /** Emits policies and states that moved to other addresses. */
  migration$(options?: NotificationOptions): Observable<XfrmMigrateEvent | XfrmMigrateStateEvent | XfrmGap>;
  /** Emits counters of states that reached a threshold, or were set. */
  ae$(options?: NotificationOptions): Observable<XfrmAeEvent | XfrmGap>;
}

/** `NETLINK_XFRM`: IPsec states and policies of one network namespace. Everything needs `CAP_NET_ADMIN` there. */
export interface XfrmFamily extends Streams {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
  /** States (security associations): keys and how packets are protected. Logs do not show their keys. */
  readonly state: XfrmStates;
  /** Policies: which packets need which states. */
  readonly policy: XfrmPolicies;
  /** What happens to packets without a policy; since 5.15. */
  readonly defaultPolicy: XfrmDefaults;
  /** Counters and thresholds of states, by which another host takes them over. */
  readonly ae: XfrmAes;
  /** The table of states. */
  readonly sad: XfrmSadInfo;
  /** The table of policies. */
  readonly spd: XfrmSpdInfo;
}

/** Options of {@link xfrm}. */
export interface XfrmOptions<T extends Transport = Transport> extends XfrmConnectionOptions {
  /** Transport of requests and notifications. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, ...common } = connectionChecks;
const OPTIONS: OptionChecks<XfrmOptions> = { ...common, transport: aTransport };

function streamsOf(connection: Connection, states: XfrmStates): Streams {
  const of =
    (callee: string, group: XfrmGroup) =>
    (options: NotificationOptions = {}): Observable<never> =>
      events$(connection, states, { ...options, groups: [group] }, callee) as Observable<never>;
  return {
    events$: (options) => events$(connection, states, options),
    acquire$: of("acquire$", "acquire"),
    expire$: of("expire$", "expire"),
    mapping$: of("mapping$", "mapping"),
    report$: of("report$", "report"),
    migration$: of("migration$", "migrate"),
    ae$: of("ae$", "aevents"),
  };
}

/**
 * Connects to `NETLINK_XFRM` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function xfrm(options: XfrmOptions): XfrmFamily {
  const { transport, ...rest } = checkOptions("xfrm", options, OPTIONS);
  const connection = connectXfrm(transport, rest);
  const state = statesOf(connection);
  return {
    connection,
    state,
    policy: policiesOf(connection),
    defaultPolicy: defaultsOf(connection),
    ae: bindObject(connection, xfrmAeObject),
    sad: sadOf(connection),
    spd: spdOf(connection),
    ...streamsOf(connection, state),
  };
}
