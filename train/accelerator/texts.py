"""The sentences of a lesson on the device, and batches of them."""

import numpy
import torch

# What stands for an answer that nobody has given.
UNKNOWN = -1


class Words:
    """The table of words: for each kind of spelling its rows in the tables of the network."""

    def __init__(self, arrays, sizes, device):
        tensor = lambda a: torch.from_numpy(a.astype(numpy.int64)).to(device)
        self.form, self.vector, self.shape = tensor(arrays["words.form"]), tensor(arrays["words.vector"]), tensor(arrays["words.shape"])
        starts = arrays["words.pieces"].astype(numpy.int64)
        self.count_here = starts[1:] - starts[:-1]
        self.count, self.start = tensor(self.count_here), tensor(starts[:-1])
        self.pieces = tensor(arrays["pieces"])
        vectors = arrays["vectors"].astype(numpy.float32) * sizes["VectorUnit"]
        self.vectors = torch.from_numpy(vectors.reshape(-1, sizes["VectorSize"])).to(device)


class Text:
    """A set of sentences: flat arrays over its tokens, the root before each sentence."""

    def __init__(self, name, arrays, words, device):
        self.name, self.device = name, device
        self.length = arrays[name + ".lengths"].astype(numpy.int64)
        self.start = numpy.concatenate([[0], numpy.cumsum(self.length)[:-1]])
        word = arrays[name + ".words"].astype(numpy.int64)
        self.pieces = numpy.add.reduceat(words.count_here[word], self.start)  # of each sentence
        self.word = torch.from_numpy(word).to(device)
        self.marks = torch.from_numpy(arrays[name + ".marks"].astype(numpy.int64)).to(device)
        self.answers = {}
        for kind in ("tags", "fine", "heads", "relations", "names", "entities"):
            if name + "." + kind in arrays:
                self.answers[kind] = torch.from_numpy(arrays[name + "." + kind].astype(numpy.int64)).to(device)
        self.shares = None  # what teachers hold likely; see learn.Shares

    def __len__(self):
        return len(self.length)

    def batches(self, size, random):
        """Cut the sentences into batches of about the same length, of about `size` words, in random order."""
        key = self.length * (1 + 0.2 * random.random(len(self)))
        order = numpy.argsort(key, kind="stable")
        cut = numpy.cumsum(self.length[order]) // size
        out = numpy.split(order, numpy.flatnonzero(numpy.diff(cut)) + 1)
        random.shuffle(out)
        return out


class Batch:
    """Sentences side by side. Rows are in the order of time: first the roots of all
    sentences, then their first words; longer sentences come first."""

    def __init__(self, text, which):
        which = which[numpy.argsort(-text.length[which], kind="stable")]
        length = text.length[which]
        longest = int(length[0])
        going = (length[None, :] > numpy.arange(longest)[:, None]).sum(1)  # by time: how many sentences go on
        first = numpy.concatenate([[0], numpy.cumsum(going)[:-1]])  # by time: its first row
        time = numpy.repeat(numpy.arange(longest), going)
        sentence = numpy.arange(len(time)) - first[time]
        token = text.start[which][sentence] + time
        on = lambda a: torch.from_numpy(a).to(text.device, non_blocking=True)
        self.text, self.which = text, which
        self.rows, self.sentences, self.longest = len(time), len(which), longest
        self.going = torch.from_numpy(going)  # stays here: the memories want it so
        self.first, self.time, self.sentence, self.token, self.length = on(first), on(time), on(sentence), on(token), on(length)
        self.pieces = int(text.pieces[which].sum())
        self.words = self.rows - self.sentences
        self.place = self.sentence * longest + self.time  # where a row stands when the sentences are padded
        self.outside = torch.arange(longest, device=text.device)[None, :] >= self.length[:, None]  # columns behind a sentence's end

    def answers(self, kind):
        """The answers of a kind by row, or None."""
        found = self.text.answers.get(kind)
        return None if found is None else found[self.token]
