// Calls what xfrm offers, and prints how each call ends, as lines of JSON. The user who starts it lacks privileges, so that no call
// does anything.

import type { KernelError } from "@rxnetlink/core";
import { kernelTransport } from "@rxnetlink/transport";
import { lastValueFrom, type Observable } from "rxjs";
import { xfrm } from "#src/index.js";
import { gcm } from "./esp.js";

const transport = kernelTransport();
const { state, policy, defaultPolicy, ae, sad, spd, ...streams } = xfrm({ transport });

const id = { daddr: "192.0.2.2", spi: 1, proto: "esp" } as const;
const tunnel = { ...id, saddr: "192.0.2.1", mode: "tunnel", algAead: gcm } as const;
const out = { sel: { daddr: "10.0.0.0/8" }, dir: "out" } as const;

const calls: Record<string, Observable<unknown>> = {
  "state.list$": state.list$(),
  "state.get$": state.get$(id),
  "state.add$": state.add$(tunnel),
  "state.change$": state.change$({ ...id, reqid: 1 }),
  "state.replace$": state.replace$(tunnel),
  "state.delete$": state.delete$(id),
  "state.flush$": state.flush$("all"),
  "state.flushAll$": state.flushAll$("all"),
  "state.allocSpi$": state.allocSpi$({ ...id, spi: 0 }),
  "state.expire$": state.expire$({ ...id, hard: 1 }),
  "state.watch$": state.watch$(),
  "policy.list$": policy.list$(),
  "policy.get$": policy.get$(out),
  "policy.add$": policy.add$(out),
  "policy.change$": policy.change$(out),
  "policy.replace$": policy.replace$(out),
  "policy.delete$": policy.delete$(out),
  "policy.flush$": policy.flush$("all"),
  "policy.flushAll$": policy.flushAll$("all"),
  "policy.expire$": policy.expire$({ ...out, hard: 1 }),
  "policy.migrate$": policy.migrate$({ ...out, migrate: [] }),
  "policy.state$": policy.state$(),
  "defaultPolicy.get$": defaultPolicy.get$(),
  "defaultPolicy.set$": defaultPolicy.set$({ in: "block" }),
  "ae.get$": ae.get$(id),
  "ae.replace$": ae.replace$({ ...id, replayThresh: 1 }),
  "sad.get$": sad.get$(),
  "spd.get$": spd.get$(),
  "spd.set$": spd.set$({ ipv4Hthresh: { lbits: 32, rbits: 32 } }),
  events$: streams.events$(),
  acquire$: streams.acquire$(),
};

for (const [call, source$] of Object.entries(calls))
  try {
    await lastValueFrom(source$, { defaultValue: undefined });
    console.log(JSON.stringify({ call }));
  } catch (error) {
    const { code, hint } = error as KernelError;
    console.log(JSON.stringify({ call, code, hint }));
  }
await transport.close();
