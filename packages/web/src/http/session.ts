import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const secret = () => randomBytes(32).toString("base64url");
const digest = (text: string) => createHash("sha256").update(text).digest();
/** Compares secrets in a time that does not depend on them. */
const isSame = (one: string | undefined, other: string) =>
  one !== undefined && timingSafeEqual(digest(one), digest(other));

/** The right to see the page: a token in the address that is printed, exchanged for a cookie. */
export class Session {
  /** The token of the address. */
  readonly token = secret();
  /** Ports share cookies: each has one of its own. */
  readonly cookieName: string;
  readonly #cookie = secret();

  constructor(port: number) {
    this.cookieName = `rxnl-${port}`;
  }

  /** Returns the header that hands out the cookie, if the token is right. */
  cookieFor(token: string | undefined): string | undefined {
    if (!isSame(token, this.token)) return undefined;
    return `${this.cookieName}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Returns true if a cookie is the one that was handed out. */
  accepts(cookie: string | undefined): boolean {
    return isSame(cookie, this.#cookie);
  }
}
