import { expect, test } from "vitest";
import { recordedNamespaces } from "#src/recording/outline.js";
import { RecordingWriter } from "#src/recording/recording-writer.js";

test("the namespaces of a recording are those of its sockets, each with its time", () => {
  const blocks: number[] = [];
  const writer = new RecordingWriter((bytes) => blocks.push(...bytes));
  const open = (at: number, namespace?: string) =>
    writer.opened({
      protocol: 0,
      portId: at,
      groups: [],
      opened: at,
      ...(namespace !== undefined && { namespace }),
    });
  const [blue, own, again] = [open(1000, "blue"), open(1500), open(2000, "blue")];
  writer.happened(blue, 1700, { type: "closed" });
  writer.happened(own, 4000, { type: "closed" });
  writer.happened(again, 3000, { type: "closed" });
  expect(recordedNamespaces(Uint8Array.from(blocks))).toEqual([
    { name: "blue", from: 1000, to: 3000 },
    { from: 1500, to: 4000 },
  ]);
});
