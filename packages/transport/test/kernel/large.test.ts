import type { Arrival, Socket } from "@rxnetlink/core";
import { firstValueFrom, ReplaySubject, take, toArray } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SLAB_BYTES } from "#src/channel/slab.js";
import { type KernelTransport, kernelTransport } from "#src/kernel-transport.js";
import { datagram, largeSender, NETLINK_USERSOCK, TOO_LARGE } from "../support/large.js";

const sender = largeSender();

interface Receiving {
  readonly socket: Socket;
  /** Resolves to the sizes of the first datagrams, `NaN` for wrong content; other arrivals are unchanged. */
  sizes(count: number): Promise<(number | Arrival)[]>;
  close(): void;
}

/** Returns the size of a datagram with the content of {@link datagram}. */
function sizeOf(arrival: Arrival): number | Arrival {
  if (arrival.type !== "datagram") return arrival;
  const { view, start, end } = arrival;
  const bytes = Buffer.from(view.buffer, view.byteOffset + start, end - start);
  return bytes.equals(datagram(bytes.length)) ? bytes.length : Number.NaN;
}

function receiving(transport: KernelTransport): Promise<Receiving> {
  return new Promise((resolve, reject) => {
    const sizes$ = new ReplaySubject<number | Arrival>();
    const subscription = transport.socket$({ protocol: NETLINK_USERSOCK }).subscribe({
      next(socket) {
        socket.arrivals$.subscribe({
          next: (arrival) => sizes$.next(sizeOf(arrival)),
          error: (error) => sizes$.error(error),
        });
        resolve({
          socket,
          sizes: (count) =>
            new Promise((arrived, failed) =>
              sizes$.pipe(take(count), toArray()).subscribe({ next: arrived, error: failed }),
            ),
          close: () => subscription.unsubscribe(),
        });
      },
      error: reject,
    });
  });
}

describe.skipIf(sender === undefined)("a large datagram", () => {
  let transport: KernelTransport;
  beforeAll(() => {
    transport = kernelTransport();
  });
  afterAll(async () => {
    await transport?.close();
    sender?.close();
  });

  const send = ({ socket }: Receiving, size: number) => sender!.send(socket.portId, size);
  it("is complete, also above the size of a slab, whatever comes before and after", async () => {
    const one = await receiving(transport);
    const sizes = [16, SLAB_BYTES - 24, 16, SLAB_BYTES, 16, 1_000_000, 4_000_000, 16];
    for (const [place, size] of sizes.entries()) {
      send(one, size);
      expect(await one.sizes(place + 1)).toEqual(sizes.slice(0, place + 1));
    }
    one.close();
  });

  it("is reported as truncated, and ends nothing, if it is too large to be received", async () => {
    const one = await receiving(transport);
    for (const size of [TOO_LARGE, 20]) send(one, size);
    expect(await one.sizes(2)).toEqual([
      { type: "truncated", portId: sender!.portId, group: 0, size: TOO_LARGE },
      20,
    ]);
    one.close();
  });

  it("is reported as truncated if other large ones are queued after it", async () => {
    const one = await receiving(transport);
    one.socket.pause(true);
    await firstValueFrom(transport.statistics$());
    for (const size of [100_000, 200_000, 16]) send(one, size);
    one.socket.pause(false);
    const cut = { type: "truncated", portId: sender!.portId, group: 0, size: 100_000 };
    expect(await one.sizes(3)).toEqual([cut, 200_000, 16]);
    one.close();
  });
});
