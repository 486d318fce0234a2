// Hovers in an editor, from the published declaration files.
import { fileURLToPath } from "node:url";
import { scriptedTransport } from "@rxnetlink/testing";
import {
  type BoundObject,
  boundObjectsOf,
  editorOf,
  Hovers,
  hoverGate,
  linesOf,
} from "@rxnetlink/testing/gates";
import { describe } from "vitest";
import { cryptoUser } from "#src/crypto/index.js";
import { rdma } from "#src/rdma/index.js";
import { scsiTransportEvents } from "#src/scsi-transport/index.js";

const transport = scriptedTransport(() => {});

/** What an entry opens, by its variable: its type, and its objects. */
const OPENED: readonly [variable: string, entry: string, type: string, bound: BoundObject[]][] = [
  ["devices", "rdma", "Rdma", boundObjectsOf(rdma({ transport }))],
  ["user", "crypto", "CryptoUser", boundObjectsOf(cryptoUser({ transport }))],
  ["scsi", "scsi-transport", "ScsiTransport", boundObjectsOf(scsiTransportEvents({ transport }))],
];

/** File that exists only in memory, in this package's folder, so that it resolves like a user's file. */
const FILE = fileURLToPath(new URL("../../hover.ts", import.meta.url));
const PROGRAM = OPENED.map(
  ([variable, entry, type, bound]) => `
import type { ${type} } from "@rxnetlink/protocols/${entry}";
declare const ${variable}: ${type};
${linesOf(variable, bound)}
`,
).join("");

describe("an editor, from the built declarations", () => {
  const hovers = new Hovers(editorOf(FILE, PROGRAM), FILE, PROGRAM);
  describe.each(OPENED)("%s", (variable, _entry, _type, bound) => {
    hoverGate(hovers, variable, bound);
  });
});
