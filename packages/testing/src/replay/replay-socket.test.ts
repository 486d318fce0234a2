import { ClosedError, type Socket, SystemError } from "@rxnetlink/core";
import { datagram } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import { NotRecordedError } from "#src/replay/not-recorded-error.js";
import { replay } from "#src/replay/replay.js";
import { quiet, recorded, watch } from "../../test/support/items.js";
import { failure } from "../../test/support/record.js";

describe("a socket of a replay", () => {
  /** Opens a socket and collects its arrivals. */
  async function opened(bytes: Uint8Array, groups?: number[]) {
    const transport = replay(bytes);
    const sockets = watch(transport.socket$({ protocol: 7, ...(groups && { groups }) }));
    while (sockets.values.length === 0) await quiet();
    const socket = sockets.values[0] as Socket;
    return { socket, arrivals: watch(socket.arrivals$), sockets, transport };
  }

  /** Records a socket with some groups, which receives datagrams of some groups. */
  async function recordGroups(groups: number[], from: number[]): Promise<Uint8Array> {
    const { transport, kernel, bytes } = recorded();
    const sockets = watch(transport.socket$({ protocol: 7, groups }));
    await quiet();
    watch((sockets.values[0] as Socket).arrivals$);
    for (const group of from)
      [...kernel.transport.sockets][0]!.deliver(datagram(Uint8Array.of(group), { group }));
    sockets.unsubscribe();
    return bytes();
  }

  const groupsOf = (values: readonly object[]) => values.map((value) => (value as { group?: number }).group);

  test("receives its groups out of those of one recorded socket", async () => {
    const bytes = await recordGroups([3, 4, 5], [3, 4, 5, 3]);
    const { arrivals, sockets } = await opened(bytes, [3, 5]);
    await sockets.ended;
    expect(groupsOf(arrivals.values)).toEqual([3, 5, 3]);
  });

  test("receives raw datagrams, and the credentials of their sender", async () => {
    const { transport, kernel, bytes } = recorded();
    const recording = watch(transport.socket$({ protocol: 7, groups: [3], passCredentials: true }));
    await quiet();
    watch((recording.values[0] as Socket).arrivals$);
    const credentials = { pid: 4711, uid: 0, gid: 0 };
    const raw = new TextEncoder().encode("add@/devices/virtual/net/v0");
    [...kernel.transport.sockets][0]!.deliver(datagram(raw, { group: 3, portId: 8, credentials }));
    recording.unsubscribe();
    const { arrivals, sockets } = await opened(bytes(), [3]);
    await sockets.ended;
    expect(arrivals.values).toMatchObject([{ portId: 8, group: 3, end: raw.length, credentials }]);
  });

  test("receives a group from joining to leaving it", async () => {
    const bytes = await recordGroups([3, 4], [3, 4, 3]);
    const { socket, arrivals, sockets } = await opened(bytes);
    socket.join(4);
    await sockets.ended;
    expect(groupsOf(arrivals.values)).toEqual([4]);
    const other = await opened(bytes, [3]);
    other.socket.leave(3);
    await other.sockets.ended;
    expect(other.arrivals.values).toEqual([]);
  });

  test("fails to join a group that no socket listened to", async () => {
    const { socket, arrivals } = await opened(await recordGroups([3], []));
    const ticket = socket.join(9);
    while (arrivals.values.length === 0) await quiet();
    expect(arrivals.values).toEqual([{ type: "callFailed", ticket, error: expect.any(NotRecordedError) }]);
    expect(arrivals.values[0]).toMatchObject({ error: { recorded: ["the groups 3"] } });
  });

  test("fails to join a group as recorded", async () => {
    const { transport, kernel, bytes } = recorded();
    const sockets = watch(transport.socket$({ protocol: 7 }));
    await quiet();
    const then = sockets.values[0] as Socket;
    watch(then.arrivals$);
    const error = new SystemError("setsockopt", 1, "be root");
    [...kernel.transport.sockets][0]!.deliver({ type: "callFailed", ticket: then.join(3), error });
    const { socket, arrivals } = await opened(bytes());
    const ticket = socket.join(3);
    while (arrivals.values.length === 0) await quiet();
    expect(arrivals.values).toEqual([{ type: "callFailed", ticket, error }]);
  });

  test("holds back arrivals and its end while paused", async () => {
    const { socket, arrivals, sockets } = await opened(await recordGroups([3], [3, 3]), [3]);
    socket.pause(true);
    for (let i = 0; i < 10; i++) await quiet();
    expect(arrivals.values).toEqual([]);
    socket.pause(false);
    await sockets.ended;
    expect(groupsOf(arrivals.values)).toEqual([3, 3]);
  });

  test("ends when the transport is closed, and so do later ones", async () => {
    const { sockets, transport } = await opened(await recordGroups([3], [3]));
    await transport.close();
    expect(await sockets.ended).not.toHaveProperty("error");
    expect(await failure(transport.socket$({ protocol: 7 }))).toBeInstanceOf(ClosedError);
  });
});
