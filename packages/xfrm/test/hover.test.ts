// Hovers in an editor, from the published declaration files.
import { fileURLToPath } from "node:url";
import { editorOf, Hovers, hoverGate, linesOf } from "@rxnetlink/testing/gates";
import { describe } from "vitest";
import { seen } from "./support/objects.js";

/** File that exists only in memory, in this package's folder, so that it resolves like a user's file. */
const FILE = fileURLToPath(new URL("../../hover.ts", import.meta.url));
const PROGRAM = `
import type { XfrmFamily } from "@rxnetlink/xfrm";
declare const xf: XfrmFamily;
${linesOf("xf", seen)}
`;

describe("an editor, from the built declarations", () => {
  hoverGate(new Hovers(editorOf(FILE, PROGRAM), FILE, PROGRAM), "xf", seen);
});
