import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = new URL("../../../dist/bin/rxnl.js", import.meta.url).pathname;
const why = whyNoNamespaces();
if (why !== undefined) console.log(`rxnl is not tried on the kernel: ${why}`);

type Json = Record<string, unknown>;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `rxnl` to its end. */
function rxnl(args: readonly string[], inside: readonly string[] = []): Ended {
  const [command, ...rest] = [...inside, process.execPath, program, ...args] as [string, ...string[]];
  return spawnSync(command, rest, { encoding: "utf8" });
}

describe("the command line", () => {
  it.each<[string, string[], string]>([
    ["an unknown command", ["frobnicate"], "unknown command"],
    ["an unknown option", ["link", "list", "--frobnicate"], "unknown option"],
    ["a word without =", ["link", "list", "ifname"], "expected KEY=VALUE"],
    [
      "an unknown member",
      ["link", "add", "linkinfo.data.vxlan.idd=1"],
      "linkinfo.data.vxlan.idd: there is no member idd in linkinfo-vxlan-attrs (did you mean id?)",
    ],
    ["a member without those around it", ["link", "add", "kind=veth"], "did you mean linkinfo.kind?"],
    ["a word of another member", ["link", "add", "type=veth"], "did you mean linkinfo.kind=veth?"],
    ["a prefix", ["route", "add", "dst=192.0.2.0/24"], "did you mean dst=192.0.2.0 dstLen=24?"],
    ["a prefix of an address", ["address", "add", "local=::1/64"], "did you mean local=::1 prefixlen=64?"],
    ["a misspelt table", ["route", "list", "table=mian"], 'table: "mian" is not a u32'],
    ["a name alone", ["link", "get", "eth0"], "expected KEY=VALUE, such as ifname=eth0"],
    ["a misspelt object", ["lnk", "list"], "Did you mean link?"],
    ["a misspelt verb", ["link", "lst"], "Did you mean list?"],
    ["a misspelt option", ["link", "list", "--jsn"], "Did you mean --json?"],
    ["a value that does not fit", ["link", "add", "mtu=many"], 'mtu: "many" is not a u32'],
    ["no value", ["link", "add", "mtu="], 'mtu: "" is not a u32'],
    ["a large number that is none", ["link", "list", "stats64.rxPackets=x"], 'rxPackets: "x" is not a u64'],
    ["an unknown name", ["link", "add", "flags=upp"], "did you mean up?"],
    ["an unknown word", ["route", "add", "type=unicst"], "did you mean unicast?"],
    ["a whole for a leaf", ["link", "add", "linkinfo=vxlan"], "linkinfo: has members of its own"],
    ["a gap", ["route", "add", "multipath[5].ifindex=1"], "multipath[5]: multipath[0] is missing"],
    ["a far gap", ["route", "add", "multipath[4294967294].ifindex=1"], "multipath[0] is missing"],
    ["a member given twice", ["link", "add", "mtu=1", "mtu=2"], "mtu: is given twice"],
    ["a part of one given whole", ["link", "add", "linkinfo={}", "linkinfo={}"], "linkinfo: is given twice"],
    ["what is no JSON", ["link", "add", "linkinfo={kind}"], "linkinfo: not JSON"],
    ["JSON that does not fit", ["link", "add", 'linkinfo={"knd":"veth"}'], "linkinfo.knd: no such member"],
    [
      "a whole that does not fit",
      ["link", "add", '{"ifnam":"veth"}'],
      "ifnam: no such member of link (did you mean",
    ],
    ["a whole that is no object", ["link", "add", "{"], "not JSON"],
    ["a member of all objects", ["link", "add", "constructor=1"], "there is no member constructor"],
  ])("ends with status 2 for %s", (_, args, text) => {
    const { status, stderr } = rxnl(args);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(2);
  });

  it("helps, and tells its version", () => {
    expect(rxnl(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("monitor") });
    expect(rxnl(["--version"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

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

  it("is no error where the reader has had enough", () => {
    const { status, stderr } = shell("{ rxnl link list; echo $? >&2; } | true");
    expect([status, stderr]).toEqual([0, "0\n"]);
  });

  it("leaves the status of a failure as it is where that cannot be told either", () => {
    expect(shell("rxnl link get ifname=no-such-link 2>/dev/full").status).toBe(1);
    expect(shell("rxnl frobnicate 2>/dev/full").status).toBe(2);
  });
});

describe.skipIf(why !== undefined)("rxnl", () => {
  let sandbox: Sandbox;
  let inside: readonly string[];
  beforeAll(async () => {
    sandbox = await openSandbox();
    inside = ["nsenter", `--net=${sandbox.namespace.path}`];
    sandbox.run("ip link set lo up");
  });
  afterAll(() => sandbox?.close());

  const inNamespace = (...args: string[]) => rxnl(args, inside);
  const json = (...args: string[]) => JSON.parse(inNamespace(...args, "--json").stdout) as Json[];

  it("adds, gets, lists, changes and deletes links", () => {
    const vxlan = [
      "ifname=vx1",
      "linkinfo.kind=vxlan",
      "linkinfo.data.vxlan.id=42",
      "linkinfo.data.vxlan.port=4789",
    ];
    expect(inNamespace("link", "add", ...vxlan)).toEqual(
      expect.objectContaining({ status: 0, stdout: "", stderr: "" }),
    );
    expect(inNamespace("link", "get", "ifname=vx1", "--json").stdout).toContain('"id":42');
    expect(json("link", "list", "linkinfo.kind=vxlan")).toMatchObject([
      { ifname: "vx1", linkinfo: { kind: "vxlan" } },
    ]);
    expect(inNamespace("link", "change", "ifname=vx1", "flags=up", "mtu=1300").status).toBe(0);
    expect(sandbox.json<Json[]>("ip -j link show vx1")[0]).toMatchObject({ mtu: 1300 });
    expect(inNamespace("link", "list").stdout).toMatch(
      /^1: lo .*mtu 65536.*\n\d+: vx1 vxlan <.*up.*> mtu 1300/,
    );
    expect(inNamespace("link", "delete", "ifname=vx1").status).toBe(0);
    expect(json("link", "list").map(({ ifname }) => ifname)).toEqual(["lo"]);
  });

  it("prints the form of toJson(): bits as names, 64-bit integers as text", () => {
    expect(json("link", "list")[0]).toMatchObject({
      flags: expect.arrayContaining(["up", "loopback"]),
      stats64: { rxPackets: expect.stringMatching(/^\d+$/) },
    });
  });

  it("takes that form: for a member, for all, and from standard input", () => {
    const linkinfo = 'linkinfo={"data":{"veth":{"peer":{"ifname":"j1"}}}}';
    expect(inNamespace("link", "add", "ifname=j0", linkinfo).status).toBe(0);
    expect(inNamespace("link", "change", '{"ifname":"j0","flags":["up"]}', "mtu=1300").status).toBe(0);
    const input = JSON.stringify({ ifname: "j1", flags: ["up"] });
    const args = [...inside.slice(1), process.execPath, program, "link", "change", "-"];
    const piped = spawnSync("nsenter", args, { encoding: "utf8", input });
    expect(piped).toMatchObject({ status: 0, stderr: "" });
    expect(json("link", "get", "ifname=j0")).toMatchObject({
      mtu: 1300,
      flags: expect.arrayContaining(["running"]),
    });
    expect(inNamespace("link", "delete", "ifname=j0").status).toBe(0);
  });

  it("watches as JSON, one object a line", async () => {
    const once$ = inNamespace("watch", "--json");
    const lines = once$.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Json);
    expect(lines[0]).toMatchObject({ type: "added", object: "link", current: { ifname: "lo" } });
    expect(lines.at(-1)).toEqual({ type: "synced" });
    const args = [...inside.slice(1), process.execPath, program, "watch", "--json", "--follow"];
    const child = spawn("nsenter", args, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit");
    const events: Json[] = [];
    for await (const line of createInterface(child.stdout)) {
      const event = JSON.parse(line) as Json;
      if (event.type === "synced")
        sandbox.run("ip link add m0 type ifb; ip link set m0 mtu 1400; ip link del m0");
      else if (event.inferred === false) events.push(event);
      if (event.type === "removed") break;
    }
    expect(events).toMatchObject([
      { type: "added", object: "link", current: { ifname: "m0" } },
      { type: "changed", object: "link", current: { mtu: 1400 }, previous: { mtu: 1500 } },
      { type: "removed", object: "link", previous: { ifname: "m0", flags: ["broadcast", "noarp"] } },
    ]);
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(0);
  });

  it("adds, lists and deletes addresses and routes", () => {
    expect(inNamespace("address", "add", "index=1", "local=192.0.2.1", "prefixlen=24").status).toBe(0);
    expect(json("address", "list", "local=192.0.2.1")).toMatchObject([{ prefixlen: 24, index: 1 }]);
    expect(inNamespace("route", "add", "dst=198.51.100.0", "dstLen=24", "type=blackhole").status).toBe(0);
    expect(json("route", "list", "type=blackhole")).toMatchObject([{ dst: "198.51.100.0", dstLen: 24 }]);
    expect(inNamespace("route", "get", "dst=192.0.2.1", "--json").stdout).toContain('"type":"local"');
    expect(inNamespace("route", "delete", "dst=198.51.100.0", "dstLen=24").status).toBe(0);
    const ways = ["multipath[0].ifindex=1", "multipath[0].gateway=192.0.2.7", "multipath[1].ifindex=1"];
    expect(
      inNamespace("route", "add", "dst=203.0.113.0", "dstLen=24", ...ways, "multipath[1].gateway=192.0.2.8")
        .status,
    ).toBe(0);
    expect(inNamespace("address", "delete", "index=1", "local=192.0.2.1", "prefixlen=24").status).toBe(0);
  });

  it("ends with status 1 where the kernel refuses, and says what and where", () => {
    const tooLarge = inNamespace("link", "add", "ifname=vx1", "linkinfo.data.vxlan.id=16777216");
    expect(tooLarge.status).toBe(1);
    expect(tooLarge.stderr).toContain(
      "ERANGE at linkinfo.data.vxlan.id: VXLAN ID must be lower than 16777216",
    );
    expect(inNamespace("link", "get", "ifname=nobody")).toMatchObject({
      status: 1,
      stderr: "rxnl: get link ifname=nobody: ENODEV (no such device)\n",
    });
  });

  it("finds a namespace by path and by process id, and says where there is none", async () => {
    const byPath = rxnl(["link", "list", "--json", "--netns", sandbox.namespace.path]);
    expect((JSON.parse(byPath.stdout) as Json[]).map(({ ifname }) => ifname)).toEqual(["lo"]);
    const holder = spawn("nsenter", [...inside.slice(1), "cat"], { stdio: ["pipe", "pipe", "ignore"] });
    holder.stdin!.write("ready\n");
    await once(holder.stdout!, "data");
    const byPid = rxnl(["--netns", String(holder.pid), "link", "list", "--json"]);
    holder.stdin!.end();
    expect(byPid.stdout).toBe(byPath.stdout);
    const none = rxnl(["link", "list", "--netns", "no-such-namespace"]);
    expect(none).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("no network namespace no-such-namespace"),
    });
  });

  it("monitors as JSON, one object a line", async () => {
    const child: ChildProcess = spawn(
      "nsenter",
      [...inside.slice(1), process.execPath, program, "monitor", "--json"],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const ended = once(child, "exit");
    await once(child.stderr!, "data");
    sandbox.run("ip link add m0 type ifb; ip link del m0");
    const events: Json[] = [];
    for await (const line of createInterface(child.stdout!)) {
      events.push(JSON.parse(line) as Json);
      if (events.at(-1)!.type === "delete") break;
    }
    expect(events.map(({ type, object, value }) => [type, object, (value as Json).ifname])).toEqual([
      ["new", "link", "m0"],
      ["delete", "link", "m0"],
    ]);
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(0);
  });

  /** Starts `rxnl monitor`, whose output nobody reads yet, and waits until it listens. */
  async function monitoring(...args: string[]): Promise<{ child: ChildProcess; ended: Promise<unknown[]> }> {
    const command = [...inside.slice(1), process.execPath, program, "monitor", ...args];
    const child = spawn("nsenter", command, { stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(child, "exit");
    await once(child.stderr!, "data");
    return { child, ended };
  }

  /** Adds and deletes routes, more than all buffers on the way hold. */
  function storm(): void {
    const numbered = (verb: string) =>
      `for i in $(seq 0 118); do for j in $(seq 0 250); do echo route ${verb} blackhole 10.7.$i.$j; done; done`;
    sandbox.run(`${numbered("add")} | ip -batch -; ${numbered("del")} | ip -batch -`);
  }

  it.each(["SIGINT", "SIGTERM"] as const)("ends a monitor that nobody reads by %s", async (signal) => {
    const { child, ended } = await monitoring();
    storm();
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });

  it("keeps no more of what a monitor's reader does not read than fits, and reports the loss", async () => {
    const { child, ended } = await monitoring();
    storm();
    let lost = false;
    for await (const line of createInterface(child.stdout!)) {
      lost = line.startsWith("! events were lost");
      if (lost) break;
    }
    expect(lost).toBe(true);
    child.kill("SIGINT");
    await ended;
  });

  it("ends a monitor quietly when its reader leaves, and with status 1 where the disk is full", async () => {
    const left = await monitoring();
    left.child.stdout!.destroy();
    sandbox.run("ip link add m1 type ifb; ip link del m1");
    expect(await left.ended).toEqual([0, null]);
    const full = spawn(
      "sh",
      ["-c", `exec ${[...inside, process.execPath, program].join(" ")} monitor >/dev/full`],
      {
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    const ended = once(full, "exit");
    await once(full.stderr!, "data");
    sandbox.run("ip link add m2 type ifb; ip link del m2");
    expect(await ended).toEqual([1, null]);
  });

  it("watches: prints what is there and ends where the output is not a terminal", () => {
    const { status, stdout } = inNamespace("watch");
    expect(status).toBe(0);
    expect(stdout).toMatch(/Links \(1\)\n {2}1: lo .*\nAddresses \(\d\)\n[\s\S]*Routes \(\d+\)\n/);
  });

  const cannotPretend = spawnSync("script", ["--version"]).status !== 0;
  if (cannotPretend) console.log("rxnl watch is not tried on a terminal: needs the program script");

  it.skipIf(cannotPretend)(
    "watches on a terminal: goes on with what changes, until it is interrupted",
    async () => {
      // Ctrl-C reaches all of a terminal: a shell that stays would end of it and hide what rxnl ended with.
      const command = ["exec", ...inside, process.execPath, program, "watch"].join(" ");
      const terminal = spawn("script", ["-qefc", command, "/dev/null"], {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, SHELL: "/bin/sh" },
      });
      const ended = once(terminal, "exit");
      const next: Readonly<Record<string, () => void>> = {
        "Changes, until Ctrl-C": () => sandbox.run("ip link add w0 type ifb"),
        "+ link": () => sandbox.run("ip link set w0 mtu 1400"),
        "~ link": () => sandbox.run("ip link delete w0"),
        "- link": () => terminal.stdin.write("\x03"),
      };
      const lines: string[] = [];
      for await (const coloured of createInterface(terminal.stdout)) {
        const line = stripVTControlCharacters(coloured);
        lines.push(line);
        const step = Object.keys(next).find((start) => line.startsWith(start));
        if (step !== undefined) next[step]!();
      }
      expect((await ended)[0]).toBe(0);
      // The terminal echoes the key.
      const changes = lines.slice(lines.indexOf("Changes, until Ctrl-C") + 1).filter((line) => line !== "^C");
      expect(lines[0]).toBe("Links (1)");
      expect(changes).toEqual([
        expect.stringMatching(/^\+ link {4}\d+: w0 ifb /),
        expect.stringMatching(/^~ link {4}\d+: w0 ifb .* mtu 1400 .*\(mtu 1500 → 1400\)$/),
        expect.stringMatching(/^- link {4}\d+: w0 ifb /),
      ]);
    },
  );

  it("shows the demo, which ends by itself", () => {
    const { status, stdout } = rxnl(["watch", "--demo"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /ip address add 192\.0\.2\.1\/24 dev demo0\n[\s\S]* {2}\+ address 192\.0\.2\.1\/24 link \d/,
    );
    const last = stdout.slice(stdout.indexOf("ip link del demo0"));
    for (const gone of ["link .*demo0", "link .*demo1", "address 192.0.2.1", "route .*192.0.2.0/24"])
      expect(last).toMatch(new RegExp(`^ {2}- ${gone}`, "m"));
  });

  const asNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const cannotBeNobody =
    spawnSync(asNobody[0]!, [...asNobody.slice(1), process.execPath, program, "--version"]).status !== 0;
  if (cannotBeNobody)
    console.log("rxnl is not tried as an ordinary user: needs root, and a checkout that others may read");

  it.skipIf(cannotBeNobody)("works for an ordinary user", () => {
    expect(rxnl(["watch", "--once"], asNobody)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Links ("),
    });
    expect(rxnl(["watch", "--demo"], asNobody)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("demo0"),
    });
    const refused = rxnl(["link", "add", "ifname=mine", "linkinfo.kind=ifb"], [...inside, ...asNobody]);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("EPERM") });
    expect(refused.stderr).toContain("needs CAP_NET_ADMIN");
  });
});
