// The page for browsers, bundled in two ways and used in Chromium: it decodes a recording as Node does.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decode, readCapture } from "@rxnetlink/capture";
import { toJson } from "@rxnetlink/core";
import { rtnetlink } from "@rxnetlink/route";
import * as esbuild from "esbuild";
import { type Browser, chromium } from "playwright-core";
import * as vite from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const why = existsSync(CHROMIUM) ? undefined : `there is no ${CHROMIUM}; CHROMIUM names another`;
if (why !== undefined) console.log(`the page for browsers is not tested: ${why}`);

const folder = fileURLToPath(new URL("../../browser/", import.meta.url));
const recording = fileURLToPath(new URL("../../testing/recordings/uplink.pcapng", import.meta.url));

/** The files of a page by name. */
type Files = ReadonlyMap<string, string | Uint8Array>;

async function byEsbuild(): Promise<Files> {
  const entryPoints = [`${folder}decode-capture.ts`];
  const options = { bundle: true, format: "esm", minify: true, write: false, logLevel: "error" } as const;
  const { outputFiles } = await esbuild.build({ ...options, entryPoints });
  const page = readFileSync(`${folder}index.html`, "utf8").replace("decode-capture.ts", "decode-capture.js");
  return new Map<string, string | Uint8Array>([
    ["index.html", page],
    ["style.css", readFileSync(`${folder}style.css`)],
    ["decode-capture.js", outputFiles[0]!.contents],
  ]);
}

/** A file as Vite returns it: a program, or something else. */
interface BuiltFile {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

async function byVite(): Promise<Files> {
  const built = await vite.build({
    root: folder,
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { write: false },
  });
  const { output } = built as { output: BuiltFile[] };
  return new Map(output.map(({ fileName, code, source }) => [fileName, code ?? source ?? ""]));
}

const TYPES: Readonly<Record<string, string>> = { html: "text/html", css: "text/css", js: "text/javascript" };

describe.skipIf(why !== undefined)("the page decode-capture", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  }, 30_000);
  afterAll(() => browser?.close());

  /** Opens a page that is made of files, and collects its errors, with what its policy forbids. */
  async function opened(files: Files) {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on("pageerror", (error) => errors.push(error));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.route("http://page/**", (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
      const body = files.get(name);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({ body: Buffer.from(body), contentType: TYPES[name.split(".").at(-1)!]! });
    });
    await page.goto("http://page/");
    return { page, errors };
  }

  it.each([
    ["esbuild", byEsbuild],
    ["Vite", byVite],
  ])("bundled by %s, decodes a recording as Node does", { timeout: 60_000 }, async (_, bundled) => {
    const { page, errors } = await opened(await bundled());
    await page.setInputFiles("input", recording);
    const line = page.locator("#messages li", { hasText: "reply" }).first();
    await line.locator("summary").click();
    const shown: unknown = JSON.parse((await line.locator("pre").textContent())!);
    const messages = decode(readCapture(readFileSync(recording)).packets, [rtnetlink]);
    const reply = messages.find(({ type, role }) => type === "object" && role === "reply");
    if (reply?.type !== "object") expect.unreachable();
    expect(shown).toEqual(JSON.parse(JSON.stringify(toJson(reply.kind.layout, reply.value))));
    expect(await page.locator("#messages li").count()).toBe(messages.length);
    expect(await page.locator("#summary").textContent()).toBe(
      `uplink.pcapng · pcapng · ${messages.length} messages`,
    );
    expect(errors).toEqual([]);
    await page.close();
  });
});
