import type { KernelRefusal } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";

/** Returns a hint for a refusal, see {@link ObjectDefinition.hint}. */
type Hint<T> = (refusal: KernelRefusal, value: Partial<T>) => string | undefined;

const [EPERM, ENOENT, EINVAL, ERANGE, EOPNOTSUPP] = [1, 2, 22, 34, 95];

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
  readonly ifname?: string | undefined;
  readonly linkinfo?: { readonly kind?: string | undefined; readonly data?: object | undefined } | undefined;
}

/** Names that the kernel rejects. */
const MISNAMED = /[\s/:]|^\.\.?$/;
const NAMES = new Set(["ifname", "altIfname", "linkinfo.data.veth.peer.ifname"]);

/** Returns hints for links. */
export function linkHint(known: readonly string[]): Hint<LinkLike> {
  return (refusal, { ifname, linkinfo }) => {
    const { errno, path = "" } = refusal;
    if (errno === ERANGE && NAMES.has(path)) return "a link name has at most 15 bytes";
    if (errno === EINVAL && MISNAMED.test(ifname ?? "")) return "a link name must not contain blanks, / or :";
    if (!kindRefused(refusal, "linkinfo.kind")) return undefined;
    const kind = linkinfo?.kind ?? onlyKey(linkinfo?.data);
    return kind === undefined ? "set linkinfo.kind, the kind of link" : missingKind("link kind", kind, known);
  };
}

/** Hint for requests that need root of the machine, not just of a user namespace. */
export const machineHint: Hint<object> = ({ errno }) =>
  errno === EPERM
    ? "needs CAP_NET_ADMIN in the initial user namespace: run as root outside user namespaces"
    : undefined;
