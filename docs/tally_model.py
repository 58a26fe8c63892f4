"""The crossed model of docs/tally-format.md, section 5, in plain Python."""

import math


class NoSolution(Exception):
    """Equations that no scores satisfy."""


def cholesky(matrix):
    """The lower factor, in place, row by row."""
    for i, row in enumerate(matrix):
        for j in range(i):
            other = matrix[j]
            row[j] = (row[j] - sum(map(float.__mul__, row[:j], other[:j]))) / other[j]
        rest = row[i] - sum(v * v for v in row[:i])
        if not rest > 0:
            raise NoSolution("the model's equations have no solution")
        row[i] = math.sqrt(rest)
    return matrix


def solve(lower, values):
    x = list(values)
    for i, row in enumerate(lower):
        x[i] = (x[i] - sum(map(float.__mul__, row[:i], x[:i]))) / row[i]
    for i in range(len(x) - 1, -1, -1):
        x[i] /= lower[i][i]
        for j in range(i):
            x[j] -= lower[i][j] * x[i]
    return x


class Model:
    """The totals, with the larger of entries and jurors eliminated from the equations."""

    def __init__(self, totals):
        self.entries = sorted({e for e, _, _ in totals})
        self.jurors = sorted({j for _, j, _ in totals})
        self.swapped = len(self.jurors) > len(self.entries)
        first, second = (self.jurors, self.entries) if self.swapped else (self.entries, self.jurors)
        firsts = {name: n for n, name in enumerate(first)}
        seconds = {name: n for n, name in enumerate(second)}
        self.n, self.size = len(totals), len(second)
        self.centre = math.fsum(float(t) for _, _, t in totals) / max(self.n, 1)
        self.groups = [[] for _ in first]
        for entry, juror, total in totals:
            a, b = (juror, entry) if self.swapped else (entry, juror)
            self.groups[firsts[a]].append((seconds[b], float(total) - self.centre))
        self.second_counts = [0] * self.size
        for group in self.groups:
            for b, _ in group:
                self.second_counts[b] += 1

    def reason(self, totals):
        """Why there is no model; None if there is one."""
        if not totals:
            return "no_scores"
        if len(self.entries) == 1:
            return "one_entry"
        if len({t for _, _, t in totals}) == 1:
            return "all_equal"
        if len(self.jurors) == 1:
            return "one_juror"
        if len({e for e, _, _ in totals}) == len(totals):
            return "no_repeats"
        if self.size > 6000:
            return "too_large"
        return "no_noise" if self.noiseless() else None

    def noiseless(self):
        part = list(range(self.size))

        def root(b):
            while part[b] != b:
                b = part[b]
            return b

        for group in self.groups:
            for b, _ in group:
                part[root(b)] = root(group[0][0])
        roots = [root(b) for b in range(self.size)]
        if self.n + len(set(roots)) <= len(self.groups) + self.size:
            return False
        normal = [[float(roots[i] == roots[j]) for j in range(i + 1)] for i in range(self.size)]
        rhs = [0.0] * self.size
        for b, count in enumerate(self.second_counts):
            normal[b][b] += count
        for group in self.groups:
            mean = sum(y for _, y in group) / len(group)
            for b, y in group:
                rhs[b] += y - mean
                for c, _ in group:
                    if c <= b:
                        normal[b][c] -= 1 / len(group)
        effect = solve(cholesky(normal), rhs)
        residual = total = 0.0
        for group in self.groups:
            level = sum(y - effect[b] for b, y in group) / len(group)
            residual += sum((y - effect[b] - level) ** 2 for b, y in group)
            total += sum((y + self.centre) ** 2 for _, y in group)
        return residual <= 1e-24 * total

    def at(self, entry_ratio, juror_ratio):
        """Criterion, mu, residual variance and scores of entries at given ratios."""
        ra, rb = (juror_ratio, entry_ratio) if self.swapped else (entry_ratio, juror_ratio)
        d = [1 + ra * len(group) for group in self.groups]
        system = [[0.0] * (i + 1) for i in range(self.size)]
        ones, sums = [0.0] * self.size, [0.0] * self.size
        s11 = s1y = 0.0
        for b, count in enumerate(self.second_counts):
            system[b][b] = 1.0 + rb * count
        for group, di in zip(self.groups, d):
            total = sum(y for _, y in group)
            s11 += len(group) / di
            s1y += total / di
            for b, y in group:
                ones[b] += 1 / di
                sums[b] += y - ra * total / di
                row = system[b]
                for c, _ in group:
                    if c <= b:
                        row[c] -= ra * rb / di
        lower = cholesky(system)
        ones_solved, sums_solved = solve(lower, ones), solve(lower, sums)
        precision = s11 - rb * sum(map(float.__mul__, ones, ones_solved))
        mu = (s1y - rb * sum(map(float.__mul__, ones, sums_solved))) / precision
        pull = [y - mu * one for y, one in zip(sums_solved, ones_solved)]
        second = [rb * p for p in pull]
        squares = rb * sum(p * p for p in pull)
        first = []
        for group, di in zip(self.groups, d):
            mean = sum(y - mu - second[b] for b, y in group) / di
            effect = ra * mean
            squares += ra * mean * mean + sum((y - mu - second[b] - effect) ** 2 for b, y in group)
            first.append(effect)
        degrees = self.n - 1
        logs = sum(map(math.log, d)) + 2 * sum(math.log(lower[b][b]) for b in range(self.size))
        criterion = logs + math.log(precision) + degrees * (1 + math.log(2 * math.pi * squares / degrees))
        effects = second if self.swapped else first
        scores = {e: self.centre + mu + q for e, q in zip(self.entries, effects)}
        return criterion, self.centre + mu, squares / degrees, scores
