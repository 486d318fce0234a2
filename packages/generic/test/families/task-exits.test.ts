// Exits without a kernel: what is registered, what is told, and what is deregistered.

import { eachMessage, NLM_F_ACK, NLMSG_ERROR, nlmsgerr, Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { golden } from "@rxnetlink/testing/golden";
import { describe, expect, test } from "vitest";
import type { TaskExitEvent } from "#src/taskstats/exits.js";
import { taskstatsRequest } from "#src/taskstats/layout.js";
import { type TaskstatsOptions, taskstats, taskstatsFamily } from "#src/taskstats/taskstats.js";
import { FAMILY_ID, loaded } from "../support/loaded.js";

const folder = new URL("../../../test/golden/taskstats/", import.meta.url);

/** A report of the kernel, as it is on the wire. */
function report(name: string): Uint8Array {
  const { bytes } = golden(folder).find((one) => one.name === name)!;
  const wire = bytes.slice();
  new DataView(wire.buffer).setUint16(4, FAMILY_ID, true);
  return wire;
}

function acknowledgement(errno: number, sequence: number, portId: number): Uint8Array {
  const out = new Writer();
  const request = { length: 20, type: FAMILY_ID, flags: 0, sequence, portId };
  writeMessage(out, {
    ...{ type: NLMSG_ERROR, flags: 0x100, sequence, portId, layout: nlmsgerr },
    value: { error: -errno, request },
  });
  return out.take();
}

/** Statistics of tasks over a kernel that acknowledges registrations, or refuses them. */
function opened(options: Partial<TaskstatsOptions> = {}, errno = 0) {
  const requests: object[] = [];
  let socket: ScriptedSocket | undefined;
  const transport = scriptedTransport((bytes, it) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    eachMessage(view, 0, bytes.length, ({ flags, sequence }, within, at, end) => {
      requests.push(taskstatsRequest.read(within, at, end));
      socket = it;
      if (flags & NLM_F_ACK) it.deliver(datagram(acknowledgement(errno, sequence, it.portId)));
    });
  });
  const family = taskstats({ transport: loaded(transport, taskstatsFamily), ...options });
  return { family, requests, socket: () => socket! };
}

describe("exits", () => {
  test("are those of the CPUs that were registered, until the end", async () => {
    const { family, requests, socket } = opened({ cpus: "0-1" });
    const events: TaskExitEvent[] = [];
    await new Promise<void>((listening, reject) => {
      const subscription = family.exits$({ listening }).subscribe({
        next: (event) => events.push(event),
        error: reject,
      });
      subscription.add(() => {});
      setImmediate(() => {
        socket().deliver(datagram(report("exit")));
        socket().deliver({ type: "overrun", drops: 3 });
        socket().deliver(datagram(report("exit-of-process")));
        subscription.unsubscribe();
      });
    });
    await new Promise(setImmediate);
    expect(events).toMatchObject([
      { type: "exit", stats: { comm: "true", exitcode: 0 } },
      { type: "overrun", drops: 3 },
      { type: "exit", stats: { comm: "python3" }, process: { stats: { nvcsw: 26n } } },
    ]);
    expect(events[2]).not.toHaveProperty("process.stats.comm");
    expect(events[0]).not.toHaveProperty("process");
    expect(requests).toEqual([{ registerCpumask: "0-1" }, { deregisterCpumask: "0-1" }]);
  });

  const failed = (options: Partial<TaskstatsOptions>, given?: never, errno = 0) =>
    new Promise<Error>((error) => {
      opened(options, errno).family.exits$(given).subscribe({ error });
    });

  test("need CPUs", async () => {
    expect(String(await failed({}))).toContain("exits$: cpus: undefined is not a string");
    expect(String(await failed({ cpus: "0" }, { cpu: "1" } as never))).toContain("cpu");
  });

  test("are refused with a hint", async () => {
    const error = await failed({ cpus: "0" }, undefined, 22);
    expect(error).toMatchObject({ code: "EINVAL", hint: expect.stringContaining("as in a container") });
    expect(String(error)).toContain("register taskExits");
  });
});
