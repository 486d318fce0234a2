import { be32, refine, type Scalar, Writer } from "@rxnetlink/core/schema";

/** Register of the verdict. */
export const NFT_REG_VERDICT = 0;
/** First of the four registers of 16 bytes. */
export const NFT_REG_1 = 1;
/** Second register of 16 bytes. */
export const NFT_REG_2 = 2;
/** Third register of 16 bytes. */
export const NFT_REG_3 = 3;
/** Fourth register of 16 bytes. */
export const NFT_REG_4 = 4;
/** First of the sixteen registers of 4 bytes, 8 to 23; four of them share the bytes of one register of 16. */
export const NFT_REG32_00 = 8;
/** Last register of 4 bytes. */
export const NFT_REG32_15 = 23;

/**
 * Returns the number by which the kernel reports a register: one of 4 bytes at the start of one of 16 has the number of that,
 * so 8 is 1, 12 is 2, 16 is 3 and 20 is 4.
 */
export function normalRegister(register: number): number {
  const from = register - NFT_REG32_00;
  return from >= 0 && register <= NFT_REG32_15 && from % 4 === 0 ? NFT_REG_1 + from / 4 : register;
}

/**
 * Number of a register: 0 is the verdict, 1 to 4 have 16 bytes, 8 to 23 have 4 bytes and lie within those. A value longer than
 * its register continues in the next. Matches compare registers by {@link normalRegister}.
 */
export const register = refine(be32, {
  matcher(pattern) {
    // It refuses what is no number.
    be32.write(new Writer(8), pattern as number);
    const wanted = normalRegister(pattern as number);
    return (value) => value !== undefined && normalRegister(value as number) === wanted;
  },
}) as Scalar<number>;
