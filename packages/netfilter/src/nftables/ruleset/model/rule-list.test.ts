import { NLM_F_APPEND, NLM_F_CREATE } from "@rxnetlink/core/schema";
import { beforeEach, describe, expect, test } from "vitest";
import { type Handled, RuleList } from "#src/nftables/ruleset/model/rule-list.js";

const APPENDED = NLM_F_CREATE | NLM_F_APPEND;
const PREPENDED = NLM_F_CREATE;
/** Flags of a rule that replaced another. */
const REPLACED = NLM_F_APPEND;

const rule = (handle: number): Handled => ({
  family: "inet",
  version: 0,
  resId: 0,
  table: "t",
  chain: "c",
  handle: BigInt(handle),
});

describe("a list of rules", () => {
  let list: RuleList;
  let sequence: number;
  const handles = () => list.take().map(({ handle }) => Number(handle));
  const add = (handle: number, flags: number, position?: number) =>
    list.add(rule(handle), position === undefined ? undefined : BigInt(position), {
      flags,
      sequence: ++sequence,
    });
  const remove = (handle: number) => list.remove(BigInt(handle), ++sequence);

  beforeEach(() => {
    list = new RuleList();
    sequence = 0;
    for (const handle of [1, 2, 3]) add(handle, APPENDED);
    list.settle();
  });

  test("appends and prepends", () => {
    add(4, APPENDED);
    add(5, PREPENDED);
    expect(handles()).toEqual([5, 1, 2, 3, 4]);
    expect(list.settle()).toBe(false);
  });

  test("puts a rule after the one before it, whatever it was placed by", () => {
    add(4, APPENDED, 1);
    add(5, PREPENDED, 2);
    expect(handles()).toEqual([1, 4, 2, 5, 3]);
  });

  test("waits for the rule before, if it is reported later", () => {
    // Both were added after 1: the kernel has 1 5 4 2 3 when it reports 4.
    add(4, APPENDED, 5);
    expect(handles()).toEqual([1, 2, 3]);
    add(5, APPENDED, 1);
    expect(handles()).toEqual([1, 5, 4, 2, 3]);
    expect(list.settle()).toBe(false);
  });

  test("is in doubt if that rule is never reported", () => {
    add(4, APPENDED, 9);
    expect(list.settle()).toBe(true);
    expect(handles()).toEqual([1, 2, 3, 4]);
  });

  test("forgets a rule that is removed while it waits", () => {
    add(4, APPENDED, 5);
    expect(remove(4)?.handle).toBe(4n);
    expect(list.settle()).toBe(false);
    expect(handles()).toEqual([1, 2, 3]);
  });

  test.each([
    [1, [4, 2, 3]],
    [2, [1, 4, 3]],
    [3, [1, 2, 4]],
  ])("puts a rule in the place of %i, which it replaces", (handle, expected) => {
    list.remove(BigInt(handle), 9);
    const position = expected[1] === 4 ? 1n : undefined;
    list.add(rule(4), position, { flags: REPLACED, sequence: 9 });
    expect(handles()).toEqual(expected);
    expect(list.settle()).toBe(false);
  });

  test("is in doubt about a rule that may have been placed beside a removed one", () => {
    remove(1);
    add(4, APPENDED);
    expect(list.settle()).toBe(true);
    remove(4);
    add(5, PREPENDED);
    expect(list.settle()).toBe(true);
    expect(list.order([2n, 3n, 5n])).toBe(true);
    expect(handles()).toEqual([2, 3, 5]);
    expect(list.order([2n, 3n, 5n])).toBe(false);
  });

  test("has no doubt when the chain was emptied and got one rule", () => {
    for (const handle of [1, 2, 3]) remove(handle);
    add(4, APPENDED);
    expect(list.settle()).toBe(false);
    expect(handles()).toEqual([4]);
  });

  test("ignores what it knows, and removals of what it does not", () => {
    expect(add(2, APPENDED)).toBe(false);
    expect(remove(9)).toBeUndefined();
    expect(handles()).toEqual([1, 2, 3]);
  });

  test("copies stay the same until something changes", () => {
    const copy = list.take();
    expect(list.take()).toBe(copy);
    add(4, APPENDED);
    expect(list.take()).not.toBe(copy);
    expect(copy).toHaveLength(3);
  });
});
