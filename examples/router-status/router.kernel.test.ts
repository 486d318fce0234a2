// The page as it is served, against the kernel.

import { describe, expect, it } from "vitest";
import { isMissing } from "../support/running.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";
import type { RouterStatus } from "./status.js";

const ROUTER = `
  ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up
  ip address add 192.0.2.1/24 dev v0; ip route add default via 192.0.2.254
  ip neigh add 192.0.2.254 lladdr 02:00:00:00:00:09 dev v0`;

describe.skipIf(whyNoSandbox !== undefined || isMissing("nft") || isMissing("curl"))(
  "the router's page",
  () => {
    const { sh, run } = useSandbox(ROUTER);

    it("shows routes, neighbours, rates and counters", async () => {
      sh(`nft add table inet t
      nft 'add chain inet t in { type filter hook input priority 0; }'
      nft 'add rule inet t in udp dport 99 counter'`);
      const serving = run("router-status/main", "--every", "50");
      const url = await serving.line();
      const read = () => JSON.parse(sh(`curl -s ${url}status.json`)) as RouterStatus;
      const { routes, neighbours } = read();
      expect(routes).toContainEqual({ to: "default", via: "192.0.2.254 on v0", metric: 0, protocol: "boot" });
      expect(neighbours).toContainEqual({
        address: "192.0.2.254",
        hardware: "02:00:00:00:00:09",
        link: "v0",
        state: "permanent",
      });
      sh("bash -c 'echo knock > /dev/udp/127.0.0.1/99'");
      let { counters } = read();
      while (counters[0] === undefined || (counters[0] as { packets: string }).packets === "0")
        ({ counters } = read());
      expect(counters).toEqual([{ place: "inet t in", rule: "udp dport 99", packets: "1", bytes: "34" }]);
      // Asking moves bytes on loopback itself.
      while (read().links[0]?.received === 0);
      expect(sh(`curl -s ${url}`)).toContain("<td>inet t in</td>");
      expect((await serving.stop()).status).toBe(0);
    });
  },
);
