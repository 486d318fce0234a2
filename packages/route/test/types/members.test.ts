import type { NetlinkNotification, NetlinkObject, WatchEvent } from "@rxnetlink/core";
import type { Observable } from "rxjs";
import { describe, expectTypeOf, it } from "vitest";
import type { Route } from "#src/index.js";
import type { Rtnetlink } from "#src/rtnetlink.js";

declare const nl: Rtnetlink;
declare const keys: readonly (keyof Route)[];
type Path = Pick<Route, "dst" | "oif">;

// Never called: only the types count.
const route = () => nl.route;

describe("streams with a choice of members", () => {
  it("emit these members", () => {
    const members = ["dst", "oif"] as const;
    expectTypeOf(() => route().list$({}, { members: ["dst", "oif"] })).returns.toEqualTypeOf<
      Observable<Path>
    >();
    expectTypeOf(() => route().list$({}, { members })).returns.toEqualTypeOf<Observable<Path>>();
    expectTypeOf(() => route().get$({ dst: "192.0.2.1" }, { members })).returns.toEqualTypeOf<
      Observable<Path>
    >();
    expectTypeOf(() =>
      route().watch$({ table: 254 }, { members, listening: () => {} }),
    ).returns.toEqualTypeOf<Observable<WatchEvent<Path>>>();
    expectTypeOf(() => route().notifications$({ members })).returns.toEqualTypeOf<
      Observable<NetlinkNotification<Path>>
    >();
    expectTypeOf(() => route().state$({ members })).returns.toEqualTypeOf<
      Observable<ReadonlyMap<string | number, Path>>
    >();
  });

  it("emit whole objects without a choice", () => {
    expectTypeOf(() => route().list$({ table: 254 })).returns.toEqualTypeOf<Observable<Route>>();
    expectTypeOf(() => route().list$({}, {})).returns.toEqualTypeOf<Observable<Route>>();
    expectTypeOf(() => route().watch$({}, { relistEvery: 1000 })).returns.toEqualTypeOf<
      Observable<WatchEvent<Route>>
    >();
    expectTypeOf<ReturnType<Rtnetlink["route"]["list$"]>>().toEqualTypeOf<Observable<Route>>();
  });

  it("take no other members", () => {
    // @ts-expect-error -- it is called dst
    expectTypeOf(() => route().list$({}, { members: ["dest"] })).toBeFunction();
    const dst$ = () => route().list$({}, { members: ["dst"] });
    // @ts-expect-error -- it was not chosen
    expectTypeOf(() => dst$().subscribe(({ oif }) => oif)).toBeFunction();
  });

  it("can be chosen at run time, and of an object that is not known", () => {
    expectTypeOf(() => route().list$({}, { members: keys })).returns.toEqualTypeOf<
      Observable<Pick<Route, keyof Route>>
    >();
    const any = () => nl.route as NetlinkObject<object> | Rtnetlink["link"];
    expectTypeOf(() => any().list$()).toBeFunction();
  });
});
