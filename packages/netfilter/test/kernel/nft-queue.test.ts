// The statement `queue`: packets reach the queues that a rule says, and nft prints what was meant.

import { firstValueFrom } from "rxjs";
import { afterEach, expect, it, type TestContext } from "vitest";
import {
  counter,
  numgen,
  queue,
  type RuleDraft,
  range,
  rule,
  transaction,
  udp,
} from "#src/nftables/index.js";
import type { NfqueueEvent } from "#src/queue/events.js";
import { eventually, ready, sendUdp, type Watched } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { needs } from "../support/lacking.js";
import { isPacket, packets, textOf } from "../support/queue.js";

const CHAIN = { family: "inet", table: "t", chain: "out" } as const;
/** Where packets go on after their verdict. */
const AFTER = { ...CHAIN, chain: "after" } as const;

describeWith(["nft", "bash"], "queue, of nft", () => {
  let kernel: Kernel;
  const opened: Watched<NfqueueEvent>[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) one.unsubscribe();
    await kernel.close();
  });

  /** Opens a namespace with the rule of ours, and one that counts what passed it. */
  async function queueing(context: TestContext, draft: RuleDraft): Promise<void> {
    kernel = await openKernel(
      "nft add table inet t; nft 'add chain inet t out { type filter hook output priority 0; }'; " +
        "nft 'add chain inet t after { type filter hook output priority 1; }'",
    );
    needs(context, kernel, "nft add rule inet t out queue num 0", "queue of nft");
    kernel.run("nft flush chain inet t out");
    const counting = rule(udp.dport.eq(99), counter());
    const changes = transaction().append(draft.in(CHAIN)).append(counting.in(AFTER));
    await firstValueFrom(kernel.nf.nftables.transaction$(changes));
  }

  async function bound(number: number): Promise<Watched<NfqueueEvent>> {
    const watched = await ready((listening) =>
      kernel.nf.nfqueue$(number, { timeout: Number.POSITIVE_INFINITY, listening }),
    );
    opened.push(watched);
    return watched;
  }

  const passed = () => Number(/counter packets (\d+)/.exec(kernel.run("nft list chain inet t after"))![1]);
  /** The first rule, as nft prints it. */
  const printed = () => /\n\t\t(udp dport 99.*)/.exec(kernel.run("nft list chain inet t out"))![1];

  it("passes packets to a program", async (context) => {
    await queueing(context, rule(udp.dport.eq(99), queue({ num: 3 })));
    expect(printed()).toBe("udp dport 99 queue to 3");
    const watched = await bound(3);
    sendUdp(kernel, 99, ["yes", "no"]);
    sendUdp(kernel, 99, ["six"], "::1");
    const [yes, no, six] = await packets(watched, 3);
    expect([yes, no, six].map((one) => textOf(one!))).toEqual(["yes", "no", "six"]);
    expect([yes!.message.family, six!.message.family]).toEqual(["ipv4", "ipv6"]);
    expect(yes!.packetHdr).toMatchObject({ hook: "output", hwProtocol: "ip" });
    no!.drop();
    yes!.accept();
    six!.accept();
    await eventually(() => passed() === 2);
  });

  it("passes by a queue without a program if told so", async (context) => {
    await queueing(context, rule(udp.dport.eq(99), queue({ num: 3, bypass: true })));
    expect(printed()).toBe("udp dport 99 queue flags bypass to 3");
    sendUdp(kernel, 99, ["past"]);
    expect(passed()).toBe(1);
  });

  it("spreads packets over several queues", async (context) => {
    await queueing(context, rule(udp.dport.eq(99), queue({ num: range(3, 4), fanout: true })));
    expect(printed()).toBe("udp dport 99 queue flags fanout to 3-4");
    const both = [await bound(3), await bound(4)];
    sendUdp(kernel, 99, ["1", "2", "3"]);
    const all = () => both.flatMap(({ values }) => values.filter(isPacket));
    await eventually(() => all().length === 3);
    for (const packet of all()) packet.accept();
    await eventually(() => passed() === 3);
  });

  it("computes the number of the queue", async (context) => {
    const computed = numgen("inc", { mod: 2, offset: 3 });
    await queueing(context, rule(udp.dport.eq(99), queue({ num: computed })));
    expect(printed()).toBe("udp dport 99 queue to numgen inc mod 2 offset 3");
    const both = [await bound(3), await bound(4)];
    sendUdp(kernel, 99, ["1", "2"]);
    const [[first], [second]] = [await packets(both[0]!, 1), await packets(both[1]!, 1)];
    expect([first, second].map((one) => textOf(one!)).sort()).toEqual(["1", "2"]);
  });
});
