"""The time of a statement: OpenTimestamps proofs, runs of Bitcoin headers, and how an attestation is judged."""
import datetime
import hashlib
import re
import struct

from primitives import HASHES

PASSED, FAILED, INDETERMINATE = "passed", "failed", "indeterminate"


# ---------------------------------------------------------------- OpenTimestamps

MAGIC = bytes.fromhex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294")
BITCOIN, PENDING = bytes.fromhex("0588960d73d71901"), bytes.fromhex("83dfe30d2ef90c8e")
ONE_NUMBER = (bytes.fromhex("06869a0d73d71b45"), bytes.fromhex("30fe8087b5c7ead7"))


def varint(r, high=2**63 - 1):
    """Seven bits a byte, lowest first; at most nine bytes."""
    value = 0
    for shift in range(0, 63, 7):
        byte = r.number(1)
        value |= (byte & 127) << shift
        if byte < 128:
            return value if value <= high else r.bad("a number above %d" % high)
    return r.bad("a number of more than nine bytes")


def timestamp(r):
    """(hash of the file, its digest, Bitcoin attestations as (message, height), whether one is pending) of a whole proof."""
    r.expect(MAGIC)
    if varint(r) != 1:
        r.bad("another version")
    kind = r.number(1)
    if kind not in HASHES:
        r.bad("an unknown hash")
    digest = message = r.take(HASHES[kind][0])
    depth, waiting, attested, pending, elements = 0, [], [], False, 0
    while True:
        tag = r.number(1)
        if tag == 0xFF:
            waiting.append((message, depth))
            tag = r.number(1)
        elements += 1
        if elements > 10000:
            r.bad("more than 10,000 elements")
        if tag:
            message, depth = operation(r, tag, message), depth + 1
            if depth > 255 or len(message) > 4096:
                r.bad("too many operations, or too long a message")
            continue
        name, end = r.take(8), varint(r, 8192)
        end = r.pos + end if end <= r.end - r.pos else r.bad("ends too early")
        if name == BITCOIN:
            attested.append((message, varint(r, 2**32 - 1)))
        elif name == PENDING:
            pending = True
            address = r.take(varint(r, 1000))
            if not re.fullmatch(rb"[A-Za-z0-9._/:-]*", address):
                r.bad("the address of a calendar")
        elif name in ONE_NUMBER:
            while r.number(1) >= 128:
                pass
        else:
            r.pos = end
        if r.pos != end:
            r.bad("the payload of an attestation")
        if not waiting:
            r.finish()
            return kind, digest, attested, pending
        message, depth = waiting.pop()


def operation(r, tag, message):
    if tag in (0xF0, 0xF1):
        size = varint(r, 4096)
        argument = r.take(size) if size else r.bad("an empty argument")
        return message + argument if tag == 0xF0 else argument + message
    if tag == 0xF2:
        return message[::-1]
    if tag == 0xF3:
        return message.hex().encode("ascii")
    return HASHES[tag][1](message) if tag in HASHES else r.bad("an unknown operation")


# ---------------------------------------------------------------- chains and runs of headers

def double_hash(header):
    return hashlib.sha256(hashlib.sha256(header).digest()).digest()


class Chain:
    """Rules of a chain and its given blocks: {height: (hash, bits of the interval after it, times of the blocks up to it)}."""

    def __init__(self, genesis, limit, interval, timespan, retargeting, versions, checkpoints, practice=False):
        self.genesis, self.limit, self.interval, self.timespan = genesis, limit, interval, timespan
        self.retargeting, self.versions, self.practice = retargeting, sorted(versions.items()), practice
        self.given = {**checkpoints, 0: (double_hash(genesis), None, [time_of(genesis)])}
        self.newest, self.targets = max(self.given), {}

    def target(self, bits):
        """None when the bits are not allowed."""
        if bits not in self.targets:
            shift, value = 8 * ((bits >> 24) - 3), bits & 0x7FFFFF
            value = value << shift if shift >= 0 else value >> -shift
            self.targets[bits] = value if 0 < value <= min(self.limit, 2**256 - 1) and not bits & 0x800000 else None
        return self.targets[bits]

    def lowest_version(self, height):
        return max([version for start, version in self.versions if height >= start], default=-2**31)


def time_of(header):
    return int.from_bytes(header[68:72], "little")


def bits_of(header):
    return int.from_bytes(header[72:76], "little")


def work_of(target):
    return 2**256 // (target + 1)


def compact(target):
    size = (target.bit_length() + 7) // 8
    value = target >> 8 * (size - 3) if size > 3 else target << 8 * (3 - size)
    return (size + 1) << 24 | value >> 8 if value & 0x800000 else size << 24 | value


def headers_file(r, chain):
    """headers.bin as a run: most headers leave out what follows from the one before."""
    r.expect(b"trialseal/1 headers\n")
    start, count = r.number(4), r.number(4, 1, 1000000)
    if start + count - 1 > 2**31 - 1:
        r.bad("a height above 2^31-1")
    headers = []
    for height in range(start, start + count):
        if not headers or height % chain.interval == 0:
            headers.append(r.take(80))
        else:
            short, before = r.take(44), headers[-1]
            headers.append(short[:4] + double_hash(before) + short[4:40] + before[72:76] + short[40:])
    r.finish()
    return Run(chain, start, headers)


class Run:
    """Headers from a height on. Whether they follow the rules, up to where they are linked, and their work above the newest given block."""

    def __init__(self, chain, start, headers):
        self.chain, self.start, self.headers, self.end = chain, start, headers, start + len(headers) - 1
        self.hashes = [double_hash(header) for header in headers]
        self.linked = max((height for height in chain.given if start - 1 <= height <= self.end), default=-1)
        self.work, self.sums, self.latest = 0, [0], []
        self.valid = all(self.follows(height) for height in range(start, self.end + 1))

    def holds(self, height):
        return self.start <= height <= self.end

    def header(self, height):
        return self.headers[height - self.start] if height >= self.start else self.chain.genesis

    def hash(self, height):
        return self.hashes[height - self.start]

    def checkpointed(self, height):
        return height <= self.linked

    def above_newest(self, height):
        return self.linked == self.chain.newest < height

    def follows(self, height):
        """The rules for one header."""
        chain, header = self.chain, self.header(height)
        target, given = chain.target(bits_of(header)), chain.given.get(height)
        if target is None or int.from_bytes(self.hash(height), "little") > target or given and given[0] != self.hash(height):
            return False
        before = self.hash(height - 1) if height > self.start else chain.given.get(height - 1, (None,))[0]
        bound, due = self.median(height), self.due_bits(height)
        self.work += work_of(target) if height > chain.newest else 0
        self.sums.append(self.sums[-1] + work_of(target))
        self.latest.append(max(time_of(header), self.latest[-1] if self.latest else 0))
        return (before in (None, header[4:36]) and due in (None, bits_of(header)) and (bound is None or time_of(header) > bound)
                and (height == 0 or int.from_bytes(header[:4], "little", signed=True) >= chain.lowest_version(height)))

    def due_bits(self, height):
        chain = self.chain
        first = height - height % chain.interval
        if not chain.retargeting or first == 0:
            return bits_of(chain.genesis)
        if height not in (first, self.start):
            return bits_of(self.header(height - 1))
        below = chain.given.get(first - 1)
        if below and below[1] is not None:
            return below[1]
        lowest = 0 if self.start == 1 else self.start
        if height != first or first - chain.interval < lowest:
            return None
        last = self.header(height - 1)
        seconds = time_of(last) - time_of(self.header(first - chain.interval))
        seconds = max(chain.timespan // 4, min(chain.timespan * 4, seconds))
        return compact(min(chain.limit, chain.target(bits_of(last)) * seconds // chain.timespan))

    def median(self, height):
        """The time that a header's must be above; None where too little is known."""
        first, wanted = max(self.start, height - 11), min(11, height)
        times = [time_of(self.header(h)) for h in range(first, height)]
        if len(times) < wanted and self.start - 1 in self.chain.given:
            times = (self.chain.given[self.start - 1][2] + times)[-wanted:]
        at = wanted // 2 - (wanted - len(times))
        return sorted(times)[at] if times and at >= 0 else None

    def day(self, height):
        """No later than: UTC day of the largest time up to the block, plus two hours."""
        return day_of(self.latest[height - self.start] + 7200)


def day_of(seconds):
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%d")


# ---------------------------------------------------------------- judging

FAULTS = ("merkle-root-differs", "block-differs", "headers-invalid", "heavier-chain-known")
TIERS = ("checkpointed", "proof-of-work", "supplied-header", "practice", "pending", "none")
REASONS = {"checkpointed": (PASSED, "checkpointed"), "proven-by-work": (PASSED, "proof-of-work"),
           "too-little-work": (INDETERMINATE, "proof-of-work"), "too-few-blocks": (INDETERMINATE, "supplied-header"),
           "not-linked": (INDETERMINATE, "supplied-header"), "equal-chain-known": (INDETERMINATE, "supplied-header"),
           "practice-accepted": (PASSED, "practice"), "practice-network": (INDETERMINATE, "practice"),
           "no-header": (INDETERMINATE, "none"), **{fault: (FAILED, "none") for fault in FAULTS}}


class Judge:
    """Judges blocks by the package's run, and on the main chain by known headers, too; either may be None."""

    def __init__(self, chain, run, known, accepted, least):
        self.chain, self.run, self.accepted, self.least = chain, run, accepted, least
        self.known = known if known and known.valid and not chain.practice else None

    def firm(self, run, height):
        return run.holds(height) and (run.checkpointed(height) or run.above_newest(height))

    def attestation(self, message, height):
        return self.judge(height, lambda run: run.header(height)[36:68] == message, "merkle-root-differs")

    def named(self, block):
        height, digest = block["height"], bytes.fromhex(block["hash"])[::-1]
        if self.chain.given.get(height, (digest,))[0] != digest:
            return "block-differs", None
        return self.judge(height, lambda run: run.hash(height) == digest, "block-differs")

    def judge(self, height, same, differs):
        """(reason, the run that decided it)"""
        chain, run, known = self.chain, self.run, self.known
        if not run or not run.holds(height):
            run = known if known and self.firm(known, height) else None
        if not run:
            return "no-header", None
        if run.valid and not same(run):
            return differs, run
        if not run.valid:
            return "headers-invalid", run
        if known and run is not known:
            contradiction, run = self.compare(run, known, height)
            if contradiction:
                return contradiction, run
        if chain.practice and not self.accepted:
            return "practice-network", run
        if not self.firm(run, height):
            return "not-linked", run
        if chain.practice or run.checkpointed(height):
            return "practice-accepted" if chain.practice else "checkpointed", run
        if run.end - height < 6:
            return "too-few-blocks", run
        return "too-little-work" if run.sums[-1] - run.sums[height - run.start + 1] < self.least else "proven-by-work", run

    def compare(self, run, known, height):
        """(what contradicts the package's run or None, the run that decides)"""
        above = run.above_newest(height)
        if above and known.above_newest(known.end):
            at = min(height, known.end)
            if run.hash(at) != known.hash(at) and known.work >= run.work:
                return "heavier-chain-known" if known.work > run.work else "equal-chain-known", run
        if not self.firm(known, height):
            return None, run
        if known.hash(height) != run.hash(height):
            return None if above else "heavier-chain-known", run
        if not run.checkpointed(height) and (known.checkpointed(height) or not above or known.work > run.work):
            return None, known
        return None, run


def time_check(judge, statement, proof, digest):
    """(reason, facts about the time) of the check `time`; proof is what timestamp() gives, or None."""
    if proof is None:
        return "no-timestamp", {}
    kind, start, attested, pending = proof
    if kind != 0x08 or start != digest:
        return ("weak-digest" if kind != 0x08 else "other-statement"), {}
    faults, good = [], []
    for message, height in attested:
        reason, run = judge.attestation(message, height)
        result, tier = REASONS[reason]
        tier = "practice" if reason == "not-linked" and judge.chain.practice else tier
        if result == FAILED:
            faults.append((height, FAULTS.index(reason), reason))
        else:
            day = run.day(height) if run else "9999"
            good.append((result != PASSED, TIERS.index(tier), day, height, reason))
    if faults:
        return min(faults)[2], {}
    if not good:
        return ("pending", {"tier": "pending"}) if pending else ("unknown-attestations", {"tier": "none"})
    waits, tier, day, height, reason = min(good)
    facts = {"tier": TIERS[tier], "height": height, **({} if waits else {"notAfter": day})}
    if "block" in statement:
        named, run = judge.named(statement["block"])
        if REASONS[named][0] == FAILED:
            return named, {}
        if statement["block"]["height"] >= height:
            return "named-block-later", {}
        if REASONS[named][0] == PASSED:
            facts["notBefore"] = day_of(time_of(run.header(statement["block"]["height"])) - 7200)
    return reason, facts
