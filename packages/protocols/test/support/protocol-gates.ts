// Everything that is tested of each protocol without a kernel.

import { existsSync } from "node:fs";
import type { Transport } from "@rxnetlink/core";
import { scriptedTransport } from "@rxnetlink/testing";
import {
  boundObjectsOf,
  goldenGate,
  jsonGate,
  membersGate,
  mutationGate,
  unusableArgumentsGate,
  verbsGate,
} from "@rxnetlink/testing/gates";
import { describe, test } from "vitest";
import { type GoldenFiles, goldenOf } from "./golden.js";

/** Facts about a protocol. */
export interface ProtocolGates extends GoldenFiles {
  /** Opens it over a transport. */
  readonly open: (options: { readonly transport: Transport }) => object;
  /** Number of golden messages that there are at least. */
  readonly atLeast: number;
  /** Members, as in a dump, that need not be encoded the same. */
  readonly oneWay?: RegExp;
  /** Members that the kernel reports, which requests that create leave out. */
  readonly reported?: ReadonlySet<string>;
}

/** Tests a protocol: its golden files, forwards, backwards, mutated and as JSON, and the verbs of its objects. */
export function protocolGates(gates: ProtocolGates): void {
  const { open, atLeast, oneWay, reported, folder, messages: sets } = gates;
  const messages = goldenOf(gates);
  if (existsSync(messages.folder)) {
    describe("golden files", () => goldenGate({ ...messages, atLeast, ...(oneWay && { oneWay }) }));
    describe("JSON", () => jsonGate(messages));
    describe("members", () => membersGate({ ...messages, atLeast }));
    describe("mutations", () => mutationGate(messages));
  } else test.skip(`messages (skipped: none of ${folder} were captured)`);
  describe("verbs", () => verbsGate(boundObjectsOf(open({ transport: scriptedTransport(() => {}) }))));
  describe("unusable arguments", () => {
    unusableArgumentsGate((transport) => boundObjectsOf(open({ transport })), {
      ...(reported && { reported }),
      headless: new Set(sets.map(({ layout }) => layout.name)),
    });
  });
}
