// What the calling thread asks before the pump runs, in programs of their own and in a network namespace of their own.
import { expect, it } from "vitest";
import { runProgram } from "../support/child.js";

const module = (name: string) => JSON.stringify(import.meta.resolve(name));

/** Links to dump: several datagrams. */
const LINKS = 500;

const SETUP = `
  import { createRequire } from "node:module";
  import { Connection } from ${module("@rxnetlink/core")};
  import { lastValueFrom, toArray } from ${module("rxjs")};
  import { changeLink, dumpLinks, getLink } from ${module("../support/rtnetlink.js")};
  const pristine = descriptors();
  /** The descriptors that were opened and not closed. */
  const left = () => descriptors().length - pristine.length;
  const transport = kernelTransport();
  const connection = new Connection(transport, { protocol: 0 });
  const list = () => lastValueFrom(dumpLinks(connection).pipe(toArray()));
  /** True once the thread pool is loaded. */
  const started = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes("/piscina/"));
`;

const run = <T>(program: string, before = "true") =>
  runProgram<T>(SETUP + program, {
    within: ["unshare", "--map-root-user", "--net", "sh", "-c", `${before}; exec "$0" "$@"`],
  });

it("lists and gets without a thread, and leaves nothing open", async () => {
  // On a busy machine its time would be up.
  const program = `
    performance.now = () => 0;
    const { ifname } = await getLink(connection);
    const links = await list();
    const refused = await failure(() => getLink(connection, 12345));
    report([ifname, links.map(({ ifname }) => ifname), refused.code, started()]);
    connection.close();
    report(left());`;
  const [answers, open] = await run<unknown>(program);
  expect(answers).toEqual(["lo", ["lo"], "ENODEV", false]);
  expect(open).toBe(0);
});

it("leaves changes to the pump, which takes the socket over with everything before them", async () => {
  const program = `
    await getLink(connection);
    const inOrder = await Promise.all([getLink(connection), changeLink(connection, { index: 1, mtu: 1400 }), getLink(connection)]);
    report(inOrder.map(({ mtu = "changed" }) => mtu));
    const { sockets } = await new Promise((resolve) => transport.statistics$().subscribe(resolve));
    report(sockets.map(({ messages }) => messages));
    await transport.close();
    report(left());`;
  // Replies before the pump took over are counted too: two gets, an acknowledgement, one more get.
  expect(await run(program)).toEqual([[65536, "changed", 1400], [4], 0]);
});

it("ends after a while: the pump takes over sockets that ask more, in the middle of a dump too", async () => {
  const program = `
    let dumps = 0;
    let rows = 0;
    const end = performance.now() + 30_000;
    while (!started() && performance.now() < end) {
      dumps++;
      rows += (await list()).length;
    }
    for (let i = 0; i < 20; i++, dumps++) rows += (await list()).length;
    report([started(), rows / dumps]);
    await transport.close();
    report(left());`;
  const links = `for i in $(seq ${LINKS / 2}); do echo link add a$i type veth peer name b$i; done | ip -batch -`;
  expect(await run(program, links)).toEqual([[true, LINKS + 1], 0]);
});

it("can be turned off", async () => {
  const program = `
    const other = kernelTransport({ headStart: false });
    await getLink(new Connection(other, { protocol: 0 }));
    report(left() > 0);
    await other.close();`;
  expect(await run(program)).toEqual([true]);
});

it("completes with the transport", async () => {
  const program = `
    const ended = new Promise((resolve) =>
      transport.socket$({ protocol: 0, repliesOnly: true }).subscribe({ complete: () => resolve("completed"), error: resolve }));
    await transport.close();
    report([await ended, (await failure(() => getLink(connection))).name, left()]);`;
  expect(await run(program)).toEqual([["completed", "ClosedError", 0]]);
});

it("takes over a socket whose reply does not come at once", async () => {
  const program = `
    const NLMSG_NOOP = 1;
    const noop = { type: NLMSG_NOOP, layout: (await import(${module("../support/rtnetlink.js")})).linkMessage, value: {}, timeout: 500 };
    const { name } = await failure(() => lastValueFrom(connection.request$(noop)));
    report([name, (await getLink(connection)).ifname]);
    await transport.close();`;
  expect(await run(program)).toEqual([["RequestTimeoutError", "lo"]]);
});
