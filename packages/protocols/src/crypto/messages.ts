//  Messages of NETLINK_CRYPTO (linux/cryptouser.h).

/** Adds an algorithm, which loads its module or makes it from templates. */
export const CRYPTO_MSG_NEWALG = 16;
/** Removes an algorithm that was made from templates. */
export const CRYPTO_MSG_DELALG = 17;
/** Changes the priority of an implementation. */
export const CRYPTO_MSG_UPDATEALG = 18;
/** Requests algorithms. */
export const CRYPTO_MSG_GETALG = 19;
/** Releases the kernel's default generator of random numbers. */
export const CRYPTO_MSG_DELRNG = 20;
/** Requests counters; until 6.9. */
export const CRYPTO_MSG_GETSTAT = 21;
