import { KernelError } from "@rxnetlink/core";
import {
  attributes,
  message,
  NLMSG_ERROR,
  nlmsgerr,
  string,
  u32,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { datagram, type Script, scriptedTransport } from "@rxnetlink/testing";
import { defer, firstValueFrom, map, of } from "rxjs";
import { describe, expect, test } from "vitest";
import { FamilyConnection } from "#src/family/connection.js";
import { type Family, groupsOf } from "#src/family/definition.js";
import { genlmsghdr, genlType } from "#src/family/genlmsghdr.js";

const groups = groupsOf("first", "second");
const family: Family = { name: "things", version: 7, groups };
const thing = message(
  "thing",
  genlmsghdr,
  attributes("things", "THING_", { name: [1, string], id: [2, u32] }),
);
const get = { type: genlType(3), layout: thing, value: { name: "one" } };

/** Header of a request, as the kernel gets it. */
function headerOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    type: view.getUint16(4, true),
    flags: view.getUint16(6, true),
    sequence: view.getUint32(8, true),
    command: bytes[16],
    version: bytes[17],
  };
}

/** A message of the kernel in answer to a request. */
function answer(type: number, sequence: number, portId: number, command: number): Uint8Array {
  const out = new Writer();
  writeMessage(out, { type, flags: 0, sequence, portId, layout: thing, value: { id: 5 } });
  const bytes = out.take();
  bytes[16] = command;
  return bytes;
}

function refusal(errno: number, sequence: number, portId: number): Uint8Array {
  const out = new Writer();
  const request = { length: 20, type: 0, flags: 0, sequence, portId };
  writeMessage(out, {
    type: NLMSG_ERROR,
    flags: 0x100,
    sequence,
    portId,
    layout: nlmsgerr,
    value: { error: -errno, request },
  });
  return out.take();
}

/** A connection to the family, whose numbers are those of `ids` in turn. */
function connected(script: Script, ids: number[] = [40], given: Partial<Family> = {}) {
  const transport = scriptedTransport(script);
  const resolve = () =>
    defer(() => of({ id: ids.shift()!, groups: { first: 70, second: 71 }, privileged: new Set([3]) }));
  const connection = new FamilyConnection(transport, { ...family, ...given }, resolve, {});
  return { connection, transport };
}

describe("a connection to a family", () => {
  test("sends its number, the command and the version, and reads the command back", async () => {
    const seen: unknown[] = [];
    const { connection } = connected((bytes, socket) => {
      const { sequence, ...header } = headerOf(bytes);
      seen.push(header);
      socket.deliver(datagram(answer(40, sequence, socket.portId, 4)));
    });
    expect(await firstValueFrom(connection.request$(get))).toEqual({ id: 5 });
    expect(seen).toEqual([{ type: 40, flags: 1, command: 3, version: 7 }]);
  });

  test("says which privilege a command needs, as the kernel's family does", async () => {
    const { connection } = connected((bytes, socket) =>
      socket.deliver(datagram(refusal(1, headerOf(bytes).sequence, socket.portId))),
    );
    const hintOf = (type: number) =>
      firstValueFrom(connection.request$({ ...get, type: genlType(type) })).catch(({ hint }) => hint);
    expect(await hintOf(3)).toContain("in the initial user namespace");
    expect(await hintOf(4)).toContain("in the network namespace");
  });

  test.each([
    ["leaves out flags that strict families refuse", {}, 0x5],
    ["sends them to a family that reads them", { readsFlags: true } as const, 0x605],
  ])("%s", async (_, given, flags) => {
    const seen: number[] = [];
    const { connection } = connected(
      (bytes, socket) => {
        const header = headerOf(bytes);
        seen.push(header.flags);
        socket.deliver(datagram(refusal(0, header.sequence, socket.portId)));
      },
      [40],
      given,
    );
    await firstValueFrom(connection.execute$({ ...get, flags: 0x600 }));
    expect(seen).toEqual([flags]);
  });

  test("joins the kernel's groups, and reads what they carry", async () => {
    const { connection, transport } = connected(() => {});
    const things = { name: "thing", layout: thing, types: { new: genlType(9) }, groups: [groups.second] };
    const notification = new Promise((resolve) =>
      connection
        .notifications$([things], {
          listening: () => {
            const [socket] = transport.sockets;
            expect(socket!.options.groups).toEqual([71]);
            socket!.deliver(datagram(answer(40, 0, 0, 9)));
          },
        })
        .subscribe(resolve),
    );
    expect(await notification).toMatchObject({ type: "new", object: "thing", value: { id: 5 } });
  });

  test("joins groups by the names that the kernel's family has", async () => {
    const { connection, transport } = connected(() => {});
    const joined = await firstValueFrom(
      connection
        .session$([], { groups: ["second", groups.first] })
        .pipe(map(() => [...transport.sockets].map(({ options }) => options.groups))),
    );
    expect(joined).toEqual([[71, 70]]);
    await expect(firstValueFrom(connection.session$([], { groups: ["third"] }))).rejects.toThrow(
      "things has no multicast group third in this kernel; it has first, second",
    );
  });

  test("asks for the number again when the family was loaded anew", async () => {
    const seen: number[] = [];
    const { connection } = connected(
      (bytes, socket) => {
        const { type, sequence } = headerOf(bytes);
        seen.push(type);
        const message =
          type === 40 ? refusal(2, sequence, socket.portId) : answer(type, sequence, socket.portId, 4);
        socket.deliver(datagram(message));
      },
      [40, 41],
    );
    expect(await firstValueFrom(connection.request$(get))).toEqual({ id: 5 });
    expect(seen).toEqual([40, 41]);
  });

  test("reports ENOENT where the number is the same", async () => {
    let asked = 0;
    const { connection } = connected(
      (bytes, socket) => {
        asked++;
        socket.deliver(datagram(refusal(2, headerOf(bytes).sequence, socket.portId)));
      },
      [40, 40],
    );
    await expect(firstValueFrom(connection.request$(get))).rejects.toBeInstanceOf(KernelError);
    expect(asked).toBe(1);
  });
});
