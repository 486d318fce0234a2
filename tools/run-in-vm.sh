#!/bin/bash
# Boots a stock Debian kernel under qemu (TCG; KVM where NLVM_KVM is set) with this machine's own
# root as its root (read-only, a throw-away tmpfs overlay on top), runs COMMAND in it as root, and
# exits with COMMAND's exit status. No network card: nothing inside can reach outside.
#
#   run-in-vm.sh [options] 'COMMAND'          e.g.  run-in-vm.sh 'uname -r; modprobe vrf; node --test test/vm/'
#
#   --kernel K      generic  (default) linux-image-amd64: bookworm's 6.1
#                   cloud    linux-image-cloud-amd64: 6.1, small, boots over virtiofs, no hwsim/vcan/9p/ppp
#                   6.12     linux-image-6.12-amd64 (bookworm-security)
#                   newest   linux-image-amd64 of trixie-backports (7.x), through a private apt list
#                   any other word: a package name in this machine's own apt lists
#   --with MOD      build a module that Debian leaves out, from Debian's linux-source, and load it
#                   (netdevsim on generic and 6.12, hsr on generic). First time about a minute; may be repeated.
#   --rw DIR        DIR is shared read-write (may be repeated): what the command writes there stays
#   --env K=V       set K in the guest (may be repeated); PATH HOME LANG CI NODE_* NO_COLOR are passed on anyway
#   --cwd DIR       working directory (default: this one)
#   --mem MB        2048        --cpus N   2         --timeout S   600 (then exit 124)
#   --append STR    more words for the kernel command line
#   --prepare       only install, download and build; run nothing
#   --verbose       show the console too; --time: print the phases' times on stderr
# Exit: COMMAND's own status; 124 time-out; 125 the VM died or never ran it (console printed); 2 usage.
# Caches in ${NLVM_CACHE:-/var/cache/nlvm} (0.3-0.5 GB a kernel).
set -euo pipefail

CACHE=${NLVM_CACHE:-/var/cache/nlvm}
KERNEL=generic MEM=2048 CPUS=2 TMO=600 CWD=$PWD VERBOSE= PREPARE= TIME= APPEND= CMD= HAVE_CMD=
WITH=() RW=() ENVS=()
die() { echo "run-in-vm: $1" >&2; exit "${2:-2}"; }
while [ $# -gt 0 ]; do
  case $1 in
    --kernel) KERNEL=$2; shift 2;;      --with) WITH+=("$2"); shift 2;;
    --rw) RW+=("$(realpath "$2")"); shift 2;;
    --env) ENVS+=("$2"); shift 2;;      --cwd) CWD=$(realpath "$2"); shift 2;;
    --mem) MEM=$2; shift 2;;            --cpus) CPUS=$2; shift 2;;
    --timeout) TMO=$2; shift 2;;        --append) APPEND=$2; shift 2;;
    --prepare) PREPARE=1; shift;;       --verbose) VERBOSE=1; shift;;
    --time) TIME=1; shift;;             -h|--help) sed -n '2,/^set -/{/^set -/!s/^# \{0,1\}//p}' "$0"; exit 0;;
    --) shift; CMD=$*; HAVE_CMD=1; break;;
    -*) die "unknown option $1";;
    *) [ -z "$HAVE_CMD" ] || die 'one COMMAND only: quote it'; CMD=$1; HAVE_CMD=1; shift;;
  esac
done
[ -n "$HAVE_CMD$PREPARE" ] || die "no COMMAND (see --help)"
[ "$(id -u)" = 0 ] || die 'must be root'
T0=$(date +%s%N)
say() { [ -z "$TIME$VERBOSE" ] || printf 'run-in-vm: %6d ms %s\n' $((($(date +%s%N) - T0) / 1000000)) "$*" >&2; }
mkdir -p "$CACHE"; chmod 755 "$CACHE"
exec 9>"$CACHE/lock"; flock 9          # one preparation at a time
trap 'rm -rf "$CACHE"/*."$$"' EXIT

# ---- what the host needs -------------------------------------------------------------------
need=()
command -v qemu-system-x86_64 >/dev/null || need+=(qemu-system-x86)
[ -x /bin/busybox ] && [ -n "$(find /usr/share/doc/busybox-static -maxdepth 0 2>/dev/null)" ] || need+=(busybox-static)
command -v cpio >/dev/null || need+=(cpio)
[ -x /sbin/modprobe ] || need+=(kmod)
command -v xz >/dev/null || need+=(xz-utils)
command -v zstd >/dev/null || need+=(zstd)
command -v lz4 >/dev/null || need+=(lz4)
aptup() { [ -e "$CACHE/.apt-updated" ] && [ -n "$(find "$CACHE/.apt-updated" -mmin -60)" ] || {
  apt-get -qq update >&2; touch "$CACHE/.apt-updated"; }; }
aptin() { aptup; DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >"$CACHE/apt.log" 2>&1 ||
  { tail -20 "$CACHE/apt.log" >&2; die "apt-get install $* failed" 125; }; }
[ ${#need[@]} = 0 ] || { say "installing ${need[*]}"; aptin "${need[@]}"; }

# ---- the kernel ------------------------------------------------------------------------------
APT=() META=
case $KERNEL in
  generic) META=linux-image-amd64;;
  cloud) META=linux-image-cloud-amd64;;
  6.12) META=linux-image-6.12-amd64;;
  newest) META=linux-image-amd64/trixie-backports
    A=$CACHE/apt-newest; mkdir -p "$A/lists/partial" "$A/cache/archives/partial"
    aptup; mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | head -1)   # this machine's own Debian mirror
    [ -n "$mirror" ] || die 'no Debian mirror in the apt lists' 125
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie-backports main" > "$A/sources.list"
    APT=(-o "Dir::Etc::sourcelist=$A/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$A/lists"
         -o "Dir::Cache=$A/cache" -o Acquire::Languages=none -o APT::Sandbox::User=root);;
  *) META=$KERNEL;;
esac
KD=$CACHE/kernel-${KERNEL//\//_}
unpack_kernel() { # downloads the packages, leaves $KD/{vmlinux,lib/modules/VER,ver}
  local w=$CACHE/tmp.$$ pkg pkgs deb ver vz
  rm -rf "$w" "$KD"; mkdir -p "$w/debs" "$w/root"
  if [ ${#APT[@]} -gt 0 ]; then apt-get -qq "${APT[@]}" update >&2; else aptup; fi
  pkg=$(apt-cache "${APT[@]}" depends "${META%%/*}" 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -1)
  [ -n "$pkg" ] || pkg=${META%%/*}
  pkgs=$(apt-cache "${APT[@]}" depends "$pkg" 2>/dev/null | sed -n 's/^ *Depends: \(linux-\(modules\|binary\|base\)-[0-9].*\)/\1/p')
  say "downloading $pkg" $pkgs
  (cd "$w/debs" && apt-get -qq "${APT[@]}" -o APT::Sandbox::User=root download "$pkg" $pkgs >&2) || die "cannot download $pkg" 125
  for deb in "$w"/debs/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$w/root" --exclude='*/kernel/sound*' --exclude='*/drivers/gpu/*' \
      --exclude='*/drivers/media/*' --exclude='*/share/doc/*' --exclude='*/drivers/staging/*' --exclude='*/drivers/iio/*'
  done
  [ -d "$w/root/lib/modules" ] || { mkdir -p "$w/root/lib"; mv "$w/root/usr/lib/modules" "$w/root/lib/modules"; }
  ver=$(basename "$(ls -d "$w"/root/lib/modules/*)")
  say "unpacking modules of $ver"
  find "$w/root/lib/modules" -name '*.ko.xz' -print0 | xargs -0 -r -P"$(nproc)" -n64 xz -d
  find "$w/root/lib/modules" -name '*.ko.zst' -print0 | xargs -0 -r -P"$(nproc)" -n64 zstd -q -d --rm
  depmod -b "$w/root" "$ver"
  vz=$(find "$w/root" -name 'vmlinuz*' -type f | head -1)
  [ -n "$vz" ] || die "no vmlinuz in $pkg" 125
  mkdir -p "$KD"
  extract_vmlinux "$vz" "$KD/vmlinux" || cp "$vz" "$KD/vmlinux"   # an ELF boots by PVH: no decompression under TCG
  mv "$w/root/lib" "$KD/lib"
  echo "$pkg" > "$KD/package"; echo "$ver" > "$KD/ver"; rm -rf "$w"
}
extract_vmlinux() {
  local off m
  while read -r m; do
    for off in $(LC_ALL=C grep -obUaP -m1 "${m%% *}" "$1" | cut -d: -f1 | head -3); do
      tail -c +$((off + 1)) "$1" | ${m#* } > "$2" 2>/dev/null || true
      [ "$(head -c4 "$2" | tr -d '\0' | cut -c2-4)" = ELF ] && return 0
    done
  done <<'M'
\xfd7zXZ\x00 xz -dc --single-stream
\x28\xb5\x2f\xfd zstd -dcq
\x02\x21\x4c\x18 lz4 -dc
\x1f\x8b\x08 gzip -dc
M
  return 1
}
[ -e "$KD/ver" ] || unpack_kernel
VER=$(cat "$KD/ver"); MODS=$KD/lib/modules/$VER

# ---- modules Debian leaves out ---------------------------------------------------------------
build_extra() { # NAME: from Debian's linux-source, against Debian's headers
  local mod=$1 dir w=$CACHE/build.$$ series src
  case $mod in netdevsim) dir=drivers/net/netdevsim;; hsr) dir=net/hsr;; *) die "--with $mod: netdevsim or hsr only";; esac
  case $KERNEL in generic) series=6.1;; 6.12) series=6.12;; *) die "--with $mod: kernel generic or 6.12 only";; esac
  command -v gcc-12 >/dev/null && command -v make >/dev/null || aptin gcc-12 make
  local pkgs=(linux-source-$series linux-headers-"$VER")
  rm -rf "$w"; mkdir -p "$w/debs" "$w/root" "$w/src"; aptup
  pkgs+=($(apt-cache depends linux-headers-"$VER" | sed -n 's/^ *Depends: \(linux-headers-.*-common\|linux-kbuild-.*\|linux-compiler-gcc.*\)$/\1/p'))
  src=$(apt-cache policy "$(cat "$KD/package")" | sed -n 's/^ *Candidate: //p')   # the same version of all of them
  say "building $mod: downloading ${pkgs[*]}"
  (cd "$w/debs" && for p in "${pkgs[@]}"; do
     apt-get -qq -o APT::Sandbox::User=root download "$p=$src" >/dev/null 2>&1 || apt-get -qq -o APT::Sandbox::User=root download "$p" >&2; done)
  for deb in "$w"/debs/*.deb; do dpkg-deb -x "$deb" "$w/root"; done
  say "building $mod: unpacking its source"
  tar -xf "$w"/root/usr/src/linux-source-$series.tar.xz -C "$w/src" --strip-components=1 "linux-source-$series/$dir"
  # the headers package is made for /usr/src and /usr/lib: point it at where it lies
  local h=$w/root/usr/src/linux-headers-$VER c
  c=$(ls -d "$w"/root/usr/src/linux-headers-*-common)
  [ ! -L "$h/scripts" ] || ln -sfn "$w/root/usr/lib/linux-kbuild-"*"/scripts" "$h/scripts"
  [ ! -L "$h/tools" ] || ln -sfn "$w/root/usr/lib/linux-kbuild-"*"/tools" "$h/tools"
  for l in "$c/scripts" "$c/tools"; do [ ! -L "$l" ] || ln -sfn "$w/root/usr/lib/linux-kbuild-"*"/$(basename "$l")" "$l"; done
  grep -rl '/usr/src/linux-headers' "$h"/Makefile "$h"/.kernel* 2>/dev/null | xargs -r sed -i "s,/usr/src/linux-headers,$w/root/usr/src/linux-headers,g"
  say "building $mod: compiling"
  # without BTF, which would need pahole
  make -s -C "$h" M="$w/src/$dir" CC=gcc-12 "CONFIG_${mod^^}=m" CONFIG_DEBUG_INFO_BTF_MODULES= KCFLAGS="-DCONFIG_${mod^^}_MODULE=1" modules -j"$(nproc)" >"$CACHE/build-$mod.log" 2>&1 ||
    { tail -30 "$CACHE/build-$mod.log" >&2; die "building $mod failed" 125; }
  mkdir -p "$MODS/extra"; cp "$w/src/$dir/$mod.ko" "$MODS/extra/"; depmod -b "$KD" "$VER"; rm -rf "$w"
}
for m in "${WITH[@]}"; do [ -e "$MODS/extra/$m.ko" ] || build_extra "$m"; done

# ---- the initramfs ---------------------------------------------------------------------------
TRANS=9p; find "$MODS" -name '9p.ko' | grep -q . || TRANS=virtiofs
IR=$KD/initrd.cpio
if [ ! -e "$IR" ] || [ "$0" -nt "$IR" ]; then
  w=$CACHE/ir.$$; rm -rf "$w"; mkdir -p "$w"/{bin,proc,sys,dev,host,rw,new,mods}; cp /bin/busybox "$w/bin/"
  for m in virtio_pci virtio_console overlay $( [ $TRANS = 9p ] && echo 9pnet_virtio 9p || echo virtiofs); do
    modprobe -d "$KD" -S "$VER" --show-depends "$m" 2>/dev/null || true
  done | awk '$1=="insmod" && !s[$2]++ {print $2}' > "$w/list"
  while read -r f; do cp "$f" "$w/mods/"; basename "$f"; done < "$w/list" > "$w/mods/order"; rm "$w/list"
  cat > "$w/init" <<'INIT'
#!/bin/busybox sh
B=/bin/busybox
$B mount -t devtmpfs d /dev; $B mount -t proc p /proc; $B mount -t sysfs s /sys
. /job/conf
up() { read -r u _ < /proc/uptime 2>/dev/null || read -r u _ < /new/proc/uptime; echo "nlvm: $1 at uptime $u"; }
up "init starts"
for m in $($B cat /mods/order); do $B insmod /mods/$m || echo "insmod $m failed"; done
up "modules in"
if [ $TRANS = 9p ]; then O=trans=virtio,version=9p2000.L,msize=512000; RO=$O,ro,cache=loose; else O=rw; RO=ro; fi
$B mount -t $TRANS -o $RO hostroot /host || { echo "cannot mount the root"; $B poweroff -f; }
$B mount -t tmpfs -o size=60% t /rw; $B mkdir /rw/u /rw/w
$B mount -t overlay -o lowerdir=/host,upperdir=/rw/u,workdir=/rw/w o /new || { echo "cannot mount the overlay"; $B poweroff -f; }
i=0; while read -r d; do $B mkdir -p "/new$d"; $B mount -t $TRANS -o $O rw$i "/new$d" || echo "cannot mount $d"; i=$((i+1)); done < /job/rw
for i in proc sys dev; do $B mount -o move /$i /new/$i; done
N=/new; m() { $B mount -t "$@" 2>/dev/null; }
m tmpfs -o mode=755 t $N/run
$B mkdir -p $N/run/nlvm $N/run/lock $N/run/netns $N/dev/pts $N/dev/shm $N/lib/modules; $B cp /job/* $B $N/run/nlvm/
m devpts -o mode=620,ptmxmode=666 devpts $N/dev/pts; m tmpfs shm $N/dev/shm
m cgroup2 cg $N/sys/fs/cgroup; m debugfs dbg $N/sys/kernel/debug; m tracefs tr $N/sys/kernel/tracing; m bpf bpf $N/sys/fs/bpf
m securityfs se $N/sys/kernel/security; m configfs co $N/sys/kernel/config
$B ln -s /proc/self/fd $N/dev/fd; for i in 0:stdin 1:stdout 2:stderr; do $B ln -s fd/${i%:*} $N/dev/${i#*:}; done
$B mkdir -p $N/dev/net; for n in "net/tun 10 200" "fuse 10 229" "loop-control 10 237" "vhost-net 10 238" "ppp 108 0"; do
  set -- $n; [ -e $N/dev/$1 ] || $B mknod -m 666 $N/dev/$1 c $2 $3; done   # opening one loads its module
$B rm -rf "$N/lib/modules/$VER"; $B ln -s "$MODS" "$N/lib/modules/$VER"
$B hostname nlvm; $B ip link set lo up
$B mkfifo $N/run/nlvm/o $N/run/nlvm/e
for p in $N/sys/class/virtio-ports/*; do read -r n < $p/name; $B ln -s /dev/${p##*/} $N/run/nlvm/port-$n; done
up "root ready"
exec $B switch_root $N /bin/bash /run/nlvm/init2
INIT
  chmod +x "$w/init"
  (cd "$w" && find . | cpio -o -H newc --quiet) > "$IR.new"; mv "$IR.new" "$IR"; rm -rf "$w"
fi
flock -u 9
say "prepared $VER ($TRANS)"
[ -z "$PREPARE" ] || exit 0

# ---- the run -----------------------------------------------------------------------------------
J=$(mktemp -d /tmp/nlvm.XXXXXX); chmod 700 "$J"; PIDS=()
cleanup() { local p; for p in "${PIDS[@]}"; do kill "$p" 2>/dev/null || true; done; rm -rf "$J" "$CACHE"/*."$$"; }
trap cleanup EXIT; trap 'exit 130' INT; trap 'exit 143' TERM
mkdir "$J/job"
printf 'TRANS=%s\nMODS=%q\nVER=%q\n' "$TRANS" "$MODS" "$VER" > "$J/job/conf"
{ for v in PATH HOME LANG LC_ALL CI NO_COLOR FORCE_COLOR ${!NODE_*} ${!npm_*}; do [ -z "${!v+x}" ] || printf 'export %s=%q\n' "$v" "${!v}"; done
  echo "unset NODE_EXTRA_CA_CERTS"   # reading them costs node 0.7 s a start here, and nothing is reachable
  for e in "${ENVS[@]}"; do printf 'export %s=%q\n' "${e%%=*}" "${e#*=}"; done
  echo "export IN_NLVM=1 NLVM_KERNEL=$VER"; printf 'cd %q\n' "$CWD"; } > "$J/job/env"
printf '%s\n' "$CMD" > "$J/job/cmd"
{ for d in "${RW[@]}"; do echo "$d"; done; } > "$J/job/rw"
printf '%s\n' "${WITH[@]}" > "$J/job/with"
cat > "$J/job/init2" <<'INIT2'
cd /run/nlvm; B=$PWD/busybox
while read -r m; do [ -z "$m" ] || /sbin/modprobe "$m" || echo "modprobe $m failed"; done < with
$B cat < o > port-out & O=$!
$B cat < e > port-err & E=$!
read -r up _ < /proc/uptime; echo "nlvm: command starts at uptime $up"
( . /run/nlvm/env; exec bash /run/nlvm/cmd ) > o 2> e < /dev/null
rc=$?
read -r up _ < /proc/uptime; echo "nlvm: command ended with $rc at uptime $up"
( $B sleep 2; kill $O $E ) 2>/dev/null & W=$!   # something left running may hold the pipes
wait $O $E; kill $W
echo "$rc" > port-rc
exec $B poweroff -f
INIT2
(cd "$J" && find job | cpio -o -H newc --quiet) > "$J/job.cpio"
cat "$IR" "$J/job.cpio" > "$J/initrd"
for f in out err rc; do mkfifo "$J/$f"; done
cat < "$J/out" & PIDS+=($!); CO=$!
cat < "$J/err" >&2 & PIDS+=($!); CE=$!
cat < "$J/rc" > "$J/rcval" & PIDS+=($!); CR=$!

Q=(-nodefaults -no-user-config -no-reboot -display none -M q35 -m "$MEM" -smp "$CPUS")
if [ -n "${NLVM_KVM:-}" ] && [ -w /dev/kvm ]; then Q+=(-accel kvm -cpu host); else Q+=(-accel tcg,thread=multi -cpu max,-avx,-avx2,-fma,-f16c); fi
Q+=(-kernel "$KD/vmlinux" -initrd "$J/initrd"
    -append "console=ttyS0 quiet loglevel=4 panic=-1 mitigations=off nokaslr norandmaps random.trust_cpu=on $APPEND"
    -chardev "file,id=con,path=$J/console" -serial chardev:con -device virtio-serial-pci)
for f in out err rc; do Q+=(-chardev "file,id=$f,path=$J/$f" -device "virtserialport,chardev=$f,name=$f"); done
share() { # TAG PATH ro|rw
  if [ $TRANS = 9p ]; then
    Q+=(-fsdev "local,id=$1,path=$2,security_model=none,multidevs=remap$([ "$3" = rw ] || echo ,readonly=on)" -device "virtio-9p-pci,fsdev=$1,mount_tag=$1")
  else
    local d=$2 pre=()
    [ "$3" = rw ] || { mkdir "$J/ro"; d=$J/ro
      pre=(unshare -m sh -c 'mount --bind / "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"' sh "$d"); }
    "${pre[@]}" /usr/lib/qemu/virtiofsd --socket-path="$J/$1.sock" -o source="$d" -o cache=always -o sandbox=chroot >"$J/$1.log" 2>&1 & PIDS+=($!)
    local n=0; while [ ! -S "$J/$1.sock" ]; do n=$((n+1)); [ $n -lt 100 ] || { cat "$J/$1.log" >&2; die 'virtiofsd did not start' 125; }; sleep 0.05; done
    Q+=(-chardev "socket,id=c$1,path=$J/$1.sock" -device "vhost-user-fs-pci,chardev=c$1,tag=$1")
  fi
}
[ $TRANS = 9p ] || Q+=(-object "memory-backend-memfd,id=mem,size=${MEM}M,share=on" -machine memory-backend=mem)
share hostroot / ro
i=0; for d in "${RW[@]}"; do share "rw$i" "$d" rw; i=$((i+1)); done
: > "$J/console"
[ -z "$VERBOSE" ] || { tail -f "$J/console" >&2 & PIDS+=($!); }
timeout -k 5 "$TMO" qemu-system-x86_64 "${Q[@]}" < /dev/null 2>"$J/qemu.err" & QP=$!; PIDS+=($QP)
qrc=0; wait $QP || qrc=$?
# qemu opened all three fifos unless it failed at once: then let the readers go
[ "$qrc" = 0 ] || for f in out err rc; do (timeout 1 bash -c ": > '$J/$f'" 2>/dev/null || true); done
wait $CO $CE $CR 2>/dev/null || true
grep -a '^nlvm:' "$J/console" | tr -d '\r' | while read -r l; do say "$l"; done
say 'done'
[ "$qrc" != 124 ] || { echo "run-in-vm: timed out after $TMO s" >&2; exit 124; }
rc=$(cat "$J/rcval" 2>/dev/null || true)
if [ -z "$rc" ]; then echo "run-in-vm: the VM gave no exit status (qemu $qrc); console:" >&2; tail -40 "$J/console" >&2; cat "$J/qemu.err" >&2; exit 125; fi
exit "$rc"
