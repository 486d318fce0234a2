import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { message, struct, u32 } from "@rxnetlink/core/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { expectGolden, type GoldenMessage } from "#src/golden/expect-golden.js";
import { encoded, layout, layoutOf } from "../../test/support/thing.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "golden-"));
  vi.stubEnv("UPDATE_GOLDEN", "0");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const check = (given?: GoldenMessage) => expectGolden(folder, "thing", layoutOf, given);
function update(given?: GoldenMessage): unknown {
  vi.stubEnv("UPDATE_GOLDEN", "1");
  const value = check(given);
  vi.stubEnv("UPDATE_GOLDEN", "0");
  return value;
}
const first = encoded({ index: 3, name: "a" });
const second = encoded({ index: 4, name: "a" });

describe("expectGolden", () => {
  test("writes if asked to, and compares afterwards", () => {
    const written = update({ bytes: first, command: "make it", kernel: "6.1" });
    expect(written).toEqual({ index: 3, name: "a" });
    expect(check({ bytes: first })).toEqual(written);
    expect(check()).toEqual(written);
    expect(readFileSync(join(folder, "thing.hex"), "utf8")).toContain(
      "# command: make it\n# kernel: 6.1\n\n",
    );
  });

  test("keeps the origin of a message that is overwritten", () => {
    update({ bytes: first, command: "make it" });
    update({ bytes: second });
    const text = readFileSync(join(folder, "thing.hex"), "utf8");
    expect(text).toMatch(/^# command: make it\n\n/);
    expect(check()).toEqual({ index: 4, name: "a" });
  });

  test("shows both sides if messages differ", () => {
    update({ bytes: first });
    expect(() => check({ bytes: second })).toThrow(
      expect.objectContaining({
        name: "AssertionError",
        message: expect.stringContaining("thing.hex holds another message; UPDATE_GOLDEN=1 overwrites it"),
        actual: expect.stringMatching(/^04 00 00 00 .*# thing$/m),
        expected: expect.stringMatching(/^03 00 00 00 .*# thing$/m),
      }),
    );
  });

  test("shows both sides if the same bytes decode to another value", () => {
    update({ bytes: first });
    const other = message("thing", struct("thing", { number: u32 }), layout.attributes);
    expect(() => expectGolden(folder, "thing", () => other)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining("thing.json holds another value; UPDATE_GOLDEN=1 overwrites it"),
        actual: { number: 3, name: "a" },
        expected: { index: 3, name: "a" },
      }),
    );
  });

  test("fails if there is no file, and writes none", () => {
    expect(() => check({ bytes: first })).toThrow("UPDATE_GOLDEN=1");
    expect(() => check()).toThrow("there is no thing.hex");
    expect(() => update()).toThrow("there is no thing.hex");
    expect(readdirSync(folder)).toEqual([]);
  });
});
