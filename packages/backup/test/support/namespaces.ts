// Namespaces with connections, and helpers of tests.

import { all, one } from "@rxnetlink/core/promises";
import { mptcp } from "@rxnetlink/generic/mptcp";
import { netfilter } from "@rxnetlink/netfilter";
import { rtnetlink } from "@rxnetlink/route";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { xfrm } from "@rxnetlink/xfrm";
import { afterAll, describe } from "vitest";
import { type BackupOptions, backup$ } from "#src/backup.js";
import { difference } from "#src/difference.js";
import type { Backup } from "#src/document.js";
import type { RestoreOutcome } from "#src/outcome.js";
import { type RestoreOptions, restore$ } from "#src/restore.js";
import type { BackupConnections } from "#src/section.js";
import type { BackupStep } from "#src/step.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`backups are not tested on the kernel: ${why}`);

/** A namespace, and what is saved and restored in it. */
export interface Place extends Sandbox {
  readonly connections: BackupConnections;
  save(options?: BackupOptions): Promise<Backup>;
  restore(document: Backup, options?: RestoreOptions): Promise<RestoreOutcome[]>;
  /** Returns what differs from a backup. */
  differing(document: Backup): Promise<BackupStep[]>;
}

async function openPlace(): Promise<Place> {
  const sandbox = await openSandbox();
  const { transport, namespace } = sandbox;
  const at = { transport, namespace: namespace.ref };
  const route = rtnetlink(at);
  const named = { ...at, linkIndex$: route.connection.linkIndex$! };
  const connections = { route, netfilter: netfilter(at), xfrm: xfrm(named), mptcp: mptcp(named) };
  const save = (options?: BackupOptions) => one(backup$(connections, options));
  return {
    ...sandbox,
    connections,
    save,
    restore: (document, options) => all(restore$(connections, document, options)),
    differing: async (document) => difference(document, await save({ keys: true })),
  };
}

/** Describes tests that open namespaces; skipped where there can be none. */
export function describeBackup(name: string, tests: (open: () => Promise<Place>) => void): void {
  const opened: Place[] = [];
  describe.skipIf(why !== undefined)(name, () => {
    afterAll(() => Promise.all(opened.map((place) => place.close())));
    tests(async () => {
      const place = await openPlace();
      opened.push(place);
      return place;
    });
  });
}

/** Returns a backup as it is read from a file. */
export const fromFile = (saved: Backup): Backup => JSON.parse(JSON.stringify(saved)) as Backup;

/** Returns steps in words: `"add route default inet"`. */
export const wordsOf = (steps: readonly BackupStep[]): string[] =>
  steps.map(({ type, section, subject }) => `${type} ${section} ${subject}`);

/** Returns the outcomes that are no success, in words. */
export const failuresOf = (outcomes: readonly RestoreOutcome[]): string[] =>
  outcomes
    .filter(({ error }) => error !== undefined)
    .map(({ step, error }) => `${step.type} ${step.section} ${step.subject}: ${error!.message}`);
