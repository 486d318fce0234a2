// The navigation of the site: the pages by section and category, as their front matter names them, then the API.

/** Sections in the order of a reader; further ones follow them. */
const SECTIONS = ["Guides", "Recipes", "Objects", "Coming from"];
/** Categories of objects in the order of the network, from the link up; further ones follow them. */
const CATEGORIES = [
  "Links",
  "Bridges",
  "Addresses and routes",
  "Traffic control",
  "Firewall",
  "Encryption",
  "Sockets and processes",
  "Devices",
  "Other families",
];

/** Groups documents by the title that a function names, in the order of a list. */
function grouped(documents, titleOf, order) {
  const groups = new Map();
  for (const document of documents) {
    const title = titleOf(document);
    groups.set(title, [...(groups.get(title) ?? []), document]);
  }
  const place = ([title]) => order.indexOf(title) + 1 || order.length + 1;
  return [...groups].sort((a, b) => place(a) - place(b));
}

/**
 * Returns the sections of a project's documents, then its modules.
 *
 * @param documents documents of the project
 * @param modules navigation of the packages
 * @param pathOf function that returns the address of a document
 */
export function sections(documents, modules, pathOf) {
  const toPage = (document) => ({ text: document.name, path: pathOf(document) });
  const sectionOf = ({ frontmatter }) => frontmatter.group ?? "Guides";
  const categoryOf = ({ frontmatter }) => frontmatter.category ?? "";
  /** A folder of a category; pages without one are in none. */
  const folder = ([text, pages]) => {
    const children = pages.map(toPage);
    return text === "" ? children : [{ text, children }];
  };
  const shelves = grouped(documents, sectionOf, SECTIONS).map(([text, pages]) => ({
    text,
    children: grouped(pages, categoryOf, CATEGORIES).flatMap(folder),
  }));
  return [...shelves, { text: "API", children: modules }];
}
