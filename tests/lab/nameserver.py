"""A name server that knows no names: it answers NXDOMAIN to everything. The names of the lab are in its /etc/hosts.

Usage: nameserver.py ADDRESS
"""

import socket
import sys

RESPONSE_NXDOMAIN = 0x8183  # a response, recursion was wanted and is available, there is no such name


def end_of_question(query):
    at = 12
    while query[at]:
        at += query[at] + 1
    return at + 5  # the empty label that ends the name, the type and the class


def answer(query):
    counts = bytes([0, 1, 0, 0, 0, 0, 0, 0])  # one question, and nothing else
    return query[:2] + RESPONSE_NXDOMAIN.to_bytes(2, "big") + counts + query[12:end_of_question(query)]


def main(address):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind((address, 53))
        while True:
            query, client = server.recvfrom(4096)
            server.sendto(answer(query), client)


if __name__ == "__main__":
    main(sys.argv[1])
