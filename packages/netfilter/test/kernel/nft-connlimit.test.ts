// Limits of the number of connections, of rules and as objects.

import { all } from "@rxnetlink/core/promises";
import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, it, type TestContext } from "vitest";
import {
  connlimit,
  connlimitFlags,
  counter,
  ct,
  rule,
  type Transaction,
  transaction,
  udp,
} from "#src/nftables/index.js";
import { sendUdp } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { needs } from "../support/lacking.js";

const AT = { family: "inet", table: "t" } as const;
const CHAIN = { ...AT, chain: "out" } as const;

describeWith(["nft", "bash"], "limits of connections", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(
      "nft add table inet t; nft 'add chain inet t out { type filter hook output priority 0; }'",
    );
  });
  afterEach(() => kernel.close());

  const commit = (changes: Transaction) => firstValueFrom(kernel.nf.nftables.transaction$(changes));
  const counted = () =>
    [...kernel.run("nft list chain inet t out").matchAll(/counter packets (\d+)/g)].map(([, n]) => Number(n));
  const needed = (context: TestContext) => {
    needs(context, kernel, "nft add rule inet t out ct count 1", "connlimit");
    kernel.run("nft flush chain inet t out");
  };
  /** Opens connections, each from a port of its own. */
  const connect = (count: number) => {
    for (let i = 0; i < count; i++) sendUdp(kernel, 99, ["x"]);
  };

  it("of a rule match up to the count, or above it", async (context) => {
    needed(context);
    const matched = [udp.dport.eq(99), ct.state.has("new")];
    await commit(
      transaction()
        .append(rule(...matched, connlimit(3), counter()).in(CHAIN))
        .append(rule(...matched, connlimit(3, { over: true }), counter()).in(CHAIN)),
    );
    connect(5);
    expect(counted()).toEqual([3, 2]);
    const [upTo, over] = kernel.run("nft list chain inet t out").matchAll(/ct count (\D*\d+)/g);
    expect([upTo![1], over![1]]).toEqual(["3", "over 3"]);
  });

  it("of an object count for all its rules", async (context) => {
    needed(context);
    const data = { connlimit: { count: 2, flags: connlimitFlags.of("inv") } };
    const use = { data: { objref: { immType: "connlimit", immName: "few" } } } as const;
    const { expressions } = rule(udp.dport.eq(99), counter()).compile("inet");
    const over = { ...CHAIN, expressions: [...expressions.slice(0, -1), use, expressions.at(-1)!] };
    await commit(
      transaction()
        .add("object", { ...AT, name: "few", data })
        .append(over),
    );
    const [listed] = await all(kernel.nf.nftables.object.list$(AT));
    expect(listed).toMatchObject({ name: "few", type: "connlimit", use: 1, data });
    connect(5);
    expect(counted()).toEqual([3]);
  });
});
