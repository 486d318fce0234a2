import { KernelError } from "@rxnetlink/core";
import { eachMessage, NLM_F_ACK, NLMSG_ERROR, nlmsgerr, Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { describe, expect, it } from "vitest";
import { netfilter } from "#src/netfilter.js";
import type { NfqueueEvent } from "#src/queue/events.js";
import { queuedPacketMessage, queueVerdictMessage } from "#src/queue/layout.js";
import { NFQNL_MSG_CONFIG, NFQNL_MSG_PACKET, NFQNL_MSG_VERDICT_BATCH } from "#src/queue/messages.js";
import type { NfqueueOptions } from "#src/queue/options.js";

const [EPERM, ENOENT, EINVAL] = [1, 2, 22];
const quiet = () => new Promise((resolve) => setImmediate(resolve));

/** A verdict as the kernel receives it. */
interface Judged {
  readonly batch: boolean;
  readonly id: number;
  readonly verdict: number;
  readonly mark?: number;
}

/** A kernel that acknowledges the binding, and answers a verdict with an errno, if there is one. */
async function bound(
  options: NfqueueOptions = {},
  errnoOf: (judged: Judged) => number | undefined = () => undefined,
) {
  const judged: Judged[] = [];
  const answer = (socket: ScriptedSocket, sequence: number, errno: number) => {
    const request = { length: 16, type: 0, flags: 0, sequence, portId: 0 };
    const out = new Writer();
    writeMessage(out, {
      ...{ type: NLMSG_ERROR, flags: 0, sequence, portId: socket.portId },
      ...{ layout: nlmsgerr, value: { error: -errno, request } },
    });
    socket.deliver(datagram(out.take()));
  };
  const transport = scriptedTransport((bytes, socket) => {
    const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    eachMessage(whole, 0, bytes.length, ({ type, flags, sequence }, view, at, end) => {
      if (type === NFQNL_MSG_CONFIG) return answer(socket, sequence, 0);
      const { verdictHdr, mark } = queueVerdictMessage.read(view, at, end);
      const one = { batch: type === NFQNL_MSG_VERDICT_BATCH, ...verdictHdr!, ...(mark && { mark }) };
      judged.push(one);
      const errno = errnoOf(one);
      if (errno !== undefined || flags & NLM_F_ACK) answer(socket, sequence, errno ?? 0);
    });
  });
  const events: NfqueueEvent[] = [];
  const errors: unknown[] = [];
  const subscription = netfilter({ transport })
    .nfqueue$(3, options)
    .subscribe({ next: (event) => events.push(event), error: (error: unknown) => errors.push(error) });
  await quiet();
  const [socket] = transport.sockets as Set<ScriptedSocket>;
  /** Sends a packet, or one whose attributes are cut off. */
  const packet = (packetId: number, whole = true) => {
    const out = new Writer();
    const value = { resId: 3, packetHdr: { packetId, hwProtocol: "ip", hook: "input" } } as const;
    writeMessage(out, {
      ...{ type: NFQNL_MSG_PACKET, flags: 0, sequence: 0, portId: 0 },
      ...{ layout: queuedPacketMessage, value },
    });
    const bytes = out.take();
    if (!whole) new DataView(bytes.buffer).setUint16(20, 99, true);
    socket!.deliver(datagram(bytes));
  };
  const packets = () => events.flatMap((event) => (event.type === "packet" ? [event] : []));
  return { judged, events, errors, packet, packets, unsubscribe: () => subscription.unsubscribe() };
}

describe("nfqueue$", () => {
  it("sends the verdicts of a turn in their order", async () => {
    const { judged, packet, packets } = await bound();
    for (const id of [1, 2, 3, 4]) packet(id);
    const [one, two, three, four] = packets();
    one!.queue(4, { bypass: true });
    two!.repeat({ mark: 7 });
    four!.drop();
    three!.acceptUpTo({ mark: 8 });
    await quiet();
    expect(judged).toEqual([
      { batch: false, id: 1, verdict: 0x0004_8003 },
      { batch: false, id: 2, verdict: 4, mark: 7 },
      { batch: false, id: 4, verdict: 0 },
      { batch: true, id: 3, verdict: 1, mark: 8 },
    ]);
  });

  it("accepts with one message what is accepted in a turn and does not change", async () => {
    const { judged, packet, packets } = await bound();
    for (const id of [1, 2, 3, 4]) packet(id);
    const [one, two, three, four] = packets();
    one!.accept();
    two!.judge({ type: "accept" });
    four!.accept();
    await quiet();
    three!.accept();
    await quiet();
    expect(judged).toEqual([
      { batch: true, id: 2, verdict: 1 },
      { batch: false, id: 4, verdict: 1 },
      { batch: false, id: 3, verdict: 1 },
    ]);
  });

  it("does not until the kernel has executed the verdicts that are something else", async () => {
    const { judged, packet, packets } = await bound();
    for (let id = 1; id <= 70; id++) packet(id);
    const [dropped, ...others] = packets();
    dropped!.drop();
    for (const other of others.slice(0, 64)) other.accept();
    await quiet();
    expect(judged.map(({ batch }) => batch)).toEqual(new Array(65).fill(false));
    for (const other of others.slice(64)) other.accept();
    await quiet();
    expect(judged.slice(65)).toEqual([{ batch: true, id: 70, verdict: 1 }]);
  });

  it("never does again after a packet that could not be read, which may still wait", async () => {
    const { judged, packet, packets } = await bound();
    packet(1, false);
    for (const id of [2, 3]) packet(id);
    for (const one of packets()) one.accept();
    await quiet();
    expect(judged.map(({ batch }) => batch)).toEqual([false, false, false]);
  });

  it("gives each packet the default verdict if the kernel refuses that of all", async () => {
    const { judged, events, packet, packets } = await bound({ default: "drop" }, ({ batch }) =>
      batch ? EPERM : undefined,
    );
    for (const id of [1, 2]) packet(id);
    const [one, two] = packets();
    one!.accept();
    two!.accept();
    await quiet();
    expect(events.slice(2)).toMatchObject([
      { type: "refused", packet: one, error: { code: "EPERM" } },
      { type: "refused", packet: two },
    ]);
    expect(judged.slice(1)).toEqual([
      { batch: false, id: 1, verdict: 0 },
      { batch: false, id: 2, verdict: 0 },
    ]);
  });

  it("asks at times if the kernel has accepted what it was given", async () => {
    const { judged, packet, packets, events } = await bound();
    for (let id = 1; id <= 300; id++) packet(id);
    for (const one of packets()) one.accept();
    await quiet();
    expect(judged).toEqual([{ batch: true, id: 300, verdict: 1 }]);
    expect(events).toHaveLength(300);
  });

  it("says how many packets did not arrive", async () => {
    const { events, packet } = await bound();
    for (const id of [1, 2, 5, 0xffff_ffff, 0, 1]) packet(id);
    const seen = events.map((event) => (event.type === "packet" ? event.id : event));
    expect(seen).toEqual([
      ...[1, 2, { type: "lost", packets: 2 }, 5, { type: "lost", packets: 0xffff_fff9 }],
      ...[0xffff_ffff, 0, 1],
    ]);
  });

  it("takes it for no error that a packet is gone", async () => {
    const { events, packet, packets, errors } = await bound({}, () => ENOENT);
    packet(1);
    packets()[0]!.accept();
    await quiet();
    expect([events.length, errors]).toEqual([1, []]);
  });

  it("gives the default verdict to a packet whose own one the kernel refuses, and says so", async () => {
    const refuses = ({ mark }: Judged) => (mark === 7 ? EINVAL : undefined);
    const { events, judged, packet, packets } = await bound({ default: "drop" }, refuses);
    packet(1);
    const [one] = packets();
    one!.accept({ mark: 7 });
    await quiet();
    expect(events[1]).toMatchObject({ type: "refused", error: { code: "EINVAL" } });
    expect(events[1]).toMatchObject({ packet: one });
    expect(judged[1]).toEqual({ batch: false, id: 1, verdict: 0 });
  });

  it("gives it to a packet that cannot be read", async () => {
    const { events, judged, packet } = await bound();
    packet(1, false);
    await quiet();
    expect(events).toMatchObject([{ type: "malformed" }]);
    expect(judged).toEqual([{ batch: false, id: 1, verdict: 1 }]);
  });

  it("gives it to all that waits at the end, after the verdicts of that turn", async () => {
    const { judged, packet, packets, unsubscribe } = await bound({ default: "drop" });
    packet(1);
    packet(2);
    packets()[0]!.accept();
    unsubscribe();
    packets()[1]!.accept();
    await quiet();
    expect(judged).toEqual([
      { batch: false, id: 1, verdict: 1 },
      { batch: true, id: 0x4000_0001, verdict: 0 },
    ]);
    expect(packets()[1]!.verdict).toBe("drop");
  });
});

describe("binding without CAP_NET_ADMIN", () => {
  it("errors with the hint that it is missing", async () => {
    const transport = scriptedTransport((bytes, socket) => {
      const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      eachMessage(whole, 0, bytes.length, ({ sequence }) => {
        const request = { length: 16, type: 0, flags: 0, sequence, portId: 0 };
        const out = new Writer();
        writeMessage(out, {
          ...{ type: NLMSG_ERROR, flags: 0, sequence, portId: socket.portId },
          ...{ layout: nlmsgerr, value: { error: -EPERM, request } },
        });
        socket.deliver(datagram(out.take()));
      });
    });
    const nf = netfilter({ transport });
    const errors: unknown[] = [];
    nf.nfqueue$(3).subscribe({ error: (error: unknown) => errors.push(error) });
    nf.nflog$(5).subscribe({ error: (error: unknown) => errors.push(error) });
    await quiet();
    await quiet();
    expect(errors).toEqual([expect.any(KernelError), expect.any(KernelError)]);
    for (const error of errors)
      expect(error).toMatchObject({ code: "EPERM", hint: expect.stringContaining("CAP_NET_ADMIN") });
  });

  it.each([
    [-1, {}],
    [3, { timeout: -1 }],
    [3, { default: "maybe" }],
    [3, { maxLen: 4 }],
  ])("does not throw for queue %j and %j, but errors", async (queue, options) => {
    const { nfqueue$ } = netfilter({ transport: scriptedTransport(() => {}) });
    const errors: unknown[] = [];
    nfqueue$(queue, options as never).subscribe({ error: (error: unknown) => errors.push(error) });
    expect(errors).toMatchObject([{ name: "ArgumentError" }]);
  });
});
