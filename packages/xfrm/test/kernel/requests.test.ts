// Requests for states are those that `ip` sends. No ESP is needed: what counts is sent before the kernel refuses.

import { spawnSync } from "node:child_process";
import { done } from "@rxnetlink/core/promises";
import { NLMSG_HDRLEN } from "@rxnetlink/core/schema";
import { scriptedTransport } from "@rxnetlink/testing";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe, expect, it } from "vitest";
import { type XfrmState, xfrmStateMessage } from "#src/state/layout.js";
import { xfrm } from "#src/xfrm.js";
import { decoded } from "../support/codec.js";
import { CASES } from "../support/state-cases.js";

const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
const shell = (command: string) => spawnSync("sh", ["-c", command], { encoding: "utf8", env });

function whyNot(): string | undefined {
  const { status, stderr } = shell("strace -e trace=none true && ip -V");
  return whyNoNamespaces() ?? (status === 0 ? undefined : `no strace or ip: ${stderr.trim()}`);
}

/** Returns the state in the request that a command sends. */
function sentByIp(command: string): XfrmState {
  const { stderr } = shell(`unshare -n strace -xx -s 5000 -e trace=sendmsg ip xfrm state add ${command}`);
  const [, request = ""] = Array.from(stderr.matchAll(/iov_base=(.*?), iov_len/g)).at(-1) ?? [];
  const [, payload = ""] = /"((?:\\x..)+)"/.exec(request) ?? [];
  const digits = payload.match(/[0-9a-f]{2}/g) ?? [];
  return decoded(
    xfrmStateMessage,
    Uint8Array.from(digits, (byte) => Number.parseInt(byte, 16)),
  );
}

/** Returns the state in the request that our verb sends. */
async function sentByUs(state: object): Promise<XfrmState> {
  let sent = new Uint8Array();
  const transport = scriptedTransport((request, socket) => {
    sent = request.slice(NLMSG_HDRLEN);
    socket.fail(new Error("enough"));
  });
  await done(xfrm({ transport }).state.add$(state)).catch(() => {});
  return decoded(xfrmStateMessage, sent);
}

const why = whyNot();
describe.skipIf(why !== undefined)(
  `the request for a state${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => {
    it.each(CASES)("with %s is that of ip", async (_, command, state) => {
      const { replayEsnVal, ...ours } = await sentByUs(state);
      const { replayEsnVal: window, ...theirs } = sentByIp(command);
      expect(ours).toEqual(theirs);
      // The kernel takes a bitmap or none; ip sends none.
      expect(replayEsnVal && { ...replayEsnVal, bmp: [] }).toEqual(window && { ...window, bmp: [] });
    });
  },
);
