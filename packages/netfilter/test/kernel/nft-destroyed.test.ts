import { filter, firstValueFrom, map, type Observable, Subject, take, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { transaction } from "#src/nftables/transaction/transaction.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const table = { family: "inet", table: "t" } as const;

describeWith(["nft"], "the removal of what need not exist", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(
      "nft 'add table inet t; add chain inet t c; add rule inet t c drop; add counter inet t n'",
    );
  });
  afterEach(() => kernel.close());

  /** The kernel names such a removal by the request: `NFT_MSG_DESTROYTABLE` in place of `NFT_MSG_DELTABLE`. */
  test.each(["table", "chain", "rule", "object"] as const)("is reported as a removal: %s", async (kind) => {
    const { nftables } = kernel.nf;
    const listening = new Subject<void>();
    const ready = firstValueFrom(listening);
    const options = { listening: () => listening.next() };
    const all$ = nftables[kind].notifications$(options) as Observable<{
      type: string;
      value?: { name?: string };
    }>;
    const removed = firstValueFrom(
      all$.pipe(
        filter(({ type }) => type === "delete"),
        take(1),
        map(({ type }) => type),
        toArray(),
      ),
    );
    await ready;
    const [rule] = await firstValueFrom(nftables.rule.list$().pipe(toArray()));
    const changes = {
      table: transaction().destroy("table", { family: "inet", name: "t" }),
      chain: transaction()
        .flush("table", { family: "inet", name: "t" })
        .destroy("chain", { ...table, name: "c" }),
      rule: transaction().destroy("rule", rule!),
      object: transaction().destroy("object", { ...table, type: "counter", name: "n" }),
    }[kind];
    await firstValueFrom(nftables.transaction$(changes));
    expect(await removed).toEqual(["delete"]);
  });
});
