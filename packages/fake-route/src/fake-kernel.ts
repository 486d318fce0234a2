import {
  aBoolean,
  aNumber,
  anArray,
  anything,
  aString,
  aWhole,
  checkOptions,
  type OptionChecks,
  type Transport,
} from "@rxnetlink/core";
import { Dispatcher } from "./kernel/dispatcher.js";
import { type FaultRule, type FaultSource, randomNumbers, scriptedFaults } from "./kernel/faults.js";
import { Net } from "./kernel/network.js";
import { strike } from "./kernel/strike.js";
import { FakeTransport } from "./kernel/transport.js";
import { ethernetLink, loopbackLink } from "./links/kinds/plain.js";

/** A network card of the fake kernel. */
export interface FakeNic {
  /** Its name: `"eth0"`. */
  readonly ifname: string;
  /** Its hardware address; made up by default. */
  readonly address?: string;
  /** Whether it has a carrier; it has by default. */
  readonly carrier?: boolean;
}

/** How a fake kernel begins. */
export interface FakeKernelOptions {
  /** The network cards, besides `lo`; all are down. */
  readonly links?: readonly FakeNic[];
  /** What the hardware addresses that it makes up come from; 1 by default. */
  readonly seed?: number;
  /** What goes wrong, by rules or by chance; nothing by default. */
  readonly faults?: readonly FaultRule[] | FaultSource;
  /** How many datagrams the receive queue of a socket holds; 256 by default. */
  readonly receiveQueue?: number;
  /** How many bytes a datagram of a dump holds; 32768 by default, as in the real one. */
  readonly dumpSize?: number;
  /** Whether those who ask have CAP_NET_ADMIN; they have by default. */
  readonly privileged?: boolean;
}

/** A kernel in memory: a network namespace, seen through netlink sockets. */
export interface FakeKernel {
  /** Opens its sockets; whatever namespace they ask for, it is the one that there is. */
  readonly transport: Transport;
  /** Gives a network card its carrier, or takes it: the cable that a hand plugs in. */
  carrier(ifname: string, yes: boolean): void;
  /** From here on nothing goes wrong any more. */
  endFaults(): void;
}

const QUEUE = 256;
const DUMP_SIZE = 32 * 1024;

const OPTIONS: OptionChecks<FakeKernelOptions> = {
  links: anArray,
  seed: aNumber,
  faults: anything,
  receiveQueue: aWhole(1, Number.MAX_SAFE_INTEGER),
  dumpSize: aWhole(1, Number.MAX_SAFE_INTEGER),
  privileged: aBoolean,
};
const CARD: OptionChecks<FakeNic> = { ifname: aString, address: aString, carrier: aBoolean };

/**
 * Makes a kernel in memory that speaks rtnetlink as Linux 6.18 does: links, addresses, routes, neighbours and rules,
 * with its acknowledgements, errors, dumps in several datagrams, notifications and overruns. It needs no privilege, and
 * runs in the turns of the event loop without a clock, so that a test has the same course each time.
 *
 * **Links** are `lo`, the cards that the options name, and the kinds `dummy`, `ifb`, `veth`, `bridge` and `vlan`. Their
 * members are names, flags, MTU, addresses, master, group, alias, queue length and carrier. Messages come as soon as the
 * operational state has changed, and once for each change, where the real kernel repeats itself.
 * **Addresses** bring their routes, primary ones take their secondaries along. **Routes** may have several ways;
 * **rules** choose tables for the gateways of routes too. **Neighbours** stay as they were set.
 *
 * What it does not model it refuses with `EOPNOTSUPP`: other kinds of links and their settings, alternative names,
 * other namespaces, peers of IPv6 addresses, routes with a source, encapsulation or nexthop objects, IPv4 routes by way
 * of IPv6, multicast and MPLS routes, proxies, and all other objects, forwarding tables of bridges among them. There
 * are no IPv6 link-local addresses (as with `addr_gen_mode` 1) and no duplicate address detection, no lifetimes, no
 * counters, and no `NLM_F_ECHO`. Without a word it leaves out what the real kernel does by itself: neighbours for
 * multicast addresses, the messages of bridges about their ports (family `"bridge"`), the rules of multicast routing. A
 * rule finds a link of its name at any time, and not just when that is made.
 *
 * @example
 * const kernel = fakeKernel({ links: [{ ifname: "eth0" }] });
 * const { link } = rtnetlink(kernel.transport);
 * link.watch$().subscribe(console.log);
 * kernel.carrier("eth0", false);
 */
export function fakeKernel(options: FakeKernelOptions = {}): FakeKernel {
  const checked = checkOptions("fakeKernel", options, OPTIONS);
  const { links = [], seed = 1, receiveQueue = QUEUE, dumpSize = DUMP_SIZE, privileged = true } = checked;
  for (const [i, card] of links.entries()) checkOptions(`fakeKernel: links[${i}]`, card, CARD);
  let faults = sourceOf(checked.faults ?? []);
  const net = new Net(tell, randomNumbers(seed));
  const dispatcher = new Dispatcher(net.objects, {
    privileged,
    dumpSize,
    faults: (occasion) => faults(occasion),
  });
  const transport = new FakeTransport(dispatcher, receiveQueue);

  function tell(object: string, group: number, bytes: Uint8Array): void {
    const listeners = [...transport.sockets].filter(({ groups }) => groups.has(group));
    for (const socket of listeners)
      strike(socket, faults({ on: "notification", object }), (cut) =>
        socket.deliver(bytes.subarray(0, cut?.(bytes)), { group }),
      );
  }

  net.links.make(loopbackLink, { ifname: "lo", address: "00:00:00:00:00:00" });
  for (const { carrier = true, ...card } of links) net.links.make(ethernetLink, card).carrier = carrier;
  return {
    transport,
    carrier(ifname, yes) {
      const link = net.links.byName(ifname);
      if (link?.kind !== ethernetLink) throw new TypeError(`there is no network card ${ifname}`);
      link.carrier = yes;
      net.links.settle();
    },
    endFaults() {
      faults = () => undefined;
    },
  };
}

function sourceOf(faults: readonly FaultRule[] | FaultSource): FaultSource {
  return typeof faults === "function" ? faults : scriptedFaults(faults);
}
