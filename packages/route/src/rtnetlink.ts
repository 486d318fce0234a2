import {
  Connection,
  type ConnectionOptions,
  NetlinkObject,
  type ReadOnlyObject,
  type StateOptions,
  type Transport,
} from "@rxnetlink/core";
import { checkOptions, connectionChecks } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { addressObject } from "./address/address.js";
import { type Addrlabel, addrlabelObject } from "./address/addrlabel.js";
import { type AnycastAddress, anycastAddressObject } from "./address/anycast-address.js";
import type { Address } from "./address/layout.js";
import {
  type MulticastAddress,
  MulticastAddressObject,
  multicastAddressObject,
} from "./address/multicast-address.js";
import { type Prefix, prefixObject } from "./address/prefix.js";
import type { Mdb, MdbRequest } from "./bridge/mdb/layout.js";
import { mdbObject } from "./bridge/mdb/mdb.js";
import { type Tunnel, tunnelObject } from "./bridge/tunnel.js";
import { bridgeVlanObject } from "./bridge/vlan/bridge-vlan.js";
import type { BridgeVlan, BridgeVlanRequest } from "./bridge/vlan/layout.js";
import { DcbObject, dcbObject } from "./dcb/dcb.js";
import type { Link } from "./link/layout.js";
import { linkObject } from "./link/link.js";
import { linkLookup } from "./link/link-index.js";
import { type Linkprop, linkpropObject } from "./link/linkprop.js";
import { type Stats, type StatsRequest, statsObject } from "./link/stats/stats.js";
import { type Netconf, netconfObject } from "./namespace/netconf.js";
import { type Nsid, nsidObject } from "./namespace/nsid.js";
import { fdbObject } from "./neighbour/fdb.js";
import type { Fdb, Neighbour } from "./neighbour/layout.js";
import { type Nduseropt, nduseroptObject } from "./neighbour/nduseropt.js";
import { neighbourObject } from "./neighbour/neighbour.js";
import { type NeighbourTable, neighbourTableObject } from "./neighbour/table.js";
import type { Nexthop } from "./nexthop/layout.js";
import { type NexthopBucket, nexthopBucketObject, nexthopObject } from "./nexthop/nexthop.js";
import { RouteObject, routeObject } from "./route/route.js";
import type { Rule } from "./rule/layout.js";
import { ruleObject } from "./rule/rule.js";
import { ActionObject, actionObject } from "./tc/action/action.js";
import { ChainObject, chainObject } from "./tc/chain/chain.js";
import { ClassObject, classObject } from "./tc/class/class.js";
import type { TcClass } from "./tc/class/layout.js";
import { type Filter, FilterObject, filterObject } from "./tc/filter/filter.js";
import type { Qdisc } from "./tc/qdisc/layout.js";
import { QdiscObject, qdiscObject } from "./tc/qdisc/qdisc.js";
import { type Topology, topologyOf } from "./topology/index.js";

/** `NETLINK_ROUTE`. */
export const NETLINK_ROUTE = 0;

/** The objects of `NETLINK_ROUTE` in one network namespace, each with the verbs that the kernel has for it. */
export interface Rtnetlink {
  /** The connection below, for messages that have no verb here. */
  readonly connection: Connection;
  /** Network interfaces. */
  readonly link: NetlinkObject<Link>;
  /** Alternative names of links. */
  readonly linkprop: Pick<NetlinkObject<Linkprop>, "add$" | "delete$" | "declaration">;
  /** IP addresses. */
  readonly address: NetlinkObject<Address>;
  /** Multicast addresses that links listen to. */
  readonly multicastAddress: ReadOnlyObject<MulticastAddress>;
  /** Anycast addresses of links. */
  readonly anycastAddress: ReadOnlyObject<AnycastAddress>;
  /** Labels of IPv6 addresses. */
  readonly addrlabel: Omit<NetlinkObject<Addrlabel>, "append$">;
  /**
   * Routes of IPv4, IPv6, MPLS and multicast; `get$` looks a destination up as a packet would be, with the flag
   * `fibMatch` it emits the route that fits.
   */
  readonly route: RouteObject;
  /** Nexthop objects and their groups. */
  readonly nexthop: Omit<NetlinkObject<Nexthop>, "append$">;
  /** Buckets of resilient nexthop groups. */
  readonly nexthopBucket: ReadOnlyObject<NexthopBucket>;
  /** Rules of the routing policy. */
  readonly rule: Omit<NetlinkObject<Rule>, "append$" | "change$" | "replace$">;
  /** Neighbours (ARP and neighbour discovery), and those that this host answers for. */
  readonly neighbour: Omit<NetlinkObject<Neighbour>, "append$">;
  /** Tables of neighbours, and their parameters. */
  readonly neighbourTable: Pick<NetlinkObject<NeighbourTable>, "list$" | "get$" | "change$" | "declaration">;
  /** Forwarding tables of bridges, vxlan and others. */
  readonly fdb: NetlinkObject<Fdb>;
  /** Multicast databases of bridges and vxlan. */
  readonly mdb: Omit<NetlinkObject<Mdb, MdbRequest>, "append$" | "change$">;
  /** VLANs of bridges and their ports. */
  readonly bridgeVlan: Omit<NetlinkObject<BridgeVlan, BridgeVlanRequest>, "append$" | "replace$">;
  /** VNI filters of vxlan. */
  readonly tunnel: Omit<NetlinkObject<Tunnel>, "append$" | "replace$">;
  /** Settings of links that routing depends on. */
  readonly netconf: ReadOnlyObject<Netconf>;
  /** Ids of other network namespaces. */
  readonly nsid: ReadOnlyObject<Nsid> & Pick<NetlinkObject<Nsid>, "add$">;
  /** Prefixes that routers announce. */
  readonly prefix: Pick<NetlinkObject<Prefix>, "notifications$" | "declaration">;
  /** Options of neighbour discovery for user space. */
  readonly nduseropt: Pick<NetlinkObject<Nduseropt>, "notifications$" | "declaration">;
  /** Statistics of links by choice. */
  readonly stats: ReadOnlyObject<Stats, StatsRequest> & Pick<NetlinkObject<Stats, StatsRequest>, "change$">;
  /** Data centre bridging; which settings are meant, `cmd` tells. */
  readonly dcb: Pick<DcbObject, "get$" | "set$" | "notifications$" | "declaration">;
  /** Queueing disciplines. */
  readonly qdisc: NetlinkObject<Qdisc>;
  /** Classes of qdiscs; `list$` needs `ifindex`. */
  readonly class: NetlinkObject<TcClass>;
  /** Filters of qdiscs and classes; `list$` needs `ifindex`, and `parent` but for the root. */
  readonly filter: NetlinkObject<Filter>;
  /** Chains of filters; `list$` needs `ifindex` and `parent`. */
  readonly chain: ChainObject;
  /** Actions that filters share; `list$` needs `kind`. */
  readonly action: ActionObject;
  /**
   * Emits links with their addresses, neighbours, routes, master and peer, and the rules, all as they are at one moment:
   * no address without its link, no route by a link that is gone. It emits at most once a turn, and only when all tables
   * are true; what has not changed is the same object as before, so that `distinctUntilChanged()` on a node works. Shared
   * among subscribers.
   *
   * @example
   * nl.topology$().pipe(map(({ links }) => links.get(2)), distinctUntilChanged());
   */
  topology$(options?: StateOptions): Observable<Topology>;
}

const { protocol: _protocol, ...OPTIONS } = connectionChecks;

/**
 * Speaks `NETLINK_ROUTE` over a transport.
 *
 * @example
 * const { link } = rtnetlink(kernelTransport());
 * link.list$().subscribe(({ index, ifname }) => console.log(index, ifname));
 */
export function rtnetlink(
  transport: Transport,
  options: Omit<ConnectionOptions, "protocol"> = {},
): Rtnetlink {
  checkOptions("rtnetlink", options, OPTIONS);
  const lookUp$ = (name: string) => linkLookup$(name);
  const connection = new Connection(transport, { linkIndex$: lookUp$, ...options, protocol: NETLINK_ROUTE });
  const linkLookup$ = linkLookup(connection);
  const [link, address, neighbour] = [
    new NetlinkObject(connection, linkObject),
    new NetlinkObject(connection, addressObject),
    new NetlinkObject(connection, neighbourObject),
  ];
  const [route, rule] = [new RouteObject(connection, routeObject), new NetlinkObject(connection, ruleObject)];
  return {
    connection,
    topology$: topologyOf(connection, { link, address, neighbour, route, rule }),
    link,
    linkprop: new NetlinkObject(connection, linkpropObject),
    address,
    multicastAddress: new MulticastAddressObject(connection, multicastAddressObject),
    anycastAddress: new NetlinkObject(connection, anycastAddressObject),
    addrlabel: new NetlinkObject(connection, addrlabelObject),
    route,
    nexthop: new NetlinkObject(connection, nexthopObject),
    nexthopBucket: new NetlinkObject(connection, nexthopBucketObject),
    rule,
    neighbour,
    neighbourTable: new NetlinkObject(connection, neighbourTableObject),
    fdb: new NetlinkObject(connection, fdbObject),
    mdb: new NetlinkObject(connection, mdbObject),
    bridgeVlan: new NetlinkObject(connection, bridgeVlanObject),
    tunnel: new NetlinkObject(connection, tunnelObject),
    netconf: new NetlinkObject(connection, netconfObject),
    nsid: new NetlinkObject(connection, nsidObject),
    prefix: new NetlinkObject(connection, prefixObject),
    nduseropt: new NetlinkObject(connection, nduseroptObject),
    stats: new NetlinkObject(connection, statsObject),
    dcb: new DcbObject(connection, dcbObject),
    qdisc: new QdiscObject(connection, qdiscObject),
    class: new ClassObject(connection, classObject),
    filter: new FilterObject(connection, filterObject),
    chain: new ChainObject(connection, chainObject),
    action: new ActionObject(connection, actionObject),
  };
}
