import { useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import { get, type Replies } from "../store/get.js";
import { moment } from "../store/moment.js";
import { happenings } from "../store/network.js";

/** What the server replied last, or why it did not. */
export interface Replied<T> {
  readonly reply?: T;
  readonly error?: string;
}

/** Time in which changes are collected before the server is asked again, in milliseconds. */
const COLLECT_MS = 150;

/**
 * Asks the server for what there is at the time that is shown, and again when something happens.
 *
 * @param every - Milliseconds after which it is asked again in any case.
 */
export function useReply<K extends keyof Replies>(
  what: K,
  query: Readonly<Record<string, string | number | undefined>>,
  every?: number,
): Replied<Replies[K]> {
  const [replied, reply] = useState<Replied<Replies[K]>>({});
  useSignalEffect(() => {
    const time = moment.value;
    // The present changes with each event.
    if (time === undefined) happenings.value;
    const aborted = new AbortController();
    const ask = () =>
      get(what, { ...query, time }, aborted.signal).then(
        (value) => reply({ reply: value }),
        (error: Error) => {
          if (!aborted.signal.aborted) reply({ error: error.message });
        },
      );
    const first = setTimeout(ask, replied.reply === undefined ? 0 : COLLECT_MS);
    const again = every === undefined ? undefined : setInterval(ask, every);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      aborted.abort();
    };
  });
  return replied;
}
