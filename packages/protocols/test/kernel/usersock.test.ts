// Programs that talk to each other: two sockets of this process, and another process in Python.

import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { until } from "@rxnetlink/testing/gates";
import type { Sandbox } from "@rxnetlink/testing/kernel";
import { openSandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, firstValueFrom, mergeMap, Subscription, take, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserArrival, UserMessage, UserSocket, UserSocketOptions } from "#src/usersock/index.js";
import { usersock } from "#src/usersock/index.js";

const why = whyNoNamespaces();
const text = (message: UserMessage) => new TextDecoder().decode(message.bytes);
const bytes = (words: string) => new TextEncoder().encode(words);
const isMessage = (arrival: UserArrival): arrival is UserMessage => arrival.type === "message";
const hasPython = spawnSync("python3", ["-c", ""]).status === 0;

/** A program that prints what it receives in group 7, and answers it. */
const ECHO = `
import socket, sys
s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 2)
s.bind((0, 1 << 6))
print("ready", flush=True)
data, (sender, groups) = s.recvfrom(100)
print(data.decode(), sender, groups, flush=True)
s.sendto(b"from python", (sender, 0))
`;

describe.skipIf(why !== undefined)(`usersock${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let sandbox: Sandbox;
  let open: Subscription;

  beforeEach(async () => {
    sandbox = await openSandbox();
    open = new Subscription();
  });
  afterEach(async () => {
    open.unsubscribe();
    await sandbox.close();
  });

  /** Opens a socket, and keeps it open; its messages are collected. */
  function opened(options: UserSocketOptions = {}): Promise<{ socket: UserSocket; arrivals: UserArrival[] }> {
    const { transport, namespace } = sandbox;
    const arrivals: UserArrival[] = [];
    return new Promise((resolve, reject) => {
      const socket$ = usersock({ transport, namespace: namespace.ref }).open$(options);
      open.add(
        socket$.subscribe({
          next(socket) {
            open.add(socket.arrivals$.subscribe((arrival) => arrivals.push(arrival)));
            resolve({ socket, arrivals });
          },
          error: reject,
        }),
      );
    });
  }

  /** Waits until a socket has received a number of things. */
  async function received(arrivals: readonly UserArrival[], count: number): Promise<readonly UserArrival[]> {
    await until(() => arrivals.length >= count);
    return arrivals;
  }

  it("sends to a port id", async () => {
    const [a, b] = [await opened(), await opened({ portId: 4242 })];
    a.socket.send(bytes("hello"), 4242);
    const [message] = await received(b.arrivals, 1);
    expect(message).toEqual({ type: "message", bytes: bytes("hello"), portId: a.socket.portId });
  });

  it("sends to the members of a group but the sender", async () => {
    const members = [await opened({ groups: [5, 32] }), await opened({ groups: [5] }), await opened()];
    const [sender, member, stranger] = members as [
      (typeof members)[0],
      (typeof members)[0],
      (typeof members)[0],
    ];
    sender.socket.publish(bytes("to all"), 5);
    sender.socket.send(bytes("to one"), stranger.socket.portId);
    const [message] = await received(member.arrivals, 1);
    expect(message).toMatchObject({ type: "message", group: 5, portId: sender.socket.portId });
    expect((await received(stranger.arrivals, 1)).filter(isMessage).map(text)).toEqual(["to one"]);
    member.socket.publish(bytes("to the last group"), 32);
    expect((await received(sender.arrivals, 1)).filter(isMessage).map(text)).toEqual(["to the last group"]);
  });

  it("reports a port id that nobody has", async () => {
    const { socket, arrivals } = await opened();
    const ticket = socket.send(bytes("lost"), 99);
    const [failure] = await received(arrivals, 1);
    expect(failure).toMatchObject({ type: "failure", ticket, error: { code: "ECONNREFUSED" } });
  });

  it("reports a group that no datagram can be sent to", async () => {
    const { socket, arrivals } = await opened();
    socket.publish(bytes("lost"), 33);
    const [failure] = await received(arrivals, 1);
    expect(failure).toMatchObject({ type: "failure", error: { path: "group" } });
  });

  it("refuses a port id that is taken", async () => {
    await opened({ portId: 7 });
    await expect(opened({ portId: 7 })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it.skipIf(!hasPython)("talks to another process", async () => {
    const { socket, arrivals } = await opened();
    const child = spawn("nsenter", [`--net=${sandbox.namespace.path}`, "python3", "-c", ECHO]);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe("ready");
    socket.publish(bytes("to python"), 7);
    const [answer] = await received(arrivals, 1);
    expect(text(answer as UserMessage)).toBe("from python");
    expect((await lines.next()).value).toBe(`to python ${socket.portId} 64`);
  });

  it("completes with its transport", async () => {
    const { transport } = sandbox;
    const arrivals$ = usersock({ transport })
      .open$()
      .pipe(
        mergeMap(({ arrivals$ }) => arrivals$),
        filter(isMessage),
        take(1),
        toArray(),
      );
    const all = firstValueFrom(arrivals$);
    await new Promise(setImmediate);
    await transport.close();
    expect(await all).toEqual([]);
  });
});
