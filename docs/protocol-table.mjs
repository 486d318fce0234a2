// The table of protocols in docs/protocols.md, made from the one in the code.

/** Returns a range of kernels in words. */
function kernels({ since, until }) {
  if (since === undefined) return "";
  return until === undefined ? `since ${since}` : `${since} to ${until}`;
}

const code = (text) => (text === undefined ? "" : `\`${text}\``);

/** Returns the cells of a row, without the kernels it was tested on. */
export const cellsOf = (protocol) => [
  String(protocol.number),
  code(protocol.name),
  protocol.about,
  kernels(protocol),
  [code(protocol.option), code(protocol.module)].filter(Boolean).join(", "),
  code(protocol.package),
];

/** Returns the rows of groups: those of a protocol in the order of their numbers. */
export const groupCellsOf = ({ name, groups }) => [
  code(name),
  Object.entries(groups)
    .map(([group, number]) => `${number} \`${group}\``)
    .join(", "),
];

/** Returns the cells of the rows of a table on a page, by its first heading. */
export function tableOf(page, heading) {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|") && cells(line)[0] === heading);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return rest.slice(0, end < 0 ? rest.length : end).map(cells);
}

const cells = (line) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
