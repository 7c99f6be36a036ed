"""The bytes of a package: readers, canonical JSON and its shapes, and the archive. What breaks the format raises Malformed."""
import datetime
import hashlib
import json
import re
import struct
import zlib

MAX_INT, MAX_VALUE = 2**53 - 1, 2**26
sha256 = hashlib.sha256


class Malformed(Exception):
    """The package breaks the format: there is no verdict."""

    def __init__(self, source, offset, reason):
        super().__init__("%s, byte %d: %s" % (source, offset, reason))


# ---------------------------------------------------------------- bytes and canonical JSON

class Reader:
    """Reads data[pos:end]; never takes more than is there."""

    def __init__(self, data, source, pos=0, end=None):
        self.data, self.source, self.start, self.pos = data, source, pos, pos
        self.end = len(data) if end is None else end

    def bad(self, reason):
        raise Malformed(self.source, self.pos - self.start, reason)

    def take(self, size):
        if size > self.end - self.pos:
            self.bad("ends too early")
        self.pos += size
        return self.data[self.pos - size:self.pos]

    def number(self, size, low=0, high=2**63 - 1):
        value = int.from_bytes(self.take(size), "big")
        return value if low <= value <= high else self.bad("number not from %d to %d" % (low, high))

    def expect(self, literal):
        if self.take(len(literal)) != literal:
            self.bad("not what must stand here")

    def hashes(self, limit=63):
        return [self.take(32) for _ in range(self.number(1, 0, limit))]

    def cell(self, limit=MAX_VALUE):
        """One cell as it is committed to: u8 type | u32 length | value."""
        head = self.take(5)
        length = int.from_bytes(head[1:], "big")
        if not 1 <= head[0] <= 6 or length > min(limit, MAX_VALUE):
            self.bad("type or length of a cell")
        return head + self.take(length)

    def finish(self):
        if self.pos != self.end:
            self.bad("something follows the end")


TOKEN = re.compile(rb'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"|[\[\]{}]|[0-9]+|[:,]')


def scan(raw, pos, end, source):
    """End of the JSON value at pos: at most 16 levels, no null, booleans, signs or fractions. Values are parsed only after this."""
    level = 0
    while pos < end:
        token = TOKEN.match(raw, pos, end)
        level += 0 if not token else 1 if raw[pos] in b"[{" else -1 if raw[pos] in b"]}" else 0
        if not token or not 0 <= level <= 16:
            raise Malformed(source, pos, "not canonical JSON, or more than 16 levels")
        pos = token.end()
        if level == 0:
            return pos
    raise Malformed(source, pos, "ends too early, or too long")


def small_int(digits):
    if len(digits) > 16 or int(digits) > MAX_INT:
        raise ValueError("a number above 2^53-1")
    return int(digits)


def in_order(pairs):
    names = [name.encode("utf-16-be", "surrogatepass") for name, _ in pairs]
    if any(a >= b for a, b in zip(names, names[1:])):
        raise ValueError("members repeated or not in order")
    return dict(pairs)


def encode(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def canonical(raw, source, shape, base=0):
    """The value of one canonical JSON text of the given shape."""
    try:
        if scan(raw, 0, len(raw), source) != len(raw):
            raise ValueError("something follows the end")
        value = json.loads(raw.decode("utf-8"), parse_int=small_int, object_pairs_hook=in_order)
        if encode(value) != raw or not fits(value, shape):
            raise ValueError("not in canonical form, or not of this shape")
        return value
    except ValueError as e:
        raise Malformed(source, base, "not canonical JSON: %s" % e) from None


def items(raw, member, limit, source, shape):
    """The items of {"member":[...]} one by one, each within its limit before it is parsed."""
    head = b'{"%s":[' % member.encode()
    end = len(head)
    if not raw.startswith(head):
        raise Malformed(source, 0, "not a list " + member)
    if raw[end:] == b"]}":
        return
    while True:
        start = end
        end = scan(raw, start, min(len(raw), start + limit), source)
        yield canonical(raw[start:end], source, shape, start)
        if raw[end:end + 3] == b"]}":
            return
        if raw[end:end + 1] != b",":
            raise Malformed(source, end, "not canonical JSON")
        end += 1


def fits(value, shape):
    """Whether a value is an object with these members (? optional, * any name), a list of such items, or passes a test."""
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    if not isinstance(shape, dict):
        return shape(value)
    if not isinstance(value, dict) or any(name not in value for name in shape if name[-1] not in "?*"):
        return False
    tests = {name.rstrip("?"): test for name, test in shape.items()}
    return all(name in tests or "*" in tests for name in value) and all(
        fits(item, tests.get(name, tests.get("*"))) for name, item in value.items())


def integer(low, high=MAX_INT):
    return lambda v: type(v) is int and low <= v <= high


def text(low, high, forbidden="[\x00-\x1f\x7f-\x9f]"):
    """Characters are UTF-16 code units."""
    return lambda v: type(v) is str and low <= len(v.encode("utf-16-le")) // 2 <= high and not re.search(forbidden, v)


def hexadecimal(size):
    return lambda v: type(v) is str and re.fullmatch("[0-9a-f]{%d}" % (2 * size), v) is not None


def exactly(*values):
    return lambda v: type(v) is str and v in values


def string(v):
    return type(v) is str


def moment(v):
    if not (string(v) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", v)):
        return False
    try:
        return bool(datetime.datetime.strptime(v.replace("0000-", "2000-", 1), "%Y-%m-%dT%H:%M:%SZ")) and v[17:19] < "60"
    except ValueError:
        return False


DIGEST, SALT, COUNT, NAME = hexadecimal(32), hexadecimal(16), integer(0), text(1, 255, "[\x00-\x1f\x7f-\x9f/\\\\]")
SIGNERS = [{"algorithm": text(1, 32), "spki": DIGEST}]
STATEMENT = {
    "block?": {"hash": DIGEST, "height": integer(0, 2**32 - 1)}, "claimedTime": moment, "format": exactly("trialseal/1"),
    "entries": {"count": integer(1, 65535), "root": DIGEST}, "ledger": SALT, "milestone": text(1, 64),
    "network": exactly("bitcoin", "practice"), "nonce": DIGEST, "previous?": DIGEST, "seal": integer(1), "signers": SIGNERS,
    "study": {"id": text(1, 64), "registry?": text(0, 64), "sponsor?": text(0, 200), "title?": text(0, 200)},
    "successors?": SIGNERS, "supersedes?": integer(1), "title": text(0, 200), "trail?": DIGEST}
COMMON = {"name": NAME, "salt": SALT}
TABLE = dict(COMMON, columns=integer(1, 32767), records=COUNT, root=DIGEST, schema=DIGEST, settings=DIGEST, source=integer(0, 65534))
ENTRIES = {
    "source": dict(COMMON, file=DIGEST, kind=string),
    "dataset": dict(TABLE, grouping=exactly("subject", "none"), groups=COUNT, kind=string, tagKey=DIGEST),
    "document": dict(COMMON, chunks=COUNT, file=DIGEST, kind=string, root=DIGEST),
    "log": dict(TABLE, **{"kind": string, "previous?": integer(1)})}
COLUMNS = {"columns": [{"attributes": {"*": string}, "name": string}]}
SETTINGS = {"importer": string, "keys": [string], "options": {"*": string}, "subject?": string, "version": integer(0, 2**31 - 1)}
KINDS = ("schema", "settings", "file")


def is_entry(v):
    if not isinstance(v, dict) or not exactly(*ENTRIES)(v.get("kind")) or not fits(v, ENTRIES[v["kind"]]) or len(encode(v)) > 4096:
        return False
    return v["kind"] != "dataset" or (v["groups"] <= v["records"] and (v["grouping"] == "subject" or v["groups"] <= 1)
                                      and (v["groups"] > 0 or v["records"] == 0))


def is_schema(v):
    names = [column["name"] for column in v["columns"]] if fits(v, COLUMNS) else []
    return 1 <= len(names) <= 32767 and len(set(names)) == len(names)


def is_schema_list(v):
    if not fits(v, {"schemas": [{"from": COUNT, "schema": is_schema}]}) or len(encode(v)) > 2**22:
        return False
    starts = [item["from"] for item in v["schemas"]]
    return 1 <= len(starts) <= 1000 and starts[0] == 0 and all(a < b for a, b in zip(starts, starts[1:]))


def is_opening(v):
    contents = {"schema": {"*": lambda _: True}, "settings": {"*": lambda _: True}, "file": {"digest": DIGEST, "length": COUNT}}
    return isinstance(v, dict) and exactly(*KINDS)(v.get("kind")) and fits(
        v, {"artifact": integer(0, 65534), "content": contents[v["kind"]], "kind": string, "salt": SALT})


def statement_of(raw, source):
    value = canonical(raw, source, STATEMENT)
    if ("previous" in value) != (value["seal"] > 1) or value.get("supersedes", 0) >= value["seal"]:
        raise Malformed(source, 0, "previous or supersedes")
    return value


# ---------------------------------------------------------------- the archive

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
LOCAL, CENTRAL, END = struct.Struct("<4s5HIIIHH"), struct.Struct("<4s6HIIIHHHHHII"), struct.Struct("<4s4HIIH")
LIMITS = {"bagit.txt": 64, "package.json": 4096, "seal.json": 3500, "seal.json.ots": 2**20}


def limit_of(name):
    large = name.endswith((".disclosure", ".content", ".log"))
    return LIMITS.get(name.rsplit("/", 1)[-1], 2**32 if large else 2**26)


def archive(data):
    """[(name, start, end, CRC-32)] of a ZIP archive of the one allowed shape."""
    r, found, offsets = Reader(data, "package"), [], []
    while data[r.pos:r.pos + 4] == b"PK\x03\x04":
        offsets.append(r.pos)
        _, *fixed, crc, packed, size, length, extra = LOCAL.unpack(r.take(LOCAL.size))
        if fixed != [20, 0, 0, 0, 0x21] or packed != size or extra or length > 64 or len(offsets) > 65534:
            r.bad("local header")
        name = r.take(length)
        if size > r.end - r.pos or size > limit_of(name.decode("latin-1")):
            r.bad("an entry that ends too late or is too large")
        found.append((name, r.pos, r.pos + size, crc))
        r.pos += size
    directory = r.pos
    for (name, start, end, crc), offset in zip(found, offsets):
        header = (b"PK\x01\x02", 20, 20, 0, 0, 0, 0x21, crc, end - start, end - start, len(name), 0, 0, 0, 0, 0, offset)
        if r.take(CENTRAL.size + len(name)) != CENTRAL.pack(*header) + name:
            r.bad("central directory")
    size, count = r.pos - directory, len(found)
    if directory >= 2**32 - 1 or r.take(END.size) != END.pack(b"PK\x05\x06", 0, 0, count, count, size, directory, 0):
        r.bad("end record")
    r.finish()
    return [(name.decode("latin-1"), start, end, crc) for name, start, end, crc in found]


class Package:
    """The entries of the archive by name; those that are damaged are never interpreted."""

    def __init__(self, data):
        entries = archive(data)
        names = [entry[0] for entry in entries]
        self.data, self.where, self.damaged = data, {name: (start, end) for name, start, end, _ in entries}, set()
        if names[:3] != ["bagit.txt", "manifest-sha256.txt", "data/package.json"] or names[-1] != "data/readme.txt":
            raise Malformed("package", 0, "entries missing or not in order")
        if self.content("bagit.txt") != BAGIT:
            raise Malformed("bagit.txt", 0, "not what it must be")
        self.seal = sum(name.endswith("/seal.json") for name in names)
        self.folder, self.shown = "data/seals/%04d/" % self.seal, []
        self.layout(names)
        digests = [None, None] + self.manifest(names[2:])
        for (name, start, end, crc), wanted in zip(entries, digests):
            digest, actual = sha256(), 0
            for pos in range(start, end, 1 << 20):
                block = data[pos:min(end, pos + (1 << 20))]
                digest.update(block)
                actual = zlib.crc32(block, actual)
            if actual != crc or wanted not in (None, digest.hexdigest()):
                self.damaged.add(name)

    def layout(self, names):
        """Names and order of the entries after the first three; notes the files of artifacts shown as (index, ID, name)."""
        expected = ["data/seals/%04d/seal.json" % n for n in range(1, self.seal + 1)]
        expected += [self.folder + name for name in ("seal.json.ots", "headers.bin") if self.folder + name in names]
        expected += [self.folder + "entries.json", self.folder + "openings.json"]
        rest, last = names[3 + len(expected):-1], -1
        for name in rest:
            match = re.fullmatch(re.escape(self.folder) + r"(([0-9]{4,5})\.(?:disclosure|content|log))", name)
            index = int(match.group(2)) if match else 65535
            if index >= 65535 or "%04d" % index != match.group(2) or index <= last:
                raise Malformed("package", 0, "entries not in order")
            self.shown.append((index, match.group(1), name))
            last = index
        if not self.seal or names[3:-1] != expected + rest:
            raise Malformed("package", 0, "entries missing or not in order")

    def manifest(self, names):
        lines = self.content("manifest-sha256.txt").split(b"\n")
        good = len(lines) == len(names) + 1 and not lines[-1] and all(
            re.fullmatch(rb"[0-9a-f]{64}", line[:64]) and line[64:] == b"  " + name.encode("ascii") for line, name in zip(lines, names))
        return [line[:64].decode() for line in lines[:-1]] if good else self.no("manifest-sha256.txt")

    def no(self, name):
        raise Malformed(name, 0, "not what it must be")

    def intact(self, name):
        return name in self.where and name not in self.damaged

    def content(self, name):
        start, end = self.where[name]
        return self.data[start:end]

    def reader(self, name):
        return Reader(self.data, name, *self.where[name])
