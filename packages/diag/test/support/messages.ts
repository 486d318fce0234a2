import type { AnyType } from "@rxnetlink/core/schema";
import type { Messages } from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";
import { tipcMessage } from "#src/tipc/layout.js";
import { messageSets } from "./objects.js";

/** Layouts of messages that hold an object. */
const AROUND: Readonly<Record<string, AnyType>> = { tipc: tipcMessage };

/** The golden files of each object: all messages of the protocol have one type, so each object has its folder. */
export const messagesOf: ReadonlyMap<string, Messages> = new Map(
  messageSets.map((object) => [
    object.name,
    {
      folder: new URL(`../../../test/golden/${object.name}/`, import.meta.url),
      layoutOf: layoutsOf({ types: object.types, layout: AROUND[object.name] ?? object.layout }),
    },
  ]),
);
