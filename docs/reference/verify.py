#!/usr/bin/env python3
"""Second verifier of TrialSeal proof packages, written from docs/proof-format.md alone.

verify.py [--json] [--practice] [--min-work N] [--checkpoints FILE] PACKAGE
Exit codes: 0 passed, 1 failed, 2 indeterminate, 64 wrong usage, 65 malformed, 66 cannot be read.
"""
import argparse
import bisect
import datetime
import hashlib
import hmac
import json
import mmap
import os
import re
import struct
import sys
import zlib

PASSED, FAILED, INDETERMINATE = "passed", "failed", "indeterminate"
MAX_INT, MAX_VALUE, MAX_VALUES = 2**53 - 1, 2**26, 2**27
EMPTY_ROOT = hashlib.sha256(b"").digest()
sha256 = hashlib.sha256


class Malformed(Exception):
    """Outside input that breaks the format: there is no verdict."""

    def __init__(self, source, offset, reason):
        super().__init__("%s, byte %d: %s" % (source, offset, reason))


def H(*parts):
    return sha256(b"".join(parts)).digest()


# ---------------------------------------------------------------- bytes, cells, canonical JSON

class Reader:
    """Reads data[pos:end]; never takes more than is there."""

    def __init__(self, data, source, pos=0, end=None):
        self.data, self.source, self.start, self.pos = data, source, pos, pos
        self.end = len(data) if end is None else end

    def bad(self, reason):
        raise Malformed(self.source, self.pos - self.start, reason)

    def take(self, n):
        if n > self.end - self.pos:
            self.bad("ends too early")
        self.pos += n
        return self.data[self.pos - n:self.pos]

    def number(self, size):
        return int.from_bytes(self.take(size), "big")

    def u64(self):
        value = self.number(8)
        return value if value < 2**63 else self.bad("a number of 2^63 or more")

    def expect(self, literal):
        if self.take(len(literal)) != literal:
            self.bad("not %r" % literal)

    def path(self, limit=63):
        hashes = self.number(1)
        if hashes > limit:
            self.bad("more than %d hashes" % limit)
        return [self.take(32) for _ in range(hashes)]

    def cell(self):
        """The encoding of one cell: u8 type | u32 length | value."""
        kind, length = struct.unpack(">BI", self.take(5))
        if not 1 <= kind <= 6 or length > MAX_VALUE:
            self.bad("type or length of a cell")
        value = self.take(length)
        check_value(self, kind, value)
        return struct.pack(">BI", kind, length) + value

    def finish(self):
        if self.pos != self.end:
            self.bad("something follows the end")


def check_value(reader, kind, value):
    pass


TOKEN = re.compile(rb'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"|[\[\]{}]|[0-9]+|[:,]')


def small_int(digits):
    if len(digits) > 16 or int(digits) > MAX_INT:
        raise ValueError("a number above 2^53-1")
    return int(digits)


def scan(raw, pos, end, level, source, base=0):
    """End of the JSON value that begins at pos: at most 16 levels, no null, booleans, signs or fractions."""
    first = level
    while pos < end:
        token = TOKEN.match(raw, pos, end)
        if not token:
            raise Malformed(source, base + pos, "not canonical JSON")
        char = raw[pos]
        if char in b"[{":
            level += 1
            if level > 16:
                raise Malformed(source, base + pos, "more than 16 levels")
        elif char in b"]}":
            level -= 1
        pos = token.end()
        if level <= first:
            return pos
    raise Malformed(source, base + pos, "ends too early")


def canonical(raw, source, level=0, base=0):
    """The value of one canonical JSON text."""
    try:
        if scan(raw, 0, len(raw), level, source, base) != len(raw):
            raise ValueError("something follows the end")
        value = json.loads(raw.decode("utf-8"), parse_int=small_int, object_pairs_hook=in_order)
        if encode(value) != raw:
            raise ValueError("not in canonical form")
        return value
    except ValueError as e:
        raise Malformed(source, base, "not canonical JSON: %s" % e) from None


def in_order(pairs):
    names = [name.encode("utf-16-be", "surrogatepass") for name, _ in pairs]
    if any(a >= b for a, b in zip(names, names[1:])):
        raise ValueError("members repeated or not in order")
    return dict(pairs)


def encode(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def items(raw, member, limit, source):
    """The items of {"member":[...]} as (offset, bytes), each within its limit before it is parsed."""
    head = b'{"%s":[' % member.encode()
    if not raw.startswith(head):
        raise Malformed(source, 0, "does not begin with %s" % head.decode())
    pos, first = len(head), True
    while pos < len(raw) - 2 or raw[pos:] != b"]}":
        if not first:
            if raw[pos:pos + 1] != b",":
                raise Malformed(source, pos, "not canonical JSON")
            pos += 1
        end = scan(raw, pos, min(len(raw), pos + limit), 2, source)
        yield pos, raw[pos:end]
        pos, first = end, False


class Shape:
    """Checks of the members of a parsed JSON value; what does not fit is malformed."""

    def __init__(self, source, offset=0):
        self.source, self.offset = source, offset

    def bad(self, reason):
        raise Malformed(self.source, self.offset, reason)

    def object(self, value, required, optional=()):
        if not isinstance(value, dict):
            self.bad("not an object")
        for name in required:
            if name not in value:
                self.bad("no member %s" % name)
        for name in value:
            if name not in required and name not in optional:
                self.bad("an unknown member")
        return value

    def array(self, value):
        return value if isinstance(value, list) else self.bad("not a list")

    def integer(self, value, low, high=MAX_INT):
        if not isinstance(value, int) or not low <= value <= high:
            self.bad("not a number from %d to %d" % (low, high))
        return value

    def text(self, value, low=0, high=None, pattern=None):
        if not isinstance(value, str) or len(value) < low or high is not None and len(value) > high:
            self.bad("not a text of the right length")
        if pattern and not re.fullmatch(pattern, value, re.DOTALL):
            self.bad("not a text of the right form")
        return value

    def hex(self, value, size):
        return bytes.fromhex(self.text(value, pattern="[0-9a-f]{%d}" % (2 * size)))


# ---------------------------------------------------------------- Merkle trees (RFC 6962, RFC 9162)

class Tree:
    """Root over leaf hashes that are pushed one by one."""

    def __init__(self):
        self.count, self.stack = 0, []

    def push(self, leaf):
        size = self.count
        while size & 1:
            leaf = sha256(b"\x01" + self.stack.pop() + leaf).digest()
            size >>= 1
        self.stack.append(leaf)
        self.count += 1

    def root(self):
        if not self.stack:
            return EMPTY_ROOT
        root = self.stack[-1]
        for left in self.stack[-2::-1]:
            root = H(b"\x01", left, root)
        return root


def path_length(index, size):
    """Hashes of the path of a leaf: those to its subtree's root, and one for each set bit above."""
    inner = (index ^ (size - 1)).bit_length()
    return inner + bin(index >> inner).count("1")


def root_from_path(leaf, index, size, path):
    """Root that the path leads to, or None when it does not fit index and size."""
    if index >= size or len(path) != path_length(index, size):
        return None
    last = size - 1
    for sibling in path:
        if index & 1 or index == last:
            leaf = H(b"\x01", sibling, leaf)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            leaf = H(b"\x01", leaf, sibling)
        index, last = index >> 1, last >> 1
    return leaf


def consistent(old_size, old_root, new_size, new_root, proof):
    """RFC 9162, section 2.1.4.2; a tree without leaves needs no hashes."""
    if old_size > new_size:
        return False
    if old_size in (0, new_size):
        return not proof and old_root == (new_root if old_size else EMPTY_ROOT)
    path = list(proof)
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    if not path:
        return False
    fn, sn = old_size - 1, new_size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for node in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = H(b"\x01", node, fr), H(b"\x01", node, sr)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = H(b"\x01", sr, node)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == old_root and sr == new_root


# ---------------------------------------------------------------- AES-256, many blocks of one key at a time

def sbox():
    box, p, q = bytearray(256), 1, 1
    while True:
        p = p ^ (p << 1) & 255 ^ (27 if p & 128 else 0)
        q ^= q << 1
        q ^= q << 2
        q = (q ^ q << 4) & 255
        q ^= 9 if q & 128 else 0
        x = q * 0x101
        box[p] = (x ^ x >> 7 ^ x >> 6 ^ x >> 5 ^ x >> 4) & 255 ^ 99
        if p == 1:
            box[0] = 99
            return bytes(box)


SBOX = sbox()
DOUBLE = bytes((x << 1 ^ (27 if x & 128 else 0)) & 255 for x in range(256))
XOR = [bytes(x ^ k for x in range(256)) for k in range(256)]
SUB = [XOR[k].translate(SBOX) for k in range(256)]
SUB2 = [SUB[k].translate(DOUBLE) for k in range(256)]


def expand(key):
    words, rcon = [key[i:i + 4] for i in range(0, 32, 4)], 1
    for i in range(8, 60):
        w = words[-1]
        if i % 8 == 0:
            w = (w[1:] + w[:1]).translate(SBOX)
            w, rcon = bytes([w[0] ^ rcon]) + w[1:], rcon << 1
        elif i % 8 == 4:
            w = w.translate(SBOX)
        words.append(bytes(a ^ b for a, b in zip(w, words[-8])))
    return b"".join(words)


def aes256(keys, blocks):
    """Encrypts each block with the expanded key. Byte p of all blocks is one plane; a table works on a whole plane."""
    size = len(blocks) // 16
    planes = [blocks[p::16] for p in range(16)]
    shifted = [p * 5 % 16 for p in range(16)]
    for r in range(0, 208, 16):
        one = [int.from_bytes(planes[p].translate(SUB[keys[r + p]]), "little") for p in shifted]
        two = [int.from_bytes(planes[p].translate(SUB2[keys[r + p]]), "little") for p in shifted]
        for c in range(0, 16, 4):
            every = one[c] ^ one[c + 1] ^ one[c + 2] ^ one[c + 3]
            for k in range(4):
                mixed = one[c + k] ^ every ^ two[c + k] ^ two[c + (k + 1) % 4]
                planes[c + k] = mixed.to_bytes(size, "little")
    out = bytearray(16 * size)
    for p in range(16):
        source = shifted[p]
        out[p::16] = planes[source].translate(SUB[keys[208 + source]]).translate(XOR[keys[224 + p]])
    return bytes(out)


def salts(keys, first, records, columns):
    """s(i, j) of columns 0 .. columns - 1 of some records, one after the other."""
    pack = struct.Struct(">QQ").pack
    return aes256(keys, b"".join([pack(i, j) for i in range(first, first + records) for j in range(columns)]))


# ---------------------------------------------------------------- the archive

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
LOCAL = struct.Struct("<4s5HIIIHH")
CENTRAL = struct.Struct("<4s6HIIIHHHHHII")
END = struct.Struct("<4s4HIIH")
PARTS = re.compile(r"data/seals/(\d{4,})/(?:(seal\.json)|(seal\.json\.ots)|(headers\.bin)|(entries\.json)|(openings\.json)"
                   r"|(\d{4,})\.(disclosure|content|log))")


def zip_entries(data):
    """[(name, start, end, crc)] of an archive of the one allowed shape."""
    r, found = Reader(data, "package"), []
    while data[r.pos:r.pos + 4] == b"PK\x03\x04":
        offset = r.pos
        _, version, flags, method, time, date, crc, packed, size, length, extra = LOCAL.unpack(r.take(LOCAL.size))
        if (version, flags, method, time, date, extra) != (20, 0, 0, 0, 0x21, 0) or packed != size or len(found) >= 65534:
            r.bad("local header")
        name = entry_name(r, length)
        found.append((name, r.pos, r.pos + size, crc, offset))
        r.take(0) if size <= r.end - r.pos else r.bad("ends too early")
        r.pos += size
    directory = r.pos
    for name, start, end, crc, offset in found:
        fields = CENTRAL.unpack(r.take(CENTRAL.size))
        wanted = (b"PK\x01\x02", 20, 20, 0, 0, 0, 0x21, crc, end - start, end - start, len(name), 0, 0, 0, 0, 0, offset)
        if fields != wanted or entry_name(r, len(name)) != name:
            r.bad("central directory")
    size, count = r.pos - directory, len(found)
    if directory >= 2**32 - 1 or END.unpack(r.take(END.size)) != (b"PK\x05\x06", 0, 0, count, count, size, directory, 0):
        r.bad("end record")
    r.finish()
    return [entry[:4] for entry in found]


def entry_name(r, length):
    name = r.take(length) if length <= 64 else b""
    if not re.fullmatch(rb"[a-z0-9./-]+", name):
        r.bad("name of an entry")
    return name.decode("ascii")


class Package:
    """The entries of the archive in their order, by role; those that are damaged are never parsed."""

    def __init__(self, data):
        self.data, self.damaged, self.where = data, [], {}
        entries = zip_entries(data)
        names = [e[0] for e in entries]
        if names[:3] != ["bagit.txt", "manifest-sha256.txt", "data/package.json"] or names[-1] != "data/readme.txt":
            raise Malformed("package", 0, "entries missing or not in order")
        digests = {}
        for name, start, end, crc in entries:
            self.where[name] = (start, end)
            if end - start > limit_of(name):
                raise Malformed(name, 0, "too large")
            digest, actual = self.digest(start, end)
            if actual != crc or name not in names[:2] and digests.get(name) != digest:
                self.damaged.append(name)
            elif name == "manifest-sha256.txt":
                digests = self.manifest(names[2:])
        if len(self.where) != len(names):
            raise Malformed("package", 0, "two entries of one name")
        if "bagit.txt" not in self.damaged and self.bytes("bagit.txt") != BAGIT:
            raise Malformed("bagit.txt", 0, "not what it must be")
        self.layout(names[3:-1])

    def digest(self, start, end):
        digest, crc = sha256(), 0
        for pos in range(start, end, 1 << 20):
            block = self.data[pos:min(end, pos + (1 << 20))]
            digest.update(block)
            crc = zlib.crc32(block, crc)
        return digest.hexdigest(), crc

    def manifest(self, names):
        text, digests = self.bytes("manifest-sha256.txt"), {}
        lines = text.split(b"\n")
        if len(lines) != len(names) + 1 or lines[-1]:
            raise Malformed("manifest-sha256.txt", 0, "not one line for each entry after it")
        for line, name in zip(lines, names):
            if not re.fullmatch(rb"[0-9a-f]{64}  " + re.escape(name.encode()), line):
                raise Malformed("manifest-sha256.txt", 0, "not the line of " + name)
            digests[name] = line[:64].decode()
        return digests

    def layout(self, names):
        """Order of the entries; N is the last statement's number."""
        self.seal = sum(1 for name in names if name.endswith("/seal.json"))
        folder = "data/seals/%04d/" % self.seal
        expected = ["data/seals/%04d/seal.json" % n for n in range(1, self.seal + 1)]
        expected += [folder + name for name in ("seal.json.ots", "headers.bin") if folder + name in self.where]
        expected += [folder + "entries.json", folder + "openings.json"]
        self.shown, last = [], -1
        for name in names[len(expected):]:
            match = re.fullmatch(re.escape(folder) + r"(\d{4,5})\.(disclosure|content|log)", name)
            index = int(match.group(1)) if match else 0
            if not match or "%04d" % index != match.group(1) or not last < index < 65535:
                raise Malformed("package", 0, "entries not in order")
            self.shown.append((index, match.group(2), name))
            last = index
        if not self.seal or names[:len(expected)] != expected:
            raise Malformed("package", 0, "entries missing or not in order")
        self.folder = folder
        if self.intact("data/package.json"):
            value = canonical(self.bytes("data/package.json"), "data/package.json")
            shape = Shape("data/package.json")
            shape.object(value, ("format", "seal"))
            if value != {"format": "trialseal-package/1", "seal": self.seal}:
                shape.bad("another format, or another seal than the entries")

    def intact(self, name):
        return name in self.where and name not in self.damaged

    def bytes(self, name):
        start, end = self.where[name]
        return self.data[start:end]

    def reader(self, name):
        return Reader(self.data, name, *self.where[name])


def limit_of(name):
    base = name.rsplit("/", 1)[-1]
    fixed = {"bagit.txt": 64, "package.json": 4096, "seal.json": 3500, "seal.json.ots": 2**20}
    return fixed.get(base, 2**26 if not re.search(r"\.(disclosure|content|log)$", base) else 2**32)
