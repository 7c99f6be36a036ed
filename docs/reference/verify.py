#!/usr/bin/env python3
"""A second verifier of TrialSeal proof packages, written from docs/proof-format.md alone: Python 3.9 or later, its
standard library, no network, no writing. Words in quotes are sections of that page; letters and reasons are its own.

usage: verify.py PACKAGE [POLICY]     prints the report; POLICY is a JSON file like `policy` of a test vector
       verify.py --vectors DIR        prints a line for each test vector in a folder"""
import bisect, calendar, datetime, hashlib, hmac, itertools, json, mmap, os, pathlib, re, struct, sys, types, zlib

PASSED = ["ok", "not-required", "checkpointed", "proven-by-work", "practice-accepted"]
INDETERMINATE = """not-checked not-opened nothing-shown no-tag-key not-listed records-hidden no-history
    history-incomplete no-timestamp pending unknown-attestations no-header not-linked too-few-blocks too-little-work
    equal-chain-known practice-network""".split()

class Malformed(Exception):
    """The package breaks the grammar: the message says where, at which byte, and why."""
def first_of(reasons, otherwise):  # of the reasons {reason: whether it applies} the first that does
    return next((reason for reason, applies in reasons.items() if applies), otherwise)

class Reader:
    """Reads the bytes [at, end) of `data`, never beyond, whatever a length says; all reading goes through here.
    `reason` is that of the first fault which a check found there, "ok" while there is none; `room` is for cells."""
    def __init__(self, name, data, at=0, end=None):
        self.name, self.data, self.start, self.at, self.end = name, data, at, at, len(data) if end is None else end
        self.reason, self.room = "ok", 2**27
    def fault(self, reasons):
        self.reason = first_of(reasons, "ok") if self.reason == "ok" else self.reason
    def need(self, true, reason):
        if not true: raise Malformed(f"{self.name}, byte {self.at - self.start}: {reason}")
    def take(self, length):
        self.need(length <= self.end - self.at, "ends too early")
        self.at += length
        return self.data[self.at - length:self.at]
    def rest(self): return self.take(self.end - self.at)
    def finish(self): self.need(self.at == self.end, "more than there should be")
    def number(self, width, low=0, high=2**63 - 1):
        value = int.from_bytes(self.take(width), "big")
        self.need(low <= value <= high, "number out of range")
        return value
    def path(self, most=63): return [self.take(32) for _ in range(self.number(1, 0, most))]
    def cell(self):
        kind, length = self.number(1, 1, 6), self.number(4, 0, 2**26)
        self.room -= length
        self.need(self.room >= 0, "values too large")
        return struct.pack(">BI", kind, length) + self.take(length)

# ---- The hashes and the cipher that the standard library lacks
def sha256(data): return hashlib.sha256(data).digest()
def u64(number): return number.to_bytes(8, "big")

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
        word = word if i % 8 else bytes([word[1] ^ 1 << i // 8 - 1]) + word[2:] + word[:1]
        keys += bytes(a ^ b for a, b in zip(keys[-32:], word))
    ones = int.from_bytes(b"\1" * count, "big")
    state = [int.from_bytes(blocks[k::16], "big") ^ keys[k] * ones for k in range(16)]
    columns = [[k // 4 * 4 + (k + step) % 4 for step in range(4)] for k in range(16)]
    for turn in range(1, 15):
        shifted = [state[5 * k % 16].to_bytes(count, "big") for k in range(16)]
        state = once = [int.from_bytes(row.translate(SBOX), "big") for row in shifted]
        twice = [int.from_bytes(row.translate(SBOX_DOUBLED), "big") for row in shifted]
        state = [twice[a] ^ twice[b] ^ once[b] ^ once[c] ^ once[d] for a, b, c, d in columns] if turn < 14 else once
        state = [row ^ keys[16 * turn + k] * ones for k, row in enumerate(state)]
    return map(bytes, zip(*(row.to_bytes(count, "big") for row in state)))

def salts(key, rows, columns):
    """s(2^64-1, 0), then s(i, j) of all columns row by row; some thousand are computed at a time."""
    pairs = itertools.chain([(2**64 - 1, 0)], ((i, j) for i in range(rows) for j in range(columns)))
    while blocks := b"".join(u64(i) + u64(j) for i, j in itertools.islice(pairs, 4096)):
        yield from aes(key, blocks)

# ---- "Conventions": Merkle trees of RFC 6962
def leaf_hash(data): return sha256(b"\0" + data)
def parent(left, right): return sha256(b"\1" + left + right)
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
MANY, TOKEN, DEPTH = 2**53 - 1, re.compile(rb'"[^"]*"|[^0-9,:]'), {b"[": 1, b"{": 1, b"]": -1, b"}": -1}
DECODER = json.JSONDecoder(  # reads what is not canonical as what is written otherwise
    object_pairs_hook=lambda pairs: dict(sorted(pairs, key=lambda pair: pair[0].encode("utf-16-be"))),
    parse_int=lambda digits: min(int(digits[:17]), MANY))
def canonical(value): return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

def json_values(reader, shape, limit=2**26, head=b"", tail=b"", key=lambda value: 0):
    """One by one the canonical JSON values between head and tail, which is all that is left; `key` ascends strictly."""
    text, at, last = reader.rest(), len(head), ()
    plain = text.replace(b"\\\\", b"..").replace(b'\\"', b"..")  # where every quote begins or ends a string
    more = not head or text != head + tail
    while more:
        end, depth = at, 0
        for token in TOKEN.finditer(plain, at, at + limit):  # no deeper or larger value is ever parsed
            end, depth = token.end(), depth + DEPTH.get(token[0], 99 if len(token[0]) == 1 else 0)
            if not 0 < depth <= 16: break
        try:
            value = DECODER.decode(text[at:end].decode())
            valid = canonical(value) == text[at:end] and fits(shape, value) and last < (key(value),)
        except ValueError:
            valid = False
        more, reader.at = text[end:end + len(tail) + 1] != tail, reader.start + at
        good = valid and text.startswith(head) and (not more or text[end:end + 1] == b",")
        reader.need(good, "not canonical JSON, or not what is due here")
        yield value
        at, last = end + 1, (key(value),)
def read_json(reader, shape): return list(json_values(reader, shape))[0]  # the only one: a second has no greater key

# ---- Shapes of JSON: "Opened-as-a-whole commitments", "Entries", "Statement"
def fits(shape, value):
    """Whether a value has a shape: (low, high) of an integer, a pattern of a string, [shape, fewest, most] of a list, a
    function, or {name: shape}, where names that end in ? are optional and "" is for what must be true of the whole."""
    if callable(shape): return shape(value)
    if type(value) is not (int if type(shape) is tuple else type(shape)): return False
    if type(shape) is str: return bool(re.fullmatch(shape, re.sub("[^\0-\uffff]", "??", value), re.S))  # UTF-16 units
    if type(shape) is tuple: return shape[0] <= value <= shape[1]
    if type(shape) is list: return shape[1] <= len(value) <= shape[2] and all(fits(shape[0], each) for each in value)
    known = {name.rstrip("?"): member for name, member in shape.items() if name}
    return (known.keys() & shape.keys() <= value.keys() <= known.keys()
            and all(fits(known[name], each) for name, each in value.items()) and ("" not in shape or shape[""](value)))
def instant(value):
    return fits("[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}Z", value) and (
        1 <= int(value[8:10]) <= calendar.monthrange(int(value[:4]), int(value[5:7]))[1])
def strings(value): return type(value) is dict and all(type(member) is str for member in value.values())

NUMBER, ANY, DIGEST, SALT, TEXT = (0, MANY), ".*", "[0-9a-f]{64}", "[0-9a-f]{32}", "[^\x00-\x1f\x7f-\x9f]{%d,%d}"
SIGNERS = [{"algorithm": TEXT % (1, 32), "spki": DIGEST}, 0, MANY]
STATEMENT = {
    "block?": {"hash": DIGEST, "height": (0, 2**32 - 1)}, "claimedTime": instant, "trail?": DIGEST, "nonce": DIGEST,
    "entries": {"count": (1, 65535), "root": DIGEST}, "format": "trialseal/1", "ledger": SALT, "seal": (1, MANY),
    "milestone": TEXT % (1, 64), "network": "bitcoin|practice", "previous?": DIGEST, "title": TEXT % (0, 200),
    "signers": SIGNERS, "successors?": SIGNERS, "supersedes?": (1, MANY), "study": {
        "id": TEXT % (1, 64), "registry?": TEXT % (0, 64), "sponsor?": TEXT % (0, 200), "title?": TEXT % (0, 200)},
    "": lambda it: ("previous" in it) == (it["seal"] > 1) and it.get("supersedes", 0) < it["seal"]}
NAMED = {"name": "[^\x00-\x1f\x7f-\x9f/\\\\]{1,255}", "salt": SALT}
TABLE = {"columns": (1, 32767), "records": NUMBER, "root": DIGEST, "schema": DIGEST, "settings": DIGEST,
         "source": (0, 65534), **NAMED}
SOURCE = {"file": DIGEST, "kind": "source", **NAMED}
DOCUMENT = {"chunks": NUMBER, "file": DIGEST, "kind": "document", "root": DIGEST, **NAMED}
DATASET = {"grouping": "subject|none", "groups": NUMBER, "kind": "dataset", "tagKey": DIGEST, **TABLE, "": lambda it: (
    min(1, it["records"]) <= it["groups"] <= min(it["records"], MANY if it["grouping"] == "subject" else 1))}
LOG = {"kind": "log", "previous?": (1, MANY), **TABLE}
OPENED = {"entry": lambda it: any(fits(shape, it) for shape in (SOURCE, DOCUMENT, DATASET, LOG)),
          "index": (0, 65534), "path": [DIGEST, 0, 63]}
KINDS, FILE = ["schema", "settings", "file"], {"digest": DIGEST, "length": NUMBER}
OPENING = {"artifact": (0, 65534), "content": lambda it: type(it) is dict, "kind": "schema|settings|file", "salt": SALT,
           "": lambda it: it["kind"] != "file" or fits(FILE, it["content"])}
SCHEMA = {"columns": [{"attributes": strings, "name": ANY}, 1, 32767],
          "": lambda it: len({column["name"] for column in it["columns"]}) == len(it["columns"])}
SCHEMAS = {"schemas": [{"from": NUMBER, "schema": SCHEMA}, 1, 1000], "": lambda it: it["schemas"][0]["from"] == 0 and (
    all(a["from"] < b["from"] for a, b in zip(it["schemas"], it["schemas"][1:])) and len(canonical(it)) <= 2**22)}
SETTINGS = {"importer": ANY, "keys": [ANY, 0, MANY], "options": strings, "subject?": ANY, "version": (0, 2**31 - 1)}

# ---- "Proof package"
LIMITS = {"bagit.txt": 64, "package.json": 4096, "seal.json": 3500, "seal.json.ots": 2**20, **dict.fromkeys(
    ["manifest-sha256.txt", "headers.bin", "entries.json", "openings.json", "readme.txt"], 2**26)}
LOCAL, CENTRAL, END = struct.Struct("<I5H3I2H"), struct.Struct("<I6H3I5H2I"), struct.Struct("<I4H2IH")

class Package:
    """The parts of an archive by name, each a Reader that knows its digest and whether it is intact."""
    def __init__(self, data):
        self.all, self.directory, self.parts = Reader("package", data), bytearray(), {}
        bagit, manifest = self.add("bagit.txt"), self.add("manifest-sha256.txt")
        bagit.need(bagit.rest() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "other bytes")
        lines = manifest.rest()
        manifest.need(lines.count(b"\n") < 65533 and re.fullmatch(rb"(?:[0-9a-f]{64}  [ -~]{1,64}\n)+", lines), "lines")
        digests, names = zip(*((line[:64], line[66:]) for line in lines.decode().splitlines()))
        seals = sum(name.endswith("/seal.json") for name in names)
        self.statements = [f"data/seals/{number:04}/seal.json" for number in range(1, seals + 1)]
        self.seal = seal = f"data/seals/{seals:04}/"
        shown = filter(None, map(re.compile(seal + "([0-9]+)[.](disclosure|content|log)").fullmatch, names))
        self.files = sorted({int(found[1]): found[2] for found in shown}.items())
        due = ["data/package.json", *self.statements]
        due += [seal + name for name in ("seal.json.ots", "headers.bin") if seal + name in names]
        due += [seal + "entries.json", seal + "openings.json", *(f"{seal}{k:04}.{kind}" for k, kind in self.files)]
        good = seals and list(names) == due + ["data/readme.txt"] and all(index < 65535 for index, _ in self.files)
        manifest.need(good, "not the names that are due, in their order")
        for name, digest in zip(names, digests): self.add(name, digest)
        count = len(self.parts)
        end = END.pack(0x06054B50, 0, 0, count, count, len(self.directory), self.all.at, 0)
        self.all.need(self.all.rest() == self.directory + end, "central directory or end record")
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
        self.directory += CENTRAL.pack(0x02014B50, 20, *same, 0, 0, 0, 0, offset) + name.encode()
        return part
    def intact(self, name):  # a part of the last seal, None when there is none or it is damaged
        part = self.parts.get(self.seal + name)
        return part if part and part.intact else None

# ---- "Timestamp"
OTS_MAGIC = bytes.fromhex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294")
BITCOIN, PENDING, *NUMBERED = map(bytes.fromhex, [
    "0588960d73d71901", "83dfe30d2ef90c8e", "06869a0d73d71b45", "30fe8087b5c7ead7"])
HASHES = {2: 20, 3: 20, 8: 32, 0x67: 32}  # and the lengths of their results

def varint(reader, low, high):
    groups = [reader.number(1)]
    while groups[-1] > 127 and len(groups) < 9: groups.append(reader.number(1))
    value = sum((group & 127) << 7 * k for k, group in enumerate(groups))
    reader.need(groups[-1] < 128 and low <= value <= high, "number out of range")
    return value

def read_timestamp(reader):
    """Its hash and digest, the Bitcoin attestations (height, message), and whether there is a pending one: those that
    count. What another hash than SHA-256 leads to does not; zeros stand for it there."""
    reader.need(reader.take(31) == OTS_MAGIC and varint(reader, 1, 1), "not a timestamp")
    algorithm = reader.number(1)
    reader.need(algorithm in HASHES, "unknown hash")
    digest = reader.take(HASHES[algorithm])
    bitcoin, pending, waiting, elements = [], False, [(digest, 0, True)], 0
    while waiting:
        (message, depth, counts), tag, elements = waiting.pop(), reader.number(1), elements + 1
        if tag == 0xFF:
            waiting.append((message, depth, counts))
            tag = reader.number(1)
        reader.need(elements <= 10000 and len(message) <= 4096 and depth <= 255, "too many elements, or too large")
        if tag == 0:
            kind, payload = reader.take(8), Reader("seal.json.ots, a payload", reader.take(varint(reader, 0, 8192)))
            pending = pending or counts and kind == PENDING
            block = [(varint(payload, 0, 2**32 - 1), message)] if kind == BITCOIN else []
            bitcoin += block if counts else []
            address = payload.take(varint(payload, 0, 1000)) if kind == PENDING else b""
            payload.need(re.fullmatch(rb"[A-Za-z0-9._/:-]*", address), "address of a calendar")
            shape = rb"[\x80-\xff]*[\x00-\x7f]" if kind in NUMBERED else rb"" if kind in (BITCOIN, PENDING) else rb".*"
            payload.need(re.fullmatch(shape, payload.rest(), re.S), "another payload")
        else:
            argument = reader.take(varint(reader, 1, 4096)) if tag in (0xF0, 0xF1) else b""
            operation = {0xF0: lambda m: m + argument, 0xF1: lambda m: argument + m, 0xF2: lambda m: m[::-1],
                         0xF3: lambda m: m.hex().encode(), 8: sha256}.get(tag)
            reader.need(operation or tag in HASHES, "unknown operation")
            result = operation(message) if operation else bytes(HASHES[tag])
            waiting.append((result, depth + 1, counts and operation is not None))
    reader.finish()
    return algorithm, digest, bitcoin, pending

# ---- "Blocks": chains are told as the test vectors tell them, hashes are written as block explorers show them
GENESIS = "01000000" + "00" * 32 + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a"
MAIN = {"genesis": GENESIS + "29ab5f49ffff001d1dac2b7c", "limit": "f" * 56, "interval": 2016, "timespan": 1209600,
        "retargeting": "yes", "versions": {"227931": 2, "363725": 3, "388381": 4}, "checkpoints": []}
PRACTICE = {**MAIN, "genesis": GENESIS + "dae5494dffff7f2002000000", "limit": "7" + "f" * 63, "retargeting": "no",
            "versions": {}}
HEADER = struct.Struct("<i32s32sIII")
def block_hash(header): return sha256(sha256(header))[::-1].hex()
def target_of(bits): return (bits & 0x7FFFFF) << 8 * (bits >> 24) >> 24
def bits_of(target):  # in canonical form: the first of the three bytes is below 0x80
    size = target.bit_length() // 8 + 1
    return size << 24 | target << 24 >> 8 * size
def given_blocks(chain):  # by height: hash, bits of what follows, times up to it
    genesis = bytes.fromhex(chain["genesis"])
    time, bits = genesis[68:72], genesis[72:76]
    first = {"hash": block_hash(genesis), "bits": bits[::-1].hex(), "times": [int.from_bytes(time, "little")]}
    return {0: first, **{block["height"]: block for block in chain["checkpoints"]}}

class Run:
    """Headers from a height on, judged by the rules of a chain; the genesis counts as one before height 1."""
    def __init__(self, chain, start, headers):
        self.chain, self.start, self.end, self.given = chain, start, start + len(headers) - 1, given_blocks(chain)
        headers = [bytes.fromhex(chain["genesis"])] * (start == 1) + headers
        self.base, self.limit, self.newest = self.end + 1 - len(headers), int(chain["limit"], 16), max(self.given)
        self.lowest = sorted((int(height), version) for height, version in chain["versions"].items())
        self.hashes = dict(enumerate(map(block_hash, headers), self.base))
        self.versions, self.below, self.roots, self.times, self.bits, _ = zip(*map(HEADER.unpack, headers))
        self.linked = max((height for height in self.given if start - 1 <= height <= self.end), default=-1)
        self.sound = all(self.follows_rules(height) for height in range(start, self.end + 1))
        self.latest = list(itertools.accumulate(self.times, max))
        self.works = [0, *itertools.accumulate(2**256 // (target_of(bits) + 1) for bits in self.bits)]
    def follows_rules(self, height):
        k, block, window = height - self.base, self.hashes[height], min(11, height)
        bits, target, previous = self.bits[k], target_of(self.bits[k]), self.below[k][::-1].hex()
        below = self.given.get(self.base - 1, {"hash": previous, "times": []})
        known = sorted([*below["times"], *self.times[max(0, k - 11):k]][-window:])
        middle = window // 2 - (window - len(known))
        lowest = [self.versions[k], *(lowest for first, lowest in self.lowest if first <= height)][-1]
        return (0 < target <= self.limit and not bits & 0x800000 and self.due(height) in (None, bits)
                and int(block, 16) <= target and previous == self.hashes.get(height - 1, below["hash"])
                and (not known or middle < 0 or self.times[k] > known[middle])
                and (height == 0 or self.versions[k] >= lowest)
                and block == self.given.get(height, {"hash": block})["hash"])
    def due(self, height):
        """The bits that a header must have, None when that is not known."""
        interval, timespan, k = self.chain["interval"], self.chain["timespan"], height - self.base
        below = self.given.get(height - height % interval - 1)  # the last block of the interval before
        if self.chain["retargeting"] == "no" or height < interval: return int(self.given[0]["bits"], 16)
        if k and height % interval: return self.bits[k - 1]
        if below or k < interval: return below and int(below["bits"], 16)
        seconds = min(max(self.times[k - 1] - self.times[k - interval], timespan // 4), timespan * 4)
        return bits_of(min(target_of(self.bits[k - 1]) * seconds // timespan, self.limit))
    def place(self, height):
        """Of a block: 0 not held, 1 held, 2 above the newest given one, 3 checkpointed."""
        if not self.start <= height <= self.end: return 0
        return 3 if height <= self.linked else 2 if self.linked == self.newest else 1
    def work_above(self, height): return self.works[-1] - self.works[height + 1 - self.base]

def read_headers(reader, chain):
    reader.need(reader.take(20) == b"trialseal/1 headers\n", "not headers")
    start, count, headers = reader.number(4), reader.number(4, 1, 1000000), []
    reader.need(start + count <= 2**31, "heights out of range")
    for height in range(start, start + count):
        whole = height == start or height % chain["interval"] == 0
        header = reader.take(80 if whole else 44)
        headers.append(header if whole else (
            header[:4] + sha256(sha256(headers[-1])) + header[4:40] + headers[-1][72:76] + header[40:]))
    reader.finish()
    return Run(chain, start, headers)

def judge(height, root, named, run, known, told):
    """Steps 1 to 8 for the block at a height that is to have a Merkle root, or is named by its hash: reason and run."""
    run = run if run and run.place(height) else known if known and known.place(height) > 1 else None
    if not run or not run.sound: return "headers-invalid" if run else "no-header", run
    if named not in (None, run.hashes[height]): return "block-differs", run
    if root not in (None, run.roots[height - run.base]): return "merkle-root-differs", run
    if known:
        place, other, newest, end = run.place(height), known.place(height), run.newest, min(height, known.end)
        if place == known.place(known.end) == 2 and run.hashes[end] != known.hashes[end]:
            more = known.work_above(newest) - run.work_above(newest)
            if more >= 0: return "heavier-chain-known" if more else "equal-chain-known", run
        elif other > 1 and run.hashes[height] != known.hashes[height]: return "heavier-chain-known", run
        elif other > 1 and (place < 2 or place == 2 and known.work_above(newest) > run.work_above(newest)):
            run = known
    practice, place, work = run.chain is PRACTICE, run.place(height), run.work_above(height)
    return first_of({
        "practice-network": practice and told.get("practice") != "accepted", "not-linked": place < 2,
        "practice-accepted": practice, "checkpointed": place == 3, "too-few-blocks": run.end - height < 6,
        "too-little-work": work < int(told.get("minWork", 0))}, "proven-by-work"), run

FAILED = ["merkle-root-differs", "block-differs", "headers-invalid", "heavier-chain-known"]
RANKS = {"checkpointed": 0, "proven-by-work": 1, "practice-accepted": 2, "too-little-work": 3, "too-few-blocks": 4,
         "not-linked": 4, "equal-chain-known": 4, "practice-network": 5, "no-header": 6}  # passed, then by tiers
def day(number): return str(datetime.date(1970, 1, 1) + datetime.timedelta(number))

def judge_time(package, statement, told):
    """Step 9 of "Verification": the reason of `time`, and the days that it bounds."""
    chain, known, outcomes, bounds = told.get("bitcoin", MAIN), told.get("known"), [], {}
    known = known and Run(chain, known["start"], [bytes.fromhex(row) for row in re.findall(".{160}", known["headers"])])
    if statement and statement["network"] == "practice": chain, known = PRACTICE, None
    known = known if known and known.sound else None
    headers, timestamp = package.intact("headers.bin"), package.intact("seal.json.ots")
    run, proof = headers and read_headers(headers, chain), timestamp and read_timestamp(timestamp)
    algorithm, digest, attestations, pending = proof or (None, None, [], False)
    reason = first_of({
        "not-checked": not statement or not proof and package.seal + "seal.json.ots" in package.parts,
        "no-timestamp": not proof, "weak-digest": algorithm != 8,
        "other-statement": digest != package.parts[package.statements[-1]].digest, None: attestations,
        "pending": pending}, "unknown-attestations")
    if reason: return reason, {}
    for height, root in attestations:
        reason, found = judge(height, root, None, run, known, told)
        last = (found.latest[height - found.base] + 7200) // 86400 if reason in PASSED else 0
        place = (-1, height, FAILED.index(reason)) if reason in FAILED else (RANKS[reason], last, height)
        outcomes.append((*place, height, reason))
    rank, last, _, height, reason = min(outcomes)
    if reason in PASSED: bounds["notAfter"] = day(last)
    if "block" in statement and rank >= 0:
        below, named = statement["block"]["height"], statement["block"]["hash"]
        fault, found = judge(below, None, named, run, known, told)
        if given_blocks(chain).get(below, {"hash": named})["hash"] != named: return "block-differs", {}
        if fault in FAILED or below >= height: return fault if fault in FAILED else "named-block-later", {}
        if fault in PASSED: bounds["notBefore"] = day((found.times[below - found.base] - 7200) // 86400)
    return reason, bounds

# ---- "Verification"
POSITION = bytes.fromhex("0000000008")  # what the cell of column 0 begins with

def ledger(statements, digests):  # step 3
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
    """Step 4: the reason of `entries`, and by index the usable entries with what is opened of them."""
    opened, openings = package.intact("entries.json"), package.intact("openings.json")
    rows = opened and json_values(opened, OPENED, 2**14, b'{"opened":[', b"]}", lambda it: it["index"])
    contents = openings and json_values(openings, OPENING, 2**23, b'{"openings":[', b"]}", lambda it: (
        it["artifact"], KINDS.index(it["kind"])))
    tree, items, names, reasons = statement["entries"] if statement else {"count": 0}, {}, set(), []
    def check(item, true, reason):
        item.usable = item.usable and true
        reasons.extend([] if true else [reason])
    for row in rows or []:
        index, entry, path = row["index"], row["entry"], [bytes.fromhex(node) for node in row["path"]]
        item = items[index] = types.SimpleNamespace(entry=entry, usable=True, opened={}, schemas=[])
        check(item, in_tree(entry, index, path, tree), "entry-differs")
        if item.usable and entry["kind"] != "source":
            check(item, entry["name"] not in names, "name-twice")
            names.add(entry["name"])
    passed = {index: item.entry["kind"] for index, item in items.items() if item.usable}
    tables = [item for item in items.values() if "source" in item.entry]
    for item in tables:
        source = item.entry["source"]
        check(item, source < tree["count"] and passed.get(source, "source") == "source", "entry-differs")
    for row in contents or []:
        kind, content = row["kind"], row["content"]
        item = items.get(row["artifact"], types.SimpleNamespace(usable=False))
        data = canonical(content) if kind != "file" else u64(content["length"]) + bytes.fromhex(content["digest"])
        digest = sha256(b"\x17" + bytes([KINDS.index(kind) + 1]) + bytes.fromhex(row["salt"]) + data).hex()
        holds = row["artifact"] in passed and item.entry.get(kind) == digest
        check(item, holds, "opening-differs")
        if holds:
            shape = SETTINGS if kind == "settings" else SCHEMAS if item.entry["kind"] == "log" else SCHEMA
            openings.need(kind == "file" or fits(shape, content), f"not {kind}")
            item.opened[kind] = content
    for item in tables:
        schema = item.opened.get("schema", {"schemas": []})
        item.schemas = schema.get("schemas", [{"from": 0, "schema": schema}])
        check(item, schema_fits(item.entry, item.schemas, item.opened.get("settings")), "schema-differs")
    usable = {index: item for index, item in items.items() if item.usable}
    return ([*reasons, "ok"][0], usable) if statement and opened and openings else ("not-checked", {})

def names_of(schema): return [column["name"] for column in schema["columns"]]
def schema_fits(entry, schemas, settings):
    subject, names = settings and settings.get("subject"), [set(names_of(row["schema"])) for row in schemas]
    grouped = (subject is not None) == (entry.get("grouping") == "subject")
    ordered = settings and settings["options"].get("order") in ("oldest-first", "newest-first")
    return (not settings or (ordered if entry["kind"] == "log" else grouped)) and (
        not names or len(names[-1]) == entry["columns"] and schemas[-1]["from"] <= entry["records"]
        and subject in (None, *names[0]) and all(a <= b for a, b in zip(names, names[1:])))

def read_field(reader, column, stream, cells):
    """Reads a field that is shown: its commitment; `cells` gets the cell. A stream gives the salt of a whole group."""
    salt = next(stream) if stream else reader.take(16)
    reader.need(stream or column or reader.take(5) == POSITION, "not a position")
    cells[column] = reader.cell() if column else POSITION + u64(reader.number(8))
    return sha256(b"\x10" + salt + column.to_bytes(2, "big") + cells[column])

def shown_records(reader, fewest, count, first, schemas, leaves, stream=None):
    """Reads what is shown of a tree of `count` records: of each its cells, and the root that its path leads to, b"" for
    none. Where all are shown there are no paths: None, and `leaves` gets the leaf hashes. Schemas are (first index,
    number of columns, beginning of the leaf)."""
    shown, index = count if stream else reader.number(8, fewest, count), -1
    for _ in range(shown):
        index = index + 1 if stream else reader.number(8, index + 1, count - 1)
        path = reader.path() if shown < count else None
        _, columns, leaf = schemas[bisect.bisect(schemas, (index, MANY)) - 1]
        reader.room, cells, wide, size = 2**27, {}, columns > 64, 64 if columns > 64 else 65
        for begin in range(first, columns + 1, size):
            if not stream and not reader.number(1, 0 if wide else 1, 1):
                leaf += reader.take(32)
                continue
            run = b"".join(
                read_field(reader, column, stream, cells) if stream or reader.number(1, 0, 1) else reader.take(32)
                for column in range(begin, min(begin + size, columns + 1)))
            leaf += sha256(b"\x13" + run) if wide else run
        leaves += [leaf_hash(leaf)] if path is None else []
        yield cells, None if path is None else climb(leaf_hash(leaf), index, count, path)[1] or b""

def read_group(reader, count, columns, subject, identifier):
    """Reads mode and records of a group: its body, and whether some of its records are hidden."""
    whole = reader.number(1, 1, 2) == 1
    stream = salts(reader.take(32), count, columns + 1) if whole else None
    salt = next(stream) if whole else reader.take(16)
    schemas, root, leaves, position = [(0, columns, b"\x12" if columns > 64 else b"\x11")], None, [], b""
    for cells, led in shown_records(reader, 1, count, 0, schemas, leaves, stream):
        reader.fault({"position-order": cells.get(0, b"\1") <= position,
                      "path-differs": led is not None and (not led or led != (root or led))})
        position, root, identifier = cells.get(0, position), root or led, identifier or cells.get(subject)
        reader.fault({"subject-differs": cells.get(subject, identifier) != identifier})
    return sha256(b"\x14" + salt + u64(count) + (tree_root(leaves) if leaves else root)), not leaves

def read_dataset(reader, item, statements):
    """Steps 5 and 6 of a disclosure: the checks after `data`, their reasons, and whether they are required."""
    entry, root, grouped = item.entry, bytes.fromhex(item.entry["root"]), item.entry["grouping"] == "subject"
    subject = names_of(item.opened["schema"]).index(item.opened["settings"]["subject"]) + 1 if grouped else None
    flags = reader.number(1, 0, 7)
    reader.need(flags < 4 or flags == 7 and grouped, "flags")
    tag_key, rows, absent, last = reader.take(32) if flags & 1 else None, [], 0, b""
    reader.fault({"tag-key-differs": tag_key and sha256(b"\x16" + tag_key).hex() != entry["tagKey"]})
    if flags & 2:
        rows = [reader.take(64) for _ in range(reader.number(8, 0, 4000000))]
        reader.fault({
            "order": any(a[:32] >= b[:32] for a, b in zip(rows, itertools.islice(rows, 1, None))),
            "count-differs": len(rows) != entry["groups"],
            "root-differs": tree_root(leaf_hash(b"\x15" + row) for row in rows) != root})
    listed, reader.room = {row[:32]: row for row in rows}, 2**26
    for absent in range(1, reader.number(4, 1, 65535) + 1 if flags & 4 else 1):
        cell, before = reader.cell(), last
        last = cell[:1] + cell[5:]
        reader.need(before < last, "identifiers do not ascend")
        reader.fault({"not-absent": hmac.digest(tag_key, cell, "sha256") in listed})
    reader.fault({"root-differs": not entry["groups"] and root != sha256(b"")})
    shown, total, some_hidden, last, last_index = reader.number(8), 0, False, b"", -1
    for _ in range(shown):
        tag, reader.room = reader.take(32), 2**26
        reader.need(last < tag, "groups do not ascend")
        identifier = reader.cell() if tag_key and grouped else None
        reader.fault({"tag-differs": tag_key and hmac.digest(tag_key, identifier or bytes(5), "sha256") != tag})
        index, path = (0, []) if flags & 2 else (reader.number(8), reader.path())
        count = reader.number(8, 1)
        reader.fault({"count-differs": count > entry["records"] - total})
        body, hidden = read_group(reader, count, entry["columns"], subject, identifier)
        led = climb(leaf_hash(b"\x15" + tag + body), index, entry["groups"], path)[1]
        reader.fault({"group-differs": listed.get(tag) != tag + body} if flags & 2 else {
            "path-differs": not led, "group-differs": led != root, "order": index <= last_index})
        last, last_index, total, some_hidden = tag, index, total + count, some_hidden or hidden
    left, rest = entry["groups"] - shown, entry["records"] - total
    reader.fault({"nothing-shown": entry["groups"] and not shown and not absent,
                  "count-differs": (left or rest) and not 0 < left <= rest})
    complete = first_of({
        "not-checked": reader.reason != "ok", "ok": not left and not some_hidden, "no-tag-key": not flags & 1,
        "not-listed": not flags & 2, "records-hidden": some_hidden}, "ok")
    return [("completeness", complete, grouped and tag_key and (shown or absent))]

def read_document(reader, item, statements):
    """Step 5 of the content of a document: as the other two."""
    key, whole, leaves = reader.take(32), hashlib.sha256(), []
    size = reader.end - reader.at
    for k, salt in enumerate(itertools.islice(salts(key, -(-size // 2**20), 1), 1, None)):
        chunk = reader.take(min(2**20, reader.end - reader.at))
        whole.update(chunk)
        leaves.append(leaf_hash(b"\x19" + sha256(b"\x18" + salt + u64(k) + len(chunk).to_bytes(4, "big") + chunk)))
    file = {"digest": whole.hexdigest(), "length": size}
    reader.fault({"count-differs": len(leaves) != item.entry["chunks"],
                  "root-differs": tree_root(leaves).hex() != item.entry["root"],
                  "file-differs": item.opened.get("file", file) != file})
    return []

def read_log(reader, item, statements):
    """Steps 5 to 7 of an event log: as the other two."""
    entry, root, leaves, shown = item.entry, bytes.fromhex(item.entry["root"]), [], 0
    schemas = [(row["from"], len(row["schema"]["columns"]), (
        b"\x1c" if len(row["schema"]["columns"]) > 64 else b"\x1b") + sha256(canonical(row["schema"])))
        for row in item.schemas]
    history = reader.number(1, 0, 1)
    append = read_history(reader, entry, root, statements) if history else "no-history" if "previous" in entry else "ok"
    reader.reason = "ok"
    for shown, (_, led) in enumerate(shown_records(reader, 0, entry["records"], 1, schemas, leaves), 1):
        reader.fault({"path-differs": led == b"", "record-differs": led not in (None, root)})
    hidden = shown < entry["records"]
    reader.fault({"root-differs": not hidden and tree_root(leaves) != root, "nothing-shown": hidden and not shown})
    complete = first_of({"not-checked": reader.reason != "ok", "records-hidden": hidden}, "ok")
    return [("completeness", complete, False), ("append", append, history)]

def read_history(reader, entry, root, statements):
    """Step 7, the history of a log: the reason of `append`."""
    before, records, gap = 0, 0, False
    for _ in range(reader.number(4, 1, 65535)):
        seal, index, path = reader.number(8, before + 1, len(statements) - 1), reader.number(4, 0, 65534), reader.path()
        old = read_json(Reader(f"{reader.name}, an earlier entry", reader.take(reader.number(4, 0, 4096))), LOG)
        proof, statement = reader.path(64), statements[seal - 1]
        begun, previous = old["records"], old.get("previous", 0)
        reader.fault({
            "entry-differs": not statement or not in_tree(old, index, path, statement["entries"]),
            "log-differs": old["name"] != entry["name"], "log-shrank": begun < records,
            "history-differs": not before <= previous < seal,
            "not-appended": not consistent(begun, bytes.fromhex(old["root"]), entry["records"], root, proof)})
        before, records, gap = seal, begun, gap or previous > before
    previous = entry.get("previous", 0)
    reader.fault({"log-shrank": entry["records"] < records, "history-differs": not before <= previous < len(statements),
                  "history-incomplete": gap or previous > before})
    return reader.reason

READERS = {"disclosure": ("dataset", read_dataset), "content": ("document", read_document), "log": ("log", read_log)}

def read_shown(part, index, suffix, item, statements):
    """Step 5 and what follows from it: the checks of a file, their reasons, and whether they are required."""
    kind, read = READERS[suffix]
    opened = item and (kind == "document" or item.schemas and "settings" in item.opened)
    part.fault({
        "damaged": not part.intact, "kind-differs": item and item.entry["kind"] != kind, "not-opened": not opened})
    if part.reason != "ok": return [("data", part.reason, True)]
    magic = b"trialseal/1 %s\n" % kind.encode()
    part.need(part.take(len(magic)) == magic and part.number(4) == index, "another kind or number")
    more = read(part, item, statements)
    part.finish()
    return [("data", part.reason, True), *more]

def verify(data, told):
    """The report on a package by what the verifier is told beside it, in the form that the test vectors tell it."""
    package, checks = Package(data), []
    parts, seals = package.parts, len(package.statements)
    def add(name, reason, required=True):
        result = first_of({"passed": reason in PASSED, "indeterminate": reason in INDETERMINATE}, "failed")
        checks.append({"id": name, "reason": reason, "required": "yes" if required else "no", "result": result})
    if parts["data/package.json"].intact:
        read_json(parts["data/package.json"], {"format": "trialseal-package/1", "seal": (seals, seals)})
    statements = [read_json(parts[name], STATEMENT) if parts[name].intact else None for name in package.statements]
    statement = statements[-1] if statements[-1] and statements[-1]["seal"] == seals else None
    add("package", "ok" if all(part.intact for part in parts.values()) else "damaged")
    add("statement", first_of({"damaged": not statements[-1], "number-differs": not statement}, "ok"))
    add("ledger", ledger(statements, [parts[name].digest for name in package.statements]))
    reason, items = open_entries(package, statement)
    add("entries", reason)
    for index, suffix in package.files:
        part, item = parts[f"{package.seal}{index:04}.{suffix}"], items.get(index)
        for check, reason, required in read_shown(part, index, suffix, item, statements):
            add(f"{check}:{item.entry['name'] if item else part.name.rpartition('/')[2]}", reason, required)
    if not package.files: add("data", "nothing-shown")
    demanded = not statement or told.get("signers") or statement["signers"]
    add("signatures", first_of({"not-checked": not statement, "missing": demanded}, "not-required"), demanded)
    reason, bounds = judge_time(package, statement, told)
    add("time", reason)
    results = [check["result"] for check in checks if check["required"] == "yes"]
    verdict = first_of({result: result in results for result in ("failed", "indeterminate")}, "passed")
    return {"checks": checks, "time": bounds, "verdict": verdict}

# ---- The command line, and "Test vectors"
POLICY = {"practice?": "accepted", "minWork?": "[0-9]{1,78}", "signers?": [DIGEST, 0, MANY],
          "known?": {"start": (0, 2**32 - 1), "headers": "([0-9a-f]{160})+"}}
CHECKPOINTS = "../../notary-core/src/main/resources/org/trialseal/core/bitcoin/checkpoints.txt"

def read_checkpoints():
    magic, *lines = pathlib.Path(__file__).resolve().parent.joinpath(CHECKPOINTS).read_text("ascii").splitlines()
    if magic != "trialseal/1 checkpoints": raise ValueError(f"{CHECKPOINTS} is not a list of checkpoints")
    return [{"height": int(row[0]), "hash": row[1], "bits": row[2], "times": [int(time) for time in row[3:]]}
            for row in (re.split("[ ,]", line) for line in lines)]

def judged(path, told):
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            return verify(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b"", told)
    except Malformed as malformed:
        return {"error": str(malformed), "verdict": "malformed"}

def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--vectors":
        for path in sorted(path for path in pathlib.Path(arguments[1]).iterdir() if path.suffix == ".json"):
            report = judged(path.with_suffix(".trialseal"), json.loads(path.read_bytes()).get("policy", {}))
            shown = {name: report[name] for name in ("checks", "verdict") if name in report}
            print(json.dumps({**shown, "name": path.stem}, sort_keys=True, separators=(",", ":")), flush=True)
        return 0
    if not 1 <= len(arguments) <= 2 or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 64
    told = json.loads(pathlib.Path(arguments[1]).read_bytes()) if arguments[1:] else {}
    if not fits(POLICY, told): raise ValueError(f"{arguments[1]} is not a policy")
    report = judged(arguments[0], {"bitcoin": {**MAIN, "checkpoints": read_checkpoints()}, **told})
    print(json.dumps(report, indent=2, sort_keys=True))
    return {"passed": 0, "failed": 1, "indeterminate": 2, "malformed": 65}[report["verdict"]]

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError) as error:
        print(f"cannot be read: {ascii(str(error))}", file=sys.stderr)
        sys.exit(66)
