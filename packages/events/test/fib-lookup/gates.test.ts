// The messages of FIB look-ups, without a kernel.
import { goldenGate, jsonGate, mutationGate } from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";
import { describe } from "vitest";
import { fibResultNl } from "#src/fib-lookup/layout.js";

const messages = {
  folder: new URL("../../../test/golden/fib-lookup/", import.meta.url),
  layoutOf: layoutsOf({ layout: fibResultNl, types: { get: 16 } }),
};

describe("golden files", () => goldenGate({ ...messages, atLeast: 5 }));
describe("JSON", () => jsonGate(messages));
describe("mutations", () => mutationGate(messages));
