/** The command line itself is wrong; the program ends with status 2. */
export class UsageError extends Error {}
