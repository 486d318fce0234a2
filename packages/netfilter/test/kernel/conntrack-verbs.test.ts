// Verbs of connections, and what they refuse.

import { EncodeError, KernelError } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { count as count$, groupBy, map, mergeMap } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Conntrack, conntrackStatus } from "#src/conntrack/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { errorOf, refusal } from "../support/refusal.js";
import { TRACKING, udpPingPong } from "../support/traffic.js";

const ip = { src: "10.0.0.1", dst: "10.0.0.2" };
const udp = (srcPort: number) => ({ ip, proto: { num: "udp" as const, srcPort, dstPort: 53 } });
const udp6 = { ip: { src: "fd00::1", dst: "fd00::2" }, proto: udp(1).proto };
const tupleOrig = udp(1);
const timeout = 100;

describeWith(["conntrack", "nft"], "connections", () => {
  let kernel: Kernel;
  let conntrack: Kernel["nf"]["conntrack"];
  beforeEach(async () => {
    kernel = await openKernel();
    ({ conntrack } = kernel.nf);
  });
  afterEach(() => kernel.close());

  const list = () => all(conntrack.list$());
  const only = async () => (await list())[0] as Conntrack;
  const count = async () => Number(kernel.run("conntrack -C"));

  describe("are got", () => {
    it("by either tuple", async () => {
      await done(conntrack.add$({ tupleOrig, timeout }));
      const listed = await only();
      // The request itself holds a reference, and the clock goes on.
      const same = [{ ...listed, use: expect.any(Number), timeout: expect.any(Number) }];
      expect(await all(conntrack.get$({ tupleOrig }))).toEqual(same);
      expect(await all(conntrack.get$({ tupleReply: listed.tupleReply! }))).toEqual(same);
      expect(await all(conntrack.get$(listed))).toEqual(same);
    });

    it("in their zone only", async () => {
      await done(conntrack.add$({ tupleOrig, timeout, zone: 5 }));
      expect(await all(conntrack.get$({ tupleOrig, zone: 5 }))).toMatchObject([{ zone: 5 }]);
      const error = (await errorOf(conntrack.get$({ tupleOrig }))) as KernelError;
      expect(error).toBeInstanceOf(KernelError);
      expect(error.code).toBe("ENOENT");
      expect(error.message).toContain("it ended, or it is in a zone");
    });
  });

  describe("are changed", () => {
    beforeEach(() => done(conntrack.add$({ tupleOrig, timeout, mark: 0xff })));

    it("in mark, status and timeout", async () => {
      await done(conntrack.change$({ tupleOrig, mark: 0x30, markMask: 0xf0 }));
      expect(await only()).toMatchObject({ mark: 0x3f });
      await done(conntrack.change$({ tupleOrig, status: { assured: true, seenReply: true }, timeout: 300 }));
      const { status = 0, timeout: left = 0 } = await only();
      expect(conntrackStatus.names(status)).toEqual(["seenReply", "assured", "confirmed"]);
      expect(left).toBeGreaterThan(200);
      expect(kernel.run("conntrack -L 2>/dev/null")).toContain("[ASSURED] mark=63");
    });

    it("in the state of TCP", async () => {
      const tcp = { ip, proto: { num: "tcp" as const, srcPort: 1, dstPort: 2 } };
      await done(conntrack.add$({ tupleOrig: tcp, timeout, protoinfo: { tcp: { state: "established" } } }));
      await done(conntrack.change$({ tupleOrig: tcp, protoinfo: { tcp: { state: "closeWait" } } }));
      const [changed] = await all(conntrack.list$({ tupleOrig: { proto: { num: "tcp" } } }));
      expect(changed?.protoinfo?.tcp?.state).toBe("closeWait");
    });

    it("as they were listed", async () => {
      await done(conntrack.change$({ ...(await only()), mark: 1 }));
      expect(await only()).toMatchObject({ mark: 1, status: conntrackStatus.of("confirmed") });
    });

    it("in labels, if a rule sets labels", async () => {
      const error = (await errorOf(conntrack.change$({ tupleOrig, labels: [3] }))) as KernelError;
      expect(error.code).toBe("ENOSPC");
      expect(error.message).toContain("the namespace needs a rule that sets some");
      kernel.run(`${TRACKING}; nft add rule inet tracking input ct label set 9; ${udpPingPong(4001, 4002)}`);
      expect(await all(conntrack.list$({ labels: [9] }))).toMatchObject([
        { tupleOrig: { ip: { src: "127.0.0.1" } } },
      ]);
      await done(conntrack.add$({ tupleOrig: udp(2), timeout }));
      const labels = [0, 8, 65, 127];
      await done(conntrack.change$({ tupleOrig: udp(2), labels }));
      expect(await all(conntrack.list$({ labels }))).toMatchObject([{ tupleOrig: udp(2), labels }]);
      await done(conntrack.change$({ tupleOrig: udp(2), labels: [9], labelsMask: [8, 9] }));
      expect(await all(conntrack.get$({ tupleOrig: udp(2) }))).toMatchObject([{ labels: [0, 9, 65, 127] }]);
    });

    it.for([
      ["a bit of the status that is fixed", { status: { dying: true } }, "EBUSY", "cannot be cleared"],
      ["NAT", { natSrc: { minip: "10.9.9.9" } }, "EOPNOTSUPP", "to a new connection only"],
    ] as const)("but not in %s", async ([, change, code, hint]) => {
      const error = (await errorOf(conntrack.change$({ tupleOrig, ...change }))) as KernelError;
      expect(error.code).toBe(code);
      expect(error.message).toContain(hint);
    });

    it("in a batch", async () => {
      await done(conntrack.add$({ tupleOrig: udp(2), timeout }));
      const values = [1, 2, 3].map((port) => ({ tupleOrig: udp(port), mark: port }));
      const outcomes = await all(conntrack.batch$("change", values));
      expect(outcomes.map(({ type }) => type)).toEqual(["applied", "applied", "rejected"]);
      expect((await list()).map(({ mark }) => mark).sort()).toEqual([1, 2]);
    });
  });

  describe("are deleted", () => {
    it("by a listed value, with its zone and id", async () => {
      await done(conntrack.add$({ tupleOrig, timeout, zone: 3 }));
      const listed = await only();
      expect(await refusal(conntrack.delete$({ ...listed, id: (listed.id! ^ 1) >>> 0 }))).toBe("ENOENT");
      expect(await refusal(conntrack.delete$({ tupleOrig }))).toBe("ENOENT");
      expect(await count()).toBe(1);
      await done(conntrack.delete$(listed));
      expect(await count()).toBe(0);
    });

    it.for([
      [{}, 'it names no conntrack; "all" means'],
      [{ family: "ipv4" }, "tupleOrig is missing (flush$ deletes"],
      [{ mark: 5 }, "tupleOrig is missing (flush$ deletes"],
      [{ zone: 1, id: 7 }, "tupleOrig is missing (flush$ deletes"],
      [{ tupleOrig: undefined }, "tupleOrig"],
    ] as const)("never all of them by accident: %j", async ([key, message]) => {
      await done(conntrack.add$({ tupleOrig, timeout, mark: 5 }));
      const error = await errorOf(conntrack.delete$(key as Partial<Conntrack>));
      expect(error).toBeInstanceOf(EncodeError);
      expect(error.message).toContain(message);
      const outcomes = await all(conntrack.batch$("delete", [key as Partial<Conntrack>]));
      expect(outcomes).toMatchObject([{ type: "rejected", error: expect.any(EncodeError) }]);
      expect(await refusal(conntrack.delete$({ tupleOrig: {} }))).toBe("EOPNOTSUPP");
      expect(await count()).toBe(1);
    });

    it("by a predicate, with their outcomes counted, and those that ended meanwhile apart", async () => {
      for (let port = 1; port <= 20; port++)
        await done(conntrack.add$({ tupleOrig: udp(port), timeout, mark: port % 4 }));
      const odd = (await list()).filter(({ mark = 0 }) => mark % 2 === 1);
      await done(conntrack.delete$(odd[0]!));
      const counts = await all(
        conntrack.batch$("delete", odd).pipe(
          groupBy(({ type, error }) => (error instanceof KernelError ? error.code : type)),
          mergeMap((group$) =>
            group$.pipe(
              count$(),
              map((sum) => [group$.key, sum] as const),
            ),
          ),
        ),
      );
      expect(Object.fromEntries(counts)).toEqual({ applied: 9, ENOENT: 1 });
      expect((await list()).map(({ mark }) => mark).sort()).toEqual([0, 0, 0, 0, 0, 2, 2, 2, 2, 2]);
    });
  });

  describe("are flushed", () => {
    beforeEach(async () => {
      await done(conntrack.add$({ tupleOrig, timeout, mark: 1 }));
      await done(conntrack.add$({ tupleOrig: udp(2), timeout, mark: 0x12 }));
      await done(conntrack.add$({ tupleOrig: udp6, timeout, mark: 2 }));
    });

    it.for([
      ["all", []],
      [{ family: "ipv4" }, [2]],
      [{ family: "ipv6" }, [1, 0x12]],
      [{ mark: 2 }, [1, 0x12]],
      [{ mark: 2, markMask: 0xf }, [1]],
      [{ family: "ipv4", mark: 2, markMask: 0xf }, [1, 2]],
    ] as const)("by the kernel: %j", async ([which, left]) => {
      await done(conntrack.flushAll$(which));
      expect((await list()).map(({ mark }) => mark).sort()).toEqual(left);
    });

    it.for([
      [{}, "it names no conntrack"],
      [{ family: "unspec" }, "it leaves no connection out"],
      [{ markMask: 1 }, "it leaves no connection out"],
      [
        { zone: 1 },
        "zone: affects others too, since not all kernels select by it (flush$ lists and deletes)",
      ],
      [undefined, "undefined is not a match"],
    ] as const)("but never by accident: %j", async ([which, message]) => {
      const error = await errorOf(conntrack.flushAll$(which as never));
      expect(error.message).toContain(message);
      expect(await count()).toBe(3);
    });

    it("by listing, with any match", async () => {
      const gone = await all(conntrack.flush$({ tupleOrig: { proto: { srcPort: 1 } }, family: "ipv4" }));
      expect(gone).toMatchObject([{ mark: 1 }]);
      expect(await count()).toBe(2);
    });
  });

  it("need a tuple, a timeout, and addresses of one family", async () => {
    const refused = async (value: object) => (await errorOf(conntrack.add$(value))).message;
    for (const part of [{ timeout }, { tupleOrig }])
      expect(await refused(part)).toMatch(/EINVAL.*needs tupleOrig, and timeout/);
    const mixed = { ip: { src: "10.0.0.1", dst: "fd00::1" } };
    expect(await refused({ tupleOrig: mixed, timeout })).toContain(
      "tupleOrig.ip.dst: is an address of another",
    );
    const wrong = { ip: { src: "10.0.0" } };
    expect(await refused({ tupleOrig: wrong, timeout })).toContain('tupleOrig.ip.src: "10.0.0" is not an ip');
    await done(conntrack.add$({ tupleOrig, timeout }));
    expect(await refusal(conntrack.add$({ tupleOrig, timeout }))).toBe("EEXIST");
  });
});
