// Events of iSCSI, assembled from the header.
import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { describe, expect, it } from "vitest";
import { type IscsiArrival, iscsi } from "#src/iscsi/index.js";

/** Returns a message about an event: its type, words of what it says, and data. */
function message(type: number, words: readonly number[], data: readonly number[] = []): Uint8Array {
  const bytes = new Uint8Array(16 + 56 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint32(16, type, true);
  view.setBigUint64(24, 0xffff_0000_1234n, true);
  words.forEach((word, i) => {
    view.setUint32(16 + 40 + 4 * i, word, true);
  });
  bytes.set(data, 72);
  return bytes;
}

/** Returns what a listener receives, and the groups that it has joined. */
async function heard(...messages: Uint8Array[]) {
  const transport = scriptedTransport(() => {});
  const arrivals: IscsiArrival[] = [];
  const listener = iscsi({ transport })
    .events$()
    .subscribe((arrival) => arrivals.push(arrival));
  await new Promise(setImmediate);
  const [socket] = [...transport.sockets];
  for (const one of messages) socket!.deliver(datagram(one, { group: 1 }));
  socket!.deliver({ type: "overrun", drops: 3 });
  listener.unsubscribe();
  expect(arrivals.pop()).toEqual({ type: "overrun", drops: 3 });
  return { arrivals, options: socket!.options };
}

const transportHandle = 0xffff_0000_1234n;

describe("events of iSCSI", () => {
  it.each([
    [106, [4, 9], { type: "createSession", sid: 4, hostNo: 9 }],
    [104, [9, 4], { type: "destroySession", sid: 4, hostNo: 9 }],
    [105, [4, 9], { type: "unbindSession", sid: 4, hostNo: 9 }],
    [102, [4, 1, 1020], { type: "connError", sid: 4, cid: 1, error: "tcpConnClose" }],
    [109, [4, 1, 3], { type: "connLoginState", sid: 4, cid: 1, state: "loggedIn" }],
    [108, [9], { type: "ifDown", hostNo: 9 }],
  ])("of type %s", async (type, words, event) => {
    const { arrivals } = await heard(message(type, words));
    expect(arrivals).toEqual([{ ...event, transportHandle }]);
  });

  it.each([
    [101, [4, 1, 5, 0], { type: "recvPdu", sid: 4, cid: 1, recvHandle: 5n }],
    [107, [9], { type: "pathReq", hostNo: 9 }],
    [110, [9, 3, 2], { type: "hostEvent", hostNo: 9, dataSize: 3, code: "linkdown" }],
    [111, [9, 4, 77, 3], { type: "pingComp", hostNo: 9, status: "timeout", pid: 77, dataSize: 3 }],
  ])("of type %s, with data", async (type, words, event) => {
    const { arrivals } = await heard(message(type, words, [1, 2, 3]));
    expect(arrivals).toEqual([{ ...event, transportHandle, data: Uint8Array.of(1, 2, 3) }]);
  });

  it("of an unknown type are kept", async () => {
    const unknown = message(150, [1]);
    const { arrivals, options } = await heard(unknown, message(103, []));
    expect(arrivals).toMatchObject([
      { type: "other", number: 150, transportHandle },
      { type: "other", number: 103 },
    ]);
    expect((arrivals[0] as { data: Uint8Array }).data).toEqual(unknown.slice(16));
    expect(options).toMatchObject({ protocol: 8, groups: [1] });
  });

  it("that are cut short are reported, and the following ones arrive", async () => {
    const short = message(106, []).slice(0, 40);
    new DataView(short.buffer).setUint32(0, 40, true);
    const { arrivals } = await heard(short, message(108, [9]));
    expect(arrivals).toMatchObject([{ type: "malformed" }, { type: "ifDown" }]);
  });
});
