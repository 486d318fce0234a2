// TypeDoc plugin: documents types inferred from layouts as if they had been written by hand.
//
// The members of a layout are properties of the object literal passed to `struct()`, `attributes()` …, and TypeDoc shows
// them on the interface that extends Infer<typeof layout>. This adds what only the call knows.
import {
  Comment,
  CommentTag,
  Converter,
  IntrinsicType,
  PageEvent,
  PageKind,
  ReflectionKind,
  UnionType,
} from "typedoc";
import ts from "typescript";

const LAYOUTS = ["struct", "attributes", "message", "subMessage"];
const NUMBERS = ["enumeration", "flags"];
/** Wrappers that affect requests only, and not the wire format. */
const TRAITS =
  "fixed ifDifferent later optional required orDefault derived whole inRequests changedBits masked maskOf ifindex prefix prefixed".split(
    " ",
  );

const PERMALINK = /<a href="[^"]*" aria-label="Permalink" class="tsd-anchor-icon">.*?<\/a>/gs;

/** The function that a node calls; the one inside, if the call returns its argument. */
function callee(node) {
  const name = node && ts.isCallExpression(node) ? node.expression.getText() : undefined;
  return name === "asPeer" ? callee(node.arguments[0]) : name;
}
const upperSnake = (key) => key.replace(/[A-Z]/g, "_$&").toUpperCase();

/** The initializer of the variable that `node` refers to, if it is in this package. */
function initializer(node, checker) {
  const named = checker.getSymbolAtLocation(node);
  const symbol = named && named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
  const declaration = symbol?.declarations?.[0];
  return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}

/** The name of a type: `u32`, `u8 IF_OPER_*`, `rtnl_link_stats64`, `packed(u32)`. */
function spelling(node, checker) {
  if (ts.isAsExpression(node)) return spelling(node.expression, checker);
  if (ts.isArrowFunction(node)) return spelling(node.body, checker);
  const call = ts.isIdentifier(node) ? initializer(node, checker) : node;
  const name = callee(call);
  const [first, second] = call?.arguments ?? [];
  if (name === "nest" || name === "lazy" || TRAITS.includes(name)) return spelling(first, checker);
  if (name === "readOnly") return `${spelling(first, checker)}, read-only`;
  if (name === "subMessage") return `by ${first.text}`;
  if (LAYOUTS.includes(name)) return first.text;
  if (NUMBERS.includes(name)) return spelling(second, checker) + (first.text ? ` ${first.text}*` : "");
  if (call?.arguments?.length === 1) return `${name}(${spelling(first, checker)})`;
  return node.getText();
}

/** The type of a struct's member, and the kernel that appended it. */
function appended(node) {
  if (callee(node) !== "since") return { node };
  const [kernel, type] = node.arguments;
  return { node: type, since: kernel.text };
}

/**
 * The wire format of a member: the constant of an attribute with its number, the struct of a field, or the kind of a
 * sub-message, and the type.
 */
function wireSide(member, checker) {
  const around = member.parent.parent;
  const call = callee(around) === "extend" ? around.parent : around;
  const [first, second] = call.arguments ?? [];
  const key = member.name.text;
  if (callee(call) === "struct") {
    const { node, since } = appended(member.initializer);
    return { name: first.text, type: spelling(node, checker), since };
  }
  if (callee(call) === "subMessage")
    return { name: `${first.text} "${key}"`, type: spelling(member.initializer, checker) };
  if (callee(call) !== "attributes") return undefined;
  const [number, type] = member.initializer.elements;
  return {
    name: second.text + upperSnake(key),
    number: number.getText(),
    type: spelling(type, checker),
  };
}

/** The kernel that a comment names as the first with what it describes: "Counters; since 5.13." */
function sinceIn(comment) {
  const text = comment?.summary.map((part) => part.text).join("") ?? "";
  return /(?:^|[.;,(]\s*)since (\d+\.\d+)(?=[.;,)]|$)/i.exec(text)?.[1];
}

/** The names that an enumeration or a set of flags declares, with number and meaning. */
function namesTable(literal, checker) {
  const rows = literal.properties.map((property) => {
    const comment = checker.getSymbolAtLocation(property.name).getDocumentationComment(checker);
    return `| \`${property.name.text}\` | ${property.initializer.getText()} | ${ts.displayPartsToString(comment)} |`;
  });
  return ["\n\n| name | number | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The messages and groups of an object, with their numbers. */
function messagesTable(literal, checker) {
  const partNamed = (name) =>
    literal.properties.find((property) => property.name?.getText() === name)?.initializer;
  const types =
    partNamed("types")?.properties?.map(({ name, initializer }) => [name.getText(), initializer]) ?? [];
  const groups = partNamed("groups")?.elements?.map((element) => ["group", element]) ?? [];
  const rows = [...types, ...groups].flatMap(([role, node]) => {
    const number = node && initializer(node, checker)?.getText();
    return number === undefined ? [] : [`| ${role} | \`${node.getText()}\` | ${number} |`];
  });
  return rows.length === 0
    ? ""
    : ["\n\n| message | constant | number |", "| --- | --- | --- |", ...rows].join("\n");
}

function append(reflection, ...parts) {
  reflection.comment ??= new Comment();
  reflection.comment.summary.push(...parts);
}

/** Removes the type arguments of a constant, which would repeat the declaration. */
function shorten(type, project) {
  for (const argument of type.typeArguments ?? []) project.removeTypeReflections(argument);
  delete type.typeArguments;
}

/** Puts the words of an enumeration first, and `number` last. */
function wordsFirst(type) {
  if (!(type instanceof UnionType)) return type;
  const isNumber = (one) => one instanceof IntrinsicType && one.name === "number";
  return new UnionType([...type.types.filter((one) => !isNumber(one)), ...type.types.filter(isNumber)]);
}

/** Shows the value of an entry in a table of words that says no more, such as the number of a protocol. */
function describeEntry(reflection, node) {
  const value = (node.initializer ?? node.name).getText();
  const text = value.length <= 40 && !/[\n`]/.test(value) ? value : node.name.getText();
  append(reflection, { kind: "code", text: `\`${text}\`` });
}

function describeProperty(reflection, node, { checker }) {
  delete reflection.defaultValue;
  if (reflection.type !== undefined) reflection.type = wordsFirst(reflection.type);
  const wire = wireSide(node, checker);
  if (wire === undefined) return;
  const { name, number = "", type, since = sinceIn(reflection.comment) ?? "" } = wire;
  reflection.comment ??= new Comment();
  const parts = [name, number, type, since].map((text) => ({ kind: "text", text }));
  reflection.comment.blockTags.push(new CommentTag("@wire", parts));
}

function describeVariable(reflection, call, { checker, project }) {
  const literal = call.arguments.at(-1);
  if (NUMBERS.includes(callee(call)) && ts.isObjectLiteralExpression(literal))
    append(reflection, { kind: "text", text: namesTable(literal, checker) });
  if (callee(call) === "defineObject")
    append(reflection, { kind: "text", text: messagesTable(literal, checker) });
  if ([...LAYOUTS, ...NUMBERS].includes(callee(call))) shorten(reflection.type, project);
}

export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    const node = context.getSymbolFromReflection(reflection)?.declarations?.[0];
    if (node === undefined) return;
    if (reflection.kindOf(ReflectionKind.Property) && ts.isPropertyAssignment(node))
      describeProperty(reflection, node, context);
    const isEntry = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    if (isEntry && reflection.comment === undefined && reflection.parent?.name === "__type")
      describeEntry(reflection, node);
    if (ts.isVariableDeclaration(node) && callee(node.initializer) !== undefined)
      describeVariable(reflection, node.initializer, context);
  });
  // Readers are interested neither in Infer<> nor in the location of another package's build.
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const reflection of Object.values(project.reflections)) {
      if (reflection.inheritedFrom?.name.startsWith("Infer.")) delete reflection.inheritedFrom;
      const extended = reflection.extendedTypes?.filter((type) => type.name !== "Infer");
      if (extended?.length === 0) delete reflection.extendedTypes;
      const sources = reflection.sources?.filter(({ fileName }) => !fileName.endsWith(".d.ts"));
      if (sources?.length === 0) delete reflection.sources;
      for (const source of sources ?? []) delete source.url;
    }
  });
  // A module lists hundreds of names that link to their page: a second link next to each is only weight.
  app.renderer.on(PageEvent.END, (page) => {
    if (page.pageKind !== PageKind.Reflection || !page.model.kindOf(ReflectionKind.SomeModule)) return;
    page.contents = page.contents?.replace(PERMALINK, "");
  });
}
