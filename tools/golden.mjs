// Captures golden files anew from this machine's kernel: each scene of packages/*/test/golden/scenes.mjs runs in a
// network namespace of its own. Names on the command line choose scenes: npm run golden -- link-lo route-get
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
} from "../packages/core/dist/index.js";
import { decodeMessage, unknownAttributes, writeGolden } from "../packages/testing/dist/golden/golden.js";
import { whyNoNamespaces, withNamespace } from "../packages/testing/dist/kernel.js";

const SEQUENCE = 1;
const packages = new URL("../packages/", import.meta.url);

function encode({ type, flags = 0, layout, value }) {
  const out = new Writer();
  writeMessage(out, { type, flags: flags | NLM_F_REQUEST, sequence: SEQUENCE, layout, value });
  return out.take();
}

/** Emits the bytes of all messages that come after `begin` was called with the open socket. */
function messages$({ transport, namespace }, { protocol, groups }, begin) {
  return new Observable((subscriber) =>
    transport.socket$({ protocol, groups: groups ?? [], namespace: namespace.ref }).subscribe({
      error: (error) => subscriber.error(error),
      next(socket) {
        subscriber.add(
          socket.arrivals$.subscribe({
            error: (error) => subscriber.error(error),
            next(arrival) {
              if (arrival.kind !== "datagram")
                return subscriber.error(arrival.error ?? new Error(arrival.kind));
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

/** The first message that the scene wants. */
function capture(sandbox, scene) {
  for (const command of scene.before ?? []) sandbox.run(command);
  const wanted = (bytes) => {
    const type = new DataView(bytes.buffer).getUint16(4, true);
    if (!scene.types.includes(type)) return false;
    return scene.pick?.(decodeMessage(bytes, scene.layoutOf).value) ?? true;
  };
  const begin = (socket) => {
    if (scene.run !== undefined) sandbox.run(scene.run);
    if (scene.request !== undefined) socket.send(encode(scene.request));
  };
  return firstValueFrom(messages$(sandbox, scene, begin).pipe(filter(wanted), timeout(5000)));
}

/** What a person would have to do to see the message. */
function commandOf({ before = [], run, request, groups }) {
  const asked = request && `${request.what} ${JSON.stringify(request.value)}`;
  return [...before, run, asked ?? `heard in groups ${groups}`].filter(Boolean).join("; ");
}

async function record(folder, scene) {
  const bytes = await withNamespace((sandbox) => capture(sandbox, scene));
  const { layout, value } = decodeMessage(bytes, scene.layoutOf);
  const { name } = scene;
  writeGolden(folder, { name, command: commandOf(scene), kernel: release(), bytes, value }, layout);
  console.log(`${name}: ${bytes.length} bytes`, ...unknownAttributes(value));
}

const reason = whyNoNamespaces();
if (reason !== undefined) throw new Error(reason);
const names = process.argv.slice(2);
let failures = 0;
for (const name of readdirSync(packages)) {
  const folder = new URL(`${name}/test/golden/`, packages);
  const table = new URL("scenes.mjs", folder);
  if (!existsSync(fileURLToPath(table))) continue;
  const { scenes } = await import(table.href);
  for (const scene of scenes.filter((one) => names.length === 0 || names.includes(one.name))) {
    try {
      await record(folder, scene);
    } catch (error) {
      failures++;
      console.error(`${scene.name}: ${error.message}`);
    }
  }
}
process.exitCode = failures === 0 ? 0 : 1;
