import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firstValueFrom, from, lastValueFrom, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cgroupId, socketProcesses$, withProcesses } from "#src/index.js";

describe("the processes of sockets", () => {
  let proc: string;
  beforeEach(() => {
    proc = mkdtempSync(join(tmpdir(), "rxnetlink-proc-"));
  });
  afterEach(() => rmSync(proc, { recursive: true }));

  function aProcess(pid: number, command: string, descriptors: Record<number, string>): void {
    mkdirSync(join(proc, String(pid), "fd"), { recursive: true });
    writeFileSync(join(proc, String(pid), "comm"), `${command}\n`);
    for (const [fd, target] of Object.entries(descriptors))
      symlinkSync(target, join(proc, String(pid), "fd", fd));
  }

  test("are found by inode, several for a socket that is shared", async () => {
    aProcess(10, "nginx", { 0: "/dev/null", 6: "socket:[4711]", 7: "socket:[4712]" });
    aProcess(11, "nginx", { 3: "socket:[4711]" });
    aProcess(12, "bash", { 0: "pipe:[4711]" });
    mkdirSync(join(proc, "net"));
    const { byInode, unreadable, complete } = await firstValueFrom(socketProcesses$({ proc }));
    const about = { command: "nginx", uid: process.getuid!() };
    expect(byInode.get(4711)).toMatchObject([
      { ...about, pid: 10, fd: 6 },
      { ...about, pid: 11, fd: 3 },
    ]);
    expect([...byInode.keys()]).toEqual([4711, 4712]);
    expect({ unreadable, complete }).toEqual({ unreadable: [], complete: true });
  });

  test("are added to sockets", async () => {
    aProcess(10, "nginx", { 6: "socket:[4711]" });
    const sockets = [{ inode: 4711 }, { inode: 1 }, { inode: 0 }];
    const rows = await lastValueFrom(from(sockets).pipe(withProcesses({ proc }), toArray()));
    expect(rows).toMatchObject([
      { inode: 4711, processes: [{ pid: 10 }] },
      { inode: 1, processes: [] },
      { inode: 0 },
    ]);
  });

  test("are not taken for none after an unexpected error", async () => {
    aProcess(10, "nginx", { 6: "socket:[4711]" });
    mkdirSync(join(proc, "20"));
    symlinkSync("fd", join(proc, "20", "fd"));
    await expect(firstValueFrom(socketProcesses$({ proc }))).rejects.toThrow("ELOOP");
  });

  test("include our own", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    try {
      const { byInode } = await firstValueFrom(socketProcesses$());
      const own = [...byInode.values()].flat().filter(({ pid }) => pid === process.pid);
      expect(own.length).toBeGreaterThan(0);
    } finally {
      server.close();
    }
  });

  test("are not read if an option is unusable", async () => {
    await expect(firstValueFrom(socketProcesses$({ proc: 5 as never }))).rejects.toThrow(
      "socketProcesses$: proc: 5 is not a string",
    );
  });

  test("have control groups, which are folders of one file system", () => {
    expect(() => cgroupId("/proc")).toThrow('cgroupId: path: "/proc" is no control group');
    expect(() => cgroupId("/no such")).toThrow("control groups are folders of the file system cgroup2");
  });
});
