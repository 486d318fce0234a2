// This project as a program of the benchmark: `node rxnetlink.mjs WORKLOAD [direct]`, run inside a namespace that the
// benchmark has set up. The last line of output is the result as JSON. Nothing is loaded that the workload does not need.

/** The workloads of each file in rxnetlink/, which exports them by name. */
const files = {
  starts: ["startup", "import", "first-list"],
  "round-trips": ["rtt", "warm"],
  tables: ["dump", "stream", "list", "members"],
  descriptions: ["description", "described"],
  changes: ["insert"],
  events: ["events", "latency"],
  netfilter: ["nflog", "nfqueue", "conntrack", "elements"],
  processes: ["processes"],
  sockets: ["sockets", "sockets-info"],
  breath: ["breath-notifications", "breath-slow", "breath-watch", "breath-state", "breath-topology"],
};

const workload = process.argv[2];
const file = Object.keys(files).find((name) => files[name].includes(workload));
if (file === undefined) throw new Error(`no such workload: ${workload}`);
const { workloads } = await import(`./rxnetlink/${file}.mjs`);
await workloads[workload]();
