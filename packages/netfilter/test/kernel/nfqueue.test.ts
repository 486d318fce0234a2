import { readFileSync } from "node:fs";
import { FlowControl, KernelError } from "@rxnetlink/core";
import { afterEach, expect, it } from "vitest";
import { AlreadyJudgedError } from "#src/queue/already-judged-error.js";
import { judge } from "#src/queue/judge.js";
import { eventually, floodUdp, ready, sendUdp } from "../support/datagrams.js";
import { describeWith } from "../support/kernel.js";
import { isPacket, openQueues, packets, type Queues, queueing, textOf } from "../support/queue.js";

/** Returns the id outside that an id of the superuser has in this user namespace. */
const outside = (map: string) => Number(readFileSync(`/proc/self/${map}`, "utf8").trim().split(/\s+/)[1]);

let queues: Queues;
afterEach(() => queues?.close());

describeWith(["iptables-nft", "bash"], "nfqueue$", () => {
  it("lets pass, drops and marks as told", async () => {
    queues = await openQueues(
      `${queueing()}; iptables-nft -A INPUT -p udp --dport 98; iptables-nft -t mangle -A POSTROUTING -m mark --mark 5`,
    );
    const { kernel, queued, passed, shown } = queues;
    const queue = await queued(3, { uidGid: true });
    expect(shown(3)).toMatchObject({ waiting: 0, mode: 2, range: 65_531 });
    sendUdp(kernel, 99, ["yes", "no", "marked"]);
    const [yes, no, marked] = await packets(queue, 3);
    expect([yes, no, marked].map((one) => textOf(one!))).toEqual(["yes", "no", "marked"]);
    expect(yes!.message).toMatchObject({ family: "ipv4", resId: 3, ifindexOutdev: 1 });
    expect(yes!.message).toMatchObject({ uid: outside("uid_map"), gid: outside("gid_map") });
    expect(yes!.packetHdr).toEqual({ packetId: 1, hwProtocol: "ip", hook: "output" });
    expect(shown(3)).toMatchObject({ waiting: 3 });
    yes!.accept();
    no!.drop();
    marked!.accept({ mark: 5 });
    await eventually(() => shown(3)!.waiting === 0);
    expect([yes!.verdict, no!.verdict, passed()]).toEqual(["accept", "drop", 2]);
    expect(kernel.run("iptables-nft -t mangle -nvxL POSTROUTING")).toMatch(/^ *1 .*mark match 0x5/m);
  });

  it("repeats a packet at its hook, and sends it to another queue", async () => {
    queues = await openQueues(queueing("-m mark --mark 0 -j NFQUEUE --queue-num 3"));
    const { kernel, queued, passed } = queues;
    const [first, second] = [await queued(3), await queued(4)];
    sendUdp(kernel, 99, ["again", "on"]);
    const [again, on] = await packets(first, 2);
    again!.repeat({ mark: 1 });
    on!.queue(4);
    const [arrived] = await packets(second, 1);
    expect(textOf(arrived!)).toBe("on");
    await eventually(() => passed() === 1);
    arrived!.accept();
    await eventually(() => passed() === 2);
    sendUdp(kernel, 99, ["nowhere"]);
    const [, , nowhere] = await packets(first, 3);
    nowhere!.queue(5, { bypass: true });
    await eventually(() => passed() === 3);
    expect(() => again!.queue(70_000)).toThrow(AlreadyJudgedError);
  });

  it("judges a packet and all before it at once, those held too", async () => {
    queues = await openQueues();
    const { kernel, queued, passed, shown } = queues;
    const queue = await queued(3);
    sendUdp(kernel, 99, ["1", "2", "3", "4"]);
    const [one, two, three, four] = await packets(queue, 4);
    two!.drop();
    three!.acceptUpTo({ mark: 7 });
    expect([one, two, three, four].map((packet) => packet!.verdict)).toEqual([
      "accept",
      "drop",
      "accept",
      undefined,
    ]);
    await eventually(() => passed() === 2);
    expect(shown(3)).toMatchObject({ waiting: 1 });
    four!.dropUpTo();
    await eventually(() => shown(3)!.waiting === 0);
    expect(passed()).toBe(2);
  });

  it("gives a packet one verdict", async () => {
    queues = await openQueues();
    const { kernel, queued, passed } = queues;
    const queue = await queued(3);
    sendUdp(kernel, 99, ["1", "2"]);
    const [one, two] = await packets(queue, 2);
    one!.accept();
    expect(() => one!.drop()).toThrow(AlreadyJudgedError);
    expect(() => one!.acceptUpTo()).toThrow(/packet 1: accept: it has its verdict already: accept/);
    expect(() => two!.accept({ mark: -1 })).toThrow(/mark/);
    expect(two!.verdict).toBeUndefined();
    two!.accept();
    await eventually(() => passed() === 2);
  });

  it("takes it for no error that a packet is gone", async () => {
    queues = await openQueues(
      "ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up; " +
        "ip address add 192.0.2.1/24 dev v0; ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev v0; " +
        "iptables-nft -A OUTPUT -p udp --dport 99 -j NFQUEUE --queue-num 3",
    );
    const { kernel, queued, shown } = queues;
    const queue = await queued(3);
    sendUdp(kernel, 99, ["1"], "192.0.2.2");
    const [one] = await packets(queue, 1);
    kernel.run("ip link delete v0");
    await eventually(() => shown(3)!.waiting === 0);
    one!.accept();
    sendUdp(kernel, 99, ["2"]);
    const [, two] = await packets(queue, 2);
    two!.accept();
    await eventually(() => shown(3)!.waiting === 0);
    expect(queue.values.filter((event) => !isPacket(event))).toEqual([]);
    expect(queue.errors).toEqual([]);
  });

  it("errors if another socket has bound the queue, and says so", async () => {
    queues = await openQueues();
    const { queued } = queues;
    await queued(3);
    const error = await queued(3).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(KernelError);
    expect(error).toMatchObject({ code: "EPERM", hint: expect.stringContaining("another socket") });
  });

  it("judges by a function, at once and later", async () => {
    queues = await openQueues();
    const { kernel, passed } = queues;
    const watched = await ready((listening) =>
      kernel.nf.nfqueue$(3, { listening }).pipe(
        judge((packet) => {
          const text = textOf(packet);
          if (text === "later") return Promise.resolve({ type: "accept", mark: 4 } as const);
          return text === "no" ? "drop" : "accept";
        }),
      ),
    );
    sendUdp(kernel, 99, ["yes", "no", "later"]);
    const judged = await packets(watched, 3);
    expect(judged.map((packet) => [textOf(packet), packet.verdict])).toEqual([
      ["yes", "accept"],
      ["no", "drop"],
      ["later", "accept"],
    ]);
    await eventually(() => passed() === 2);
  });
});

describeWith(["iptables-nft", "bash"], "a packet of nfqueue$ that nobody judges", () => {
  it("gets the default verdict when its time is up; a later one has no effect", async () => {
    queues = await openQueues();
    const { kernel, queued, passed } = queues;
    const queue = await queued(3, { timeout: 1 });
    sendUdp(kernel, 99, ["1"]);
    const [one] = await packets(queue, 1);
    await eventually(() => passed() === 1);
    expect(one!.verdict).toBe("accept");
    one!.drop();
    one!.dropUpTo();
    expect(one!.verdict).toBe("accept");
  });

  it.each([
    ["accept", 40],
    ["drop", 0],
  ] as const)("gets it when the subscription ends in mid-flow: %s", async (verdict, count) => {
    queues = await openQueues();
    const { kernel, queued, passed, shown } = queues;
    const flowControl = new FlowControl();
    const queue = await queued(3, { default: verdict, flowControl });
    floodUdp(kernel, 99, 20);
    const seen = await packets(queue, 20);
    // The others wait unread.
    flowControl.pause();
    floodUdp(kernel, 99, 20);
    expect(shown(3)).toMatchObject({ waiting: 40 });
    queue.unsubscribe();
    await eventually(() => shown(3) === undefined);
    expect(passed()).toBe(count);
    expect(new Set(seen.map((packet) => packet.verdict))).toEqual(new Set([verdict]));
    expect(() => seen[0]!.drop()).not.toThrow();
  });

  it("gets it when the connection is closed", async () => {
    queues = await openQueues();
    const { kernel, queued, passed, shown } = queues;
    const queue = await queued(3);
    sendUdp(kernel, 99, ["1", "2"]);
    await packets(queue, 2);
    kernel.nf.connection.close();
    await eventually(() => shown(3) === undefined);
    expect(passed()).toBe(2);
  });

  it("gets it when the consumer fails", async () => {
    queues = await openQueues();
    const { kernel, passed, shown } = queues;
    const failing = await ready((listening) =>
      kernel.nf.nfqueue$(3, { listening }).pipe(
        judge((packet) => {
          if (textOf(packet) === "bad") throw new Error("a mistake");
        }),
      ),
    );
    sendUdp(kernel, 99, ["held", "bad"]);
    expect(await failing.failure()).toMatchObject({ message: "a mistake" });
    await eventually(() => shown(3) === undefined);
    expect(passed()).toBe(2);
  });
});
