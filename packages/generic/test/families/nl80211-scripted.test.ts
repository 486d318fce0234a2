// A scripted kernel: phys in parts, and outcomes of scans and connections in any order.

import { KernelError, OutcomeUnknownError } from "@rxnetlink/core";
import {
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  nlmsgerr,
  s32,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import { nl80211Family } from "#src/nl80211/family.js";
import { wifiCommand } from "#src/nl80211/message/command.js";
import { type WifiMessage, wifiMessage } from "#src/nl80211/message/message.js";
import { type Nl80211, nl80211 } from "#src/nl80211/nl80211.js";
import { FAMILY_ID, loaded } from "../support/loaded.js";

type Command = keyof (typeof wifiCommand)["values"];

/** What the kernel does about a request, in order: an event, with its members, an errno, or an overflow. */
type Step = Command | [Command, WifiMessage] | number | "overrun";

const LINK = 3;
const found: WifiMessage = { ifindex: LINK, bss: { bssid: "02:00:00:00:00:00", frequency: 2412 } };

/** A kernel that answers requests by the steps of their command. */
class WifiKernel {
  readonly asked: Command[] = [];
  readonly values: WifiMessage[] = [];
  #sockets: ScriptedSocket[] = [];

  constructor(
    readonly steps: Partial<Record<Command, Step[]>>,
    readonly rows: Partial<Record<Command, [Command, WifiMessage][]>> = {
      getScan: [["newScanResults", found]],
    },
  ) {}

  readonly transport = scriptedTransport((bytes, socket) => {
    if (!this.#sockets.includes(socket)) this.#sockets.push(socket);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const [sequence, number] = [view.getUint32(8, true), bytes[16]!];
    const command = Object.entries(wifiCommand.values).find(([, it]) => it === number)![0] as Command;
    this.asked.push(command);
    this.values.push(wifiMessage.read(view, 16, bytes.length));
    const rows = this.rows[command];
    if (rows !== undefined) return this.#list(rows, socket, sequence);
    for (const step of this.steps[command] ?? [0]) this.#take(step, socket, sequence);
  });

  open(): Nl80211 {
    return nl80211({ transport: loaded(this.transport, nl80211Family) });
  }

  #take(step: Step, socket: ScriptedSocket, sequence: number): void {
    if (step === "overrun") return socket.deliver({ type: "overrun" });
    if (typeof step === "number") return socket.deliver(datagram(refusal(step, sequence, socket.portId)));
    const [event, value] = typeof step === "string" ? [step, {}] : step;
    socket.deliver(datagram(message(event, { ifindex: LINK, ...value })));
  }

  #list(rows: [Command, WifiMessage][], socket: ScriptedSocket, sequence: number): void {
    for (const [command, row] of rows)
      socket.deliver(datagram(message(command, row, sequence, socket.portId)));
    const out = new Writer();
    const done = { type: NLMSG_DONE, flags: NLM_F_MULTI, sequence, portId: socket.portId };
    writeMessage(out, { ...done, layout: s32, value: 0 });
    socket.deliver(datagram(out.take()));
  }
}

function message(command: Command, value: WifiMessage, sequence = 0, portId = 0): Uint8Array {
  const out = new Writer();
  const flags = sequence === 0 ? 0 : NLM_F_MULTI;
  writeMessage(out, { type: FAMILY_ID, flags, sequence, portId, layout: wifiMessage, value });
  const bytes = out.take();
  bytes[16] = wifiCommand.values[command];
  return bytes;
}

function refusal(errno: number, sequence: number, portId: number): Uint8Array {
  const out = new Writer();
  const request = { length: 20, type: 0, flags: 0, sequence, portId };
  const value = { error: -errno, request };
  writeMessage(out, { type: NLMSG_ERROR, flags: 0x100, sequence, portId, layout: nlmsgerr, value });
  return out.take();
}

const all = <T>(rows$: Observable<T>) => lastValueFrom(rows$.pipe(toArray()));
const scanning = (...steps: Step[]) => new WifiKernel({ triggerScan: steps });

describe("phys", () => {
  const part = (value: WifiMessage): [Command, WifiMessage] => ["newWiphy", value];
  const rows = [
    part({ wiphy: 0, wiphyName: "a", wiphyBands: { "2ghz": { rates: [{ rate: 10 }] } } }),
    part({ wiphy: 0, wiphyName: "a", wiphyBands: { "2ghz": { freqs: [{ freq: 2412 }] } } }),
    part({ wiphy: 0, wiphyName: "a", wiphyBands: { "2ghz": { freqs: [{ freq: 2417 }] } } }),
    part({ wiphy: 0, wiphyName: "a", wiphyBands: { "5ghz": { freqs: [{ freq: 5180 }] } } }),
    part({ wiphy: 0, wiphyName: "a" }),
    part({ wiphy: 1, wiphyName: "b", supportedIftypes: { station: true } }),
    part({ wiphy: 1, wiphyName: "b", supportedCommands: ["connect"] }),
  ];
  const whole = [
    {
      wiphy: 0,
      wiphyName: "a",
      wiphyBands: {
        "2ghz": { rates: [{ rate: 10 }], freqs: [{ freq: 2412 }, { freq: 2417 }] },
        "5ghz": { freqs: [{ freq: 5180 }] },
      },
    },
    { wiphy: 1, wiphyName: "b", supportedIftypes: { station: true }, supportedCommands: ["connect"] },
  ];

  test("are asked for in parts, which are put together", async () => {
    const kernel = new WifiKernel({}, { getWiphy: rows });
    expect(await all(kernel.open().phy.list$())).toEqual(whole);
    expect(await all(kernel.open().phy.get$({ wiphyName: "b" }))).toEqual([whole[1]]);
    expect(await all(kernel.open().phy.list$({}, { members: ["wiphyBands"] }))).toEqual([
      { wiphyBands: whole[0]!.wiphyBands },
      {},
    ]);
    expect(kernel.values).toEqual(Array(3).fill({ splitWiphyDump: true }));
  });

  test("are found by what the kernel knows", async () => {
    const kernel = new WifiKernel({}, { getWiphy: rows.slice(5) });
    expect(await all(kernel.open().phy.get$({ wiphy: 1 }))).toEqual([whole[1]]);
    expect(await all(kernel.open().phy.get$({ ifindex: LINK }))).toEqual([whole[1]]);
    expect(kernel.values).toEqual([
      { wiphy: 1, splitWiphyDump: true },
      { ifindex: LINK, splitWiphyDump: true },
    ]);
  });
});

test("stations are listed again if the list changed meanwhile", async () => {
  const station = (mac: string, generation: number): [Command, WifiMessage] => [
    "newStation",
    { ifindex: LINK, mac, generation },
  ];
  const [a, b] = ["02:00:00:00:00:0a", "02:00:00:00:00:0b"] as const;
  const lists = [
    [station(a, 1), station(b, 2)],
    [station(a, 2), station(b, 2)],
  ];
  const rows = {
    get getStation() {
      return lists.shift()!;
    },
  };
  const kernel = new WifiKernel({}, rows);
  expect(await all(kernel.open().station.list$({ ifindex: LINK }))).toEqual(
    [a, b].map((mac) => ({ ifindex: LINK, mac, generation: 2 })),
  );
  expect(kernel.asked).toEqual(["getStation", "getStation"]);
});

describe("a scan", () => {
  test.each<[string, Step[]]>([
    ["begins and ends", ["triggerScan", 0, "newScanResults"]],
    ["ends before it is acknowledged", ["triggerScan", "newScanResults", 0]],
    ["follows one of somebody else", ["newScanResults", "triggerScan", 0, "newScanResults"]],
    ["follows one of somebody else that was aborted", ["scanAborted", "triggerScan", "newScanResults", 0]],
    [
      "runs while another link scans",
      ["triggerScan", 0, ["scanAborted", { ifindex: 9 }], ["newScanResults", { ifindex: LINK }]],
    ],
  ])("emits what is there if it %s", async (_, steps) => {
    const kernel = scanning(...steps);
    expect(await all(kernel.open().scan$({ ifindex: LINK }))).toEqual([found]);
    expect(kernel.asked).toEqual(["triggerScan", "getScan"]);
  });

  test.each<[string, Step[], object]>([
    ["is refused", [16], { code: "EBUSY", hint: expect.stringContaining("another scan is running") }],
    ["is refused for a link that is down", [100], { code: "ENETDOWN" }],
    ["is aborted", ["triggerScan", 0, "scanAborted"], { code: "ECANCELED", text: "it was aborted" }],
  ])("errors if it %s", async (_, steps, error) => {
    const failed = all(
      scanning(...steps)
        .open()
        .scan$({ ifindex: LINK }),
    );
    await expect(failed).rejects.toBeInstanceOf(KernelError);
    await expect(failed).rejects.toMatchObject({ object: "wifiScan", verb: "scan", ...error });
  });

  test("errors if events are lost, which its end may be one of", async () => {
    const lost = all(scanning("triggerScan", 0, "overrun").open().scan$({ ifindex: LINK }));
    await expect(lost).rejects.toBeInstanceOf(OutcomeUnknownError);
  });

  test("is aborted if nobody waits for it", async () => {
    const kernel = scanning("triggerScan", 0);
    const scan = kernel.open().scan$({ ifindex: LINK }).subscribe();
    await expect.poll(() => kernel.asked).toEqual(["triggerScan"]);
    // The acknowledgement is read in a later turn.
    await new Promise(setImmediate);
    scan.unsubscribe();
    await expect.poll(() => kernel.asked).toEqual(["triggerScan", "abortScan"]);
    await expect.poll(() => kernel.transport.sockets.size).toBe(0);
  });

  test("is not aborted after its end", async () => {
    const kernel = scanning("triggerScan", 0, "newScanResults");
    await all(kernel.open().scan$({ ifindex: LINK }));
    await new Promise(setImmediate);
    expect(kernel.asked).not.toContain("abortScan");
  });
});

describe("a connection", () => {
  const connecting = (...connect: Step[]) => new WifiKernel({ connect });
  const request = { ifindex: LINK, ssid: "home" };

  test("emits the event that reports it", async () => {
    const mac = "02:00:00:00:00:00";
    const kernel = connecting(0, ["connect", { mac, statusCode: "success" }]);
    expect(await all(kernel.open().connect$(request))).toMatchObject([{ event: "connect", mac }]);
  });

  test.each<[string, Step[], object]>([
    [
      "it is refused",
      [0, ["connect", { statusCode: 17 }]],
      { code: "ECONNREFUSED", text: /apUnableToHandleNewSta/ },
    ],
    ["nobody answers", [0, ["connect", { timedOut: true }]], { code: "ETIMEDOUT" }],
    ["it is ended", [0, "disconnect"], { code: "ECONNABORTED" }],
    ["there is one", [114], { code: "EALREADY", hint: /disconnect it first/ }],
  ])(
    "errors if %s",
    async (_, steps, { text, hint, ...error }: { text?: RegExp; hint?: RegExp; code?: string }) => {
      const failed = all(
        connecting(...steps)
          .open()
          .connect$(request),
      );
      await expect(failed).rejects.toMatchObject({
        ...error,
        ...(text && { text: expect.stringMatching(text) }),
        ...(hint && { hint: expect.stringMatching(hint) }),
      });
    },
  );

  test("is ended if nobody waits for it", async () => {
    const kernel = connecting(0);
    const connection = kernel.open().connect$(request).subscribe();
    await expect.poll(() => kernel.asked).toEqual(["connect"]);
    await new Promise(setImmediate);
    connection.unsubscribe();
    await expect.poll(() => kernel.asked).toEqual(["connect", "disconnect"]);
  });
});
