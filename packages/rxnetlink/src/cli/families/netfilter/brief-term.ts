import type { Command } from "commander";

/** Returns a command as the help of the one above lists it: with its arguments, as lines have 80 columns. */
export function briefTerm(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(" ");
}
