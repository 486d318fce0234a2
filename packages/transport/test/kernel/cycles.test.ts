import { expect, it } from "vitest";
import { runProgram } from "../support/child.js";

interface State {
  readonly descriptors: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly arrayBuffers: number;
}

const [KIB, MIB] = [2 ** 10, 2 ** 20];

/** Factor by which the emulated machine of `npm run test:vm` is slower. */
const SCALE = process.env.IN_NLVM === undefined ? 1 : 20;

// The heap of the thread is small, or its garbage would be taken for a leak.
it("ten thousand sockets leave no descriptor, and less than a kilobyte each", async () => {
  const states = await runProgram<State>(
    `const transport = kernelTransport({ resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 } });
    const cycle = async () => {
      const { socket, close } = await opened(transport, { groups: [1] });
      socket.arrivals$.subscribe();
      close();
    };
    async function state(cycles) {
      for (let i = 0; i < cycles; i++) await cycle();
      // It opens after the last close: one socket is open.
      const { close } = await opened(transport, {});
      globalThis.gc();
      const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
      report({ descriptors: descriptors().length, rss, heapUsed, arrayBuffers });
      close();
    }
    // By then both heaps have the size at which they stay.
    await state(${10_000 / SCALE});
    await state(${10_000 / SCALE});`,
    { node: ["--expose-gc"] },
  );
  const [before, after] = states as [State, State];
  expect(after.descriptors).toBe(before.descriptors);
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(64 * KIB);
  expect(after.heapUsed - before.heapUsed).toBeLessThan(MIB);
  expect(after.rss - before.rss).toBeLessThan(10 * MIB);
});
