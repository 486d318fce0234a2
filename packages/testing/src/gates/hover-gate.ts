import type { BoundObject } from "@rxnetlink/core/internal";
import { expect, it } from "vitest";
import type { Hovers } from "./hovers.js";

/** Returns the lines of a program that name each object in a variable, and each of its verbs. */
export function linesOf(variable: string, bound: readonly BoundObject[]): string {
  const lines = bound.flatMap(([name, object]) => [
    `${variable}.${name};`,
    ...Object.keys(object).map((method) => `${variable}.${name}.${method};`),
  ]);
  return lines.join("\n");
}

/**
 * Tests what an editor shows of objects over a connection, in a program with the lines of {@link linesOf}.
 *
 * @param longest - Most characters that it may show of a verb: two lines, or a few more where names are long.
 */
export function hoverGate(
  hovers: Hovers,
  variable: string,
  bound: readonly BoundObject[],
  longest = 200,
): void {
  it("accepts a program that uses them", () => expect(hovers.problems()).toEqual([]));

  it("reads the built files, not the sources", () => {
    const read = hovers.files();
    expect(read.some((name) => /packages\/\w+\/dist\//.test(name))).toBe(true);
    expect(read.filter((name) => /packages\/\w+\/src\//.test(name))).toEqual([]);
  });

  it.each(bound.map(([name]) => name))("knows the type of %s by a name", (name) => {
    expect(hovers.hover(`${variable}.${name}`).type).toMatch(/^\(property\) \w+\.\w+: [A-Z]\w+(<\w+>)?$/);
  });

  it.each(bound.map(([name, object]) => [name, Object.keys(object)] as const))(
    "completes %s with its verbs and nothing else",
    (name, methods) => {
      expect(hovers.suggestions(`${variable}.${name}.`)).toEqual([...methods].sort());
    },
  );

  const methods = bound.flatMap(([name, object]) =>
    Object.keys(object)
      .filter((method) => method.endsWith("$"))
      .map((method) => `${name}.${method}`),
  );
  it.each(methods)("shows %s in one or two lines", (verb) => {
    const { type } = hovers.hover(`${variable}.${verb}`);
    expect(type).toMatch(/: Observable<.+>$/);
    expect(type.length).toBeLessThanOrEqual(longest);
    expect(type).not.toContain("\n");
  });
}
