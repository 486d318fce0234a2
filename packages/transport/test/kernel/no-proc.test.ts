import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { told } from "../support/child.js";

/** Starts a program where /proc is empty. */
const WITHIN = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none /proc && exec "$0" "$@"'];

const { status, stderr } = spawnSync(WITHIN[0]!, [...WITHIN.slice(1), "true"], { encoding: "utf8" });
if (status !== 0) console.log(`skipped: /proc cannot be taken away here: ${stderr}`);

it.skipIf(status !== 0)("without /proc sockets open, and namespaces say what they lack", async () => {
  const program = `
    import { Connection } from ${JSON.stringify(import.meta.resolve("@rxnetlink/core"))};
    import { getLink } from ${JSON.stringify(import.meta.resolve("../support/rtnetlink.js"))};
    const transport = kernelTransport();
    tell((await getLink(new Connection(transport, { protocol: 0 }))).ifname);
    tell((await failure(() => transport.createNamespace())).message);
    tell((await failure(() => opened(transport, { namespace: 1 }))).message);
    tell((await getLink(new Connection(transport, { protocol: 0 }))).ifname);
    await transport.close();`;
  const lacks = "open: ENOENT (network namespaces are reached through /proc, which is not mounted here)";
  expect(await told(program, { within: WITHIN })).toEqual(["lo", lacks, lacks, "lo"]);
});
