// What the kernel reports, as the descriptions read it and as the declared layouts do: the same message each time.

import type { AnyType } from "@rxnetlink/core/schema";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom, toArray } from "rxjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typeOf } from "#src/client/connect.js";
import { ynl } from "#src/client/ynl.js";
import { loadSpec } from "#src/load-spec.js";
import type { LoadedSpec } from "#src/spec.js";
import { decode } from "../support/codec.js";
import { differences } from "../support/differences.js";
import { dumps, SETUP } from "../support/dumps.js";
import { reloaded } from "../support/reloaded.js";
import { specText, whyNoSpecs } from "../support/specs.js";

const why = whyNoSpecs ?? whyNoNamespaces();

/** Reads the bytes of a message. */
const raw: AnyType = {
  name: "raw",
  write: () => {},
  read: (view, at, end) => new Uint8Array(view.buffer, view.byteOffset + at, end - at).slice(),
};

/** Returns the places at which two layouts read something else. */
const different = (rows: readonly Uint8Array[], one: AnyType, other: AnyType): string[] => [
  ...new Set(
    rows.flatMap((bytes) =>
      differences({ type: one, value: decode(one, bytes) }, { type: other, value: decode(other, bytes) }),
    ),
  ),
];

/** Returns the differences for which there is no reason. */
const unexpected = (found: readonly string[], reasons: Readonly<Record<string, RegExp>>): string[] =>
  found.filter((one) => !Object.values(reasons).some((place) => place.test(one)));

describe.skipIf(why !== undefined)(
  `lists of the kernel${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => {
    let sandbox: Sandbox;
    beforeAll(async () => {
      sandbox = await openSandbox();
      sandbox.run(SETUP);
    });
    afterAll(() => sandbox?.close());

    /** Returns a request with the index of a link for its name. */
    function indexed(value: object): object {
      const { ifindex } = value as { ifindex?: string };
      if (ifindex === undefined) return value;
      return { ...value, ifindex: Number.parseInt(sandbox.run(`ip -o link show ${ifindex}`), 10) };
    }

    /** Returns the messages of a list. */
    function messages(spec: LoadedSpec, operation: string, value: object): Promise<Uint8Array[]> {
      const { transport, namespace } = sandbox;
      const { connection } = ynl(spec, { transport, namespace: namespace.ref });
      const { layout, dump, do: single } = spec.operations[operation]!;
      const { request } = (dump ?? single)!;
      const asked = { type: typeOf(spec, request), layout, value: indexed(value), reply: raw };
      return lastValueFrom(connection.dump$(asked).pipe(toArray()));
    }

    test.each(dumps)("are the same by $spec $operation", async (dump) => {
      const { spec: name, operation, declared, value = {}, faults = {}, forms = {} } = dump;
      const spec = loadSpec(specText(name));
      const rows = await messages(spec, operation, value);
      expect(rows.length).toBeGreaterThan(0);
      const reasons = { ...faults, ...forms };
      const found = different(rows, declared, spec.operations[operation]!.layout);
      expect(unexpected(found, reasons)).toEqual([]);
      // A reason that no longer holds is to be removed.
      expect(Object.values(reasons).filter((place) => !found.some((one) => place.test(one)))).toEqual([]);
      // The description that we make of the declared layout.
      const again = different(rows, declared, reloaded(declared, spec.protocol));
      expect(unexpected(again, forms)).toEqual([]);
    });
  },
);
