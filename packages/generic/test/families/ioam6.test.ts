import { expectGolden } from "@rxnetlink/testing";
import { goldenGate } from "@rxnetlink/testing/gates";
import { describe, expect, test } from "vitest";
import { ioam6Family } from "#src/ioam6/family.js";
import { ioam6 } from "#src/ioam6/ioam6.js";
import { ioam6NamespaceObject } from "#src/ioam6/namespace.js";
import { ioam6Nodes } from "#src/ioam6/nodes.js";
import { ioam6SchemaObject } from "#src/ioam6/schema.js";
import { type Ioam6Trace, ioam6TraceObject, ioam6TraceType } from "#src/ioam6/trace.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates, goldenOf } from "../support/family-gates.js";

familyGates({
  family: ioam6Family,
  open: ioam6,
  messages: [ioam6NamespaceObject, ioam6SchemaObject],
  folder: "ioam6",
  atLeast: 2,
  reported: new Set(["nsId"]),
});

const events = goldenOf({ family: ioam6Family, messages: [ioam6TraceObject], folder: "ioam6-events" });

describe("events", () => goldenGate({ ...events, atLeast: 1 }));

describe("nodes of a trace", () => {
  test("are decoded, without what they do not know", () => {
    const trace = expectGolden(events.folder, "trace", events.layoutOf) as Ioam6Trace;
    expect(ioam6Nodes(trace)).toEqual([
      {
        ...{ hopLimit: 63, nodeId: 5, links: { ingress: 6 }, linksWide: {} },
        ...{ seconds: 1796041219, fraction: 858453, nsData: 0x11, nsDataWide: 0x22n },
      },
    ]);
  });

  const traceType = ioam6TraceType.of("hopLimNodeId", "opaque");
  const entry = (hops: number, schema: number[]) => [hops, 0, 0, 1, ...schema];
  const none = [0, 0xff, 0xff, 0xff];

  test("end with the schema of each", () => {
    const traceData = Uint8Array.from([...entry(9, [1, 0, 0, 7, 97, 98, 99, 0]), ...entry(10, none)]);
    expect(ioam6Nodes({ traceType, traceNodelen: 1, traceData })).toEqual([
      { hopLimit: 9, nodeId: 1, scId: 7, scData: Uint8Array.of(97, 98, 99, 0) },
      { hopLimit: 10, nodeId: 1 },
    ]);
  });

  test("leave out an entry that is cut off", () => {
    const traceData = Uint8Array.from([...entry(9, none), 8, 0, 0]);
    expect(ioam6Nodes({ traceType, traceNodelen: 1, traceData })).toHaveLength(1);
  });

  test("are not guessed where parts are unknown", () => {
    const traceData = Uint8Array.from([...entry(9, none), ...entry(9, none)]);
    expect(ioam6Nodes({ traceType: traceType | 0x8000, traceNodelen: 2, traceData })).toEqual([]);
    expect(ioam6Nodes({})).toEqual([]);
  });
});

describe("drift", () => {
  familyDrift({
    folder: "ioam6",
    headers: ["ioam6_genl.h"],
    commands: ["IOAM6_CMD_", "IOAM6_EVENT_"],
    subsets: ["ioam6-namespace", "ioam6-schema"],
    exceptions: {
      IOAM6_TRACE_: "bits of the standard, which have no constants",
      ioam6Namespace: "lists are called DUMP, and the schema has a command",
      ioam6Schema: "lists are called DUMP",
    },
    omissions: {
      IOAM6_GENL_: "names and the version of the family stand in its module",
      IOAM6_MAX_SCHEMA_DATA_LEN: "a limit that the kernel checks",
    },
  });
});
