import type { MessageSet } from "@rxnetlink/core";
import { scriptedTransport } from "@rxnetlink/testing";
import { boundObjectsOf, exportedBy } from "@rxnetlink/testing/gates";
import { sockDiag } from "#src/sock-diag.js";

/** Everything that the modules of this package export. */
export const exported = await exportedBy(new URL("../../../", import.meta.url));

const isMessageSet = (one: unknown): one is MessageSet<object> =>
  typeof one === "object" && one !== null && "types" in one && "groups" in one && "layout" in one;

/** All messages that this package declares. */
export const messageSets: readonly MessageSet<object>[] = exported
  .map(({ value }) => value)
  .filter(isMessageSet);

/** All objects over a connection that leads nowhere. */
export const bound = boundObjectsOf(sockDiag({ transport: scriptedTransport(() => {}) }));
