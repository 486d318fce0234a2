import { readlinkSync } from "node:fs";
import type { KernelTransport, NamespaceEvent } from "@rxnetlink/transport";
import { from, take, toArray } from "rxjs";
import { expect, it } from "vitest";
import { places$ } from "#src/cli/live/web/places.js";

const ofEvents = (...events: NamespaceEvent[]) =>
  ({ namespaces$: () => from(events) }) as unknown as KernelTransport;

/** Returns what happens to which namespaces. */
function told(transport: KernelTransport, netns: string | undefined, all: boolean, count: number): string[] {
  const lines: string[] = [];
  places$(transport, netns, all)
    .pipe(take(count), toArray())
    .subscribe((events) =>
      lines.push(...events.map(({ type, place: { name, ref, file } }) => [type, name, ref, file].join(" "))),
    );
  return lines;
}

it("are that of the process, or those that are given", () => {
  expect(told(ofEvents(), undefined, false, 1)).toEqual(["added host  /proc/self/ns/net"]);
  expect(told(ofEvents(), "red,7,/run/x,red", false, 3)).toEqual([
    "added red red /run/netns/red",
    "added 7 7 /proc/7/ns/net",
    "added /run/x /run/x /run/x",
  ]);
});

const path = "/proc/999999999/ns/net";

it("are all others too, but no namespace twice", () => {
  const own = { name: "node[1]", path: `/proc/${process.pid}/ns/net` };
  expect(readlinkSync(own.path)).toBe(readlinkSync("/proc/self/ns/net"));
  const transport = ofEvents(
    { type: "added", ...own },
    { type: "added", name: "blue" },
    { type: "synced" },
    { type: "added", name: "nginx[999999999]", path },
    { type: "removed", name: own.name },
    { type: "removed", name: "nginx[999999999]" },
    { type: "removed", name: "blue" },
  );
  expect(told(transport, undefined, true, 9)).toEqual([
    "added host  /proc/self/ns/net",
    "added blue blue /run/netns/blue",
    `added nginx[999999999] ${path} ${path}`,
    `removed nginx[999999999] ${path} ${path}`,
    "removed blue blue /run/netns/blue",
  ]);
  expect(told(transport, "blue", true, 3).slice(0, 2)).toEqual([
    "added blue blue /run/netns/blue",
    `added node[1] ${own.path} ${own.path}`,
  ]);
});
