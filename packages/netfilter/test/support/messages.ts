import type { Messages } from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";
import { messageSets } from "./objects.js";

/** The golden files of this package. */
export const messages: Messages = {
  folder: new URL("../../../test/golden/", import.meta.url),
  layoutOf: layoutsOf(...messageSets),
};
