// A dummy of each kind that CONTRIBUTING's table "One place" names, added by exactly the edits that the table names.
// An edit is a new file's text, or what is put behind a text that a file has.

const core = "packages/core/src";
const route = "packages/route/src";
const expressions = "packages/netfilter/src/nftables/expr/kinds";
const kinds = (list) => `${route}/${list}/kinds`;

const behind = (text, added) => (old) => {
  const [found] = old.match(text) ?? [];
  if (found === undefined) throw new Error(`no place is like ${text}`);
  return old.replace(found, () => found + added);
};
const before = (text, added) => (old) => {
  const [found] = old.match(text) ?? [];
  if (found === undefined) throw new Error(`no place is like ${text}`);
  return old.replace(found, () => added + found);
};
const all =
  (...edits) =>
  (old) =>
    edits.reduce((text, edit) => edit(text), old);
const atEnd = (added) => (old) => old + added;

/** A file of one kind, with a layout of one member. */
const kindFile = (name) => () =>
  `
import { attributes, type Infer, u32 } from "@rxnetlink/core/schema";
export const ${name}Attributes = attributes("${name}-attrs", "DUMMY_", { id: [1, u32] });
export interface Dummy${name} extends Infer<typeof ${name}Attributes> {}
`;

/** The edits for a kind of something: its file, its line among the formats, its names. */
function kind(folder, name, formats) {
  const names = `Dummy${name}, ${name}Attributes`;
  return {
    [`${folder}/<kind>.ts`]: kindFile(name),
    [`${folder}/formats.ts`]: all(
      before(/^import /m, `import { type ${names} } from "./<kind>.js";\n`),
      behind(formats, `\n  ${name}: nest<Dummy${name}>(${name}Attributes),`),
    ),
    [`${folder}/index.ts`]: atEnd(`export { type ${names} } from "./<kind>.js";\n`),
  };
}

/** The edits by row of the table; `<kind>` and the like stand for the dummy's name. */
export const EDITS = {
  attribute: {
    [`${route}/rule/layout.ts`]: behind(
      /ruleAttributes = attributes\([^{]*\{/,
      "\n  dummyAttribute: [200, u32],",
    ),
  },
  "enumeration or flag": {
    [`${route}/rule/layout.ts`]: behind(/ruleFlags = flags\([^{]*\{/, "\n  dummyFlag: 0x0100_0000,"),
  },
  "link kind": kind(kinds("link"), "dummyLink", /linkData = subMessage\([^{]*\{/),
  "qdisc, filter or action kind": kind(kinds("tc/qdisc"), "dummyQdisc", /qdiscOptions = subMessage\([^{]*\{/),
  "expression of nftables": {
    ...kind(expressions, "dummyExpr", /expressionData = subMessage\([^{]*\{/),
    [`${expressions}/<kind>.ts`]: () =>
      `${kindFile("dummyExpr")()}export const dummyText = ({ id = 0 }: DummydummyExpr): string => \`id \${id}\`;\n`,
    [`${expressions}/texts.ts`]: all(
      before(/^import /m, 'import { dummyText } from "./<kind>.js";\n'),
      behind(/\} = \{/, "\n  dummyExpr: dummyText,"),
    ),
  },
  "object of `NETLINK_ROUTE`": {
    [`${route}/<object>/<object>.ts`]: () => `
import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, message, nest, struct, u32 } from "@rxnetlink/core/schema";
const layout = message("dummy", struct("dummymsg", { family: u32 }), attributes("dummy-attrs", "DUMMY_", { id: [1, u32] }));
export interface DummyObject extends Infer<typeof layout> {}
export const dummyObject = defineObject({
  name: "dummy",
  layout: nest<DummyObject>(layout),
  types: { new: 240, get: 242 },
  groups: [],
  verbs: ["list", "add"],
  filters: [],
});
export interface DummyObjects extends ObjectOf<typeof dummyObject> {}
`,
    [`${route}/rtnetlink.ts`]: all(
      before(/^import /m, 'import { type DummyObjects, dummyObject } from "./<object>/<object>.js";\n'),
      behind(/interface Rtnetlink \{/, "\n  readonly dummy: DummyObjects;"),
      before(/ {4}link: bindObject/, "    dummy: bindObject(connection, dummyObject),\n"),
    ),
    [`${route}/index.ts`]: atEnd(
      'export { type DummyObject, type DummyObjects, dummyObject } from "./<object>/<object>.js";\n',
    ),
  },
  "wire type": {
    [`${core}/schema/types/<type>.ts`]: () => `
import { refine } from "../refine.js";
import type { Type } from "../type.js";
import { u32 } from "./scalar.js";
export const hundredths: Type<number> = refine(u32, {
  read: (view: DataView, at: number, end: number) => u32.read(view, at, end) / 100,
  write: (out, value) => u32.write(out, value * 100),
});
`,
    [`${core}/schema.ts`]: atEnd('export { hundredths } from "./schema/types/<type>.js";\n'),
  },
  error: {
    [`${core}/errors/errors.ts`]: atEnd("export class DummyError extends NetlinkError {}\n"),
    [`${core}/index.ts`]: atEnd('export { DummyError } from "./errors/errors.js";\n'),
  },
  operator: {
    [`${core}/operators/<operator>.ts`]: () => `
import { map, type MonoTypeOperatorFunction } from "rxjs";
export const doubled = (): MonoTypeOperatorFunction<number> => map((value) => value * 2);
`,
    [`${core}/operators.ts`]: atEnd('export { doubled } from "./operators/<operator>.js";\n'),
  },
  verb: {
    [`${core}/object/verbs.ts`]: behind(/type RequestVerb =/, ' "dummy" |'),
    [`${core}/object/capabilities.ts`]: all(
      behind(/interface Capabilities<.*\{/, "\n  readonly dummy: Dummying<T, Q>;"),
      atEnd("export interface Dummying<T, Q> { dummy$(key: Match<T & Q>): Observable<T>; }\n"),
    ),
    [`${core}/object/bind-object.ts`]: before(
      / {4}delete\$: key\$/,
      '    dummy$: key$("dummy", (key) => reads.get$(key)),\n',
    ),
  },
};

/** A program that uses all of them; it prints what it sees. */
export const PROGRAM = `
import { bindObject, DummyError, NetlinkError, defineObject, type ObjectOf, type Transport } from "@rxnetlink/core";
import { doubled } from "@rxnetlink/core/operators";
import { hundredths, type Type, Writer } from "@rxnetlink/core/schema";
import { dummyObject, linkObject, ruleFlags, ruleObject, rtnetlink } from "@rxnetlink/route";
import { qdiscObject } from "@rxnetlink/route/tc";
import { dummyLinkAttributes } from "@rxnetlink/route/link-kinds";
import { expression, formatExpression } from "@rxnetlink/netfilter/nftables";
import { NEVER, of } from "rxjs";

function through<T>(layout: Type<T>, value: T): T {
  const out = new Writer();
  layout.write(out, value);
  const bytes = out.take();
  return layout.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
}
const transport = { socket$: () => NEVER } as unknown as Transport;
const nl = rtnetlink({ transport });
const dumbed = defineObject({ ...dummyObject, verbs: ["dummy"] });
const dummy: ObjectOf<typeof dumbed> = bindObject(nl.connection, dumbed);
const rule = through(ruleObject.layout, { dummyAttribute: 7, flags: ruleFlags.of("dummyFlag") } as never);
const link = through(linkObject.layout, { linkinfo: { kind: "dummyLink", data: { dummyLink: { id: 8 } } } } as never);
const qdisc = through(qdiscObject.layout, { kind: "dummyQdisc", options: { dummyQdisc: { id: 9 } } } as never);
const expr = through(expression, { data: { dummyExpr: { id: 10 } } });
const seen: number[] = [];
of(21).pipe(doubled()).subscribe((value) => seen.push(value));
const attribute: number | undefined = rule.dummyAttribute;
const kind: number | undefined = link.linkinfo?.data?.dummyLink?.id;
const option: number | undefined = qdisc.options?.dummyQdisc?.id;
console.log(JSON.stringify([
  attribute, (rule.flags & 0x0100_0000) !== 0, kind, option, typeof nl.dummy.list$, typeof nl.dummy.add$,
  through(hundredths, 1.5), new DummyError("") instanceof NetlinkError, seen, typeof dummy.dummy$, dummyLinkAttributes !== undefined,
  expr.data?.dummyExpr?.id, formatExpression(expr),
]));
`;
/** Output that it must print. */
export const PRINTED = [
  7,
  true,
  8,
  9,
  "function",
  "function",
  1.5,
  true,
  [42],
  "function",
  true,
  10,
  "[ dummyExpr id 10 ]",
];
