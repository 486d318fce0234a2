import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { SystemError } from "@rxnetlink/core";
import { EAGAIN, EINTR, EMSGSIZE, ENOBUFS } from "./constants.js";
import { accountable, Descriptors } from "./descriptors.js";
import { Epoll } from "./epoll.js";
import { KernelSocket } from "./kernel-socket.js";
import { type Libc, loadLibc } from "./libc.js";
import { deleteName } from "./named-namespaces.js";
import { NamespaceSwitch } from "./netns.js";
import { CONTROL, type Command, type PumpStart, type Report } from "./protocol.js";
import { BATCH, type Received, Receiver } from "./receiver.js";
import { RECORD_HEADER, recordSize, SLAB_BYTES, SlabWriter } from "./slab.js";

/** The eventfd's number among the sockets, which count from 1. */
const WAKE = 0;
/**
 * A pump looks around at least this often, in milliseconds. What should end it wakes it; but a thread that is
 * terminated with its parent is told nothing, and would hang in the kernel.
 */
const LOOK_AROUND = 1000;

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
  #slab: SlabWriter | undefined;

  constructor({ port, wake, control, slabs }: PumpStart) {
    this.#port = port;
    this.#report({ event: "holding", words: this.#held.words });
    this.#wake = wake;
    this.#control = control;
    this.#free = Array.from({ length: slabs }, () => new ArrayBuffer(SLAB_BYTES));
    this.#everything.add(wake, WAKE);
    this.#commandsOnly.add(wake, WAKE);
  }

  /** Runs until told to stop. */
  run(): void {
    while (Atomics.load(this.#control, CONTROL.stop) === 0) {
      this.#obey();
      this.#drainAll();
      this.#flush();
      this.#sleep();
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
      this.#sockets.get(socket)?.send(bytes, portId);
      this.#answering.add(socket);
    },
    join: ({ socket, group }) => this.#sockets.get(socket)?.join(group),
    leave: ({ socket, group }) => this.#sockets.get(socket)?.leave(group),
    close: ({ socket }) => this.#close(socket),
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
      if (buffer.byteLength === SLAB_BYTES) this.#free.push(buffer);
    },
  };

  /** Carries out what the main thread has asked for. */
  #obey(): void {
    for (
      let received = receiveMessageOnPort(this.#port);
      received !== undefined;
      received = receiveMessageOnPort(this.#port)
    )
      for (const command of received.message as Command[]) this.#carryOut(command);
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

  /** Waits for input; a command that came since the last look is seen, since it finds `asleep` set. */
  #sleep(): void {
    Atomics.store(this.#control, CONTROL.asleep, 1);
    this.#obey();
    this.#look(
      this.#hasRoom() ? this.#everything : this.#commandsOnly,
      this.#answering.size > 0 ? 0 : LOOK_AROUND,
    );
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
    while (socket !== undefined && this.#hasRoom()) {
      const count = this.#receiver.receive(socket.fd, BATCH);
      if (count === -EAGAIN || count === -EINTR) return;
      if (count === -ENOBUFS) this.#writer(0).overrun(number);
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
    this.#slab = undefined;
    this.#report({ event: "arrived", buffer, used }, [buffer]);
  }

  /** A socket failed for good. */
  #lost(number: number, error: SystemError): void {
    this.#flush();
    this.#failed(error, 0, number);
    this.#close(number);
  }

  #close(number: number): void {
    const socket = this.#sockets.get(number);
    if (socket === undefined) return;
    this.#everything.remove(socket.fd);
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
