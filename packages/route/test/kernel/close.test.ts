import { ClosedError, type Transport } from "@rxnetlink/core";
import { fakeKernel } from "@rxnetlink/fake-route";
import { directTransport, kernelTransport } from "@rxnetlink/transport";
import { finalize, firstValueFrom, type Observable } from "rxjs";
import { describe, expect, it } from "vitest";
import { rtnetlink } from "#src/rtnetlink.js";
import { REQUESTS, STREAMS } from "../support/streams.js";

const TRANSPORTS: Readonly<Record<string, () => Transport>> = {
  kernelTransport,
  directTransport,
  fakeKernel: () => fakeKernel().transport,
};

/** Moments at which a stream is closed. */
const MOMENTS = {
  "in the turn in which it was subscribed": () => Promise.resolve(),
  "while it reads what there is": () => new Promise(setImmediate),
  // The reply arrives after those to all earlier requests.
  "when it is at rest": async (transport: Transport) => {
    const { link } = rtnetlink({ transport });
    for (let turn = 0; turn < 3; turn++) await firstValueFrom(link.get$({ index: 1 }));
  },
} as const;

describe.each(Object.entries(TRANSPORTS))("over %s", (_, make) => {
  describe.each(["connection", "transport"] as const)("closing the %s", (what) => {
    it.each(Object.entries(MOMENTS))("completes all streams, %s", async (_, moment) => {
      const transport = make();
      const nl = rtnetlink({ transport });
      const ends = Object.entries(STREAMS).map(([name, stream]) => {
        let how = "unsubscribed";
        return new Promise<[string, string]>((resolve) => {
          const settled = finalize(() => resolve([name, how]));
          stream(nl)
            .pipe(settled)
            .subscribe({ error: (error) => (how = `${error}`), complete: () => (how = "completed") });
        });
      });
      await moment(transport);
      if (what === "connection") nl.connection.close();
      else await transport.close();
      const all = Object.fromEntries(Object.keys(STREAMS).map((name) => [name, "completed"]));
      expect(Object.fromEntries(await Promise.all(ends))).toEqual(all);
      await transport.close();
    });

    it("fails pending requests", async () => {
      const transport = make();
      const nl = rtnetlink({ transport });
      const { list$, get$, batch$ } = REQUESTS;
      const asked = [list$!, get$!, batch$!].map((request) => firstValueFrom(request(nl)));
      const outcomes = Promise.allSettled(asked);
      if (what === "connection") nl.connection.close();
      else await transport.close();
      for (const outcome of await outcomes)
        expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(ClosedError) });
      await transport.close();
    });
  });
});

it("closing a kernel transport completes its statistics", async () => {
  const transport = kernelTransport();
  const streams: Observable<unknown>[] = [
    transport.overruns$(),
    transport.statistics$(),
    transport.namespaces$(),
  ];
  const ends = streams.map(
    (stream$) =>
      new Promise((resolve, error) => stream$.subscribe({ error, complete: () => resolve("completed") })),
  );
  await firstValueFrom(transport.statistics$());
  await transport.close();
  expect(await Promise.all(ends)).toEqual(streams.map(() => "completed"));
});
