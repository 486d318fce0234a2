import { expect, test } from "vitest";
import { AUDIT_BITMASK_SIZE } from "#src/audit/rule/layout.js";
import { maskOf, syscallsOf } from "#src/audit/rule/mask.js";

const ALL = 0xffff_ffff;
/** A mask of all system calls, with a last word. */
const everyWith = (last: number) => [...Array.from({ length: AUDIT_BITMASK_SIZE - 1 }, () => ALL), last];

test.each([
  ["as the kernel lists one that left it out", 0],
  ["as it is sent, and listed of auditctl: without the classes that the kernel took out", 0xffff],
  ["with all classes", ALL],
])("a mask of all is all, %s", (_, last) => {
  expect(syscallsOf(everyWith(last), "x86_64")).toBe("all");
});

test("a mask with a gap is none of all", () => {
  const mask = everyWith(0);
  mask[1] = 0xffff_fffe;
  const syscalls = syscallsOf(mask, "x86_64");
  expect(syscalls).toHaveLength((AUDIT_BITMASK_SIZE - 1) * 32 - 1);
  expect(maskOf(syscalls, "x86_64")).toEqual(mask);
});

test("a mask of all is that of auditctl once the kernel has it, by which it is found", () => {
  expect(maskOf("all", "x86_64")).toEqual(everyWith(0xffff));
});
