/** Marks our listener, which holds what is to be done. */
const DUTIES = Symbol("rxnetlink");

interface Listener {
  (code: number): void;
  readonly [DUTIES]?: Set<() => void>;
}

function listenerOf(duties: Set<() => void>): Listener {
  const listener = () => {
    for (const duty of duties) duty();
  };
  return Object.assign(listener, { [DUTIES]: duties });
}

/**
 * Has something done when the process ends, or the worker that calls this, and returns what takes it back. There is one
 * listener for all: with more than ten Node warns, and how many there may be is the program's to say.
 */
export function atExit(duty: () => void): () => void {
  const listeners: readonly Listener[] = process.listeners("exit");
  const found = listeners.find((one) => one[DUTIES] !== undefined);
  const listener = found ?? listenerOf(new Set());
  const duties = listener[DUTIES]!;
  if (found === undefined) process.on("exit", listener);
  duties.add(duty);
  return () => {
    duties.delete(duty);
    if (duties.size === 0) process.off("exit", listener);
  };
}
