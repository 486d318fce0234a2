import { bindObject, type Connection, type Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { type Accts, acctsOf } from "./acct/acct.js";
import { type Compats, compatObject } from "./compat/compat.js";
import { connectNetfilter, type NetfilterConnectionOptions } from "./connect.js";
import { type Expectations, expectationObject } from "./conntrack/expectation/expectation.js";
import { type Conntracks, conntrackOf } from "./conntrack/flow/conntrack.js";
import { type ConntrackStatistics, conntrackStatisticsOf } from "./conntrack/stats/stats.js";
import { type Helpers, helpersOf } from "./helper/helper.js";
import { type Hooks, hookObject } from "./hook/hook.js";
import { type IpSets, ipsets } from "./ipset/ipset.js";
import { type Nflog, nflogOf } from "./log/nflog.js";
import { type Nftables, nftablesOf } from "./nftables/nftables.js";
import { type Osfs, osfObject } from "./osf/osf.js";
import { type Nfqueue, nfqueueOf } from "./queue/nfqueue.js";
import { type Timeouts, timeoutsOf } from "./timeout/timeout.js";

/** Netfilter in one network namespace. Everything needs `CAP_NET_ADMIN` there. */
export interface Netfilter {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
  /**
   * Binds a log group and emits the packets that rules log to it, until unsubscribed: `log group 5` of nftables, `-j NFLOG
   * --nflog-group 5` of iptables. Subscribers to one group with the same options share one binding.
   *
   * A rule that sets no threshold lets the kernel collect packets for up to a second: set `timeout` or `qthresh` to see them
   * earlier. Packets that the socket has no room for are reported as `"lost"` when the next one arrives.
   *
   * Errors with a `KernelError`: `EPERM` if another socket has bound the group, or without `CAP_NET_ADMIN`; with an `ArgumentError` for an unusable group or option.
   *
   * @example
   * nf.nflog$(5, { timeout: 100 }).subscribe((event) => {
   *   if (event.type === "packet") console.log(event.prefix, event.payload?.length);
   *   else if (event.type === "lost") console.log(`${event.packets} packets were lost`);
   * });
   */
  readonly nflog$: Nflog;
  /**
   * Binds a queue and emits the packets that rules send to it, until unsubscribed: `queue num 3` of nftables, `-j NFQUEUE
   * --queue-num 3` of iptables. Each packet waits in the kernel for its verdict; see {@link QueuedPacket} and `judge()`.
   *
   * No packet waits forever: when its time is up, it gets the default verdict, and so do all when the subscription ends.
   * Unsubscribe before the process ends: the kernel drops what is queued when the socket closes, and drops later packets too
   * unless the rule says `bypass` (`--queue-bypass`).
   *
   * A queue has one owner. Errors with a `KernelError`: `EPERM` if another socket has bound the queue, or without
   * `CAP_NET_ADMIN`; with an `ArgumentError` for an unusable queue or option.
   *
   * @example
   * nf.nfqueue$(3, { default: "drop" }).subscribe((event) => {
   *   if (event.type === "packet") event.accept({ mark: 1 });
   * });
   */
  readonly nfqueue$: Nfqueue;
  /** Tracked connections. */
  readonly conntrack: Conntracks;
  /** Statistics of connection tracking. */
  readonly conntrackStats: ConntrackStatistics;
  /** Connections that helpers expect. */
  readonly expectation: Expectations;
  /** Accounting objects: counters and quotas that rules share by name (nfacct). */
  readonly acct: Accts;
  /** IP sets, which rules of iptables match by. */
  readonly ipset: IpSets;
  /** Timeout policies of connections (cttimeout), and the timeouts of connections without one. */
  readonly timeout: Timeouts;
  /** Helpers in user space, which say which further connections a connection leads to (cthelper). */
  readonly helper: Helpers;
  /** Functions that packets pass at hooks; since 5.14. */
  readonly hook: Hooks;
  /** Fingerprints of operating systems, by which rules match (osf). */
  readonly osf: Osfs;
  /** Extensions of xtables that rules of `iptables-nft` can use. */
  readonly compat: Compats;
  /** The packet filter nftables. */
  readonly nftables: Nftables;
}

/** Options of {@link netfilter}. */
export interface NetfilterOptions<T extends Transport = Transport> extends NetfilterConnectionOptions {
  /** Transport of requests and notifications. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<NetfilterOptions> = { ...common, transport: aTransport };

/**
 * Connects to `NETLINK_NETFILTER` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function netfilter(options: NetfilterOptions): Netfilter {
  const { transport, ...rest } = checkOptions("netfilter", options, OPTIONS);
  const connection = connectNetfilter(transport, rest);
  return {
    connection,
    nflog$: nflogOf(connection),
    nfqueue$: nfqueueOf(connection),
    conntrack: conntrackOf(connection),
    conntrackStats: conntrackStatisticsOf(connection),
    expectation: bindObject(connection, expectationObject),
    acct: acctsOf(connection),
    ipset: ipsets(connection),
    timeout: timeoutsOf(connection),
    helper: helpersOf(connection),
    hook: bindObject(connection, hookObject),
    osf: bindObject(connection, osfObject),
    compat: bindObject(connection, compatObject),
    nftables: nftablesOf(connection),
  };
}
