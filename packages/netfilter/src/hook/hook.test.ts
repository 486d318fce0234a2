import { bindObject } from "@rxnetlink/core";
import { NLM_F_MULTI, NLMSG_DONE, Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, toArray } from "rxjs";
import { expect, it } from "vitest";
import { connectNetfilter } from "#src/connect.js";
import { hookObject, NFNL_MSG_HOOK_GET } from "#src/hook/hook.js";
import { type Hook, hookMessage } from "#src/hook/layout.js";

/** A kernel that lists one function of a link, without its name, and keeps the requests. */
function kernel(asked: Hook[]) {
  return scriptedTransport((request, socket) => {
    const view = new DataView(request.buffer, request.byteOffset, request.length);
    asked.push(hookMessage.read(view, 16, request.length) as Hook);
    const sequence = view.getUint32(8, true);
    const out = new Writer();
    const value = { family: "netdev", hooknum: "ingress", priority: 3 } as Hook;
    const common = { flags: NLM_F_MULTI, sequence, portId: socket.portId };
    writeMessage(out, { ...common, type: NFNL_MSG_HOOK_GET, layout: hookMessage, value });
    writeMessage(out, { ...common, type: NLMSG_DONE, layout: hookMessage, value: {} as Hook });
    socket.deliver(datagram(out.take()));
  });
}

it("asks for the functions of a link, and names it in each", async () => {
  const asked: Hook[] = [];
  const hook = bindObject(connectNetfilter(kernel(asked)), hookObject);
  const match = { family: "netdev", hooknum: "ingress", dev: "lo" } as const;
  const listed = await lastValueFrom(hook.list$(match).pipe(toArray()));
  expect(asked).toMatchObject([match]);
  expect(listed).toMatchObject([{ ...match, priority: 3 }]);
});
