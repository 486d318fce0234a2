// The kernel's descriptions, which are no part of the project: beside the checkout, if at all.

import { existsSync, readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../../../../../shared/specs/", import.meta.url);

/** Names of the descriptions that are there. */
export const specNames: readonly string[] = existsSync(folder)
  ? readdirSync(folder).map((file) => file.replace(/\.yaml$/, ""))
  : [];

/** Suffix for the names of tests that are skipped without them. */
export const whyNoSpecs: string | undefined =
  specNames.length > 0 ? undefined : "no ../shared/specs beside the checkout";

/** Returns a description. */
export const specText = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder), "utf8");
