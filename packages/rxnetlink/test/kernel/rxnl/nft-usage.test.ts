import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { program, rxnl } from "../../support/rxnl.js";

describe("the command line of rxnl nft", () => {
  const apply = (input: string, verb = "apply") => {
    const { status, stderr } = spawnSync(process.execPath, [program, "nft", verb, "-"], {
      encoding: "utf8",
      input,
    });
    return [status, stderr];
  };

  it.each<[string, string, string]>([
    ["text that is not JSON", "{", "rxnl: not JSON: "],
    ["what is no array", "{}", "rxnl: expected an array of steps"],
    ["what is no step", "[1]", "rxnl: 0: expected an object such as"],
    ["an unknown verb", '[{"ad": {}}]', "rxnl: 0: ad is no verb (did you mean add?)"],
    [
      "a step without an object",
      '[{"add": {}}]',
      'rxnl: 0: expected an object such as {"add": {"table": {…}}}',
    ],
    [
      "an unknown kind",
      '[{"add": {"tabel": {}}}]',
      "rxnl: 0: tabel is no kind of object to add (did you mean table?)",
    ],
    [
      "an unknown member",
      '[{"add": {"chain": {"family": "inet", "table": "t", "name": "in", "hook": {"priorty": 1}}}}]',
      "rxnl: 0: add chain inet t in: hook.priorty: no such member of nft-hook-attrs (did you mean priority?)",
    ],
    [
      "an unknown word",
      '[{"add": {"chain": {"family": "inet", "table": "t", "name": "in", "policy": "dorp"}}}]',
      'rxnl: 0: add chain inet t in: policy: "dorp" is not one of drop, accept (did you mean drop?)',
    ],
    [
      "an unknown member of an element",
      '[{"add": {"element": {"set": {"table": "t", "name": "s"}, "elements": [1, {"kye": 1}]}}}]',
      "rxnl: 0: add element t s: elements[1].kye: no such member of element (did you mean key?)",
    ],
    [
      "a missing place",
      '[{"before": {"rule": {"table": "t", "chain": "c"}}}]',
      "rxnl: 0: before rule t c: there: expected a rule",
    ],
    [
      "a place that is no step",
      '[{"after": {"there": 3, "rule": {"table": "t", "chain": "c"}}}]',
      "rxnl: 0: after rule t c: there: expected a rule, or the position of an earlier step about one",
    ],
  ])("ends with status 2 for %s", (_, input, text) => {
    const [status, stderr] = apply(input);
    expect(stderr).toContain(text);
    expect(status).toBe(2);
  });

  it("names all steps that do not fit", () => {
    const [status, stderr] = apply('[{"ad": {}}, {"flush": {"ruleset": {}}}, {"add": 1}]', "check");
    expect(String(stderr).split("\n")).toEqual([
      expect.stringMatching(/^rxnl: 0: /),
      expect.stringMatching(/^rxnl: 2: /),
      "",
    ]);
    expect(status).toBe(2);
  });

  it("ends with status 2 for a file that cannot be read, and for other values than those of the scope", () => {
    expect(rxnl(["nft", "apply", "/no/such/file"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^rxnl: ENOENT/),
    });
    expect(rxnl(["nft", "list", "name=t"])).toMatchObject({
      status: 2,
      stderr: "rxnl: name: expected family=… or table=…\n",
    });
  });

  it.each(["list", "monitor", "trace", "check", "apply"])("has help of 80 columns for %s", (verb) => {
    for (const args of [
      ["nft", "--help"],
      ["nft", verb, "--help"],
    ])
      for (const line of rxnl(args).stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});
