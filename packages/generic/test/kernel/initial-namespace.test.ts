// Families that the kernel has in the initial network namespace only.

import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { firstValueFrom, lastValueFrom, type Observable, Subject, takeUntil } from "rxjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acpi } from "#src/acpi/acpi.js";
import { dquot } from "#src/dquot/dquot.js";
import { whyNot } from "../support/kernel.js";

const reason = whyNoNamespaces();

describe.skipIf(reason !== undefined)(`families without namespaces${reason ? ` (${reason})` : ""}`, () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openSandbox();
  });
  afterAll(() => sandbox.close());

  const events = {
    acpi_event: (options: object) => acpi({ transport: sandbox.transport, ...options }).event,
    VFS_DQUOT: (options: object) => dquot({ transport: sandbox.transport, ...options }).warning,
  };

  test.each(["acpi_event", "VFS_DQUOT"] as const)("%s says so where it is missing", async (name) => {
    const object = events[name]({ namespace: sandbox.namespace.ref });
    const error = await firstValueFrom(object.notifications$() as never).catch((it: unknown) => it);
    expect(error).toMatchObject({ code: "ENOENT" });
    expect(String(error)).toContain(`there is no family ${name} here; it comes with`);
    expect(String(error)).toContain("in the initial network namespace");
  });

  for (const name of ["acpi_event", "VFS_DQUOT"] as const) {
    const why = whyNot({ families: [name] });
    test.skipIf(why !== undefined)(`${name} is listened to${why ? ` (skipped: ${why})` : ""}`, async () => {
      const ended = new Subject<void>();
      const listening = () => ended.next();
      const event$: Observable<unknown> = events[name]({}).notifications$({ listening });
      await lastValueFrom(event$.pipe(takeUntil(ended)), { defaultValue: undefined });
    });
  }
});
