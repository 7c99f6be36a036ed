"""What the standard library lacks, each from its public standard: Merkle trees (RFC 6962, RFC 9162), AES-256 (FIPS 197), RIPEMD-160, Keccak-256."""
import hashlib
import struct

EMPTY_ROOT = hashlib.sha256(b"").digest()
sha256 = hashlib.sha256


def hash_of(*parts):
    return sha256(b"".join(parts)).digest()

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
            root = hash_of(b"\x01", left, root)
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
            leaf = hash_of(b"\x01", sibling, leaf)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            leaf = hash_of(b"\x01", leaf, sibling)
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
            fr, sr = hash_of(b"\x01", node, fr), hash_of(b"\x01", node, sr)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = hash_of(b"\x01", sr, node)
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


# ---------------------------------------------------------------- RIPEMD-160 and Keccak-256

def nibbles(digits):
    return [int(d, 16) for d in digits.replace(" ", "")]


WORDS = (nibbles("0123456789abcdef 74d1a6f3c0952eb8 3ae49f8127 06db5c 19ba08c4d37fe562 40597c2ae138b6fd"),
         nibbles("5e7092b4d6f81a3c 6b370d5aef8c4912 f5137e69b8c2a04d 86413bf05c2d97ae cfa4158762de039b"))
TURNS = (nibbles("befc5879bdef6798 768db97f7cf9b7dc bd67e9dfe8d65c75 bcefef989e56865c 9f5b68dc5cdeb856"),
         nibbles("899bdff5778bee c6 9df7c89b77c76fdb 97fb866ecd5edd75 f58bee6e69c9c5f8 85c9c5e68d65fdbb"))
ADDED = ((0, 0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xA953FD4E), (0x50A28BE6, 0x5C4DD124, 0x6D703EF3, 0x7A6D76E9, 0))
MIXES = (lambda x, y, z: x ^ y ^ z, lambda x, y, z: x & y | ~x & z, lambda x, y, z: (x | ~y) ^ z,
         lambda x, y, z: x & z | y & ~z, lambda x, y, z: x ^ (y | ~z))


def roll(x, n):
    x &= 0xFFFFFFFF
    return (x << n | x >> 32 - n) & 0xFFFFFFFF


def ripemd160(message):
    if "ripemd160" in hashlib.algorithms_available:
        try:
            return hashlib.new("ripemd160", message).digest()
        except ValueError:  # known by name only
            pass
    return own_ripemd160(message)


def own_ripemd160(message):
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    padded = message + b"\x80" + bytes((55 - len(message)) % 64) + struct.pack("<Q", 8 * len(message))
    for block in struct.iter_unpack("<16I", padded):
        lines = []
        for line in (0, 1):
            a, b, c, d, e = state
            for i in range(80):
                mix = MIXES[4 - i // 16 if line else i // 16]
                t = roll(a + mix(b, c, d) + block[WORDS[line][i]] + ADDED[line][i // 16], TURNS[line][i]) + e
                a, b, c, d, e = e, t & 0xFFFFFFFF, b, roll(c, 10), d
            lines.append((a, b, c, d, e))
        state = [(state[(i + 1) % 5] + lines[0][(i + 2) % 5] + lines[1][(i + 3) % 5]) & 0xFFFFFFFF for i in range(5)]
    return struct.pack("<5I", *state)


def keccak_rounds():
    constants, register = [], 1
    for _ in range(24):
        value = 0
        for j in range(7):
            value |= (register & 1) << (1 << j) - 1
            register = register << 1 ^ (0x171 if register & 128 else 0)
        constants.append(value)
    return constants


def keccak_moves():
    """Where each lane of a round comes from, its column, and how far it is rotated."""
    moves, x, y = [(0, 0, 0)] * 25, 1, 0
    for t in range(24):
        source, x, y = x + 5 * y, y, (2 * x + 3 * y) % 5
        moves[x + 5 * y] = source, source % 5, (t + 1) * (t + 2) // 2 % 64
    return moves


ROUNDS, MOVES, MASK = keccak_rounds(), keccak_moves(), 2**64 - 1
CHI = [(i, i // 5 * 5 + (i + 1) % 5, i // 5 * 5 + (i + 2) % 5) for i in range(25)]


def keccak256(message):
    """Keccak with the padding of before FIPS 202."""
    padded = bytearray(message + b"\x01" + bytes(135 - len(message) % 136))
    padded[-1] |= 0x80
    a = [0] * 25
    for block in struct.iter_unpack("<17Q", padded):
        a = [x ^ y for x, y in zip(a, block + (0,) * 8)]
        for constant in ROUNDS:
            c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
            d = [c[x - 1] ^ (c[x - 4] << 1 | c[x - 4] >> 63) & MASK for x in range(5)]
            b = [((x := a[source] ^ d[column]) << n | x >> 64 - n) & MASK for source, column, n in MOVES]
            a = [b[i] ^ ~b[j] & b[k] for i, j, k in CHI]
            a[0] ^= constant
    return struct.pack("<4Q", *a[:4])


HASHES = {0x02: (20, lambda m: hashlib.sha1(m, usedforsecurity=False).digest()), 0x03: (20, ripemd160), 0x08: (32, hash_of), 0x67: (32, keccak256)}
