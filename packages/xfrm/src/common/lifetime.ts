import { EncodeError } from "@rxnetlink/core";
import { type Infer, orDefault, refine, type Sized, struct, u64 } from "@rxnetlink/core/schema";

/** Number that stands for no limit. */
const XFRM_INF = 0xffff_ffff_ffff_ffffn;

/** A number of bytes or packets, or `"infinite"` (`XFRM_INF`). */
const limit = refine<bigint, bigint | "infinite">(u64, {
  name: "limit",
  read(view, at, end) {
    const value = u64.read(view, at, end);
    return value === XFRM_INF ? "infinite" : value;
  },
  write(out, value) {
    if (typeof value === "string" && value !== "infinite")
      throw new EncodeError(`${JSON.stringify(value)} is neither a number nor "infinite"`);
    u64.write(out, value === "infinite" ? XFRM_INF : (u64.normalize!(value) as bigint));
  },
  normalize: (given) => (given === "infinite" ? given : u64.normalize!(given)),
  parse: (text) => (text === "infinite" ? text : u64.parse!(text)),
  toJson: String,
  fromJson: (json) => (json === "infinite" ? json : u64.fromJson!(json)),
}) as Sized<bigint | "infinite">;

/** No limit, as the default of requests: 0 would end a lifetime at once. */
const unlimited = orDefault(limit, "infinite");

/** Limits of a lifetime (`struct xfrm_lifetime_cfg`). A soft limit is reported only, a hard one ends the lifetime. */
const xfrmLifetimeCfg = struct("xfrm_lifetime_cfg", {
  /** Bytes until a soft expiry; `"infinite"` by default. */
  softByteLimit: unlimited,
  /** Bytes until the end; `"infinite"` by default. */
  hardByteLimit: unlimited,
  /** Packets until a soft expiry; `"infinite"` by default. */
  softPacketLimit: unlimited,
  /** Packets until the end; `"infinite"` by default. */
  hardPacketLimit: unlimited,
  /** Seconds after the creation until a soft expiry; 0 is never. */
  softAddExpiresSeconds: u64,
  /** Seconds after the creation until the end; 0 is never. */
  hardAddExpiresSeconds: u64,
  /** Seconds after the first use until a soft expiry; 0 is never. */
  softUseExpiresSeconds: u64,
  /** Seconds after the first use until the end; 0 is never. */
  hardUseExpiresSeconds: u64,
});
/** Limits of a lifetime. A soft limit is reported only, a hard one ends the lifetime. */
export interface XfrmLifetime extends Infer<typeof xfrmLifetimeCfg> {}

/** Limits of a lifetime; none in requests without them. */
export const lifetimeCfg: Sized<XfrmLifetime> = orDefault(
  xfrmLifetimeCfg as Sized<XfrmLifetime>,
  {} as XfrmLifetime,
);

/** What was used of a lifetime (`struct xfrm_lifetime_cur`). */
const xfrmLifetimeCur = struct("xfrm_lifetime_cur", {
  /** Bytes. */
  bytes: u64,
  /** Packets. */
  packets: u64,
  /** Time of creation, in seconds since 1970. */
  addTime: u64,
  /** Time of the first use, in seconds since 1970; 0 if there was none. */
  useTime: u64,
});
/** What was used of a lifetime. */
export interface XfrmLifetimeUse extends Infer<typeof xfrmLifetimeCur> {}

/** What was used of a lifetime. */
export const lifetimeCur = xfrmLifetimeCur as Sized<XfrmLifetimeUse>;
