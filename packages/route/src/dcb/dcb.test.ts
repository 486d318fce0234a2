// No kernel under test has a link with data centre bridging: a scripted driver replies, in the bytes of dcbnl.c.
import { eachMessage, type Infer, type nlmsghdr, Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom } from "rxjs";
import { describe, expect, it } from "vitest";
import { dcbObject } from "#src/dcb/dcb.js";
import { type Dcb, dcbMessage, dcbResultMessage } from "#src/dcb/layout.js";
import { rtnetlink } from "#src/rtnetlink.js";

const eight = <T>(value: T): T[] => Array.from({ length: 8 }, () => value);

/** Creates a driver that always sends the same reply, and records its last request. */
function driver<T>(type: number, layout: { write(out: Writer, value: T): void }, value: T) {
  const seen: { header?: Infer<typeof nlmsghdr>; value?: Dcb } = {};
  const transport = scriptedTransport((bytes, socket) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    eachMessage(view, 0, bytes.length, (header, _, at, end) => {
      Object.assign(seen, { header, value: dcbMessage.read(view, at, end) });
      const out = new Writer();
      const { sequence } = header;
      writeMessage(out, { type, flags: 0, sequence, portId: socket.portId, layout: layout as never, value });
      socket.deliver(datagram(out.take()));
    });
  });
  return { seen, dcb: rtnetlink({ transport }).dcb };
}

const replying = (reply: object) =>
  driver(79, dcbResultMessage, { family: "unspec", cmd: "ieeeSet", ...reply } as never);

describe("data centre bridging", () => {
  it("is requested by command and link name", async () => {
    const ieee = { ieeeMaxrate: { tcMaxrate: eight(1_000_000n) } };
    const reply = { family: "unspec", cmd: "ieeeGet", ifname: "eth0", ieee } as const;
    const { seen, dcb } = driver(78, dcbMessage, reply);
    expect(await lastValueFrom(dcb.get$({ cmd: "ieeeGet", ifname: "eth0" }))).toEqual(reply);
    expect(seen).toMatchObject({ header: { type: 78 }, value: { cmd: "ieeeGet", ifname: "eth0" } });
  });

  it("is set, and the driver's reply is emitted", async () => {
    const { seen, dcb } = replying({ ieee: 0 });
    const given = { cmd: "ieeeSet", ifname: "eth0", ieee: { dcbRewrTable: {} } } as const;
    expect(await lastValueFrom(dcb.set$(given))).toEqual({ family: "unspec", cmd: "ieeeSet", ieee: 0 });
    expect(seen).toMatchObject({ header: { type: 79 }, value: given });
  });

  it("errors with the driver's errno when the driver refuses", async () => {
    const { dcb } = replying({ ieee: 256 - 22 });
    await expect(lastValueFrom(dcb.set$({ cmd: "ieeeSet", ifname: "eth0" }))).rejects.toMatchObject({
      code: "EINVAL",
      text: "the driver refused",
    });
  });

  it("is decoded as it was encoded, with every member", () => {
    const tc = { pgid: 1, upMapping: 3, strictPrio: 2, bwPct: 50 };
    const apps = [{ selector: 1, priority: 3, protocol: 0x8906 }];
    const ets = { willing: 1, etsCap: 8, cbs: 0 };
    const shares = { tcTxBw: eight(12), tcRxBw: eight(13), tcTsa: eight(2), prioTc: eight(1) };
    const recommended = { tcRecoBw: eight(3), tcRecoTsa: eight(0), recoPrioTc: eight(7) };
    const value: Dcb = {
      ...{ family: "unspec", cmd: "ceeGet", ifname: "eth0", state: 1, numTc: 8, dcbx: 5 },
      pfcCfg: { 0: 1, 7: 0, all: true },
      pgCfg: { tc_0: tc, tc_7: { all: true }, tcAll: tc, bwId_0: 40, bwId_7: 60, bwIdAll: true },
      cap: { all: true, pg: 1, dcbx: 13 },
      numtcs: { pg: 8, pfc: 4 },
      bcn: { rp_0: 1, rpAll: true, bcna_0: 1, c: 5, all: true },
      app: { idtype: 0, id: 0x8906, priority: 8 },
      featcfg: { all: true, pg: 2 },
      ieee: {
        ieeeEts: { ...ets, ...shares, ...recommended },
        ieeeAppTable: { ieeeApp: apps, dcbApp: apps },
        dcbAppTrustTable: [
          { length: 5, type: 1, selector: 5 },
          { length: 5, type: 2, selector: 255 },
          { length: 5, type: 1, selector: 1 },
        ],
      },
      cee: {
        txPg: { tc_3: tc },
        pfc: { 3: 1 },
        appTable: { app: apps },
        peerAppTable: { appInfo: { willing: 1, error: 0 }, app: apps },
      },
    };
    const out = new Writer();
    dcbMessage.write(out, value);
    const bytes = out.take();
    expect(dcbMessage.read(new DataView(bytes.buffer), 0, bytes.length)).toEqual(value);
    expect(dcbObject.groups).toEqual([23]);
  });
});
