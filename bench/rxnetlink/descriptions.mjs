// Families by their descriptions: how long a large one takes to load, and how fast it reads.
import { median, print, timed } from "../protocol.mjs";
import { load, open } from "./open.mjs";
import { dumps, numbersOf, rows$, sumsOf } from "./tables.mjs";

/** The part of NETLINK_ROUTE that the big table needs. */
const ROUTES = `
name: routes
protocol: netlink-raw
protonum: 0
definitions:
  - name: rtmsg
    type: struct
    members:
      - { name: family, type: u8 }
      - { name: dst-len, type: u8 }
      - { name: src-len, type: u8 }
      - { name: tos, type: u8 }
      - { name: rtm-table, type: u8 }
      - { name: protocol, type: u8 }
      - { name: scope, type: u8 }
      - { name: type, type: u8, enum: kind }
      - { name: flags, type: u32 }
  - { name: kind, type: enum, entries: [unspec, unicast, local, broadcast, anycast, multicast] }
attribute-sets:
  - name: route
    attributes:
      - { name: dst, type: binary, display-hint: ipv4-or-v6 }
      - { name: oif, value: 4, type: u32 }
      - { name: gateway, type: binary, display-hint: ipv4-or-v6 }
      - { name: priority, type: u32 }
      - { name: table, value: 15, type: u32 }
operations:
  enum-model: directional
  list:
    - name: get-route
      attribute-set: route
      fixed-header: rtmsg
      dump: { request: { value: 26 }, reply: { value: 24 } }
`;

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join("");

/** Returns a description of the size of the kernel's largest: some 4 200 lines. */
function large() {
  const member = (i) => `      -\n        name: member-${i}\n        type: ${["u32", "u16", "u64"][i % 3]}\n`;
  const struct = (i) => `  -\n    name: struct-${i}\n    type: struct\n    members:\n${lines(11, member)}`;
  const entry = (i) => `      - entry-${i}\n`;
  const names = (i) => `  -\n    name: names-${i}\n    type: enum\n    entries:\n${lines(8, entry)}`;
  const types = (set) => [
    "type: u32",
    `type: u8\n        enum: names-${set % 8}`,
    `type: binary\n        struct: struct-${set % 60}`,
    "type: string",
    "type: u16\n        byte-order: big-endian",
    "type: flag",
  ];
  const attribute = (set) => (i) => `      -\n        name: attribute-${i}\n        ${types(set)[i % 6]}\n`;
  const set = (i) => `  -\n    name: set-${i}\n    attributes:\n${lines(9, attribute(i))}`;
  const operation = (i) =>
    `    -\n      name: get-${i}\n      attribute-set: set-${i}\n      do:\n        request: {}\n        reply: {}\n`;
  return `name: large\nprotocol: genetlink\ndefinitions:\n${lines(60, struct)}${lines(8, names)}attribute-sets:\n${lines(50, set)}operations:\n  list:\n${lines(12, operation)}`;
}

/** Imports rxjs and the library, then loads a large description. */
async function description() {
  await import("rxjs");
  await load();
  const { loadSpec } = await import("rxnetlink/ynl");
  const text = large();
  let spec;
  const own = await timed(() => {
    spec = loadSpec(text);
  });
  print({ workload: "description", own, operations: Object.keys(spec.operations).length });
}

/** The main table by its description, and by the declared layout, in turn. */
async function described() {
  const library = await open();
  const { lastValueFrom, toArray, nl } = library;
  const { loadSpec, ynl } = await import("rxnetlink/ynl");
  const routes = ynl(loadSpec(ROUTES), { transport: nl.transport });
  const collect = (row$) => dumps(() => lastValueFrom(row$.pipe(toArray())));
  const byDescription = await collect(routes.dump$("get-route", { family: 2, rtmTable: 254, table: 254 }));
  const byDeclaration = await collect(rows$(library));
  const numbers = await numbersOf();
  const main = byDescription.collected.filter(({ table }) => table === 254);
  const rate = ({ collected, times }) => Math.round(collected.length / median(times));
  print({
    workload: "described",
    routes_per_s: rate(byDescription),
    declared_per_s: rate(byDeclaration),
    check: [main.length, ...sumsOf(main, numbers)].join(":"),
    declared_check: [byDeclaration.collected.length, ...sumsOf(byDeclaration.collected, numbers)].join(":"),
  });
}

export const workloads = { description, described };
