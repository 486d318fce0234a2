// Drawings: an image in SVG becomes part of its page, so that its colours follow the theme that the reader chose. As an image it
// would follow that of the system.
import { readFileSync } from "node:fs";

const IMAGE = /<img src="[^"]*?(\w+)\.svg" alt="([^"]*)"\/?>/g;
const read = (name) => readFileSync(new URL(`../assets/${name}.svg`, import.meta.url), "utf8");

/** Returns the drawing of an image, whose style holds inside of it only. */
function drawing(_, name, alt) {
  const svg = read(name)
    .replace("<svg", `<svg id="drawing-${name}" aria-label="${alt}"`)
    .replace(/<title>.*?<\/title>\n?/s, "")
    .replace(/<style>(.*?)<\/style>/s, `<style>#drawing-${name} {$1}</style>`);
  return `<span class="drawing">${svg}</span>`;
}

/** Returns a page with its images in SVG as drawings. */
export const withDrawings = (html) => html.replace(IMAGE, drawing);
