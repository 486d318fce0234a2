// Sets up the benchmark's network namespaces. Each is held by a process that ends when this one does, in whatever way:
// none has a name, so none can be left behind, and no namespace of anyone else is touched.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

const GATEWAY = 0x0ac80002; // 10.200.0.2
const TABLE_BASE = 0x10000000; // 16.0.0.0
const PROTOCOLS = [4, 186, 188]; // static, bgp, ospf
const dotted = (value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");

const SETUP = `set -e
  echo 1 2>/dev/null >/proc/sys/net/ipv6/conf/default/disable_ipv6 || true
  ip link set lo up
  ip link add v0 type veth peer name v1
  ip address add 10.200.0.1/24 dev v0
  ip link set v1 up
  ip link set v0 up
  ip -o link show v0`;

/** The route number `i` of the big table. Keep in step with load_routes() in ../baseline/workload.c. */
const routeOf = (i) => ({
  dst: TABLE_BASE + i * 256,
  dstLen: 24,
  gateway: GATEWAY + (i % 4),
  protocol: PROTOCOLS[i % 3],
  priority: 100 + (i % 5),
});

/** The sums that a program finds in the whole table, by the arguments `dump`, `list`, `members` and `stream`. */
export function expectedChecks(routes, oif) {
  const connected = { dst: 0x0ac80000, dstLen: 24, gateway: 0, protocol: 2, priority: 0 };
  const all = [0, 0, 0, 0, 0, 0, 0];
  for (let i = -1; i < routes; i++) {
    const { dst, dstLen, gateway, protocol, priority } = i < 0 ? connected : routeOf(i);
    [dst, dstLen, gateway, oif, 254, protocol, priority].forEach((value, at) => {
      all[at] += value;
    });
  }
  const count = routes + 1;
  const [, lengths, , interfaces, , , priorities] = all;
  const sums = [count, ...all].join(":");
  return {
    dump: sums,
    list: sums,
    members: [count, ...all.slice(0, 4)].join(":"),
    stream: [count, lengths, interfaces, priorities, count, routes].join(":"),
  };
}

function load(enter, routes, baseline, env) {
  if (baseline !== undefined)
    return spawnSync(enter[0], [...enter.slice(1), baseline, "load", routes], { env });
  const lines = Array.from({ length: routes }, (_, i) => {
    const { dst, dstLen, gateway, protocol, priority } = routeOf(i);
    return `route add ${dotted(dst)}/${dstLen} via ${dotted(gateway)} proto ${protocol} metric ${priority}`;
  });
  return spawnSync(enter[0], [...enter.slice(1), "ip", "-batch", "-"], { input: lines.join("\n"), env });
}

/** Opens a namespace with a veth pair and a number of routes. */
export async function openNamespace(routes, baseline) {
  const hold = ["--net", "sh", "-c", "echo; exec cat"];
  const holder = spawn("unshare", hold, { stdio: ["pipe", "pipe", "inherit"] });
  const [sign] = await Promise.race([once(holder.stdout, "data"), once(holder, "exit")]);
  if (typeof sign === "number") throw new Error("cannot create a network namespace here");
  const enter = ["nsenter", `--net=/proc/${holder.pid}/ns/net`];
  const made = spawnSync(enter[0], [...enter.slice(1), "sh", "-c", SETUP], { encoding: "utf8" });
  const oif = Number(made.stdout.split(":")[0]);
  const env = { ...process.env, PEER_OIF: oif, PEER_GW: dotted(GATEWAY), PEER_HOLDER: holder.pid };
  const close = () => holder.kill();
  const loaded = made.status === 0 && routes > 0 ? load(enter, routes, baseline, env) : made;
  if (loaded.status !== 0) {
    close();
    throw new Error(`cannot set up the namespace: ${loaded.stderr}`);
  }
  return { enter, env, close, checks: expectedChecks(routes, oif) };
}

/** Runs shell text inside a namespace. */
export const inside = ({ enter: [program, ...args], env }, text) =>
  spawnSync(program, [...args, "sh", "-c", text], { env, encoding: "utf8" });
