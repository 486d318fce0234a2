// The main door in a browser: a bundle that imports nothing of Node, run where Node's globals are absent.

import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { golden } from "./support/golden.js";

const PROGRAM = `
  import { decode, readCapture } from "@rxnetlink/capture";
  import { rtnetlink } from "@rxnetlink/route";
  const { packets } = readCapture(bytes);
  decoded(decode(packets, [rtnetlink]).filter(({ type }) => type === "refusal").map(({ code }) => code));
`;

it("decodes a capture in a browser", async () => {
  const { outputFiles, warnings } = await build({
    stdin: { contents: PROGRAM, resolveDir: fileURLToPath(new URL("../../../rxnetlink", import.meta.url)) },
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
  });
  expect(warnings).toEqual([]);
  let codes: unknown;
  const decoded = (all: unknown) => {
    codes = JSON.parse(JSON.stringify(all));
  };
  // What browsers have too.
  const globals = {
    TextDecoder,
    TextEncoder,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    performance,
    Uint8Array,
    DataView,
  };
  runInNewContext(outputFiles[0]!.text, { ...globals, bytes: golden("nlmon.pcap"), decoded });
  expect(codes).toEqual(["ENODEV", "ENODEV", "EEXIST", "ENETUNREACH", "ENODEV"]);
});
