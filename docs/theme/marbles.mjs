// Marble diagrams: drawn from the strings that docs/marbles.test.mjs runs. A block of code in the language "marbles", in a
// page or in the comment of an operator, has a line for each stream, and one for the operator between them:
//
//   source  -a-b-c----|
//           settle(3)
//   result  -------c--|
//
// Lines without such a column are said below the drawing.

/** Width of a column, which is a moment, and height of a row. */
const [COLUMN, ROW] = [17, 44];
const RADIUS = 11;
/** Where the names of streams end. */
const LEFT = 76;

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** Returns the parts of a diagram: its rows in order, and what is said below. */
export function parse(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const stream = (line) => /^(\w+\$?) +([-a-zA-Z0-9()|#]+)$/.exec(line);
  const rows = lines.flatMap((line) => {
    const [, name, marbles] = stream(line) ?? [];
    if (name !== undefined) return [{ name, marbles }];
    return /^\s{4}/.test(line) ? [{ code: line.trim() }] : [];
  });
  const notes = lines.filter((line) => stream(line) === null && !/^\s{4}/.test(line));
  return { rows, notes };
}

/** Returns what happens in a stream, by column; what is in a group happens in the column where the group begins. */
function events(marbles) {
  let group;
  return [...marbles].flatMap((sign, column) => {
    if (sign === "(") group = column;
    if (sign === ")") group = undefined;
    if ("-()".includes(sign)) return [];
    return [{ sign, column: group ?? column, after: group === undefined ? 0 : column - group - 1 }];
  });
}

/** Draws a value, the end of a stream, or its error. */
function sign({ sign, column, after }, y) {
  const x = LEFT + (column + 1) * COLUMN + (sign === "|" && after > 0 ? RADIUS + 7 : 0);
  if (sign === "|") return `<path class="end" d="M${x} ${y - 12}v24"/>`;
  if (sign === "#")
    return `<path class="failure" d="m${x - 8} ${y - 8} 16 16m0 -16 -16 16"><title>error</title></path>`;
  const hue = sign.toLowerCase().charCodeAt(0) % 5;
  return `<g class="value hue${hue}"><circle cx="${x}" cy="${y}" r="${RADIUS}"/><text x="${x}" y="${y + 4}">${sign}</text></g>`;
}

/** Draws a stream: its name, its line, and what happens in it. */
function stream({ name, marbles }, y, width) {
  const all = events(marbles);
  const last = all.find((event) => "|#".includes(event.sign));
  const end = last === undefined ? width - 14 : LEFT + (last.column + 1) * COLUMN;
  const head = last === undefined ? `<path class="head" d="m${end - 6} ${y - 5} 8 5 -8 5"/>` : "";
  const line = `<path class="line" d="M${LEFT} ${y}H${end}"/>`;
  return `<text class="name" x="0" y="${y + 5}">${name}</text>${line}${head}${all.map((event) => sign(event, y)).join("")}`;
}

function operator({ code }, y, width) {
  const box = `<rect x="${LEFT}" y="${y - 15}" width="${width - LEFT - 8}" height="30" rx="8"/>`;
  return `<g class="operator">${box}<text x="${(LEFT + width - 8) / 2}" y="${y + 5}">${escaped(code)}</text></g>`;
}

/** Returns the drawing of a diagram as SVG, with its notes as a caption. */
export function draw(text) {
  const { rows, notes } = parse(text);
  const columns = Math.max(...rows.map(({ marbles = "" }) => marbles.length));
  const code = Math.max(...rows.map(({ code = "" }) => code.length));
  const width = Math.max(LEFT + (columns + 2) * COLUMN, LEFT + code * 8.5 + 40);
  const height = rows.length * ROW;
  const parts = rows.map((row, index) => {
    const y = index * ROW + ROW / 2;
    return row.code === undefined ? stream(row, y, width) : operator(row, y, width);
  });
  const label = escaped(rows.map(({ name, marbles, code }) => code ?? `${name} ${marbles}`).join(", "));
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const svg = `<svg ${size} role="img" aria-label="${label.replace(/"/g, "&quot;")}">${parts.join("")}</svg>`;
  const caption = notes.length === 0 ? "" : `<figcaption>${escaped(notes.join(" "))}</figcaption>`;
  return `<figure class="marbles">${svg}${caption}</figure>`;
}
