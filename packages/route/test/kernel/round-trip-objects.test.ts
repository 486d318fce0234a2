import type { NetlinkObject } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterEach, beforeEach, describe, it } from "vitest";
import type { Mdb } from "#src/bridge/mdb/layout.js";
import { mdbEntries } from "#src/bridge/mdb/state.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import type { Case } from "../iproute2/cases/case.js";
import { cases } from "../iproute2/cases/index.js";
import { errorOf } from "../support/kernel.js";
import { roundTrip } from "../support/round-trip.js";

const ALWAYS = `
  ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up
  ip addr add 192.0.2.1/24 dev v0; ip -6 addr add 2001:db8::1/64 dev v0 nodad`;

/** Members that change on their own, or with each creation. */
const VOLATILE = new Set([
  "cacheinfo",
  "stats",
  "timer",
  "probes",
  "seq",
  "groupStats",
  "mfcStats",
  "unbalancedTime",
  "expires",
]);

/** Returns the permanent entries of a multicast database, in order; hosts may join meanwhile. */
function settledOf(row: object): object[] {
  if (!("mdb" in row)) return [row];
  const { router: _, ...database } = row as Mdb;
  const info = mdbEntries(database)
    .filter(({ entry }) => entry.state === "permanent")
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return info.length === 0 ? [] : [{ ...database, mdb: { entry: [{ info }] } }];
}

/** Verbs that the kernel lacks, or whose reply also has the entries of hosts. */
const UNKNOWN: Readonly<Record<string, readonly ("change$" | "get$")[]>> = {
  rule: ["change$"],
  mdb: ["change$", "get$"],
};

const why = whyNoNamespaces();
if (why !== undefined) console.log(`round trips of objects skipped: ${why}`);

describe.skipIf(why !== undefined)("a listed object is accepted by every verb", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;

  beforeEach(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(() => sandbox?.close());

  const objectOf = ({ object }: Case) => nl[object as "address"] as unknown as NetlinkObject<object>;

  const remade = cases.filter(({ again }) => again !== undefined);
  it.for(remade.map((one) => [one.title, one] as const))("%s", async ([, one], { skip }) => {
    const lacks = one.needs && errorOf(sandbox, `unshare -n sh -c '(ip link set lo up; ${one.needs}) 2>&1'`);
    if (lacks !== undefined && lacks !== "") {
      console.log(`${one.title} skipped: this kernel reports "${lacks}"`);
      skip(lacks);
    }
    sandbox.run(
      `set -e; ${ALWAYS}; ${one.needs?.startsWith("modprobe -a mpls") ? `${one.needs};` : ""} ${one.setup}`,
    );
    const list = async () =>
      (await all(objectOf(one).list$(one.match)))
        .filter((value) => one.mine!(value as never))
        .flatMap(settledOf);
    const but = [...(UNKNOWN[one.object] ?? []), ...(one.verb ? (["add$"] as const) : [])];
    await roundTrip({ object: objectOf(one), list, volatile: VOLATILE, together: one.object === "fdb", but });
  });
});
