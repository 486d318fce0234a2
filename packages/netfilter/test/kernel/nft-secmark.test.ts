// Security marks: objects of ours are those of nft, and packets and connections have the context that they name.

import { all } from "@rxnetlink/core/promises";
import { firstValueFrom } from "rxjs";
import { afterEach, expect, it, type TestContext } from "vitest";
import { ct, meta, rule, secmark, transaction } from "#src/nftables/index.js";
import { ready, sendUdp } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { needs } from "../support/lacking.js";
import { packets } from "../support/queue.js";

const AT = { family: "inet", table: "ours" } as const;
const CHAIN = { ...AT, chain: "out" } as const;

describeWith(["nft", "iptables-nft", "conntrack", "bash"], "security marks", () => {
  let kernel: Kernel;
  afterEach(() => kernel.close());

  it("are set by rules, and reported with packets and connections", async (context: TestContext) => {
    kernel = await openKernel(
      ["ours", "theirs"]
        .map(
          (table) =>
            `nft add table inet ${table}; nft 'add chain inet ${table} out { type filter hook output priority -1; }'`,
        )
        .join("; "),
    );
    // The context of this process, if a security module says one.
    const current = kernel.run("tr -d '\\000' < /proc/self/attr/current 2> /dev/null || true");
    const ctx = current.trim().split(" ")[0]!;
    needs(context, kernel, `nft 'add secmark inet theirs s { "${ctx || "none"}" }'`, "security contexts");
    kernel.run(
      'nft add rule inet theirs out meta secmark set "s"; nft add rule inet theirs out ct secmark set meta secmark',
    );
    const changes = transaction()
      .add("object", { ...AT, name: "s", data: { secmark: { ctx } } })
      .append(rule(secmark("s")).in(CHAIN))
      .append(rule(ct.secmark.set(meta.secmark)).in(CHAIN));
    await firstValueFrom(kernel.nf.nftables.transaction$(changes));
    const listed = (table: string) => kernel.run(`nft list table inet ${table}`).replace(table, "");
    expect(listed("ours")).toBe(listed("theirs"));
    const [object] = await all(kernel.nf.nftables.object.list$(AT));
    expect(object).toMatchObject({ name: "s", type: "secmark", use: 1, data: { secmark: { ctx } } });

    kernel.run("iptables-nft -A OUTPUT -p udp --dport 99 -j NFQUEUE --queue-num 3");
    const watched = await ready((listening) => kernel.nf.nfqueue$(3, { secctx: true, listening }));
    sendUdp(kernel, 99, ["x"]);
    const [packet] = await packets(watched, 1);
    expect(packet!.message.secctx).toBe(ctx);
    packet!.accept();
    watched.unsubscribe();
    const [connection] = await all(kernel.nf.conntrack.list$());
    expect(connection!.secctx).toEqual({ name: ctx });
    expect(kernel.run("conntrack -L 2>/dev/null")).toContain(`secctx=${ctx}`);
  });
});
