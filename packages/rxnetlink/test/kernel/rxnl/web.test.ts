import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { eventually } from "@rxnetlink/testing/gates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aroundSandbox, program, rxnl, why } from "../../support/rxnl.js";

/** What the stream of a page begins with. */
interface Beginning {
  readonly recorded: boolean;
  readonly links: readonly { readonly name: string }[];
  readonly happenings: readonly { readonly time: number; readonly type: string; readonly text: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "rxnl-web-"));
const recording = join(folder, "recording.pcapng");
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true });
});

/** Starts `rxnl web --json`, and returns how to ask the page and how to end it. */
async function served(...args: string[]) {
  const child = spawn(process.execPath, [program, "web", "--json", "--no-open", ...args]);
  running.push(child);
  const [line] = await once(createInterface(child.stdout), "line");
  const { url } = JSON.parse(String(line)) as { url: string };
  const { headers } = await fetch(url, { redirect: "manual" });
  const cookie = headers.get("set-cookie")!.split(";")[0]!;
  const get = async (path: string) => (await fetch(new URL(path, url), { headers: { cookie } })).json();
  return {
    url,
    /** Names of the links that were there at a time, with that of their namespace. */
    async links(time: number) {
      const { links } = (await get(`/api/at?time=${time}`)) as {
        links: { namespace: string; name: string }[];
      };
      return links.map(({ namespace, name }) => `${namespace} ${name}`).sort();
    },
    /** The first event of the stream. */
    async beginning() {
      const stream = await fetch(new URL("/api/stream", url), { headers: { cookie } });
      let text = "";
      for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        if (text.includes("\n\n")) break;
      }
      return JSON.parse(/^data: (.*)$/m.exec(text)![1]!) as Beginning;
    },
    async interrupted() {
      child.kill("SIGINT");
      return (await once(child, "exit"))[0] as number;
    },
  };
}

describe("rxnl web", () => {
  it.each([
    [["--replay", "x", "--netns", "a"], "--replay shows what is recorded"],
    [["--replay", join(folder, "none")], "ENOENT"],
    [["--port", "x"], "It must be a whole number."],
  ])("refuses %j", (words, message) => {
    const { status, stdout, stderr } = rxnl(["web", "--no-open", ...words]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("refuses a file that is no recording, and a port that is taken", async () => {
    const file = join(folder, "text");
    writeFileSync(file, "no recording");
    expect(rxnl(["web", "--no-open", "--replay", file])).toMatchObject({ status: 1, stdout: "" });
    const { url, interrupted } = await served();
    const { status, stderr } = rxnl(["web", "--no-open", "--port", new URL(url).port]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^rxnl: listen: EADDRINUSE/);
    expect(await interrupted()).toBe(130);
  });
});

describe.skipIf(why !== undefined)("rxnl web of a namespace", () => {
  const around = aroundSandbox();
  let path: string;
  beforeAll(() => {
    path = around.sandbox.namespace.path;
  });

  it("shows its links, records them, and ends by Ctrl-C", async () => {
    const page = await served("--netns", path, "--record", recording);
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    await eventually(async () => expect(await page.links(Date.now())).toEqual([`${path} lo`]));
    around.sandbox.run("ip link add br0 type bridge");
    await eventually(async () => expect(await page.links(Date.now())).toEqual([`${path} br0`, `${path} lo`]));
    around.sandbox.run("ip link delete br0");
    await eventually(async () => expect(await page.links(Date.now())).toEqual([`${path} lo`]));
    expect(await page.interrupted()).toBe(130);
  });

  it("shows what was recorded, without the namespace", async () => {
    const page = await served("--replay", recording);
    // The page is served while the recording is read.
    const { happenings, recorded } = await eventually(async () => {
      const beginning = await page.beginning();
      expect(beginning.links.map(({ name }) => name)).toEqual(["lo"]);
      expect(beginning.happenings).toHaveLength(2);
      return beginning;
    });
    expect(recorded).toBe(true);
    expect(happenings.map(({ type, text }) => `${type} ${text}`)).toEqual([
      "added br0 (bridge)",
      "removed br0 (bridge)",
    ]);
    expect(await page.links(happenings[0]!.time)).toEqual([`${path} br0`, `${path} lo`]);
    expect(await page.links(happenings[0]!.time - 1)).toEqual([`${path} lo`]);
    expect(await page.interrupted()).toBe(130);
  });
});
