import { describe, expect, it } from "vitest";
import { runProgram } from "../support/child.js";
import { OWN_PROCESSES, OWN_RUN, whyNoRun } from "../support/own-run.js";

const why = whyNoRun();
if (why !== undefined) console.log(`skipped: the stream of namespaces needs a /run of its own: ${why}`);

const PRELUDE = `
  import { spawn } from "node:child_process";
  import { mkdirSync, writeFileSync } from "node:fs";
  const transport = kernelTransport();
  const seen = [];
  let wake = () => {};
  const paths = [];
  const follow = (options) => transport.namespaces$(options).subscribe({
    next: ({ type, name, path }) => {
      seen.push([type, name].filter(Boolean).join(" "));
      if (path !== undefined) paths.push(path);
      wake();
    },
    error: ({ message }) => { seen.push(message); wake(); },
    complete: () => { seen.push("complete"); wake(); },
  });
  /** Resolves when that many events have been seen. */
  const until = async (count) => { while (seen.length < count) await new Promise((resolve) => { wake = resolve; }); };
  /** Resolves when an event has been seen that starts so. */
  const untilSeen = async (start) => { while (!seen.some((line) => line.startsWith(start))) await until(seen.length + 1); };
`;
/** Returns the events seen by a program in a /run of its own. */
async function seen(text: string, within = OWN_RUN): Promise<string[]> {
  const [lines] = await runProgram<string[]>(`${PRELUDE}${text}; report(seen);`, { within });
  return lines!;
}

describe.skipIf(why !== undefined)("the stream of namespaces", () => {
  it("starts with existing ones, then emits those of this library and of ip netns", async () => {
    const lines = await seen(`
      sh("ip netns add there");
      const following = follow();
      await until(2);
      await transport.createNamespace("ours");
      await until(3);
      sh("ip netns add theirs");
      await until(4);
      sh("ip netns delete ours");
      await until(5);
      await transport.deleteNamespace("there");
      await until(6);
      following.unsubscribe()`);
    expect(lines).toEqual([
      "added there",
      "synced",
      "added ours",
      "added theirs",
      "removed ours",
      "removed there",
    ]);
  });

  it("waits for the folder to be created, and created again", async () => {
    const lines = await seen(`
      const following = follow();
      await until(1);
      sh("ip netns add first");
      await until(2);
      sh("ip netns delete first; umount /run/netns; rmdir /run/netns");
      await until(3);
      sh("ip netns add second");
      await until(4);
      following.unsubscribe()`);
    expect(lines).toEqual(["synced", "added first", "removed first", "added second"]);
  });

  it.each([
    ["removed and created again at once", "rmdir /run/netns && mkdir /run/netns"],
    ["moved away, and another is created", "mv /run/netns /run/elsewhere && mkdir /run/netns"],
    ["replaced by another", "mkdir /run/another && mv -T /run/another /run/netns"],
  ])("continues if the folder is %s", async (_, replaced) => {
    const lines = await seen(`
      mkdirSync("/run/netns");
      const following = follow();
      await until(1);
      sh(${JSON.stringify(replaced)});
      sh("ip netns add one");
      await until(2);
      await transport.deleteNamespace("one");
      await until(3);
      following.unsubscribe()`);
    expect(lines).toEqual(["synced", "added one", "removed one"]);
  });

  it("reports a name that was given to another namespace, which can be entered at once", async () => {
    const lines = await seen(`
      sh("ip netns add again");
      const following = follow();
      await until(2);
      sh("ip netns delete again; ip netns add again");
      await until(4);
      (await opened(transport, { namespace: "again" })).close();
      following.unsubscribe()`);
    expect(lines).toEqual(["added again", "synced", "removed again", "added again"]);
  });

  it("omits a name without a namespace, until it has one", async () => {
    const lines = await seen(`
      mkdirSync("/run/netns");
      writeFileSync("/run/netns/half", "");
      const following = follow();
      await until(1);
      sh("unshare --net mount --bind /proc/self/ns/net /run/netns/half");
      await until(2);
      following.unsubscribe()`);
    expect(lines).toEqual(["synced", "added half"]);
  });

  it("completes with the transport, and lets the process end when unsubscribed", async () => {
    const lines = await seen(`
      follow();
      await until(1);
      await transport.close();
      follow()`);
    expect(lines).toEqual(["synced", "complete", "complete"]);
  });

  it("finds those without a name by their processes, and enters them", async () => {
    const program = `
      sh("ip netns add named");
      const inside = spawn("ip", ["netns", "exec", "named", "sleep", "1000"]);
      const ours = spawn("sleep", ["1000"]);
      const unnamed = spawn("unshare", ["--net", "sleep", "1000"]);
      const following = follow({ ofProcesses: true });
      await untilSeen("added sleep");
      (await opened(transport, { namespace: paths.at(-1) })).close();
      unnamed.kill();
      await untilSeen("removed sleep");
      following.unsubscribe();
      for (const child of [inside, ours]) child.kill();
      seen.push(paths.at(-1) === "/proc/" + unnamed.pid + "/ns/net")`;
    const lines = await seen(program, OWN_PROCESSES);
    // A process that is about to start another program has the name of the first one.
    const settled = lines.map(String).filter((line) => !/^synced| (ip|unshare|node)\[/.test(line));
    expect(settled.map((line) => line.replace(/\d+/, "N"))).toEqual([
      "added named",
      "added sleep[N]",
      "removed sleep[N]",
      "true",
    ]);
  });

  it("gives a namespace of a process that gets a name that name", async () => {
    const program = `
      const child = spawn("unshare", ["--net", "sleep", "1000"]);
      const following = follow({ ofProcesses: true });
      await untilSeen("added sleep");
      sh("ip netns attach late " + child.pid);
      await untilSeen("removed sleep");
      following.unsubscribe();
      child.kill()`;
    expect((await seen(program, OWN_PROCESSES)).slice(-2)).toEqual([
      expect.stringMatching(/^removed sleep\[\d+\]$/),
      "added late",
    ]);
  });

  it("refuses options that do not exist", async () => {
    expect(await seen("follow({ processes: true })")).toEqual([
      expect.stringContaining("processes: no such option"),
    ]);
  });

  it("errors if names cannot be watched", async () => {
    // The limit belongs to this user namespace.
    const limited = ["unshare", "--user", "--map-root-user", ...OWN_RUN];
    const program = `
      sh("echo 0 > /proc/sys/user/max_inotify_watches");
      follow();
      await until(1)`;
    expect(await seen(program, limited)).toEqual([
      "inotify_add_watch: ENOSPC (fs.inotify.max_user_watches is too low)",
    ]);
  });
});
