// Tests that the benchmark measures everything, on a small scale, asserting no figure that depends on a machine.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { whyNoNamespaces } from "../packages/testing/dist/kernel.js";
import { whyLeftOut } from "./run/left-out.mjs";
import { expectedChecks } from "./run/namespace-setup.mjs";
import { PROGRAMS } from "./run/programs.mjs";
import { flowSums } from "./workloads/netfilter.mjs";
import { socketSums } from "./workloads/sockets.mjs";
import { workloads } from "./workloads.mjs";

describe("npm run bench:own", () => {
  const script = fileURLToPath(new URL("own.mjs", import.meta.url));
  const run = (...args) =>
    spawnSync(process.execPath, [script, ...args], {
      encoding: "utf8",
      env: { ...process.env, PEER_SILENCE_MS: "500" },
    });

  it("knows the sums over a table", () => {
    const connected = [0x0ac80000, 24, 0, 2, 254, 2, 0];
    const first = [0x10000000, 24, 0x0ac80002, 2, 254, 4, 100];
    const sums = [2, ...connected.map((value, i) => value + first[i])].join(":");
    expect(expectedChecks(1, 2)).toEqual({
      dump: sums,
      list: sums,
      members: [2, ...connected.map((value, i) => value + first[i]).slice(0, 4)].join(":"),
      stream: "2:48:4:100:2:1",
    });
  });

  it("knows the sums over connections", () => {
    const sums = [0x0a010000 * 2 + 1, 0x0a000001 * 2 + 1, 2049, 107, 0x0a010000 * 2 + 1, 3];
    expect(flowSums(2)).toBe([2, ...sums].join(":"));
  });

  it("knows the sums over sockets", () => {
    expect(socketSums(2, true)).toBe(`2:${0xfe010002}:${0xfe010002}:19000:19000:2:2`);
  });

  it("leaves out what this machine lacks, and says why", () => {
    expect(whyLeftOut({}, undefined)).toBe(undefined);
    expect(whyLeftOut({ storm: {} }, undefined)).toBe("it needs a C compiler (cc)");
    expect(whyLeftOut({ needs: ["no-such-command"] }, "baseline")).toBe("it needs no-such-command");
  });

  it("refuses unknown workloads and malformed numbers", () => {
    expect(run("--workloads", "nonsense")).toMatchObject({
      status: 1,
      stderr: "bench: no such workload: nonsense\n",
    });
    expect(run("--programs", "nonsense").stderr).toBe("bench: no such program: nonsense\n");
    expect(run("--rounds", "many").stderr).toContain("needs a number");
  });

  it("explains every workload and program", () => {
    const { stdout } = run("--help");
    for (const name of [...Object.keys(workloads), ...Object.keys(PROGRAMS)])
      expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
  });

  it("measures, checks and writes the results", ({ skip }) => {
    if (process.getuid() !== 0 || whyNoNamespaces() !== undefined)
      skip("network namespaces cannot be made here");
    if (spawnSync("cc", ["--version"]).error !== undefined) skip("no C compiler");
    const folder = mkdtempSync(join(tmpdir(), "rxnetlink-bench-test-"));
    const out = join(folder, "results.json");
    const few =
      "--rounds 1 --starts 1 --reps 1 --routes 300 --rtt 10 --warm 10 --insert 300 --flows 300 --elements 300 --sockets 300 --seconds 0.1";
    const programs = Object.keys(PROGRAMS).filter((name) => name !== "npm-netlink");
    const small = [...few.split(" "), "--patience", "0", "--programs", programs.join()];
    const { status, stdout, stderr } = run(...small, "--out", out);
    if (/the package registry cannot be reached/.test(stderr)) skip("the package registry cannot be reached");
    expect(stderr).not.toMatch(/died|wrong|, not/);
    expect(status).toBe(0);
    const { runs } = JSON.parse(readFileSync(out, "utf8"));
    rmSync(folder, { recursive: true });
    const bad = runs.filter(({ problem }) => problem !== undefined);
    expect(bad.map(({ workload, program, problem }) => `${workload} ${program}: ${problem}`)).toEqual([]);
    const leftOut = [...stderr.matchAll(/^bench: (\S+) is left out: /gm)].map(([, name]) => name);
    const allowed = Object.keys(workloads).filter((name) =>
      ["own", "initial"].includes(workloads[name].namespace),
    );
    expect(allowed).toEqual(expect.arrayContaining(leftOut));
    const ordinary = Object.entries(workloads).filter(
      ([name, { namespace }]) => namespace !== "million" && !leftOut.includes(name),
    );
    expect(runs.map(({ workload, program }) => `${workload} ${program}`).sort()).toEqual(
      ordinary
        .flatMap(([name, { programs: own }]) =>
          programs.filter((program) => own.includes(program)).map((program) => `${name} ${program}`),
        )
        .sort(),
    );
    expect(stdout).toContain("| Dump, kept ");
  }, 300_000);
});
