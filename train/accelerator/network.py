"""The network of train/network, for an accelerator: same layers, same weights."""

import math

import torch
import torch.nn.functional as F
from torch import nn


class Memory(nn.Module):
    """A layer of long short-term memories in both directions. The order of the gates is PyTorch's."""

    def __init__(self, inputs, units):
        super().__init__()
        self.units = units
        for d in ("ahead", "back"):
            self.register_parameter(d + "_input", nn.Parameter(torch.randn(4 * units, inputs) * math.sqrt(2 / (inputs + units))))
            self.register_parameter(d + "_recurrent", nn.Parameter(torch.randn(4 * units, units) * math.sqrt(1 / units)))
            bias = torch.zeros(4 * units)
            bias[units : 2 * units] = 1  # remember at first (Gers et al. 2000)
            self.register_parameter(d + "_bias", nn.Parameter(bias))
        self.register_buffer("none", torch.zeros(4 * units), persistent=False)

    def forward(self, x, batch, drop):
        flat = []
        for d in ("ahead", "back"):
            # Weights of the recurrence are dropped, since the device's memories take no
            # masks within (Merity et al. 2018).
            recurrent = F.dropout(getattr(self, d + "_recurrent"), drop, self.training)
            flat += [getattr(self, d + "_input"), recurrent, getattr(self, d + "_bias"), self.none]
        zeros = x.new_zeros(2, batch.sentences, self.units)
        return torch._VF.lstm(x, batch.going, (zeros, zeros), flat, True, 1, 0.0, self.training, True)[0]


def dense(inputs, outputs):
    layer = nn.Linear(inputs, outputs)
    nn.init.normal_(layer.weight, 0, math.sqrt(2 / (inputs + outputs)))
    nn.init.zeros_(layer.bias)
    return layer


class Network(nn.Module):
    """Tags, tree and names of sentences. sizes are those of train/network.Sizes."""

    def __init__(self, sizes, words):
        super().__init__()
        z = self.sizes = sizes
        self.words = words
        table = lambda rows, columns: nn.Parameter(torch.randn(rows, columns) * 0.1)
        self.forms, self.subwords = table(z["Forms"], z["FormSize"]), table(z["Subwords"], z["SubwordSize"])
        self.shapes, self.marks = table(z["Shapes"], z["ShapeSize"]), table(z["Marks"], z["MarkSize"])
        inputs = z["FormSize"] + z["VectorSize"] + z["SubwordSize"] + z["ShapeSize"] + z["MarkSize"]
        self.layers = nn.ModuleList()
        for _ in range(z["Layers"]):
            self.layers.append(Memory(inputs, z["Units"]))
            inputs = 2 * z["Units"]
        everything = inputs * z["Layers"]
        self.tag, self.coarse, self.fine = dense(everything, z["Tag"]), dense(z["Tag"], z["Tags"]), dense(z["Tag"], z["FineTags"])
        self.name, self.labels, self.entities = dense(everything, z["Name"]), dense(z["Name"], z["Names"]), dense(z["Name"], z["Names"])
        self.dependent, self.head, self.arc = dense(inputs, z["Arc"]), dense(inputs, z["Arc"]), dense(z["Arc"], z["Arc"])
        self.bottom, self.top, self.relation = dense(inputs, z["Relation"]), dense(inputs, z["Relation"]), dense(z["Relation"], z["Relations"])
        self.bits = torch.arange(z["Marks"], device=words.form.device)

    def embed(self, b):
        """The input rows: vectors of form, raw text, pieces, shape and marks."""
        z, w = self.sizes, self.words
        word = b.text.word[b.token]
        form, vector = w.form[word], w.vector[word]
        if self.training:
            behind = b.time > 0
            form = torch.where(behind & (torch.rand(b.rows, device=form.device) < z["WordDropout"]), torch.zeros_like(form), form)
            vector = torch.where(torch.rand(b.rows, device=form.device) < z["WordDropout"], torch.zeros_like(vector), vector)
        count = w.count[word]
        before = torch.cumsum(count, 0) - count
        at = torch.repeat_interleave(w.start[word] - before, count, output_size=b.pieces) + torch.arange(b.pieces, device=form.device)
        pieces = F.embedding_bag(w.pieces[at], self.subwords, before, mode="sum") / torch.sqrt(count + 1.0)[:, None]
        marks = ((b.text.marks[b.token][:, None] >> self.bits) & 1).to(self.marks.dtype) @ self.marks
        x = torch.cat([F.embedding(form, self.forms), w.vectors[vector], pieces, F.embedding(w.shape[word], self.shapes), marks], 1)
        return F.dropout(x, z["Dropout"], self.training)

    def forward(self, b):
        """The outputs of all layers and of the last, by row."""
        z = self.sizes
        x, outs = self.embed(b), []
        for layer in self.layers:
            x = layer(x, b, z["RecurrentDropout"])
            if self.training:
                x = x * F.dropout(torch.ones(b.sentences, x.shape[1], device=x.device), z["Dropout"])[b.sentence]
            outs.append(x)
        return torch.cat(outs, 1), x

    def hidden(self, layer, x, drop):
        return F.dropout(F.relu(layer(x)), drop, self.training)

    def scores(self, b):
        """Scores of tags, fine tags, names, entities, heads (behind the end: minus infinity), and what relations need."""
        drop = self.sizes["Dropout"]
        everything, last = self.forward(b)
        tag = self.hidden(self.tag, everything, drop)
        name = self.hidden(self.name, everything, self.sizes["NameDropout"])
        said = {"tags": self.coarse(tag), "fine": self.fine(tag), "names": self.labels(name), "entities": self.entities(name)}
        arc, head = self.arc(self.hidden(self.dependent, last, drop)), self.hidden(self.head, last, drop)
        heads = self.padded(b, arc) @ self.padded(b, head).transpose(1, 2)
        heads = heads.masked_fill(b.outside[:, None, :], -1e9).reshape(b.sentences * b.longest, b.longest)[b.place]
        return said | {"heads": heads, "bottom": self.bottom(last), "top": self.top(last)}

    def padded(self, b, x):
        out = x.new_zeros(b.sentences * b.longest, x.shape[1])
        return out.index_copy(0, b.place, x).view(b.sentences, b.longest, -1)

    def relations(self, b, scores, heads):
        """Scores of the relations of the rows to these heads (positions in the sentence)."""
        row = b.first[heads] + b.sentence
        joined = F.dropout(F.relu(scores["bottom"] + scores["top"][row]), self.sizes["Dropout"], self.training)
        return self.relation(joined)

    def weights(self):
        """The weights in the order and layout of train/network."""
        out = [self.forms, self.subwords, self.shapes, self.marks]
        for m in self.layers:
            for d in ("ahead", "back"):
                n = m.units
                # PyTorch: input, forget, candidate, output; train/matrix: input, forget, output, candidate.
                order = torch.cat([torch.arange(0, 2 * n), torch.arange(3 * n, 4 * n), torch.arange(2 * n, 3 * n)]).to(self.forms.device)
                out += [getattr(m, d + "_input")[order].t(), getattr(m, d + "_recurrent")[order].t(), getattr(m, d + "_bias")[order][None]]
        for layer in (self.tag, self.coarse, self.fine, self.name, self.labels, self.entities, self.dependent, self.head, self.arc, self.bottom, self.top, self.relation):
            more = -layer.out_features % self.sizes["Width"]  # columns come in panels of this width
            out += [F.pad(layer.weight.t(), (0, more)), F.pad(layer.bias[None], (0, more))]
        return [w.detach().float().cpu().numpy() for w in out]
