#!/usr/bin/env python3
"""Runs other extractors beside Chancery on the same files in one run, on one core: quality and speed.

    peers.py PATH-OF-chancery PATH-OF-chancery-benchmark
             [--pages FOLDER] [--bodies FOLDER] [--fields FOLDER] [--warc ARCHIVE] [--only NAME,NAME] [--first N]

--pages   a folder of pages, plain or .gz: pages a second of processor time, from bytes to article
--bodies  a folder with html/ and ground-truth.json (the article-extraction benchmark): F1 of four-word shingles
--fields  a folder with html/ and gold.json (title, author, date, outlet, snippets that must and must not appear in
          the text, each where a page has it): the share of pages that are right
--only    peers whose names start so, with commas
--first   so many pages of each folder, to try the script
--warc    an archive: its records a second

Peers are run where they are installed: pip install trafilatura lxml_html_clean resiliparse fastwarc readability-lxml
newspaper4k goose3. A page that a peer cannot read counts as read for its speed and as empty for its quality. A peer that gives no
field of a kind has a dash there.

Right is: for a title, that it is the wanted one after folding case and punctuation; for authors, that one name (any)
or the whole set (exact) is; for a date, that the day is; for an outlet, that one of the two names holds the other.
"""
import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter

warnings.filterwarnings("ignore")
TOKEN = re.compile(r"\w+")


def peers():
    """The installed peers: a name and a function from a page's bytes to a dictionary of its text and the fields that
    the peer has, under the names of `chancery extract`."""
    found = []

    def trafilatura_with(**options):
        from trafilatura import bare_extraction

        def read(page):
            got = bare_extraction(page, with_metadata=True, **options)
            return {"text": getattr(got, "text", None), "title": getattr(got, "title", None),
                    "byline": getattr(got, "author", None), "published": getattr(got, "date", None),
                    "outlet": getattr(got, "sitename", None)}
        return read

    def trafilatura():
        return trafilatura_with()

    def trafilatura_fast():
        return trafilatura_with(fast=True)

    def resiliparse():
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        from resiliparse.parse.html import HTMLTree
        return lambda page: {"text": extract_plain_text(
            HTMLTree.parse(bytes_to_str(page, detect_encoding(page))), main_content=True, alt_texts=False)}

    def readability():
        from lxml.html import fromstring
        from readability import Document

        def read(page):
            document = Document(page.decode("utf-8", "replace"))
            return {"text": fromstring(document.summary()).text_content(), "title": document.short_title()}
        return read

    def newspaper():
        from newspaper import Article

        def read(page):
            article = Article("http://localhost/")
            article.download(input_html=page.decode("utf-8", "replace"))
            article.parse()
            return {"text": article.text, "title": article.title, "byline": ", ".join(article.authors),
                    "published": str(article.publish_date or ""),
                    "outlet": article.meta_site_name or article.meta_data.get("publisher")}
        return read

    def goose():
        from goose3 import Goose
        reader = Goose({"enable_image_fetching": False})

        def read(page):
            article = reader.extract(raw_html=page.decode("utf-8", "replace"))
            return {"text": article.cleaned_text, "title": article.title, "byline": ", ".join(article.authors),
                    "published": str(article.publish_date or ""),
                    "outlet": (article.opengraph or {}).get("site_name") or article.domain}
        return read

    for name, make in [
        ("trafilatura, text and fields", trafilatura), ("trafilatura, fast mode", trafilatura_fast),
        ("resiliparse, text alone", resiliparse), ("readability-lxml, text and title", readability),
        ("newspaper4k, text and fields", newspaper), ("goose3, text and fields", goose),
    ]:
        try:
            found.append((name, make()))
        except ImportError as error:
            print(f"{name} is not installed: {error}", file=sys.stderr)
    return found


def pages(folder):
    """The pages of a folder by their names without endings."""
    read = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        read[re.sub(r"\.html?(\.gz)?$", "", name)] = gzip.decompress(data) if name.endswith(".gz") else data
    return read


def attempt(read, page):
    try:
        return read(page) or {}
    except Exception:
        return {}


def speed(name, read, every):
    start = time.process_time()
    for page in every:
        attempt(read, page)
    seconds = time.process_time() - start
    print(f"| {name} | {len(every)} | {len(every) / seconds:.0f} | {sum(map(len, every)) / seconds / 1e6:.0f} |", flush=True)


def shingles(text):
    tokens = TOKEN.findall(text or "")
    return Counter(tuple(tokens[i:i + 4]) for i in range(max(1, len(tokens) - 3))) if tokens else Counter()


def score(name, texts, gold):
    precision, recall = [], []
    for key, true in gold.items():
        wanted, got = shingles(true["articleBody"]), shingles(texts.get(key, ""))
        common = sum((wanted & got).values())
        if got:
            precision.append(common / sum(got.values()))
        if wanted:
            recall.append(common / sum(wanted.values()))
    p, r = sum(precision) / max(1, len(precision)), sum(recall) / max(1, len(recall))
    print(f"| {name} | {2 * p * r / (p + r):.3f} | {p:.3f} | {r:.3f} |", flush=True)


def gold_of(folder, name, first):
    """What is wanted of the pages of a folder, at most the first so many, and those pages."""
    with open(os.path.join(folder, name)) as file:
        gold = json.load(file)
    every = pages(os.path.join(folder, "html"))
    keys = [key for key in gold if key in every][:first]
    return {key: gold[key] for key in keys}, {key: every[key] for key in keys}


def chancery_articles(chancery, every):
    """The articles that `chancery extract` makes of pages, by the pages' names."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for number, (key, page) in enumerate(every.items()):
            # A folder for each, so that no page is taken for a further one of the page before.
            os.mkdir(os.path.join(folder, str(number)))
            path = os.path.join(folder, str(number), "page.html")
            paths[path] = key
            with open(path, "wb") as file:
                file.write(page)
        read = {}
        for path, key in paths.items():
            done = subprocess.run([chancery, "extract", "--format", "json", path], capture_output=True)
            try:
                read[key] = json.loads(done.stdout)
            except ValueError:
                read[key] = {}
        return read


def bodies(chancery, folder, installed, first):
    gold, every = gold_of(folder, "ground-truth.json", first)
    print("\n| body | F1 | precision | recall |\n|---|---:|---:|---:|")
    ours = chancery_articles(chancery, every)
    score("Chancery", {key: ours[key].get("text") for key in gold}, gold)
    for name, read in installed:
        score(name, {key: attempt(read, every[key]).get("text") for key in gold}, gold)


def fold(text):
    return " ".join(TOKEN.findall((text or "").lower()))


def names(line):
    return {fold(name) for name in re.split(r"[;,]| and ", line or "")} - {""}


class Tally:
    """How many pages have a field, and on how many it is right."""

    def __init__(self):
        self.wanted, self.right = Counter(), Counter()

    def note(self, field, right):
        self.wanted[field] += 1
        self.right[field] += bool(right)

    def page(self, gold, got):
        if gold.get("title"):
            self.note("title", fold(gold["title"]) == fold(got.get("title")))
        authors = gold.get("author") or []
        authors = {name for line in ([authors] if isinstance(authors, str) else authors) for name in names(line)}
        if authors:
            found = names(got.get("byline"))
            self.note("authors any", authors & found)
            self.note("authors exact", authors == found)
        if isinstance(gold.get("date"), str) and gold["date"]:
            self.note("date", (got.get("published") or "")[:10] == gold["date"][:10])
        outlet = gold.get("outlet") or gold.get("sitename")
        if outlet:
            wanted, found = fold(outlet), fold(got.get("outlet"))
            self.note("outlet", found and (wanted in found or found in wanted))
        text = " ".join((got.get("text") or "").split())
        for sign in ("with", "without"):
            for snippet in gold.get(sign) or []:
                self.note(sign, (" ".join(snippet.split()) in text) == (sign == "with"))


FIELDS = ["title", "authors any", "authors exact", "date", "outlet", "with", "without"]
KEYS = {"title": "title", "authors any": "byline", "authors exact": "byline", "date": "published", "outlet": "outlet"}


def fields(chancery, folder, installed, first):
    gold, every = gold_of(folder, "gold.json", first)
    print(f"\n| fields of {len(gold)} pages | {' | '.join(FIELDS)} |\n|---|{'---:|' * len(FIELDS)}")
    ours = chancery_articles(chancery, every)
    for name, read in [("Chancery", None)] + installed:
        tally, has = Tally(), set()
        for key, wanted in gold.items():
            got = attempt(read, every[key]) if read else ours[key]
            has |= set(got)
            tally.page(wanted, got)
        row = [
            f"{tally.right[field] / tally.wanted[field]:.3f}"
            if tally.wanted[field] and KEYS.get(field, "text") in has else "-" for field in FIELDS]
        print(f"| {name} | {' | '.join(row)} |", flush=True)


def records(archive):
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        print("fastwarc is not installed", file=sys.stderr)
        return
    for name, parse in [("fastwarc, records", False), ("fastwarc, records and HTTP heads", True)]:
        start = time.process_time()
        with open(archive, "rb") as file:
            count = sum(1 for record in ArchiveIterator(file, parse_http=parse))
        seconds = time.process_time() - start
        print(f"| {name} | {count} | {count / seconds:.0f} | {os.path.getsize(archive) / seconds / 1e6:.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chancery")
    parser.add_argument("benchmark")
    for flag in ["--pages", "--bodies", "--fields", "--warc", "--only"]:
        parser.add_argument(flag)
    parser.add_argument("--first", type=int)
    given = parser.parse_args()
    only = tuple((given.only or "").split(","))
    installed = [(name, read) for name, read in peers() if name.startswith(only)]
    if given.pages or given.warc:
        command = [given.benchmark, "--rounds", "3"]
        command += ["--pages", given.pages] if given.pages else []
        command += ["--warc", given.warc] if given.warc else []
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip(), flush=True)
    if given.pages:
        every = list(pages(given.pages).values())[:given.first]
        for name, read in installed:
            speed(name, read, every)
    if given.warc:
        records(given.warc)
    if given.bodies:
        bodies(given.chancery, given.bodies, installed, given.first)
    if given.fields:
        fields(given.chancery, given.fields, installed, given.first)


main()
