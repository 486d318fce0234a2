import type { Place } from "./place.js";
import { lookUp, type Source } from "./source.js";

/** An operation with the numbers of its messages. */
export interface NumberedOperation {
  readonly name: string;
  readonly place: Place;
  /** Number of requests; absent from notifications. */
  readonly request?: number;
  /** Number of what the kernel sends; absent if it only acknowledges. */
  readonly reply?: number;
}

const isNotification = (place: Place) =>
  place.find("notify") !== undefined || place.find("event") !== undefined;

/** Numbers operations whose requests, replies and notifications share one number, counted from 1. */
function unified(places: Iterable<Place>): NumberedOperation[] {
  let next = 1;
  return Array.from(places, (place) => {
    const number = place.find("value")?.number() ?? next;
    next = number + 1;
    const name = place.name();
    return isNotification(place)
      ? { name, place, reply: number }
      : { name, place, request: number, ...(replies(place) && { reply: number }) };
  });
}

const replies = (place: Place) =>
  ["do", "dump"].some((mode) => place.find(mode)?.find("reply") !== undefined);

/** Numbers operations of which requests are counted apart from what the kernel sends. */
function directional(places: Iterable<Place>): NumberedOperation[] {
  let [request, reply] = [1, 1];
  return Array.from(places, (place): NumberedOperation => {
    const name = place.name();
    if (isNotification(place)) {
      reply = place.find("value")?.number() ?? reply;
      return { name, place, reply: reply++ };
    }
    const mode = place.find("do") ?? place.find("dump");
    if (mode === undefined) throw place.error("has none of do, dump, notify, event");
    request = mode.find("request")?.find("value")?.number() ?? request;
    const numbered = { name, place, request: request++ };
    const answer = mode.find("reply");
    reply = answer?.find("value")?.number() ?? reply;
    return answer === undefined ? numbered : { ...numbered, reply: reply++ };
  });
}

/** Numbers the operations of a description as its model says. */
export function numberedOperations(source: Source): NumberedOperation[] {
  const model = source.root.find("operations")?.find("enum-model");
  const models = new Map([
    ["unified", unified],
    ["directional", directional],
  ]);
  const known = models.get(model?.text() ?? "unified");
  if (known === undefined) throw model!.noSuch("enum-model", models.keys());
  return known(source.operations.values());
}

/** Returns the operation of whose replies a notification is one; itself if it is none. */
export function describedBy(source: Source, place: Place): Place {
  const other = place.find("notify");
  return other === undefined ? place : lookUp(source.operations, other, "operation");
}
