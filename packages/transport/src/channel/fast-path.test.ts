import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Control } from "#src/channel/control.js";
import { FAST_PATH_BYTES, FastPathClient, FastPathServer } from "#src/channel/fast-path.js";
import type { SlabReport } from "#src/channel/protocol.js";
import { RECORD_HEADER } from "#src/channel/slab.js";
import { Spinning } from "#src/channel/spinning.js";
import { SlabSender } from "#src/pump/slab-sender.js";
import { payload } from "../../test/support/payload.js";

const received = (size: number) => payload(new Uint8Array(size));
const request = (size = 16) => ({ socket: 1, ticket: 1, portId: 0, bytes: new Uint8Array(size) });

describe("the fast path", () => {
  let channel: MessageChannel;
  let control: Control;
  let slabs: SlabSender;
  let server: FastPathServer;
  let spins: boolean;
  let spinning: Spinning;
  let finished: ReturnType<FastPathServer["finish"]>;
  /** Bytes of the last reply. */
  let replied: number;

  /** A pump that replies to each request with a datagram of 100 bytes. */
  function pump(): void {
    server.serve(() => slabs.datagram(1, received(100)));
    finished = server.finish(slabs.pending);
    if (finished === "none") slabs.flush();
    else slabs.clear();
  }

  function newClient(wake = pump): FastPathClient {
    const receive = (slab: Uint8Array) => {
      replied = slab.length;
    };
    spinning = new Spinning(control, spins);
    const client = new FastPathClient({ control, spinning, hasTime: () => true, wake, receive });
    server = new FastPathServer(client.memory, control);
    return client;
  }

  const portSizes = () => {
    const report = receiveMessageOnPort(channel.port2)?.message as SlabReport | undefined;
    return report?.used;
  };

  beforeEach(() => {
    channel = new MessageChannel();
    control = new Control();
    slabs = new SlabSender(channel.port1, control, 2);
    spins = true;
    replied = 0;
  });
  afterEach(() => channel.port1.close());

  it("carries a reply, but not before the main thread has read earlier slabs", () => {
    const client = newClient();
    expect(client.trySend(request())).toBe(true);
    expect(replied).toBe(RECORD_HEADER + 100);
    expect(portSizes()).toBeUndefined();

    replied = 0;
    slabs.datagram(1, received(12));
    slabs.flush();
    expect(client.trySend(request())).toBe(true);
    expect(replied).toBe(0);
    expect([portSizes(), portSizes()]).toEqual([RECORD_HEADER + 12, RECORD_HEADER + 100]);

    control.slabRead();
    control.slabRead();
    expect(client.trySend(request())).toBe(true);
    expect(replied).toBe(RECORD_HEADER + 100);
  });

  it("gives way to commands on the port, and to a request that has no reply yet", () => {
    const client = newClient(() => {});
    control.commandsPosted();
    expect(client.trySend(request())).toBe(false);
    expect(server.pending).toBe(true);
    control.commandsExecuted();
    expect(server.pending).toBe(false);
    control.asleep = true;
    expect([client.trySend(request()), client.trySend(request())]).toEqual([true, false]);
    expect(server.pending).toBe(true);
  });

  it("takes no request that is too large", () => {
    expect(newClient().trySend(request(FAST_PATH_BYTES + 1))).toBe(false);
  });

  it("announces the reply if the main thread does not wait for it", () => {
    spins = false;
    const client = newClient();
    expect(client.trySend(request())).toBe(true);
    expect([finished, replied, portSizes()]).toEqual(["announced", 0, undefined]);
    expect(client.trySend(request())).toBe(false);
    client.takeReply();
    expect(replied).toBe(RECORD_HEADER + 100);
    expect(client.trySend(request())).toBe(true);
  });

  it("announces the reply of a pump that is too slow", () => {
    let late = 0;
    const client = newClient(() => {
      late++;
    });
    expect([client.trySend(request()), replied]).toEqual([true, 0]);
    pump();
    expect(finished).toBe("announced");
    client.takeReply();
    expect([replied, late]).toEqual([RECORD_HEADER + 100, 1]);
  });
});
