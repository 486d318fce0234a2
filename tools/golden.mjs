// Captures golden files again from this machine's kernel: each capture of packages/*/test/golden/captures.mjs runs in a
// network namespace of its own. Names on the command line select captures: npm run golden -- link-lo route-get
import { existsSync, readdirSync } from "node:fs";
import { release } from "node:os";
import { fileURLToPath } from "node:url";
import { filter, firstValueFrom, Observable, timeout } from "rxjs";
import {
  eachMessage,
  NLM_F_REQUEST,
  NLMSG_HDRLEN,
  Writer,
  writeMessage,
} from "../packages/core/dist/schema.js";
import { decodeMessage, unknownAttributes, writeGolden } from "../packages/testing/dist/golden/golden.js";
import { whyNoNamespaces, withNamespace } from "../packages/testing/dist/kernel.js";

const SEQUENCE = 1;
const packages = new URL("../packages/", import.meta.url);

function encode({ type, flags = 0, layout, value }) {
  const out = new Writer();
  writeMessage(out, { type, flags: flags | NLM_F_REQUEST, sequence: SEQUENCE, layout, value });
  return out.take();
}

/** Emits the bytes of all messages received after `begin` was called with the open socket. */
function messages$({ transport, namespace }, { protocol, groups }, begin) {
  return new Observable((subscriber) =>
    transport.socket$({ protocol, groups: groups ?? [], namespace: namespace.ref }).subscribe({
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
  const begin = (socket) => {
    if (capture.run !== undefined) sandbox.run(capture.run);
    if (capture.request !== undefined) socket.send(encode(capture.request));
  };
  return firstValueFrom(messages$(sandbox, capture, begin).pipe(filter(matches), timeout(5000)));
}

/** Returns the commands by which a person could see the message. */
function commandOf({ before = [], run, request, groups }) {
  const requested = request && `${request.what} ${JSON.stringify(request.value)}`;
  return [...before, run, requested ?? `notification of groups ${groups}`].filter(Boolean).join("; ");
}

async function record(folder, capture) {
  const bytes = await withNamespace((sandbox) => messageOf(sandbox, capture));
  const { layout, value } = decodeMessage(bytes, capture.layoutOf);
  const { name } = capture;
  writeGolden(folder, { name, command: commandOf(capture), kernel: release(), bytes, value }, layout);
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
