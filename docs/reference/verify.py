#!/usr/bin/env python3
"""A second verifier of TrialSeal proof packages, written from docs/proof-format.md alone: Python 3.9 or later, its
standard library, no network, no writing. Words in quotes are sections of that page; letters and reasons are its own."""
import argparse, bisect, hashlib, hmac, itertools, json, mmap, os, pathlib, re, struct, sys, zlib
from datetime import datetime, timedelta
from types import SimpleNamespace

PASSED = ["ok", "not-required", "checkpointed", "proven-by-work", "practice-accepted"]
INDETERMINATE = """not-checked not-opened nothing-shown no-tag-key not-listed records-hidden no-history no-timestamp
    history-incomplete pending unknown-attestations no-header not-linked too-few-blocks too-little-work practice-network
    equal-chain-known""".split()

class Malformed(Exception):
    """The package breaks the grammar: the message says where, at which byte, and why."""
def choose(steps, otherwise):
    """What the first step says that is true."""
    return next((says for true, says in steps if true), otherwise)

class Fault:
    """The reason of the first fault that a check found, "ok" while there is none."""
    reason = "ok"
    def unless(self, true, reason):
        self.reason = self.reason if true or self.reason != "ok" else reason

class Reader:
    """Reads the bytes [at, end) of `data`, never beyond, whatever a length says; all reading goes through here."""
    def __init__(self, name, data, at=0, end=None):
        self.name, self.data, self.start, self.at, self.end = name, data, at, at, len(data) if end is None else end
    def need(self, true, reason):
        if not true: raise Malformed(f"{self.name}, byte {self.at - self.start}: {reason}")
    def take(self, length):
        self.need(length <= self.end - self.at, "ends too early")
        self.at += length
        return self.data[self.at - length:self.at]
    def rest(self):
        return self.take(self.end - self.at)
    def finish(self):
        self.need(self.at == self.end, "more than there should be")
    def number(self, width, low=0, high=2**63 - 1):
        value = int.from_bytes(self.take(width), "big")
        self.need(low <= value <= high, "number out of range")
        return value
    def varint(self, low, high):
        """A number of an OpenTimestamps proof."""
        groups = [self.number(1)]
        while groups[-1] > 127 and len(groups) < 9:
            groups.append(self.number(1))
        value = sum((group & 127) << 7 * k for k, group in enumerate(groups))
        self.need(groups[-1] < 128 and low <= value <= high, "number out of range")
        return value
    def path(self, most=63):
        return [self.take(32) for _ in range(self.number(1, 0, most))]
    def cell(self):
        head = self.take(5)
        length = int.from_bytes(head[1:], "big")
        self.need(1 <= head[0] <= 6 and length <= 2**26, "not a cell")
        return head + self.take(length)

# ---- Hashes, and the cipher: what the standard library lacks
def sha256(data):
    return hashlib.sha256(data).digest()
def u64(number):
    return number.to_bytes(8, "big")
def rotate(word, bits, width):
    return (word << bits | word >> width - bits) & (1 << width) - 1

SBOX = bytes.fromhex(
    "637c777bf26b6fc53001672bfed7ab76ca82c97dfa5947f0add4a2af9ca472c0b7fd9326363ff7cc34a5e5f171d8311504c723c31896059a"
    "071280e2eb27b27509832c1a1b6e5aa0523bd6b329e32f8453d100ed20fcb15b6acbbe394a4c58cfd0efaafb434d338545f9027f503c9fa8"
    "51a3408f929d38f5bcb6da2110fff3d2cd0c13ec5f974417c4a77e3d645d197360814fdc222a908846eeb814de5e0bdbe0323a0a4906245c"
    "c2d3ac629195e479e7c8376d8dd54ea96c56f4ea657aae08ba78252e1ca6b4c6e8dd741f4bbd8b8a703eb5664803f60e613557b986c11d9e"
    "e1f8981169d98e949b1e87e9ce5528df8ca1890dbfe6426841992d0fb054bb16")
SBOX_DOUBLED = bytes(a << 1 & 255 ^ (a >> 7) * 0x1B for a in SBOX)

def aes(key, blocks):
    """AES-256 (FIPS 197) of many 16-byte blocks at once: byte k of all of them is one long integer, state[k]."""
    keys, count = bytearray(key), len(blocks) // 16
    for i in range(8, 60):
        word = keys[-4:] if i % 4 else keys[-4:].translate(SBOX)
        if i % 8 == 0:
            word = bytes([word[1] ^ 1 << i // 8 - 1]) + word[2:] + word[:1]
        keys += bytes(a ^ b for a, b in zip(keys[-32:], word))
    ones = int.from_bytes(b"\1" * count, "big")
    state = [int.from_bytes(blocks[k::16], "big") ^ keys[k] * ones for k in range(16)]
    column = [[k // 4 * 4 + (k + step) % 4 for step in range(4)] for k in range(16)]
    for turn in range(1, 15):
        shifted = [state[5 * k % 16].to_bytes(count, "big") for k in range(16)]
        state = once = [int.from_bytes(row.translate(SBOX), "big") for row in shifted]
        if turn < 14:
            twice = [int.from_bytes(row.translate(SBOX_DOUBLED), "big") for row in shifted]
            state = [twice[a] ^ twice[b] ^ once[b] ^ once[c] ^ once[d] for a, b, c, d in column]
        state = [row ^ keys[16 * turn + k] * ones for k, row in enumerate(state)]
    return map(bytes, zip(*(row.to_bytes(count, "big") for row in state)))

def salts(key, rows, columns):
    """s(2^64-1, 0), then s(i, j) of all columns row by row; some thousand are computed at a time."""
    pairs = itertools.chain([(2**64 - 1, 0)], ((i, j) for i in range(rows) for j in range(columns)))
    while blocks := b"".join(u64(i) + u64(j) for i, j in itertools.islice(pairs, 4096)):
        yield from aes(key, blocks)

RIPEMD_SHIFTS = "befc5879bdef6798", "cdbf6997cfbd7877", "dfeb7768dedc5569", "ebce8655fcfe9986", "fcdd9586ebcb8655"
RIPEMD_CONSTANTS = ((0, 0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xA953FD4E),
                    (0x50A28BE6, 0x5C4DD124, 0x6D703EF3, 0x7A6D76E9, 0))
RIPEMD_FUNCTIONS = (lambda x, y, z: x ^ y ^ z, lambda x, y, z: x & y | ~x & z, lambda x, y, z: (x | ~y) ^ z,
                    lambda x, y, z: x & z | y & ~z, lambda x, y, z: x ^ (y | ~z))

def ripemd160(message):
    """RIPEMD-160 (Dobbertin, Bosselaers, Preneel, 1996); the shifts are those of the words, round by round."""
    state = 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0
    padded = message + b"\x80" + bytes(-(len(message) + 9) % 64) + struct.pack("<Q", 8 * len(message))
    for words in struct.iter_unpack("<16I", padded):
        lines = [state]
        for line, order in enumerate((range(16), [(9 * i + 5) % 16 for i in range(16)])):
            a, b, c, d, e = state
            for turn in range(5):
                function = RIPEMD_FUNCTIONS[4 - turn if line else turn]
                for i in order:
                    mixed = a + function(b, c, d) + words[i] + RIPEMD_CONSTANTS[line][turn] & 0xFFFFFFFF
                    mixed = rotate(mixed, int(RIPEMD_SHIFTS[turn][i], 16), 32) + e & 0xFFFFFFFF
                    a, b, c, d, e = e, mixed, b, rotate(c, 10, 32), d
                order = [(7, 4, 13, 1, 10, 6, 15, 3, 12, 0, 9, 5, 2, 14, 11, 8)[i] for i in order]
            lines.append((a, b, c, d, e))
        state = [sum(line[(i + k) % 5] for k, line in enumerate(lines, 1)) & 0xFFFFFFFF for i in range(5)]
    return struct.pack("<5I", *state)

def keccak256(message):
    """Keccak-256: the permutation of FIPS 202, 3.3, with the padding of before; lane (x, y) is lanes[x + 5y]."""
    padded, lanes = bytearray(message + b"\1" + bytes(-(len(message) + 1) % 136)), [0] * 25
    padded[-1] |= 0x80
    for block in struct.iter_unpack("<17Q", padded):
        lanes, register = [lane ^ word for lane, word in zip(lanes, block + (0,) * 8)], 1
        for _ in range(24):
            sums = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
            lanes = [lane ^ sums[(k + 4) % 5] ^ rotate(sums[(k + 1) % 5], 1, 64) for k, lane in enumerate(lanes)]
            lane, x, y = lanes[1], 1, 0
            for step in range(24):
                x, y = y, (2 * x + 3 * y) % 5
                lane, lanes[x + 5 * y] = lanes[x + 5 * y], rotate(lane, (step + 1) * (step + 2) // 2 % 64, 64)
            rows = [lanes[5 * y:5 * y + 5] for y in range(5)]
            lanes = [row[x] ^ ~row[(x + 1) % 5] & row[(x + 2) % 5] for row in rows for x in range(5)]
            for j in range(7):
                register = register << 1 ^ (register >> 7) * 0x171
                lanes[0] ^= (register >> 1 & 1) << (1 << j) - 1
    return struct.pack("<4Q", *lanes[:4])

# ---- "Conventions": Merkle trees of RFC 6962
def leaf_hash(data):
    return sha256(b"\0" + data)
def parent(left, right):
    return sha256(b"\1" + left + right)

def tree_root(leaves):
    level = list(leaves) or [sha256(b"")]
    while len(level) > 1:
        level = [*map(parent, level[::2], level[1::2]), *(level[-1:] if len(level) % 2 else [])]
    return level[0]

def climb(node, index, size, path):
    """From node `index` of a level of `size` nodes: the root over the nodes up to it, and the root over all; None twice
    when the index or the length of the path cannot be."""
    inner, before = (index ^ size - 1).bit_length(), node
    if index >= size or len(path) != inner + bin(index >> inner).count("1"): return None, None
    for level, sibling in enumerate(path):
        left = level >= inner or index >> level & 1
        before = parent(sibling, before) if left else before
        node = parent(sibling, node) if left else parent(node, sibling)
    return before, node

def consistent(first, old, second, new, proof):
    """Whether the tree of `second` leaves and root `new` begins with that of `first` and `old` (RFC 6962, 2.1.2)."""
    if first in (0, second): return not proof and old == (new if first else sha256(b""))
    level = (first & -first).bit_length() - 1  # of the last complete subtree of the old tree, where the proof begins
    nodes = [old] + proof if first == 1 << level else proof
    return first < second and len(nodes) > 0 and (old, new) == climb(
        nodes[0], first - 1 >> level, (second - 1 >> level) + 1, nodes[1:])

# ---- "Conventions": canonical JSON
TOKEN, DEPTH = re.compile(rb'"[^"]*"|[^0-9,:]'), {b"[": 1, b"{": 1, b"]": -1, b"}": -1}
def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
def in_order(pairs):  # these two read what is not canonical as what is written otherwise
    return dict(sorted(pairs, key=lambda pair: pair[0].encode("utf-16-be")))
def bounded(digits):
    return min(int(digits[:17]), MANY)

def json_values(reader, shape, limit=2**26, head=b"", tail=b"", key=lambda value: 0):
    """One by one the canonical JSON values between head and tail, which is all that is left; `key` ascends strictly."""
    text, at, last = reader.rest() if reader else head + tail, len(head), ()
    plain = text.replace(b"\\\\", b"..").replace(b'\\"', b"..")  # where every quote begins or ends a string
    more = not head or text != head + tail
    while more:
        end, depth = at, 0
        for token in TOKEN.finditer(plain, at, at + limit):  # no deeper or larger value is ever parsed
            end, depth = token.end(), depth + DEPTH.get(token[0], 99 if len(token[0]) == 1 else 0)
            if not 0 < depth <= 16: break
        try:
            value = json.loads(text[at:end].decode(), object_pairs_hook=in_order, parse_int=bounded)
            valid = canonical(value) == text[at:end] and fits(shape, value) and last < (key(value),)
        except ValueError:
            valid = False
        more = text[end:end + len(tail) + 1] != tail
        if not valid or not text.startswith(head) or more and text[end:end + 1] != b",":
            raise Malformed(f"{reader.name}, byte {at}: not canonical JSON, or not what is due here")
        yield value
        at, last = end + 1, (key(value),)

def read_json(reader, shape):
    return list(json_values(reader, shape))[0]  # the only one: a second has no greater key

# ---- Shapes of JSON: "Opened-as-a-whole commitments", "Entries", "Statement"
def fits(shape, value):
    """Whether a value has a shape: (low, high) of an integer, a pattern of a string, [shape, fewest, most] of a list, a
    function, or {name: shape}, where names that end in ? are optional and "" is for what must be true of the whole."""
    if callable(shape): return shape(value)
    if type(shape) is str:  # patterns count UTF-16 code units
        return type(value) is str and bool(re.fullmatch(shape, re.sub("[^\0-\uffff]", "??", value), re.S))
    if type(shape) is tuple: return type(value) is int and shape[0] <= value <= shape[1]
    if type(shape) is list:
        return type(value) is list and shape[1] <= len(value) <= shape[2] and all(fits(shape[0], v) for v in value)
    known = {name.rstrip("?"): member for name, member in shape.items() if name}
    return (type(value) is dict and known.keys() & shape.keys() <= value.keys() <= known.keys()
            and all(fits(known[name], member) for name, member in value.items()) and shape.get("", bool)(value))

def instant(value):
    if not fits("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", value): return False
    try:  # the calendar of the year 0 is that of 2000
        return bool(datetime.strptime(re.sub("^0000", "2000", value), "%Y-%m-%dT%H:%M:%SZ"))
    except ValueError:
        return False

def strings(value):
    return type(value) is dict and all(type(member) is str for member in value.values())

MANY, ANY, DIGEST, SALT, TEXT = 2**53 - 1, ".*", "[0-9a-f]{64}", "[0-9a-f]{32}", "[^\x00-\x1f\x7f-\x9f]{%d,%d}"
SIGNERS = [{"algorithm": TEXT % (1, 32), "spki": DIGEST}, 0, MANY]
STATEMENT = {
    "": lambda it: ("previous" in it) == (it["seal"] > 1) and it.get("supersedes", 0) < it["seal"],
    "block?": {"hash": DIGEST, "height": (0, 2**32 - 1)}, "claimedTime": instant,
    "entries": {"count": (1, 65535), "root": DIGEST}, "format": "trialseal/1", "ledger": SALT,
    "milestone": TEXT % (1, 64), "network": "bitcoin|practice", "nonce": DIGEST, "previous?": DIGEST, "seal": (1, MANY),
    "signers": SIGNERS, "study": {"id": TEXT % (1, 64), "registry?": TEXT % (0, 64), "sponsor?": TEXT % (0, 200),
                                  "title?": TEXT % (0, 200)},
    "successors?": SIGNERS, "supersedes?": (1, MANY), "title": TEXT % (0, 200), "trail?": DIGEST}
NAMED = {"name": "[^\x00-\x1f\x7f-\x9f/\\\\]{1,255}", "salt": SALT}
TABLE = {"columns": (1, 32767), "records": (0, MANY), "root": DIGEST, "schema": DIGEST, "settings": DIGEST,
         "source": (0, 65534), **NAMED}
ENTRIES = [
    {"file": DIGEST, "kind": "source", **NAMED},
    {"chunks": (0, MANY), "file": DIGEST, "kind": "document", "root": DIGEST, **NAMED},
    {"grouping": "subject|none", "groups": (0, MANY), "kind": "dataset", "tagKey": DIGEST, **TABLE,
     "": lambda it: min(1, it["records"]) <= it["groups"] <= min(
         it["records"], MANY if it["grouping"] == "subject" else 1)},
    {"kind": "log", "previous?": (1, MANY), **TABLE}]
OPENED = {"entry": lambda it: any(fits(shape, it) for shape in ENTRIES) and len(canonical(it)) <= 4096,
          "index": (0, 65534), "path": [DIGEST, 0, 63]}
OPENING = {"": lambda it: it["kind"] != "file" or fits({"digest": DIGEST, "length": (0, MANY)}, it["content"]),
           "artifact": (0, 65534), "content": lambda it: type(it) is dict, "kind": "schema|settings|file", "salt": SALT}
SCHEMA = {"": lambda it: len({column["name"] for column in it["columns"]}) == len(it["columns"]),
          "columns": [{"attributes": strings, "name": ANY}, 1, 32767]}
SCHEMAS = {"": lambda it: len(canonical(it)) <= 2**22 and it["schemas"][0]["from"] == 0 and all(
    a["from"] < b["from"] for a, b in zip(it["schemas"], it["schemas"][1:])),
           "schemas": [{"from": (0, MANY), "schema": SCHEMA}, 1, 1000]}
SETTINGS = {"importer": ANY, "keys": [ANY, 0, MANY], "options": strings, "subject?": ANY, "version": (0, 2**31 - 1)}

# ---- "Proof package"
LIMITS = {"bagit.txt": 64, "package.json": 4096, "seal.json": 3500, "seal.json.ots": 2**20, **dict.fromkeys(
    ["manifest-sha256.txt", "headers.bin", "entries.json", "openings.json", "readme.txt"], 2**26)}
LOCAL, CENTRAL, END = struct.Struct("<I5H3I2H"), struct.Struct("<I6H3I5H2I"), struct.Struct("<I4H2IH")

class Package:
    """The parts of an archive by name, each a Reader that knows its digest and whether it is intact."""
    def __init__(self, data):
        self.all, self.directory, self.parts = Reader("package", data), [], {}
        bagit, manifest = self.add("bagit.txt"), self.add("manifest-sha256.txt")
        bagit.need(bagit.rest() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "other bytes")
        lines = manifest.rest()
        manifest.need(lines.count(b"\n") < 65533 and re.fullmatch(rb"(?:[0-9a-f]{64}  [ -~]{1,64}\n)+", lines), "lines")
        digests, names = zip(*((line[:64], line[66:]) for line in lines.decode().splitlines()))
        seals = sum(re.fullmatch("data/seals/[0-9]+/seal.json", name) is not None for name in names)
        seal = self.seal = f"data/seals/{seals:04}/"
        files = [re.fullmatch(seal + "([0-9]+)[.](disclosure|content|log)", name) for name in names]
        self.files = sorted({int(found[1]): found[2] for found in files if found}.items())
        self.statements = [f"data/seals/{number:04}/seal.json" for number in range(1, seals + 1)]
        due = ["data/package.json", *self.statements]
        due += [seal + name for name in ("seal.json.ots", "headers.bin") if seal + name in names]
        due += [seal + "entries.json", seal + "openings.json", *(f"{seal}{i:04}.{kind}" for i, kind in self.files)]
        manifest.need(seals and list(names) == due + ["data/readme.txt"], "not the names that are due, in their order")
        manifest.need(all(index < 65535 for index, _ in self.files), "artifact out of range")
        for name, digest in zip(names, digests):
            self.add(name, digest)
        start, count, directory = self.all.at, len(self.directory), b"".join(self.directory)
        end = END.pack(0x06054B50, 0, 0, count, count, len(directory), start, 0)
        self.all.need(self.all.rest() == directory + end, "central directory or end record")
    def add(self, name, digest=None):
        offset, head = self.all.at, self.all.take(LOCAL.size + len(name))
        crc, size = struct.unpack_from("<II", head, 14)
        same = (20, 0, 0, 0, 0x21, crc, size, size, len(name), 0)
        self.all.need(head == LOCAL.pack(0x04034B50, *same) + name.encode(), f"local header of {name}")
        limit = min(LIMITS.get(name.rpartition("/")[2], size), self.all.end - self.all.at, 2**32 - 2 - self.all.at)
        self.all.need(size <= limit, f"{name} is too large, or cut off")
        part = self.parts[name] = Reader(name, self.all.data, self.all.at, self.all.at + size)
        content, self.all.at = memoryview(part.data)[part.at:part.end], part.end
        part.digest = sha256(content)
        part.intact = zlib.crc32(content) == crc and digest in (None, part.digest.hex())
        self.directory.append(CENTRAL.pack(0x02014B50, 20, *same, 0, 0, 0, 0, offset) + name.encode())
        return part
    def intact(self, name):
        """A part of the last seal, None when there is none or it is damaged."""
        part = self.parts.get(self.seal + name)
        return part if part and part.intact else None

# ---- "Timestamp"
OTS_MAGIC = bytes.fromhex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294")
BITCOIN, PENDING, *OTHERS = map(bytes.fromhex, [
    "0588960d73d71901", "83dfe30d2ef90c8e", "06869a0d73d71b45", "30fe8087b5c7ead7"])
HASHES = {2: lambda m: hashlib.sha1(m, usedforsecurity=False).digest(), 3: ripemd160, 8: sha256, 0x67: keccak256}

def read_timestamp(reader):
    """Its hash and digest, the Bitcoin attestations (height, message), and whether there is a pending one."""
    reader.need(reader.take(31) == OTS_MAGIC and reader.varint(1, 1), "not a timestamp")
    algorithm = reader.number(1)
    reader.need(algorithm in HASHES, "unknown hash")
    digest = reader.take(20 if algorithm < 8 else 32)
    bitcoin, pending, waiting, elements = [], False, [(digest, 0)], 0
    while waiting:
        (message, depth), tag, elements = waiting.pop(), reader.number(1), elements + 1
        if tag == 0xFF:
            waiting.append((message, depth))
            tag = reader.number(1)
        reader.need(elements <= 10000 and len(message) <= 4096 and depth <= 255, "too many elements, or too large")
        if tag == 0:
            kind, payload = reader.take(8), Reader("seal.json.ots, a payload", reader.take(reader.varint(0, 8192)))
            if kind == BITCOIN:
                bitcoin.append((payload.varint(0, 2**32 - 1), message))
            elif kind == PENDING:
                pending, address = True, payload.take(payload.varint(0, 1000))
                payload.need(re.fullmatch(rb"[A-Za-z0-9._/:-]*", address), "address of a calendar")
            elif kind in OTHERS:
                payload.need(re.fullmatch(rb"[\x80-\xff]*[\x00-\x7f]", payload.rest()), "not a number")
            payload.need(payload.at == payload.end or kind not in (BITCOIN, PENDING), "too long a payload")
        else:
            argument = reader.take(reader.varint(1, 4096)) if tag in (0xF0, 0xF1) else b""
            operation = {0xF0: lambda m: m + argument, 0xF1: lambda m: argument + m, 0xF2: lambda m: m[::-1],
                         0xF3: lambda m: m.hex().encode(), **HASHES}.get(tag)
            reader.need(operation, "unknown operation")
            waiting.append((operation(message), depth + 1))
    reader.finish()
    return algorithm, digest, bitcoin, pending

# ---- "Blocks": a chain is told as the test vectors tell one
GENESIS = "01000000" + "00" * 32 + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a"
MAIN = {"genesis": GENESIS + "29ab5f49ffff001d1dac2b7c", "limit": "f" * 56, "interval": 2016, "timespan": 1209600,
        "retargeting": "yes", "versions": {"227931": 2, "363725": 3, "388381": 4}, "checkpoints": []}
PRACTICE = {**MAIN, "genesis": GENESIS + "dae5494dffff7f2002000000", "limit": "7" + "f" * 63, "retargeting": "no",
            "versions": {}}
HEADER = struct.Struct("<i32s32sIII")
FAULTS = ["merkle-root-differs", "block-differs", "headers-invalid", "heavier-chain-known"]
RANKS = [["checkpointed"], ["proven-by-work"], ["practice-accepted"], ["too-little-work"],  # passed, then by tiers
         ["too-few-blocks", "not-linked", "equal-chain-known"], ["practice-network"], ["no-header"]]
def day(number):
    return str((datetime(1970, 1, 1) + timedelta(number)).date())
def block_hash(header):
    return sha256(sha256(header))
def target_of(bits):
    return (bits & 0x7FFFFF) << 8 * (bits >> 24) >> 24
def bits_of(target):  # in canonical form
    size = (target.bit_length() + 7) // 8
    mantissa = target << 8 * (3 - size) if size <= 3 else target >> 8 * (size - 3)
    return size + 1 << 24 | mantissa >> 8 if mantissa & 0x800000 else size << 24 | mantissa

class Chain:
    """The rules of a chain, and the blocks given on it: (hash, bits of what follows, times up to it) by height."""
    def __init__(self, told):
        self.genesis, self.limit = bytes.fromhex(told["genesis"]), int(told["limit"], 16)
        self.interval, self.timespan = told["interval"], told["timespan"]
        self.retargeting = told["retargeting"] == "yes"
        self.versions = sorted((int(height), lowest) for height, lowest in told["versions"].items())
        self.given = {0: (block_hash(self.genesis), None, [HEADER.unpack(self.genesis)[3]])}
        for row in told["checkpoints"]:
            self.given[row["height"]] = bytes.fromhex(row["hash"])[::-1], int(row["bits"], 16), row["times"]
        self.newest = max(self.given)

class Run:
    """Headers from a height on, judged by the rules of a chain; the genesis counts as one before height 1."""
    def __init__(self, chain, start, headers):
        self.chain, self.start, self.end = chain, start, start + len(headers) - 1
        headers = [chain.genesis] + headers if start == 1 else headers
        self.base = self.end + 1 - len(headers)
        self.hashes = [block_hash(header) for header in headers]
        self.headers = [HEADER.unpack(header) for header in headers]
        self.times = [header[3] for header in self.headers]
        self.linked = max((height for height in chain.given if start - 1 <= height <= self.end), default=-1)
        self.sound = all(self.follows_rules(height) for height in range(start, self.end + 1))
        self.latest = list(itertools.accumulate(self.times, max))
        works = (2**256 // (target_of(header[4]) + 1) for header in self.headers)
        self.works = list(itertools.accumulate(works, initial=0))
    def follows_rules(self, height):
        chain, k = self.chain, height - self.base
        version, previous, _, time, bits, _ = self.headers[k]
        below_hash, _, below_times = chain.given.get(self.base - 1, (previous, None, []))
        window = min(11, height)
        known = sorted((below_times + self.times[max(0, k - 11):k])[-window:])
        middle = window // 2 - (window - len(known))
        lowest = [version, *(lowest for first, lowest in chain.versions if first <= height)][-1]
        return (0 < target_of(bits) <= chain.limit and not bits & 0x800000 and self.due(height) in (None, bits)
                and int.from_bytes(self.hashes[k], "little") <= target_of(bits)
                and previous == (self.hashes[k - 1] if k else below_hash)
                and (not known or middle < 0 or time > known[middle]) and (height == 0 or version >= lowest)
                and chain.given.get(height, (self.hashes[k],))[0] == self.hashes[k])
    def due(self, height):
        """The bits that a header must have, None when that is not known."""
        chain, k, first = self.chain, height - self.base, height - height % self.chain.interval
        if not chain.retargeting or height < chain.interval: return HEADER.unpack(chain.genesis)[4]
        if k and height > first: return self.headers[k - 1][4]
        named = chain.given.get(first - 1, (None, None))[1]
        if named is not None or height > first or k < chain.interval: return named
        seconds = self.times[k - 1] - self.times[k - chain.interval]
        seconds = min(max(seconds, chain.timespan // 4), chain.timespan * 4)
        return bits_of(min(target_of(self.headers[k - 1][4]) * seconds // chain.timespan, chain.limit))
    def place(self, height):
        """Of a block: 0 not held, 1 held, 2 above the newest given one, 3 checkpointed."""
        if not self.start <= height <= self.end: return 0
        return 3 if height <= self.linked else 2 if self.linked == self.chain.newest else 1
    def at(self, height):
        return self.hashes[height - self.base]
    def work_above(self, height):
        return self.works[-1] - self.works[height + 1 - self.base]

def read_headers(reader, chain):
    reader.need(reader.take(20) == b"trialseal/1 headers\n", "not headers")
    start, count, headers = reader.number(4), reader.number(4, 1, 1000000), []
    reader.need(start + count <= 2**31, "heights out of range")
    for height in range(start, start + count):
        if height == start or height % chain.interval == 0:
            headers.append(reader.take(80))
        else:
            last, short = headers[-1], reader.take(44)
            headers.append(short[:4] + block_hash(last) + short[4:40] + last[72:76] + short[40:])
    reader.finish()
    return Run(chain, start, headers)

def judge(height, root, named, run, known, practice, told):
    """Reason and run for the block at a height that is to have a Merkle root, or is named by its hash."""
    run = run if run and run.place(height) else known if known and known.place(height) > 1 else None
    if not run or not run.sound: return "headers-invalid" if run else "no-header", run
    if (root or named) != (run.headers[height - run.base][2] if root else run.at(height)):
        return "merkle-root-differs" if root else "block-differs", run
    if known:
        place, other, newest = run.place(height), known.place(height), run.chain.newest
        compared = min(height, known.end)
        if place == known.place(known.end) == 2 and run.at(compared) != known.at(compared):
            more = known.work_above(newest) - run.work_above(newest)
            if more >= 0:
                return "heavier-chain-known" if more else "equal-chain-known", run
        elif other > 1 and run.at(height) != known.at(height):
            return "heavier-chain-known", run
        elif other > 1 and (place < 2 or place == 2 and known.work_above(newest) > run.work_above(newest)):
            run = known
    return choose([
        (practice and told.get("practice") != "accepted", "practice-network"), (run.place(height) < 2, "not-linked"),
        (practice, "practice-accepted"), (run.place(height) > 2, "checkpointed"),
        (run.end - height < 6, "too-few-blocks"),
        (run.work_above(height) < int(told.get("minWork", 0)), "too-little-work")], "proven-by-work"), run

def judge_time(proof, digest, run, known, statement, chain, told):
    """Check `time`: its reason, and the days that it bounds."""
    algorithm, start, attestations, pending = proof or (0, b"", [], False)
    if algorithm != 8 or start != digest or not attestations:
        return choose([(not proof, "no-timestamp"), (algorithm != 8, "weak-digest"),
                       (start != digest, "other-statement"), (pending, "pending")], "unknown-attestations"), {}
    practice, block, outcomes = statement["network"] == "practice", statement.get("block"), []
    for height, root in attestations:
        reason, found = judge(height, root, None, run, known, practice, told)
        rank = choose([(reason in reasons, rank) for rank, reasons in enumerate(RANKS)], -1)
        last = (found.latest[height - found.base] + 7200) // 86400 if reason in PASSED else 0
        outcomes.append((-1, height, FAULTS.index(reason), reason) if rank < 0 else (rank, last, height, reason))
    rank, last, height, reason = min(outcomes)
    bounds = {"notAfter": day(last)} if reason in PASSED else {}
    if block and rank >= 0:
        below, named = block["height"], bytes.fromhex(block["hash"])[::-1]
        fault, found = judge(below, None, named, run, known, practice, told)
        fault = fault if chain.given.get(below, [named])[0] == named else "block-differs"
        if fault in FAULTS or below >= height: return fault if fault in FAULTS else "named-block-later", {}
        if fault in PASSED:
            bounds["notBefore"] = day((found.times[below - found.base] - 7200) // 86400)
    return reason, bounds

# ---- "Verification"
KINDS, POSITION = ["schema", "settings", "file"], bytes.fromhex("0000000008")  # what the cell of column 0 begins with
def ledger(statements, digests):
    """Check `ledger`."""
    same = [it and (it["ledger"], it["network"], it["study"]["id"]) for it in statements]
    for k, statement in enumerate(statements):
        if not statement or statement["seal"] != k + 1: return "number-differs" if statement else "damaged"
        if k and statement["previous"] != digests[k - 1].hex(): return "chain-broken"
        if same[k] != same[max(0, k - 1)]: return "ledger-changed"
    return "ok"

def in_tree(entry, index, path, tree):
    root = climb(leaf_hash(b"\x1a" + canonical(entry)), index, tree["count"], path)[1]
    return root is not None and root.hex() == tree["root"]

def open_entries(package, statement):
    """Check `entries`: its reason, and by index the usable entries with what is opened of them."""
    rows, openings = package.intact("entries.json"), package.intact("openings.json")
    tree, found, names, fault = statement["entries"] if statement else {"count": 0}, {}, set(), Fault()
    def check(item, true, reason):
        item.usable = item.usable and true
        fault.unless(true, reason)
    for row in json_values(rows, OPENED, 2**14, b'{"opened":[', b"]}", lambda it: it["index"]):
        index, entry, path = row["index"], row["entry"], [bytes.fromhex(node) for node in row["path"]]
        item = found[index] = SimpleNamespace(entry=entry, usable=True, schemas=None, settings=None, file=None)
        check(item, in_tree(entry, index, path, tree), "entry-differs")
        if item.usable and entry["kind"] != "source":
            check(item, entry["name"] not in names, "name-twice")
            names.add(entry["name"])
    passed = {index: item.entry["kind"] for index, item in found.items() if item.usable}
    tables = [item for item in found.values() if "source" in item.entry]
    for item in tables:
        source = item.entry["source"]
        check(item, source < tree["count"] and passed.get(source, "source") == "source", "entry-differs")
    order = lambda it: (it["artifact"], KINDS.index(it["kind"]))
    for row in json_values(openings, OPENING, 2**23, b'{"openings":[', b"]}", order):
        kind, content, item = row["kind"], row["content"], found.get(row["artifact"], SimpleNamespace(usable=False))
        data = canonical(content) if kind != "file" else u64(content["length"]) + bytes.fromhex(content["digest"])
        digest = sha256(b"\x17" + bytes([KINDS.index(kind) + 1]) + bytes.fromhex(row["salt"]) + data).hex()
        holds = row["artifact"] in passed and item.entry.get(kind) == digest
        check(item, holds, "opening-differs")
        if holds and kind == "schema":
            openings.need(fits(SCHEMAS if item.entry["kind"] == "log" else SCHEMA, content), "not a schema")
            item.schemas = [
                (row["from"], [column["name"] for column in row["schema"]["columns"]], sha256(canonical(row["schema"])))
                for row in content.get("schemas", [{"from": 0, "schema": content}])]
        elif holds:
            openings.need(kind == "file" or fits(SETTINGS, content), "not settings")
            setattr(item, kind, content)
    for item in tables:
        check(item, schema_fits(item.entry, item.schemas or [], item.settings), "schema-differs")
    usable = {index: item for index, item in found.items() if item.usable}
    return (fault.reason, usable) if statement and rows and openings else ("not-checked", {})

def schema_fits(entry, schemas, settings):
    subject, names = settings and settings.get("subject"), [set(names) for _, names, _ in schemas]
    grouped = (subject is not None) == (entry.get("grouping") == "subject")
    ordered = settings and settings["options"].get("order") in ("oldest-first", "newest-first")
    return (not settings or (ordered if entry["kind"] == "log" else grouped)) and (
        not names or len(names[-1]) == entry["columns"] and schemas[-1][0] <= entry["records"]
        and subject in (None, *names[0]) and all(a <= b for a, b in zip(names, names[1:])))

def shown_records(reader, fewest, count, first, schemas, leaves, subject=None, stream=None):
    """Reads what is shown of a tree of `count` records: for each its cells of position and subject, and the root that
    its path leads to, b"" for none; where all are shown there are no paths: None, and leaf hashes go to `leaves`.
    Schemas are (first index, columns, beginning of the leaf); where a stream gives the salts, everything is shown."""
    shown, index = count if stream else reader.number(8, fewest, count), -1
    for _ in range(shown):
        index = index + 1 if stream else reader.number(8, index + 1, count - 1)
        path = reader.path() if shown < count else None
        _, columns, leaf = schemas[bisect.bisect(schemas, (index, MANY)) - 1]
        wide, room, cells = columns > 64, 2**27, {}
        for begin in range(first, columns + 1, 64 if wide else 65):
            if not stream and not reader.number(1, 0 if wide else 1, 1):
                leaf += reader.take(32)
                continue
            commitments = b"\x13" if wide else b""
            for column in range(begin, min(begin + (64 if wide else 65), columns + 1)):
                if not stream and not reader.number(1, 0, 1):
                    commitments += reader.take(32)
                    continue
                salt = next(stream) if stream else reader.take(16)
                reader.need(stream or column or reader.take(5) == POSITION, "not a position")
                cell = reader.cell() if column else POSITION + u64(reader.number(8))
                room -= len(cell) - 5 if column else 0
                reader.need(room >= 0, "values of a record too large")
                if column in (0, subject):
                    cells[column] = cell
                commitments += sha256(b"\x10" + salt + column.to_bytes(2, "big") + cell)
            leaf += sha256(commitments) if wide else commitments
        leaves += [leaf_hash(leaf)] if path is None else []
        yield cells, None if path is None else climb(leaf_hash(leaf), index, count, path)[1] or b""

def read_group(reader, fault, count, columns, subject, identifier):
    """Reads mode and records of a group: its body, and whether some of its records are hidden."""
    whole = reader.number(1, 1, 2) == 1
    stream = salts(reader.take(32), count, columns + 1) if whole else None
    salt = next(stream) if whole else reader.take(16)
    schemas, root, leaves, position = [(0, columns, b"\x12" if columns > 64 else b"\x11")], None, [], b""
    for cells, led in shown_records(reader, 1, count, 0, schemas, leaves, subject, stream):
        fault.unless(cells.get(0, b"\1") > position, "position-order")
        fault.unless(led is None or led and led == (root or led), "path-differs")
        position, root, identifier = cells.get(0, position), root or led, identifier or cells.get(subject)
        fault.unless(cells.get(subject, identifier) == identifier, "subject-differs")
    return sha256(b"\x14" + salt + u64(count) + (tree_root(leaves) if leaves else root)), not leaves

def begins(rows, start):
    """Whether one of the ascending rows begins so."""
    k = bisect.bisect_left(rows, start)
    return k < len(rows) and rows[k].startswith(start)

def read_dataset(reader, item, statements):
    """Reads a disclosure: reason of `data`; name and reason of the checks after it, and whether they are required."""
    entry, fault, root = item.entry, Fault(), bytes.fromhex(item.entry["root"])
    grouped = entry["grouping"] == "subject"
    subject = item.schemas[0][1].index(item.settings["subject"]) + 1 if grouped else None
    flags = reader.number(1, 0, 7)
    reader.need(flags < 4 or flags == 7 and grouped, "flags")
    tag_key = reader.take(32) if flags & 1 else None
    fault.unless(not tag_key or sha256(b"\x16" + tag_key).hex() == entry["tagKey"], "tag-key-differs")
    if flags & 2:
        listed = [reader.take(64) for _ in range(reader.number(8, 0, 4000000))]
        fault.unless(all(a[:32] < b[:32] for a, b in zip(listed, itertools.islice(listed, 1, None))), "order")
        fault.unless(len(listed) == entry["groups"], "count-differs")
        fault.unless(tree_root(leaf_hash(b"\x15" + row) for row in listed) == root, "root-differs")
    absent, last, room = reader.number(4, 1, 65535) if flags & 4 else 0, b"", 2**26
    for _ in range(absent):
        cell = reader.cell()
        reader.need(last < cell[:1] + cell[5:] and room >= len(cell) - 5, "identifiers do not ascend, or are too large")
        last, room = cell[:1] + cell[5:], room - len(cell) + 5
        fault.unless(not begins(listed, hmac.digest(tag_key, cell, "sha256")), "not-absent")
    fault.unless(entry["groups"] or root == sha256(b""), "root-differs")
    shown, total, some_hidden, last, last_index = reader.number(8), 0, False, b"", -1
    for _ in range(shown):
        tag = reader.take(32)
        reader.need(last < tag, "groups do not ascend")
        identifier = reader.cell() if tag_key and grouped else None
        fault.unless(not tag_key or hmac.digest(tag_key, identifier or bytes(5), "sha256") == tag, "tag-differs")
        index, path = (0, None) if flags & 2 else (reader.number(8), reader.path())
        count = reader.number(8, 1)
        fault.unless(count <= entry["records"] - total, "count-differs")
        body, hidden = read_group(reader, fault, count, entry["columns"], subject, identifier)
        led = climb(leaf_hash(b"\x15" + tag + body), index, entry["groups"], path)[1] if path is not None else root
        fault.unless(led, "path-differs")
        fault.unless(led == root and (path is not None or begins(listed, tag + body)), "group-differs")
        fault.unless(path is None or index > last_index, "order")
        last, last_index, total, some_hidden = tag, index, total + count, some_hidden or hidden
    left, rest = entry["groups"] - shown, entry["records"] - total
    fault.unless(shown or absent or not entry["groups"], "nothing-shown")
    fault.unless(left > 0 and rest >= left or left == rest == 0, "count-differs")
    complete = choose([
        (fault.reason != "ok", "not-checked"), (not left and not some_hidden, "ok"), (not flags & 1, "no-tag-key"),
        (not flags & 2, "not-listed"), (some_hidden, "records-hidden")], "ok")
    return fault.reason, [("completeness", complete, grouped and tag_key and (shown or absent))]

def read_document(reader, item, statements):
    """Reads the content of a document: as the other two."""
    key, fault, whole, leaves = reader.take(32), Fault(), hashlib.sha256(), []
    size = reader.end - reader.at
    for k, salt in enumerate(itertools.islice(salts(key, -(-size // 2**20), 1), 1, None)):
        chunk = reader.take(min(2**20, reader.end - reader.at))
        whole.update(chunk)
        leaves.append(leaf_hash(b"\x19" + sha256(b"\x18" + salt + u64(k) + len(chunk).to_bytes(4, "big") + chunk)))
    fault.unless(len(leaves) == item.entry["chunks"], "count-differs")
    fault.unless(tree_root(leaves).hex() == item.entry["root"], "root-differs")
    fault.unless(item.file in (None, {"digest": whole.hexdigest(), "length": size}), "file-differs")
    return fault.reason, []

def read_log(reader, item, statements):
    """Reads what is shown of an event log: as the other two."""
    entry, fault, root, leaves, shown = item.entry, Fault(), bytes.fromhex(item.entry["root"]), [], 0
    schemas = [(start, len(names), (b"\x1c" if len(names) > 64 else b"\x1b") + digest)
               for start, names, digest in item.schemas]
    history = reader.number(1, 0, 1)
    append = read_history(reader, entry, root, statements) if history else "no-history" if "previous" in entry else "ok"
    for shown, (_, led) in enumerate(shown_records(reader, 0, entry["records"], 1, schemas, leaves), 1):
        fault.unless(led is None or led, "path-differs")
        fault.unless(led in (None, root), "record-differs")
    fault.unless(shown < entry["records"] or tree_root(leaves) == root, "root-differs")
    fault.unless(shown or not entry["records"], "nothing-shown")
    complete = choose([(fault.reason != "ok", "not-checked"), (shown < entry["records"], "records-hidden")], "ok")
    return fault.reason, [("completeness", complete, False), ("append", append, history)]

def read_history(reader, entry, root, statements):
    """Reads the history of a log: the reason of `append`."""
    fault, before, records, gap = Fault(), 0, 0, False
    for _ in range(reader.number(4, 1, 65535)):
        seal, index, path = reader.number(8, before + 1, len(statements) - 1), reader.number(4, 0, 65534), reader.path()
        old = read_json(Reader(f"{reader.name}, an earlier entry", reader.take(reader.number(4, 0, 4096))), ENTRIES[3])
        proof, statement = reader.path(64), statements[seal - 1]
        previous, begun = old.get("previous", 0), old["records"]
        fault.unless(statement and in_tree(old, index, path, statement["entries"]), "entry-differs")
        fault.unless(old["name"] == entry["name"], "log-differs")
        fault.unless(begun >= records, "log-shrank")
        fault.unless(before <= previous < seal, "history-differs")
        fault.unless(consistent(begun, bytes.fromhex(old["root"]), entry["records"], root, proof), "not-appended")
        before, records, gap = seal, begun, gap or previous > before
    fault.unless(entry["records"] >= records, "log-shrank")
    fault.unless(before <= entry.get("previous", 0) < len(statements), "history-differs")
    fault.unless(not gap and entry.get("previous", 0) == before, "history-incomplete")
    return fault.reason

READERS = {"disclosure": ("dataset", read_dataset), "content": ("document", read_document), "log": ("log", read_log)}

def verify(data, told):
    """The report on a package by what the verifier is told beside it, in the form that the test vectors tell it."""
    package, checks, main, known = Package(data), [], Chain(told.get("bitcoin", MAIN)), told.get("known")
    parts, seals = package.parts, len(package.statements)
    def add(name, reason, required=True):
        result = choose([(reason in PASSED, "passed"), (reason in INDETERMINATE, "indeterminate")], "failed")
        checks.append({"id": name, "reason": reason, "required": "yes" if required else "no", "result": result})
    if parts["data/package.json"].intact:
        read_json(parts["data/package.json"], {"format": "trialseal-package/1", "seal": (seals, seals)})
    statements = [read_json(parts[name], STATEMENT) if parts[name].intact else None for name in package.statements]
    digests = [parts[name].digest for name in package.statements]
    add("package", "ok" if all(part.intact for part in parts.values()) else "damaged")
    statement = statements[-1] if statements[-1] and statements[-1]["seal"] == seals else None
    add("statement", choose([(not statements[-1], "damaged"), (not statement, "number-differs")], "ok"))
    add("ledger", ledger(statements, digests))
    reason, items = open_entries(package, statement)
    add("entries", reason)
    for index, suffix in package.files:
        part, item, (kind, read) = parts[f"{package.seal}{index:04}.{suffix}"], items.get(index), READERS[suffix]
        name, more = item.entry["name"] if item else part.name.rpartition("/")[2], []
        reason = choose([
            (not part.intact, "damaged"), (item and item.entry["kind"] != kind, "kind-differs"),
            (not item or kind != "document" and not (item.schemas and item.settings), "not-opened")], None)
        if reason is None:
            magic = b"trialseal/1 %s\n" % kind.encode()
            part.need(part.take(len(magic)) == magic and part.number(4) == index, "another kind or number")
            reason, more = read(part, item, statements)
            part.finish()
        for check, reason, required in [("data", reason, True), *more]:
            add(f"{check}:{name}", reason, required)
    if not package.files:
        add("data", "nothing-shown")
    demanded = not statement or told.get("signers") or statement["signers"]
    add("signatures", choose([(not statement, "not-checked"), (demanded, "missing")], "not-required"), demanded)
    chain = Chain(PRACTICE) if statement and statement["network"] == "practice" else main
    headers, timestamp = package.intact("headers.bin"), package.intact("seal.json.ots")
    run, proof = headers and read_headers(headers, chain), timestamp and read_timestamp(timestamp)
    known = known and chain is main and Run(main, known["start"], [
        bytes.fromhex(header) for header in re.findall(".{160}", known["headers"])])
    reason, bounds = "not-checked", {}
    if statement and (timestamp or package.seal + "seal.json.ots" not in parts):
        known = known if known and known.sound else None
        reason, bounds = judge_time(proof, digests[-1], run, known, statement, chain, told)
    add("time", reason)
    results = [check["result"] for check in checks if check["required"] == "yes"]
    verdict = choose([(result in results, result) for result in ("failed", "indeterminate")], "passed")
    return {"checks": checks, "time": bounds, "verdict": verdict}

# ---- The command line, and "Test vectors"
CHECKPOINTS = "notary-core/src/main/resources/org/trialseal/core/bitcoin/checkpoints.txt"

def read_checkpoints(path):
    magic, *lines = path.read_text("ascii").splitlines()
    if magic != "trialseal/1 checkpoints": raise ValueError(f"{path} is not a list of checkpoints")
    rows = [[*line.split(" "), ""][:4] for line in lines]
    return [{"height": int(row[0]), "hash": row[1], "bits": row[2], "times": [int(t) for t in row[3].split(",") if t]}
            for row in rows]

def judged(path, told):
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            return verify(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b"", told)
    except Malformed as malformed:
        return {"error": str(malformed), "verdict": "malformed"}

def run_vectors(folder):
    for path in sorted(path for path in folder.iterdir() if path.suffix == ".json"):
        report = judged(path.with_suffix(".trialseal"), json.loads(path.read_bytes()).get("policy", {}))
        shown = {name: report[name] for name in ("checks", "verdict") if name in report}
        print(json.dumps({**shown, "name": path.stem}, sort_keys=True, separators=(",", ":")), flush=True)
    return 0

def main():
    parser = argparse.ArgumentParser(description="Verify a TrialSeal proof package by docs/proof-format.md.")
    parser.add_argument("package", metavar="PACKAGE", nargs="?")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--practice", action="store_true", help="accept the practice network")
    parser.add_argument("--min-work", type=int, default=0, metavar="N", help="expected hashes demanded above a block")
    parser.add_argument("--signer", action="append", default=[], metavar="SPKI", help="demand a signature by this key")
    parser.add_argument("--checkpoints", type=pathlib.Path, metavar="FILE", help="in place of those of the program",
                        default=pathlib.Path(__file__).resolve().parents[2] / CHECKPOINTS)
    parser.add_argument("--vectors", type=pathlib.Path, metavar="DIR", help="judge every test vector in a folder")
    parser.error = lambda message: parser.exit(64, f"{parser.format_usage()}{message}\n")
    given = parser.parse_args()
    if not given.package:
        return run_vectors(given.vectors) if given.vectors else parser.error("PACKAGE or --vectors")
    report = judged(given.package, {
        "practice": "accepted" if given.practice else "", "minWork": given.min_work, "signers": given.signer,
        "bitcoin": {**MAIN, "checkpoints": read_checkpoints(given.checkpoints)}})
    if given.json:
        print(json.dumps(report, indent=2, sort_keys=True))
    elif "error" in report:
        print(ascii(report["error"])[1:-1], file=sys.stderr)
    else:
        for check in report["checks"]:
            optional = "" if check["required"] == "yes" else " (not required)"
            print(f"{check['result']:13} {ascii(check['id'])[1:-1]}: {check['reason']}{optional}")
        print(report["verdict"].upper())
    return {"passed": 0, "failed": 1, "indeterminate": 2, "malformed": 65}[report["verdict"]]

if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError) as error:
        print(f"cannot be read: {ascii(str(error))}", file=sys.stderr)
        sys.exit(66)
