import { describe, expect, it } from "vitest";
import { runProgram } from "../support/child.js";
import { largeSender } from "../support/large.js";
import { OWN_RUN, whyNoRun } from "../support/own-run.js";

const sender = largeSender();
sender?.close();
const why = sender === undefined ? "a send buffer for large datagrams needs CAP_NET_ADMIN" : whyNoRun();
if (why !== undefined) console.log(`skipped: datagrams of peers: ${why}`);

const module = (name: string) => JSON.stringify(import.meta.resolve(name));
const PRELUDE = `
  import { Connection } from ${module("@rxnetlink/core")};
  import { filter, firstValueFrom, map } from ${module("rxjs")};
  import { largeSender } from ${module("../support/large.js")};
  import { changeLink, getLink, linkObject } from ${module("../support/rtnetlink.js")};
  const transport = kernelTransport();
  const connection = new Connection(transport, { protocol: 0 });
  const NETLINK_ROUTE = 0, RTNLGRP_LINK = 1;
`;

describe.skipIf(why !== undefined)("a multicast of another process", () => {
  it("ends no stream, whatever its size, and is counted as stray", async () => {
    const [seen] = await runProgram<unknown>(
      `${PRELUDE}
      const sender = largeSender(NETLINK_ROUTE);
      const seen = [];
      await new Promise((resolve) => connection.notifications$([linkObject], { listening: resolve }).subscribe({
        next: ({ type, value }) => seen.push([type, value?.mtu]), error: ({ message }) => seen.push(message) }));
      await getLink(connection);
      const before = connection.statistics.strays;
      // The pump may read them at once or one by one.
      for (const size of [20, 100_000, 200_000, 500_000, 100_000, 20]) sender.multicast(RTNLGRP_LINK, size);
      await changeLink(connection, { index: 1, mtu: 1111 });
      while (!seen.some(([, mtu]) => mtu === 1111)) await new Promise(setImmediate);
      report({ seen, strays: connection.statistics.strays - before });
      await transport.close();`,
      { within: OWN_RUN },
    );
    expect(seen).toEqual({ seen: [["new", 1111]], strays: 6 });
  });
});
