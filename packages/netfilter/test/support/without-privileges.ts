// Calls everything that netfilter offers, and prints how each call ends, as lines of JSON. The user who starts it lacks
// privileges, so that no call does anything.

import type { KernelError } from "@rxnetlink/core";
import { kernelTransport } from "@rxnetlink/transport";
import { lastValueFrom, type Observable } from "rxjs";
import { netfilter } from "#src/index.js";
import { transaction } from "#src/nftables/index.js";

type Call = (...given: unknown[]) => Observable<unknown>;

const tupleOrig = {
  ip: { src: "10.0.0.1", dst: "10.0.0.2" },
  proto: { num: "udp", srcPort: 1, dstPort: 2 },
};
const expected = { tuple: tupleOrig, mask: tupleOrig, master: tupleOrig, timeout: 9 };
const inTable = { family: "inet", table: "t" };
const set = { setname: "s", typename: "hash:ip" };
const one = { name: "x" };
const l4 = { l3proto: "ipv4", l4proto: "udp" };
const policy = { ...one, ...l4, data: { udp: { replied: 1 } } };
const helper = {
  ...one,
  tuple: { l3protonum: "ipv4", l4protonum: 17 },
  queueNum: 1,
  policy: { set1: { ...one, expectMax: 1, expectTimeout: 1 } },
};
const fingerprint = { finger: { genre: "x", version: "1", subtype: "", ttl: 1, df: 0, ss: 1, opt: [] } };
const batch = (value: object) => ["add", [value]];

/** The arguments of calls that need some. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  nflog$: [5],
  nfqueue$: [3],
  "conntrack.get$": [{ tupleOrig }],
  "conntrack.add$": [{ tupleOrig, timeout: 9 }],
  "conntrack.change$": [{ tupleOrig, mark: 1 }],
  "conntrack.delete$": [{ tupleOrig }],
  "conntrack.flushAll$": ["all"],
  "conntrack.flush$": ["all"],
  "conntrack.zeroCounters$": ["all"],
  "conntrack.batch$": batch({ tupleOrig, timeout: 9 }),
  "expectation.get$": [{ tuple: tupleOrig }],
  "expectation.add$": [expected],
  "expectation.delete$": [{ tuple: tupleOrig }],
  "expectation.flush$": ["all"],
  "expectation.batch$": batch(expected),
  "acct.get$": [one],
  "acct.add$": [one],
  "acct.replace$": [one],
  "acct.delete$": [one],
  "acct.reset$": [one],
  "acct.flush$": ["all"],
  "acct.batch$": batch(one),
  "ipset.get$": [set],
  "ipset.index$": [set],
  "ipset.name$": [1],
  "ipset.elements$": [set],
  "ipset.watch$": [set],
  "ipset.state$": [set],
  "ipset.destroy$": [set],
  "ipset.flush$": [set],
  "ipset.rename$": [{ setname: "s", setname2: "u" }],
  "ipset.swap$": [{ setname: "s", setname2: "u" }],
  "ipset.add$": [set, { ip: "10.0.0.1" }],
  "ipset.delete$": [set, { ip: "10.0.0.1" }],
  "ipset.test$": [set, { ip: "10.0.0.1" }],
  "ipset.create$": [set],
  "ipset.replace$": [set, [{ ip: "10.0.0.1" }]],
  "ipset.batch$": ["add", set, [{ ip: "10.0.0.1" }]],
  "timeout.get$": [one],
  "timeout.add$": [policy],
  "timeout.replace$": [policy],
  "timeout.delete$": [one],
  "timeout.flush$": ["all"],
  "timeout.batch$": batch(policy),
  "timeout.getDefault$": [l4],
  "timeout.setDefault$": [{ ...l4, data: { udp: { replied: 1 } } }],
  "helper.get$": [one],
  "helper.add$": [helper],
  "helper.change$": [helper],
  "helper.replace$": [helper],
  "helper.delete$": [one],
  "helper.flush$": ["all"],
  "helper.batch$": batch(helper),
  "hook.list$": [{ family: "ipv4", hooknum: "input" }],
  "osf.add$": [fingerprint],
  "osf.delete$": [fingerprint],
  "osf.batch$": batch(fingerprint),
  "compat.get$": [{ family: "ipv4", ...one, rev: 0, type: "match" }],
  "nftables.table.get$": [{ family: "inet", name: "t" }],
  "nftables.chain.get$": [{ ...inTable, name: "c" }],
  "nftables.rule.get$": [{ ...inTable, chain: "c", handle: 1n }],
  "nftables.set.get$": [{ ...inTable, name: "s" }],
  "nftables.object.get$": [{ ...inTable, ...one, type: "counter" }],
  "nftables.flowtable.get$": [{ ...inTable, ...one }],
  "nftables.reset.rule.get$": [{ ...inTable, chain: "c", handle: 1n }],
  "nftables.reset.object.get$": [{ ...inTable, ...one, type: "counter" }],
  "nftables.element.list$": [{ set: { ...inTable, name: "s" } }],
  "nftables.ensure$": [{ family: "inet", name: "t", owner: "o" }, transaction()],
  "nftables.transaction$": [transaction().add("table", { family: "inet", name: "t" })],
  "nftables.check$": [transaction().add("table", { family: "inet", name: "t" })],
};

/** Lists the calls of an object, and of the objects in it. */
function callsOf(opened: object, prefix = ""): [string, Call][] {
  return Object.entries(opened).flatMap(([name, member]: [string, unknown]): [string, Call][] => {
    const path = prefix + name;
    if (typeof member === "function") return name.endsWith("$") ? [[path, member as Call]] : [];
    const isPlain = typeof member === "object" && Object.getPrototypeOf(member) === Object.prototype;
    return isPlain ? callsOf(member as object, `${path}.`) : [];
  });
}

/** Gives the port id of a socket that has asked for nothing yet. */
const WITHOUT_REQUEST = "nftables.owner$";

const { connection, ...offered } = netfilter({ transport: kernelTransport() });
for (const [call, make] of callsOf(offered)) {
  if (call === WITHOUT_REQUEST) continue;
  const ended = await lastValueFrom(make(...(ARGUMENTS[call] ?? []))).then(
    (last) => (last as { error?: Error }).error,
    // What a transaction meets as a whole is the cause of its error.
    (error: Error) => (error.cause ?? error) as Error,
  );
  const { name, code, hint } = (ended ?? {}) as Partial<KernelError>;
  console.log(JSON.stringify({ call, name, code, hint, message: ended?.message }));
}
connection.close();
