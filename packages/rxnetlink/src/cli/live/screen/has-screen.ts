/** True if the terminal can be a screen: its keys can be read too. */
export const hasScreen = (): boolean => process.stdout.isTTY === true && process.stdin.isTTY === true;
