#!/usr/bin/env python3
"""Times other extractors beside Chancery on the same pages, one core, in one run.

    peers.py PATH-OF-chancery-benchmark FOLDER-OF-PAGES [ARCHIVE.warc]

Pages are HTML files, plain or .gz. Runs trafilatura (text and metadata) and resiliparse (text alone), and fastwarc on
the archive, where they are installed: pip install trafilatura resiliparse fastwarc
"""
import gzip
import os
import subprocess
import sys
import time


def timed(name, work, items):
    done = 0
    start = time.process_time()
    for item in items:
        try:
            work(item)
            done += 1
        except Exception as error:  # a page that a peer cannot read counts as read, and is named
            print(f"{name}: {error!r:.80}", file=sys.stderr)
    seconds = time.process_time() - start
    print(f"| {name} | {len(items)} | {len(items) / seconds:.0f} | |")


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    benchmark, folder, *archive = sys.argv[1:]
    command = [benchmark, "--rounds", "3", "--pages", folder] + (["--warc", archive[0]] if archive else [])
    print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip())
    pages = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        pages.append(gzip.decompress(data) if name.endswith(".gz") else data)
    try:
        from trafilatura import bare_extraction
        timed("trafilatura", lambda page: bare_extraction(page, with_metadata=True), pages)
    except ImportError:
        print("trafilatura is not installed", file=sys.stderr)
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        from resiliparse.parse.html import HTMLTree
        timed("resiliparse", lambda page: extract_plain_text(
            HTMLTree.parse(bytes_to_str(page, detect_encoding(page))), main_content=True), pages)
    except ImportError:
        print("resiliparse is not installed", file=sys.stderr)
    if archive:
        try:
            from fastwarc.warc import ArchiveIterator
            start = time.process_time()
            with open(archive[0], "rb") as file:
                count = sum(1 for _ in ArchiveIterator(file))
            print(f"| fastwarc records | {count} | {count / (time.process_time() - start):.0f} | |")
        except ImportError:
            print("fastwarc is not installed", file=sys.stderr)


main()
