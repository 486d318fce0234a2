import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { program } from "../../support/rxnl.js";

describe("output that cannot be written", () => {
  const shell = (command: string) =>
    spawnSync("sh", ["-c", command.replaceAll("rxnl", `'${process.execPath}' '${program}'`)], {
      encoding: "utf8",
    });

  it.each([
    "link list",
    "link list --json",
    "link get index=1",
    "watch --once",
    "--help",
    "link --help",
    "--version",
  ])("ends %s with status 1", (words) => {
    const { status, stderr } = shell(`rxnl ${words} >/dev/full`);
    expect(stderr).toMatch(/^rxnl: standard output: ENOSPC/);
    expect(status).toBe(1);
  });

  it("is not an error if the reader closes it early", () => {
    const { status, stderr } = shell("{ rxnl link list; echo $? >&2; } | true");
    expect([status, stderr]).toEqual([0, "0\n"]);
  });

  it("leaves the status of a failure if that cannot be printed either", () => {
    expect(shell("rxnl link get ifname=no-such-link 2>/dev/full").status).toBe(1);
    expect(shell("rxnl frobnicate 2>/dev/full").status).toBe(2);
  });
});
