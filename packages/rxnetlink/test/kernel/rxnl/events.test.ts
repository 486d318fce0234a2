import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, rxnl, why } from "../../support/rxnl.js";

/** True in the initial namespaces, whose processes the kernel reports. */
const isInitial = ["net:[4026531833]", "pid:[4026531836]", "user:[4026531837]"].every((name) => {
  const kind = name.slice(0, name.indexOf(":"));
  return process.platform === "linux" && readlinkSync(`/proc/self/ns/${kind}`) === name;
});

describe.skipIf(!isInitial)(
  `rxnl proc${isInitial ? "" : " (skipped: not in the initial namespaces)"}`,
  () => {
    const following = aroundFollowing(() => []);

    it("prints what processes do, with their command lines", async () => {
      const text = await following("proc", "--kinds", "exec,exit");
      const child = spawnSync("sh", ["-c", "sleep 0.1; exit 3"]);
      expect((await text.upTo(new RegExp(`^exit ${child.pid} `))).at(-1)).toBe(`exit ${child.pid} status 3`);
      expect(await text.interrupted()).toBe(130);
    });

    it("prints it as JSON", async () => {
      const json = await following("proc", "--json", "--kinds", "nonzeroExit", "--no-details");
      const child = spawnSync("sh", ["-c", "exit 3"]);
      const [line] = (await json.upTo(new RegExp(`"pid":${child.pid},`))).slice(-1);
      expect(JSON.parse(line!)).toMatchObject({
        type: "exit",
        status: 3,
        timestampNs: expect.stringMatching(/^\d+$/),
      });
      expect(await json.interrupted()).toBe(130);
    });
  },
);

describe.skipIf(why !== undefined)(`rxnl, events${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  const around = aroundSandbox();
  const following = aroundFollowing(around.inside);

  it("prints what happens to devices, and ends at Ctrl-C", async () => {
    const text = await following("uevent", "--subsystem", "net", "--action", "add,move");
    around.sandbox.run("ip link add e0 type veth peer name e1; ip link set e0 name e2");
    const lines = [await text.line(), await text.line(), await text.line()];
    expect(lines.slice(0, 2).sort()).toEqual([
      "add /devices/virtual/net/e0 (net)",
      "add /devices/virtual/net/e1 (net)",
    ]);
    expect(lines[2]).toBe("move /devices/virtual/net/e2 (net) from /devices/virtual/net/e0");
    expect(await text.interrupted()).toBe(130);
  });

  it("prints it as JSON", async () => {
    const json = await following("uevent", "--json");
    around.sandbox.run("ip link add f0 type veth peer name f1");
    let event = JSON.parse(await json.line());
    while (event.devpath !== "/devices/virtual/net/f0") event = JSON.parse(await json.line());
    expect(event).toMatchObject({
      type: "uevent",
      action: "add",
      subsystem: "net",
      variables: { INTERFACE: "f0", ACTION: "add" },
    });
    expect(await json.interrupted()).toBe(130);
  });

  it("says why processes are not reported in another namespace", () => {
    const { status, stderr } = around.inNamespace("proc");
    expect(status).toBe(1);
    expect(stderr).toContain("the kernel reports processes in the initial network namespace only");
  });

  it("names the kinds of events that there are", () => {
    const { status, stderr } = rxnl(["proc", "--kinds", "birth"]);
    expect(status).not.toBe(0);
    expect(stderr).toContain("fork, exec, uid, gid");
  });
});
