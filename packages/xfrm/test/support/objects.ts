import { bindObject, type MessageSet, type Transport } from "@rxnetlink/core";
import { scriptedTransport } from "@rxnetlink/testing";
import { boundObjectsOf, exportedBy } from "@rxnetlink/testing/gates";
import { xfrmMigrateObject, xfrmMigrateStateObject } from "#src/migrate/object.js";
import { xfrmPolicyExpireObject } from "#src/policy/policies.js";
import { xfrmSpiObject, xfrmStateExpireObject } from "#src/state/objects.js";
import { xfrm } from "#src/xfrm.js";

/** Everything that the modules of this package export. */
export const exported = await exportedBy(new URL("../../../", import.meta.url));

const isMessageSet = (one: unknown): one is MessageSet<object> =>
  typeof one === "object" && one !== null && "types" in one && "groups" in one && "layout" in one;

/** All messages that this package declares. */
export const messageSets: readonly MessageSet<object>[] = exported
  .map(({ value }) => value)
  .filter(isMessageSet);

/** Everything of a family over a transport, and the objects whose verbs are methods of others. */
export function opened(transport: Transport): object {
  const family = xfrm({ transport });
  const { connection } = family;
  const methods = {
    spi: bindObject(connection, xfrmSpiObject),
    stateExpire: bindObject(connection, xfrmStateExpireObject),
    policyExpire: bindObject(connection, xfrmPolicyExpireObject),
    migrate: bindObject(connection, xfrmMigrateObject),
    migrateState: bindObject(connection, xfrmMigrateStateObject),
  };
  return { ...family, ...methods };
}

const nowhere = scriptedTransport(() => {});

/** All objects over a connection that leads nowhere, as users see them. */
export const seen = boundObjectsOf(xfrm({ transport: nowhere }));
/** The same, and those whose verbs are methods of others. */
export const bound = boundObjectsOf(opened(nowhere));
