import { describe, expect, it } from "vitest";
import { lineFor, wrapped } from "#src/cli/text/width.js";

describe("wrapped", () => {
  it("leaves what fits", () => expect(wrapped("a b c", 5)).toBe("a b c"));

  it("breaks at blanks, and indents what follows", () => {
    expect(wrapped("rxnl: get link ifname=nope: ENODEV", 20)).toBe(
      "rxnl: get link\n    ifname=nope:\n    ENODEV",
    );
    expect(wrapped("  + link 1: lo", 10)).toBe("  + link\n      1:\n      lo");
  });

  it("leaves a word whole that is longer", () =>
    expect(wrapped("a bcdefghijkl", 6)).toBe("a\n    bcdefghijkl"));
});

describe("lineFor", () => {
  const line = `rxnl: ${"word ".repeat(30)}end`;
  const widest = (text: string) => Math.max(...text.split("\n").map(({ length }) => length));

  it("fits a terminal", () => {
    expect(widest(lineFor({ isTTY: true, columns: 60 }, line))).toBeLessThanOrEqual(60);
    expect(widest(lineFor({ isTTY: true }, line))).toBeLessThanOrEqual(80);
    expect(widest(lineFor({ isTTY: true, columns: 0 }, line))).toBeLessThanOrEqual(80);
  });

  it("leaves a line whole that goes elsewhere", () => expect(lineFor({}, line)).toBe(line));
});
