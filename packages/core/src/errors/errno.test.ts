import { constants } from "node:os";
import { describe, expect, test } from "vitest";
import { errnoName, errnoOf } from "#src/errors/errno.js";

describe.runIf(process.platform === "linux")("errno of this machine", () => {
  // EWOULDBLOCK, EDEADLOCK and EOPNOTSUPP/ENOTSUP share a number; the kernel's own name takes precedence.
  const aliases = new Set(["EWOULDBLOCK", "EDEADLOCK", "ENOTSUP"]);
  const names = Object.entries(constants.errno).filter(([name]) => !aliases.has(name));

  test.each(names)("%s is %i", (name, errno) => {
    expect(errnoName(errno)).toBe(name);
    expect(errnoOf(name)).toBe(errno);
  });
});

test.each([
  [512, "ERESTARTSYS"],
  [517, "EPROBE_DEFER"],
  [530, "ERECALLCONFLICT"],
])("the kernel's own errno %i has a name", (errno, name) => {
  expect(errnoName(errno)).toBe(name);
  expect(errnoOf(name)).toBe(errno);
});

test("the kernel's own ENOTSUPP has a name", () => {
  expect(errnoName(524)).toBe("ENOTSUPP");
  expect(errnoOf("ENOTSUPP")).toBe(524);
});

test("what has no name keeps its number", () => {
  expect(errnoName(4242)).toBe("errno 4242");
  expect(errnoOf("ENOSUCHTHING")).toBeUndefined();
});
