import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { SystemError } from "@rxnetlink/core";
import { EAGAIN, EINTR, EMSGSIZE, ENOBUFS } from "./constants.js";
import { accountable, Descriptors } from "./descriptors.js";
import { Epoll } from "./epoll.js";
import { LANE_BYTES, LaneServer } from "./express-lane.js";
import { KernelSocket } from "./kernel-socket.js";
import { type Libc, loadLibc } from "./libc.js";
import { deleteName } from "./named-namespaces.js";
import { NamespaceSwitch } from "./netns.js";
import { CONTROL, type Command, type PumpStart, type Report } from "./protocol.js";
import { BATCH, type Received, Receiver } from "./receiver.js";
import { RECORD_HEADER, recordSize, SLAB_BYTES, SlabWriter } from "./slab.js";
import type { TransportStatistics } from "./statistics.js";

/** The eventfd's number among the sockets, which count from 1. */
const WAKE = 0;
/**
 * A pump looks around at least this often, in milliseconds. What should end it wakes it; but a thread that is
 * terminated with its parent is told nothing, and would hang in the kernel.
 */
const LOOK_AROUND = 1000;

/** How long a pump spins for the next request of a conversation before it sleeps, in milliseconds. */
const SPIN = 0.15;

/** Up to here a copy is cheaper than a slab that goes and comes back. */
const COPIED = 4096;

type Handlers = { [Op in Command["op"]]: (command: Extract<Command, { op: Op }>) => void };

/** The loop of one pump: all system calls of its sockets happen here. */
class PumpThread {
  readonly #held = new Descriptors();
  readonly #libc: Libc = accountable(loadLibc(), this.#held);
  readonly #port: MessagePort;
  readonly #wake: number;
  readonly #control: Int32Array;
  readonly #everything = new Epoll(this.#libc);
  /** What it waits for while no slab is free: the kernel's queues hold the rest. */
  readonly #commandsOnly = new Epoll(this.#libc);
  readonly #receiver = new Receiver(this.#libc);
  readonly #namespaces = new NamespaceSwitch(this.#libc);
  readonly #sockets = new Map<number, KernelSocket>();
  readonly #free: ArrayBuffer[];
  readonly #ready = new Set<number>();
  /** The kernel handles a request inside sendto(): the answers of these sockets wait already. */
  readonly #answering = new Set<number>();
  readonly #lane: LaneServer;
  readonly #spins: boolean;
  readonly #slabs: number;
  #slab: SlabWriter | undefined;
  #wakeUps = 0;
  /** How many times arrivals were handed to the main thread through the port. */
  #handed = 0;
  /** Whether the last thing done was to serve the lane. */
  #conversing = false;

  constructor({ port, wake, control, lane, spin, slabs }: PumpStart) {
    this.#port = port;
    this.#report({ event: "holding", words: this.#held.words });
    this.#wake = wake;
    this.#control = control;
    this.#lane = new LaneServer(lane);
    this.#spins = spin;
    this.#slabs = slabs;
    this.#free = Array.from({ length: slabs }, () => new ArrayBuffer(SLAB_BYTES));
    this.#everything.add(wake, WAKE);
    this.#commandsOnly.add(wake, WAKE);
  }

  /** Runs until told to stop. */
  run(): void {
    while (Atomics.load(this.#control, CONTROL.stop) === 0) {
      this.#obey();
      this.#drainAll();
      this.#answer();
      if (!this.#spin()) this.#sleep();
    }
    this.#end();
  }

  readonly #handlers: Handlers = {
    open: ({ ticket, socket, options }) => {
      const open = () => new KernelSocket(this.#libc, options);
      const opened =
        options.namespace === undefined ? open() : this.#namespaces.within(options.namespace, open);
      this.#sockets.set(socket, opened);
      this.#everything.add(opened.fd, socket);
      this.#report({ event: "done", ticket, result: opened.portId });
    },
    send: ({ socket, bytes, portId }) => {
      // The answers to one datagram fit into the kernel's queue, those to several may not; and who waits for
      // them can prepare the next while the kernel works on this one.
      if (this.#answering.has(socket)) this.#handOver();
      this.#answering.add(socket);
      this.#sockets.get(socket)?.send(bytes, portId);
    },
    join: ({ socket, group }) => this.#sockets.get(socket)?.join(group),
    leave: ({ socket, group }) => this.#sockets.get(socket)?.leave(group),
    pause: ({ socket, paused }) => this.#pause(socket, paused),
    close: ({ socket }) => this.#close(socket),
    statistics: ({ ticket }) => this.#report({ event: "done", ticket, result: this.#statistics() }),
    createNamespace: ({ ticket, name }) => {
      const fd = this.#namespaces.create(name);
      this.#report({ event: "done", ticket, result: fd });
      this.#held.remove(fd);
    },
    deleteNamespace: ({ ticket, name }) => {
      deleteName(this.#libc, name);
      this.#report({ event: "done", ticket, result: 0 });
    },
    returnSlab: ({ buffer }) => {
      if (this.#free.length < this.#slabs) this.#free.push(buffer);
    },
  };

  /** Carries out what the main thread has asked for, in its order: the lane is used when the port is empty. */
  #obey(): void {
    for (;;) {
      const received = receiveMessageOnPort(this.#port);
      if (this.#lane.waits) this.#carryOut({ op: "send", ...this.#lane.take() });
      if (received === undefined) return;
      for (const command of received.message as Command[]) this.#carryOut(command);
      Atomics.add(this.#control, CONTROL.obeyed, 1);
    }
  }

  #carryOut(command: Command): void {
    try {
      this.#handlers[command.op](command as never);
    } catch (error) {
      this.#failed(error, command.ticket, "socket" in command ? command.socket : 0);
    }
  }

  #failed(error: unknown, ticket: number, socket: number): void {
    if (!(error instanceof SystemError)) throw error;
    const { syscall, errno, hint } = error;
    this.#report({ event: "failed", ticket, socket, syscall, errno, hint });
  }

  #report(report: Report, transfer: ArrayBuffer[] = []): void {
    this.#port.postMessage(report, transfer);
  }

  /**
   * Drains what is readable, the answers last: notifications that a request caused were sent before its
   * acknowledgement, and so arrive before it.
   */
  #drainAll(): void {
    if (this.#answering.size > 0 && this.#answering.size < this.#sockets.size)
      this.#look(this.#everything, 0);
    for (const socket of this.#ready) if (!this.#answering.has(socket)) this.#drain(socket);
    for (const socket of this.#answering) this.#drain(socket);
    this.#ready.clear();
    this.#answering.clear();
  }

  /** Gives the answer to a request in the lane, and hands over what else has arrived. */
  #answer(): void {
    const arrived = this.#slab?.written;
    // What the main thread has not read yet comes first.
    const allRead = Atomics.load(this.#control, CONTROL.read) === this.#handed;
    const fits = allRead && arrived !== undefined && arrived.length <= LANE_BYTES;
    this.#conversing = this.#lane.serving;
    if (this.#lane.reply(fits ? arrived : undefined)) this.#slab!.used = 0;
    else this.#flush();
  }

  /** In the middle of a conversation the next request is near: waits a little without sleeping. */
  #spin(): boolean {
    if (!this.#spins || !this.#conversing) return false;
    const deadline = performance.now() + SPIN;
    const { posted, obeyed } = CONTROL;
    for (let turn = 1; turn % 64 !== 0 || performance.now() < deadline; turn++)
      if (this.#lane.waits || Atomics.load(this.#control, posted) !== Atomics.load(this.#control, obeyed))
        return true;
    return false;
  }

  /** Reads what has arrived so far and tells the main thread. */
  #handOver(): void {
    this.#drainAll();
    this.#flush();
  }

  /** Waits for input; a command that came since the last look is seen, since it finds `asleep` set. */
  #sleep(): void {
    Atomics.store(this.#control, CONTROL.asleep, 1);
    this.#obey();
    const epoll = this.#hasRoom() ? this.#everything : this.#commandsOnly;
    this.#look(epoll, this.#answering.size > 0 ? 0 : LOOK_AROUND);
    this.#wakeUps++;
    Atomics.store(this.#control, CONTROL.asleep, 0);
  }

  #look(epoll: Epoll, timeout: number): void {
    for (const number of epoll.wait(timeout)) {
      if (number === WAKE) this.#libc.read(this.#wake, new Uint8Array(8), 8);
      else this.#ready.add(number);
    }
  }

  /** Reads a socket until it is empty, or no slab is left. */
  #drain(number: number): void {
    const socket = this.#sockets.get(number);
    while (socket !== undefined && !socket.paused && this.#hasRoom()) {
      const count = this.#receiver.receive(socket.fd, BATCH);
      if (count === -EAGAIN || count === -EINTR) return;
      if (count === -ENOBUFS) this.#writer(0).overrun(number, socket.memory().drops);
      else if (count < 0) return this.#lost(number, new SystemError("recvmmsg", -count));
      for (let i = 0; i < count; i++) this.#keep(number, i, count);
      if (count >= 0 && count < BATCH) return;
    }
  }

  #keep(number: number, index: number, count: number): void {
    const received = this.#receiver.at(index);
    // A later datagram of the batch overwrote the spill of this one.
    const overwritten = this.#receiver.spilled(index) && this.#spilledAfter(index, count);
    if (received.cut !== undefined || overwritten) this.#lost(number, new SystemError("recvmmsg", EMSGSIZE));
    else this.#append(number, received);
  }

  #spilledAfter(index: number, count: number): boolean {
    for (let i = index + 1; i < count; i++) if (this.#receiver.spilled(i)) return true;
    return false;
  }

  #append(number: number, received: Received): void {
    const socket = this.#sockets.get(number)!;
    socket.datagrams++;
    socket.bytes += received.bytes.length;
    this.#writer(received.bytes.length).datagram(number, received.bytes, received);
  }

  /** A slab with room for a datagram: the current one, a free one, or one made for a large datagram. */
  #writer(length: number): SlabWriter {
    const size = recordSize(length);
    if (this.#slab !== undefined && this.#slab.room < size) this.#flush();
    this.#slab ??= new SlabWriter(size > SLAB_BYTES ? new ArrayBuffer(size) : this.#takeSlab());
    return this.#slab;
  }

  #takeSlab(): ArrayBuffer {
    return this.#free.pop() ?? new ArrayBuffer(SLAB_BYTES);
  }

  /** Whether there is a slab to read into. A batch may outgrow it: what has been read is never dropped. */
  #hasRoom(): boolean {
    return this.#free.length > 0 || (this.#slab !== undefined && this.#slab.room > RECORD_HEADER);
  }

  /** Hands what has arrived to the main thread. */
  #flush(): void {
    if (this.#slab === undefined) return;
    const { buffer, used } = this.#slab;
    if (used === 0) return;
    this.#handed = (this.#handed + 1) | 0;
    if (used <= COPIED) {
      const copy = buffer.slice(0, used);
      this.#slab.used = 0;
      return this.#report({ event: "arrived", buffer: copy, used, wantedBack: false }, [copy]);
    }
    this.#slab = undefined;
    this.#report({ event: "arrived", buffer, used, wantedBack: buffer.byteLength === SLAB_BYTES }, [buffer]);
  }

  /** A socket failed for good. */
  #lost(number: number, error: SystemError): void {
    this.#flush();
    this.#failed(error, 0, number);
    this.#close(number);
  }

  #pause(number: number, paused: boolean): void {
    const socket = this.#sockets.get(number);
    if (socket === undefined || socket.paused === paused) return;
    socket.paused = paused;
    if (paused) this.#everything.remove(socket.fd);
    else this.#everything.add(socket.fd, number);
  }

  #statistics(): TransportStatistics {
    const sockets = Array.from(this.#sockets.values(), (socket) => socket.statistics());
    return { sockets, credits: this.#free.length, wakeUps: this.#wakeUps };
  }

  #close(number: number): void {
    const socket = this.#sockets.get(number);
    if (socket === undefined) return;
    if (!socket.paused) this.#everything.remove(socket.fd);
    this.#sockets.delete(number);
    this.#ready.delete(number);
    this.#answering.delete(number);
    socket.close();
  }

  #end(): void {
    for (const number of [...this.#sockets.keys()]) this.#close(number);
    this.#everything.close();
    this.#commandsOnly.close();
    this.#namespaces.close();
    Atomics.store(this.#control, CONTROL.ended, 1);
    this.#port.close();
    Atomics.notify(this.#control, CONTROL.ended);
  }
}

/**
 * The pool's task: takes the port and returns, so that the pool counts the thread as idle and does not keep the
 * process alive for it; the pump then has the thread to itself until it stops.
 */
export default function adopt(start: PumpStart): void {
  const pump = new PumpThread(start);
  setImmediate(() => pump.run());
}
