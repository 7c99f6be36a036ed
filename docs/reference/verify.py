#!/usr/bin/env python3
"""Second verifier of TrialSeal proof packages, written from docs/proof-format.md alone.

    verify.py [--json] [--practice] [--min-work N] [--signer SPKI]... [--checkpoints FILE] PACKAGE
    verify.py --batch < paths           one line of JSON for each path
    verify.py --vectors DIR             one line of JSON for each test vector

Exit codes: 0 passed, 1 failed, 2 indeterminate, 64 wrong usage, 65 malformed, 66 cannot be read.
"""
import argparse
import bisect
import hashlib
import hmac
import json
import mmap
import os
import struct
import sys

sys.dont_write_bytecode = True  # leaves nothing behind beside this file

import blocks
from blocks import FAILED, INDETERMINATE, PASSED
from package import (COUNT, DIGEST, KINDS, MAX_VALUE, SETTINGS, Malformed, Package, canonical, encode, exactly, fits, integer, is_entry,
                     is_opening, is_schema, is_schema_list, items, statement_of)
from primitives import EMPTY_ROOT, Tree, aes256, consistent, expand, hash_of as H, root_from_path

MAX_VALUES = 2**27
sha256 = hashlib.sha256


# ---------------------------------------------------------------- what is opened

class Opened:
    """Statement N's opened entries and openings, and the check `entries`."""

    def __init__(self, package, statement):
        self.statement, self.usable, self.contents, self.fault = statement, {}, {}, None
        names = [package.folder + name for name in ("entries.json", "openings.json")]
        shape = {"entry": is_entry, "index": integer(0, 65534), "path": [DIGEST]}
        opened, openings = {}, {}
        if package.intact(names[0]):
            for item in items(package.content(names[0]), "opened", 2**14, names[0], shape):
                if opened and item["index"] <= max_key(opened) or len(item["path"]) > 63:
                    raise Malformed(names[0], 0, "not in order, or too long a path")
                opened[item["index"]] = item
        if package.intact(names[1]):
            for item in items(package.content(names[1]), "openings", 2**23, names[1], is_opening):
                key = item["artifact"], KINDS.index(item["kind"])
                if openings and key <= max_key(openings):
                    raise Malformed(names[1], 0, "not in order")
                openings[key] = item
        self.checked = statement is not None and package.intact(names[0]) and package.intact(names[1])
        if self.checked:
            self.check(opened, openings)

    def check(self, opened, openings):
        good, bad, taken = {}, set(), set()
        for index, item in opened.items():
            entry = item["entry"]
            if not in_statement(self.statement, index, entry, [bytes.fromhex(h) for h in item["path"]]):
                self.fail("entry-differs", bad, index)
            elif entry["kind"] != "source" and entry["name"] in taken:
                self.fail("name-twice", bad, index)
            else:
                good[index] = entry
                taken.update([entry["name"]] if entry["kind"] != "source" else [])
        for index, item in opened.items():
            source = item["entry"].get("source", 0)
            if "source" in item["entry"] and (source >= self.statement["entries"]["count"]
                                              or source in good and good[source]["kind"] != "source"):
                self.fail("entry-differs", bad, index)
        for (index, kind), item in openings.items():
            member = KINDS[kind]
            content = item["content"]
            raw = encode(content) if member != "file" else content["length"].to_bytes(8, "big") + bytes.fromhex(content["digest"])
            commitment = H(b"\x17", bytes([kind + 1]), bytes.fromhex(item["salt"]), raw).hex()
            if good.get(index, {}).get(member) != commitment:
                self.fail("opening-differs", bad, index)
                continue
            form = is_schema_list if good[index]["kind"] == "log" else is_schema
            if member != "file" and not fits(content, form if member == "schema" else SETTINGS):
                raise Malformed("openings.json", 0, "not the form of " + member)
            self.contents[index, member] = content
        for index in opened:
            entry, schema, settings = opened[index]["entry"], self.contents.get((index, "schema")), self.contents.get((index, "settings"))
            if not {"dataset": dataset_agrees, "log": log_agrees}.get(entry["kind"], lambda *_: True)(entry, schema, settings):
                self.fail("schema-differs", bad, index)
        self.usable = {index: entry for index, entry in good.items() if index not in bad}

    def fail(self, reason, bad, index):
        self.fault = self.fault or reason
        bad.add(index)


def max_key(ascending):
    return next(reversed(ascending))


def in_statement(statement, index, entry, path):
    leaf = H(b"\x00\x1a", encode(entry))
    return root_from_path(leaf, index, statement["entries"]["count"], path) == bytes.fromhex(statement["entries"]["root"])


def column_names(schema):
    return [column["name"] for column in schema["columns"]]


def dataset_agrees(entry, schema, settings):
    if schema and len(schema["columns"]) != entry["columns"]:
        return False
    if settings and ("subject" in settings) != (entry["grouping"] == "subject"):
        return False
    return not (schema and settings and "subject" in settings) or settings["subject"] in column_names(schema)


def log_agrees(entry, schema, settings):
    if schema:
        names = [column_names(item["schema"]) for item in schema["schemas"]]
        if len(names[-1]) != entry["columns"] or schema["schemas"][-1]["from"] > entry["records"]:
            return False
        if any(set(a) - set(b) for a, b in zip(names, names[1:])):
            return False
    if settings and settings["options"].get("order") not in ("oldest-first", "newest-first"):
        return False
    return not (schema and settings and "subject" in settings) or settings["subject"] in names[0]


# ---------------------------------------------------------------- what is shown

class Finding:
    """Result of data, completeness and append of one file; keeps the first fault."""

    def __init__(self):
        self.fault, self.shown, self.complete, self.required, self.append, self.has_history = None, True, None, False, None, False

    def check(self, good, reason):
        if not good and not self.fault:
            self.fault = reason


def commit(salt, column, cell):
    return sha256(b"".join((b"\x10", salt, column.to_bytes(2, "big"), cell))).digest()


def units(r, first, last):
    """Commitments first .. last of a shown record: (parts of its leaf, {column: cell shown})."""
    parts, cells, left = [], {}, MAX_VALUES
    step = 64 if last > 64 else last + 1
    for start in range(first, last + 1, step):
        if r.number(1, 0 if last > 64 else 1, 1) == 0:
            parts.append(r.take(32))
            continue
        run = []
        for column in range(start, min(start + step, last + 1)):
            if r.number(1, 0, 1) == 0:
                run.append(r.take(32))
                continue
            salt = r.take(16)
            cell = r.cell(left) if column else position_cell(r)
            left -= len(cell) - 5 if column else 0
            cells[column] = cell
            run.append(commit(salt, column, cell))
        parts.extend([H(b"\x13", *run)] if last > 64 else run)
    return parts, cells


def position_cell(r):
    r.expect(b"\x00\x00\x00\x00\x08")
    return b"\x00\x00\x00\x00\x08" + r.number(8).to_bytes(8, "big")


def whole(r, count, columns):
    """(leaf hash, position, cells) of all records of a group, and last its body salt."""
    keys, numbers = expand(r.take(32)), [j.to_bytes(2, "big") for j in range(columns + 1)]
    if count * (8 + 5 * columns) > r.end - r.pos:
        r.bad("ends too early")
    step = max(1, 32768 // (columns + 1))
    for first in range(0, count, step):
        size = min(step, count - first)
        salts = aes256(keys, b"".join(struct.pack(">QQ", i, j) for i in range(first, first + size) for j in range(columns + 1)))
        for at in range(0, 16 * size * (columns + 1), 16 * (columns + 1)):
            position, left = r.number(8).to_bytes(8, "big"), MAX_VALUES
            cells = [b"\x00\x00\x00\x00\x08" + position]
            for _ in range(columns):
                cells.append(r.cell(left))
                left -= len(cells[-1]) - 5
            parts = [sha256(b"".join((b"\x10", salts[at + 16 * j:at + 16 * j + 16], numbers[j], cell))).digest()
                     for j, cell in enumerate(cells)]
            if columns > 64:
                parts = [H(b"\x13", *parts[k:k + 64]) for k in range(0, columns + 1, 64)]
            yield H(b"\x00\x12" if columns > 64 else b"\x00\x11", *parts), cells
    yield aes256(keys, struct.pack(">QQ", 2**64 - 1, 0)), None


def dataset(r, entry, schema, settings):
    """Reads a dataset disclosure to its end and judges it."""
    found, n, grouped, total = Finding(), entry["columns"], entry["grouping"] == "subject", entry["groups"]
    root = bytes.fromhex(entry["root"])
    subject = 1 + column_names(schema).index(settings["subject"]) if grouped else 0
    flags = r.number(1, 0, 7)
    key = r.take(32) if flags & 1 else None
    found.check(not key or H(b"\x16", key).hex() == entry["tagKey"], "tag-key-differs")
    listed = Listing(r, found, total, root) if flags & 2 else None
    absent = 0
    if flags & 4:
        absent, last, left = r.number(4, 1, 65535) if flags == 7 and grouped else r.bad("absent needs flags 1 and 2"), None, 2**26
        for _ in range(absent):
            cell = r.cell(left)
            left -= len(cell) - 5
            if last and (cell[0], cell[5:]) <= last:
                r.bad("identifiers not in order")
            last = cell[0], cell[5:]
            found.check(listed.body(hmac.digest(key, cell, "sha256")) is None, "not-absent")
    found.check(total or root == EMPTY_ROOT, "root-differs")
    shown, counted, complete, last_tag, last_index = r.number(8), 0, True, b"", -1
    for k in range(shown):
        tag = r.take(32)
        if k and tag <= last_tag:
            r.bad("groups not in order")
        last_tag = tag
        identifier = r.cell() if key and grouped else None
        found.check(not key or hmac.digest(key, identifier or bytes(5), "sha256") == tag, "tag-differs")
        index, path = (None, None) if listed else (r.number(8), r.hashes())
        count, mode = r.number(8, 1), r.number(1, 1, 2)
        found.check(count <= entry["records"] - counted, "count-differs")
        counted += count
        salt, group_root, every = group(r, found, count, mode, n, subject, identifier)
        complete = complete and every
        body = H(b"\x14", salt, count.to_bytes(8, "big"), group_root or b"")
        if listed:
            found.check(group_root and listed.body(tag) == body, "group-differs")
        else:
            reached = root_from_path(H(b"\x00\x15", tag, body), index, total, path)
            found.check(reached, "path-differs")
            found.check(group_root and reached == root, "group-differs")
            found.check(index > last_index, "order")
            last_index = index
    r.finish()
    if shown or absent or not total:
        rest = entry["records"] - counted
        found.check(rest == 0 if shown == total else shown < total and rest >= total - shown, "count-differs")
    found.shown = bool(shown or absent or not total)
    found.required = bool(grouped and key and (shown or absent))
    found.complete = "ok" if shown == total and complete else "no-tag-key" if not key else "not-listed" if not listed else \
        "ok" if complete else "records-hidden"
    return found


class Listing:
    """The subject entries, 64 bytes each, left where they are in the file."""

    def __init__(self, r, found, groups, root):
        count, tree, last, ascending = r.number(8, 0, 4000000), Tree(), b"", True
        if 64 * count > r.end - r.pos:
            r.bad("ends too early")
        self.data, self.at, self.count = r.data, r.pos, count
        for _ in range(count):
            entry = r.take(64)
            ascending = ascending and last < entry[:32]
            last = entry[:32]
            tree.push(sha256(b"\x00\x15" + entry).digest())
        found.check(ascending, "order")
        found.check(count == groups, "count-differs")
        found.check(tree.root() == root, "root-differs")

    def __len__(self):
        return self.count

    def __bool__(self):
        return True

    def __getitem__(self, k):
        return self.data[self.at + 64 * k:self.at + 64 * k + 32]

    def body(self, tag):
        k = bisect.bisect_left(self, tag)
        return self.data[self.at + 64 * k + 32:self.at + 64 * k + 64] if k < self.count and self[k] == tag else None


def group(r, found, count, mode, columns, subject, identifier):
    """(body salt, root or None, whether all records are shown) of one shown group."""
    tree, root, last, last_position = Tree(), None, -1, -1
    if mode == 1:
        records, shown = whole(r, count, columns), count
    else:
        salt, shown = r.take(16), r.number(8, 1, count)
        records = range(shown)
    for record in records:
        if mode == 1 and record[1] is None:
            salt = record[0]
            break
        if mode == 1:
            leaf, cells = record
            position, cell = cells[0], cells[subject]
        else:
            index = r.number(8, last + 1, count - 1)
            last, path = index, r.hashes() if shown < count else None
            parts, cells = units(r, 0, columns)
            leaf = H(b"\x00\x12" if columns > 64 else b"\x00\x11", *parts)
            position, cell = cells.get(0), cells.get(subject)
        if position:
            found.check(int.from_bytes(position[5:], "big") > last_position, "position-order")
            last_position = int.from_bytes(position[5:], "big")
        if shown == count:
            tree.push(leaf)
        else:
            reached = root_from_path(leaf, index, count, path)
            found.check(reached and root in (None, reached), "path-differs")
            root = root or reached
        if subject and cell:
            identifier = identifier or cell
            found.check(cell == identifier, "subject-differs")
    return salt, tree.root() if shown == count else root, shown == count


def document(r, entry, file):
    found, tree, digest, size, keys = Finding(), Tree(), sha256(), r.end - r.pos - 32, expand(r.take(32))
    for i in range(-(-size // 2**20)):
        chunk = r.take(min(2**20, r.end - r.pos))
        digest.update(chunk)
        salt = aes256(keys, struct.pack(">QQ", i, 0))
        tree.push(H(b"\x00\x19", H(b"\x18", salt, struct.pack(">QI", i, len(chunk)), chunk)))
    found.check(tree.count == entry["chunks"], "count-differs")
    found.check(tree.root().hex() == entry["root"], "root-differs")
    found.check(not file or file == {"digest": digest.hexdigest(), "length": size}, "file-differs")
    return found


def log(r, entry, schemas, statements, seal):
    found, records, root, tree = Finding(), entry["records"], bytes.fromhex(entry["root"]), Tree()
    found.append = "no-history" if "previous" in entry else "ok"
    if r.number(1, 0, 1):
        found.append, found.has_history = history(r, entry, statements, seal), True
    starts = [item["from"] for item in schemas["schemas"]]
    own = [(H(encode(item["schema"])), len(item["schema"]["columns"])) for item in schemas["schemas"]]
    shown, last = r.number(8, 0, records), -1
    for _ in range(shown):
        index = last = r.number(8, last + 1, records - 1)
        path = r.hashes() if shown < records else None
        schema, columns = own[bisect.bisect_right(starts, index) - 1]
        leaf = H(b"\x00\x1c" if columns > 64 else b"\x00\x1b", schema, *units(r, 1, columns)[0])
        if path is None:
            tree.push(leaf)
        else:
            reached = root_from_path(leaf, index, records, path)
            found.check(reached, "path-differs")
            found.check(reached == root, "record-differs")
    r.finish()
    found.check(shown < records or tree.root() == root, "root-differs")
    found.shown = bool(shown or not records)
    found.complete = "ok" if shown == records else "records-hidden"
    return found


def history(r, entry, statements, seal):
    """The reason of the check `append` where a log file carries a history."""
    found, gap, before, records, last = Finding(), False, 0, 0, 0
    for _ in range(r.number(4, 1, 65535)):
        last = r.number(8, before + 1, seal - 1)
        index, path = r.number(4, 0, 65534), r.hashes()
        raw = r.take(r.number(4, 0, 4096))
        old = canonical(raw, r.source, lambda v: is_entry(v) and v["kind"] == "log", r.pos - r.start)
        proof, statement = r.hashes(64), statements[last - 1]
        found.check(statement and in_statement(statement, index, old, path), "entry-differs")
        found.check(old["name"] == entry["name"], "log-differs")
        found.check(old["records"] >= records, "log-shrank")
        found.check(before <= old.get("previous", 0) < last, "history-differs")
        gap = gap or old.get("previous", 0) > before
        found.check(consistent(old["records"], bytes.fromhex(old["root"]), entry["records"], bytes.fromhex(entry["root"]), proof),
                    "not-appended")
        before, records = last, old["records"]
    found.check(entry["records"] >= records, "log-shrank")
    found.check(before <= entry.get("previous", 0) < seal, "history-differs")
    return found.fault or ("history-incomplete" if gap or entry.get("previous", 0) > before else "ok")


# ---------------------------------------------------------------- the verdict

UNDECIDED = ("not-checked", "not-opened", "nothing-shown", "no-tag-key", "not-listed", "records-hidden", "no-history",
             "history-incomplete", "no-timestamp", "pending", "unknown-attestations")


class Report:
    def __init__(self):
        self.checks, self.facts = [], {}

    def add(self, name, reason, required=True):
        good = reason in ("ok", "not-required")
        result = PASSED if good else INDETERMINATE if reason in UNDECIDED else blocks.REASONS.get(reason, (FAILED,))[0]
        self.checks.append({"id": name, "reason": reason, "required": "yes" if required else "no", "result": result})

    def verdict(self):
        required = [check for check in self.checks if check["required"] == "yes"]
        results, names = {check["result"] for check in required}, {check["id"].split(":")[0] for check in required}
        missing = {"package", "statement", "ledger", "entries", "time", "data"} - names
        return FAILED if FAILED in results else INDETERMINATE if INDETERMINATE in results or missing else PASSED


class Policy:
    """What a verifier is told beside the package."""

    def __init__(self, main, practice=False, least=0, signers=(), known=None):
        self.main, self.practice, self.least, self.signers, self.known = main, practice, least, signers, known


def verify(data, policy):
    package, report = Package(data), Report()
    if package.intact("data/package.json"):
        shape = {"format": exactly("trialseal-package/1"), "seal": integer(package.seal, package.seal)}
        canonical(package.content("data/package.json"), "data/package.json", shape)
    names = ["data/seals/%04d/seal.json" % n for n in range(1, package.seal + 1)]
    texts = [package.content(name) if package.intact(name) else None for name in names]
    statements = [statement_of(raw, name) if raw is not None else None for raw, name in zip(texts, names)]
    last = statements[-1]
    current = last if last and last["seal"] == package.seal else None
    report.add("package", "damaged" if package.damaged else "ok")
    report.add("statement", "ok" if current else "number-differs" if last else "damaged")
    report.add("ledger", ledger(statements, texts))
    opened = Opened(package, current)
    report.add("entries", (opened.fault or "ok") if opened.checked else "not-checked")
    for index, short, name in package.shown:
        shown(report, package, opened, statements, index, short, name)
    if not package.shown:
        report.add("data", "nothing-shown")
    demanded = bool(policy.signers or current and current["signers"])
    report.add("signatures", "not-checked" if not current else "missing" if demanded else "not-required", demanded or not current)
    chain = PRACTICE if current and current["network"] == "practice" else policy.main
    run, proof, files = None, None, [package.folder + name for name in ("seal.json.ots", "headers.bin")]
    if package.intact(files[0]):
        proof = blocks.timestamp(package.reader(files[0]))
    if package.intact(files[1]):
        run = blocks.headers_file(package.reader(files[1]), chain)
    if not current or files[0] in package.damaged:
        report.add("time", "not-checked")
    else:
        judge = blocks.Judge(chain, run, policy.known, policy.practice, policy.least)
        reason, report.facts["time"] = blocks.time_check(judge, current, proof, sha256(texts[-1]).digest())
        report.add("time", reason)
    if current:
        report.facts["ledger"] = {"id": current["ledger"], "network": current["network"], "seal": package.seal, "study": current["study"]["id"]}
    return report


def ledger(statements, texts):
    """First fault of the statements in the order of the ledger, or ok."""
    for n, (statement, before) in enumerate(zip(statements, [None] + statements), 1):
        if not statement:
            return "damaged"
        if statement["seal"] != n:
            return "number-differs"
        if n > 1 and statement["previous"] != sha256(texts[n - 2]).hexdigest():
            return "chain-broken"
        if n > 1 and [statement[k] for k in ("ledger", "network")] + [statement["study"]["id"]] != \
                [before[k] for k in ("ledger", "network")] + [before["study"]["id"]]:
            return "ledger-changed"
    return "ok"


def shown(report, package, opened, statements, index, short, name):
    """data, completeness and append of one file."""
    entry = opened.usable.get(index)
    label = entry["name"] if entry else short
    schema, settings = opened.contents.get((index, "schema")), opened.contents.get((index, "settings"))
    kind = {"disclosure": "dataset", "content": "document", "log": "log"}[short.split(".")[1]]
    early = "damaged" if not package.intact(name) else "not-opened" if not entry else "kind-differs" if entry["kind"] != kind else \
        "not-opened" if kind != "document" and not (schema and settings) else None
    if early:
        report.add("data:" + label, early)
        return
    r = package.reader(name)
    r.expect(b"trialseal/1 %s\n" % kind.encode())
    r.number(4, index, index)
    if kind == "dataset":
        found = dataset(r, entry, schema, settings)
    elif kind == "document":
        found = document(r, entry, opened.contents.get((index, "file")))
    else:
        found = log(r, entry, schema, statements, package.seal)
    data = found.fault or ("ok" if found.shown else "nothing-shown")
    report.add("data:" + label, data)
    if found.complete:
        report.add("completeness:" + label, found.complete if data == "ok" else "not-checked", found.required)
    if found.append:
        report.add("append:" + label, found.append, found.has_history)


# ---------------------------------------------------------------- chains and the command line

GENESIS = bytes.fromhex("01000000" + 64 * "0" + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c")
PRACTICE = blocks.Chain(GENESIS[:68] + bytes.fromhex("dae5494dffff7f2002000000"), 2**255 - 1, 2016, 1209600, False, {}, {}, True)
CHECKPOINTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", *(
    "notary-core/src/main/resources/org/trialseal/core/bitcoin/checkpoints.txt".split("/")))


def main_chain(lines):
    """The main chain of Bitcoin, with the checkpoints of a file's lines after the first."""
    checkpoints = {}
    for line in lines:
        height, digest, bits, *times = line.split(" ")
        times = [int(time) for time in times[0].split(",")] if times else []
        checkpoints[int(height)] = bytes.fromhex(digest)[::-1], int(bits, 16), times
    return blocks.Chain(GENESIS, 2**224 - 1, 2016, 1209600, True, {227931: 2, 363725: 3, 388381: 4}, checkpoints)


def checkpoint_lines(path):
    with open(path, encoding="ascii") as file:
        first, *lines = file.read().splitlines()
    if first != "trialseal/1 checkpoints":
        raise ValueError("not a file of checkpoints: " + path)
    return lines


def vector_policy(told):
    """The policy of a test vector."""
    main, small, known = main_chain([]), told.get("bitcoin"), told.get("known")
    if small:
        lines = {int(c["height"]): (bytes.fromhex(c["hash"])[::-1], int(c["bits"], 16), [int(t) for t in c["times"]])
                 for c in small["checkpoints"]}
        versions = {int(height): int(version) for height, version in small["versions"].items()}
        main = blocks.Chain(bytes.fromhex(small["genesis"]), int(small["limit"], 16), int(small["interval"]), int(small["timespan"]),
                            small["retargeting"] == "yes", versions, lines)
    if known:
        raw = bytes.fromhex(known["headers"])
        known = blocks.Run(main, int(known["start"]), [raw[i:i + 80] for i in range(0, len(raw), 80)])
    return Policy(main, told.get("practice") == "accepted", int(told.get("minWork", "0")), told.get("signers", ()), known)


def read(path, policy):
    """(outcome as a JSON value, exit code); never raises because of what is in the file."""
    try:
        with open(path, "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if os.fstat(file.fileno()).st_size else b""
    except (OSError, ValueError) as e:
        return {"error": "cannot be read: %s" % e, "verdict": "unreadable"}, 66
    try:
        report = verify(data, policy)
    except Malformed as e:
        return {"error": str(e), "verdict": "malformed"}, 65
    verdict = report.verdict()
    return {"checks": report.checks, **report.facts, "verdict": verdict}, {PASSED: 0, FAILED: 1, INDETERMINATE: 2}[verdict]


def line(value):
    print(json.dumps(value, sort_keys=True, separators=(",", ":")), flush=True)


def vectors(folder):
    for name in sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".json")):
        with open(os.path.join(folder, name + ".json"), encoding="utf-8") as file:
            policy = vector_policy(json.load(file)["policy"])
        outcome, code = read(os.path.join(folder, name + ".trialseal"), policy)
        line({"name": name, **{k: outcome[k] for k in ("checks", "verdict") if k in outcome}})
    return 0


def main():
    parser = argparse.ArgumentParser(description="Verify a TrialSeal proof package by docs/proof-format.md.")
    parser.add_argument("package", nargs="?", metavar="PACKAGE")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--practice", action="store_true", help="accept the practice network")
    parser.add_argument("--min-work", type=int, default=0, metavar="N", help="expected hashes demanded above a block")
    parser.add_argument("--signer", action="append", default=[], metavar="SPKI", help="demand a signature by this key")
    parser.add_argument("--checkpoints", default=CHECKPOINTS, metavar="FILE")
    parser.add_argument("--batch", action="store_true", help="read one path a line from standard input")
    parser.add_argument("--vectors", metavar="DIR", help="judge every test vector in a folder")
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        args = parser.parse_args()
        if sum((args.package is not None, args.batch, args.vectors is not None)) != 1:
            parser.error("one of PACKAGE, --batch, --vectors")
    except SystemExit as e:
        return 64 if e.code else 0
    if args.vectors:
        return vectors(args.vectors)
    policy = Policy(main_chain(checkpoint_lines(args.checkpoints)), args.practice, args.min_work, args.signer)
    if args.batch:
        for path in sys.stdin.read().splitlines():
            line({"path": path, **read(path, policy)[0]})
        return 0
    outcome, code = read(args.package, policy)
    if args.json:
        print(json.dumps(outcome, indent=2, sort_keys=True))
    elif "error" in outcome:
        print(outcome["error"], file=sys.stderr)
    else:
        for check in outcome["checks"]:
            name = check["id"].encode("ascii", "backslashreplace").decode()  # names are the package's words
            print("%-13s %s: %s%s" % (check["result"], name, check["reason"], "" if check["required"] == "yes" else " (not required)"))
        print(outcome["verdict"].upper())
    return code


if __name__ == "__main__":
    sys.exit(main())
