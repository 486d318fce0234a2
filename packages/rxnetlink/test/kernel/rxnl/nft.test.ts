import { spawnSync } from "node:child_process";
import { beforeEach, describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, isInstalled, program, why } from "../../support/rxnl.js";

const RULESET = `
table inet t {
  comment "all"
  counter hits { packets 7 bytes 420 }
  set nets {
    type ipv4_addr; flags interval
    elements = { 10.0.0.0/8 comment "ten", 192.0.2.5-192.0.2.9 }
  }
  set large { typeof meta time; elements = { 1700000000 } }
  map verdicts {
    type inet_service : verdict
    elements = { 80 : accept, 81 : jump other }
  }
  map counters { type inet_service : counter; elements = { 80 : "hits" } }
  chain other { comment "jumped to"; }
  chain in {
    type filter hook input priority 3; policy drop;
    tcp dport { 22, 443 } counter name hits accept comment "first"
    ip saddr @nets tcp dport vmap @verdicts
    udp dport vmap { 53 : accept, 54 : jump other }
  }
}
table ip6 six {
  chain out {
    type filter hook output priority 0; policy accept;
    counter
  }
}`;

const missing = ["nft", "bash"].filter((name) => !isInstalled(name));
const reason = why ?? (missing.length > 0 ? `${missing.join(", ")} not installed` : undefined);

const NEW = [
  { add: { table: { family: "inet", name: "n" } } },
  {
    add: {
      chain: {
        ...{ family: "inet", table: "n", name: "in", type: "filter" },
        hook: { hooknum: "input", priority: 0 },
      },
    },
  },
];
const rule = (comment: string) => ({
  ...{ family: "inet", table: "n", chain: "in", comment },
  expressions: [{ data: { counter: {} } }],
});

describe.skipIf(reason !== undefined)(
  `rxnl nft${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const kernel = aroundSandbox();
    const following = aroundFollowing(kernel.inside);
    const nft = (...args: string[]) => kernel.inNamespace("nft", ...args);
    /** Runs `rxnl nft` with steps on standard input. */
    function given(steps: unknown, ...args: string[]) {
      const [command, ...rest] = [...kernel.inside(), process.execPath, program, "nft", ...args];
      const input = typeof steps === "string" ? steps : JSON.stringify(steps);
      const { status, stdout, stderr } = spawnSync(command!, rest, { encoding: "utf8", input });
      return { status, stdout, stderr };
    }
    const done = { status: 0, stdout: "", stderr: "" };
    const load = (text: string) => kernel.sandbox.run(`nft -f - <<'END'\n${text}\nEND`);
    const listed = () => kernel.sandbox.run("nft list ruleset") as string;
    beforeEach(() => void kernel.sandbox.run("nft flush ruleset"));

    it("lists the ruleset as steps that make the same again", () => {
      load(RULESET);
      const before = listed();
      const steps = kernel.json("nft", "list");
      expect(steps[0]).toMatchObject({
        add: { table: { family: "inet", name: "t", userdata: { comment: "all" } } },
      });
      const again = [{ flush: { ruleset: {} } }, ...steps];
      expect(given(again, "check", "-")).toEqual(done);
      expect(given(again, "apply", "-")).toEqual(done);
      expect(listed()).toBe(before);
      kernel.sandbox.run("nft flush ruleset");
      expect(given(steps, "apply", "-")).toEqual(done);
      expect(listed()).toBe(before);
    });

    it("lists sets that rules fill as such", () => {
      load("table inet f { set seen { type ipv4_addr; }\nchain in { }\n}");
      kernel.sandbox.run("nft 'add rule inet f in add @seen { ip saddr }'");
      const steps = kernel.json("nft", "list");
      expect(given([{ flush: { ruleset: {} } }, ...steps], "apply", "-")).toEqual(done);
      // As after "nft list ruleset" and "nft -f".
      expect(listed()).toMatch(/size 65535\s+flags dynamic\s.*add @seen \{ ip saddr \}/s);
    });

    it("lists the rules of iptables-nft as steps too", ({ skip }) => {
      if (!isInstalled("iptables-nft")) skip("iptables-nft not installed");
      kernel.sandbox.run(
        "iptables-nft -A INPUT -p tcp -m multiport --dports 22,80 -m comment --comment x -j ACCEPT",
      );
      const saved = () => kernel.sandbox.run("iptables-nft-save") as string;
      const before = saved().replaceAll(/^#.*\n/gm, "");
      const steps = kernel.json("nft", "list");
      expect(given([{ flush: { ruleset: {} } }, ...steps], "apply", "-")).toEqual(done);
      expect(saved().replaceAll(/^#.*\n/gm, "")).toBe(before);
    });

    it("lists the ruleset as text, or a part of it", () => {
      load(RULESET);
      expect(nft("list").stdout).toBe(listed());
      expect(nft("list", "--handles").stdout).toBe(kernel.sandbox.run("nft -a list ruleset"));
      const part = nft("list", "family=ipv6", "table=six");
      expect(part.stdout).toBe(kernel.sandbox.run("nft list table ip6 six"));
    });

    it("applies steps, and prints what was made", () => {
      const steps = [
        ...NEW,
        { append: { rule: rule("last") } },
        { before: { there: 2, rule: rule("first") } },
        {
          add: { set: { family: "inet", table: "n", name: "s", keyType: "ipv4_addr", flags: ["interval"] } },
        },
        {
          add: {
            element: {
              set: { family: "inet", table: "n", name: "s" },
              elements: [
                "192.0.2.0/24",
                { key: "10.0.0.1", comment: "x" },
                { type: "range", from: "11.0.0.1", to: "11.0.0.9" },
              ],
            },
          },
        },
      ];
      const applied = given(steps, "apply", "-", "--json");
      expect(applied).toMatchObject({ status: 0, stderr: "" });
      const { results } = JSON.parse(applied.stdout) as { results: { rule?: { handle: string } }[] };
      expect(results).toMatchObject([
        { table: {} },
        { chain: {} },
        { rule: {} },
        { rule: {} },
        { set: {} },
        null,
      ]);
      const text = kernel.sandbox.run("nft -a list ruleset") as string;
      expect(text).toContain(
        `counter packets 0 bytes 0 comment "first" # handle ${results[3]!.rule!.handle}\n` +
          `\t\tcounter packets 0 bytes 0 comment "last" # handle ${results[2]!.rule!.handle}\n`,
      );
      expect(text.replaceAll(/\s+/g, " ")).toContain(
        'elements = { 10.0.0.1 comment "x", 11.0.0.1-11.0.0.9, 192.0.2.0/24 }',
      );
      const there = { family: "inet", table: "n", chain: "in", handle: results[2]!.rule!.handle };
      const set = { family: "inet", table: "n", name: "s" };
      const more = [
        { replace: { there, rule: rule("other") } },
        { delete: { element: { set, elements: ["10.0.0.1"] } } },
      ];
      expect(given(more, "apply", "-")).toEqual(done);
      expect(listed()).toContain('comment "other"');
      expect(listed()).not.toContain("10.0.0.1");
    });

    it("checks without applying", () => {
      const checked = given(NEW, "check", "-", "--json");
      expect(JSON.parse(checked.stdout)).toMatchObject({ messages: 2 });
      expect(listed()).toBe("");
    });

    it("names the steps that the kernel refuses, applies none, and ends with status 1", () => {
      const bad = [...NEW, { add: { chain: { family: "inet", table: "no", name: "x" } } }];
      const refused = given([...bad, { delete: { table: { family: "inet", name: "none" } } }], "apply", "-");
      expect(refused.stderr.split("\n")).toEqual([
        expect.stringMatching(/^rxnl: 2: add chain inet no x: ENOENT at table /),
        expect.stringMatching(/^rxnl: 3: delete table inet none: ENOENT at name /),
        "",
      ]);
      expect(refused.status).toBe(1);
      expect(listed()).toBe("");
      const set = { family: "inet", table: "no", name: "s" };
      expect(given([{ add: { element: { set, elements: [1] } } }], "apply", "-")).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^rxnl: 0: add element inet no s: get set .*: ENOENT/),
      });
      expect(given(NEW, "apply", "-", "--generation", "4000000")).toEqual({
        status: 1,
        stdout: "",
        stderr: "rxnl: the ruleset is not at generation 4000000\n",
      });
    });

    it("names the elements that cannot be encoded, and ends with status 2", () => {
      load("table inet n { set s { type ipv4_addr; flags interval; }\n}");
      const set = { family: "inet", table: "n", name: "s" };
      expect(given([{ add: { element: { set, elements: ["192.0.2.0/33"] } } }], "apply", "-")).toEqual({
        status: 2,
        stdout: "",
        stderr: 'rxnl: 0: add element inet n s: elements[0]: "192.0.2.0/33" is no prefix\n',
      });
    });

    it("prints changes by transaction, with its process", async () => {
      const text = await following("nft", "monitor", "table=t");
      const json = await following("nft", "monitor", "--json");
      load(RULESET);
      kernel.sandbox.run("nft add element inet t nets '{ 11.0.0.1 }'");
      const lines = await text.upTo(/^ {2}\+ element inet t nets 11/);
      expect(lines[0]).toMatch(/^generation \d+ by nft\[\d+\]$/);
      expect(lines).toContain('  + element inet t nets 10.0.0.0/8 "ten"');
      expect(lines).toContain("  + map inet t verdicts inet_service : verdict <map>");
      expect(lines).toContain("  + counter inet t hits bytes=420 packets=7");
      expect(lines.filter((line) => line.includes("__"))).toEqual([]);
      expect(lines.find((line) => line.includes('comment "first"'))).toMatch(
        /^ {2}\+ rule inet t in \d+ tcp dport \{ (22, 443|443, 22) \} counter name "hits" accept comment "first"$/,
      );
      expect(lines.at(-2)).toMatch(/^generation \d+ by nft\[\d+\]$/);
      expect(await text.interrupted()).toBe(130);
      expect(JSON.parse(await json.line())).toMatchObject({ type: "synced" });
      const { changes } = JSON.parse(await json.line()) as { changes: unknown[] };
      expect(changes[0]).toMatchObject({ object: "table", type: "added", current: { name: "t" } });
      expect(changes).toContainEqual({
        ...{ object: "element", family: "inet", table: "t", set: "large" },
        ...{ type: "added", current: "1700000000000000000" },
      });
      expect(JSON.parse(await json.line())).toMatchObject({
        ...{ type: "commit", procName: "nft", origin: "other" },
        changes: [{ object: "element", table: "t", set: "nets", type: "added", current: "11.0.0.1" }],
      });
    });

    it("prints traced packets, with the rules that they meet", async () => {
      load(`table inet t {
      chain pre { type filter hook prerouting priority -300; udp dport 9 meta nftrace set 1; }
      chain in { type filter hook input priority 0; udp dport 9 counter drop comment "no"; }
    }`);
      const text = await following("nft", "trace");
      const json = await following("nft", "trace", "--json");
      kernel.sandbox.run("bash -c 'echo hi > /dev/udp/127.0.0.1/9'");
      const lines = await text.upTo(/^ {2}in drop/);
      expect(lines[0]).toMatch(/^0x[0-9a-f]{8} ipv4 t pre 127\.0\.0\.1\.\d+ > 127\.0\.0\.1\.9 udp: accept$/);
      expect(lines[1]).toMatch(/^ {2}pre continue by rule \d+ udp dport 9 meta nftrace set 1$/);
      expect(lines).toContain("  pre policy accept");
      expect(lines.at(-2)).toMatch(/ t in 127\.0\.0\.1\.\d+ > 127\.0\.0\.1\.9 udp: drop$/);
      expect(lines.at(-1)).toMatch(
        /^ {2}in drop by rule \d+ udp dport 9 counter packets \d bytes \d+ drop comment "no"$/,
      );
      expect(await text.interrupted()).toBe(130);
      expect(JSON.parse(await json.line())).toMatchObject({
        type: "packet",
        chain: "pre",
        verdict: "accept",
      });
      expect(JSON.parse(await json.line())).toMatchObject({
        chain: "in",
        steps: [{ type: "rule", chain: "in", rule: { userdata: { comment: "no" } } }],
      });
    });
  },
);
