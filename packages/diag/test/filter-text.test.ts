import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSocketFilter, SocketFilterSyntaxError } from "#src/index.js";

/** Words that filters are made of, and some that they are not. */
const WORDS = (
  "( ) and or not & | ! && || = == != < <= > >= eq ne lt ge sport dport src dst dev fwmark cgroup autobound state " +
  "exclude established all :22 22 ssh *:80 * 10.0.0.0/8 10/8 [::1]:22 ::/0 inet:1.2.3.4 inet6::22 unix:/a* vsock:1:2 " +
  "netlink:route:1 link:ip:2 /run/x @y eth0 0x1/0xff 99999 -1 : [ ] / \\ \\( constructor __proto__ é"
).split(" ");

/** Returns true if a text is read, and read again from what is printed; false if it is refused where it says. */
function isRead(text: string): boolean {
  try {
    const filter = parseSocketFilter(text);
    expect(String(parseSocketFilter(String(filter)))).toBe(String(filter));
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(SocketFilterSyntaxError);
    const { position, found } = error as SocketFilterSyntaxError;
    expect(text.slice(position).replaceAll("\\", "").startsWith(found.replaceAll("\\", ""))).toBe(true);
    return false;
  }
}

describe("any text", () => {
  test("of words is a filter, or refused at a place in it", () => {
    let read = 0;
    const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(texts, (text) => {
        read += isRead(text) ? 1 : 0;
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  test("of characters is a filter, or refused at a place in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => void isRead(text)),
      { numRuns: 3000 },
    );
  });
});
