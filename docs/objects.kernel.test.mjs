// Each page about an object is a program, next to a script of the kernel's own tools. Both run in separate network
// namespaces, and must leave the same state behind. Blocks of `bash` prepare both.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { openSandbox, whyNoNamespaces } from "../packages/testing/dist/kernel.js";
import { blocks, home, pagesOf, runnables } from "./snippets.mjs";

/**
 * Switches off automatic addresses, which appear at an arbitrary time, duplicate address detection, and what TCP remembers
 * of connections.
 */
const QUIET = `
  echo 1 > /proc/sys/net/ipv4/tcp_no_metrics_save
  echo 1 > /proc/sys/net/ipv6/conf/default/addr_gen_mode
  echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad
  ip link set lo up`;

const EVERYWHERE = [
  "ip -d -j address",
  "ip -d -j -4 route show table all",
  "ip -d -j -6 route show table all",
  "ip -d -j neighbour",
  "ip -d -j neighbour show proxy",
  "ip -d -j -4 rule",
  "ip -d -j -6 rule",
  "ip -d -j nexthop",
  "ip -j addrlabel",
  "bridge -d -j fdb",
  "bridge -d -j vlan",
  "bridge -d -j mdb",
  "tc -d -j qdisc",
  "ip -j mptcp endpoint",
  "ip mptcp limits",
  "ip tcp_metrics",
  "ip sr tunsrc show",
  "ip ioam namespace show",
  "ip ioam schema show",
  // Timeouts run.
  "conntrack -L -o extended | sed -E 's/^(([^ ]+ +){4})[0-9]+/\\1/; s/ use=[0-9]+//'",
  // The seed of a hash is random, and timeouts run.
  "nft -s list ruleset",
  // A text that begins with a bracket would be taken for JSON.
  "wg showconf wg0 | sed 's/^.Interface.$/interface/'",
  "ip macsec show | sed 's/^ *[0-9]*: \\(macsec[0-9]*\\)/\\1/'",
  "ip l2tp show tunnel",
  "ip l2tp show session",
  "ip fou show",
  "ipvsadm -Sn",
  "ipvsadm -L --timeout",
  "ip xfrm policy",
  "ip xfrm policy getdefault",
  "ip -s -s xfrm policy count",
  // SPIs that the kernel allocates are random.
  "ip xfrm state | sed 's/spi 0x0[0-9a-f]*/spi any/'",
  "ovs-dpctl show",
  // Times and counters of flows run.
  "ovs-dpctl dump-flows | sed -E 's/packets:[0-9]+, bytes:[0-9]+, used:[^,]+, //'",
  "batctl meshif bat0 gw_mode",
  "batctl meshif bat0 ap_isolation",
  "batctl hardif v1 hop_penalty",
  "ipset save | sed 's/ initval .*//; s/^\\(add .*\\) timeout [0-9]*/\\1/'",
];
const OF_A_LINK = [
  "tc -d -j class show dev",
  "tc -d -j filter show dev",
  "tc -d -j chain show dev",
  "ethtool --json -k",
  "ethtool -l",
];

/** Members that change on their own: clocks, states that follow the carrier with a delay, addresses of tunnels. */
const CHANGING = /timer$|^permaddr$|^operstate$|^expires$|_life_time$|^used$|^bfd|^system_id$/;

/** Tables in the order of a hash with a random seed. */
const UNORDERED = /neighbour|fdb|mdb/;

/** The multicast route of a link is created with its carrier, so those of two links are in arbitrary order. */
const BY_CARRIER = "ff00::/8";

/** Multicast groups are joined gradually, with the carrier and the addresses of a link. */
const OF_GROUPS = /^(33:33|01:00:5e)/;

/** Sorts rows by their text, and nested arrays too. */
function sorted(rows) {
  if (!Array.isArray(rows)) return rows;
  const text = (row) => JSON.stringify(row);
  const inner = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, sorted(value)])),
  );
  return inner.sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

/** Removes rows that appear at an arbitrary time, and orders tables without an order. */
function comparable(command, rows) {
  if (!Array.isArray(rows)) return rows;
  const kept = rows.filter(({ dst, mac }) => dst !== BY_CARRIER && !OF_GROUPS.test(mac));
  return UNORDERED.test(command) ? sorted(kept) : kept;
}

/** Flags that follow the carrier of a link with a delay. */
const OF_CARRIER = new Set(["NO-CARRIER", "LOWER_UP"]);

/** Removes members that change on their own. */
function steady(key, value) {
  if (CHANGING.test(key)) return undefined;
  return key === "flags" && Array.isArray(value) ? value.filter((flag) => !OF_CARRIER.has(flag)) : value;
}

/** Parses the output of a command; iproute2 6.1 has no JSON for classes. */
function parsed(text) {
  if (/^[^[{]/.test(text)) return text.split("\n").sort();
  return JSON.parse(text.trim() || "[]", steady);
}

/** Runs commands, and returns their comparable output. */
function outputs(sandbox, commands) {
  const printed = sandbox.run(
    commands.map((command) => `out=$(${command} 2>/dev/null) && printf %s "$out"; printf '\\0'`).join("\n"),
  );
  const texts = printed.split("\0").slice(0, commands.length);
  const values = texts.map(parsed);
  return Object.fromEntries(commands.map((command, index) => [command, comparable(command, values[index])]));
}

/** Reads the state of a namespace. */
function state(sandbox) {
  const everywhere = outputs(sandbox, EVERYWHERE);
  const names = everywhere["ip -d -j address"].map(({ ifname }) => ifname);
  const commands = names.flatMap((name) => OF_A_LINK.map((command) => `${command} ${name}`));
  return { ...everywhere, ...outputs(sandbox, commands) };
}

/** Runs a program in the namespace of a sandbox. */
function run(sandbox, command, input) {
  const args = [`--net=${sandbox.namespace.path}`, ...command];
  return spawnSync("nsenter", args, { cwd: home, input, encoding: "utf8", timeout: 400_000 });
}

async function compared(page, skip) {
  const [theirs, ours] = [await openSandbox(), await openSandbox()];
  try {
    for (const sandbox of [theirs, ours]) sandbox.run(QUIET);
    const done = (sandbox, language) => {
      const script = run(sandbox, ["sh", "-e"], blocks(page, language).join("\n"));
      if (script.status !== 0) skip(`this kernel or its tools: ${script.stderr.trim().split("\n").at(-1)}`);
    };
    for (const sandbox of [theirs, ours]) done(sandbox, "bash");
    done(theirs, "sh");
    const program = run(ours, [process.execPath, "--input-type=module"], runnables(page)[0]);
    expect(program.stderr).toBe("");
    expect(program.status).toBe(0);
    expect(state(ours)).toEqual(state(theirs));
  } finally {
    await Promise.all([theirs.close(), ours.close()]);
  }
}

const reason = whyNoNamespaces();
const pages = [...pagesOf("docs/objects"), "docs/coming-from/iproute2.md"];
test.skipIf(reason)(`pages about objects match the kernel's tools${reason ? `: ${reason}` : ""}`, () => {
  expect(pages.length).toBeGreaterThan(0);
});
if (reason === undefined)
  test.for(pages)("%s matches the kernel's tools", async (page, { skip }) => compared(page, skip), 900_000);
