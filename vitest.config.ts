import { defineConfig } from "vitest/config";

// Tests run as compiled: the same files that are published, with the worker thread beside them.
const elsewhere = process.env.RXNETLINK_KERNEL_TESTS === "vm" ? ["**/*.kernel.test.*"] : [];

export default defineConfig({
  test: {
    include: [
      "packages/*/dist/**/*.test.js",
      "examples/dist/*.test.js",
      "docs/*.test.mjs",
      "bench/*.test.mjs",
    ],
    exclude: ["**/node_modules/**", ...elsewhere],
    pool: "forks",
    // Long enough for a machine that is busy with other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
