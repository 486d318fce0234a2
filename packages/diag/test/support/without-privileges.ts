// Lists and destroys sockets, and prints what is seen of them and how it ends, as JSON. The user who starts it lacks privileges.

import type { KernelError } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { kernelTransport } from "@rxnetlink/transport";
import { sockDiag } from "#src/index.js";

const transport = kernelTransport();
const diag = sockDiag({ transport });
const listed = await all(diag.tcp.list$({ state: "listen" }));
const refusal = await all(diag.tcp.destroyAll$({ state: "listen" })).then(
  () => undefined,
  (error: KernelError) => error,
);
const { code, hint } = refusal ?? {};
console.log(
  JSON.stringify({
    ports: listed.map(({ sport }) => sport),
    marked: listed.some((one) => "mark" in one),
    code,
    hint,
  }),
);
diag.connection.close();
await transport.close();
