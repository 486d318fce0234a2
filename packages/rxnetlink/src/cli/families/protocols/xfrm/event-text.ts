import type { XfrmEvent } from "@rxnetlink/xfrm";
import { GAP_TEXTS } from "../../../text/gap.js";
import { policyText, stateText } from "./texts.js";

const hex = (value: number) => `0x${value.toString(16)}`;

/** Formats events by their type; others are just named. */
const TEXTS: {
  readonly [K in XfrmEvent["type"]]?: (event: Extract<XfrmEvent, { type: K }>) => string;
} = {
  acquire: ({ saddr, daddr, proto, seq, sel }) =>
    `acquire ${saddr} > ${daddr} ${proto} for ${sel.saddr} > ${sel.daddr} seq ${seq}`,
  expire: ({ hard, state: { saddr, daddr, proto, spi } }) =>
    `expired ${saddr} > ${daddr} ${proto} ${hex(spi)}${hard ? "" : ", to be replaced"}`,
  policyExpire: ({ hard, policy: { dir, index } }) =>
    `expired ${dir} policy ${index}${hard ? "" : ", to be replaced"}`,
  state: ({ change, state }) => `${change.padEnd(6)} ${stateText(state)}`,
  policy: ({ change, policy }) => `${change.padEnd(6)} ${policyText(policy)}`,
  stateFlush: ({ proto }) => `flush  states${proto === 0 ? "" : ` ${proto}`}`,
  policyFlush: ({ policyType = "main" }) => `flush  policies ${policyType}`,
  default: (event) => `default in ${event.in} fwd ${event.fwd} out ${event.out}`,
  mapping: ({ spi, oldSaddr, oldSport, newSaddr, newSport }) =>
    `moved  ${hex(spi)} from ${oldSaddr}:${oldSport} to ${newSaddr}:${newSport}`,
  ae: ({ daddr, proto, spi, ltimeVal }) =>
    `counted ${daddr} ${proto} ${hex(spi)}${ltimeVal === undefined ? "" : ` ${ltimeVal.packets} packets`}`,
  ...GAP_TEXTS,
};

/** Formats an event as one line. */
export function eventText(event: XfrmEvent): string {
  const text = TEXTS[event.type] as ((event: XfrmEvent) => string) | undefined;
  return text?.(event) ?? event.type;
}
