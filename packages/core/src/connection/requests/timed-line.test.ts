import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TimedLine } from "#src/connection/requests/timed-line.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Item {
  readonly id: number;
  done: boolean;
}

function line(timeout: number) {
  const over: number[] = [];
  const waiting = new TimedLine<Item>({
    timeout,
    waits: ({ done }) => !done,
    expired(item) {
      over.push(item.id);
      item.done = true;
    },
  });
  const push = (id: number): Item => {
    const item = { id, done: false };
    waiting.push(item);
    return item;
  };
  return { waiting, over, push };
}

test("each waits equally long, unless it waits no longer", () => {
  const { waiting, over, push } = line(100);
  const first = push(1);
  push(2);
  vi.advanceTimersByTime(50);
  const third = push(3);
  expect(waiting.first).toBe(first);
  first.done = true;
  vi.advanceTimersByTime(50);
  expect(over).toEqual([2]);
  expect(waiting.first).toBe(third);
  vi.advanceTimersByTime(50);
  expect(over).toEqual([2, 3]);
  expect(waiting.first).toBeUndefined();
  push(4);
  vi.advanceTimersByTime(100);
  expect(over).toEqual([2, 3, 4]);
});

test("those that wait are visited up to one of them", () => {
  const { waiting, push } = line(100);
  const items = [1, 2, 3, 4].map(push);
  items[1]!.done = true;
  const seen: number[] = [];
  waiting.each(({ id }) => seen.push(id), items[2]);
  waiting.each(({ id }) => seen.push(id));
  expect(seen).toEqual([1, 3, 1, 3, 4]);
});

test("a long line is tidied, and keeps its order and its deadlines", () => {
  const { waiting, over, push } = line(100);
  const items: Item[] = [];
  for (let id = 0; id < 10_000; id++) {
    items.push(push(id));
    if (id % 1000 !== 0) items[id]!.done = true;
  }
  expect(waiting.first).toBe(items[0]);
  items[0]!.done = true;
  vi.advanceTimersByTime(100);
  expect(over).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000]);
});

test("without a time limit, and once closed, there is no timer", () => {
  const { over, push } = line(Number.POSITIVE_INFINITY);
  push(1);
  expect(vi.getTimerCount()).toBe(0);
  const closed = line(100);
  closed.push(1);
  closed.waiting.close();
  expect(vi.getTimerCount()).toBe(0);
  expect([...over, ...closed.over]).toEqual([]);
});
