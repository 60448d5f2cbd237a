#!/usr/bin/env python3
"""Runs other extractors beside Chancery on the same files in one run, on one core: quality and speed.

    peers.py PATH-OF-chancery PATH-OF-chancery-benchmark [--pages FOLDER] [--bodies FOLDER] [--warc ARCHIVE]

--pages   a folder of pages, plain or .gz: pages a second of processor time, from bytes to article
--bodies  a folder with html/ and ground-truth.json (the article-extraction benchmark): F1 of four-word shingles
--warc    an archive: its records a second

Peers are run where they are installed: pip install trafilatura lxml_html_clean resiliparse fastwarc readability-lxml
newspaper4k goose3. A page that a peer cannot read counts as read for its speed and as empty for its quality.
"""
import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import time
import warnings
from collections import Counter

warnings.filterwarnings("ignore")
TOKEN = re.compile(r"\w+")


def peers():
    """The installed peers: a name and a function from a page's bytes to its text, fields included where it has them."""
    found = []

    def trafilatura():
        from trafilatura import bare_extraction
        return lambda page: getattr(bare_extraction(page, with_metadata=True), "text", None)

    def trafilatura_fast():
        from trafilatura import bare_extraction
        return lambda page: getattr(bare_extraction(page, with_metadata=True, fast=True), "text", None)

    def resiliparse():
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        from resiliparse.parse.html import HTMLTree
        return lambda page: extract_plain_text(
            HTMLTree.parse(bytes_to_str(page, detect_encoding(page))), main_content=True, alt_texts=False)

    def readability():
        from lxml.html import fromstring
        from readability import Document
        return lambda page: fromstring(Document(page.decode("utf-8", "replace")).summary()).text_content()

    def newspaper():
        from newspaper import Article

        def read(page):
            article = Article("http://localhost/")
            article.download(input_html=page.decode("utf-8", "replace"))
            article.parse()
            return article.text
        return read

    def goose():
        from goose3 import Goose
        reader = Goose({"enable_image_fetching": False})
        return lambda page: reader.extract(raw_html=page.decode("utf-8", "replace")).cleaned_text

    for name, make in [
        ("trafilatura, text and fields", trafilatura), ("trafilatura, fast mode", trafilatura_fast),
        ("resiliparse, text alone", resiliparse), ("readability-lxml, text alone", readability),
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
        return read(page) or ""
    except Exception:
        return ""


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


def bodies(chancery, folder, installed):
    with open(os.path.join(folder, "ground-truth.json")) as file:
        gold = json.load(file)
    html = os.path.join(folder, "html")
    print("\n| body | F1 | precision | recall |\n|---|---:|---:|---:|")
    done = subprocess.run([chancery, "extract", "--format", "json", html], capture_output=True, text=True)
    ours = {re.sub(r"\.html?(\.gz)?$", "", os.path.basename(a["path"])): a["text"] for a in json.loads(done.stdout)}
    score("Chancery", ours, gold)
    every = pages(html)
    for name, read in installed:
        score(name, {key: attempt(read, every[key]) for key in gold}, gold)


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
    for flag in ["--pages", "--bodies", "--warc"]:
        parser.add_argument(flag)
    given = parser.parse_args()
    installed = peers()
    if given.pages or given.warc:
        command = [given.benchmark, "--rounds", "3"]
        command += ["--pages", given.pages] if given.pages else []
        command += ["--warc", given.warc] if given.warc else []
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip(), flush=True)
    if given.pages:
        every = list(pages(given.pages).values())
        for name, read in installed:
            speed(name, read, every)
    if given.warc:
        records(given.warc)
    if given.bodies:
        bodies(given.chancery, given.bodies, installed)


main()
