"""Train the network of annals on an accelerator.

    python3 school.py LESSON WEIGHTS...

LESSON is what `annals train --accelerator` writes, WEIGHTS what it reads back. Teachers
learn from the treebanks, some side by side; they read the raw text together; then for each
file of WEIGHTS a pupil learns from the treebanks and from what they have read, all pupils
side by side.
"""

import argparse
import os
import subprocess
import sys
import time

import torch

import learn
import lesson
from network import Network
from texts import Text, Words

BEGAN = time.time()


def say(*line):
    print(f"{time.time() - BEGAN:6.0f} s ", *line, file=sys.stderr, flush=True)


class Room:
    """The lesson on the device."""

    def __init__(self, path):
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.header, arrays = lesson.read(path)
        self.words = Words(arrays, self.header["sizes"], self.device)
        self.texts = {name: Text(name, arrays, self.words, self.device) for name in self.header["texts"]}

    def sizes(self, **changes):
        return dict(self.header["sizes"], **changes)

    def network(self, **changes):
        return Network(self.sizes(**changes), self.words).to(self.device)

    def dev(self):
        return [t for name, t in self.texts.items() if name.startswith("dev")]

    def gold(self, lower):
        """The treebanks, a share of them without capitals."""
        return [(self.texts["gold"], 1 - lower), (self.texts["gold-lower"], lower)]

    def raw(self, lower):
        return [(self.texts["raw"], 1 - lower), (self.texts["raw-lower"], lower)]


def report(room, name, council):
    for text in room.dev():
        say(name, text.name, learn.measure(council, text))


def path_of(args, name):
    return os.path.join(args.work, name + ".pt")


def keep(args, name, net):
    torch.save({"sizes": net.sizes, "state": net.state_dict()}, path_of(args, name))
    say(name, "kept, sum of its weights", float(sum(p.double().abs().sum() for p in net.parameters())))


def take(args, room, name):
    saved = torch.load(path_of(args, name), map_location=room.device)
    net = Network(saved["sizes"], room.words).to(room.device)
    net.load_state_dict(saved["state"])
    return net.eval()


def teacher(args, room):
    """One teacher."""
    torch.manual_seed(args.seed)
    net = room.network(Units=args.units, Layers=args.layers, Tag=256, Name=256, Arc=384, Relation=256, Dropout=args.dropout, RecurrentDropout=args.recurrent)
    learn.train(net, [(room.gold(args.lower), args.batch)], args.teacher_steps, args.rate, args.seed, lambda line: say(args.name, line), warm=args.warm)
    report(room, args.name, learn.Council([net]))
    keep(args, args.name, net)


def pupil(args, room):
    """One pupil."""
    load_shares(args, room)
    torch.manual_seed(args.seed)
    net = room.network(Dropout=args.dropout, RecurrentDropout=args.recurrent, NameDropout=args.name_dropout)
    sources = [(room.gold(args.lower), args.batch), (room.raw(args.lower), 2 * args.batch)]
    learn.train(net, sources, args.steps, args.rate, args.seed, lambda line: say(args.name, line), warm=args.warm,
                keep=lambda: lesson.write_weights(args.weights[0], net.sizes, net.weights()))  # a device may be lent for a while only
    report(room, args.name, learn.Council([net]))
    lesson.write_weights(args.weights[0], net.sizes, net.weights())


def read(args, room):
    """Teachers read the raw text."""
    teachers = [take(args, room, f"teacher-{i}") for i in range(1, args.teachers + 1)]
    council = learn.Council(teachers)
    report(room, "teachers", council)
    raw = room.texts["raw"]
    learn.read(council, raw)
    torch.save({"flat": raw.shares.flat, "squares": raw.shares.heads, "heads": raw.answers["heads"]}, path_of(args, "shares"))
    say("raw text read:", len(raw.word), "tokens")


def load_shares(args, room):
    saved = torch.load(path_of(args, "shares"), map_location=room.device)
    raw = room.texts["raw"]
    raw.shares = learn.Shares(raw, {kind: flat.shape[1] for kind, flat in saved["flat"].items()})
    raw.shares.flat, raw.shares.heads, raw.answers["heads"] = saved["flat"], saved["squares"], saved["heads"]
    learn.borrow(raw, room.texts["raw-lower"])


def together(jobs, most):
    """Run commands of this program, at most so many at a time."""
    running = []
    for job in jobs:
        running.append(subprocess.Popen([sys.executable, os.path.abspath(__file__)] + [str(x) for x in job]))
        if len(running) == most:
            finish(running.pop(0))
    for process in running:
        finish(process)


def finish(process):
    if process.wait() != 0:
        raise SystemExit(f"a part of the training failed: {' '.join(process.args)}")


def everything(args):
    """The whole school or one half of it, in processes of their own."""
    base = ["--work", args.work, "--warm", args.warm, "--rate", args.rate, "--lower", args.lower,
            "--units", args.units, "--layers", args.layers] + ["--exact"] * args.exact
    taught = [args.lesson, args.weights[0]] + base + ["--batch", args.batch, "--dropout", args.dropout, "--recurrent", args.recurrent]
    jobs = [taught + ["--do", "teacher", "--name", f"teacher-{i}", "--seed", args.seed + i, "--teacher-steps", args.teacher_steps]
            for i in range(1, args.teachers + 1)]
    if args.do in ("everything", "teachers"):
        together(jobs, args.beside)
        together([[args.lesson, args.weights[0]] + base + ["--do", "read", "--teachers", args.teachers]], 1)
    if args.do in ("everything", "graduate"):
        learns = base + ["--do", "pupil", "--steps", args.steps, "--batch", args.pupil_batch, "--dropout", args.pupil_dropout,
                         "--recurrent", args.pupil_recurrent, "--name-dropout", args.name_dropout]
        together([[args.lesson, file] + learns + ["--name", f"pupil-{i + 1}", "--seed", args.seed + 100 * i]
                  for i, file in enumerate(args.weights)], args.beside)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("lesson")
    p.add_argument("weights", nargs="+", help="files to write, one for each pupil")
    p.add_argument("--work", help="folder to keep teachers in; that of the first of WEIGHTS if it is not given")
    p.add_argument("--do", default="everything", choices=["everything", "teachers", "graduate", "teacher", "read", "pupil"],
                   help="teachers: all of them, and their reading; graduate: the pupils; the rest are parts of these")
    p.add_argument("--name", default="network")
    p.add_argument("--teachers", type=int, default=8)
    p.add_argument("--beside", type=int, default=8, help="teachers, and then pupils, that learn at the same time")
    p.add_argument("--teacher-steps", type=int, default=3000)
    p.add_argument("--steps", type=int, default=6100, help="steps of a pupil")
    p.add_argument("--units", type=int, default=400, help="of a teacher's layer, in each direction")
    p.add_argument("--layers", type=int, default=3)
    p.add_argument("--dropout", type=float, default=0.4, help="of a teacher")
    p.add_argument("--recurrent", type=float, default=0.3)
    p.add_argument("--pupil-dropout", type=float, default=0.25)
    p.add_argument("--pupil-recurrent", type=float, default=0.15)
    p.add_argument("--name-dropout", type=float, default=0.5, help="of a pupil, before names")
    p.add_argument("--lower", type=float, default=0.06, help="share of sentences without capitals")
    p.add_argument("--batch", type=int, default=2000, help="words of the treebanks a step")
    p.add_argument("--pupil-batch", type=int, default=3000, help="the same for a pupil, which reads twice as many of raw text")
    p.add_argument("--rate", type=float, default=0.0025)
    p.add_argument("--warm", type=int, default=300, help="steps in which the rate of learning rises")
    p.add_argument("--exact", action="store_true", help="the same weights each time on the same device; slower")
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    args.work = args.work or os.path.dirname(os.path.abspath(args.weights[0]))
    os.makedirs(args.work, exist_ok=True)
    torch.set_float32_matmul_precision("high")
    if args.exact:
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # asked for by the library for this
        torch.use_deterministic_algorithms(True, warn_only=True)
    part = {"teacher": teacher, "read": read, "pupil": pupil}.get(args.do)
    if part is None:
        everything(args)
    else:
        part(args, Room(args.lesson))


if __name__ == "__main__":
    main()
