import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const CHROMIUM = "/usr/bin/chromium";

/** Why pages cannot be tried, if they cannot. */
export const whyNoBrowser = existsSync(CHROMIUM) ? undefined : `needs ${CHROMIUM}`;
if (whyNoBrowser !== undefined) console.log(`the page is not tried in a browser: ${whyNoBrowser}`);

/** Runs a browser around the tests of a suite. */
export function aroundBrowser() {
  let browser: Browser;
  /** What went wrong in pages: errors, and what the policy forbids. */
  const faults: string[] = [];
  beforeAll(async () => {
    // Root cannot have a sandbox; the page is our own.
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });
  afterAll(() => browser?.close());
  return {
    faults,
    /** Opens an address. */
    async open(url: string): Promise<Page> {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      await page.goto(url);
      return page;
    },
  };
}

/** The card of a link, by the beginning of what a screen reader says of it. */
export const card = (page: Page, name: string) => page.locator(`.card[aria-label^="${name},"]`);

/** Waits until there are cards of these links, and of no others. */
export async function showsLinks(page: Page, ...names: readonly string[]): Promise<void> {
  const shown = () => page.locator(".card .name").allTextContents();
  await expect.poll(async () => (await shown()).sort(), { timeout: 20_000 }).toEqual([...names].sort());
}
