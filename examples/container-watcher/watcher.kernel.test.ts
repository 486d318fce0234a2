// The watcher as it is run, against the kernel.

import { describe, expect, it } from "vitest";
import { startAmongNames } from "../support/among-names.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

/** What a runtime for containers does to connect one. */
const CONTAINER = `
  ip netns add web
  ip link add veth7 type veth peer name eth0 netns web
  ip link set veth7 master br0 up
  ip -n web address add 10.0.0.2/24 dev eth0`;

describe.skipIf(whyNoSandbox !== undefined)("the container watcher", () => {
  const sandbox = useSandbox("ip link add br0 type bridge");

  it("reports how a container is connected, and that it is gone", async () => {
    const watching = startAmongNames(sandbox.path, "container-watcher/main", ["--json"]);
    const seen: unknown[] = [];
    const until = async (type: string) => {
      do seen.push(JSON.parse((await watching.line()) ?? '{"type":"the end"}'));
      while ((seen.at(-1) as { type: string }).type !== type);
    };
    await until("linkAdded");
    watching.sh(CONTAINER);
    await until("addressAdded");
    watching.sh("ip netns delete web");
    await until("namespaceRemoved");
    await watching.stop();
    expect(seen).toEqual(
      expect.arrayContaining([
        { type: "namespaceAdded", namespace: "host" },
        { type: "linkAdded", namespace: "host", ifname: "br0", kind: "bridge" },
        { type: "namespaceAdded", namespace: "web" },
        { type: "linkAdded", namespace: "web", ifname: "eth0", kind: "veth" },
        { type: "attached", namespace: "host", ifname: "veth7", bridge: "br0" },
        { type: "paired", ends: expect.arrayContaining([{ namespace: "web", ifname: "eth0" }]) },
        { type: "addressAdded", namespace: "web", ifname: "eth0", address: "10.0.0.2/24" },
        { type: "namespaceRemoved", namespace: "web" },
      ]),
    );
  });
});
