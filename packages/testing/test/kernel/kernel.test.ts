import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import type { Arrival, Socket } from "@rxnetlink/core";
import { count, firstValueFrom, lastValueFrom, shareReplay } from "rxjs";
import { describe, expect, test } from "vitest";
import { MissingProgramError, whyNoNamespaces, withNamespace } from "#src/kernel.js";

const reason = whyNoNamespaces();
if (reason !== undefined) console.log(`skipped: ${reason}`);
const descriptors = () => readdirSync("/proc/self/fd").length;

describe.skipIf(reason !== undefined)("withNamespace", () => {
  test("provides an empty namespace and returns the result of the action", async () => {
    const names = await withNamespace(({ json }) => json<{ ifname: string }[]>("ip -j link"));
    expect(names.map(({ ifname }) => ifname)).toEqual(["lo"]);
  });

  test("also finds the programs of administrators for ordinary users", async () => {
    const path = process.env.PATH;
    process.env.PATH = "/usr/bin:/bin";
    try {
      const found = await withNamespace(({ run }) => run("command -v tc"));
      expect(found.trim()).toMatch(/\/tc$/);
    } finally {
      process.env.PATH = path;
    }
  });

  test("names a program that is missing", async () => {
    const missing = withNamespace(({ run }) => run("set -e; (no-such-program --help) 2>&1"));
    await expect(missing).rejects.toThrow(MissingProgramError);
    await expect(missing).rejects.toMatchObject({
      program: "no-such-program",
      message: "the program no-such-program is not installed, or not in PATH",
    });
  });

  test("opens sockets inside, which receive events of the namespace", async () => {
    const arrival = await withNamespace(async ({ transport, namespace, run }) => {
      const socket$ = transport.socket$({ protocol: 0, groups: [1], namespace: namespace.ref });
      return new Promise<Arrival>((resolve, reject) => {
        socket$.subscribe({
          error: reject,
          next(socket) {
            socket.arrivals$.subscribe({ next: resolve, error: reject });
            run("ip link set lo up");
          },
        });
      });
    });
    expect(arrival).toMatchObject({ type: "datagram", group: 1, portId: 0 });
  });

  test("closes the sockets that were left open", async () => {
    const socket$ = await withNamespace(async ({ transport, namespace }) => {
      const opened$ = transport.socket$({ protocol: 0, namespace: namespace.ref }).pipe(shareReplay(1));
      opened$.subscribe({ error() {} });
      await firstValueFrom<Socket>(opened$);
      return { opened$ };
    });
    expect(await lastValueFrom(socket$.opened$.pipe(count()))).toBe(1);
  });

  test("closes everything if the action fails, and passes on the error", async () => {
    await withNamespace(() => {});
    const before = descriptors();
    const failure = withNamespace(() => {
      throw new RangeError("no");
    });
    await expect(failure).rejects.toThrow(RangeError);
    expect(descriptors()).toBe(before);
  });

  test("lets a program continue that does nothing else", () => {
    const kernel = JSON.stringify(import.meta.resolve("#src/kernel.js"));
    const program = `const { withNamespace } = await import(${kernel});
      await withNamespace(() => {});
      console.log("continued");`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program]);
    expect(`${printed}`).toBe("continued\n");
  });

  test("leaks no file descriptor", { timeout: 300_000 }, async () => {
    const once = () =>
      withNamespace(({ transport, namespace, run }) => {
        run("ip link add v0 type veth peer name v1");
        return firstValueFrom(transport.socket$({ protocol: 0, namespace: namespace.ref }));
      });
    await once();
    const before = descriptors();
    for (let i = 0; i < 10; i++) await once();
    expect(descriptors()).toBe(before);
  });
});
