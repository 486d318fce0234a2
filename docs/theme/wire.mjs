// How members of layouts look on the wire, from the tags that schema.mjs adds: a line for each member, and a table for the
// whole type.
import { JSX } from "typedoc";

const element = JSX.createElement;
const code = (text) => (text === "" ? "" : element("code", null, text));

/** What a comment says of the wire: the constant or place, its number, the type and the first kernel. */
function wireOf(comment) {
  const tag = comment?.getTag("@wire");
  if (tag === undefined) return undefined;
  const [name, number, type, since] = tag.content.map(({ text }) => text);
  return { name, number, type, since };
}

/** Returns the line of a member: `IFLA_MTU (4): u32, since Linux 2.6`. */
export function wireLine(comment) {
  const wire = wireOf(comment);
  if (wire === undefined) return undefined;
  const { name, number, type, since } = wire;
  const text = `${name}${number && ` (${number})`}: ${type}`;
  return element("p", { class: "wire" }, code(text), since === "" ? "" : ` since Linux ${since}`);
}

/** The columns of a table, without those that have nothing to say of any member. */
function columnsOf(wires) {
  const columns = [
    ["on the wire", "name"],
    ["number", "number"],
    ["type", "type"],
    ["since", "since"],
  ];
  return columns.filter(([, key]) => wires.some((wire) => wire[key] !== ""));
}

function row(member, columns, context) {
  const wire = wireOf(member.comment) ?? {};
  const cell = ([, key]) => {
    const text = wire[key] ?? "";
    return element("td", null, key === "name" || key === "type" ? code(text) : text);
  };
  const link = element("a", { href: context.urlTo(member) }, member.name);
  return element("tr", null, element("td", null, link), columns.map(cell));
}

/** Returns the members of a type as a table of their wire format; undefined unless a layout declares them. */
export function wireTable(model, context) {
  const members = model.children ?? [];
  const wires = members.map(({ comment }) => wireOf(comment)).filter((wire) => wire !== undefined);
  if (wires.length === 0) return undefined;
  const columns = columnsOf(wires);
  const heads = ["member", ...columns.map(([title]) => title)].map((title) => element("th", null, title));
  const table = element(
    "table",
    { class: "wire" },
    element("thead", null, element("tr", null, heads)),
    element(
      "tbody",
      null,
      members.map((member) => row(member, columns, context)),
    ),
  );
  return element("div", { class: "tsd-typography" }, table);
}
