// All layouts, enumerations and constants of this package agree with the kernel's header, and nothing of it is left out without
// a reason.
import { type DriftRules, drift, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { differences } from "./drift/differences.js";
import { omissions } from "./drift/omissions.js";
import { exported } from "./support/objects.js";

const reference = kernelReference(import.meta.url, () => ({}), []);
if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);

const rules: DriftRules = {
  ...differences,
  subsystems: { XFRM_MSG_: 0 },
  complete: { headers: ["xfrm.h"], exceptions: omissions },
};

test.skipIf(typeof reference === "string")("declarations agree with the kernel's header", () => {
  if (typeof reference === "string") return;
  const declarations = exported
    .filter(({ value, isPublic }) => isPublic || typeof value !== "number")
    .map(({ name, value }, i) => [typeof value === "number" ? name : `${name} ${i}`, value]);
  const { problems, coverage } = drift(Object.fromEntries(declarations), reference, rules);
  console.log(coverage.join("\n"));
  expect(problems).toEqual([]);
});
