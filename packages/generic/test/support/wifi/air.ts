import { randomUUID } from "node:crypto";
import { type Nl80211, nl80211 } from "#src/nl80211/nl80211.js";
import { type Kernel, openKernel } from "../kernel.js";
import { accessPoints, radios } from "./radios.js";

/** Two radios in a namespace: access points on `wlan0`, and `wlan1`, which is up. */
export interface Air extends Kernel<Nl80211> {
  /** Beginning of the names of its temporary files. */
  readonly files: string;
}

/** Opens radios with access points. */
export async function openAir(): Promise<Air> {
  // Namespaces share the names of phys.
  const id = randomUUID();
  const kernel = await openKernel(nl80211, `${radios(`a-${id}`, `b-${id}`)}; ip link set wlan1 up`);
  const files = `/tmp/rxnetlink-wifi-${id}`;
  kernel.run(accessPoints(files));
  return {
    ...kernel,
    files,
    async close() {
      kernel.run(`kill $(cat ${files}); rm -rf ${files}*`);
      await kernel.close();
    },
  };
}
