import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests run as compiled, with the worker thread beside them.
// A machine that is emulated takes minutes to transform what is compiled already; no test against the kernel mocks.
const external = process.env.IN_NLVM === undefined ? [] : [/\/dist(-test)?\/(?!.*\.test\.js$)/];
const elsewhere =
  process.env.RXNETLINK_KERNEL_TESTS === "vm"
    ? ["**/dist-test/test/kernel/**", "examples/**/*.kernel.test.*", "docs/*.kernel.test.*"]
    : [];

export default defineConfig({
  test: {
    include: [
      "{packages,tools}/*/dist-test/**/*.test.js",
      "tools/*.test.mjs",
      "examples/dist/**/*.test.js",
      "docs/*.test.mjs",
      "bench/{,page/}*.test.mjs",
    ],
    exclude: ["**/node_modules/**", ...elsewhere],
    pool: "forks",
    // One each core, not one less: tests mostly wait for the kernel and for programs.
    maxWorkers: availableParallelism(),
    // Where Debian keeps tc and bridge, outside the path of an ordinary user.
    env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
    server: { deps: { external } },
    // Long enough for a machine that is busy with other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
