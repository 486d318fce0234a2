import { errnoName, type KernelRefusal } from "@rxnetlink/core";
import { didYouMean, NEEDS_INITIAL_NAMESPACE } from "@rxnetlink/core/internal";

/** Returns a hint for a refusal, see {@link ObjectDefinition.hint}. */
type Hint<T> = (refusal: KernelRefusal, value: Partial<T>, verb: string) => string | undefined;

const [EPERM, ENOENT, EINVAL, EOPNOTSUPP] = [1, 2, 22, 95];

/** Kernel messages for a missing kind; each object has its own wording. */
const NO_SUCH_KIND = /unknown device type|kind is unknown|classifier not found|action module|kind not found/i;

/** True if the kernel refused an unknown kind: some objects report it as text, some by pointing to the member. */
function kindRefused({ errno, text, path }: KernelRefusal, place: string): boolean {
  if (errno !== ENOENT && errno !== EINVAL && errno !== EOPNOTSUPP) return false;
  return NO_SUCH_KIND.test(text ?? "") || (text === undefined && path === place);
}

/** Returns a hint for a kind that the kernel does not have: it is misspelt, or its module is missing. */
function missingKind(what: string, kind: string | undefined, known: readonly string[]): string | undefined {
  if (kind === undefined) return undefined;
  if (known.includes(kind))
    return `this kernel lacks the ${what} ${kind}: its module is missing or not loaded`;
  return didYouMean(kind, known) ?? `there is no ${what} ${kind}, or its module is missing`;
}

/** Returns the only key of a sub-message, which is its kind. */
const onlyKey = (value: object | undefined): string | undefined => Object.keys(value ?? {})[0];

interface WithKind {
  readonly kind?: string | undefined;
  readonly options?: object | undefined;
}

/** Returns hints for traffic control objects, which have a kind and its options. */
export function kindHint<T extends WithKind>(what: string, known: readonly string[]): Hint<T> {
  return (refusal, { kind, options }) =>
    kindRefused(refusal, "kind") ? missingKind(what, kind ?? onlyKey(options), known) : undefined;
}

interface LinkLike {
  readonly index?: number | undefined;
  readonly ifname?: string | undefined;
  readonly address?: string | undefined;
  readonly linkinfo?: { readonly kind?: string | undefined; readonly data?: object | undefined } | undefined;
}

/** Names that the kernel rejects. */
const MISNAMED = /[\s/:]|^\.\.?$/;
const NAMES = new Set(["ifname", "altIfname", "linkinfo.data.veth.peer.ifname"]);

/** Hardware addresses that no link can have: those of groups, whose first byte is odd, and zero. */
const NOT_OF_A_LINK = /^[\da-f]?[13579bdf]:|^(00?:)+00?$/i;

/** Returns hints for what the kernel does not explain. */
function silentHint(code: string, { index, ifname, address }: LinkLike, verb: string): string | undefined {
  if (code === "EADDRNOTAVAIL" && NOT_OF_A_LINK.test(address ?? ""))
    return "the hardware address of a link is neither a multicast address nor zero";
  // The links that others are built on, such as that of a VLAN.
  if (code === "ENETDOWN") return "the link below it is down: bring that up first";
  if (code === "EOPNOTSUPP" && verb === "delete") return "a link of this kind cannot be deleted";
  if (verb !== "change") return undefined;
  const isRenamed = index !== undefined && ifname !== undefined;
  if (code === "EEXIST" && isRenamed) return "another link has the name";
  if (code === "EBUSY" && (isRenamed || address !== undefined))
    return "set the link down first, or remove what uses it";
  return code === "EOPNOTSUPP" ? "a link of this kind, or its driver, cannot do it" : undefined;
}

/** Returns hints for links. */
export function linkHint(known: readonly string[]): Hint<LinkLike> {
  return (refusal, value, verb) => {
    const { ifname, linkinfo } = value;
    const { errno, path = "" } = refusal;
    const code = errnoName(errno);
    if (code === "ERANGE" && NAMES.has(path)) return "a link name has at most 15 bytes";
    if (code === "EINVAL" && MISNAMED.test(ifname ?? ""))
      return "a link name must not contain blanks, / or :";
    if (refusal.text === undefined) {
      const hint = silentHint(code, value, verb);
      if (hint !== undefined) return hint;
    }
    if (!kindRefused(refusal, "linkinfo.kind")) return undefined;
    const kind = linkinfo?.kind ?? onlyKey(linkinfo?.data);
    return kind === undefined ? "set linkinfo.kind, the kind of link" : missingKind("link kind", kind, known);
  };
}

/** Hint for addresses. */
export const addressHint: Hint<{
  readonly local?: string | undefined;
  readonly address?: string | undefined;
}> = ({ errno }, { local, address }, verb) =>
  errnoName(errno) === "EADDRNOTAVAIL" && verb !== "delete" && /^(ff..:|::$)/i.test(local ?? address ?? "")
    ? "a link cannot be given a multicast address or the unspecified one"
    : undefined;

/** Hint for routes and nexthops. A lookup fails where no route leads, all else where the gateway cannot be reached. */
export const gatewayHint: Hint<object> = ({ errno }, _, verb) => {
  const code = errnoName(errno);
  if (code === "ENETDOWN") return "its link is down: bring it up first";
  return verb !== "get" && (code === "ENETUNREACH" || code === "EHOSTUNREACH")
    ? "no route to it; a gateway needs a link that is up and has an address in its network"
    : undefined;
};

/** Hint for requests that need root of the machine, not just of a user namespace. */
export const machineHint: Hint<object> = ({ errno }) =>
  errno === EPERM ? NEEDS_INITIAL_NAMESPACE : undefined;
