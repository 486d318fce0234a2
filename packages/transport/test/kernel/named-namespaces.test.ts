import { describe, expect, it } from "vitest";
import { runProgram } from "../support/child.js";
import { OWN_RUN, whyNoRun } from "../support/own-run.js";

const why = whyNoRun();
if (why !== undefined) console.log(`skipped: named namespaces need a /run of their own: ${why}`);

/** Runs a program with a transport in a /run of its own. */
const program = <T>(text: string) =>
  runProgram<T>(`const transport = kernelTransport(); ${text}`, { within: OWN_RUN });

describe.skipIf(why !== undefined)("named namespaces", () => {
  it("of this library are known to ip netns", async () => {
    const [seen] = await program(`
      const namespace = await transport.createNamespace("ours");
      sh("ip -n ours link add v0 type veth peer name v1");
      report({ listed: sh("ip netns list").trim(), links: sh("nsenter --net=" + namespace.path + " ip -br link show v0") });
      namespace.close();
      sh("ip netns delete ours");
      report(await transport.listNamespaces());`);
    expect(seen).toEqual({ listed: "ours", links: expect.stringMatching(/^v0@v1/) });
  });

  it("of ip netns are known to this library", async () => {
    const [before, names, gone] = await program(`
      report(await transport.listNamespaces());
      sh("ip netns add theirs && ip netns add also");
      (await opened(transport, { namespace: "theirs" })).close();
      report(await transport.listNamespaces());
      await transport.deleteNamespace("theirs");
      report(sh("ip netns list").trim());`);
    expect(before).toEqual([]);
    expect(names).toEqual(["also", "theirs"]);
    expect(gone).toBe("also");
  });

  it("make /run/netns a shared mount once, whoever is first", async () => {
    const mounts = `sh("grep ' /run/netns .* tmpfs ' /proc/self/mountinfo").trim().split("\\n").map((line) => line.split(" ")[6].split(":")[0])`;
    const [first, after] = await program(`
      await Promise.all(["a", "b"].map((name) => transport.createNamespace(name)));
      await kernelTransport().createNamespace("c");
      report(${mounts});
      sh("ip netns add d");
      report(${mounts});`);
    expect(first).toEqual(["shared"]);
    expect(after).toEqual(["shared"]);
  });

  it("are also deleted in other mount namespaces", async () => {
    const [left] = await program(`
      await transport.createNamespace("shared");
      const { spawn } = await import("node:child_process");
      const other = spawn("unshare", ["--mount", "--propagation", "unchanged", "sh", "-c",
        "echo ready; read go; grep -c /run/netns/shared /proc/self/mountinfo"]);
      await new Promise((resolve) => other.stdout.once("data", resolve));
      await transport.deleteNamespace("shared");
      const printed = new Promise((resolve) => other.stdout.once("data", resolve));
      other.stdin.end("go\\n");
      report(String(await printed).trim());`);
    expect(left).toBe("0");
  });

  it("are rejected if the name is taken, missing or invalid", async () => {
    const [twice, missing, ...invalid] = await program(`
      await transport.createNamespace("once");
      report(await failure(() => transport.createNamespace("once")));
      report(await failure(() => transport.deleteNamespace("none")));
      for (const name of ["", ".", "..", "a/b", "../a", "a\\0b"]) {
        report(await failure(() => transport.createNamespace(name)));
        report(await failure(() => transport.deleteNamespace(name)));
      }`);
    expect(twice).toMatchObject({
      name: "SystemError",
      code: "EEXIST",
      hint: "there is already a network namespace once",
    });
    expect(missing).toMatchObject({ code: "ENOENT", hint: "there is no network namespace none" });
    expect(invalid).toHaveLength(12);
    for (const error of invalid)
      expect(error).toMatchObject({
        code: "EINVAL",
        hint: expect.stringContaining("cannot name a network namespace"),
      });
  });

  it("leave no name and no descriptor if they cannot be created", async () => {
    const limited = ["unshare", "--user", "--map-root-user", "--net", ...OWN_RUN];
    const [error, names, descriptors] = await runProgram(
      `const transport = kernelTransport();
      (await transport.createNamespace("first")).close();
      const before = readdirSync("/proc/self/fd").length;
      // The limit belongs to this user namespace.
      sh("echo 0 > /proc/sys/user/max_net_namespaces");
      report(await failure(() => transport.createNamespace("second")));
      report(await transport.listNamespaces());
      report(readdirSync("/proc/self/fd").length - before);`,
      { within: limited },
    );
    expect(error).toMatchObject({ syscall: "unshare", code: "ENOSPC" });
    expect(names).toEqual(["first"]);
    expect(descriptors).toBe(0);
  });
});
