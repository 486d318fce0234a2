import { spawnSync } from "node:child_process";
import { SystemError } from "@rxnetlink/core";
import { kernelTransport } from "@rxnetlink/transport";
import {
  concat,
  concatMap,
  count,
  defer,
  filter,
  firstValueFrom,
  forkJoin,
  from,
  ignoreElements,
  mergeMap,
  type Observable,
  of,
  tap,
} from "rxjs";
import { OBJECTS, objectOf, openSession, type Session } from "../../session.js";
import { heading } from "../../text/heading.js";
import { stateText } from "../../text/state.js";
import { wordingsOf } from "../../text/wording.js";
import { followableOf, stateOf } from "../followable.js";

/** A step of the demo, with the equivalent `ip` command. */
interface Step {
  readonly command: string;
  do(nl: Session): Observable<unknown>;
}

const up = { up: true };

/** The script of the demo. */
const STEPS: readonly Step[] = [
  { command: "ip link set lo up", do: ({ link }) => link.change$({ ifname: "lo", flags: up }) },
  {
    command: "ip link add demo0 type veth peer name demo1",
    do: ({ link }) =>
      link.add$({ ifname: "demo0", linkinfo: { data: { veth: { peer: { ifname: "demo1" } } } } }),
  },
  { command: "ip link set demo1 up", do: ({ link }) => link.change$({ ifname: "demo1", flags: up }) },
  { command: "ip link set demo0 up", do: ({ link }) => link.change$({ ifname: "demo0", flags: up }) },
  {
    command: "ip address add 192.0.2.1/24 dev demo0",
    do: ({ address }) => address.add$({ index: "demo0", local: "192.0.2.1/24" }),
  },
  {
    command: "ip route add 198.51.100.0/24 via 192.0.2.2",
    do: ({ route }) => route.add$({ dst: "198.51.100.0/24", gateway: "192.0.2.2" }),
  },
  { command: "ip link set demo0 mtu 9000", do: ({ link }) => link.change$({ ifname: "demo0", mtu: 9000 }) },
  {
    command: "ip route del 198.51.100.0/24",
    do: ({ route }) => route.delete$({ dst: "198.51.100.0/24" }),
  },
  { command: "ip link del demo0", do: ({ link }) => link.delete$({ ifname: "demo0" }) },
];

/** Runs the steps one after the other. */
const steps$ = (nl: Session) =>
  from(STEPS).pipe(
    concatMap((step) =>
      defer(() => {
        console.log(heading(step.command));
        return step.do(nl);
      }),
    ),
    ignoreElements(),
  );

/** Counts the objects of each type. */
function sizes$(nl: Session): Observable<number[]> {
  return forkJoin(OBJECTS.map((name) => objectOf(nl, name).list$().pipe(count())));
}

/** Runs the steps and prints each change; ends when the tracked state has caught up with the kernel's. */
async function play(nl: Session): Promise<void> {
  const followable = followableOf(nl);
  const state = stateOf(followable);
  const wordings = wordingsOf(followable.objects);
  let left: readonly number[] | undefined;
  const stepsAndEnd$ = concat(steps$(nl), sizes$(nl).pipe(tap((sizes) => (left = sizes))));
  const shown$ = state.events$.pipe(
    mergeMap((event) => {
      if (event.type === "synced") return stepsAndEnd$;
      if (event.type !== "consistent") console.log(`  ${stateText(event, wordings)}`);
      return of(event);
    }),
  );
  const isOver = () => OBJECTS.every((name, i) => state.table(name).rows.size === left?.[i]);
  await firstValueFrom(shown$.pipe(filter(isOver)));
}

/** Runs the demo again in a user namespace, where an ordinary user may create network namespaces. */
function inUserNamespace(): void {
  const args = ["--user", "--map-root-user", "--net", process.execPath, process.argv[1]!, "watch", "--demo"];
  const { status, error } = spawnSync("unshare", args, { stdio: "inherit" });
  if (error !== undefined) throw new SystemError("unshare", 1, "the demo needs root, or the program unshare");
  process.exitCode = status ?? 1;
}

/** Creates a network namespace, changes links, addresses and routes in it, and prints each event. */
export async function demo(): Promise<void> {
  const transport = kernelTransport();
  try {
    const namespace = await transport.createNamespace();
    await play(openSession(transport, { namespace: namespace.ref }));
    namespace.close();
  } catch (error) {
    if (!(error instanceof SystemError) || error.code !== "EPERM" || process.getuid?.() === 0) throw error;
    inUserNamespace();
  } finally {
    await transport.close();
  }
}
