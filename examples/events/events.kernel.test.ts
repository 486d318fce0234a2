// Examples of events of devices and processes.

import { spawn } from "node:child_process";
import { readlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isInitialRoot, start } from "../support/running.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

/** True in an initial namespace of a kind; its number is the same everywhere. */
const isInitially = (kind: string, number: number) =>
  process.platform === "linux" && readlinkSync(`/proc/self/ns/${kind}`) === `${kind}:[${number}]`;
const isInitial = isInitialRoot && isInitially("pid", 0xefff_fffc) && isInitially("net", 0xefff_fff9);

describe.skipIf(whyNoSandbox !== undefined || !isInitialRoot)("the example", () => {
  const sandbox = useSandbox("ip link set lo up");
  const { sh } = sandbox;

  it("watch-devices prints what comes and goes", async () => {
    // With the sysfs of the namespace.
    const mount = 'mount -t sysfs sysfs /sys && exec "$0" "$@"';
    const inside = ["nsenter", `--net=${sandbox.path}`, "unshare", "--mount", "sh", "-c", mount];
    const watching = start([...inside, process.execPath], "events/watch-devices", ["net", "mem"]);
    expect(await watching.lineWith("/null")).toBe("mem /devices/virtual/mem/null /dev/null");
    expect(await watching.lineWith(" devices")).toMatch(/^\d+ devices$/);
    sh("ip link add w0 type veth peer name w1");
    expect(await watching.lineWith("w0")).toBe("+ net /devices/virtual/net/w0");
    sh("ip link delete w0");
    expect(await watching.lineWith("w0")).toBe("- net /devices/virtual/net/w0");
    await watching.stop();
  });
});

it.skipIf(!isInitial)("the example trace-programs prints what is run, and how it ended", async () => {
  const tracing = start([process.execPath], "events/trace-programs");
  expect(await tracing.line()).toBe("listening");
  // It waits until it has been read: of a program that has ended, the kernel keeps the name only.
  const { pid, stdin } = spawn("sh", ["-c", "read x; exit 7"], { stdio: ["pipe", "ignore", "ignore"] });
  expect(await tracing.lineWith(`${pid} `)).toBe(`${pid} sh -c read x; exit 7 (by ${process.pid})`);
  stdin.end("x\n");
  expect(await tracing.lineWith(`${pid} ended`)).toMatch(/ ended with status 7 after [\d.]+ ms$/);
  await tracing.stop();
});
