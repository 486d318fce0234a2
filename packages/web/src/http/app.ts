import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { lastValueFrom } from "rxjs";
import { detailsOf } from "../model/details.js";
import { firewall$ } from "../network/firewall.js";
import type { Watch, Watched } from "../network/watch.js";
import { eventStream } from "./event-stream.js";
import { refusal } from "./guard.js";
import { SECURITY_HEADERS } from "./headers.js";
import type { PageFile } from "./page-files.js";
import type { Session } from "./session.js";

/** What the server serves. */
export interface Served {
  readonly watch: Watch;
  readonly watched: Watched;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly session: Session;
  readonly port: number;
  /** True if what is shown is a recording. */
  readonly isRecorded: boolean;
}

/** Parses a number of a query. */
function numberIn(text: string | undefined): number | undefined {
  const value = Number(text);
  return text === undefined || text === "" || !Number.isFinite(value) ? undefined : value;
}

/** Checks each request, and hands out the cookie. */
function guarded({ session, port }: Served): Hono {
  const app = new Hono();
  app.use(async ({ req, res, text, redirect }, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.headers.set(name, value);
    const refused = refusal(req.method, (name) => req.header(name), port);
    if (refused !== undefined)
      return text(refused.text, refused.status, refused.status === 405 ? { Allow: "GET" } : {});
    const cookie = req.path === "/" ? session.cookieFor(req.query("token")) : undefined;
    if (cookie === undefined) return next();
    res.headers.append("Set-Cookie", cookie);
    return redirect("/", 303);
  });
  app.use(async (context, next) => {
    if (session.accepts(getCookie(context, session.cookieName))) return next();
    return context.text("Open the address that rxnl web has printed: it holds the key to this page.\n", 403);
  });
  return app;
}

/** Returns what answers requests. */
export function appOf(served: Served): Hono {
  const { watch, watched, files, isRecorded } = served;
  const { network } = watch;
  const app = guarded(served);
  const stateAt = (time: number | undefined) => (time === undefined ? network.state : network.at(time));
  app.get("/api/stream", (context) =>
    eventStream(context, watch, () => ({ ...network.beginning(), recorded: isRecorded })),
  );
  app.get("/api/at", ({ req, json, text }) => {
    const time = numberIn(req.query("time"));
    return time === undefined ? text("A time is missing.", 400) : json(network.snapshotAt(time));
  });
  app.get("/api/details", ({ req, json }) => {
    const state = stateAt(numberIn(req.query("time")));
    return json(detailsOf(state, req.query("namespace") ?? "", numberIn(req.query("index"))));
  });
  app.get("/api/firewall", async ({ req, json }) => {
    const place = watch.placeOf(req.query("namespace") ?? "");
    if (place === undefined) return json({ error: "there is no such namespace" });
    if (isRecorded) return json({ error: "a recording has no firewall" });
    return json(await lastValueFrom(firewall$(watched.transport, place.ref)));
  });
  app.get("*", ({ req, body, text }) => {
    const file = files.get(req.path);
    return file === undefined
      ? text("There is no such page.", 404)
      : body(file.bytes, 200, { "Content-Type": file.type });
  });
  return app;
}
