import { existsSync } from "node:fs";
import { NLMSG_HDRLEN, nlmsghdr, Writer } from "@rxnetlink/core/schema";
import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { goldenGate, jsonGate, mutationGate } from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";
import { describe, expect, test } from "vitest";
import {
  type SelinuxEvent,
  selinux,
  selinuxPolicyloadObject,
  selinuxSetenforceObject,
} from "#src/selinux/selinux.js";

const messages = {
  folder: new URL("../../../test/golden/selinux/", import.meta.url),
  layoutOf: layoutsOf(selinuxSetenforceObject, selinuxPolicyloadObject),
};

if (existsSync(messages.folder)) {
  describe("golden files", () => goldenGate({ ...messages, atLeast: 0 }));
  describe("JSON", () => jsonGate(messages));
  describe("mutations", () => mutationGate(messages));
} else test.skip("messages (skipped: none were captured)");

const quiet = () => new Promise((resolve) => setImmediate(resolve));

/** A message with one number. */
function message(type: number, number: number): Uint8Array {
  const out = new Writer();
  nlmsghdr.writeFrom(out, { type, flags: 0, sequence: 0, portId: 0, length: NLMSG_HDRLEN + 4 });
  out.append(new Uint8Array(Int32Array.of(number).buffer));
  return out.take();
}

test("changes become events", async () => {
  const transport = scriptedTransport(() => {});
  const events: SelinuxEvent[] = [];
  const subscription = selinux({ transport })
    .events$()
    .subscribe((event) => events.push(event));
  await quiet();
  const [socket] = [...transport.sockets];
  expect(socket!.options).toMatchObject({ protocol: 7, groups: [1] });
  for (const bytes of [message(16, 1), message(16, 0), message(16, 5), message(17, 3)])
    socket!.deliver(datagram(bytes, { group: 1 }));
  socket!.deliver({ type: "overrun" });
  socket!.deliver({ type: "drained" });
  subscription.unsubscribe();
  expect(events).toEqual([
    { type: "setenforce", mode: "enforcing" },
    { type: "setenforce", mode: "permissive" },
    { type: "setenforce", mode: 5 },
    { type: "policyload", seqno: 3 },
    { type: "overrun" },
    { type: "drained" },
  ]);
});
