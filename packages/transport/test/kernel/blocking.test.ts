import { describe, expect, it } from "vitest";
import { runProgram } from "../support/child.js";
import { OWN_RUN, whyNoRun } from "../support/own-run.js";

const why = whyNoRun();
if (why !== undefined) console.log(`skipped: blocking needs a /run of its own: ${why}`);

const module = (name: string) => JSON.stringify(import.meta.resolve(name));
const PRELUDE = `
  import { spawn } from "node:child_process";
  import { once } from "node:events";
  import { mkdirSync } from "node:fs";
  import { Connection } from ${module("@rxnetlink/core")};
  import { getLink } from ${module("../support/rtnetlink.js")};
  const transport = kernelTransport();
  const bystander = new Connection(transport, { protocol: 0 });
  await getLink(bystander);
  /** Starts a process that holds a lock until its input ends. */
  async function locked(path) {
    const holder = spawn("flock", [path, "sh", "-c", "echo held; read line"], { stdio: ["pipe", "pipe", "inherit"] });
    await once(holder.stdout, "data");
    return holder;
  }
`;
const program = <T>(text: string) => runProgram<T>(PRELUDE + text, { within: OWN_RUN });

describe.skipIf(why !== undefined)("the pump is not blocked", () => {
  it.each([
    ["a pipe", "mkfifo /run/it"],
    ["a folder", "mkdir /run/it"],
    ["a file", "touch /run/it"],
    ["a link to a device", "ln -s /dev/zero /run/it"],
    ["a namespace of another kind", "touch /run/it && mount --bind /proc/self/ns/uts /run/it"],
  ])("by %s in place of a namespace", async (_, made) => {
    const [error, ifname] = await program(`
      sh(${JSON.stringify(made)});
      report(await failure(() => opened(transport, { namespace: "/run/it" })));
      report((await getLink(bystander)).ifname);
      await transport.close();`);
    expect(error).toMatchObject({
      name: "SystemError",
      syscall: "setns",
      code: "EINVAL",
      hint: "/run/it is not a network namespace",
    });
    expect(ifname).toBe("lo");
  });

  it("by a pipe among the names of namespaces, or in place of their folder", async () => {
    const [named, instead, listed] = await program(`
      sh("ip netns add one && mkfifo /run/netns/pipe");
      report(await failure(() => opened(transport, { namespace: "pipe" })));
      sh("rm /run/netns/pipe && ip netns delete one && umount /run/netns && rmdir /run/netns && mkfifo /run/netns");
      report(await failure(() => transport.createNamespace("one")));
      report(await failure(() => transport.listNamespaces()));
      await transport.close();`);
    expect(listed).toMatchObject({ name: "SystemError", code: "ENOTDIR", hint: "to read /run/netns" });
    expect(named).toMatchObject({ code: "EINVAL", hint: "pipe is not a network namespace" });
    expect(instead).toMatchObject({ name: "SystemError" });
  });

  it("by a lock on the folder of names: others continue, and the namespace is created when it is free", async () => {
    const seen = await program(`
      mkdirSync("/run/netns");
      const holder = await locked("/run/netns");
      const made = transport.createNamespace("one").then(() => report("made"));
      report((await getLink(bystander)).ifname);
      report((await transport.createNamespace()).fd > 0);
      holder.stdin.end();
      await made;
      await transport.close();`);
    expect(seen).toEqual(["lo", true, "made"]);
  });

  it("by a lock on the folder of names that is not needed", async () => {
    const seen = await program(`
      await transport.createNamespace("one");
      const holder = await locked("/run/netns");
      await transport.createNamespace("two");
      report(await transport.listNamespaces());
      holder.stdin.end();
      await transport.close();`);
    expect(seen).toEqual([["one", "two"]]);
  });

  it("by a lock that is never released: it gives up with an error, or ends with the transport", async () => {
    const seen = await program(`
      mkdirSync("/run/netns");
      const holder = await locked("/run/netns");
      const other = kernelTransport();
      const late = failure(() => other.createNamespace("two"));
      await getLink(new Connection(other, { protocol: 0 }));
      await other.close();
      report((await late).name);
      report(await failure(() => transport.createNamespace("one")));
      report(await transport.listNamespaces());
      holder.stdin.end();
      await transport.close();`);
    expect(seen).toEqual([
      "ClosedError",
      expect.objectContaining({
        syscall: "flock",
        code: "EAGAIN",
        hint: "another process holds a lock on /run/netns",
      }),
      [],
    ]);
  });

  it("when it deletes a name that is a link to a mount: just the link is deleted", async () => {
    const seen = await program(`
      sh("ip netns add one && ip netns add two && ln -s two /run/netns/link");
      await transport.deleteNamespace("link");
      report(await transport.listNamespaces());
      report(sh("ip netns exec two echo alive").trim());
      await transport.close();`);
    expect(seen).toEqual([["one", "two"], "alive"]);
  });
});
