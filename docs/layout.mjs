// Finds what does not fit on pages of the built site: elements that reach beyond the column they are in, or the window.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./snippets.mjs";

const CHROMIUM = "/usr/bin/chromium";
/** Widths of a window: a screen, a tablet, a telephone. */
const WIDTHS = [1440, 1024, 390];
/** The columns of a page. */
const COLUMNS = ".col-content, .site-menu, .page-menu, .tsd-toolbar-contents";
/** Room between columns in pixels, into which headings reach. */
const GUTTER = 24;

/** Why pages cannot be looked at, if they cannot. */
export const whyNoBrowser = existsSync(CHROMIUM) ? undefined : `needs ${CHROMIUM}`;

/** Runs in the page: names what is wider than its column, the outermost only. What scrolls or hides may hold what it likes. */
function tooWide({ columns, gutter }) {
  const found = [];
  const visit = (element, right) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return;
    const name = `${element.localName}.${element.classList} ${element.textContent.trim().slice(0, 40)}`;
    if (box.right > right) found.push(name);
    else if (getComputedStyle(element).overflowX === "visible")
      for (const child of element.children) visit(child, right);
  };
  for (const column of document.querySelectorAll(columns)) {
    const { left, right } = column.getBoundingClientRect();
    // Menus of narrow windows wait beside them.
    if (left < window.innerWidth) visit(column, right + gutter);
  }
  if (document.documentElement.scrollWidth > window.innerWidth) found.push("the page itself");
  return found;
}

/** Returns what does not fit, with page and width. */
export async function misfits(site, pages) {
  const { chromium } = createRequire(join(root, "packages/web/package.json"))("playwright-core");
  // Root cannot have a sandbox; the pages are our own.
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const found = [];
  try {
    // The scripts of the site only fill the navigation, and take most of the time.
    const tab = await browser.newPage({ javaScriptEnabled: false });
    for (const page of pages) {
      await tab.goto(pathToFileURL(join(site, page)).href);
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: 900 });
        for (const what of await tab.evaluate(tooWide, { columns: COLUMNS, gutter: GUTTER }))
          found.push(`${page} at ${width}: ${what}`);
      }
    }
  } finally {
    await browser.close();
  }
  return found;
}
