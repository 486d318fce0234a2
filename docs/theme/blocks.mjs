// Blocks of code that are shown otherwise: marble diagrams are drawn, and output in sentences is wrapped.
import { draw } from "./marbles.mjs";

/** Columns that fit beside the navigation. Longer lines of output are sentences, such as messages of errors. */
const COLUMNS = 90;

const isLong = (line) => line.length > COLUMNS;

/** Has markdown-it draw the blocks of the language "marbles", and wrap those of "text" that have long lines. */
export function drawBlocks(markdown) {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index];
    const language = info.trim();
    if (language === "marbles") return draw(content);
    const html = fence(tokens, index, ...rest);
    const wraps = language === "text" && content.split("\n").some(isLong);
    return wraps ? html.replace("<pre>", '<pre class="sentences">') : html;
  };
}
