// Random filters and sockets, with few ports and addresses, so that they meet.

import fc from "fast-check";
import { type SocketExpression, socketTerms } from "#src/index.js";
import type { FilteredEntry } from "./kernel-filter.js";

const { autobound, cgroup, dev, dport, dst, fwmark, sport, src } = socketTerms;

const port = fc.constantFrom(0, 1, 22, 80, 443, 32_768, 65_535);
const link = fc.nat(3);
const mark = fc.nat(3);
const group = fc.constantFrom(1n, 2n, 2n ** 63n);

const ipv4 = fc.constantFrom("0.0.0.0", "10.0.0.1", "10.1.2.3", "127.0.0.1", "192.0.2.1", "255.255.255.255");
const ipv6 = fc.constantFrom("::", "::1", "2001:db8::1", "2001:db8:1::1", "fe80::1", "::10.0.0.1");
const mapped = ipv4.map((address) => `::ffff:${address}`);
const within = (address: fc.Arbitrary<string>, least: number, most: number) =>
  fc.oneof(
    address,
    fc.tuple(address, fc.integer({ min: least, max: most })).map(([it, length]) => `${it}/${length}`),
  );

/** Returns prefixes, alone or with a port, and ports alone. */
function hostsOf(prefix: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    prefix,
    port.map((it) => `*:${it}`),
    fc.tuple(prefix, port).map(([it, number]) => `${it.includes(":") ? `[${it}]` : it}:${number}`),
  );
}

const hosts = hostsOf(fc.oneof(within(ipv4, 0, 32), within(ipv6, 0, 128), within(mapped, 0, 128)));

/**
 * Hosts that `ss` understands as the kernel does. It filters a second time, without a look at families: 0.0.0.0 is also
 * :: there, and a prefix of length 0 is everything.
 */
const plainHosts = hostsOf(
  fc.oneof(
    within(fc.constantFrom("10.0.0.1", "10.1.2.3", "127.0.0.1", "192.0.2.1"), 8, 32),
    within(fc.constantFrom("2001:db8::1", "2001:db8:1::1", "fe80::1"), 16, 128),
    within(fc.constantFrom("::ffff:10.0.0.1", "::ffff:127.0.0.1"), 100, 128),
  ),
);

const portTerm = fc.constantFrom(sport, dport);
const portFilter = fc.oneof(
  fc
    .tuple(portTerm, fc.constantFrom("eq", "ne", "lt", "le", "gt", "ge"), port)
    .map(([term, method, number]) => term[method as "eq"](number)),
  fc
    .tuple(portTerm, fc.array(port, { minLength: 1, maxLength: 4 }))
    .map(([term, ports]) => term.in(...ports)),
);

/** Returns filters by hosts. */
function hostFilter(host: fc.Arbitrary<string>): fc.Arbitrary<SocketExpression> {
  const term = fc.constantFrom(src, dst);
  return fc.oneof(
    fc.tuple(term, fc.constantFrom("eq", "ne"), host).map(([end, method, it]) => end[method as "eq"](it)),
    fc.tuple(term, fc.array(host, { minLength: 1, maxLength: 3 })).map(([end, some]) => end.in(...some)),
  );
}
const linkFilter = fc.tuple(fc.constantFrom("eq", "ne"), link).map(([method, it]) => dev[method as "eq"](it));
const markFilter = fc
  .tuple(fc.constantFrom("eq", "ne"), mark, fc.option(fc.nat(3), { nil: undefined }))
  .map(([method, it, mask]) => fwmark[method as "eq"](it, mask));
const groupFilter = group.map((it) => cgroup.eq(it));

/** Returns filters that are made of others. */
function composed(leaf: fc.Arbitrary<SocketExpression>): fc.Arbitrary<SocketExpression> {
  return fc.letrec<{ filter: SocketExpression }>((tie) => ({
    filter: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      fc
        .tuple(tie("filter"), fc.array(tie("filter"), { maxLength: 3 }))
        .map(([it, others]) => it.and(...others)),
      fc
        .tuple(tie("filter"), fc.array(tie("filter"), { maxLength: 3 }))
        .map(([it, others]) => it.or(...others)),
      tie("filter").map((it) => it.not()),
    ),
  })).filter;
}

/** Filters that `ss` understands as the kernel does. */
export const plainFilters = composed(fc.oneof(portFilter, hostFilter(plainHosts), linkFilter, markFilter));

/** Filters by everything that the kernel reports of sockets. */
export const filters = composed(fc.oneof(portFilter, hostFilter(hosts), linkFilter, markFilter, groupFilter));

/** Filters by everything. */
export const allFilters = composed(
  fc.oneof(portFilter, hostFilter(hosts), linkFilter, markFilter, groupFilter, fc.constant(autobound())),
);

const addresses = fc.oneof(
  fc.record({ src: ipv4, dst: ipv4 }),
  fc.record({ src: ipv6, dst: ipv6 }),
  fc.record({ src: mapped, dst: mapped }),
);

/** Sockets of the internet protocols. */
export const entries: fc.Arbitrary<FilteredEntry> = fc
  .tuple(
    addresses,
    fc.record({ sport: port, dport: port, if: link, mark, cgroupId: group, isAutobound: fc.boolean() }),
  )
  .map(([ends, rest]) => ({ ...ends, ...rest }));
