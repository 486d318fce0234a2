// Everything that is tested of each family without a kernel.

import { existsSync } from "node:fs";
import type { MessageSet } from "@rxnetlink/core";
import { scriptedTransport } from "@rxnetlink/testing";
import {
  type BoundObject,
  boundObjectsOf,
  goldenGate,
  jsonGate,
  type Messages,
  membersGate,
  mutationGate,
  unusableArgumentsGate,
  verbsGate,
} from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";
import { describe, test } from "vitest";
import type { Family } from "#src/family/definition.js";
import type { FamilyOptions } from "#src/generic.js";
import { loaded } from "./loaded.js";

/** Facts about a family. */
export interface FamilyGates {
  /** The family. */
  readonly family: Family;
  /** Opens it over a transport. */
  readonly open: (options: FamilyOptions) => object;
  /** Its messages; those with the same command are told apart by nothing, so that each command stands once. */
  readonly messages: readonly Pick<MessageSet<object>, "types" | "layout">[];
  /** Folder of its golden files, below `test/golden`; the name of the family by default. */
  readonly folder?: string;
  /** Number of golden messages that there are at least. */
  readonly atLeast: number;
  /** Members, as in a dump, that need not be encoded the same. */
  readonly oneWay?: RegExp;
  /** Members that the kernel reports, which requests that create leave out. */
  readonly reported?: ReadonlySet<string>;
}

/** The golden files of a family. */
export const goldenOf = ({
  family,
  messages,
  folder = family.name,
}: Pick<FamilyGates, "family" | "messages" | "folder">) => ({
  folder: new URL(`../../../test/golden/${folder}/`, import.meta.url),
  layoutOf: layoutsOf(...messages),
});

/** The objects of a family over a connection that leads nowhere. */
function boundIn({ family, open }: Pick<FamilyGates, "family" | "open">): BoundObject[] {
  return boundObjectsOf(
    open({
      transport: loaded(
        scriptedTransport(() => {}),
        family,
      ),
    }),
  );
}

/** Tests golden files forwards, backwards, mutated and as JSON. */
function messageGates({
  oneWay,
  atLeast,
  ...messages
}: Messages & Pick<FamilyGates, "atLeast"> & { readonly oneWay: RegExp | undefined }): void {
  describe("golden files", () => goldenGate({ ...messages, atLeast, ...(oneWay && { oneWay }) }));
  describe("JSON", () => jsonGate(messages));
  describe("members", () => membersGate({ ...messages, atLeast }));
  describe("mutations", () => mutationGate(messages));
}

/** Tests the golden files of messages that are of no object, such as events. */
export function goldenMessages(gates: Omit<FamilyGates, "open">): void {
  const messages = goldenOf(gates);
  const { atLeast, oneWay, family } = gates;
  if (existsSync(messages.folder)) goldenGate({ ...messages, atLeast, ...(oneWay && { oneWay }) });
  else test.skip(`messages (skipped: none of ${family.name} were captured)`);
}

/** Tests a family: its golden files, forwards, backwards, mutated and as JSON, and the verbs of its objects. */
export function familyGates(gates: FamilyGates): void {
  const { family, open, atLeast, oneWay, reported } = gates;
  const messages = goldenOf(gates);
  if (existsSync(messages.folder)) messageGates({ ...messages, atLeast, oneWay });
  else test.skip(`messages (skipped: none of ${family.name} were captured)`);
  const bound = boundIn(gates);
  // A family may have functions only.
  if (bound.length === 0) return;
  describe("verbs", () => verbsGate(bound));
  describe("unusable arguments", () => {
    unusableArgumentsGate((transport) => boundObjectsOf(open({ transport: loaded(transport, family) })), {
      ...(reported && { reported }),
      headless: new Set(gates.messages.map(({ layout }) => layout.name)),
    });
  });
}
