// Hovers in an editor, from the published declaration files.
import { fileURLToPath } from "node:url";
import { scriptedTransport } from "@rxnetlink/testing";
import { boundObjectsOf, Hovers, hoverGate, linesOf } from "@rxnetlink/testing/gates";
import type { LanguageService } from "typescript";
import { describe } from "vitest";
import { audit } from "#src/audit/audit.js";

/** The aid in `tools/editor.mjs`. */
interface Editor {
  editorOf(file: string, program: string): LanguageService;
}

const tool = new URL("../../../../../tools/editor.mjs", import.meta.url);
const { editorOf } = (await import(tool.href)) as Editor;

const bound = boundObjectsOf(audit({ transport: scriptedTransport(() => {}) }));
/** File that exists only in memory, in this package's folder, so that it resolves like a user's file. */
const FILE = fileURLToPath(new URL("../../../hover.ts", import.meta.url));
const PROGRAM = `
import type { Audit } from "@rxnetlink/events/audit";
declare const kernel: Audit;
${linesOf("kernel", bound)}
`;

describe("an editor, from the built declarations", () => {
  hoverGate(new Hovers(editorOf(FILE, PROGRAM), FILE, PROGRAM), "kernel", bound);
});
