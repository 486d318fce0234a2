import { describe, expect, it } from "vitest";
import { runProgram } from "../support/child.js";
import { OWN_RUN, whyNoRun } from "../support/own-run.js";

const why = whyNoRun();
if (why !== undefined) console.log(`skipped: deleting names needs a /run of its own: ${why}`);

const module = (name: string) => JSON.stringify(import.meta.resolve(name));
const PRELUDE = `
  import { readFileSync } from "node:fs";
  import { Connection } from ${module("@rxnetlink/core")};
  import { filter, firstValueFrom } from ${module("rxjs")};
  import { dumpLinks, getLink, heard, linkMessage, linkObject } from ${module("../support/rtnetlink.js")};
  const NLMSG_NOOP = 1;
  const transport = kernelTransport();
  const connect = (namespace) => new Connection(transport, { protocol: 0, namespace });
  /** Resolves to how an Observable ends. */
  const ending = (source$) => new Promise((resolve) => source$.subscribe({
    error: ({ name, message }) => resolve(name + ": " + message), complete: () => resolve("completed") }));
  /** Resolves, once notifications are received, to how they end. */
  const watched = (connection) => new Promise((resolve) => {
    const ended = ending(connection.notifications$([linkObject], { listening: () => resolve({ ended }) }));
  });
  /** Makes a request that the kernel never answers. */
  const unanswered = (connection) =>
    ending(connection.request$({ type: NLMSG_NOOP, layout: linkMessage, value: {}, timeout: 0 }));
  /** Counts the watched files and folders. */
  const watches = () => readdirSync("/proc/self/fd").flatMap((fd) => {
    try { return readFileSync("/proc/self/fdinfo/" + fd, "utf8").match(/^inotify/gm) ?? []; } catch { return []; }
  }).length;
`;
const program = <T>(text: string) => runProgram<T>(PRELUDE + text, { within: OWN_RUN });

describe.skipIf(why !== undefined)("when the name of a namespace is deleted", () => {
  it.each([
    ["ip netns", `sh("ip netns delete doomed")`],
    ["this library", `await transport.deleteNamespace("doomed")`],
    ["ip netns, which gives it to another at once", `sh("ip netns delete doomed; ip netns add doomed")`],
  ])("by %s, streams complete and requests error", async (_, deleted) => {
    const [stream, request, later] = await program(`
      sh("ip netns add doomed");
      const connection = connect("doomed");
      await getLink(connection);
      const { ended } = await watched(connection);
      const asked = unanswered(connection);
      ${deleted};
      report(await ended);
      report(await asked);
      report(await failure(() => getLink(connection)));
      connection.close();`);
    expect(stream).toBe("completed");
    expect(request).toBe("ClosedError: the socket is closed");
    if (deleted.includes("add")) expect(later).toBe("no error");
    else expect(later).toMatchObject({ code: "ENOENT", hint: "there is no network namespace doomed" });
  });

  it("nothing of this library keeps it, and its links are deleted", async () => {
    const [end, left] = await program(`
      sh("ip netns add doomed && ip link add v0 type veth peer name v1 netns doomed");
      const [inside, outside] = [connect("doomed"), connect("/proc/self/ns/net")];
      const [outside$, stream] = [await heard(outside), await watched(inside)];
      await ending(dumpLinks(inside));
      sh("ip netns delete doomed");
      const isEnd = ({ type, value }) => type === "delete" && value.ifname === "v0";
      report((await firstValueFrom(outside$.pipe(filter(isEnd)))).type);
      outside.close();
      report(watches());
      inside.close();`);
    expect(end).toBe("delete");
    expect(left).toBe(0);
  });

  it("sockets opened by other names or by a descriptor continue", async () => {
    const [during, outcome] = await program(`
      sh("ip netns add doomed && ip netns add other");
      const held = await transport.createNamespace("held");
      const connections = ["other", held].map(connect);
      const streams = await Promise.all(connections.map(watched));
      const doomed = await watched(connect("doomed"));
      report(watches());
      sh("ip netns delete held; ip netns delete doomed");
      await doomed.ended;
      await Promise.all(connections.map((one) => getLink(one)));
      const outcome = await Promise.race([...streams.map(({ ended }) => ended), Promise.resolve("none has ended")]);
      report(outcome);
      for (const connection of connections) connection.close();`);
    expect(during).toBe(1);
    expect(outcome).toBe("none has ended");
  });

  it("the deletion is noticed even if the folder of names was removed and created again", async () => {
    const ends = await program(`
      sh("ip netns add kept && ip netns add doomed && touch /run/held && mount --bind /run/netns/kept /run/held");
      const kept = await watched(connect("kept"));
      const doomed = await watched(connect("doomed"));
      sh("umount /run/netns/kept /run/netns/doomed && rm /run/netns/* && umount /run/netns && rmdir /run/netns");
      // The same namespace gets its name back before anybody looks; the old folder is still watched because of it.
      sh("mkdir /run/netns && touch /run/netns/kept && mount --bind /run/held /run/netns/kept");
      report(await doomed.ended);
      sh("ip netns add again");
      const again = await watched(connect("again"));
      sh("ip netns delete again");
      report(await again.ended);
      await transport.close();`);
    expect(ends).toEqual(["completed", "completed"]);
  });
});
