import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { auditSyscallName, auditSyscallNumber } from "#src/audit/syscall/syscalls.js";

describe("system calls", () => {
  test.each([
    ["x86_64", 0, "read"],
    ["x86_64", 257, "openat"],
    ["x86_64", 435, "clone3"],
    ["i386", 11, "execve"],
    ["i386", 102, "socketcall"],
    ["aarch64", 56, "openat"],
    ["aarch64", 221, "execve"],
  ] as const)("of %s: %d is %s", (abi, number, name) => {
    expect(auditSyscallName(abi, number)).toBe(name);
    expect(auditSyscallNumber(abi, name)).toBe(number);
  });

  test("have no name where none is known", () => {
    expect(auditSyscallName("x86_64", 400)).toBeUndefined();
    expect(auditSyscallName("s390x", 1)).toBeUndefined();
    expect(auditSyscallName(0x1234, 1)).toBeUndefined();
    expect(auditSyscallNumber("x86_64", "constructor")).toBeUndefined();
    expect(auditSyscallNumber("constructor", "read")).toBeUndefined();
  });

  test("have the names of auditctl too", () => {
    expect(auditSyscallNumber("x86_64", "pread")).toBe(17);
    expect(auditSyscallNumber("aarch64", "getdents")).toBe(61);
    expect(auditSyscallNumber("x86_64", "getdents")).toBe(78);
  });
});

const has = spawnSync("ausyscall", ["x86_64", "0"]).status === 0;
test.skipIf(!has).each(["x86_64", "i386", "aarch64"])(
  `all of ausyscall for %s are known${has ? "" : " (skipped: ausyscall not installed)"}`,
  (abi) => {
    const { stdout } = spawnSync("ausyscall", [abi, "--dump"], { encoding: "utf8" });
    const lines = stdout.trim().split("\n").slice(1);
    expect(lines.length).toBeGreaterThan(300);
    for (const line of lines) {
      const [number, name] = line.split("\t") as [string, string];
      expect(auditSyscallNumber(abi, name), name).toBe(Number(number));
    }
  },
);
