// Rules of ours, and those of nft: both compile to the same expressions and sets.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { debugLines, linesOfNft } from "../support/nft-rules/debug.js";
import { setup } from "../support/nft-rules/setup.js";
import { pairs } from "../support/nft-rules/table.js";

describeWith(["nft"], "a rule compiles to what nft sends", () => {
  let kernel: Kernel;
  let printed: string[];
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-rules-"));

  // One run of nft for each rule, which prints its expressions even if the kernel refuses them.
  beforeAll(async () => {
    kernel = await openKernel();
    for (const [index, [family, nft]] of pairs.entries())
      writeFileSync(
        join(folder, String(index)),
        [...setup(family), `add rule ${family} t c ${nft}`, ""].join("\n"),
      );
    const last = pairs.length - 1;
    const run = `TZ=UTC nft -c --debug=netlink -f ${folder}/$i 2>&1 || true; printf '\\0'`;
    printed = kernel.run(`for i in $(seq 0 ${last}); do ${run}; done`).split("\0");
  }, 120_000);

  test.each(pairs.map(([family, nft, ours], index) => [`${family} ${nft}`, family, ours, index] as const))(
    "%s",
    (_, family, ours, index) => {
      const theirs = linesOfNft(printed[index]!);
      expect(theirs.length, printed[index]).toBeGreaterThan(0);
      expect(debugLines(ours.compile(family))).toEqual(theirs);
    },
  );

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await kernel.close();
  });
});
