// Every object of every family is a command, with the verbs that it has.
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, type Json, program, rxnl, why } from "../../support/rxnl.js";

interface Listed {
  readonly name: string;
  readonly verbs: readonly string[];
}

const objects = () => JSON.parse(rxnl(["objects", "--json"]).stdout) as Listed[];

describe("rxnl objects", () => {
  it("names the objects of all families", () => {
    const verbs = new Map(objects().map(({ name, verbs }) => [name, verbs]));
    expect(verbs.get("rule")).toEqual(["list", "get", "add", "delete", "notify", "watch"]);
    expect(verbs.get("mptcp.endpoint")).toContain("add");
    expect(verbs.get("netfilter.nftables.set")).toContain("list");
    expect(verbs.size).toBeGreaterThan(120);
  });

  it("prints those of one family", () => {
    const { stdout } = rxnl(["objects", "mptcp"]);
    expect(stdout).toMatch(/^mptcp\.endpoint +list get add change delete/);
    expect(stdout.trim().split("\n")).toHaveLength(2);
  });

  it.each<[string, string[], string]>([
    ["a misspelt object", ["rul", "list"], "unknown command 'rul' (did you mean rule?)"],
    ["a misspelt object of a family", ["mptcp.endpont"], "(did you mean mptcp.endpoint?)"],
    ["a family alone", ["mptcp"], "mptcp: name one of its objects: mptcp.endpoint, mptcp.event"],
    ["a verb that the object lacks", ["netfilter.compat", "add"], "unknown command 'add'"],
    ["a condition that is none", ["rule", "list", "--filter", "mtu"], '"mtu" is no condition'],
  ])("refuses %s", (_, words, message) => {
    const { status, stderr } = rxnl(words);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it("prints the members of an object and of its members, with unit, constant, first kernel and meaning", () => {
    const { stdout } = rxnl(["rule", "members"]);
    expect(stdout).toMatch(/^ {2}priority +u32 +FRA_PRIORITY \(6\)\n {6}Priority; the lowest is evaluated/m);
    expect(stdout).toContain("Values: unspec, toTbl, goto,");
    expect(stdout).toMatch(/\n {2}More: rxnl help rule uidRange\n$/);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
    const vxlan = rxnl(["help", "link", "linkinfo.data.vxlan"]).stdout;
    expect(vxlan).toMatch(/^ {2}id +u32 +IFLA_VXLAN_ID \(1\)\n {6}VXLAN network identifier/m);
    expect(vxlan).toMatch(/^ {2}ageing +u32 +in seconds {2}IFLA_VXLAN_AGEING \(8\)$/m);
    const stats = JSON.parse(rxnl(["link", "members", "stats64", "--json"]).stdout) as Json[];
    expect(stats.find(({ key }) => key === "rxNohandler")).toMatchObject({ type: "u64", since: "4.6" });
    for (const [path, message] of [
      ["linkinfo.dat", "did you mean data?"],
      ["mtu", "mtu has no members"],
    ] as const)
      expect(rxnl(["link", "members", path])).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(message),
      });
  });

  it("explains each object with its own verbs", () => {
    const { stdout } = rxnl(["help", "neighbourTable"]);
    expect(stdout).toMatch(/^rxnl neighbourTable - list, get or change neighbour tables\n\nSynopsis\n/);
    const titles = stdout.split("\n").filter((line) => /^[A-Z]/.test(line));
    expect(titles).toEqual([
      "Synopsis",
      "Verbs",
      "Options",
      "Keys",
      "Examples",
      "Members of neighbour tables",
    ]);
    expect(rxnl(["help", "nft"]).stdout).toContain("rxnl nft apply [options] <file>");
    expect(rxnl(["help", "nft", "aply"])).toMatchObject({
      status: 2,
      stderr: 'rxnl: no help about "aply"\n',
    });
  });
});

describe.skipIf(why !== undefined)("rxnl of any object", () => {
  const kernel = aroundSandbox();
  const { inNamespace, inside, json } = kernel;
  const following = aroundFollowing(inside);
  const piped = (input: string, ...args: string[]) =>
    spawnSync("nsenter", [inside()[1], process.execPath, program, ...args], { encoding: "utf8", input });

  it("adds, lists as a table, gets and deletes", () => {
    expect(inNamespace("rule", "add", "priority=100", "src=192.0.2.0/24", "table=100").status).toBe(0);
    const [head, row] = inNamespace("rule", "list", "priority=100").stdout.split("\n");
    expect(head).toMatch(/^family +priority +/);
    expect(row).toMatch(/^inet +100 +/);
    const got = inNamespace("rule", "get", "priority=100", "src=192.0.2.0/24").stdout;
    expect(got).toMatch(/^src +192\.0\.2\.0$/m);
    expect(inNamespace("rule", "delete", "priority=100", "src=192.0.2.0/24").status).toBe(0);
    expect(inNamespace("rule", "list", "priority=100").stdout).toBe("");
  });

  it("filters and sorts, and prints YAML and chosen members", () => {
    kernel.sandbox.run("ip rule add priority 7 lookup 7; ip rule add priority 12 lookup 12");
    const chosen = ["--members", "priority,table", "--filter", "priority>0", "--filter", "priority<100"];
    expect(inNamespace("rule", "list", "family=inet", ...chosen, "--sort", "-priority").stdout).toBe(
      "priority  table\n12        12\n7         7\n",
    );
    expect(inNamespace("rule", "list", "priority=7", "--members", "priority,action", "--yaml").stdout).toBe(
      "- priority: 7\n  action: toTbl\n",
    );
    expect(json("rule", "list", "--filter", "table~7", "--members", "table")).toEqual([{ table: 7 }]);
    const { stderr } = inNamespace("rule", "flush", "priority=7");
    expect(stderr).toBe("1 deleted\n");
    expect(inNamespace("rule", "flush").status).toBe(2);
  });

  it("speaks to other families", () => {
    const endpoint = ["addr.addr4=192.0.2.9", "addr.flags=signal"];
    expect(inNamespace("mptcp.endpoint", "add", ...endpoint)).toMatchObject({ status: 0, stderr: "" });
    expect(json("mptcp.endpoint", "list")).toMatchObject([
      { addr: { addr4: "192.0.2.9", flags: ["signal"] } },
    ]);
    expect(kernel.sandbox.run("ip mptcp endpoint")).toContain("192.0.2.9 id 1 signal");
  });

  it("applies many objects from standard input, and tells which were refused", () => {
    const rule = (priority: number, table: number) => JSON.stringify({ family: "inet", priority, table });
    const lines = [rule(200, 1), rule(201, 2), rule(201, 2), rule(202, 3)];
    const { status, stderr, stdout } = piped(lines.join("\n"), "rule", "add", "-");
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^3 of 4 applied\nrxnl: object 3: add rule .*EEXIST/);
    expect(status).toBe(1);
    expect(piped(`[${rule(203, 4)},${rule(204, 5)}]`, "rule", "add", "-").stderr).toBe("2 of 2 applied\n");
    for (const one of [`[${rule(307, 8)}]`, `\n ${rule(308, 9)}`])
      expect(piped(one, "rule", "add", "-")).toMatchObject({ status: 0, stderr: "" });
    const faulty = piped(`${rule(205, 6)}\n{"priorty":1}`, "rule", "add", "-");
    expect(faulty.stderr).toContain("standard input, object 2: priorty: no such member");
    expect(piped("{}\n{", "rule", "add", "-").stderr).toContain("standard input, line 2: ");
    expect(json("rule", "list", "--filter", "priority>=200", "--filter", "priority<300")).toHaveLength(5);
  });

  it("prints errors as JSON beside JSON", () => {
    const { stderr, stdout } = inNamespace("rule", "add", "priority=1", "tabl=1", "--json");
    expect(stdout).toBe("");
    expect(JSON.parse(stderr)).toEqual({
      error: { message: "tabl: no such member of rule (did you mean table?)", name: "Error" },
    });
    const twice = ["nexthop", "add", "id=77", "blackhole=true", "--json"];
    inNamespace(...twice);
    const [line, ...more] = inNamespace(...twice)
      .stderr.trim()
      .split("\n");
    expect(more).toEqual([]);
    expect(JSON.parse(line!)).toMatchObject({
      error: { name: "KernelError", code: "EEXIST", errno: 17, object: "nexthop", verb: "add" },
    });
  });

  it("watches what there is and what changes", async () => {
    kernel.sandbox.run("ip nexthop flush");
    const { upTo, line, interrupted } = await following("nexthop", "watch");
    expect(await line()).toBe("! 0 nexthops; changes follow");
    kernel.sandbox.run("ip nexthop add id 9 blackhole; ip nexthop del id 9");
    expect(await upTo(/^-/)).toEqual([
      expect.stringMatching(/^\+ nexthop .*id=9/),
      expect.stringMatching(/^- nexthop .*id=9/),
    ]);
    expect(await interrupted()).toBe(130);
  });

  it("prints what changes, as JSON too", async () => {
    const { line, interrupted } = await following("nexthop", "monitor", "--json", "--members", "id");
    kernel.sandbox.run("ip nexthop add id 10 blackhole");
    expect(JSON.parse(await line())).toMatchObject({ type: "added", object: "nexthop", current: { id: 10 } });
    expect(await interrupted()).toBe(130);
  });
});
