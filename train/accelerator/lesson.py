"""What annals writes for an accelerator, and what it reads back.

A file is a line of JSON, then numbers, little-endian, one array behind the other.
The line names the arrays, their types and how many numbers each has
(train/lesson.go writes it, train/network/file.go reads weights).
"""

import json

import numpy


def read(path):
    """The header of a lesson and its arrays by name."""
    with open(path, "rb") as file:
        header = json.loads(file.readline())
        arrays = {}
        for a in header["arrays"]:
            arrays[a["name"]] = numpy.fromfile(file, dtype=numpy.dtype(a["type"]).newbyteorder("<"), count=a["count"])
    return header, arrays


def write_weights(path, sizes, weights):
    """Write the weights of a network, a list of matrices in the order of its layers."""
    with open(path, "wb") as file:
        file.write(json.dumps({"sizes": sizes, "counts": [int(w.size) for w in weights]}).encode() + b"\n")
        for w in weights:
            file.write(numpy.ascontiguousarray(w, dtype="<f4").tobytes())
