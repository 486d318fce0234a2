// The messages and verbs of audit, without a kernel.
import { existsSync } from "node:fs";
import { scriptedTransport } from "@rxnetlink/testing";
import {
  boundObjectsOf,
  goldenGate,
  jsonGate,
  mutationGate,
  unusableArgumentsGate,
  verbsGate,
} from "@rxnetlink/testing/gates";
import { describe, test } from "vitest";
import { audit } from "#src/audit/audit.js";
import { layoutOf } from "./messages.js";

const messages = { folder: new URL("../../../test/golden/audit/", import.meta.url), layoutOf };

if (existsSync(messages.folder)) {
  describe("golden files", () => goldenGate({ ...messages, atLeast: 19 }));
  describe("JSON", () => jsonGate(messages));
  describe("mutations", () => mutationGate(messages));
} else test.skip("messages (skipped: none were captured)");
describe("verbs", () => verbsGate(boundObjectsOf(audit({ transport: scriptedTransport(() => {}) }))));
describe("unusable arguments", () =>
  unusableArgumentsGate((transport) => boundObjectsOf(audit({ transport }))));
