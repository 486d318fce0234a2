import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type PacketTrace, type Trace, type TraceOptions, tracedPacket } from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const RULES = `
  table inet filter {
    chain input {
      type filter hook input priority 0; policy accept;
      meta nftrace set 1
      meta mark set 7
      udp dport 9 jump checks
      udp dport 11 drop
    }
    chain checks {
      counter
      udp dport 10 accept
    }
  }
  table ip late {
    chain input {
      type filter hook input priority 10; policy drop;
      udp dport 12 accept
    }
  }`;

/** Names of families as nft prints them. */
const FAMILIES: Readonly<Record<string, string>> = { ipv4: "ip", ipv6: "ip6" };

/** Returns what `nft monitor trace` prints of a packet, as far as it shows its way. */
function asNft({ id, family, table, steps }: PacketTrace): string[] {
  const number = id.toString(16).padStart(8, "0");
  // It does not print the ends of chains.
  const printed = steps.filter(({ type }) => type !== "return");
  return printed.map((step) => {
    const place = [number, FAMILIES[family] ?? family, table, step.chain].join(" ");
    if (step.type === "policy") return `${place} policy ${step.policy}`;
    const { code, chain } = step.verdict!;
    return `${place} ${step.type} ${code}${chain === undefined ? "" : ` ${chain}`}`;
  });
}

/** Returns the same of a line that nft prints; nothing of those that show headers. */
function ofNft(line: string): string[] {
  const [, place, kind, rest = ""] = /^trace id (\w+ \w+ \S+ \S+) (rule|policy) (.*)$/.exec(line) ?? [];
  if (place === undefined) return [];
  const verdict = (/verdict (.*)\)/.exec(rest)?.[1] ?? rest).trim().replace(/ *meta mark .*/, "");
  return [`${place} ${kind} ${verdict}`];
}

describeWith(["nft"], "trace$", () => {
  let kernel: Kernel;
  let traces: Trace[];
  const cleanups: (() => void)[] = [];
  const packets = () => traces.filter((trace): trace is PacketTrace => trace.type === "packet");

  async function trace(options: TraceOptions = {}): Promise<void> {
    traces = [];
    await new Promise<void>((listening, failed) => {
      const subscription = kernel.nf.nftables.trace$({ ...options, listening }).subscribe({
        next: (value) => traces.push(value),
        error: failed,
      });
      cleanups.push(() => subscription.unsubscribe());
    });
  }

  const send = (port: number) => kernel.run(`bash -c 'echo hallo >/dev/udp/127.0.0.1/${port}; true' 2>&1`);

  beforeEach(async () => {
    kernel = await openKernel(`nft -f - <<'END'\n${RULES}\nEND\n`);
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) cleanup();
    await kernel.close();
  });

  it("groups the steps of a packet by base chain", async () => {
    await trace();
    send(9);
    await eventually(() => expect(packets().length).toBeGreaterThanOrEqual(2));
    const [filter, late] = packets();
    expect(filter).toMatchObject({
      family: "inet",
      table: "filter",
      chain: "input",
      nfproto: "ipv4",
      verdict: "accept",
    });
    expect(filter!.steps.map(({ type, chain }) => [type, chain])).toEqual([
      ["rule", "input"],
      ["rule", "input"],
      ["rule", "input"],
      ["rule", "checks"],
      ["return", "checks"],
      ["return", "input"],
      ["policy", "input"],
    ]);
    expect(filter!.steps[2]).toMatchObject({ verdict: { code: "jump", chain: "checks" }, mark: 7 });
    expect(late).toMatchObject({ id: filter!.id, family: "ipv4", table: "late", mark: 7, verdict: "drop" });
    expect(tracedPacket(filter!)).toMatchObject({
      type: "ipv4",
      saddr: "127.0.0.1",
      daddr: "127.0.0.1",
      payload: { type: "udp", dest: 9 },
    });
  });

  it("shows the rules that packets met, those that just changed too", async () => {
    await trace({ rules: true });
    kernel.run("nft insert rule inet filter input udp dport 13 meta nftrace set 1 drop comment '\"new\"'");
    send(13);
    await eventually(() => expect(packets().length).toBe(1));
    expect(packets()[0]!.steps).toMatchObject([
      { type: "rule", verdict: { code: "drop" }, rule: { chain: "input", userdata: { comment: "new" } } },
    ]);
  });

  it("agrees with nft monitor trace", async () => {
    await trace();
    // Waits until the monitor has joined the group of traces, and has printed the last packet.
    const printed = kernel.run(`
      file=$(mktemp)
      nft monitor trace >$file & monitor=$!
      until grep -q " 12 *$monitor  *00000100 " /proc/net/netlink; do :; done
      for port in 9 10 11 12; do bash -c "echo hallo >/dev/udp/127.0.0.1/$port" 2>/dev/null; done
      until grep -q 'udp dport 12' $file && [ $(grep -c 'verdict accept' $file) -ge 1 ]; do :; done
      kill $monitor; cat $file; rm $file`);
    const expected = printed.split("\n").flatMap(ofNft);
    expect(expected.length).toBeGreaterThan(10);
    await eventually(() => expect(packets().flatMap(asNft)).toEqual(expect.arrayContaining(expected)));
  });
});
