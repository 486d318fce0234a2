// A plugin of rolldown for packages whose modules have no side effects: it says so of the constants that they declare, one by
// one, so that bundlers of users drop those that are unused.
import { parseAst } from "rolldown/parseAst";

const PURE = "/* @__PURE__ */ ";

/** Visits what is evaluated with a node, and so not what is inside functions. */
function visit(node, each) {
  if (node === null || typeof node !== "object" || /Function|Class/.test(node.type)) return;
  if (node.type !== undefined) each(node);
  for (const child of Object.values(node)) visit(child, each);
}

/** Returns the nodes of some types. */
function nodesOf(root, ...types) {
  const found = [];
  visit(root, (node) => types.includes(node.type) && found.push(node));
  return found;
}

/** Returns the names that a pattern binds. */
function namesIn(pattern) {
  if (pattern.type === "Identifier") return [pattern.name];
  const parts = pattern.properties ?? pattern.elements;
  return parts.flatMap((part) => namesIn(part.type === "Property" ? part.value : (part.argument ?? part)));
}

/** Declares each name of a pattern as a constant of its own: bundlers keep patterns. */
function splitPattern(text, { start, end, id, init }, code) {
  const taken = code.slice(start, end);
  const one = (name) => `${name} = ${PURE}(() => { const ${taken}; return ${name}; })()`;
  if (init !== null) text.overwrite(start, end, namesIn(id).map(one).join(", "));
}

/** Marks what a constant is made of. Members and spreads may have getters, so functions take them in. */
function mark(text, { init }) {
  if (nodesOf(init, "MemberExpression", "SpreadElement").length === 0) return markCalls(text, init);
  text.appendLeft(init.start, `${PURE}(() => (`);
  text.appendRight(init.end, "))()");
}

function markCalls(text, init) {
  for (const { start } of nodesOf(init, "CallExpression", "NewExpression")) text.appendLeft(start, PURE);
}

export const pure = {
  name: "pure",
  renderChunk(code, _chunk, _options, { magicString }) {
    const declared = parseAst(code).body.filter(({ type }) => type === "VariableDeclaration");
    for (const declarator of declared.flatMap(({ declarations }) => declarations))
      if (declarator.id.type === "Identifier") mark(magicString, declarator);
      else splitPattern(magicString, declarator, code);
    return { code: magicString };
  },
};
