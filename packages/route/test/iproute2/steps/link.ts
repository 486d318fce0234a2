import type { SideBySide } from "./step.js";

/** Alternative names and statistics of links, with `ip` and with rxnetlink. */
export const linkSteps: readonly SideBySide[] = [
  {
    title: "alternative names",
    print: ["ip -j link show v0"],
    steps: [
      [
        "ip link property add dev v0 altname uplink altname a-name-that-is-too-long-for-a-link",
        ({ linkprop }, { v0 }) =>
          linkprop.add$({
            index: v0,
            propList: { altIfname: ["uplink", "a-name-that-is-too-long-for-a-link"] },
          }),
      ],
      [
        "ip link property add dev v1 altname uplink",
        ({ linkprop }, { v1 }) => linkprop.add$({ index: v1, propList: { altIfname: ["uplink"] } }),
        "EEXIST",
      ],
      [
        "ip link property del dev v0 altname uplink",
        ({ linkprop }, { v0 }) => linkprop.delete$({ index: v0!, propList: { altIfname: ["uplink"] } }),
      ],
    ],
  },
  {
    title: "hardware statistics",
    needs:
      "ip link add a0 type veth peer name a1; ip stats set dev a0 l3_stats on; ip stats show dev a0 group offload subgroup hw_stats_info",
    print: ["ip -j stats show dev v0 group offload subgroup hw_stats_info"],
    steps: [
      [
        "ip stats set dev v0 l3_stats on",
        ({ stats }, { v0 }) => stats.change$({ ifindex: v0, setOffloadXstatsL3Stats: 1 }),
      ],
      [
        "ip stats set dev v0 l3_stats off",
        ({ stats }, { v0 }) => stats.change$({ ifindex: v0, setOffloadXstatsL3Stats: 0 }),
      ],
    ],
  },
];
