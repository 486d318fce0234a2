import { Connection } from "@rxnetlink/core";
import { count, firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { expect, it } from "vitest";
import { kernelTransport } from "#src/kernel-transport.js";
import { dumpLinks, getLink } from "../support/rtnetlink.js";

it("counts the arrivals of each socket", async () => {
  const transport = kernelTransport();
  const connection = new Connection(transport, { protocol: 0 });
  for (let i = 0; i < 3; i++) await getLink(connection);
  const rows = await lastValueFrom(dumpLinks(connection).pipe(count()));
  const { sockets, credits } = await firstValueFrom(transport.statistics$());
  const [requests, dump] = sockets;
  expect(sockets).toHaveLength(2);
  expect(requests).toMatchObject({
    protocol: 0,
    datagrams: 3,
    messages: 3,
    drops: 0,
    queued: 0,
    paused: false,
  });
  // The end of a dump is also a message.
  expect(dump).toMatchObject({ messages: rows + 1, drops: 0, queued: 0 });
  expect(dump!.bytes).toBeGreaterThan(dump!.messages * 16);
  expect(credits).toBeGreaterThan(0);
  connection.close();
  await transport.close();
});

it("reports overruns until the transport is closed", async () => {
  const transport = kernelTransport();
  const overruns = lastValueFrom(transport.overruns$().pipe(toArray()));
  await transport.close();
  expect(await overruns).toEqual([]);
});
