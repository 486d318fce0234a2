import { describe, expect, it } from "vitest";
import { afterKey, type Key, type View } from "#src/cli/live/screen/view.js";

const begin: View = { tab: 0, top: 0, left: 0, filter: "" };
const extent = { tabs: 3, columns: ["index", "mtu"], rows: 25, page: 10 };

/** Presses keys: each is the name of a key, or what it types. */
function after(keys: readonly (string | Key)[], view = begin): View {
  const keyOf = (key: string | Key): Key =>
    typeof key === "string" ? { name: key, text: key.length === 1 ? key : undefined } : key;
  return keys.reduce<View>((now, key) => afterKey(now, keyOf(key), extent), view);
}

describe("afterKey", () => {
  it.each([
    [["down", "j"], { top: 2 }],
    [["up"], { top: 0 }],
    [["pagedown"], { top: 10 }],
    [["pagedown", "pagedown", "pagedown"], { top: 15 }],
    [["G"], { top: 15 }],
    [["end", "k", "pageup"], { top: 4 }],
    [["end", "g"], { top: 0 }],
    [["right", "right", "right"], { left: 1 }],
    [["right", "left", "left"], { left: 0 }],
    [["tab"], { tab: 1 }],
    [["tab", "tab", "tab"], { tab: 0 }],
    [["3"], { tab: 2 }],
    [["4"], { tab: 0 }],
    [[">"], { sort: { column: "index", reversed: false } }],
    [[">", ">", ">"], { sort: { column: "mtu", reversed: false } }],
    [[">", ">", "r", "<"], { sort: { column: "index", reversed: true } }],
    [["r"], { sort: { column: "index", reversed: true } }],
    [["?"], { help: true }],
    [["p"], { paused: true }],
    [["q"], { quit: true }],
    [["/", "q", "?"], { filter: "q?", typing: true }],
    [["/", "a", "b", "backspace", "return"], { filter: "a" }],
  ] as const)("%j", (keys, expected) => expect(after(keys)).toMatchObject(expected));

  it("ends what it has begun", () => {
    expect(after([">", "<"])).toEqual(begin);
    expect(after(["?", "?", "space", "p"])).toEqual(begin);
    expect(after(["/", "a", "escape"])).toEqual(begin);
    expect(after(["/", "a", "return", "escape"])).toEqual(begin);
    expect(after(["tab", { name: "tab", shift: true }])).toEqual(begin);
  });

  it("begins a table at its top, and a filter too", () => {
    expect(after(["end", ">", "tab"])).toEqual({ ...begin, tab: 1 });
    expect(after(["end", "/", "a"]).top).toBe(0);
    const cleared = after(["/", "a", { name: "u", ctrl: true }]);
    expect(cleared).toEqual({ ...begin, typing: true });
  });

  it("ignores other keys", () => {
    expect(after(["f1", "x", { name: "d", ctrl: true, text: "\u0004" }])).toEqual(begin);
  });
});
