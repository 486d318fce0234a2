// Two sockets of this process talk over NETLINK_USERSOCK, which needs no privilege and disturbs nobody.
import type { Credentials, Socket, SocketOptions, Transport } from "@rxnetlink/core";
import { filter, firstValueFrom, map, ReplaySubject, Subscription } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { directTransport, kernelTransport } from "#src/index.js";

const NETLINK_USERSOCK = 2;

describe.each([
  ["a pump", () => kernelTransport()],
  ["the calling thread", () => directTransport()],
])("credentials, over %s", (_, open) => {
  const transport: Transport = open();
  let subscriptions: Subscription;
  beforeEach(() => {
    subscriptions = new Subscription();
  });
  afterEach(() => subscriptions.unsubscribe());

  /** Opens a socket, and a stream of the sizes of what it receives, with the credentials. */
  async function opened(options: Partial<SocketOptions> = {}) {
    const sockets = new ReplaySubject<[Socket, ReplaySubject<[number, Credentials | undefined]>]>();
    subscriptions.add(
      transport.socket$({ protocol: NETLINK_USERSOCK, ...options }).subscribe((socket) => {
        const received = new ReplaySubject<[number, Credentials | undefined]>();
        const datagram$ = socket.arrivals$.pipe(filter((arrival) => arrival.type === "datagram"));
        datagram$
          .pipe(
            map(({ start, end, credentials }): [number, Credentials | undefined] => [
              end - start,
              credentials,
            ]),
          )
          .subscribe(received);
        sockets.next([socket, received]);
      }),
    );
    return firstValueFrom(sockets);
  }

  it("name the process that sent a datagram", async () => {
    const [receiver, received] = await opened({ passCredentials: true });
    const [sender] = await opened();
    sender.send(new Uint8Array(21), receiver.portId);
    // A transport without a thread reads after it has sent.
    receiver.send(new Uint8Array(16), sender.portId);
    const { pid } = process;
    expect(await firstValueFrom(received)).toEqual([
      21,
      { pid, uid: process.getuid!(), gid: process.getgid!() },
    ]);
  });

  it("are absent unless they are asked for", async () => {
    const [receiver, received] = await opened();
    const [sender] = await opened();
    sender.send(new Uint8Array(21), receiver.portId);
    receiver.send(new Uint8Array(16), sender.portId);
    expect(await firstValueFrom(received)).toEqual([21, undefined]);
  });
});
