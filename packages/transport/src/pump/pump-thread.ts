import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { SystemError } from "@rxnetlink/core";
import { Control } from "../channel/control.js";
import { FastPathServer } from "../channel/fast-path.js";
import type { Call, Command, Failure, PumpStart, Report, Results } from "../channel/protocol.js";
import { KernelSocket } from "../linux/kernel-socket.js";
import { type Libc, loadLibc } from "../linux/libc.js";
import { readUntilEmpty } from "../linux/read-until-empty.js";
import { Receiver } from "../linux/receiver.js";
import { deleteName } from "../netns/names.js";
import { NamespaceSwitch } from "../netns/switch.js";
import { Moderation } from "./moderation.js";
import { SlabSender } from "./slab-sender.js";
import { SocketTable } from "./socket-table.js";

/**
 * Longest sleep, in milliseconds. In Node, every reason to stop wakes the pump; but a thread whose sleep were not
 * interrupted when it is terminated, as in Bun and Deno, would hang in the kernel indefinitely.
 */
const POLL_MS = 1000;

/** Time a pump spins for the next request of a conversation before it sleeps, in milliseconds. */
const SPIN_MS = 0.15;
/** Largest gap between the requests of a conversation, in milliseconds. */
const GAP_MS = 0.5;

/** Commands that are still executed when the pump has been stopped. */
const LAST: ReadonlySet<Command["type"]> = new Set(["adopt", "send", "close"]);

type Handlers = { [Type in Command["type"]]: (command: Extract<Command, { type: Type }>) => void };

/** Returns an error in a form that can cross the port. Even an unexpected one fails a command, never the pump. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof SystemError)) return error instanceof Error ? error : new Error(String(error));
  const { syscall, errno, hint } = error;
  return { syscall, errno, hint };
}

/** The loop of a pump, which makes all system calls of its sockets. */
class Pump {
  readonly #libc: Libc;
  readonly #port: MessagePort;
  readonly #control: Control;
  readonly #fastPath: FastPathServer;
  readonly #moderation: Moderation;
  readonly #namespaces: NamespaceSwitch;
  readonly #sockets: SocketTable;
  readonly #slabs: SlabSender;
  readonly #receiver: Receiver;
  #wakeUps = 0;
  /** Time of the last turn that served the fast path. */
  #served = Number.NEGATIVE_INFINITY;
  /** Set when the last two turns served it, one soon after the other. */
  #conversing = false;

  constructor({ port, koffi, wakeFd, control, fastPath, latency, slabs }: PumpStart) {
    this.#libc = loadLibc(koffi);
    this.#port = port;
    this.#control = new Control(control);
    this.#fastPath = new FastPathServer(fastPath, this.#control);
    this.#moderation = new Moderation(latency);
    this.#namespaces = new NamespaceSwitch(this.#libc);
    this.#sockets = new SocketTable(this.#libc, wakeFd);
    this.#slabs = new SlabSender(port, this.#control, slabs);
    this.#receiver = new Receiver(this.#libc);
  }

  /** Runs until it is stopped. */
  run(): void {
    while (!this.#control.stopping) {
      this.#processCommands();
      this.#readAll();
      this.#handOver();
      if (!this.#spin()) this.#sleep();
    }
    // What was sent before the stop still leaves, such as the verdicts on packets that wait in a queue.
    this.#processCommands();
    this.#end();
  }

  /** Hands arrivals over to the main thread: as the reply of the fast path, or in a slab. */
  #handOver(): void {
    this.#noteRequest(this.#fastPath.serving);
    const finished = this.#fastPath.finish(this.#slabs.pending);
    if (finished === "none") {
      this.#moderation.handedOver(this.#slabs.takeCount());
      return this.#slabs.flush();
    }
    this.#slabs.clear();
    if (finished === "announced") this.#report({ type: "reply" });
  }

  /** Notes if requests come one soon after the other. */
  #noteRequest(served: boolean): void {
    this.#conversing = false;
    if (!served) return;
    const now = performance.now();
    this.#conversing = now - this.#served < GAP_MS;
    this.#served = now;
  }

  readonly #handlers: Handlers = {
    open: ({ ticket, socket, options }) => {
      const open = () => KernelSocket.open(this.#libc, options, socket);
      const opened =
        options.namespace === undefined ? open() : this.#namespaces.within(options.namespace, open);
      this.#sockets.add(opened);
      this.#return<"open">(ticket, opened.portId);
    },
    adopt: ({ socket, handle }) => {
      try {
        this.#sockets.add(KernelSocket.adopt(this.#libc, handle, socket));
      } catch (error) {
        this.#fail(error, 0, socket);
      }
    },
    send: ({ socket, bytes, portId, group }) => {
      // The replies to one datagram fit into the kernel's queue, those to several may not; and whoever waits for
      // them can prepare the next request while the kernel works on this one.
      if (this.#sockets.hasReplies(socket)) this.#readAndFlush();
      this.#sockets.expectReply(socket);
      this.#sockets.get(socket)?.send(bytes, portId, group);
    },
    join: ({ socket, group }) => this.#sockets.get(socket)?.join(group),
    leave: ({ socket, group }) => this.#sockets.get(socket)?.leave(group),
    pause: ({ socket, paused }) => this.#sockets.pause(socket, paused),
    close: ({ socket }) => this.#sockets.close(socket),
    statistics: ({ ticket }) => {
      const sockets = this.#sockets.statistics();
      const { credits } = this.#slabs;
      this.#return<"statistics">(ticket, { sockets, credits, wakeUps: this.#wakeUps });
    },
    createNamespace: ({ ticket, name }) => {
      const fd = this.#namespaces.create(name);
      this.#return<"createNamespace">(ticket, fd);
      this.#libc.disown(fd);
    },
    deleteNamespace: ({ ticket, name }) => {
      deleteName(this.#libc, name);
      this.#return<"deleteNamespace">(ticket, undefined);
    },
    returnSlab: ({ buffer }) => this.#slabs.reclaim(buffer),
  };

  /** Executes the commands of the main thread in order: it uses the fast path only when the port is empty. */
  #processCommands(): void {
    // One that is posted but not counted yet wakes the pump when it has been.
    while (this.#fastPath.pending) {
      const received = receiveMessageOnPort(this.#port);
      this.#fastPath.serve((request) => this.#execute({ type: "send", ...request }));
      if (received === undefined) return;
      for (const command of received.message as Command[]) this.#execute(command);
      this.#control.commandsExecuted();
    }
  }

  #execute(command: Command): void {
    if (this.#control.stopping && !LAST.has(command.type)) return;
    try {
      this.#handlers[command.type](command as never);
    } catch (error) {
      this.#fail(error, command.ticket, "socket" in command ? command.socket : 0);
    }
  }

  #return<T extends Call>(ticket: number, result: Results[T]): void {
    this.#report({ type: "result", ticket, result });
  }

  #fail(error: unknown, ticket: number, socket: number): void {
    // Earlier arrivals come first.
    this.#slabs.send();
    this.#report({ type: "failed", ticket, socket, failure: failureOf(error) });
  }

  #report(report: Report): void {
    this.#port.postMessage(report);
  }

  /** Reads all readable sockets; one that can no longer be read has failed permanently. */
  #readAll(): void {
    this.#sockets.eachReadable((socket) => {
      try {
        readUntilEmpty(this.#receiver, socket, this.#slabs);
      } catch (error) {
        this.#fail(error, 0, socket.number);
        this.#sockets.close(socket.number);
      }
    });
  }

  #readAndFlush(): void {
    this.#readAll();
    this.#slabs.flush();
  }

  /** Waits briefly without sleeping: in a conversation, the next request is near. Returns true if one came. */
  #spin(): boolean {
    if (!this.#conversing || !this.#control.spinning) return false;
    const deadline = performance.now() + SPIN_MS;
    for (let turn = 1; turn % 64 !== 0 || performance.now() < deadline; turn++)
      if (this.#fastPath.pending) return true;
    return false;
  }

  /** Waits for input. Commands sent since the last look are executed first; later ones find `asleep` set. */
  #sleep(): void {
    this.#control.asleep = true;
    this.#processCommands();
    this.#slabs.flush();
    const timeout = this.#sockets.hasReplies() ? 0 : POLL_MS;
    if (!this.#slabs.canReceive) this.#sockets.waitForCommand(timeout);
    else if (this.#sockets.wait(timeout)) this.#collect();
    this.#wakeUps++;
    this.#control.asleep = false;
  }

  /** Lets notifications that come often collect in the queues of the kernel, until a command comes. */
  #collect(): void {
    const delay = this.#moderation.delay();
    if (delay > 0 && !this.#sockets.hasReplies()) this.#sockets.waitForCommand(delay);
  }

  #end(): void {
    this.#sockets.closeAll();
    this.#namespaces.close();
    // Before the port closes, which the main thread would otherwise take for a crash.
    this.#control.ended = true;
    this.#port.close();
    this.#control.notifyEnd();
  }
}

/**
 * The task of the thread pool. It takes the port and returns, so that the pool considers the thread idle and does not
 * keep the process alive; the pump then has the thread to itself until it stops.
 */
export default function adopt(start: PumpStart): void {
  const pump = new Pump(start);
  setImmediate(() => pump.run());
}
