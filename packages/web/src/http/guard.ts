/** Why a request is refused. */
export interface Refusal {
  readonly status: 403 | 405 | 421;
  readonly text: string;
}

/** Names by which a browser on this machine reaches loopback. Any other name may have been made to lead here (DNS rebinding). */
const NAMES = ["127.0.0.1", "localhost"];

/** Relations of the page that sends a request to ours that are accepted: the page itself, and the address bar. */
const FROM_US = new Set([undefined, "same-origin", "none"]);

/** Returns why a request is refused whatever it asks for; `undefined` if it is not. */
export function refusal(
  method: string,
  header: (name: string) => string | undefined,
  port: number,
): Refusal | undefined {
  const host = header("host");
  if (!NAMES.some((name) => host === `${name}:${port}`))
    return { status: 421, text: "This is not the server of that host." };
  const origin = header("origin");
  if ((origin !== undefined && origin !== `http://${host}`) || !FROM_US.has(header("sec-fetch-site")))
    return { status: 403, text: "Other pages may not ask for this." };
  if (method !== "GET") return { status: 405, text: "The page only reads." };
  return undefined;
}
