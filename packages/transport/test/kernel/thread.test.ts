import { expect, it } from "vitest";
import { runProgram } from "../support/child.js";

it("runs the pump from its own file in a thread pool, since no bundle contains this package", async () => {
  const program = `
    import { createRequire } from "node:module";
    const transport = kernelTransport();
    await opened(transport, {});
    const { cache } = createRequire(import.meta.url);
    report(Object.keys(cache).some((file) => file.includes("/piscina/")));
    await transport.close();`;
  expect(await runProgram(program)).toEqual([true]);
});
