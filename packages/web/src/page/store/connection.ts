import { signal } from "@preact/signals";
import type { StreamEvents } from "../../wire/state.js";
import { begin, change, takeRates } from "./network.js";

/** The connection to the server. */
export const connection = signal<"connecting" | "open" | "lost" | "refused">("connecting");

/** Calls a function with each event of a name. */
function on<K extends keyof StreamEvents>(
  source: EventSource,
  name: K,
  take: (data: StreamEvents[K]) => void,
): void {
  source.addEventListener(name, (event) => take(JSON.parse((event as MessageEvent<string>).data)));
}

/** Time after which a stream that was ended is opened again, in milliseconds. */
const AGAIN_MS = 2000;

/** Follows the server, and connects again when the connection is lost. */
export function follow(): void {
  const source = new EventSource("/api/stream");
  on(source, "snapshot", (beginning) => {
    connection.value = "open";
    begin(beginning);
  });
  on(source, "difference", change);
  on(source, "rates", takeRates);
  source.onerror = () => {
    // The browser itself connects again, unless the server has refused: one that was started again has another key.
    const isRefused = source.readyState === EventSource.CLOSED;
    connection.value = isRefused ? "refused" : "lost";
    if (isRefused) setTimeout(follow, AGAIN_MS);
  };
}
