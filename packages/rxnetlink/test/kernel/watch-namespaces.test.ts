import { describe, expect, it } from "vitest";
import { linesInOwnRun, whyNoRun } from "../support/own-run.js";

const why = whyNoRun();
if (why !== undefined)
  console.log(`watchNamespaces$ is not tested, since a private /run is not possible: ${why}`);

/** Runs a program there, and returns its events. */
function eventsOf(program: string): unknown[] {
  const prelude = `
    import { execFileSync } from "node:child_process";
    import { concatMap, map, of, timer } from "rxjs";
    import { kernelTransport, watchNamespaces$ } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
    const sh = (command) => execFileSync("sh", ["-c", command]);
    const tell = (value) => console.log(JSON.stringify(value));
    const transport = kernelTransport();`;
  return linesInOwnRun(prelude + program).map((line) => JSON.parse(line) as unknown);
}

describe.skipIf(why !== undefined)("watchNamespaces$", () => {
  it("follows links in existing and new namespaces, until they are gone", () => {
    const steps = eventsOf(`
      sh("ip netns add first; ip -n first link add f0 type ifb");
      const next = {
        "first synced": () => sh("ip netns add second"),
        "second synced": () => sh("ip -n second link add s0 type ifb"),
        "second added s0": () => sh("ip netns delete second"),
        "second gone": () => sh("ip -n first link delete f0"),
        "first removed f0": () => { watching.unsubscribe(); transport.close(); },
      };
      const watching = watchNamespaces$(transport, ({ link }) => link.watch$()).subscribe((event) => {
        const { namespace, type, current, previous } = event;
        const step = [namespace, type, (current ?? previous)?.ifname].filter(Boolean).join(" ");
        tell(step);
        next[step]?.();
      });`);
    expect(steps).toEqual([
      "first added lo",
      "first added f0",
      "first synced",
      "second added lo",
      "second synced",
      "second added s0",
      "second gone",
      "first removed f0",
    ]);
  });

  it("continues if a namespace cannot be entered", () => {
    const steps = eventsOf(`
      sh("ip netns add good; ip netns add bad; umount /run/netns/bad; mount --bind /dev/null /run/netns/bad");
      let left = 2;
      const watching = watchNamespaces$(transport, ({ link }) => link.list$()).subscribe(({ namespace, type, error, ifname }) => {
        tell([namespace, ifname ?? type, error?.syscall].filter(Boolean).join(" "));
        if (type === "gone" && --left === 0) watching.unsubscribe();
      });`).toSorted();
    expect(steps).toEqual(["bad gone setns", "good gone", "good lo"]);
  });
});
