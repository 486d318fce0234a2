import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { SystemError } from "@rxnetlink/core";
import { LaneServer } from "../channel/fast-path.js";
import { CONTROL, type Command, type Failure, type PumpStart, type Report } from "../channel/protocol.js";
import { KernelSocket } from "../linux/kernel-socket.js";
import { type Libc, loadLibc } from "../linux/libc.js";
import { deleteName } from "../netns/names.js";
import { NamespaceSwitch } from "../netns/switch.js";
import { Drain } from "./drain.js";
import { SlabSender } from "./slab-sender.js";
import { SocketTable } from "./socket-table.js";

/**
 * A pump looks around at least this often, in milliseconds. Whatever is to end it wakes it; but should Node once let a
 * thread that it terminates sleep on, it would hang in the kernel for ever.
 */
const LOOK_AROUND = 1000;

/** How long a pump spins for the next request of a conversation before it sleeps, in milliseconds. */
const SPIN = 0.15;

type Handlers = { [Type in Command["type"]]: (command: Extract<Command, { type: Type }>) => void };

/** What the main thread is told of an error; one that nobody has thought of ends a command, and never the pump. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof SystemError)) return error instanceof Error ? error : new Error(String(error));
  const { syscall, errno, hint } = error;
  return { syscall, errno, hint };
}

/** The loop of one pump: all system calls of its sockets happen here. */
class Pump {
  readonly #libc: Libc;
  readonly #port: MessagePort;
  readonly #control: Int32Array;
  readonly #lane: LaneServer;
  readonly #spins: boolean;
  readonly #namespaces: NamespaceSwitch;
  readonly #sockets: SocketTable;
  readonly #handOver: SlabSender;
  readonly #drain: Drain;
  #wakeUps = 0;
  /** Whether the last thing done was to serve the lane. */
  #conversing = false;

  constructor({ port, koffi, wake, control, lane, spin, slabs }: PumpStart) {
    this.#libc = loadLibc(koffi);
    this.#port = port;
    this.#control = control;
    this.#lane = new LaneServer(lane);
    this.#spins = spin;
    this.#namespaces = new NamespaceSwitch(this.#libc);
    this.#sockets = new SocketTable(this.#libc, wake);
    this.#handOver = new SlabSender(port, control, slabs);
    this.#drain = new Drain(this.#libc, this.#handOver);
  }

  /** Runs until told to stop. */
  run(): void {
    while (Atomics.load(this.#control, CONTROL.stop) === 0) {
      this.#obey();
      this.#drainAll();
      this.#conversing = this.#lane.serving;
      this.#handOver.answer(this.#lane);
      if (!this.#spin()) this.#sleep();
    }
    this.#end();
  }

  readonly #handlers: Handlers = {
    open: ({ ticket, socket, options }) => {
      const open = () => new KernelSocket(this.#libc, options);
      const opened =
        options.namespace === undefined ? open() : this.#namespaces.within(options.namespace, open);
      this.#sockets.add(socket, opened);
      this.#report({ type: "done", ticket, result: opened.portId });
    },
    send: ({ socket, bytes, portId }) => {
      // The answers to one datagram fit into the kernel's queue, those to several may not; and who waits for
      // them can prepare the next while the kernel works on this one.
      if (this.#sockets.answers(socket)) this.#handOverAll();
      this.#sockets.expectAnswer(socket);
      this.#sockets.get(socket)?.send(bytes, portId);
    },
    join: ({ socket, group }) => this.#sockets.get(socket)?.join(group),
    leave: ({ socket, group }) => this.#sockets.get(socket)?.leave(group),
    pause: ({ socket, paused }) => this.#sockets.pause(socket, paused),
    close: ({ socket }) => this.#sockets.close(socket),
    statistics: ({ ticket }) => {
      const sockets = this.#sockets.statistics();
      const result = { sockets, credits: this.#handOver.credits, wakeUps: this.#wakeUps };
      this.#report({ type: "done", ticket, result });
    },
    createNamespace: ({ ticket, name }) => {
      const fd = this.#namespaces.create(name);
      this.#report({ type: "done", ticket, result: fd });
      this.#libc.disown(fd);
    },
    deleteNamespace: ({ ticket, name }) => {
      deleteName(this.#libc, name);
      this.#report({ type: "done", ticket, result: 0 });
    },
    returnSlab: ({ buffer }) => this.#handOver.reclaim(buffer),
  };

  /** Carries out what the main thread has asked for, in its order: the lane is used when the port is empty. */
  #obey(): void {
    for (;;) {
      const received = receiveMessageOnPort(this.#port);
      if (this.#lane.waits) this.#carryOut({ type: "send", ...this.#lane.take() });
      if (received === undefined) return;
      for (const command of received.message as Command[]) this.#carryOut(command);
      Atomics.add(this.#control, CONTROL.obeyed, 1);
    }
  }

  #carryOut(command: Command): void {
    try {
      this.#handlers[command.type](command as never);
    } catch (error) {
      this.#failed(error, command.ticket, "socket" in command ? command.socket : 0);
    }
  }

  #failed(error: unknown, ticket: number, socket: number): void {
    // What has arrived came before.
    this.#handOver.send();
    this.#report({ type: "failed", ticket, socket, failure: failureOf(error) });
  }

  #report(report: Report): void {
    this.#port.postMessage(report);
  }

  /** Reads what is readable; a socket that can be read no more has failed for good. */
  #drainAll(): void {
    this.#sockets.eachReadable((number, socket) => {
      try {
        this.#drain.read(number, socket);
      } catch (error) {
        this.#failed(error, 0, number);
        this.#sockets.close(number);
      }
    });
  }

  /** Reads what has arrived so far and tells the main thread. */
  #handOverAll(): void {
    this.#drainAll();
    this.#handOver.flush();
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

  /** Waits for input; what the main thread has done since the last look is seen, or it finds `asleep` set. */
  #sleep(): void {
    Atomics.store(this.#control, CONTROL.asleep, 1);
    this.#obey();
    this.#handOver.flush();
    const timeout = this.#sockets.answers() ? 0 : LOOK_AROUND;
    if (this.#handOver.canReceive) this.#sockets.look(timeout);
    else this.#sockets.waitForCommand(timeout);
    this.#wakeUps++;
    Atomics.store(this.#control, CONTROL.asleep, 0);
  }

  #end(): void {
    this.#sockets.closeAll();
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
  const pump = new Pump(start);
  setImmediate(() => pump.run());
}
