import { scriptedTransport } from "@rxnetlink/testing";
import { firstValueFrom } from "rxjs";
import { describe, expect, test } from "vitest";
import { netfilter } from "#src/netfilter.js";
import { TransactionError, transaction } from "#src/nftables/index.js";

const table = { family: "inet", name: "t" } as const;

describe("the socket of a transaction", () => {
  test("is opened while the transaction is encoded, and closed by unsubscribing", () => {
    const transport = scriptedTransport(() => []);
    const open: number[] = [];
    const progress = { next: () => open.push(transport.sockets.size) };
    const { nftables } = netfilter({ transport });
    const committing = nftables.transaction$(transaction().add("table", table), { progress }).subscribe();
    expect(open[0]).toBe(1);
    committing.unsubscribe();
    expect(transport.sockets.size).toBe(0);
  });

  test("is closed if a step cannot be encoded", async () => {
    const transport = scriptedTransport(() => []);
    const wrong = transaction().add("table", { ...table, name: 5 } as never);
    const committing = firstValueFrom(netfilter({ transport }).nftables.transaction$(wrong));
    await expect(committing).rejects.toBeInstanceOf(TransactionError);
    expect(transport.sockets.size).toBe(0);
  });
});
