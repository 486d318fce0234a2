// The comments of declared members, by the name of what declares them and their key: `link-attrs.mtu`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const packages = fileURLToPath(new URL("../packages/", import.meta.url));

/** Functions whose first argument names what they declare, by which documentation is looked up. */
const DECLARING = new Set(["attributes", "struct", "enumeration", "flags"]);

/** Adds the comments of the members in an object, or in what it is made of. */
function collect(node, name, docs) {
  if (ts.isObjectLiteralExpression(node))
    for (const member of node.properties) {
      const text = ts
        .getJSDocCommentsAndTags(member)
        .map(({ comment }) => ts.getTextOfJSDocComment(comment))
        .join("\n");
      if (text !== "" && member.name !== undefined) docs.set(`${name}.${member.name.text}`, text);
    }
  if (ts.isCallExpression(node)) for (const given of node.arguments) collect(given, name, docs);
}

/** Returns the comments of all members that a package declares. */
export function docsOf(name) {
  const docs = new Map();
  const root = join(packages, name, "src");
  const visit = (node) => {
    const [first] = ts.isCallExpression(node) ? node.arguments : [];
    if (first !== undefined && ts.isStringLiteral(first) && DECLARING.has(node.expression.getText()))
      for (const given of node.arguments) collect(given, first.text, docs);
    node.forEachChild(visit);
  };
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!/(?<!\.test)\.ts$/.test(path)) continue;
    const text = readFileSync(join(root, path), "utf8");
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  }
  return docs;
}
