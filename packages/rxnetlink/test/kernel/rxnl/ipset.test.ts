import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { aroundSandbox, isInstalled, program, rxnl, why } from "../../support/rxnl.js";

const reason = why ?? (isInstalled("ipset") ? undefined : "ipset not installed");

describe.skipIf(reason !== undefined)(
  `rxnl ipset${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const kernel = aroundSandbox();
    const ipset = (...args: string[]) => kernel.inNamespace("ipset", ...args);
    const done = { status: 0, stdout: "", stderr: "" };
    /** Runs `rxnl ipset` with standard input. */
    function given(input: string, ...args: string[]) {
      const [command, ...rest] = [...kernel.inside(), process.execPath, program, "ipset", ...args];
      return spawnSync(command!, rest, { encoding: "utf8", input });
    }
    /** Returns what `ipset save` prints of a set, without what the kernel chooses, sorted. */
    const saved = (name: string) =>
      (kernel.sandbox.run(`ipset save ${name}`) as string)
        .replaceAll(/ (bucketsize|initval|hashsize|maxelem|timeout) \S+/g, "")
        .trim()
        .split("\n")
        .sort();

    it("creates sets, and adds, tests and deletes elements", () => {
      expect(ipset("create", "web", "hash:ip,port", "data.counters=true")).toMatchObject(done);
      expect(ipset("add", "web", "ip=192.0.2.1", "port=80", "proto=tcp")).toMatchObject(done);
      expect(ipset("add", "web", '{"ip":"192.0.2.2","port":53,"proto":"udp"}')).toMatchObject(done);
      expect(saved("web")).toEqual([
        "add web 192.0.2.1,tcp:80 packets 0 bytes 0",
        "add web 192.0.2.2,udp:53 packets 0 bytes 0",
        "create web hash:ip,port family inet counters",
      ]);
      const one = ["ip=192.0.2.1", "port=80", "proto=tcp"];
      expect(ipset("test", "web", ...one)).toMatchObject({
        status: 0,
        stdout: "ip=192.0.2.1 port=80 proto=tcp is in web\n",
      });
      expect(ipset("delete", "web", ...one)).toMatchObject(done);
      expect(ipset("test", "web", ...one, "--json")).toMatchObject({ status: 1, stdout: "false\n" });
      expect(ipset("flush", "web")).toMatchObject(done);
      expect(saved("web")).toHaveLength(1);
      expect(ipset("destroy", "web")).toMatchObject(done);
    });

    it("prints sets, in words that it takes again", () => {
      kernel.sandbox.run(`ipset create big hash:ip maxelem 100; ipset create nets hash:net timeout 600 comment
        ipset add nets 192.0.2.0/24 comment 'a b'
        ipset add nets 10.0.0.0/8 nomatch`);
      const { stdout } = ipset("list", "nets");
      expect(stdout).toMatch(/^nets hash:net family=ipv4 data\.timeout=600 data\.comment=true\n/);
      expect(stdout).toMatch(/\n {2}ip=192\.0\.2\.0\/24 timeout=\d+ comment="a b"\n/);
      expect(stdout).toMatch(/\n {2}ip=10\.0\.0\.0\/8 timeout=\d+ nomatch=true\n/);
      expect(ipset("list", "big").stdout).toBe("big hash:ip family=ipv4 data.maxelem=100\n");
      const [head = "", ...elements] = stdout.split("\n");
      const [, , ...settings] = head.split(" ");
      expect(ipset("create", "copy", "hash:net", ...settings)).toMatchObject(done);
      expect(given(elements.join("\n"), "add", "copy", "-")).toMatchObject(done);
      expect(saved("copy")).toEqual(saved("nets").map((line) => line.replace(" nets ", " copy ")));
      const [json] = kernel.json("ipset", "list", "copy") as { elements: object[] }[];
      const lines = json!.elements.map((element) => JSON.stringify(element)).join("\n");
      expect(given(`# all\n\n${lines}`, "delete", "copy", "-")).toMatchObject(done);
      expect(saved("copy")).toHaveLength(1);
    });

    it("swaps and renames sets", () => {
      kernel.sandbox.run(`ipset create one hash:ip; ipset create two hash:ip; ipset add one 192.0.2.1`);
      expect(ipset("swap", "one", "two")).toMatchObject(done);
      expect(ipset("rename", "two", "three")).toMatchObject(done);
      expect(saved("three")).toContain("add three 192.0.2.1");
      expect(saved("one")).toHaveLength(1);
    });

    it("ends with status 1 for what the kernel refuses, unless it is to exist already", () => {
      kernel.sandbox.run("ipset create full hash:ip; ipset add full 192.0.2.1");
      expect(ipset("create", "full", "hash:ip").stderr).toMatch(/^rxnl: create ipset .*: EEXIST/);
      expect(ipset("create", "full", "hash:ip", "--exist")).toMatchObject(done);
      expect(ipset("add", "full", "ip=192.0.2.1")).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("IPSET_ERR_EXIST"),
      });
      expect(ipset("add", "full", "ip=192.0.2.1", "--exist")).toMatchObject(done);
      expect(ipset("list", "nobody")).toMatchObject({ status: 1, stderr: expect.stringContaining("ENOENT") });
    });

    it("names the lines of refused elements, and applies the others", () => {
      kernel.sandbox.run("ipset create lines hash:ip; ipset add lines 192.0.2.2");
      const { status, stderr } = given("ip=192.0.2.1\n\nip=192.0.2.2\nip=192.0.2.3\n", "add", "lines", "-");
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^rxnl: line 3: add ipset .*IPSET_ERR_EXIST.*\n$/),
      ]);
      expect(saved("lines")).toHaveLength(4);
    });

    it("adds nothing if a line cannot be parsed, and ends with status 2", () => {
      kernel.sandbox.run("ipset create bad hash:ip comment");
      const none = given("ip=192.0.2.1\nipp=192.0.2.2\n", "add", "bad", "-");
      expect(none).toMatchObject({ status: 2, stderr: expect.stringMatching(/^rxnl: line 2: ipp: no such/) });
      expect(given('ip=192.0.2.1 comment="a', "add", "bad", "-")).toMatchObject({
        status: 2,
        stderr: "rxnl: line 1: a quote is not closed\n",
      });
      expect(saved("bad")).toHaveLength(1);
      expect(ipset("add", "bad", "port=80")).toMatchObject({
        status: 2,
        stderr: "rxnl: ip: is missing: elements of hash:ip have ip\n",
      });
    });
  },
);

describe("the command line of rxnl ipset", () => {
  it.each<[string, string[], string]>([
    [
      "a misspelt type",
      ["create", "x", "hash:nett"],
      "hash:nett is no type of sets (did you mean hash:net?)",
    ],
    ["a setting without its parent", ["create", "x", "hash:net", "timeout=5"], "did you mean data.timeout?"],
    ["a member that is no setting", ["create", "x", "hash:net", "setname=y"], "setname: not a setting"],
    ["a missing name", ["flush"], "missing required argument 'name'"],
    ["a missing element", ["add", "x"], "missing required argument"],
  ])("ends with status 2 for %s", (_, args, text) => {
    const { status, stderr } = rxnl(["ipset", ...args]);
    expect(stderr).toContain(text);
    expect(status).toBe(2);
  });

  it.each(["list", "create", "add", "delete", "test", "swap"])("has help of 80 columns for %s", (verb) => {
    for (const args of [
      ["ipset", "--help"],
      ["ipset", verb, "--help"],
    ])
      for (const line of rxnl(args).stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});
