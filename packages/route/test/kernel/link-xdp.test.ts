import { done } from "@rxnetlink/core/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LinkXdp, xdpFlags } from "#src/link/xdp.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { skipFor, whyNoNamespace } from "../support/skip.js";
import { loadXdpPass, type Program } from "../support/xdp-program.js";

type Json = Record<string, unknown>;

const why = whyNoNamespace("XDP");

describe.skipIf(why !== undefined)("XDP programs", () => {
  const netns = useNamespace("ip link add v0 type veth peer name v1");
  const programs: Program[] = [];
  let lacking: string | undefined;

  beforeAll(() => {
    for (let i = 0; i < 2; i++) {
      const program = loadXdpPass();
      if (typeof program === "string") lacking = program;
      else programs.push(program);
    }
  });
  afterAll(() => {
    for (const program of programs) program.close();
  });

  const attach = (xdp: LinkXdp) => done(netns.nl.link.change$({ ifname: "v0", xdp }));
  const attached = async () => (await netns.link("v0")).xdp;
  const printed = () => netns.ip<[{ xdp?: Json }]>("-d link show v0")[0].xdp;

  it.for([
    ["skb", "skbMode", 2],
    ["drv", "drvMode", 1],
  ] as const)("are attached to %s, exchanged and detached", { timeout: PATIENCE }, async (mode, context) => {
    if (lacking !== undefined) skipFor(context, lacking);
    const [where, flag, number] = mode;
    const flags = xdpFlags.of(flag);
    const [first, second] = programs as [Program, Program];
    await attach({ fd: first.fd, flags });
    const xdp = await attached();
    expect(xdp).toMatchObject({ attached: where, progId: expect.any(Number) });
    expect(xdp?.[`${where}ProgId`]).toBe(xdp?.progId);
    expect(printed()).toMatchObject({ mode: number, prog: { id: xdp?.progId } });

    const once = xdpFlags.of(flag, "updateIfNoexist");
    await expect(attach({ fd: second.fd, flags: once })).rejects.toMatchObject({ code: "EBUSY" });
    const exchange = xdpFlags.of(flag, "replace");
    const wrong = attach({ fd: first.fd, expectedFd: second.fd, flags: exchange });
    await expect(wrong).rejects.toMatchObject({ code: "EEXIST" });
    await attach({ fd: second.fd, expectedFd: first.fd, flags: exchange });
    expect((await attached())?.progId).not.toBe(xdp?.progId);

    await attach({ fd: -1, flags });
    expect(await attached()).toEqual({ attached: "none" });
    expect(printed()).toBeUndefined();
  });
});
