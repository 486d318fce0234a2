import { EncodeError, fromJson, type Json, toJson } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import type { Element, NftSet } from "@rxnetlink/netfilter/nftables";
import { elementJson, elementKeyJson, layouts } from "./layouts.js";

type Members = Record<string, unknown>;

const isRange = (json: unknown) => isRecord(json) && json.type === "range";

/** Returns an element in JSON; one that is nothing but a key is its key. */
export function elementToJson(element: Element): unknown {
  const { key, ...more } = element;
  if (key !== undefined && Object.values(more).every((value) => value === undefined))
    return toJson(elementKeyJson, key as never);
  return toJson(elementJson as never, element as never);
}

function elementFromJson(json: unknown): unknown {
  return isRecord(json) && !isRange(json) ? fromJson(elementJson as never, json as never) : json;
}

/** Reads the elements of a set, by value if the set is an object: `{ "set": { … }, "elements": ["192.0.2.1"] }`. */
export function elementsFromJson(json: Members): Members {
  if (!isRecord(json.set)) return fromJson(layouts.element as never, json as never);
  const { set, elements, ...others } = json;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new EncodeError("no such member of elements").at(other);
  if (!Array.isArray(elements)) throw new EncodeError("expected an array").at("elements");
  const values = elements.map((element, i) => {
    try {
      return elementFromJson(element);
    } catch (error) {
      throw error instanceof EncodeError ? error.at(`[${i}]`).at("elements") : error;
    }
  });
  return { set: setFromJson(set as Json<NftSet>), elements: values };
}

function setFromJson(json: Json<NftSet>): unknown {
  try {
    return fromJson(layouts.set as never, json as never);
  } catch (error) {
    throw error instanceof EncodeError ? error.at("set") : error;
  }
}
