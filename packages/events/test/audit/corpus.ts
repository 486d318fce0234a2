// Records of a kernel, and rules with what `auditctl -l` prints of them.

import { readFileSync } from "node:fs";

const file = (name: string) =>
  readFileSync(new URL(`../../../test/audit/corpus/${name}`, import.meta.url), "utf8")
    .replace(/\n$/, "")
    .split("\n");

/** Lines of a log with records of Linux 6.12. */
export const logLines = file("audit.log");

/** Rules as they are given to auditctl 3.0.9, and as it lists them. */
export const ruleTexts: readonly (readonly [given: string, listed: string])[] = file("rules.txt").map(
  (line) => line.split("\t") as [string, string],
);

/** Returns a listed rule without the slash by which a directory is told from a file, which auditctl does not print. */
export const withoutSlash = (text: string): string => text.replace(/^(-w \S+?)\/(?= )/, "$1");
