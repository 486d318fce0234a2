// Captures golden files again from this machine's kernel: each capture of packages/*/test/golden/captures.mjs runs in a
// network namespace of its own. Names on the command line select captures: npm run golden -- link-lo route-get
import { existsSync, readdirSync } from "node:fs";
import { release } from "node:os";
import { fileURLToPath } from "node:url";
import { filter, firstValueFrom, Observable, tap, timeout } from "rxjs";
import {
  eachMessage,
  NLM_F_REQUEST,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  Writer,
  writeMessage,
} from "../packages/core/dist/schema.js";
import { decodeMessage, unknownAttributes, writeGolden } from "../packages/testing/dist/golden/golden.js";
import { whyNoNamespaces, withNamespace } from "../packages/testing/dist/kernel.js";

const SEQUENCE = 1;
/** Time for a message, in milliseconds: an emulated machine is slow. */
const PATIENCE = 60_000;
const packages = new URL("../packages/", import.meta.url);

function encode({ type, flags = 0, layout, value }) {
  const out = new Writer();
  writeMessage(out, { type, flags: flags | NLM_F_REQUEST, sequence: SEQUENCE, layout, value });
  return out.take();
}

/** True for an `NLMSG_ERROR` without an error. */
function isAcknowledgement(bytes) {
  const view = new DataView(bytes.buffer);
  return view.getUint16(4, true) === NLMSG_ERROR && view.getInt32(NLMSG_HDRLEN, true) === 0;
}

/** Emits the bytes of all messages received after `begin` was called with the open socket. */
function messages$(sandbox, { protocol, groups, transportOf = ({ transport }) => transport }, begin) {
  const { namespace } = sandbox;
  return new Observable((subscriber) =>
    transportOf(sandbox)
      .socket$({ protocol, groups: groups ?? [], namespace: namespace.ref })
      .subscribe({
        error: (error) => subscriber.error(error),
        next(socket) {
          subscriber.add(
            socket.arrivals$.subscribe({
              error: (error) => subscriber.error(error),
              next(arrival) {
                if (arrival.type !== "datagram")
                  return subscriber.error(arrival.error ?? new Error(arrival.type));
                eachMessage(arrival.view, arrival.start, arrival.end, (_header, view, at, end) => {
                  const start = view.byteOffset + at - NLMSG_HDRLEN;
                  subscriber.next(new Uint8Array(view.buffer, start, end - at + NLMSG_HDRLEN).slice());
                });
              },
            }),
          );
          socket.keepAlive(true);
          begin(socket);
        },
      }),
  );
}

/** Runs a capture in a sandbox and returns its message. */
function messageOf(sandbox, capture) {
  for (const command of capture.before ?? []) sandbox.run(command);
  const matches = (bytes) => {
    const type = new DataView(bytes.buffer).getUint16(4, true);
    if (!capture.types.includes(type)) return false;
    return capture.pick?.(decodeMessage(bytes, capture.layoutOf).value) ?? true;
  };
  const run = () => capture.run !== undefined && sandbox.run(capture.run);
  const begin = (socket) => {
    if (capture.request === undefined) run();
    else for (const request of [...(capture.first ?? []), capture.request]) socket.send(encode(request));
  };
  // What a request prepares begins with its acknowledgement.
  const prepared = (bytes) => isAcknowledgement(bytes) && run();
  return firstValueFrom(
    messages$(sandbox, capture, begin).pipe(tap(prepared), filter(matches), timeout(PATIENCE)),
  );
}

/** Returns the commands by which a person could see the message. */
function commandOf({ before = [], run, request, groups }) {
  const plain = (_, value) => (typeof value === "bigint" ? Number(value) : value);
  const requested = request && `${request.what} ${JSON.stringify(request.value, plain)}`;
  const listened = requested ?? `notification of groups ${groups}`;
  const steps = run !== undefined && requested !== undefined ? [requested, run] : [run, listened];
  return [...before, ...steps].filter(Boolean).join("; ");
}

async function record(folder, capture) {
  const bytes = await withNamespace((sandbox) => messageOf(sandbox, capture));
  const { layout, value } = decodeMessage(bytes, capture.layoutOf);
  const { name } = capture;
  const place = new URL(`${capture.folder ?? "."}/`, folder);
  writeGolden(place, { name, command: commandOf(capture), kernel: release(), bytes, value }, layout);
  console.log(`${name}: ${bytes.length} bytes`, ...unknownAttributes(value));
}

const reason = whyNoNamespaces();
if (reason !== undefined) throw new Error(reason);
const names = process.argv.slice(2);
let failures = 0;
for (const name of readdirSync(packages)) {
  const folder = new URL(`${name}/test/golden/`, packages);
  const table = new URL("captures.mjs", folder);
  if (!existsSync(fileURLToPath(table))) continue;
  const { captures } = await import(table.href);
  for (const capture of captures.filter((one) => names.length === 0 || names.includes(one.name))) {
    try {
      await record(folder, capture);
    } catch (error) {
      failures++;
      console.error(`${capture.name}: ${error.message}`);
    }
  }
}
process.exitCode = failures === 0 ? 0 : 1;
