import {
  type ChangingVerb,
  definitionOf,
  EncodeError,
  methodsOf,
  NetlinkError,
  type NetlinkObject,
  type Outcome,
  type Transport,
} from "@rxnetlink/core";
import type { BoundObject } from "@rxnetlink/core/internal";
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import { scriptedTransport } from "../scripted-transport.js";
import {
  type Exempt,
  type Fault,
  NO_ITERABLES,
  NO_OBJECTS,
  traps,
  wrongTypes,
} from "./unusable-arguments.js";

type Verb = (input: unknown) => Observable<unknown>;

const CHANGING_VERBS: readonly string[] = ["add", "change", "replace", "append", "prepend", "delete"];

/** Verbs that leave out unknown members. */
const BY_KEY: readonly string[] = ["get$", "delete$", "flush$", "flushAll$"];

/** Methods that take no value. */
const WITHOUT_VALUE: readonly string[] = ["state$", "batch$", "notifications$"];

const samePlace = (found: string, wanted: string) => found.split(/[.[]/)[0] === wanted.split(/[.[]/)[0];

/** A kernel to which nothing may be sent. */
class Untouched {
  #sent = 0;
  readonly transport = scriptedTransport((_, socket) => {
    this.#sent++;
    socket.fail(new Error("something was sent"));
  });

  /** Returns the fault of a verb given an unusable argument, if it has one; throwing when called fails the test. */
  async #faultOf(call: () => Observable<unknown>, path?: string): Promise<string | undefined> {
    this.#sent = 0;
    const stream$ = call();
    let refusal: unknown;
    try {
      const values = await lastValueFrom(stream$.pipe(toArray()));
      refusal = (values[0] as Outcome<object> | undefined)?.error;
    } catch (error) {
      refusal = error;
    }
    if (this.#sent > 0) return "was sent";
    if (!(refusal instanceof NetlinkError)) return `ended with ${refusal}`;
    // Nothing is wrong with a complaint about a member that is missing beside.
    if (path === undefined || !(refusal instanceof EncodeError) || / is missing/.test(refusal.message))
      return undefined;
    if (samePlace(refusal.path, path)) return undefined;
    return `is at "${refusal.path}": ${refusal.message}`;
  }

  /** Returns the faults of a verb given each of these arguments. */
  async faultsOf(inputs: Iterable<Fault>, call: Verb, placed = false): Promise<string[]> {
    const found: string[] = [];
    for (const [name, input] of inputs) {
      const fault = await this.#faultOf(() => call(input), placed ? name : undefined);
      if (fault !== undefined) found.push(`${name} ${fault}`);
    }
    return found;
  }
}

function batchGate(object: NetlinkObject<object>, kernel: Untouched): void {
  const changing = definitionOf(object).verbs.filter((verb) => CHANGING_VERBS.includes(verb));
  const batch$ = (verb: string, input: unknown) => object.batch$(verb as ChangingVerb, input as object[]);

  test.each(changing)("batch$ of %s rejects each alone", async (verb) => {
    const inputs = Object.entries({ ...NO_OBJECTS, undefined: undefined });
    expect(await kernel.faultsOf(inputs, (input) => batch$(verb, [input]))).toEqual([]);
  });

  test.runIf("batch$" in object)("batch$ refuses anything but an iterable", async () => {
    const faults = await kernel.faultsOf(Object.entries(NO_ITERABLES), (input) =>
      batch$(changing[0]!, input),
    );
    expect(faults).toEqual([]);
  });
}

/**
 * Tests that every verb of every object refuses unusable arguments: as an error of the stream that names the place, and
 * without anything sent.
 */
export function unusableArgumentsGate(
  open: (transport: Transport) => readonly BoundObject[],
  exempt: Exempt = {},
): void {
  const kernel = new Untouched();
  describe.each(open(kernel.transport))("%s", (_, object) => {
    const methods = methodsOf(definitionOf(object).verbs);
    const verbs = methods.filter((name) => !WITHOUT_VALUE.includes(name));
    const call = (verb: string) => (input: unknown) =>
      (object as unknown as Record<string, Verb>)[verb]!(input);

    test.each(verbs)("%s refuses anything but objects", async (verb) => {
      expect(await kernel.faultsOf(Object.entries(NO_OBJECTS), call(verb))).toEqual([]);
    });

    test.each(verbs)("%s reports the path of a fault inside", async (verb) => {
      const { requests, layout } = definitionOf(object);
      const type = requests?.new ?? layout;
      const inside = [...wrongTypes(type, exempt), ...traps(type, exempt)];
      expect(await kernel.faultsOf(inside, call(verb), !BY_KEY.includes(verb))).toEqual([]);
    });

    batchGate(object, kernel);
  });
}
