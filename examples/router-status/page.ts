// The status as a page: HTML without a script, which a browser loads again every two seconds.

import { createHash } from "node:crypto";
import type { LinkRow, RouterStatus } from "./status.js";

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; color: GrayText; }
th, td { padding: .25rem 1rem .25rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
.number { text-align: right; } .up, .reachable { color: light-dark(#1a7f37, #3fb950); } .down, .failed { color: light-dark(#cf222e, #f85149); }
`;

/** Content security policy of the page, which allows its style and nothing else. */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Returns text that is shown as it is: names of links may contain anything. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

const UNITS = ["B/s", "kB/s", "MB/s", "GB/s"];

/** Returns a rate with its unit. */
export function speed(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`;
}

/** A cell: text, or a number, which is set to the right, or a state, which has a colour. */
type Cell = string | { readonly number: string } | { readonly state: string };

function cell(content: Cell, tag = "td"): string {
  if (typeof content === "string") return `<${tag}>${escaped(content)}</${tag}>`;
  const [name, text] = "number" in content ? ["number", content.number] : [content.state, content.state];
  return `<${tag} class="${escaped(name)}">${escaped(text)}</${tag}>`;
}

/** The head of a column stands above its cells, which are to the right if they are numbers. */
const headOf = (text: string, below: Cell = ""): string =>
  cell(typeof below === "object" && "number" in below ? { number: text } : text, "th");

function table(title: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return `<h2>${title}</h2>\n<p>none</p>`;
  const head = heads.map((text, i) => headOf(text, rows[0]?.[i])).join("");
  const body = rows.map((cells) => `<tr>${cells.map((content) => cell(content)).join("")}</tr>`).join("\n");
  return `<h2>${title}</h2>\n<table><tr>${head}</tr>\n${body}</table>`;
}

const linkCells = ({ link, state, addresses, received, sent }: LinkRow): Cell[] => [
  link,
  { state },
  addresses.join(", "),
  { number: speed(received) },
  { number: speed(sent) },
];

/** Returns the page. */
export function pageOf({ links, routes, neighbours, counters }: RouterStatus, hostname: string): string {
  const parts = [
    table("Links", ["link", "state", "addresses", "received", "sent"], links.map(linkCells)),
    table(
      "Routes",
      ["to", "via", "metric", "protocol"],
      routes.map(({ to, via, metric, protocol }) => [to, via, { number: String(metric) }, protocol]),
    ),
    table(
      "Neighbours",
      ["address", "hardware address", "link", "state"],
      neighbours.map(({ address, hardware, link, state }) => [address, hardware, link, { state }]),
    ),
    typeof counters === "string"
      ? `<h2>Firewall</h2>\n<p>${escaped(counters)}</p>`
      : table(
          "Firewall",
          ["place", "rule", "packets", "bytes"],
          counters.map(({ place, rule, packets, bytes }) => [
            place,
            rule,
            { number: packets },
            { number: bytes },
          ]),
        ),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><title>${escaped(hostname)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(hostname)}</h1>
${parts.join("\n")}
</body></html>
`;
}
