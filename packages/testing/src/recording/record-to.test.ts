import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readRecording } from "#src/recording/recording-reader.js";

const folder = mkdtempSync(join(tmpdir(), "record-"));
afterAll(() => rmSync(folder, { recursive: true }));

const url = (path: string) => JSON.stringify(import.meta.resolve(path));
const program = (file: string, end: string) => `
  import { firstValueFrom } from "rxjs";
  import { ItemKernel, itemsOver } from ${url("../../test/support/items.js")};
  import { recordTo } from ${url("#src/recording/record-to.js")};
  const transport = recordTo(${JSON.stringify(file)}, new ItemKernel().transport);
  const items = itemsOver(transport);
  await firstValueFrom(items.add$({ id: 1 }));
  await firstValueFrom(items.list$());
  ${end}`;
const node = (source: string) => ["--input-type=module", "--eval", source];
const cwd = new URL(".", import.meta.url).pathname;

const kinds = (file: string) =>
  readRecording(readFileSync(file)).map(({ events }) => events.map(({ event }) => event.type));
/** The events of the file; readers add the last one at its end. */
const ALL = [
  ["sent", "datagram", "closed"],
  ["sent", "datagram", "datagram", "closed"],
];

test("writes everything if the program ends naturally or exits", () => {
  for (const end of ["", "process.exit();"]) {
    const file = join(folder, `ended${end.length}`);
    execFileSync(process.execPath, node(program(file, end)), { cwd });
    expect(kinds(file)).toEqual(ALL);
  }
});

test("writes everything if the program is killed", () => {
  const file = join(folder, "killed");
  const { signal } = spawnSync(
    process.execPath,
    node(program(file, 'process.kill(process.pid, "SIGKILL");')),
    { cwd },
  );
  expect(signal).toBe("SIGKILL");
  expect(kinds(file)).toEqual(ALL);
});

test("closes the transport and the file once", () => {
  const file = join(folder, "closed");
  const end = `
    await transport.close();
    await transport.close();
    await firstValueFrom(itemsOver(transport).list$()).catch(({ name }) => console.log(name));`;
  expect(`${execFileSync(process.execPath, node(program(file, end)), { cwd })}`).toBe("ClosedError\n");
  expect(kinds(file)).toEqual(ALL);
});
