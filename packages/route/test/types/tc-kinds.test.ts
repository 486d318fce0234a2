// Settings belong to their kind of qdisc, class, filter or action: the compiler refuses others.
import { describe, expectTypeOf, it } from "vitest";
import type { Action } from "#src/tc/action/act.js";
import { actionParms } from "#src/tc/action/act-gen.js";
import type { TcClass } from "#src/tc/class/layout.js";
import type { Filter } from "#src/tc/filter/layout.js";
import type { Qdisc } from "#src/tc/qdisc/layout.js";

describe("settings belong to their kind", () => {
  it("of qdiscs", () => {
    expectTypeOf({ pfifo: { limit: 5 } }).toExtend<Qdisc["options"]>();
    // @ts-expect-error pfifo has no bands
    ({ options: { pfifo: { limit: 5, bands: 3 } } }) satisfies Partial<Qdisc>;
    // @ts-expect-error fq has no target, fq_codel does
    ({ options: { fq: { target: 5000 } } }) satisfies Partial<Qdisc>;
    // @ts-expect-error no such kind
    ({ options: { fq_coddle: {} } }) satisfies Partial<Qdisc>;
    // @ts-expect-error times in ns are of 64 bits
    ({ options: { taprio: { schedBaseTime: 5 } } }) satisfies Partial<Qdisc>;
  });

  it("of classes", () => {
    expectTypeOf({ drr: { quantum: 1500 } }).toExtend<TcClass["options"]>();
    // @ts-expect-error pfifo has no classes
    ({ options: { pfifo: { limit: 5 } } }) satisfies Partial<TcClass>;
    // @ts-expect-error the curves of hfsc are of its classes
    ({ options: { hfsc: { defcls: 5 } } }) satisfies Partial<TcClass>;
  });

  it("of filters", () => {
    expectTypeOf({ flower: { keyEthType: "ip" as const } }).toExtend<Filter["options"]>();
    // @ts-expect-error matchall looks at nothing
    ({ options: { matchall: { keyEthType: "ip" } } }) satisfies Partial<Filter>;
    // @ts-expect-error a port is a number
    ({ options: { flower: { keyTcpDst: "80" } } }) satisfies Partial<Filter>;
  });

  it("of actions", () => {
    expectTypeOf({ gact: { parms: actionParms("shot") } }).toExtend<Action["options"]>();
    // @ts-expect-error gact has no rate
    ({ options: { gact: { parms: actionParms("shot"), rate: 5 } } }) satisfies Action;
    // @ts-expect-error no such verdict
    actionParms("drop");
  });

  it("when read", () => {
    expectTypeOf<NonNullable<Qdisc["options"]>["fq_codel"]>().not.toBeAny();
    expectTypeOf<NonNullable<NonNullable<Filter["options"]>["flower"]>["keyIpv4Src"]>().toEqualTypeOf<
      string | undefined
    >();
  });
});
