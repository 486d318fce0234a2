// The group of SELinux: anybody may join, and nothing is reported where SELinux is off.
import { SystemError } from "@rxnetlink/core";
import { kernelTransport } from "@rxnetlink/transport";
import { lastValueFrom, Subject, takeUntil, toArray } from "rxjs";
import { afterAll, expect, test } from "vitest";
import { selinux } from "#src/selinux/selinux.js";

const transport = kernelTransport();
afterAll(() => transport.close());

test("the group can be joined, or the kernel lacks the protocol", async () => {
  const stop$ = new Subject<void>();
  const events$ = selinux({ transport }).events$({ listening: () => stop$.next() });
  const seen = await lastValueFrom(events$.pipe(takeUntil(stop$), toArray())).catch(
    (error: unknown) => error,
  );
  if (seen instanceof SystemError) expect(seen.code).toBe("EPROTONOSUPPORT");
  else expect(seen).toEqual([]);
});
