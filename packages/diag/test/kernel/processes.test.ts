import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { whyMissing } from "@rxnetlink/testing/gates";
import { kernelTransport } from "@rxnetlink/transport";
import { lastValueFrom, toArray } from "rxjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cgroupId,
  type SocketExpression,
  sockDiag,
  socketTerms,
  withCgroups,
  withProcesses,
} from "#src/index.js";

const { cgroup, sport } = socketTerms;

/** Prints what a user without privileges sees, and that of its own process. */
const UNPRIVILEGED = `
  import { createServer } from "node:net";
  import { once } from "node:events";
  const { socketProcesses$ } = await import(process.argv.at(-1));
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  socketProcesses$().subscribe(({ byInode, unreadable, complete }) => {
    const pids = [...byInode.values()].flat().map(({ pid }) => pid);
    console.log(JSON.stringify({ pids, unreadable, complete, own: process.pid }));
    server.close();
  });`;

const index = new URL("../../../dist/index.js", import.meta.url).href;
const hasSs = whyMissing(["ss"]) === undefined;
const nobody = { uid: 65_534, gid: 65_534 };
const canBeNobody = spawnSync("true", nobody).status === 0;

const mountOfCgroups = /^\S+ \S+ \S+ \S+ (\S+) .* - cgroup2 /m.exec(
  readFileSync("/proc/self/mountinfo", "utf8"),
)?.[1];

describe("processes of the sockets of this machine", () => {
  const transport = kernelTransport();
  const diag = sockDiag({ transport });
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    server.close();
    await transport.close();
  });
  const ours$ = () => diag.tcp.list$({ filter: sport.eq(port), states: ["listen"] });

  test.skipIf(!hasSs)("are those that ss prints", async () => {
    const [socket] = await lastValueFrom(ours$().pipe(withProcesses(), toArray()));
    const [holder] = socket!.processes!;
    expect(holder).toMatchObject({ pid: process.pid, uid: process.getuid!() });
    const { stdout } = spawnSync("ss", ["-HOtlnp", "sport", "=", `:${port}`], { encoding: "utf8" });
    expect(stdout).toContain(`("${holder!.command}",pid=${holder!.pid},fd=${holder!.fd})`);
  });

  test.skipIf(!canBeNobody)("are said to be incomplete where some may not be read", () => {
    const args = ["--input-type=module", "-e", UNPRIVILEGED, index];
    const { stdout } = spawnSync(process.execPath, args, { ...nobody, encoding: "utf8" });
    const { pids, unreadable, complete, own } = JSON.parse(stdout) as Record<string, unknown> & {
      pids: number[];
    };
    expect(complete).toBe(false);
    expect(unreadable).toContain(process.pid);
    expect(new Set(pids)).toEqual(new Set([own]));
  });

  test.skipIf(mountOfCgroups === undefined)("have control groups, by which the kernel filters", async () => {
    const own = /^0::(.*)$/m.exec(readFileSync("/proc/self/cgroup", "utf8"))![1]!;
    const [socket] = await lastValueFrom(ours$().pipe(withCgroups(), toArray()));
    expect(socket).toMatchObject({ cgroupPath: own, cgroupId: cgroupId(`${mountOfCgroups}${own}`) });
    const inGroup = sport.eq(port).and(cgroup.eq(`${mountOfCgroups}${own}`));
    const count = (filter: SocketExpression) => lastValueFrom(diag.tcp.list$({ filter }).pipe(toArray()));
    expect(await count(inGroup)).toHaveLength(1);
    expect(await count(sport.eq(port).and(cgroup.ne(`${mountOfCgroups}${own}`)))).toHaveLength(0);
    expect(inGroup.matches(socket!)).toBe(true);
  });
});
