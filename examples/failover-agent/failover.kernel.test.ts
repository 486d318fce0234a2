// The agent as it is run, against the kernel.

import { describe, expect, it } from "vitest";
import { start } from "../support/running.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

const UPLINKS = `
  for i in 0 1; do
    ip link add up$i type veth peer name far$i
    ip link set far$i up; ip link set up$i up
    ip address add 192.0.$i.1/24 dev up$i
    ip neigh add 192.0.$i.254 lladdr 02:00:00:00:00:0$i nud permanent dev up$i
  done`;

describe.skipIf(whyNoSandbox !== undefined)("the failover agent", () => {
  const { sh, run } = useSandbox(UPLINKS);

  it("moves the default route by carrier and by gateway", async () => {
    const agent = run("failover-agent/main", "--hold-down", "50", "up0=192.0.0.254", "up1=192.0.1.254");
    expect(await agent.line()).toBe("by up0 (up0: ok, up1: ok)");
    sh("ip link set far0 down");
    expect(await agent.line()).toBe("by up1 (up0: noCarrier, up1: ok)");
    sh("ip link set far0 up");
    expect(await agent.lineWith("by up0")).toBe("by up0 (up0: ok, up1: ok)");
    sh("ip neigh replace 192.0.0.254 nud failed dev up0");
    expect(await agent.lineWith("by up1")).toBe("by up1 (up0: gatewaySilent, up1: ok)");
    expect(sh("ip route get 203.0.113.1")).toContain("via 192.0.1.254 dev up1");
    expect(await agent.stop()).toMatchObject({ status: 0 });
    expect(sh("ip route show default")).toContain("default via 192.0.1.254 dev up1 proto 201 metric 50");
  });
});

it("the failover agent says how it is used", async () => {
  expect(await start([process.execPath], "failover-agent/main", ["nonsense"]).rest()).toEqual({
    lines: [],
    status: 2,
  });
});
