"""How a network learns: losses, steps and measures."""

import time

import numpy
import torch
import torch.nn.functional as F

from texts import UNKNOWN, Batch

# What the kinds of answers weigh against each other; as in train/network/loss.go.
WEIGHTS = {"tags": 1.0, "fine": 0.5, "names": 1.0, "entities": 0.5, "heads": 1.0, "relations": 1.0}

SHARED = ("tags", "fine", "names", "heads")  # kinds whose shares do not depend on the tree


def cross_entropy(scores, gold):
    """The sum over the rows that have an answer."""
    return F.cross_entropy(scores.float(), torch.where(gold == UNKNOWN, -100, gold), ignore_index=-100, reduction="sum")


def soft_cross_entropy(scores, shares):
    return -(shares * F.log_softmax(scores.float(), 1)).sum()


def loss(net, b):
    """The loss of a batch, a word."""
    scores = net.scores(b)
    behind = b.time > 0
    total = 0
    shares = b.text.shares
    heads = b.answers("heads")
    if shares is not None:
        soft = shares.rows(b)
        for kind in SHARED:
            total = total + WEIGHTS[kind] * soft_cross_entropy(scores[kind][behind], soft[kind][behind])
        relations = net.relations(b, scores, heads)
        total = total + WEIGHTS["relations"] * soft_cross_entropy(relations[behind], soft["relations"][behind])
        return total / b.words
    for kind in ("tags", "fine", "names", "entities", "heads"):
        gold = b.answers(kind)
        if gold is not None:
            total = total + WEIGHTS[kind] * cross_entropy(scores[kind], torch.where(behind, gold, UNKNOWN))
    relations = net.relations(b, scores, heads.clamp(min=0))
    total = total + WEIGHTS["relations"] * cross_entropy(relations, torch.where(behind, b.answers("relations"), UNKNOWN))
    return total / b.words


class Average:
    """The mean of the weights over the last steps."""

    def __init__(self, net):
        self.live = list(net.parameters())
        self.mean = [p.detach().clone() for p in self.live]
        self.steps = 0

    @torch.no_grad()
    def add(self, slowest):
        self.steps += 1
        weight = max(slowest, 1 - (self.steps + 1) / (self.steps + 20))
        torch._foreach_mul_(self.mean, 1 - weight)
        torch._foreach_add_(self.mean, [p.detach() for p in self.live], alpha=weight)

    @torch.no_grad()
    def swap(self):
        """Put the mean in the place of the weights, and the weights in that of the mean."""
        for i, (p, m) in enumerate(zip(self.live, self.mean)):
            self.mean[i] = p.detach().clone()
            p.copy_(m)


def train(net, sources, steps, rate, seed, report, average=0.001, warm=300, keep=None):
    """Let the network learn for so many steps. sources: pairs of texts that say the same in
    other spellings, with how often each is taken, and a number of words; each step reads so
    many words of each source. keep is called with the mean of the weights in the network's
    place after each tenth of the steps."""
    random = numpy.random.default_rng(seed)
    torch.manual_seed(seed)
    optimizer = torch.optim.Adam(net.parameters(), lr=rate, betas=(0.9, 0.98), **({"fused": True} if torch.cuda.is_available() else {}))
    mean = Average(net)
    feeds = [feed(texts, size, random) for texts, size in sources]
    began = time.time()
    net.train()
    for step in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, step / warm) * max(0.02, 1 - step / steps)
        optimizer.zero_grad(set_to_none=True)
        for f in feeds:
            l = loss(net, next(f))
            l.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimizer.step()
        mean.add(average)
        if step % max(1, steps // 10) == 0:
            report(f"step {step} of {steps}, {time.time() - began:.0f} s: loss {float(l.detach()):.3f}")
            if keep:
                mean.swap()
                keep()
                mean.swap()
    mean.swap()
    net.eval()


def feed(texts, size, random):
    """Batches without end. Of texts that say the same in other spellings, one is chosen a batch."""
    while True:
        for which in texts[0][0].batches(size, random):
            at = random.choice(len(texts), p=[share for _, share in texts])
            yield Batch(texts[at][0], which)


@torch.no_grad()
def measure(council, text, size=8000):
    """Percentages of tags, heads, heads with relations, and F1 of names, of networks that vote."""
    right = dict.fromkeys(("words", "tags", "fine", "uas", "las"), 0)
    found = names_gold = names_system = 0
    for which in text.batches(size, numpy.random.default_rng(0)):
        b = Batch(text, which)
        said = council.vote(b)
        behind = b.time > 0
        ok = lambda kind: (said[kind].argmax(1) == b.answers(kind)) & behind
        right["words"] += b.words
        right["tags"] += int(ok("tags").sum())
        right["fine"] += int(ok("fine").sum())
        uas = ok("heads")
        right["uas"] += int(uas.sum())
        right["las"] += int((uas & ok("relations")).sum())
        gold = b.answers("names")
        if gold is not None:
            marked, said_so = spans(b, gold), spans(b, said["names"].argmax(1))
            found, names_gold, names_system = found + len(marked & said_so), names_gold + len(marked), names_system + len(said_so)
    share = {k: round(100 * v / right["words"], 2) for k, v in right.items() if k != "words"}
    if names_gold:
        share["names"] = round(200 * found / (names_gold + names_system), 2)
    return share


def spans(b, labels):
    """The names of a batch: first and last token and kind. Labels: 0 none, then begin and inside of each kind."""
    marked = labels > 0
    token, label = b.token[marked].tolist(), labels[marked].tolist()
    out, begun = set(), None
    for t, l in sorted(zip(token, label)) + [(-1, 1)]:
        kind = (l - 1) // 2
        if begun is not None and ((l - 1) % 2 == 0 or t != begun[1] + 1 or kind != begun[2]):
            out.add(tuple(begun))
            begun = None
        if begun is None:
            begun = [t, t, kind]
        else:
            begun[1] = t
    return out


class Council:
    """Networks that vote."""

    def __init__(self, networks):
        self.networks = list(networks)
        self.sizes = self.networks[0].sizes

    @torch.no_grad()
    def vote(self, b):
        """What networks hold likely together: the logarithms of their shares, added; relations to the likeliest heads."""
        all_scores = [net.scores(b) for net in self.networks]
        mean = lambda found: sum(F.log_softmax(scores.float(), 1) for scores in found) / len(all_scores)
        said = {kind: mean(scores[kind] for scores in all_scores) for kind in SHARED}
        heads = said["heads"].argmax(1)
        said["relations"] = mean(net.relations(b, scores, heads) for net, scores in zip(self.networks, all_scores))
        return said


class Shares:
    """What teachers hold likely of each token of a text."""

    def __init__(self, text, choices):
        device, tokens = text.device, len(text.word)
        self.flat = {kind: torch.zeros(tokens, n, dtype=torch.float16, device=device) for kind, n in choices.items()}
        base = numpy.concatenate([[0], numpy.cumsum(text.length**2)[:-1]])
        self.heads = torch.zeros(int((text.length**2).sum()), dtype=torch.float16, device=device)
        self.base = torch.from_numpy(base).to(device)  # of each sentence

    def squares(self, b):
        """Where the shares of the heads of a batch lie, a row a row of the batch, and which of its columns are there."""
        column = torch.arange(b.longest, device=b.token.device)[None, :]
        length = b.length[b.sentence][:, None]
        which = torch.from_numpy(b.which).to(b.token.device)
        at = self.base[which][b.sentence][:, None] + b.time[:, None] * length + column
        return torch.where(column < length, at, 0), column < length

    def put(self, b, said):
        for kind, flat in self.flat.items():
            flat[b.token] = said[kind].exp().half()
        at, there = self.squares(b)
        self.heads[at[there]] = said["heads"].exp().half()[there]

    def rows(self, b):
        out = {kind: flat[b.token].float() for kind, flat in self.flat.items()}
        at, there = self.squares(b)
        out["heads"] = torch.where(there, self.heads[at].float(), 0)
        return out


@torch.no_grad()
def read(council, text, size=8000):
    """Let teachers read a text: its shares and likeliest heads become what it says."""
    z = council.sizes
    text.shares = Shares(text, {"tags": z["Tags"], "fine": z["FineTags"], "names": z["Names"], "relations": z["Relations"]})
    text.answers["heads"] = torch.zeros_like(text.word)
    for which in text.batches(size, numpy.random.default_rng(0)):
        b = Batch(text, which)
        said = council.vote(b)
        text.shares.put(b, said)
        text.answers["heads"][b.token] = said["heads"].argmax(1)


def borrow(text, other):
    """Let another spelling of a text say what the text says: token for token."""
    other.shares, other.answers = text.shares, text.answers
