import { execFileSync } from "node:child_process";
import {
  eachMessage,
  NLM_F_MULTI,
  NLMSG_DONE,
  type Type,
  u32,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { type Link, linkMessage } from "@rxnetlink/route";
import { datagram, type ScriptedTransport, scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { rtnetlink } from "#src/rxnetlink.js";

const RTM_NEWLINK = 16;

/** A scripted kernel whose only link is the loopback. */
function oneLink(): ScriptedTransport {
  return scriptedTransport((bytes, socket) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    eachMessage(view, 0, bytes.length, ({ sequence }) => {
      const to = { flags: NLM_F_MULTI, sequence, portId: socket.portId };
      const out = new Writer();
      const layout = linkMessage as Type<Partial<Link>>;
      writeMessage(out, { ...to, type: RTM_NEWLINK, layout, value: { index: 1, ifname: "lo" } });
      writeMessage(out, { ...to, type: NLMSG_DONE, layout: u32, value: 0 });
      socket.deliver(datagram(out.take()));
    });
  });
}

describe("rtnetlink", () => {
  it("uses any transport, exposes it and closes it", async () => {
    const transport = oneLink();
    const nl = rtnetlink({ transport, namespace: "blue" });
    const links = await lastValueFrom(nl.link.list$().pipe(toArray()));
    expect(links).toMatchObject([{ index: 1, ifname: "lo" }]);
    const given: ScriptedTransport = nl.transport;
    expect([...given.sockets].map(({ options }) => options)).toMatchObject([
      { protocol: 0, namespace: "blue" },
    ]);
    await nl.close();
    expect(given.sockets.size).toBe(0);
  });

  it.each([
    ["options", null],
    ["options", 5],
    ["transport", { transport: null }],
    ["transport", { transport: {} }],
    ["timeout", { timeout: Number.NaN }],
    ["receiveBuffer", { receiveBuffer: 5n }],
    ["namespace", { namespace: [] }],
    ["recieveBuffer", { recieveBuffer: 5 }],
    ["groups", { groups: [1] }],
  ])("refuses the wrong %s of %o", (path, options) => {
    expect(() => rtnetlink(options as never)).toThrow(
      expect.objectContaining({ name: "ArgumentError", path }),
    );
  });

  it("loads koffi when it opens the first socket of the kernel, not before", () => {
    const program = `
      import { readFileSync } from "node:fs";
      import { rtnetlink } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
      const loaded = () => readFileSync("/proc/self/maps", "utf8").includes("koffi");
      const nl = rtnetlink();
      const before = loaded();
      await new Promise((resolve) => nl.link.list$().subscribe({ error: resolve, complete: resolve }));
      console.log(JSON.stringify([before, loaded()]));`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", program]);
    expect(JSON.parse(`${printed}`)).toEqual([false, true]);
  });
});
