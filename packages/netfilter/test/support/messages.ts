import type { Messages } from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";
import { loggedPackets } from "#src/log/binding.js";
import { queuedPackets } from "#src/queue/nfqueue.js";
import { messageSets } from "./objects.js";

/** The golden files of this package. */
export const messages: Messages = {
  folder: new URL("../../../test/golden/", import.meta.url),
  layoutOf: layoutsOf(...messageSets, loggedPackets, queuedPackets),
};
