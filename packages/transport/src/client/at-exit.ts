/** Identifies our listener, and holds its actions. */
const ACTIONS = Symbol("rxnetlink");

interface Listener {
  (code: number): void;
  readonly [ACTIONS]?: Set<() => void>;
}

function listenerOf(actions: Set<() => void>): Listener {
  const listener = () => {
    for (const action of actions) action();
  };
  return Object.assign(listener, { [ACTIONS]: actions });
}

/**
 * Registers an action for the exit of the process or of the calling worker; returns a function that cancels it. One
 * listener serves all actions: Node warns about more than ten, and that limit is for the program to set.
 */
export function atExit(action: () => void): () => void {
  const listeners: readonly Listener[] = process.listeners("exit");
  const found = listeners.find((one) => one[ACTIONS] !== undefined);
  const listener = found ?? listenerOf(new Set());
  const actions = listener[ACTIONS]!;
  if (found === undefined) process.on("exit", listener);
  actions.add(action);
  return () => {
    actions.delete(action);
    if (actions.size === 0) process.off("exit", listener);
  };
}
