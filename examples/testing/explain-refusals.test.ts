import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const capture = new URL("../../../packages/capture/test/golden/nlmon.pcap", import.meta.url);

test("explain-refusals prints what the kernel refused in a capture by tcpdump", () => {
  const program = fileURLToPath(new URL("explain-refusals.js", import.meta.url));
  const printed = execFileSync(process.execPath, [program, fileURLToPath(capture)], { encoding: "utf8" });
  expect(printed.split("\n")).toEqual(
    expect.arrayContaining([
      "new link v0: EEXIST",
      "new route 198.51.100.0: ENETUNREACH Nexthop has invalid gateway",
    ]),
  );
});
