// Random operations on a kernel, real or fake. Links are named, since each kernel has indices of its own.
import { type ChangingVerb, EncodeError, KernelError } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { linkFlags, type Rtnetlink } from "@rxnetlink/route";
import fc from "fast-check";
import type { Observable } from "rxjs";

/** A change of an object; members that are indices hold the name of a link. */
export interface Operation {
  readonly object: "link" | "address" | "route" | "neighbour" | "rule";
  readonly verb: ChangingVerb;
  readonly value: object;
}

const INDICES = new Set(["index", "ndmIfindex", "oif", "master", "ifindex"]);
/** An index that no link has. */
const NONE = 4242;

/** Replaces the names of links in a value by indices. */
function resolved(value: unknown, indexOf: (name: string) => number): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, indexOf));
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  const members = given.map(([key, member]) =>
    INDICES.has(key) && typeof member === "string"
      ? [key, member === "" ? 0 : indexOf(member)]
      : [key, resolved(member, indexOf)],
  );
  return Object.fromEntries(members);
}

/** Performs an operation and returns its outcome: `"done"`, the code of the error, or why it was not sent. */
export async function perform(nl: Rtnetlink, { object, verb, value }: Operation): Promise<string> {
  const links = await all(nl.link.list$());
  const indexOf = (name: string) => links.find(({ ifname }) => ifname === name)?.index ?? NONE;
  const target = nl[object] as unknown as Record<string, (value: unknown) => Observable<unknown>>;
  try {
    await all(target[`${verb}$`]!(resolved(value, indexOf)));
    return "done";
  } catch (error) {
    if (error instanceof KernelError) return error.code;
    if (error instanceof EncodeError) return error.message;
    throw error;
  }
}

const { up } = linkFlags.bits;
const NAMES = ["i0", "i1", "v0", "v1", "b0"];
const name = fc.constantFrom(...NAMES, "lo", "none");
const own = fc.constantFrom(...NAMES);
const small = (max: number) => fc.integer({ min: 0, max });
const operation = <T extends object>(
  object: Operation["object"],
  verbs: readonly ChangingVerb[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Operation> =>
  fc.record({ object: fc.constant(object), verb: fc.constantFrom(...verbs), value });

const mac = (last: number) => `02:00:00:00:00:${last.toString(16).padStart(2, "0")}`;

/** The request that adds each link. */
const ADDED: Readonly<Record<string, object>> = {
  i0: { ifname: "i0", address: mac(1), linkinfo: { kind: "ifb" } },
  i1: { ifname: "i1", address: mac(2), linkinfo: { kind: "ifb" } },
  v0: {
    ifname: "v0",
    address: mac(3),
    linkinfo: { data: { veth: { peer: { ifname: "v1", address: mac(4) } } } },
  },
  b0: { ifname: "b0", address: mac(5), linkinfo: { kind: "bridge" } },
};

const links = fc.oneof(
  operation("link", ["add"], fc.constantFrom(...Object.values(ADDED))),
  operation("link", ["delete"], fc.record({ index: name })),
  {
    weight: 4,
    arbitrary: operation(
      "link",
      ["change"],
      fc.record({ index: own, flags: fc.constantFrom(0, up, up), change: fc.constant(up) }),
    ),
  },
  operation("link", ["change"], fc.record({ index: own, mtu: fc.constantFrom(1300, 1400, 1500, 70000) })),
  operation(
    "link",
    ["change"],
    fc.record({ index: own, group: small(2), ifalias: fc.constantFrom("", "a") }),
  ),
  operation("link", ["change"], fc.record({ index: name, master: fc.constantFrom("", "b0", "i0") })),
  operation(
    "link",
    ["change"],
    fc.record({ index: own, address: fc.constantFrom(mac(8), "01:00:00:00:00:01") }),
  ),
);

const host4 = fc.tuple(small(2), fc.integer({ min: 1, max: 6 })).map(([net, host]) => `10.0.${net}.${host}`);
const host6 = fc
  .tuple(small(1), fc.integer({ min: 1, max: 4 }))
  .map(([net, host]) => `2001:db8:${net}::${host}`);
const NODAD = { flags: 2 };
const addresses = operation(
  "address",
  ["add", "add", "add", "change", "replace", "delete"],
  fc.oneof(
    fc.record({
      index: name,
      local: host4,
      prefixlen: fc.constantFrom(24, 24, 16, 30, 31, 32, 33),
    }),
    fc.record({
      index: own,
      local: host4,
      prefixlen: fc.constant(24),
      scope: fc.constantFrom("link", "universe"),
    }),
    fc.record({
      index: own,
      local: host4,
      prefixlen: fc.constant(24),
      broadcast: fc.constantFrom("10.0.1.255", "10.0.9.9"),
    }),
    fc
      .record({ index: name, local: host6, prefixlen: fc.constantFrom(64, 64, 128) })
      .map((one) => ({ ...one, ...NODAD })),
    fc
      .record({ index: own, local: host6, prefixlen: fc.constant(64) })
      .map((one) => ({ ...one, flags: 0x202 })),
  ),
);

const ROUTE_VERBS = ["add", "append", "prepend", "replace", "change", "delete"] as const;
const to4 = fc.constantFrom(
  { dst: "10.9.0.0", dstLen: 16 },
  { dst: "10.9.1.0", dstLen: 24 },
  { dst: "10.0.1.0", dstLen: 24 },
);
const to6 = fc.constantFrom({ dst: "2001:db8:9::", dstLen: 48 }, { dst: "2001:db8:0::", dstLen: 64 });
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const routes = operation(
  "route",
  ROUTE_VERBS,
  fc
    .oneof(
      fc.tuple(
        to4,
        fc.record({ oif: name, priority: option(small(2)), table: option(fc.constantFrom(100, 254)) }),
      ),
      fc.tuple(to4, fc.record({ gateway: host4, priority: option(small(2)), oif: option(own) })),
      fc.tuple(to4, fc.record({ gateway: host4, tos: fc.constantFrom(0, 4), prefsrc: option(host4) })),
      fc.tuple(
        to4,
        fc.record({ type: fc.constantFrom("blackhole", "unreachable", "throw"), priority: option(small(2)) }),
      ),
      fc.tuple(
        to4,
        fc.record({ multipath: fc.array(fc.record({ gateway: host4 }), { minLength: 2, maxLength: 2 }) }),
      ),
      // Either all routes of a metric have a gateway or none has: the real kernel omits mixed ones from dumps.
      fc.tuple(to6, fc.record({ oif: own, priority: fc.constantFrom(10, 20) })),
      fc.tuple(to6, fc.record({ oif: own, gateway: fc.constantFrom("fe80::1", "fe80::2", "fe80::3") })),
      fc.tuple(to6, fc.record({ gateway: host6 })),
      fc.tuple(to6, fc.record({ type: fc.constantFrom("blackhole", "prohibit"), priority: fc.constant(30) })),
    )
    .map((parts) => Object.assign({}, ...parts)),
);

const neighbours = operation(
  "neighbour",
  ["add", "add", "change", "replace", "delete"],
  fc.record({
    // Not on the bridge: the real one loses some when it is first brought up, since its carrier disappears.
    ndmIfindex: fc.constantFrom("i0", "i1", "v0", "v1", "none"),
    dst: fc.oneof(host4, host6),
    lladdr: small(3).map((last) => mac(0x20 + last)),
    state: fc.constantFrom(0x80, 0x40),
  }),
);

const rules = operation(
  "rule",
  ["add", "add", "delete"],
  fc
    .tuple(
      fc.record({ priority: option(small(40)), table: fc.constantFrom(100, 101, 254) }),
      fc.oneof(
        fc.record({ src: host4 }),
        fc.record({ src: host6 }),
        fc.record({ iifname: fc.constantFrom("i0", "v0", "other") }),
        fc.record({ dst: fc.constant("10.9.0.0"), dstLen: fc.constant(16) }),
        fc.record({ fwmark: small(3) }),
      ),
    )
    .map(([common, selector]) => Object.assign({}, common, selector)),
);

/** Operations on all objects. */
export const operations: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: links },
  { weight: 4, arbitrary: addresses },
  { weight: 5, arbitrary: routes },
  { weight: 2, arbitrary: neighbours },
  { weight: 2, arbitrary: rules },
);

/** Adds the links that the operations use, and brings them up. */
export const beginning: readonly Operation[] = [
  ...["i0", "i1", "v0", "b0"].map(
    (ifname): Operation => ({ object: "link", verb: "add", value: ADDED[ifname]! }),
  ),
  ...["lo", "i0", "v0", "v1"].map(
    (index): Operation => ({ object: "link", verb: "change", value: { index, flags: up, change: up } }),
  ),
];
