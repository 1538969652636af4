#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains, measures and writes the type model. See README.md. Python's standard library only.

train.py DATA                      writes model.txt and figures.json beside this file
train.py DATA --without NAME FILE  writes a model that has not seen the repository NAME
train.py DATA --samples FILE       writes inputs and answers for the test of the C++ code
"""

import argparse
import gzip
import json
import pathlib
import random

from features import MOST_FILES, features
from model import TYPES, Joined, Logistic, Shipped, UNIT, probabilities

NEWEST = 1500  # commits of a repository that train the shipped model
EPOCHS, RATE, DECAY = 3, 0.3, 1e-3
IMPORTANCE = 800  # commits that each repository counts as, however many it has
MOST_TRAINED, MOST_TESTED = 2500, 800  # of the measure


def read(folder):
    """Per repository, oldest first: (general features, local features, type, files)."""
    out = {}
    for path in sorted(pathlib.Path(folder).glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            commits = [json.loads(line) for line in lines]
        commits = [one for one in commits
                   if not one["bot"] and one["type"] in TYPES and 0 < len(one["files"]) <= MOST_FILES]
        commits.sort(key=lambda one: (one["time"], one["commit"]))
        rows = []
        for one in commits:
            files = [(file["path"], file["kind"]) for file in one["files"]]
            rows.append((*features(files), TYPES.index(one["type"]), files))
        out[path.name.removesuffix(".jsonl.gz")] = rows
    return out


def train(repositories):
    seen = {}
    for name, rows in repositories.items():
        for general, *_ in rows[-NEWEST:]:
            for feature in general:
                seen.setdefault(feature, set()).add(name)
    shared = {feature for feature, names in seen.items() if len(names) > 1}
    samples = []
    for rows in repositories.values():
        rows = rows[-NEWEST:]
        samples += [([f for f in general if f in shared], answer, IMPORTANCE / len(rows))
                    for general, _, answer, _ in rows]
    order = random.Random(1)
    model, nothing = Logistic(RATE, DECAY), [0.0] * len(TYPES)
    for _ in range(EPOCHS):
        order.shuffle(samples)
        for known, answer, importance in samples:
            model.learn(known, answer, probabilities(model.scores(known, nothing)), importance)
    return Shipped({feature: [round(weight * UNIT) for weight in row]
                    for feature, row in model.weights.items()})


class Tally:
    def __init__(self):
        self.count = self.sure = self.sure_right = 0
        self.within = [0, 0, 0]

    def add(self, chances, answer):
        order = sorted(range(len(TYPES)), key=lambda k: (-chances[k], k))
        place = order.index(answer)
        self.count += 1
        for i in range(3):
            self.within[i] += place <= i
        if chances[order[0]] >= 0.8:
            self.sure += 1
            self.sure_right += place == 0

    def figures(self):
        percent = lambda part, whole: round(100 * part / whole, 1) if whole else None
        return {"commits": self.count, "top1": percent(self.within[0], self.count),
                "top2": percent(self.within[1], self.count), "top3": percent(self.within[2], self.count),
                "sure": percent(self.sure, self.count), "sure_right": percent(self.sure_right, self.sure)}


def measure(rows, shipped):
    """Trains on the first 70 %, tests on the rest; "joined" goes on learning after each test, as in use."""
    cut = int(len(rows) * 0.7)
    known, tested = rows[max(0, cut - MOST_TRAINED):cut], rows[cut:cut + MOST_TESTED]
    counts = [sum(row[2] == k for row in known) for k in range(len(TYPES))]
    ways = {"majority": None, "shipped": Joined(shipped), "local": Joined(None),
            "joined_frozen": Joined(shipped), "joined": Joined(shipped)}
    tallies = {way: Tally() for way in ways}
    for way in ("local", "joined_frozen", "joined"):
        for general, local, answer, _ in known:
            ways[way].learn(general, local, answer)
    for general, local, answer, _ in tested:
        for way, model in ways.items():
            chances = model.chances(general, local) if model else [n / len(known) for n in counts]
            tallies[way].add(chances, answer)
            if way in ("local", "joined"):
                model.learn(general, local, answer)
    return {way: tally.figures() for way, tally in tallies.items()}


def without(repositories, name):
    return {other: rows for other, rows in repositories.items() if other != name}


def all_figures(repositories):
    out = {name: measure(rows, train(without(repositories, name))) for name, rows in repositories.items()}
    for rows in out.values():
        print(rows)
    mean = {}
    for way in ("majority", "shipped", "local", "joined_frozen", "joined"):
        known = [figures[way] for figures in out.values()]
        mean[way] = {key: round(sum(one[key] or 0 for one in known) / len(known), 1)
                     for key in ("top1", "top2", "top3", "sure", "sure_right")}
    return {"mean": mean, "repositories": out}


def samples(repositories, shipped):
    """Sixty commits of one repository in order: what is expected of each before it is learned."""
    joined, out = Joined(shipped), []
    for general, local, answer, files in repositories["gitops-promoter"][:60]:
        out.append({"files": files, "type": TYPES[answer], "features": general + local,
                    "shipped": probabilities(shipped.scores(general)),
                    "joined": joined.chances(general, local)})
        joined.learn(general, local, answer)
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--without", nargs=2)
    parser.add_argument("--samples")
    options = parser.parse_args()
    repositories = read(options.data)
    here = pathlib.Path(__file__).parent
    if options.without:
        name, path = options.without
        pathlib.Path(path).write_text(train(without(repositories, name)).text(), encoding="utf-8")
        return
    shipped = train(repositories)
    if options.samples:
        text = json.dumps(samples(repositories, shipped), separators=(",", ":"))
        pathlib.Path(options.samples).write_text(text + "\n", encoding="utf-8")
        return
    (here / "model.txt").write_text(shipped.text(), encoding="utf-8")
    figures = all_figures(repositories)
    (here / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures["mean"], indent=2))


if __name__ == "__main__":
    main()
