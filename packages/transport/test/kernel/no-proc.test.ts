import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { runProgram } from "../support/child.js";

/** Command that starts a program with an empty /proc. */
const WITHIN = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none /proc && exec "$0" "$@"'];

const { status, stderr } = spawnSync(WITHIN[0]!, [...WITHIN.slice(1), "true"], { encoding: "utf8" });
if (status !== 0) console.log(`skipped: /proc cannot be hidden here: ${stderr}`);

it.skipIf(status !== 0)("without /proc, sockets open, and namespaces fail with a hint", async () => {
  const program = `
    import { Connection } from ${JSON.stringify(import.meta.resolve("@rxnetlink/core"))};
    import { getLink } from ${JSON.stringify(import.meta.resolve("../support/rtnetlink.js"))};
    const transport = kernelTransport();
    report((await getLink(new Connection(transport, { protocol: 0 }))).ifname);
    report((await failure(() => transport.createNamespace())).message);
    report((await failure(() => opened(transport, { namespace: 1 }))).message);
    report((await getLink(new Connection(transport, { protocol: 0 }))).ifname);
    await transport.close();`;
  const lacks = "open: ENOENT (network namespaces are reached through /proc, which is not mounted here)";
  expect(await runProgram(program, { within: WITHIN })).toEqual(["lo", lacks, lacks, "lo"]);
});
