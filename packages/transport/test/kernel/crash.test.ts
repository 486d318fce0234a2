import { readdirSync } from "node:fs";
import { ClosedError, Connection, type Socket } from "@rxnetlink/core";
import { firstValueFrom, Subject } from "rxjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type KernelTransport, kernelTransport } from "#src/kernel-transport.js";
import { CRASH, makeCrashable } from "../support/crash.js";
import { getLink } from "../support/rtnetlink.js";

const count = (folder: string) => readdirSync(`/proc/self/${folder}`).length;

interface Opened {
  readonly socket: Socket;
  /** The errors of the socket and of its arrivals. */
  readonly ended: Promise<[Error, Error]>;
}

function opened(transport: KernelTransport): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const [ended, arrivalsEnded] = [new Subject<Error>(), new Subject<Error>()];
    transport.socket$({ protocol: 0 }).subscribe({
      next(socket) {
        socket.arrivals$.subscribe({ error: (error) => arrivalsEnded.next(error) });
        resolve({ socket, ended: Promise.all([firstValueFrom(ended), firstValueFrom(arrivalsEnded)]) });
      },
      error(error) {
        reject(error);
        ended.next(error);
      },
    });
  });
}

/** Causes of a crash: a bug, and more commands than fit into memory. */
const DEATHS = {
  exception: (socket: Socket) => {
    socket.join(CRASH);
  },
  "out of memory": (socket: Socket) => {
    for (let i = 0; i < 500_000; i++) socket.join(1);
  },
};
const CAUSES = {
  exception: { name: "TypeError" },
  "out of memory": { code: "ERR_WORKER_OUT_OF_MEMORY" },
};

beforeAll(makeCrashable);

describe.each(["exception", "out of memory"] as const)("a pump that dies by %s", (death) => {
  it("fails its sockets with the cause; the next one opens on a new thread, and nothing is left", async () => {
    const other = kernelTransport({ headStart: false });
    const bystander = new Connection(other, { protocol: 0 });
    await getLink(bystander);
    const [descriptors, threads] = [count("fd"), count("task")];

    const transport = kernelTransport({ resourceLimits: { maxOldGenerationSizeMb: 16 }, headStart: false });
    const [one, two] = await Promise.all([opened(transport), opened(transport)]);
    DEATHS[death](one.socket);
    const late = opened(transport);
    const errors = await Promise.all([one.ended, two.ended, late.catch((error: Error) => error)]);
    for (const error of errors.flat()) {
      expect(error).toBeInstanceOf(ClosedError);
      expect(error).toMatchObject({ cause: CAUSES[death] });
    }
    expect((await opened(transport)).socket.portId).toBeGreaterThan(0);

    expect((await getLink(bystander)).ifname).toBe("lo");
    await transport.close();
    expect(count("fd")).toBe(descriptors);
    // The kernel removes a thread a moment after its end is visible.
    await expect.poll(() => count("task")).toBeLessThanOrEqual(threads);
    await other.close();
  });

  it("fails pending requests with that error", async () => {
    const transport = kernelTransport({ resourceLimits: { maxOldGenerationSizeMb: 16 }, headStart: false });
    const { socket } = await opened(transport);
    const connection = new Connection(transport, { protocol: 0 });
    await getLink(connection);
    DEATHS[death](socket);
    const requests = [getLink(connection), transport.createNamespace(), transport.deleteNamespace("none")];
    for (const outcome of await Promise.allSettled(requests))
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { name: "ClosedError", cause: CAUSES[death] },
      });
    expect((await getLink(connection)).ifname).toBe("lo");
    await transport.close();
    await transport.close();
  });
});
