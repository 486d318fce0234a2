# Opens sockets of TCP of all kinds and some of UDP, says so, and keeps them until standard input ends.

import socket
import sys

V4 = ["10.0.0.1", "10.1.2.3", "127.0.0.1", "192.0.2.1"]
V6 = ["::1", "2001:db8::1", "2001:db8:1::1"]
SO_BINDTODEVICE, SO_MARK = 25, 36
kept = []


def opened(family):
    one = socket.socket(family, socket.SOCK_STREAM)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    kept.append(one)
    return one


def listening(family, address, port, device=None, mark=None):
    one = opened(family)
    if device is not None:
        one.setsockopt(socket.SOL_SOCKET, SO_BINDTODEVICE, device.encode())
    if family == socket.AF_INET6:
        one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, device is not None)
    if mark is not None:
        one.setsockopt(socket.SOL_SOCKET, SO_MARK, mark)
    one.bind((address, port))
    one.listen()
    return one


def connection(server, family, address, port, mark=None, source=None):
    one = opened(family)
    if mark is not None:
        one.setsockopt(socket.SOL_SOCKET, SO_MARK, mark)
    if source is not None:
        one.bind(source)
    one.connect((address, port))
    kept.append(server.accept()[0])
    return one


for number, address in enumerate(V4):
    server = listening(socket.AF_INET, address, [22, 80, 443, 1][number], mark=number)
    for other in range(3):
        connection(server, socket.AF_INET, *server.getsockname(), mark=other)
    connection(server, socket.AF_INET, *server.getsockname(), source=(address, 32768 + number))
for number, address in enumerate(V6):
    server = listening(socket.AF_INET6, address, [22, 80, 65535][number], mark=3 - number)
    connection(server, socket.AF_INET6, *server.getsockname()[:2], mark=number)
for device in ["lo", "d0"]:
    listening(socket.AF_INET, "0.0.0.0", 65535, device)
    listening(socket.AF_INET6, "::", 443, device)
both = listening(socket.AF_INET6, "::", 32768)
for address in V4:
    connection(both, socket.AF_INET, address, 32768)
# Closed by the client first: it waits for late packets.
closing = connection(both, socket.AF_INET, "127.0.0.1", 32768)
closing.close()
kept[-1].close()
closed = opened(socket.AF_INET)
closed.bind(("127.0.0.1", 0))
for number, address in enumerate(V4):
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.bind((address, 53))
    if number % 2 == 0:
        one.connect((V4[number + 1], 53))
    kept.append(one)
print("ready", flush=True)
sys.stdin.read()
