# SPDX-License-Identifier: GPL-3.0-or-later
"""The two models of a commit's type. models/drafting/typemodel.cpp computes the same."""

import hashlib
import math

TYPES = ["feat", "fix", "chore", "docs", "ci", "refactor", "test", "build", "perf", "style", "revert"]
UNIT = 100  # of a weight in the file: hundredths
FORMAT = "plumbline-commit-types 1"

LOCAL_RATE = 1.2
LOCAL_DECAY = 1e-3


def probabilities(scores):
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


class Logistic:
    """Multinomial logistic regression with one AdaGrad rate a feature, learned commit by commit."""

    def __init__(self, rate, decay):
        self.weights, self.squares = {}, {}
        self.rate, self.decay = rate, decay

    def scores(self, features, base):
        value = 1 / math.sqrt(len(features)) if features else 0
        out = list(base)
        for feature in features:
            row = self.weights.get(feature)
            if row:
                for k, weight in enumerate(row):
                    out[k] += weight * value
        return out

    def learn(self, features, answer, chances, importance=1.0):
        value = 1 / math.sqrt(len(features)) if features else 0
        steps = [(chance - (k == answer)) * value * importance for k, chance in enumerate(chances)]
        square = sum(step * step for step in steps)
        for feature in features:
            row = self.weights.setdefault(feature, [0.0] * len(TYPES))
            self.squares[feature] = self.squares.get(feature, 0.1) + square
            rate = self.rate / math.sqrt(self.squares[feature])
            for k, step in enumerate(steps):
                row[k] -= rate * (step + self.decay * row[k])


class Shipped:
    """Rounded weights of features that say something in any repository."""

    def __init__(self, weights):
        self.weights = weights

    def scores(self, general):
        known = [self.weights[feature] for feature in general if feature in self.weights]
        out = [0.0] * len(TYPES)
        if known:
            value = 1 / math.sqrt(len(known)) / UNIT
            for row in known:
                for k, weight in enumerate(row):
                    out[k] += weight * value
        return out

    def text(self):
        lines = ["%s\t%s" % (feature, " ".join(map(str, row))) for feature, row in sorted(self.weights.items())]
        body = "".join(line + "\n" for line in ["\t".join(TYPES)] + lines)
        return "%s %s\n%s" % (FORMAT, hashlib.sha256(body.encode()).hexdigest(), body)


class Joined:
    """The shipped model's scores, corrected by what this repository's commits so far have shown."""

    def __init__(self, shipped):
        self.shipped = shipped
        self.own = Logistic(LOCAL_RATE, LOCAL_DECAY)

    def chances(self, general, local):
        base = self.shipped.scores(general) if self.shipped else [0.0] * len(TYPES)
        return probabilities(self.own.scores(sorted(general + local), base))

    def learn(self, general, local, answer):
        self.own.learn(sorted(general + local), answer, self.chances(general, local))
