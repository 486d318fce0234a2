import { definitionOf, FlowControl, type NetlinkNotification, type NetlinkObject } from "@rxnetlink/core";
import type { SockDiag } from "@rxnetlink/diag";
import { filter as passing } from "rxjs";
import { UsageError } from "../../../input/usage-error.js";
import { notificationJson } from "../../../json.js";
import { listening, printLive } from "../../../print-live.js";
import { gapText, isGap } from "../../../text/gap.js";
import { portTexts } from "./ss-addresses.js";
import { tailOf } from "./ss-details.js";
import { kindsOf } from "./ss-kinds.js";
import type { SsOptions } from "./ss-options.js";
import { lineOf } from "./ss-row.js";
import type { Selection } from "./ss-selection.js";

/** Kinds of sockets whose end the kernel reports. */
const REPORTED: readonly string[] = ["tcp", "udp"];

type Event = NetlinkNotification<object>;

/** True if an event is about a socket that is selected; others tell of losses. */
function isSelected(event: Event, { filter, family }: Selection): boolean {
  if (!("value" in event)) return true;
  const value = event.value as { readonly family: string };
  return (family === undefined || value.family === family) && filter?.matches(value) !== false;
}

function textOf(event: Event, textOfSocket: (object: string, socket: object) => string): string {
  if (isGap(event)) return gapText(event);
  return textOfSocket(event.object, event.value);
}

/** Prints sockets as they are destroyed, until interrupted. */
export async function events(diag: SockDiag, selection: Selection, options: SsOptions): Promise<void> {
  const kinds = kindsOf(options, selection).filter(({ option }) => REPORTED.includes(option));
  if (kinds.length === 0) throw new UsageError("--events prints sockets of TCP and UDP only");
  const flowControl = new FlowControl();
  const definitions = kinds.map(({ option }) =>
    definitionOf(diag[option] as unknown as NetlinkObject<object>),
  );
  const layouts = Object.fromEntries(definitions.map((definition) => [definition.name, definition]));
  const portText = portTexts(options.numeric ?? false);
  const socketText = (object: string, socket: object) => {
    const kind = kinds.find(({ option }) => option === object)!;
    return lineOf(kind.rowOf(socket, portText)) + tailOf(socket, options);
  };
  const event$ = diag.connection
    .notifications$(definitions, { listening, flowControl })
    .pipe(passing((event: Event) => isSelected(event, selection)));
  const toLine = (event: Event) =>
    options.json ? notificationJson(event, layouts) : textOf(event, socketText);
  await printLive(event$, flowControl, toLine);
}
