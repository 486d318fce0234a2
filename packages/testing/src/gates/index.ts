//  Tests that the layouts and objects of every family pass; each function defines tests of vitest where it is called. And aids
//  of tests, which every package has use for. This entry is not published.

export { type BoundObject, boundObjectsOf } from "@rxnetlink/core/internal";
export { editorOf } from "./editor.js";
export { eventually, until } from "./eventually.js";
export { type Exported, exportedBy } from "./exported.js";
export { type GoldenRules, goldenGate } from "./golden-gate.js";
export { hoverGate, linesOf } from "./hover-gate.js";
export { type Hover, Hovers } from "./hovers.js";
export { jsonGate } from "./json-gate.js";
export { membersGate } from "./members-gate.js";
export { allMessages, type Messages } from "./messages.js";
export { mutationGate } from "./mutation-gate.js";
export { printedWithoutPrivileges, whyNotOrdinary } from "./ordinary.js";
export { openPrepared } from "./prepared.js";
export { describeUnless, fails, whyMissing, whyNotInitialRoot } from "./skipping.js";
export type { Exempt } from "./unusable-arguments.js";
export { unusableArgumentsGate } from "./unusable-arguments-gate.js";
export { verbsGate } from "./verbs-gate.js";
