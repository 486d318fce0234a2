import { toJson } from "@rxnetlink/core";
import { type GenericNetlink, genericNetlink, type LoadedFamily } from "@rxnetlink/generic";
import { Command } from "commander";
import { firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { printLines } from "../../output.js";
import { type CommonOptions, withTransport } from "../../session.js";
import { policyJson, policyLines } from "./genl-policy.js";

function familyText({ familyName, familyId, version, ops = [], mcastGroups = [] }: LoadedFamily): string {
  const commands = `${ops.length} command${ops.length === 1 ? "" : "s"}`;
  const groups = mcastGroups.map(({ name }) => name).join(", ");
  const parts = [`id ${familyId}`, `version ${version}`, commands, groups === "" ? "" : `groups ${groups}`];
  return `${String(familyName).padEnd(16)}${parts.filter((part) => part !== "").join(", ")}`;
}

async function list(genl: GenericNetlink, json: boolean): Promise<void> {
  const families = await lastValueFrom(genl.family.list$().pipe(toArray()));
  const jsonOf = (family: LoadedFamily) => toJson(genl.family, family);
  const lines = json ? [JSON.stringify(families.map(jsonOf))] : families.map(familyText);
  await printLines(lines);
}

async function policy(genl: GenericNetlink, name: string, json: boolean): Promise<void> {
  const capabilities = await firstValueFrom(genl.capabilities$(name));
  const lines = json ? [JSON.stringify(policyJson(capabilities))] : policyLines(capabilities);
  await printLines(lines);
}

/** Opens the controller for one command. */
function run(self: Command, action: (genl: GenericNetlink, json: boolean) => Promise<void>): Promise<void> {
  const { netns, json = false } = self.optsWithGlobals<CommonOptions>();
  return withTransport("request", netns, (transport, options) =>
    action(genericNetlink({ transport, ...options }), json),
  );
}

/** `rxnl genl`. */
export function genlCommand(): Command {
  const command = new Command("genl");
  command
    .command("list")
    .description("print the families that the kernel has loaded")
    .action((_: unknown, self: Command) => run(self, list));
  command
    .command("policy <family>")
    .description("print what the commands of a family accept, by number")
    .action((family: string, _: unknown, self: Command) =>
      run(self, (genl, json) => policy(genl, family, json)),
    );
  return command;
}
