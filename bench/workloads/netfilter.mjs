// Netfilter: packets that rules log and queue, tracked connections, elements of a set. Each workload has a namespace of its own.
import * as checks from "./checks.mjs";
import { figure, memory, receivedShare, result, windowCpu } from "./figure.mjs";

const OWN = ["baseline", "rxnetlink"];
const LOG = `nft 'table ip bench { chain input { type filter hook input priority 0; udp dport 9 log group 5; }; }'`;
/** The second rule counts what is accepted. */
const QUEUE = `iptables-nft -A INPUT -p udp --dport 9 -j NFQUEUE --queue-num 3
  iptables-nft -t security -A INPUT -p udp --dport 9`;
const ACCEPTED = `iptables-nft -t security -vnxL INPUT | awk '/dpt:9/ { print $1 }'; iptables-nft -t security -Z INPUT`;
const COUNT = "nft list set inet bench addresses | grep -o '10[.][0-9.]*' | wc -l; nft flush ruleset";

/** A file for nft that declares what the program declares. */
const nftFile = (elements) => `awk -v count=${elements} 'BEGIN {
  print "table inet bench {\\n set addresses {\\n type ipv4_addr\\n elements = {"
  for (i = 0; i < count; i++) printf "10.%d.%d.%d,\\n", i / 65536, i / 256 % 256, i % 256
  print "}\\n }\\n}" }' >"$PEER_ELEMENTS_FILE"`;

/** The connection number `i`. Keep in step with make_flows() in ../baseline/flows.c. */
const flowOf = (i) => [0x0a010000 + i, 0x0a000001 + (i % 4), 1024 + (i % 60000), 53 + (i % 5)];

/** The sums over all connections: addresses, ports, the address that replies go to, the mark. */
export function flowSums(count) {
  const sums = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [src, ...others] = flowOf(i);
    [src, ...others, src, 1 + (i % 7)].forEach((value, at) => {
      sums[at] += value;
    });
  }
  return [count, ...sums].join(":");
}

const packets = (id, title, targets) => [
  figure(id, title, "packets/s", result("packets_per_s"), { target: { ratio: targets.rate } }),
  figure(`${id}-received`, `${title}, received`, "%", receivedShare),
  figure(`${id}-cpu`, `${title}, one packet`, "µs of CPU", windowCpu, { target: { value: targets.cpu } }),
];

const milliseconds = ({ wall_s: wall }) => wall * 1e3;

export const netfilter = {
  nflog: {
    does: "a sender floods a port with datagrams of 16 bytes, which a rule logs; the listener decodes what it receives",
    namespace: "own",
    needs: ["nft"],
    setup: () => LOG,
    programs: OWN,
    storm: { by: "flood", rate: 0 },
    check: checks.loggedPackets,
    figures: packets("nflog", "Logged packets", { rate: 1.2, cpu: 4 }),
  },
  nfqueue: {
    does: "the same with a rule that queues them; the listener accepts each of them",
    namespace: "own",
    needs: ["iptables-nft"],
    setup: () => QUEUE,
    after: ACCEPTED,
    programs: OWN,
    storm: { by: "flood", rate: 0 },
    check: checks.judgedPackets,
    figures: packets("nfqueue", "Judged packets", { rate: 2, cpu: 15 }),
  },
  conntrack: {
    does: "`IPCTNL_MSG_CT_GET` for 200 000 tracked connections, five times; all are decoded and kept in a list",
    namespace: "own",
    setup: ({ flows }) => `"$PEER_BASELINE" flows ${flows}`,
    programs: OWN,
    check: ({ check }, { settings }) => checks.sums(check, flowSums(settings.flows)),
    figures: [
      figure("conntrack", "Connections, kept", "flows/s", result("flows_per_s"), { target: { ratio: 3 } }),
      figure("conntrack-memory", "Connections, kept: peak memory", "MiB", memory, { against: undefined }),
    ],
  },
  elements: {
    does: "a table and a set with 100 000 addresses are made in one commit, from their text; nft reads them from a file",
    namespace: "own",
    needs: ["nft"],
    setup: ({ elements }) => nftFile(elements),
    after: COUNT,
    programs: ["nft", "rxnetlink"],
    check: checks.elements,
    figures: [
      figure("elements", "Elements, one commit", "ms", (run) => run.result?.commit_ms ?? milliseconds(run), {
        against: "nft",
        target: { ratio: 1 },
      }),
      figure("elements-process", "Elements, whole process", "ms", milliseconds, { against: "nft" }),
      figure("elements-memory", "Elements: peak memory", "MiB", memory, {
        against: "nft",
        target: { value: 300 },
      }),
    ],
  },
};
