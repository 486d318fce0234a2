/** Returns a name of ours as the kernel's descriptions write it: `txQueueLen` becomes `tx-queue-len`. */
export const dashed = (key: string): string =>
  key
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll("_", "-");
