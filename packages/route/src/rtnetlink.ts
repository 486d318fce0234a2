import {
  bindObject,
  type Connection,
  type ConnectionOptions,
  type StateOptions,
  type Transport,
} from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { type Addresses, addressObject } from "./address/address.js";
import { type Addrlabels, addrlabelObject } from "./address/addrlabel.js";
import { type AnycastAddresses, anycastAddressObject } from "./address/anycast-address.js";
import { type MulticastAddresses, multicastAddressObject } from "./address/multicast-address.js";
import { type Prefixes, prefixObject } from "./address/prefix.js";
import { type Mdbs, mdbObject } from "./bridge/mdb/mdb.js";
import { type Tunnels, tunnelObject } from "./bridge/tunnel.js";
import { type BridgeVlans, bridgeVlanObject } from "./bridge/vlan/bridge-vlan.js";
import { connect } from "./connect.js";
import { type Dcbs, dcbObject } from "./dcb/dcb.js";
import { type Links, linkObject } from "./link/link.js";
import { type Linkprops, linkpropObject } from "./link/linkprop.js";
import { type LinkStatistics, statsObject } from "./link/stats/stats.js";
import { type Netconfs, netconfObject } from "./namespace/netconf.js";
import { type Nsids, nsidObject } from "./namespace/nsid.js";
import { type Fdbs, fdbObject } from "./neighbour/fdb.js";
import { type Nduseropts, nduseroptObject } from "./neighbour/nduseropt.js";
import { type Neighbours, neighbourObject } from "./neighbour/neighbour.js";
import { type NeighbourTables, neighbourTableObject } from "./neighbour/table.js";
import { type NexthopBuckets, type Nexthops, nexthopBucketObject, nexthopObject } from "./nexthop/nexthop.js";
import { type Routes, routeObject } from "./route/route.js";
import { type Rules, ruleObject } from "./rule/rule.js";
import { type Actions, actionObject } from "./tc/action/action.js";
import { type Chains, chainObject } from "./tc/chain/chain.js";
import { classObject, type TcClasses } from "./tc/class/class.js";
import { type Filters, filterObject } from "./tc/filter/filter.js";
import { type Qdiscs, qdiscObject } from "./tc/qdisc/qdisc.js";
import { type Topology, topologyOf } from "./topology/index.js";

/** Objects of `NETLINK_ROUTE` in one network namespace, each with the verbs that the kernel supports. */
export interface Rtnetlink {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
  /** Network interfaces. */
  readonly link: Links;
  /** Alternative names of links. */
  readonly linkprop: Linkprops;
  /** IP addresses. */
  readonly address: Addresses;
  /** Multicast addresses that links have joined. */
  readonly multicastAddress: MulticastAddresses;
  /** Anycast addresses of links. */
  readonly anycastAddress: AnycastAddresses;
  /** Labels of IPv6 addresses. */
  readonly addrlabel: Addrlabels;
  /**
   * Routes of IPv4, IPv6, MPLS and multicast. `get$` looks up a destination as for a packet; with the flag `fibMatch` it
   * emits the route that matches.
   */
  readonly route: Routes;
  /** Nexthop objects and groups. */
  readonly nexthop: Nexthops;
  /** Buckets of resilient nexthop groups. */
  readonly nexthopBucket: NexthopBuckets;
  /** Policy routing rules. */
  readonly rule: Rules;
  /** Neighbours (ARP and neighbour discovery), including proxy entries, for which this host answers. */
  readonly neighbour: Neighbours;
  /** Neighbour tables and their parameters. */
  readonly neighbourTable: NeighbourTables;
  /** Forwarding tables of bridges, vxlan and other devices. */
  readonly fdb: Fdbs;
  /** Multicast databases of bridges and vxlan. */
  readonly mdb: Mdbs;
  /** VLANs of bridges and their ports. */
  readonly bridgeVlan: BridgeVlans;
  /** VNI filters of vxlan. */
  readonly tunnel: Tunnels;
  /** Routing settings of links. */
  readonly netconf: Netconfs;
  /** Ids of other network namespaces. */
  readonly nsid: Nsids;
  /** Prefixes announced by routers. */
  readonly prefix: Prefixes;
  /** Neighbour discovery options for user space. */
  readonly nduseropt: Nduseropts;
  /** Selected statistics of links. */
  readonly stats: LinkStatistics;
  /** Data centre bridging; `cmd` selects the settings. */
  readonly dcb: Dcbs;
  /** Queueing disciplines. */
  readonly qdisc: Qdiscs;
  /** Classes of qdiscs; `list$` needs `ifindex`. */
  readonly class: TcClasses;
  /** Filters of qdiscs and classes; `list$` needs `ifindex`, and `parent` unless it is the root. */
  readonly filter: Filters;
  /** Chains of filters; `list$` needs `ifindex` and `parent`. */
  readonly chain: Chains;
  /** Actions that filters share; `list$` needs `kind`. */
  readonly action: Actions;
  /**
   * Emits consistent snapshots of links with their addresses, neighbours, routes, master and peer, and of the rules: no
   * address without its link, no route through a deleted link. Emits at most once per turn of the event loop, when all
   * tables are consistent. Unchanged parts stay the same objects, so that `distinctUntilChanged()` on a node works. Shared
   * among subscribers.
   *
   * @example
   * nl.topology$().pipe(map(({ links }) => links.get(2)), distinctUntilChanged());
   */
  topology$(options?: StateOptions): Observable<Topology>;
}

/** Options of {@link rtnetlink}. */
export interface RtnetlinkOptions<T extends Transport = Transport>
  extends Omit<ConnectionOptions, "protocol"> {
  /** Transport of requests and notifications. */
  readonly transport: T;
}

const { protocol: _protocol, ...ofConnections } = connectionChecks;
const OPTIONS: OptionChecks<RtnetlinkOptions> = { ...ofConnections, transport: aTransport };

/**
 * Connects to `NETLINK_ROUTE` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 *
 * @example
 * const { link } = rtnetlink({ transport: kernelTransport() });
 * link.list$().subscribe(({ index, ifname }) => console.log(index, ifname));
 */
export function rtnetlink(options: RtnetlinkOptions): Rtnetlink {
  const { transport, ...rest } = checkOptions("rtnetlink", options, OPTIONS);
  const connection = connect(transport, rest);
  const objects = bindObjects(connection);
  return { connection, topology$: topologyOf(connection, objects), ...objects };
}

function bindObjects(connection: Connection): Omit<Rtnetlink, "connection" | "topology$"> {
  return {
    link: bindObject(connection, linkObject),
    linkprop: bindObject(connection, linkpropObject),
    address: bindObject(connection, addressObject),
    multicastAddress: bindObject(connection, multicastAddressObject),
    anycastAddress: bindObject(connection, anycastAddressObject),
    addrlabel: bindObject(connection, addrlabelObject),
    route: bindObject(connection, routeObject),
    nexthop: bindObject(connection, nexthopObject),
    nexthopBucket: bindObject(connection, nexthopBucketObject),
    rule: bindObject(connection, ruleObject),
    neighbour: bindObject(connection, neighbourObject),
    neighbourTable: bindObject(connection, neighbourTableObject),
    fdb: bindObject(connection, fdbObject),
    mdb: bindObject(connection, mdbObject),
    bridgeVlan: bindObject(connection, bridgeVlanObject),
    tunnel: bindObject(connection, tunnelObject),
    netconf: bindObject(connection, netconfObject),
    nsid: bindObject(connection, nsidObject),
    prefix: bindObject(connection, prefixObject),
    nduseropt: bindObject(connection, nduseroptObject),
    stats: bindObject(connection, statsObject),
    dcb: bindObject(connection, dcbObject),
    qdisc: bindObject(connection, qdiscObject),
    class: bindObject(connection, classObject),
    filter: bindObject(connection, filterObject),
    chain: bindObject(connection, chainObject),
    action: bindObject(connection, actionObject),
  };
}
