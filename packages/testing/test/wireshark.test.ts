import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NLM_F_MULTI, NLMSG_DONE, NLMSG_ERROR, NLMSG_NOOP, NLMSG_OVERRUN } from "@rxnetlink/core/schema";
import { firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { afterAll, describe, expect, test } from "vitest";
import { replay } from "#src/replay/replay.js";
import { GET, itemsOver, NEW, quiet, recorded, watch } from "./support/items.js";

const reason = spawnSync("tshark", ["--version"]).status === 0 ? undefined : "needs the program tshark";
if (reason !== undefined) console.log(`skipped: ${reason}`);

const folder = mkdtempSync(join(tmpdir(), "wireshark-"));
afterAll(() => rmSync(folder, { recursive: true }));

function tshark(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("tshark", args, { encoding: "utf8", maxBuffer: 1 << 28 });
  expect({ status, stderr: stderr.replace(/^Running as .*\n/, "") }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

/** Writes a recording into a file. */
async function recordedFile(): Promise<string> {
  const { transport, kernel, bytes } = recorded({ now: () => 1_700_000_000_123.456 });
  const items = itemsOver(transport);
  const notified = watch(items.notifications$());
  await quiet();
  for (let id = 1; id < 4; id++) await firstValueFrom(items.add$({ id, name: `item ${id}` }));
  await firstValueFrom(items.list$().pipe(toArray()));
  kernel.listeners[0]!.deliver({ type: "overrun", drops: 2 });
  kernel.happen(NEW, { id: 9 });
  notified.unsubscribe();
  const file = join(folder, "it.pcapng");
  writeFileSync(file, bytes());
  return file;
}

type Layer = Readonly<Record<string, unknown>>;

/** Returns the type, flags and sequence number of each message in a frame. */
function messagesIn(layers: Layer): number[][] {
  return [layers["Netlink message"] as Layer].flat().map((message) => {
    const [, header] = Object.entries(message).find(([key]) => key.startsWith("Netlink message header"))!;
    const names = ["type", "flags", "seq"].map((name) => `netlink.hdr_${name}`);
    // Flags are shown once for each of their possible meanings.
    return names.map((name) => Number([(header as Layer)[name]].flat()[0]));
  });
}

describe.skipIf(reason !== undefined)("Wireshark", () => {
  test("shows recorded messages and overruns", async () => {
    const frames = JSON.parse(tshark("-r", await recordedFile(), "-T", "json", "--no-duplicate-keys"));
    const layers = (frames as { _source: { layers: Record<string, Layer> } }[]).map(
      (it) => it._source.layers,
    );
    const adding = [1, 2, 3].flatMap((sequence) => [
      [[NEW, 0x605, sequence]],
      [[NEW, 0, sequence]],
      [[NLMSG_ERROR, 0, sequence]],
    ]);
    const row = [NEW, NLM_F_MULTI, 1];
    expect(layers.map(messagesIn)).toEqual([
      ...adding,
      [[GET, 0x301, 1]],
      [row, row, row],
      [[NLMSG_DONE, NLM_F_MULTI, 1]],
      [[NLMSG_OVERRUN, 0, 0]],
      [[NEW, 0, 0]],
      [[NLMSG_NOOP, 0, 0]],
    ]);
    expect(layers.map(({ netlink }) => netlink)).toEqual(
      layers.map(() => ({ "netlink.hatype": "824", "netlink.family": "0x0007" })),
    );
  });

  test("shows times, directions, and the details that only a replay needs", async () => {
    const fields = ["time_epoch", "packet_flags_direction", "interface_name", "comment"];
    const shown = tshark(
      ...["-r", await recordedFile(), "-T", "fields"],
      ...fields.flatMap((field) => ["-e", `frame.${field}`]),
    );
    const lines = shown.trimEnd().split("\n");
    const [listener, asker, lister] = [1001, 1002, 1003].map((portId) => `netlink 7, port id ${portId}`);
    expect(lines.map((line) => line.split("\t").slice(1))).toEqual([
      ...[1, 2, 3].flatMap(() => [
        ["0x00000002", asker, ""],
        ["0x00000001", listener, '{"group":3}'],
        ["0x00000001", asker, ""],
      ]),
      ["0x00000002", lister, ""],
      ["0x00000001", lister, ""],
      ["0x00000001", lister, ""],
      ["0x00000001", listener, '{"kind":"overrun","drops":2}'],
      ["0x00000001", listener, '{"group":3}'],
      ["0x00000001", listener, '{"kind":"closed"}'],
    ]);
    expect(lines[0]).toMatch(/^1700000000\.123456000\t/);
  });

  test("may add personal notes, which a replay ignores", async () => {
    const file = await recordedFile();
    const noted = join(folder, "noted.pcapng");
    const { status } = spawnSync("editcap", ["-a", "1:this one", "-a", "2:and this one", file, noted]);
    expect(status).toBe(0);
    expect(readFileSync(noted, "latin1")).toContain("and this one");
    const played = [noted, file].map((path) => {
      const items = itemsOver(replay(readFileSync(path)));
      return Promise.all([
        lastValueFrom(items.notifications$().pipe(toArray())),
        lastValueFrom(items.list$().pipe(toArray())),
      ]);
    });
    const [one, other] = await Promise.all(played);
    expect(one).toEqual(other);
    expect(one).toMatchObject([
      [{}, {}, {}, { type: "overrun" }, {}],
      [{}, {}, {}],
    ]);
  });
});
