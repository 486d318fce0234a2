import { describe, expect, it } from "vitest";
import { told } from "../support/child.js";
import { OWN_RUN, whyNoRun } from "../support/own-run.js";

const why = whyNoRun();
if (why !== undefined) console.log(`named namespaces are not tried, for want of a /run of our own: ${why}`);

/** Runs a program with a transport in a /run of its own. */
const program = <T>(text: string) =>
  told<T>(`const transport = kernelTransport(); ${text}`, { within: OWN_RUN });

describe.skipIf(why !== undefined)("named namespaces", () => {
  it("of ours are those of ip netns", async () => {
    const [seen] = await program(`
      const namespace = await transport.createNamespace("ours");
      sh("ip -n ours link add v0 type veth peer name v1");
      tell({ listed: sh("ip netns list").trim(), links: sh("nsenter --net=" + namespace.path + " ip -br link show v0") });
      namespace.close();
      sh("ip netns delete ours");
      tell(await transport.listNamespaces());`);
    expect(seen).toEqual({ listed: "ours", links: expect.stringMatching(/^v0@v1/) });
  });

  it("of ip netns are ours", async () => {
    const [before, names, gone] = await program(`
      tell(await transport.listNamespaces());
      sh("ip netns add theirs && ip netns add also");
      (await opened(transport, { namespace: "theirs" })).close();
      tell(await transport.listNamespaces());
      await transport.deleteNamespace("theirs");
      tell(sh("ip netns list").trim());`);
    expect(before).toEqual([]);
    expect(names).toEqual(["also", "theirs"]);
    expect(gone).toBe("also");
  });

  it("make /run/netns a shared mount, once, whoever was first", async () => {
    const mounts = `sh("grep ' /run/netns .* tmpfs ' /proc/self/mountinfo").trim().split("\\n").map((line) => line.split(" ")[6].split(":")[0])`;
    const [first, after] = await program(`
      await Promise.all(["a", "b"].map((name) => transport.createNamespace(name)));
      await kernelTransport().createNamespace("c");
      tell(${mounts});
      sh("ip netns add d");
      tell(${mounts});`);
    expect(first).toEqual(["shared"]);
    expect(after).toEqual(["shared"]);
  });

  it("are deleted in other mount namespaces too", async () => {
    const [left] = await program(`
      await transport.createNamespace("shared");
      const { spawn } = await import("node:child_process");
      const other = spawn("unshare", ["--mount", "--propagation", "unchanged", "sh", "-c",
        "echo ready; read go; grep -c /run/netns/shared /proc/self/mountinfo"]);
      await new Promise((resolve) => other.stdout.once("data", resolve));
      await transport.deleteNamespace("shared");
      const printed = new Promise((resolve) => other.stdout.once("data", resolve));
      other.stdin.end("go\\n");
      tell(String(await printed).trim());`);
    expect(left).toBe("0");
  });

  it("are refused where there is one already, or none, or where the name is no name", async () => {
    const [twice, missing, ...refused] = await program(`
      await transport.createNamespace("once");
      tell(await failure(() => transport.createNamespace("once")));
      tell(await failure(() => transport.deleteNamespace("none")));
      for (const name of ["", ".", "..", "a/b", "../a", "a\\0b"]) {
        tell(await failure(() => transport.createNamespace(name)));
        tell(await failure(() => transport.deleteNamespace(name)));
      }`);
    expect(twice).toMatchObject({
      name: "SystemError",
      code: "EEXIST",
      hint: "there is a network namespace once already",
    });
    expect(missing).toMatchObject({ code: "ENOENT", hint: "there is no network namespace none" });
    expect(refused).toHaveLength(12);
    for (const error of refused)
      expect(error).toMatchObject({
        code: "EINVAL",
        hint: expect.stringContaining("cannot name a network namespace"),
      });
  });

  it("leave no name and no descriptor where they cannot be made", async () => {
    const limited = ["unshare", "--user", "--map-root-user", "--net", ...OWN_RUN];
    const [error, names, descriptors] = await told(
      `const transport = kernelTransport();
      (await transport.createNamespace("first")).close();
      const before = readdirSync("/proc/self/fd").length;
      // The limit is that of this user namespace.
      sh("echo 0 > /proc/sys/user/max_net_namespaces");
      tell(await failure(() => transport.createNamespace("second")));
      tell(await transport.listNamespaces());
      tell(readdirSync("/proc/self/fd").length - before);`,
      { within: limited },
    );
    expect(error).toMatchObject({ syscall: "unshare", code: "ENOSPC" });
    expect(names).toEqual(["first"]);
    expect(descriptors).toBe(0);
  });
});
