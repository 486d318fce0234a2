import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, type Json, program, why } from "../../support/rxnl.js";

describe.skipIf(why !== undefined)("rxnl monitor", () => {
  const kernel = aroundSandbox();
  const { inside } = kernel;
  const following = aroundFollowing(inside);

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
    kernel.sandbox.run("ip link add m0 type ifb; ip link set m0 mtu 1400; ip link del m0");
    const events: Json[] = [];
    for await (const line of createInterface(child.stdout!)) {
      events.push(JSON.parse(line) as Json);
      if (events.at(-1)!.type === "removed") break;
    }
    expect(events).toMatchObject([
      { type: "added", object: "link", current: { ifname: "m0" } },
      { type: "changed", object: "link", current: { mtu: 1400 }, previous: { mtu: 1500 } },
      { type: "removed", object: "link", previous: { ifname: "m0" } },
    ]);
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(130);
  });

  it("reports the objects that are named, of any family, with old and new values and times", async () => {
    kernel.sandbox.run("ip link add n0 type ifb; ip link set n0 up");
    kernel.sandbox.run("ip neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev n0");
    const { upTo, interrupted } = await following("monitor", "neighbour", "mptcp.event", "--timestamps");
    kernel.sandbox.run("ip rule add priority 9 lookup 9; ip rule del priority 9");
    kernel.sandbox.run("ip neigh change 192.0.2.7 lladdr 02:00:00:00:00:08 dev n0");
    const [line] = await upTo(/./);
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z ~ neighbour ndmIfindex=\d+ dst=192\.0\.2\.7 /);
    expect(line).toContain("(lladdr 02:00:00:00:00:07 → 02:00:00:00:00:08)");
    expect(await interrupted()).toBe(130);
  });

  it("prints messages as they come if it is asked to", async () => {
    const { line, interrupted } = await following("monitor", "rule", "--raw", "--json", "--members", "table");
    kernel.sandbox.run("ip rule add priority 9 lookup 9; ip rule del priority 9");
    expect(JSON.parse(await line())).toMatchObject({ type: "new", object: "rule", value: { table: 9 } });
    expect(JSON.parse(await line())).toMatchObject({ type: "delete" });
    expect(await interrupted()).toBe(130);
  });

  it("refuses --since without a recording, and what is no recording", () => {
    const refused = (...words: string[]) => kernel.inNamespace("monitor", ...words);
    expect(refused("--since", "10m")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("rxnl capture FILE"),
    });
    expect(refused("--from", program)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("rxnl.js: not a recording"),
    });
    expect(refused("--from", "/nonexistent")).toMatchObject({
      status: 1,
      stderr: "rxnl: /nonexistent: no such file or directory (ENOENT)\n",
    });
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

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends on %s with status %i even if nobody reads its output", async (signal, status) => {
    const { child, ended } = await monitoring();
    storm();
    child.kill(signal);
    expect(await ended).toEqual([status, null]);
  });

  it("buffers a bounded amount for a slow reader, and reports the loss", async () => {
    const { child, ended } = await monitoring();
    storm();
    let lost = false;
    for await (const line of createInterface(child.stdout!)) {
      lost = line.startsWith("! the receive buffer overflowed");
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
