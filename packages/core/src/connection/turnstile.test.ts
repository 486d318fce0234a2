import { EMPTY, NEVER, Observable, type Observer, Subject } from "rxjs";
import { describe, expect, it } from "vitest";
import { Turnstile } from "#src/connection/turnstile.js";

/** A stream that records its subscription and unsubscription, and ends on demand. */
function entrant(name: string, happened: string[]) {
  let observer: Partial<Observer<never>> = {};
  const run$ = new Observable<never>((subscriber) => {
    observer = subscriber;
    happened.push(`${name} begins`);
    return () => happened.push(`${name} ends`);
  });
  return { run$, complete: () => observer.complete?.(), fail: () => observer.error?.(new Error(name)) };
}

describe("a turnstile", () => {
  it("admits a limited number at once, the others in turn, however the earlier ones end", () => {
    const happened: string[] = [];
    const turnstile = new Turnstile(2);
    const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((name) => entrant(name, happened)) as [
      ReturnType<typeof entrant>,
      ...ReturnType<typeof entrant>[],
    ] & { length: 5 };
    const [, second] = [a, b, c, d, e].map((one) =>
      turnstile.inTurn(one!.run$, NEVER).subscribe({ error: () => {} }),
    );
    expect(happened).toEqual(["a begins", "b begins"]);
    a.complete();
    expect(happened.splice(0)).toEqual(["a begins", "b begins", "a ends", "c begins"]);
    second!.unsubscribe();
    expect(happened.splice(0)).toEqual(["b ends", "d begins"]);
    c!.fail();
    expect(happened).toEqual(["c ends", "e begins"]);
  });

  it("forgets subscribers that leave the queue", () => {
    const happened: string[] = [];
    const turnstile = new Turnstile(1);
    const [a, b, c] = ["a", "b", "c"].map((name) => entrant(name, happened));
    turnstile.inTurn(a!.run$, NEVER).subscribe();
    turnstile.inTurn(b!.run$, NEVER).subscribe().unsubscribe();
    turnstile.inTurn(c!.run$, NEVER).subscribe();
    a!.complete();
    expect(happened).toEqual(["a begins", "a ends", "c begins"]);
  });

  it("errors subscribers that wait in vain, and only them", () => {
    const happened: string[] = [];
    const closing = new Subject<never>();
    const turnstile = new Turnstile(1);
    const errors: unknown[] = [];
    const a = entrant("a", happened);
    const enter = (run$: Observable<never>) =>
      turnstile.inTurn(run$, closing).subscribe({ error: (error) => errors.push(error) });
    enter(a.run$);
    enter(entrant("b", happened).run$);
    closing.error("closed");
    a.complete();
    expect(errors).toEqual(["closed"]);
    expect(happened).toEqual(["a begins", "a ends"]);
  });

  it("needs no deeper stack for a long queue", () => {
    const turnstile = new Turnstile(1);
    const first = entrant("first", []);
    let completed = 0;
    turnstile.inTurn(first.run$, NEVER).subscribe();
    for (let i = 0; i < 20_000; i++)
      turnstile.inTurn(EMPTY, NEVER).subscribe({ complete: () => completed++ });
    first.complete();
    expect(completed).toBe(20_000);
  });
});
