// Events of iSCSI sessions, which the test makes as the daemon does, and of Fibre Channel over Ethernet.
import { readFileSync } from "node:fs";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";
import { filter, firstValueFrom, map, mergeMap, take, toArray } from "rxjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { iscsi } from "#src/iscsi/index.js";
import { type FcEvent, scsiTransportEvents } from "#src/scsi-transport/index.js";
import { describeWith, run } from "../support/kernel.js";

const CREATE_SESSION = 11;
const DESTROY_SESSION = 12;

/** A request of the daemon (`struct iscsi_uevent`), by its type and the words of its union. */
function request(type: number, words: readonly number[]): Uint8Array {
  const handle = readFileSync("/sys/class/iscsi_transport/tcp/handle", "utf8").trim();
  const bytes = new Uint8Array(72);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint16(4, type, true);
  view.setUint16(6, 1, true);
  view.setUint32(16, type, true);
  view.setBigUint64(24, BigInt(handle), true);
  words.forEach((word, i) => {
    view.setUint32(32 + 4 * i, word, true);
  });
  return bytes;
}

describeWith({ protocol: "iscsi", modules: ["iscsi_tcp"] }, "iSCSI", () => {
  let transport: KernelTransport;
  beforeAll(() => {
    transport = kernelTransport();
  });
  afterAll(() => transport.close());

  it("reports sessions that are made and destroyed", async () => {
    const types = ["createSession", "unbindSession", "destroySession"];
    const events = firstValueFrom(
      iscsi({ transport })
        .events$()
        .pipe(
          filter(({ type }) => types.includes(type)),
          take(3),
          toArray(),
        ),
    );
    const replies = transport.socket$({ protocol: "iscsi" }).pipe(
      mergeMap((socket) => {
        socket.keepAlive(true);
        socket.send(request(CREATE_SESSION, [1, (16 << 16) | 32]));
        return socket.arrivals$.pipe(
          map((arrival) => {
            if (arrival.type !== "datagram") throw new Error(arrival.type);
            const { view, start } = arrival;
            const sid = view.getUint32(start + 56, true);
            if (view.getUint32(start + 16, true) === CREATE_SESSION)
              socket.send(request(DESTROY_SESSION, [sid]));
            return sid;
          }),
        );
      }),
    );
    const [sid] = await firstValueFrom(replies.pipe(take(2), toArray()));
    const seen = await events;
    expect(seen.map(({ type }) => type)).toEqual(types);
    expect(seen.map((event) => (event as { sid: number }).sid)).toEqual([sid, sid, sid]);
  });
});

describeWith({ protocol: "scsitransport", modules: ["fcoe"] }, "Fibre Channel", () => {
  let transport: KernelTransport;
  beforeAll(() => {
    transport = kernelTransport();
    run("ip link add fc0 type veth peer name fc1; ip link set fc0 up; ip link set fc1 up");
  });
  afterAll(() => transport.close());

  it("reports that a host was reset, as it begins", async () => {
    const { fcEvent } = scsiTransportEvents({ transport });
    const begin = () =>
      run(`echo fc0 > /sys/bus/fcoe/ctlr_create
        for it in /sys/bus/fcoe/devices/ctlr*; do echo 1 > $it/enabled; done`);
    const reset = firstValueFrom(
      fcEvent
        .notifications$({ listening: () => setImmediate(begin) })
        .pipe(filter(({ type }) => type === "new")),
    );
    const event = await reset;
    expect(event).toMatchObject({
      value: { snlh: { transport: "fc", msgtype: 0x100 }, eventCode: "lipreset", eventDatalen: 4 },
    });
    const { hostNo } = (event as { readonly value: FcEvent }).value;
    expect(run("ls /sys/class/fc_host").trim().split("\n")).toContain(`host${hostNo}`);
  });
});
