#!/usr/bin/env python3
"""Trains UDPipe 1 on treebanks and scores it beside Chancery, by one scorer, in one run.

    pip install ufal.udpipe
    Benchmarks/udpipe.py --train TRAIN.conllu ... --dev DEV.conllu ... --chancery .build/release/chancery

UDPipe is trained with few iterations unless told otherwise (--tokenizer-epochs, --parser-iterations); the
figures say with how many. Both systems read the raw text of each dev treebank; words are aligned by
their characters and all figures are F1, as in the CoNLL 2018 shared task.
"""
import argparse
import os
import re
import subprocess
import sys
import time


def read(lines):
    """Sentences as (text, starts a paragraph, rows)."""
    sentences, rows, text, paragraph = [], [], None, False
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newpar") or line.startswith("# newdoc"):
            paragraph = True
        elif line.startswith("# text ="):
            text = line[8:].strip()
        elif not line:
            if rows:
                sentences.append((text, paragraph, rows))
            rows, text, paragraph = [], None, False
        elif not line.startswith("#"):
            rows.append(line.split("\t"))
    if rows:
        sentences.append((text, paragraph, rows))
    return sentences


def raw(sentences):
    out = ""
    for text, paragraph, _ in sentences:
        out += ("" if not out else "\n\n" if paragraph else " ") + text
    return out


def length(form):
    return len(re.sub(r"\s", "", form))


def units(sentences):
    """For each word its place (token's first and last character, number in it) and what is scored."""
    words, ends, at = {}, set(), 0
    for _, _, rows in sentences:
        start, token_end, places, found = at, 0, {0: None}, []
        for row in rows:
            if "." in row[0]:
                continue
            if "-" in row[0]:
                first, token_end = map(int, row[0].split("-"))
                token = (at, at + length(row[1]))
                at = token[1]
                continue
            number = int(row[0])
            if number <= token_end:
                place = (*token, number - first)
            else:
                place = (at, at + length(row[1]), 0)
                at = place[1]
            places[number] = place
            found.append(row)
        for row in found:
            words[places[int(row[0])]] = (
                row[3], row[4], row[5], row[2], places[int(row[6])], row[7].split(":")[0])
        ends.add((start, at))
    return words, ends


def score(gold, given):
    (gold_words, gold_ends), (words, ends) = units(gold), units(given)
    f1 = lambda right, a, b: 200 * right / max(1, a + b)
    both = [(gold_words[place], words[place]) for place in gold_words if place in words]
    figures = {"words": f1(len(both), len(gold_words), len(words)),
               "sentences": f1(len(gold_ends & ends), len(gold_ends), len(ends))}
    tests = {"UPOS": lambda a, b: a[0] == b[0], "XPOS": lambda a, b: a[1] == b[1], "UFeats": lambda a, b: a[2] == b[2],
             "lemma": lambda a, b: a[3] == b[3], "UAS": lambda a, b: a[4] == b[4], "LAS": lambda a, b: a[4:] == b[4:]}
    for name, test in tests.items():
        figures[name] = f1(sum(test(a, b) for a, b in both), len(gold_words), len(words))
    return figures


def train(options):
    from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer
    content = "".join(open(path).read() for path in options.train)
    sentences, reader, error = Sentences(), InputFormat.newInputFormat("conllu"), ProcessingError()
    reader.setText(content)
    sentence = Sentence()
    while reader.nextSentence(sentence, error):
        sentences.push_back(sentence)
        sentence = Sentence()
    model = Trainer.train(
        "morphodita_parsito", sentences, Sentences(),
        f"dimension=24;epochs={options.tokenizer_epochs};early_stopping=0",
        f"models=1;templates_1=tagger;guesser_suffix_rules_1=8;guesser_enrich_dictionary_1=6;"
        f"iterations_1={options.tagger_iterations};tagger_order=2",
        f"iterations={options.parser_iterations};embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;"
        f"embedding_form=50;embedding_lemma=0;embedding_deprel=20;learning_rate=0.01;learning_rate_final=0.001;"
        f"l2=0.5;hidden_layer=200;batch_size=10;transition_system=projective;transition_oracle=dynamic;"
        f"structured_interval=0;use_gold_tags=1", error)
    if error.occurred():
        sys.exit("UDPipe cannot be trained: " + error.message)
    with open(options.model, "wb") as file:
        file.write(model if isinstance(model, bytes) else model.encode("latin-1"))


def udpipe(options, text):
    from ufal.udpipe import Model, Pipeline, ProcessingError
    model, error = Model.load(options.model), ProcessingError()
    if not model:
        sys.exit(options.model + " cannot be loaded")
    began = time.process_time()
    done = Pipeline(model, "tokenizer", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu").process(text, error)
    if error.occurred():
        sys.exit("UDPipe failed: " + error.message)
    return read(done.splitlines()), time.process_time() - began


def chancery(options, text):
    before = os.times().children_user
    done = subprocess.run([options.chancery, "parse", "-"], input=text.encode(), capture_output=True, check=True)
    return read(done.stdout.decode().splitlines()), os.times().children_user - before


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", nargs="+", default=[], help="treebanks to train UDPipe on; none: use --model as it is")
    parser.add_argument("--dev", nargs="+", required=True)
    parser.add_argument("--chancery", required=True)
    parser.add_argument("--model", default="udpipe.model", help="where UDPipe's model is kept")
    parser.add_argument("--tokenizer-epochs", type=int, default=20)
    parser.add_argument("--tagger-iterations", type=int, default=8)
    parser.add_argument("--parser-iterations", type=int, default=8)
    options = parser.parse_args()
    if options.train:
        began = time.process_time()
        train(options)
        print(f"UDPipe trained in {time.process_time() - began:.0f} s: tokenizer {options.tokenizer_epochs} epochs, "
              f"tagger {options.tagger_iterations}, parser {options.parser_iterations} iterations\n")
    names = ["words", "sentences", "UPOS", "XPOS", "UFeats", "lemma", "UAS", "LAS"]
    print("| treebank | system | " + " | ".join(names) + " | words/s of processor |")
    print("|---|---|" + "---:|" * (len(names) + 1))
    for path in options.dev:
        gold = read(open(path))
        text = raw(gold)
        for name, run in (("UDPipe 1", udpipe), ("Chancery", chancery)):
            given, seconds = run(options, text)
            figures = score(gold, given)
            count = sum(1 for sentence in given for row in sentence[2] if row[0].isdigit())
            print(f"| {path} | {name} | " + " | ".join(f"{figures[n]:.1f}" for n in names) + f" | {count / seconds:.0f} |")


if __name__ == "__main__":
    main()
