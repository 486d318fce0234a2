// What connections hold for single protocols and for proxies, given by a request and read back.

import { all, done } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Conntrack, conntrackStatus } from "#src/conntrack/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const timeout = 100;
const tuple = (num: "tcp" | "sctp" | "dccp") => ({
  ip: { src: "10.0.0.1", dst: "10.0.0.2" },
  proto: { num, srcPort: 1000, dstPort: 80 },
});

describeWith(["conntrack"], "connections keep", () => {
  let kernel: Kernel;
  let conntrack: Kernel["nf"]["conntrack"];
  beforeEach(async () => {
    kernel = await openKernel();
    ({ conntrack } = kernel.nf);
  });
  afterEach(() => kernel.close());

  const only = async () => (await all(conntrack.list$()))[0] as Conntrack;
  const shown = () => kernel.run("conntrack -L -o xml 2>/dev/null");

  it("the adjustment of TCP's sequence numbers", async () => {
    const seqAdjOrig = { correctionPos: 0xfeedbeef, offsetBefore: -2, offsetAfter: 4 };
    const seqAdjReply = { correctionPos: 5, offsetBefore: 0, offsetAfter: -2_147_483_648 };
    await done(conntrack.add$({ tupleOrig: tuple("tcp"), timeout, seqAdjOrig, seqAdjReply }));
    const added = await only();
    expect(added).toMatchObject({ seqAdjOrig, seqAdjReply });
    expect(conntrackStatus.names(added.status ?? 0)).toEqual(["confirmed", "seqAdjust"]);
    const other = { ...seqAdjOrig, offsetAfter: 9 };
    await done(conntrack.change$({ tupleOrig: tuple("tcp"), seqAdjOrig: other }));
    expect(await only()).toMatchObject({ seqAdjOrig: other, seqAdjReply });
  });

  it("what a proxy of SYN packets notes", async () => {
    const synproxy = { isn: 0x01020304, its: 0x05060708, tsoff: 0xffff_ffff };
    await done(conntrack.add$({ tupleOrig: tuple("tcp"), timeout, synproxy }));
    expect(await only()).toMatchObject({ synproxy });
    await done(conntrack.change$({ tupleOrig: tuple("tcp"), synproxy: { ...synproxy, tsoff: 1 } }));
    expect(await only()).toMatchObject({ synproxy: { ...synproxy, tsoff: 1 } });
  });

  it("the window scales of TCP, if both ends scale", async () => {
    const scales = { wscaleOriginal: 7, wscaleReply: 14 };
    const flags = { flags: { windowScale: true, sackPerm: true } };
    const tcp = { state: "established", ...scales, flagsOriginal: flags, flagsReply: flags } as const;
    await done(conntrack.add$({ tupleOrig: tuple("tcp"), timeout, protoinfo: { tcp } }));
    const three = { flags: 3, mask: 0 };
    expect((await only()).protoinfo?.tcp).toEqual({ ...tcp, flagsOriginal: three, flagsReply: three });
    expect(shown()).toContain("<state>ESTABLISHED</state>");
    await done(
      conntrack.change$({
        tupleOrig: tuple("tcp"),
        protoinfo: { tcp: { flagsReply: { flags: { sackPerm: false } } } },
      }),
    );
    expect((await only()).protoinfo?.tcp).toMatchObject({ flagsOriginal: three, flagsReply: { flags: 1 } });
  });

  it("state and tags of SCTP", async () => {
    const sctp = { state: "established", vtagOriginal: 0x89ab_cdef, vtagReply: 1 } as const;
    await done(conntrack.add$({ tupleOrig: tuple("sctp"), timeout, protoinfo: { sctp } }));
    expect((await only()).protoinfo).toEqual({ sctp });
    expect(shown()).toContain('protoname="sctp"');
  });

  it("state, role and number of DCCP", async ({ skip }) => {
    const dccp = { state: "open", role: 1, handshakeSeq: 0x1234_5678_9abcn } as const;
    await done(conntrack.add$({ tupleOrig: tuple("dccp"), timeout, protoinfo: { dccp } }));
    const { protoinfo } = await only();
    if (protoinfo === undefined) skip("this kernel no longer tracks DCCP");
    expect(protoinfo).toEqual({ dccp });
    expect(shown()).toContain("<state>OPEN</state>");
  });
});
