// Every member that holds the index of a link also accepts the link's name.

import type { AnyType } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { objects } from "./support/objects.js";

/** Names of members that hold the index of a link. */
const LINK =
  /ifindex$|^[io]if$|^link$|^master$|^(p|s|i)Ifindex$|^slave[12]$|^(inter|phys)link$|^(activeSlave|primary|conduit|backupPort)$/i;

/** Members with such a name that hold something else. */
const OTHERS = /\.newIfindex$|\.u32\.link$/;

/** Yields the members of a layout, each layout once. */
function* membersOf(layout: AnyType, path: string, seen: Set<AnyType>): Generator<[string, string, AnyType]> {
  if (seen.has(layout)) return;
  seen.add(layout);
  const keys = layout.keys?.() ?? (layout.member?.("0") === undefined ? [] : ["0"]);
  for (const key of keys) {
    const type = layout.member?.(key);
    if (type === undefined) continue;
    yield [`${path}.${key}`, key, type];
    yield* membersOf(type, `${path}.${key}`, seen);
  }
}

test("all members that hold the index of a link accept its name", () => {
  const lacking: string[] = [];
  let found = 0;
  for (const { name, layout, requests = {} } of objects) {
    for (const one of [layout, ...(Object.values(requests) as AnyType[])])
      for (const [path, key, type] of membersOf(one, name, new Set())) {
        if (!LINK.test(key) || type.member !== undefined || type.size !== 4 || OTHERS.test(path)) continue;
        if (type.expand === undefined && !type.readOnly) lacking.push(path);
        else found++;
      }
  }
  expect(lacking).toEqual([]);
  expect(found).toBeGreaterThan(40);
});
