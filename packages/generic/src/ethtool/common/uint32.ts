import { refine, type Scalar, uint } from "@rxnetlink/core/schema";

/** A number of 4 or 8 bytes that needs no more than 32 bits. */
export const uint32 = refine<bigint, number>(uint, {
  size: 4,
  normalize: Number,
  toJson: Number,
  fromJson: Number,
  parse: Number,
  read: (view, at, end) => Number(BigInt.asUintN(32, uint.read(view, at, end))),
  write: (out, value, scope) => uint.write(out, BigInt(value), scope),
}) as Scalar<number>;
