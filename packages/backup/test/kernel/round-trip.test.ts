// Whatever a namespace is made of, it is the same after it was restored into an empty one.
import fc from "fast-check";
import { expect, it } from "vitest";
import { configurations } from "../support/configurations.js";
import { describeBackup, failuresOf, fromFile, wordsOf } from "../support/namespaces.js";
import { printed } from "../support/printed.js";

describeBackup("random configurations", (open) => {
  it("are restored into an empty namespace as they were", async () => {
    const restored = fc.asyncProperty(configurations, async (commands) => {
      const [source, target] = [await open(), await open()];
      source.run(`(${commands.join("\n")}\n) >/dev/null 2>&1; true`);
      const saved = fromFile(await source.save());
      expect(failuresOf(await target.restore(saved, { prune: true }))).toEqual([]);
      expect(wordsOf(await target.differing(saved))).toEqual([]);
      expect(printed(target)).toEqual(printed(source));
    });
    await fc.assert(restored, { numRuns: 4, endOnFailure: true });
  });
});
