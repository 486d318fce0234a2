import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { aroundSandbox, type Json, program, why } from "../../support/rxnl.js";

describe.skipIf(why !== undefined)("rxnl monitor", () => {
  const kernel = aroundSandbox();
  const { inside } = kernel;

  it("prints JSON, one object per line", async () => {
    const child: ChildProcess = spawn(
      "nsenter",
      [inside()[1], process.execPath, program, "monitor", "--json"],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const ended = once(child, "exit");
    await once(child.stderr!, "data");
    kernel.sandbox.run("ip link add m0 type ifb; ip link del m0");
    const events: Json[] = [];
    for await (const line of createInterface(child.stdout!)) {
      events.push(JSON.parse(line) as Json);
      if (events.at(-1)!.type === "delete") break;
    }
    expect(events.map(({ type, object, value }) => [type, object, (value as Json).ifname])).toEqual([
      ["new", "link", "m0"],
      ["delete", "link", "m0"],
    ]);
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(0);
  });

  /** Starts `rxnl monitor` without reading its output, and waits until it listens. */
  async function monitoring(...args: string[]): Promise<{ child: ChildProcess; ended: Promise<unknown[]> }> {
    const command = [inside()[1], process.execPath, program, "monitor", ...args];
    const child = spawn("nsenter", command, { stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(child, "exit");
    await once(child.stderr!, "data");
    return { child, ended };
  }

  /** Adds and deletes more routes than all buffers on the way can hold. */
  function storm(): void {
    const numbered = (verb: string) =>
      `for i in $(seq 0 118); do for j in $(seq 0 250); do echo route ${verb} blackhole 10.7.$i.$j; done; done`;
    kernel.sandbox.run(`${numbered("add")} | ip -batch -; ${numbered("del")} | ip -batch -`);
  }

  it.each(["SIGINT", "SIGTERM"] as const)("ends on %s even if nobody reads its output", async (signal) => {
    const { child, ended } = await monitoring();
    storm();
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });

  it("buffers a bounded amount for a slow reader, and reports the loss", async () => {
    const { child, ended } = await monitoring();
    storm();
    let lost = false;
    for await (const line of createInterface(child.stdout!)) {
      lost = line.startsWith("! events were lost");
      if (lost) break;
    }
    expect(lost).toBe(true);
    child.kill("SIGINT");
    await ended;
  });

  it("ends with status 0 when its reader leaves, and with status 1 if the disk is full", async () => {
    const left = await monitoring();
    left.child.stdout!.destroy();
    kernel.sandbox.run("ip link add m1 type ifb; ip link del m1");
    expect(await left.ended).toEqual([0, null]);
    const full = spawn(
      "sh",
      ["-c", `exec ${[...inside(), process.execPath, program].join(" ")} monitor >/dev/full`],
      {
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    const ended = once(full, "exit");
    await once(full.stderr!, "data");
    kernel.sandbox.run("ip link add m2 type ifb; ip link del m2");
    expect(await ended).toEqual([1, null]);
  });
});
