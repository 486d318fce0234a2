import { NLMSG_DONE, s32, struct, Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import { commandOf } from "#src/family/genlmsghdr.js";
import {
  IPVS_CMD_GET_DEST,
  IPVS_CMD_GET_SERVICE,
  IPVS_CMD_NEW_DEST,
  IPVS_CMD_NEW_SERVICE,
} from "#src/ipvs/commands.js";
import { ipvsFamily } from "#src/ipvs/family.js";
import { ipvs } from "#src/ipvs/ipvs.js";
import { type IpvsDestinationEntry, ipvsMessage } from "#src/ipvs/layout.js";
import { FAMILY_ID, loaded } from "../support/loaded.js";

const MULTI = 2;
const done = struct("done", { error: s32 });
const web = { protocol: "tcp", addr: "192.0.2.1", port: 80 } as const;
const dest = { addr: "198.51.100.1", port: 8080 } as const;
const service = {
  ...web,
  af: "inet",
  schedName: "wlc",
  flags: { flags: 2, mask: 0xffff_ffff },
  timeout: 0,
} as const;
const server = {
  ...dest,
  fwdMethod: "tunnel",
  weight: 3,
  uThresh: 9,
  lThresh: 4,
  addrFamily: "inet",
} as const;

function answer(socket: ScriptedSocket, sequence: number, command: number, value: object, list: boolean) {
  const out = new Writer();
  const common = { flags: list ? MULTI : 0, sequence, portId: socket.portId };
  writeMessage(out, { ...common, type: FAMILY_ID, layout: ipvsMessage as never, value });
  if (list) writeMessage(out, { ...common, type: NLMSG_DONE, layout: done, value: { error: 0 } });
  const bytes = out.take();
  bytes[16] = commandOf(command);
  socket.deliver(datagram(bytes));
}

/** A kernel with one service and one destination, and what it was asked to change. */
function kernel() {
  const changes: IpvsDestinationEntry[] = [];
  const transport = scriptedTransport((request, socket) => {
    const view = new DataView(request.buffer, request.byteOffset, request.length);
    const sequence = view.getUint32(8, true);
    if (request[16] === commandOf(IPVS_CMD_GET_DEST))
      return answer(socket, sequence, IPVS_CMD_NEW_DEST, { dest: server }, true);
    if (request[16] === commandOf(IPVS_CMD_GET_SERVICE))
      return answer(socket, sequence, IPVS_CMD_NEW_SERVICE, { service }, false);
    changes.push(ipvsMessage.read(view, 16, request.length));
  });
  return { ...ipvs({ transport: loaded(transport, ipvsFamily) }), changes };
}

describe("a change", () => {
  test("of a destination names its service, and repeats what the kernel would reset", async () => {
    const { destination, changes } = kernel();
    const subscription = destination.change$({ service: web, dest: { ...dest, weight: 0 } }).subscribe();
    await expect.poll(() => changes, { interval: 1, timeout: 10_000 }).toHaveLength(1);
    expect(changes).toEqual([{ service: { ...web, af: "inet" }, dest: { ...server, weight: 0 } }]);
    subscription.unsubscribe();
  });

  test("of a service repeats what the kernel would reset", async () => {
    const { service: services, changes } = kernel();
    const subscription = services.change$({ service: { ...web, schedName: "rr" } }).subscribe();
    await expect.poll(() => changes, { interval: 1, timeout: 10_000 }).toHaveLength(1);
    expect(changes).toMatchObject([{ service: { ...web, schedName: "rr", timeout: 0 } }]);
    subscription.unsubscribe();
  });

  test("of nothing sends nothing", async () => {
    const { destination, service: services, changes } = kernel();
    const acknowledged = [
      services.change$({ service: { ...web, timeout: 0 } }),
      destination.change$({ service: web, dest: { ...dest, weight: 3 } }),
    ];
    for (const change$ of acknowledged)
      await new Promise<void>((complete, fail) => change$.subscribe({ complete, error: fail }));
    expect(changes).toEqual([]);
  });
});
