import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSocketFilter, socketTerms } from "#src/index.js";
import { allFilters, entries, filters } from "./support/filters.js";
import { passes, refusalOf } from "./support/kernel-filter.js";

const { sport, src } = socketTerms;

const RUNS = { numRuns: 3000 };

describe("a filter of sockets", () => {
  test("means the same in the operations of the kernel as here", () => {
    const sockets = fc.array(entries, { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(filters, sockets, (filter, list) => {
        expect(refusalOf(filter.bytecode)).toBeUndefined();
        for (const socket of list) expect(filter.matches(socket)).toBe(passes(filter.bytecode, socket));
      }),
      RUNS,
    );
  });

  test("is unknown here only where the answer depends on what is not known", () => {
    fc.assert(
      fc.property(allFilters, entries, (filter, { isAutobound: _, mark: __, ...socket }) => {
        const known = filter.matches(socket);
        if (known === undefined) return;
        for (const isAutobound of [false, true])
          for (const mark of [0, 1, 2, 3])
            expect(passes(filter.bytecode, { ...socket, isAutobound, mark })).toBe(known);
      }),
      RUNS,
    );
  });

  test("is read again from its text", () => {
    fc.assert(
      fc.property(allFilters, (filter) => {
        const again = parseSocketFilter(String(filter));
        expect(again.bytecode).toEqual(filter.bytecode);
        expect(String(again)).toBe(String(filter));
      }),
      RUNS,
    );
  });

  test("that lets all sockets pass is an operation, since the kernel refuses none", () => {
    expect(refusalOf(parseSocketFilter("").bytecode)).toBeUndefined();
    const { bytecode } = parseSocketFilter("");
    fc.assert(
      fc.property(entries, (socket) => {
        expect(passes(bytecode, socket)).toBe(true);
      }),
    );
  });

  test("is refused if the kernel could not take it", () => {
    const ports = Array.from({ length: 6000 }, (_, port) => port);
    expect(() => sport.in(...ports).bytecode).toThrow("has 95996 bytes for the kernel, which takes 65528");
    expect(refusalOf(sport.in(...ports.slice(0, 4095)).bytecode)).toBeUndefined();
    expect(sport.in(...ports).matches({ sport: 5999, dport: 0, src: "::", dst: "::" })).toBe(true);
  });

  test("may grow in a loop", () => {
    let filter = sport.eq(0);
    for (let port = 1; port < 4000; port++) filter = filter.or(sport.eq(port));
    expect(filter.bytecode).toEqual(sport.in(...Array.from({ length: 4000 }, (_, port) => port)).bytecode);
    expect(filter.matches({ sport: 3999, dport: 0, src: "::", dst: "::" })).toBe(true);
    expect(String(filter)).toMatch(/^sport = :0 or .* or sport = :3999$/);
  });

  test("by a prefix of length 0 is one by family", () => {
    const [v4, v6] = [src.in("0.0.0.0/0"), src.in("::/0")];
    const socketOf = (address: string) => ({ sport: 1, dport: 1, src: address, dst: address, if: 0 });
    expect(["10.0.0.1", "::1", "::ffff:10.0.0.1"].map((it) => v4.matches(socketOf(it)))).toEqual([
      true,
      false,
      true,
    ]);
    expect(["10.0.0.1", "::1", "::ffff:10.0.0.1"].map((it) => v6.matches(socketOf(it)))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
