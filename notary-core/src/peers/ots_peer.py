"""What the reference library makes of proofs. Each command answers one JSON document a line.

read FILE...               digest and attestations of each .ots, or the error
stamp URL FILE             FILE.ots, from the calendar at URL
upgrade URL FILE.ots       asks the calendar at URL for everything pending, and writes the file anew
check FILE.ots HEADER...   each Bitcoin attestation against the 80-byte headers, in hexadecimal, of a chain from its genesis on
replays FILE.ots           whether it is about the file beside it
"""

import hashlib
import json
import os
import sys

from bitcoin.core import CBlockHeader
from opentimestamps.calendar import RemoteCalendar
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpSHA256
from opentimestamps.core.serialize import StreamDeserializationContext, StreamSerializationContext
from opentimestamps.core.timestamp import DetachedTimestampFile

PATIENCE = 20


def load(path):
    with open(path, "rb") as file:
        return DetachedTimestampFile.deserialize(StreamDeserializationContext(file))


def save(path, proof):
    with open(path, "wb") as file:
        proof.serialize(StreamSerializationContext(file))


def described(message, attestation):
    if isinstance(attestation, BitcoinBlockHeaderAttestation):
        return message.hex() + " Bitcoin " + str(attestation.height)
    if isinstance(attestation, PendingAttestation):
        return message.hex() + " Pending " + attestation.uri
    return message.hex() + " Other " + attestation.TAG.hex()


def read(*paths):
    for path in paths:
        try:
            proof = load(path)
            found = [described(*one) for one in proof.timestamp.all_attestations()]
            print(json.dumps({"digest": proof.file_digest.hex(), "hash": proof.file_hash_op.TAG_NAME, "attestations": found}))
        except Exception as error:
            print(json.dumps({"error": type(error).__name__}))


def stamp(url, path):
    with open(path, "rb") as file:
        proof = DetachedTimestampFile.from_fd(OpSHA256(), file)
    tip = proof.timestamp.ops.add(OpAppend(os.urandom(16))).ops.add(OpSHA256())
    tip.merge(RemoteCalendar(url).submit(tip.msg, timeout=PATIENCE))
    save(path + ".ots", proof)
    print(json.dumps({"digest": proof.file_digest.hex()}))


def pending(timestamp):
    if any(isinstance(one, PendingAttestation) for one in timestamp.attestations):
        yield timestamp
    for following in timestamp.ops.values():
        yield from pending(following)


def upgrade(url, path):
    proof = load(path)
    gained = 0
    for at in list(pending(proof.timestamp)):
        at.merge(RemoteCalendar(url).get_timestamp(at.msg, timeout=PATIENCE))
        gained += 1
    save(path, proof)
    print(json.dumps({"gained": gained}))


def check(path, *headers):
    times = []
    for message, attestation in load(path).timestamp.all_attestations():
        if isinstance(attestation, BitcoinBlockHeaderAttestation):
            header = CBlockHeader.deserialize(bytes.fromhex(headers[attestation.height]))
            times.append(attestation.verify_against_blockheader(message, header))
    print(json.dumps({"times": times}))


def replays(path):
    with open(path[: -len(".ots")], "rb") as file:
        digest = hashlib.sha256(file.read()).digest()
    print(json.dumps({"fits": load(path).file_digest == digest}))


COMMANDS = {"read": read, "stamp": stamp, "upgrade": upgrade, "check": check, "replays": replays}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](*sys.argv[2:])
