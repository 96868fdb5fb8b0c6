"""Words and files as one run of bytes, between the portal and the child that works on them."""

import json
import struct


def packed_with(told: dict, *blobs: bytes) -> bytes:
    head = json.dumps(told | {"lengths": [len(blob) for blob in blobs]}).encode()
    return b"".join([struct.pack(">I", len(head)), head, *blobs])


def unpacked(packed: bytes) -> tuple[dict, list[bytes]]:
    (size,) = struct.unpack(">I", packed[:4])
    told, at = json.loads(packed[4 : 4 + size]), 4 + size
    blobs = []
    for length in told.pop("lengths"):
        blobs.append(packed[at : at + length])
        at += length
    return told, blobs
