// Hovers in an editor, from the published declaration files: tsc drops the comments of a layout as soon as a schema
// function returns a computed type instead of a named interface.
import { fileURLToPath } from "node:url";
import { methodsOf } from "@rxnetlink/core";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { editorOf } from "./support/editor.js";
import { objects } from "./support/objects.js";

/** File that exists only in memory, in this package's folder, so that it resolves like a user's file. */
const FILE = fileURLToPath(new URL("../../hover.ts", import.meta.url));
/** Every method of every object. */
const VERBS = objects.flatMap(({ name, verbs }) => methodsOf(verbs).map((method) => `${name}.${method}`));
const PROGRAM = `
import type { Address, Link, Route, Rtnetlink } from "@rxnetlink/route";
declare const nl: Rtnetlink;
declare const link: Link;
declare const address: Address;
declare const route: Route;
link.mtu;
link.linkinfo;
link.linkinfo?.data?.vxlan?.id;
link.stats64?.rxNohandler;
route.gateway;
address.cacheinfo?.valid;
nl.link.change$({ flags: { up: true, promisc: false } });
nl.link.list$({ flags: link.flags });
const given: Parameters<typeof nl.route.add$>[0] = { dst: "198.51.100.0/24", oif: "eth0" };
const match: NonNullable<Parameters<typeof nl.address.list$>[0]> = { index: "eth0" };
const index: number | undefined = route.oif;
nl.route.add$({ ...given, oif: index ?? 2, multipath: [{ ifindex: "eth0" }] });
nl.address.list$({ ...match, index: address.index });
route.oif;
given.oif;
match.index;
nl.link.watch$({ stats64: { rxBytes: 1n } });
nl.route.list$({}, { members: ["dst", "gateway"] }).subscribe((path) => path.gateway);
${objects.map(({ name }) => `nl.${name};`).join("\n")}
${VERBS.map((verb) => `nl.${verb};`).join("\n")}
`;

const service = editorOf(FILE, PROGRAM);

/** Returns the type and comment that an editor shows for the last name of an expression in the program. */
function hover(expression: string): { type: string; comment: string } {
  const info = service.getQuickInfoAtPosition(FILE, PROGRAM.indexOf(`\n${expression};`) + expression.length);
  return {
    type: ts.displayPartsToString(info?.displayParts),
    comment: ts.displayPartsToString(info?.documentation),
  };
}

/** Returns the members of a type in the program, each with its comment. */
function members(name: string): Map<string, string> {
  const checker = service.getProgram()!.getTypeChecker();
  const source = service.getProgram()!.getSourceFile(FILE)!;
  const variable = checker
    .getSymbolsInScope(source.endOfFileToken, ts.SymbolFlags.Variable)
    .find((symbol) => symbol.name === name)!;
  const properties = checker.getTypeOfSymbolAtLocation(variable, source).getProperties();
  return new Map(
    properties.map((property) => [
      property.name,
      ts.displayPartsToString(property.getDocumentationComment(checker)),
    ]),
  );
}

describe("an editor, from the built declarations", () => {
  it("accepts a program that uses them", () => {
    const found = [...service.getSyntacticDiagnostics(FILE), ...service.getSemanticDiagnostics(FILE)];
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  });

  it("reads the built files, not the sources", () => {
    const read = service
      .getProgram()!
      .getSourceFiles()
      .map(({ fileName }) => fileName);
    expect(read.some((name) => name.endsWith("packages/route/dist/link/link.d.ts"))).toBe(true);
    expect(read.filter((name) => /packages\/\w+\/src\//.test(name))).toEqual([]);
  });

  it.each([
    ["link.mtu", "mtu?: number | undefined", "Largest packet, in bytes."],
    [
      "link.linkinfo?.data?.vxlan?.id",
      "id?: number | undefined",
      "VXLAN network identifier (VNI), below 2^24.",
    ],
    ["link.linkinfo", "linkinfo?: LinkInfo | undefined", "Kind of virtual link, with its settings."],
    [
      "link.stats64?.rxNohandler",
      "rxNohandler?: bigint | undefined",
      "Packets received without a protocol handler.",
    ],
    ["route.gateway", "gateway?: string | undefined", "Gateway."],
    [
      "address.cacheinfo?.valid",
      "valid: number | undefined",
      "Valid lifetime, in seconds; 4294967295, the default in a request, is infinite.",
    ],
  ])("shows the comment of %s", (expression, type, comment) => {
    expect(hover(expression)).toEqual({ type: `(property) ${type}`, comment });
  });

  it.each(["link", "address", "route"])("shows a comment for every member of %s", (name) => {
    const all = members(name);
    expect(all.size).toBeGreaterThan(10);
    expect([...all].filter(([, comment]) => comment === "").map(([key]) => key)).toEqual([]);
  });

  it.each([
    ["route.oif", "(property) oif?: Ifindex | undefined"],
    ["given.oif", "(property) oif?: string | Ifindex | undefined"],
    ["match.index", "(property) index?: string | Ifindex | undefined"],
  ])("shows that %s is the index of a link, or in requests its name", (expression, type) => {
    expect(hover(expression).type).toBe(type);
  });

  it("leaves out alignment members", () => {
    expect([...members("link").keys()]).not.toContain("pad");
    expect([...members("link").keys()]).not.toContain("_");
  });

  it.each(objects.map(({ name }) => name))("knows the type of %s by a name", (name) => {
    expect(hover(`nl.${name}`).type).toMatch(/^\(property\) Rtnetlink\.\w+: [A-Z]\w+$/);
  });

  it.each(objects.map(({ name, verbs }) => [name, methodsOf(verbs)] as const))(
    "completes nl.%s. with its verbs and nothing else",
    (name, methods) => {
      const at = PROGRAM.indexOf(`nl.${name}.`) + `nl.${name}.`.length;
      const entries = service.getCompletionsAtPosition(FILE, at, {})?.entries ?? [];
      expect(entries.map((entry) => entry.name).sort()).toEqual([...methods].sort());
    },
  );

  it("completes the members that a list can be limited to", () => {
    const at = PROGRAM.indexOf('"gateway"]') + 1;
    const entries = service.getCompletionsAtPosition(FILE, at, {})?.entries ?? [];
    expect(entries.map((entry) => entry.name).sort()).toEqual([...members("route").keys()].sort());
  });

  it.each(VERBS)("shows %s in one or two lines", (verb) => {
    const { type } = hover(`nl.${verb}`);
    expect(type).toMatch(/: Observable<.+>$/);
    expect(type.length).toBeLessThanOrEqual(200);
    expect(type).not.toContain("\n");
  });
});
