import { defineConfig } from "vitest/config";

// Tests run as compiled: the same files that are published, with the worker thread beside them.
export default defineConfig({
  test: {
    include: [
      "packages/*/dist/**/*.test.js",
      "examples/dist/*.test.js",
      "docs/*.test.mjs",
      "bench/*.test.mjs",
    ],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
