import type { AnyType } from "@rxnetlink/core/schema";
import type { Command } from "commander";
import type { CommandedObject } from "./commanded.js";

const objects = new WeakMap<Command, CommandedObject>();
const layouts = new WeakMap<Command, AnyType>();

/** Notes the object that a command is about. */
export const setObject = (command: Command, object: CommandedObject): unknown => objects.set(command, object);

/** Returns the object that a command is about; `undefined` if it is about none. */
export const objectOf = (command: Command): CommandedObject | undefined => objects.get(command);

/** Notes the layout of the values that a command takes. */
export const setLayout = (command: Command, layout: AnyType): unknown => layouts.set(command, layout);

/** Returns the layout of the values that a command takes; `undefined` if it takes none. */
export const layoutOf = (command: Command): AnyType | undefined => layouts.get(command);
