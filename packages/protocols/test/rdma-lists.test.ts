// Lists of all devices, look-ups by name, and state, over a scripted kernel.

import {
  NLM_F_ACK,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  nlmsgerr,
  s32,
  struct,
  type Type,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { filter, firstValueFrom, type Observable, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import * as door from "#src/rdma/index.js";

const MULTI = 2;
const done = struct("done", { error: s32 });

interface Asked {
  readonly type: number;
  readonly flags: number;
  readonly value: door.RdmaDevice;
}

/** A kernel with some devices, each with one port. */
function kernel(names: string[]) {
  const asked: Asked[] = [];
  const transport = scriptedTransport((request, socket) => {
    const view = new DataView(request.buffer, request.byteOffset, request.length);
    const [type, flags, sequence] = [4, 6, 8].map((at) => view.getUint16(at, true)) as [
      number,
      number,
      number,
    ];
    const value = door.rdmaDeviceObject.layout.read(view, 16, request.length);
    asked.push({ type, flags, value });
    reply(socket, sequence, flags, type, value.devIndex);
  });
  function reply(socket: ScriptedSocket, sequence: number, flags: number, type: number, index?: number) {
    const out = new Writer();
    const to = { sequence, portId: socket.portId };
    const isList = (flags & NLM_F_DUMP) === NLM_F_DUMP;
    const send = (layout: Type<object>, row: object) =>
      writeMessage(out, { ...to, flags: isList ? MULTI : 0, type, layout, value: row });
    for (const [devIndex, devName] of names.entries()) {
      if (index !== undefined && index !== devIndex) continue;
      const layout =
        type === door.RDMA_NLDEV_CMD_PORT_GET ? door.rdmaPortAttributes : door.rdmaDeviceAttributes;
      send(layout as Type<object>, { devIndex, devName, portIndex: 1 });
    }
    if (isList)
      writeMessage(out, { ...to, flags: MULTI, type: NLMSG_DONE, layout: done, value: { error: 0 } });
    else if ((flags & NLM_F_ACK) !== 0) {
      out.take();
      const value = { error: 0, request: { length: 16, type, flags, ...to } };
      writeMessage(out, {
        ...to,
        flags: 0x100,
        type: NLMSG_ERROR,
        layout: nlmsgerr as unknown as Type<object>,
        value,
      });
    }
    socket.deliver(datagram(out.take()));
  }
  /** Reports an event of a device. */
  function report(devIndex: number, eventType: "registerEvent" | "unregisterEvent") {
    const out = new Writer();
    const layout = door.rdmaEventAttributes as Type<object>;
    writeMessage(out, {
      flags: 0,
      sequence: 0,
      type: door.RDMA_NLDEV_CMD_MONITOR,
      layout,
      value: { devIndex, devName: "x", eventType },
    });
    for (const socket of transport.sockets)
      if (socket.options.groups?.includes(door.RDMA_NL_GROUP_NOTIFY))
        socket.deliver(datagram(out.take(), { group: door.RDMA_NL_GROUP_NOTIFY }));
  }
  return { nl: door.rdma({ transport }), asked, report, names };
}

const all = <T>(stream$: Observable<T>) => firstValueFrom(stream$.pipe(toArray()));
const DUMP = NLM_F_REQUEST | NLM_F_DUMP;

describe("lists", () => {
  test("of ports ask for the devices, then for the ports of each", async () => {
    const { nl, asked } = kernel(["rxe0", "rxe1"]);
    expect(await all(nl.port.list$())).toEqual([
      { devIndex: 0, devName: "rxe0", portIndex: 1 },
      { devIndex: 1, devName: "rxe1", portIndex: 1 },
    ]);
    expect(asked).toEqual([
      { type: door.RDMA_NLDEV_CMD_GET, flags: DUMP, value: {} },
      { type: door.RDMA_NLDEV_CMD_PORT_GET, flags: DUMP, value: { devIndex: 0 } },
      { type: door.RDMA_NLDEV_CMD_PORT_GET, flags: DUMP, value: { devIndex: 1 } },
    ]);
  });

  test("of one device ask for it alone, once its index is known", async () => {
    const { nl, asked } = kernel(["rxe0", "rxe1"]);
    expect(await all(nl.port.list$({ devIndex: 1 }))).toHaveLength(1);
    expect(asked).toHaveLength(1);
    expect(await all(nl.port.list$({ devName: "rxe1" }))).toMatchObject([{ devIndex: 1 }]);
    expect(asked.slice(1).map(({ type }) => type)).toEqual([
      door.RDMA_NLDEV_CMD_GET,
      door.RDMA_NLDEV_CMD_PORT_GET,
    ]);
  });
});

describe("devices", () => {
  test("are got by name from the list, and by index at once", async () => {
    const { nl, asked } = kernel(["rxe0", "rxe1"]);
    expect(await all(nl.device.get$({ devName: "rxe1" }))).toMatchObject([{ devIndex: 1 }]);
    expect(await all(nl.device.get$({ devIndex: 1 }))).toMatchObject([{ devName: "rxe1" }]);
    await expect(all(nl.device.get$({ devName: "none" }))).rejects.toMatchObject({ code: "ENODEV" });
    expect(asked.map(({ flags }) => flags)).toEqual([DUMP, NLM_F_REQUEST, DUMP]);
  });

  test("are created without flags that the kernel takes for those of a dump", async () => {
    const { nl, asked } = kernel([]);
    await all(nl.device.add$({ devName: "rxe0", linkType: "rxe", ndevName: "eth0" }));
    expect(asked).toEqual([
      {
        type: door.RDMA_NLDEV_CMD_NEWLINK,
        flags: NLM_F_REQUEST | NLM_F_ACK,
        value: { devName: "rxe0", linkType: "rxe", ndevName: "eth0" },
      },
    ]);
  });

  test("are removed by name after a look-up", async () => {
    const { nl, asked } = kernel(["rxe0", "rxe1"]);
    await all(nl.device.delete$({ devName: "rxe1" }));
    expect(asked.at(-1)).toMatchObject({ type: door.RDMA_NLDEV_CMD_DELLINK, value: { devIndex: 1 } });
  });

  test("are listed again after an event", async () => {
    const { nl, report, names } = kernel(["rxe0"]);
    const state$ = nl.device.state$();
    const kept = state$.subscribe();
    expect((await firstValueFrom(state$)).size).toBe(1);
    names.push("rxe1");
    report(1, "registerEvent");
    expect((await firstValueFrom(state$.pipe(filter(({ size }) => size === 2)))).size).toBe(2);
    names.pop();
    report(1, "unregisterEvent");
    expect((await firstValueFrom(state$.pipe(filter(({ size }) => size === 1)))).size).toBe(1);
    kept.unsubscribe();
  });
});
