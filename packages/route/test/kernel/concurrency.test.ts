import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/**
 * Starts many lists, batches and requests at once over one transport and two connections, and prints their outcomes and,
 * if requested, the maximum number of open files.
 */
const MANY = `
  import { readdirSync } from "node:fs";
  import { directTransport, kernelTransport } from ${JSON.stringify(import.meta.resolve("@rxnetlink/transport"))};
  import { lastValueFrom, toArray } from ${JSON.stringify(import.meta.resolve("rxjs"))};
  import { rtnetlink } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
  const [kind, concurrency, count, looks] = JSON.parse(process.argv[1]);
  const transport = { kernelTransport, directTransport }[kind](concurrency === null ? {} : { concurrency });
  const both = [rtnetlink({ transport }), rtnetlink({ transport })];
  const all = Array.from({ length: count }, (_, i) => both[i % 2]);
  let most = 0;
  const look = () => { most = Math.max(most, readdirSync("/proc/self/fd").length); };
  const looked = looks && setInterval(look, 1);
  const ended = await Promise.allSettled([
    ...all.map(({ link }) => lastValueFrom(link.list$().pipe(toArray()))),
    ...all.map(({ route }) => lastValueFrom(route.batch$("delete", [{ dst: "192.0.2.1", dstLen: 32 }]))),
    ...all.map(({ link }) => lastValueFrom(link.get$({ index: 1 }))),
  ]);
  clearInterval(looked);
  const outcomes = {};
  for (const { status, reason } of ended) {
    const key = reason?.message ?? status;
    outcomes[key] = (outcomes[key] ?? 0) + 1;
  }
  console.log(JSON.stringify({ outcomes, most }));
  await transport.close();
`;

const why =
  process.platform === "linux" ? undefined : "needs Linux and a shell that limits how many files are open";
if (why !== undefined) console.log(`many lists at once skipped: ${why}`);

type Job = [kind: string, concurrency: number | null, count: number, looks?: boolean];

function many(files: number, job: Job) {
  const program = `ulimit -n ${files}; exec "$0" --input-type=module --eval "$1" "$2"`;
  const args = ["-c", program, process.execPath, MANY, JSON.stringify(job)];
  const { stdout, stderr, status } = spawnSync("sh", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { outcomes: Record<string, number>; most: number };
}

describe.skipIf(why !== undefined)("many lists, batches and requests at once", () => {
  it.each<Job>([
    ["kernelTransport", null, 1000],
    ["kernelTransport", 1000, 500],
    ["kernelTransport", 1, 100],
    ["directTransport", null, 500],
  ])("succeed where 256 files may be open: %s, concurrency %j, %i of each", (...job) => {
    expect(many(256, job).outcomes).toEqual({ fulfilled: 3 * job[2] });
  });

  it("stay within the limit of sockets", () => {
    // One per list and batch, one per connection for requests, four kept open; Node itself has some 40 files.
    expect(many(4096, ["kernelTransport", 8, 200, true]).most).toBeLessThan(8 + 8 + 2 + 8 + 60);
  });
});
