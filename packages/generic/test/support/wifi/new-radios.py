# Makes simulated radios in the network namespace of the caller (HWSIM_CMD_NEW_RADIO); arguments: their names.
import socket, struct, sys
s = socket.socket(16, 3, 16)
def attribute(number, data):
    return struct.pack("HH", 4 + len(data), number) + data + bytes(-len(data) % 4)
def ask(type, flags, command, *attributes):
    body = struct.pack("BBH", command, 1, 0) + b"".join(attributes)
    s.send(struct.pack("IHHII", 16 + len(body), type, flags, 1, 0) + body)
    return s.recv(65536)
reply = ask(16, 1, 3, attribute(2, b"MAC80211_HWSIM\0"))
at = 20
while struct.unpack_from("H", reply, at + 2)[0] != 1:
    at += (struct.unpack_from("H", reply, at)[0] + 3) & ~3
family = struct.unpack_from("H", reply, at + 4)[0]
for name in sys.argv[1:]:
    error = struct.unpack_from("i", ask(family, 5, 4, attribute(17, name.encode() + b"\0")), 16)[0]
    if error < 0:
        sys.exit(f"no radio {name}: errno {-error}")
