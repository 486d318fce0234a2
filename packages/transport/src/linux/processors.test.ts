import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { usableProcessors } from "#src/linux/processors.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rxnetlink-cgroups-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

it("is limited by the affinity alone where no quota is set", () => {
  expect(usableProcessors(root, "")).toBe(availableParallelism());
  write("a/cpu.max", "max 100000\n");
  expect(usableProcessors(root, "0::/a\n")).toBe(availableParallelism());
});

it("is limited by the smallest quota of the control group and of those around it", () => {
  write("a/b/cpu.max", "80000 100000\n");
  write("a/cpu.max", "50000 100000\n");
  expect(usableProcessors(root, "1:name=x:/other\n0::/a/b\n")).toBe(0.5);
  expect(usableProcessors(root, "0::/c\n")).toBe(availableParallelism());
});

it("is limited by the quota of version 1", () => {
  write("cpu/cpu.cfs_quota_us", "-1\n");
  write("cpu/cpu.cfs_period_us", "100000\n");
  expect(usableProcessors(root, "4:cpu:/\n")).toBe(availableParallelism());
  write("cpu/cpu.cfs_quota_us", "25000\n");
  expect(usableProcessors(root, "4:cpu:/\n")).toBe(0.25);
});
