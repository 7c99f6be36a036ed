#!/usr/bin/env python3
"""Makes the list of Bitcoin checkpoints that the program ships.

    make_checkpoints.py ELECTRUM_JSON [START_HEIGHT:HEADER_FILE ...] > checkpoints.txt

ELECTRUM_JSON is a public list in the manner of Electrum: for each period of 2,016 blocks in turn a pair of the hash of
its last block, as displayed, and the target of the period after it, as a decimal number. A HEADER_FILE holds block
headers of 80 bytes one after the other, the first one of START_HEIGHT; where such files reach the last eleven blocks
before and at the newest checkpoint, their times are added to its line. Every header that lies at a checkpoint must have
its hash.

The output is facts of the chain only. Bring it into the program together with a second, independent list that agrees.
"""

import hashlib
import json
import struct
import sys

PERIOD = 2016
TIMES = 11
HEADER = 80


def compact(target):
    """nBits of a target, as Bitcoin Core rounds it."""
    size = (target.bit_length() + 7) // 8
    word = target >> 8 * (size - 3) if size > 3 else target << 8 * (3 - size)
    if word & 0x00800000:
        word >>= 8
        size += 1
    return size << 24 | word


def expand(bits):
    return (bits & 0x007FFFFF) << 8 * ((bits >> 24) - 3)


def headers(arguments):
    """Height to header, for all files named."""
    found = {}
    for argument in arguments:
        start, name = argument.split(":", 1)
        with open(name, "rb") as file:
            content = file.read()
        if len(content) % HEADER:
            sys.exit(f"{name}: not a whole number of headers")
        for index in range(len(content) // HEADER):
            found[int(start) + index] = content[index * HEADER : (index + 1) * HEADER]
    return found


def displayed_hash(header):
    return hashlib.sha256(hashlib.sha256(header).digest()).digest()[::-1].hex()


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="ascii") as file:
        listed = json.load(file)
    known = headers(sys.argv[2:])
    target = 0xFFFF << 208
    print("trialseal/1 checkpoints")
    for index, (hash_, next_target) in enumerate(listed):
        height = (index + 1) * PERIOD - 1
        if int(hash_, 16) > target:
            sys.exit(f"height {height}: the hash does not meet the target of its period")
        if height in known and displayed_hash(known[height]) != hash_:
            sys.exit(f"height {height}: the header file has another block")
        bits = compact(next_target)
        if expand(bits) != next_target:
            sys.exit(f"height {height}: the next target is not one that nBits can state")
        line = f"{height} {hash_} {bits:08x}"
        last = range(height - TIMES + 1, height + 1)
        if index == len(listed) - 1 and all(at in known for at in last):
            line += " " + ",".join(str(struct.unpack_from("<I", known[at], 68)[0]) for at in last)
        print(line)
        target = next_target


if __name__ == "__main__":
    main()
