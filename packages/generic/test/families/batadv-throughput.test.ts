import { Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { firstValueFrom } from "rxjs";
import { describe, expect, test } from "vitest";
import { batadv } from "#src/batadv/batadv.js";
import { BATADV_CMD_TP_METER, BATADV_CMD_TP_METER_CANCEL } from "#src/batadv/commands.js";
import { batadvFamily } from "#src/batadv/family.js";
import { batadvMessage } from "#src/batadv/layout.js";
import { commandOf } from "#src/family/genlmsghdr.js";
import { FAMILY_ID, loaded } from "../support/loaded.js";

const NLMSG_ERROR = 2;
const measuring = { meshIfindex: 3, origAddress: "02:00:00:00:00:02", tpmeterTestTime: 500 };
const COOKIE = 7;

function deliver(socket: ScriptedSocket, sequence: number, value: object) {
  const out = new Writer();
  const header = { type: FAMILY_ID, flags: 0, sequence, portId: sequence === 0 ? 0 : socket.portId };
  writeMessage(out, { ...header, layout: batadvMessage as never, value });
  const bytes = out.take();
  bytes[16] = commandOf(BATADV_CMD_TP_METER);
  socket.deliver(datagram(bytes, sequence === 0 ? { group: 1 } : {}));
}

function acknowledge(socket: ScriptedSocket, request: Uint8Array, sequence: number) {
  const bytes = new Uint8Array(36);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 36, true);
  view.setUint16(4, NLMSG_ERROR, true);
  view.setUint32(8, sequence, true);
  view.setUint32(12, socket.portId, true);
  bytes.set(request.subarray(0, 16), 20);
  socket.deliver(datagram(bytes));
}

/** A node, whose measurements end as `results` says, each before the reply that names them. */
function node(results: readonly object[]) {
  const commands: number[] = [];
  const transport = scriptedTransport((request, socket) => {
    const sequence = new DataView(request.buffer, request.byteOffset).getUint32(8, true);
    commands.push(request[16]!);
    if (request[16] !== commandOf(BATADV_CMD_TP_METER)) return acknowledge(socket, request, sequence);
    const [listener] = [...transport.sockets].filter(({ options }) => options.groups?.length);
    for (const result of results) deliver(listener!, 0, result);
    deliver(socket, sequence, { tpmeterCookie: COOKIE });
  });
  return { ...batadv({ transport: loaded(transport, batadvFamily) }), commands };
}

describe("a measurement of throughput", () => {
  test("may end before its number is known, and others end beside it", async () => {
    const own = { tpmeterCookie: COOKIE, tpmeterResult: "alreadyOngoing" };
    const { throughput$, commands } = node([{ tpmeterCookie: 6, tpmeterResult: "complete" }, own]);
    expect(await firstValueFrom(throughput$(measuring))).toEqual(own);
    expect(commands).toEqual([commandOf(BATADV_CMD_TP_METER)]);
  });

  test("is stopped by unsubscribing", async () => {
    const { throughput$, commands } = node([]);
    const subscription = throughput$(measuring).subscribe();
    const sent = (count: number) =>
      expect.poll(() => commands.length, { interval: 1, timeout: 10_000 }).toBe(count);
    await sent(1);
    subscription.unsubscribe();
    await sent(2);
    expect(commands[1]).toBe(commandOf(BATADV_CMD_TP_METER_CANCEL));
  });
});
