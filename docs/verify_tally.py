#!/usr/bin/env python3
"""Check a tally against docs/tally-format.md, with nothing but Python 3.9 or later.

    python3 verify_tally.py [--key PUBLIC_KEY] TALLY.json [TALLY.json ...]

Needs tally_ed25519.py and tally_model.py beside it.

Prints what is wrong with each file, or that it is valid; exits 1 if any is not. A second
implementation on purpose: it shares nothing with the program that makes tallies.
"""

import hashlib
import json
import math
import re
import sys
from fractions import Fraction

sys.dont_write_bytecode = True

from tally_ed25519 import signed  # noqa: E402
from tally_model import Model, NoSolution  # noqa: E402

FORMAT = "digital-awards-tally/1"
RANKED = ("borda", "schulze")
KINDS = ["round", "rules", "earlier_rules", "juror", "entry", "assignment", "scorecard", "model", "result"]


class Wrong(Exception):
    """Something that makes any further check pointless."""


# -- The file (section 1) --------------------------------------------------------------------


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def integer(text):
    number = int(text) if len(text) < 25 else 2**63
    if text == "-0" or not -(2**63) <= number < 2**63:
        raise Wrong("a number is not a 64-bit integer")
    return number


def no_fraction(text):
    raise Wrong(f"{text} is not an integer")


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def file_text(top):
    digests = ",\n".join(canonical(d) for d in top["digests"])
    lines = ",\n".join(canonical(line) for line in top["lines"])
    return (
        '{"digest":%s,\n"digests":[\n%s],\n"format":%s,\n"key":%s,\n"lines":[\n%s],\n"signature":%s}\n'
        % (canonical(top["digest"]), digests, canonical(top["format"]), canonical(top["key"]), lines,
           canonical(top["signature"]))
    )


def read(data):
    try:
        text = data.decode("utf-8")
        top = json.loads(text, parse_int=integer, parse_float=no_fraction, parse_constant=no_fraction)
    except (ValueError, RecursionError) as error:
        raise Wrong(f"this is not JSON in UTF-8: {error}")
    names = {"digest", "digests", "format", "key", "lines", "signature"}
    if not isinstance(top, dict) or set(top) != names or top["format"] != FORMAT:
        raise Wrong("this is not a tally in the format " + FORMAT)
    texts = [top["digest"], top["key"], top["signature"]]
    if not isinstance(top["digests"], list) or not isinstance(top["lines"], list):
        raise Wrong("digests and lines must be lists")
    if not all(isinstance(t, str) for t in texts + top["digests"]):
        raise Wrong("digests, key and signature must be texts")
    return text, top


def digest_of(digests):
    return sha256(FORMAT + "\n" + "".join(d + "\n" for d in digests))


def seal_problems(text, top, key):
    found = [sha256(canonical(line)) for line in top["lines"]]
    sealed = top["digests"]
    if found != sealed:
        if digest_of(found) == top["digest"]:
            for at in range(max(len(found), len(sealed))):
                if found[at:at + 1] != sealed[at:at + 1]:
                    yield f"digest {at + 1} in the list of digests was altered"
        else:
            yield from differences(found, sealed)
    if top["digest"] not in (digest_of(sealed), digest_of(found)):
        yield "the digest of the whole is not that of its lines"
    message = f"{FORMAT}\n{top['digest']}\n".encode("utf-8")
    if not signed(from_hex(top["key"], 32), from_hex(top["signature"], 64), message):
        yield "the signature is not that of this digest by this key"
    if key is not None and key != top["key"]:
        yield "the tally was signed by another key"
    expected = file_text(top)
    if text != expected:
        pairs = zip(text.split("\n"), expected.split("\n"))
        line = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), "last")
        yield f"text line {line} is not written in the only form the format allows"


def from_hex(text, size):
    return bytes.fromhex(text) if re.fullmatch("[0-9a-f]{%d}" % (2 * size), text) else b""


def differences(found, sealed):
    """Names lines that were altered, added, removed or moved."""
    extra, missing = {}, {}
    for digest in found:
        extra[digest] = extra.get(digest, 0) + 1
    for digest in sealed:
        missing[digest] = missing.get(digest, 0) + 1
    for digest in set(extra) & set(missing):
        both = min(extra[digest], missing[digest])
        extra[digest] -= both
        missing[digest] -= both
    at = should = 0
    while at < len(found) or should < len(sealed):
        here = found[at] if at < len(found) else None
        there = sealed[should] if should < len(sealed) else None
        if here == there:
            at, should = at + 1, should + 1
            continue
        added, removed = extra.get(here, 0) > 0, missing.get(there, 0) > 0
        if added:
            extra[here] -= 1
        if removed:
            missing[there] -= 1
        if added and removed:
            yield f"line {at + 1} was altered"
        elif added:
            yield f"line {at + 1} was added"
        elif removed:
            yield f"line {should + 1} of the sealed tally was removed"
        else:
            yield f"line {at + 1} was moved from its place"
        at += added or not removed
        should += removed or not added


# -- The lines (section 3) -------------------------------------------------------------------


def is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_text(value):
    return isinstance(value, str)


def is_count(value):
    return is_int(value) and 0 <= value < 2**32


def list_of(check):
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def or_null(check):
    return lambda value: value is None or check(value)


def fields(**checks):
    def check(value):
        return isinstance(value, dict) and set(value) == set(checks) and all(
            test(value[name]) for name, test in checks.items()
        )

    return check


def one_of(*words):
    return lambda value: is_text(value) and value in words


ESTIMATES = ["reml_criterion", "mu", "sd_entry", "sd_juror", "sd_resid"]
REASONS = ["no_scores", "one_entry", "all_equal", "one_juror", "no_repeats", "too_large", "no_noise"]


def is_model(value):
    if not isinstance(value, dict):
        return False
    if value.get("status") != "fitted":
        return fields(status=one_of(*REASONS))(value)
    ratios = lambda pair: list_of(is_text)(pair) and len(pair) == 2
    estimates = fields(**{name: is_text for name in ESTIMATES})
    return fields(status=is_text, ratios=ratios, estimates=estimates)(value)


CHECKS = {
    "round": fields(edition=is_text, round=is_text, closed_at=is_text, audit_seq=is_int, audit_head=is_text,
                    rules_sha256=is_text),
    "rules": fields(version=is_int, criteria=list_of(fields(key=is_text, weight=is_count)), scale_min=is_int,
                    scale_max=is_int, method=one_of("weighted_mean", "calibrated", "borda", "schulze"), tie_breaks=list_of(is_text),
                    rank_within=one_of("category", "round"), winners=is_count),
    "earlier_rules": fields(version=is_int, sha256=is_text, replaced_at=is_text),
    "juror": fields(juror=is_text, commitment=is_text),
    "entry": fields(entry=is_text, category=is_text, commitment=is_text),
    "assignment": fields(entry=is_text, juror=is_text,
                         state=one_of("submitted", "unscored", "recused", "withdrawn")),
    "scorecard": fields(entry=is_text, juror=is_text, marks=list_of(or_null(is_int))),
    "model": is_model,
    "result": fields(entry=is_text, scorecards=is_count, mean=or_null(is_text), score=or_null(is_text),
                     criteria=list_of(or_null(is_text)), rank=or_null(is_count),
                     tied=lambda v: isinstance(v, bool), tie_break=or_null(is_text)),
}


def sort_key(kind, line):
    if kind == "earlier_rules":
        return line["version"]
    if kind in ("juror", "entry"):
        return line[kind]
    return line["entry"], line["juror"]


def sections(values):
    """The lines by kind, once each is well formed and in its place."""
    kinds = {kind: [] for kind in KINDS}
    place = 0
    for number, value in enumerate(values, 1):
        well_formed = isinstance(value, list) and len(value) == 2 and is_text(value[0])
        if not well_formed or value[0] not in CHECKS or not CHECKS[value[0]](value[1]):
            raise Wrong(f"line {number} does not say what its kind must say")
        kind, line = value
        if KINDS.index(kind) < place:
            raise Wrong(f"line {number} is out of order")
        place = KINDS.index(kind)
        before = kinds[kind][-1:]
        if before and kind in ("earlier_rules", "juror", "entry", "assignment", "scorecard"):
            if sort_key(kind, before[0]) >= sort_key(kind, line):
                raise Wrong(f"line {number} is out of order")
        kinds[kind].append(line)
    if len(kinds["round"]) != 1 or len(kinds["rules"]) != 1:
        raise Wrong("a tally has one round and one set of rules")
    return kinds


def check_rules(round_line, rules):
    keys = [c["key"] for c in rules["criteria"]]
    if sum(c["weight"] for c in rules["criteria"]) != 10_000:
        raise Wrong("the weights do not make 10,000")
    if len(set(keys)) != len(keys) or not set(rules["tie_breaks"]) <= set(keys):
        raise Wrong("a criterion stands twice, or a tie-break is not a criterion")
    if rules["scale_min"] >= rules["scale_max"]:
        raise Wrong("the scale has no room")
    whole = rules["scale_min"] == 0 and rules["scale_max"] % 100 == 0
    if rules["method"] in RANKED and not (len(keys) == 1 and whole):
        raise Wrong("the rules do not fit jurors who put entries in an order")
    if round_line["rules_sha256"] != sha256(canonical(rules)):
        yield "the rules are not those whose hash was published"


def counting(kinds):
    """The scorecards that count, as (entry, juror, marks)."""
    rules = kinds["rules"][0]
    entries = {line["entry"] for line in kinds["entry"]}
    jurors = {line["juror"] for line in kinds["juror"]}
    states = {}
    for line in kinds["assignment"]:
        if line["entry"] not in entries or line["juror"] not in jurors:
            raise Wrong(f"an assignment of entry {line['entry']} names someone unknown")
        states[line["entry"], line["juror"]] = line["state"]
    cards = []
    for line in kinds["scorecard"]:
        pair = line["entry"], line["juror"]
        if states.get(pair, "unscored") == "unscored":
            raise Wrong("the scorecard of juror {1} on entry {0} has no assignment".format(*pair))
        scale = rules["scale_min"], rules["scale_max"]
        on_scale = all(m is None or scale[0] <= m <= scale[1] for m in line["marks"])
        if len(line["marks"]) != len(rules["criteria"]) or not on_scale:
            raise Wrong("the scorecard of juror {1} on entry {0} has marks outside the rules".format(*pair))
        if states.pop(pair) == "submitted":
            cards.append((*pair, line["marks"]))
    if "submitted" in states.values():
        raise Wrong("a submitted assignment has no scorecard")
    return cards


# -- Results (section 4) ---------------------------------------------------------------------


def micros(value):
    """Millionths, to the nearest and half to even, as `round` does for fractions."""
    return round(value * 10**6)


def six(number):
    sign, size = ("-" if number < 0 else ""), abs(number)
    return f"{sign}{size // 10**6}.{size % 10**6:06d}"


def six_read(text):
    """Millionths of a number written with six decimals; None if it is not written so."""
    match = re.fullmatch(r"(-?)(0|[1-9][0-9]*)\.([0-9]{6})", text or "", re.ASCII)
    if not match:
        return None
    number = int(match[2] + match[3]) * (-1 if match[1] else 1)
    return number if six(number) == text else None


def total_of(weights, marks):
    weight = sum(w for w, m in zip(weights, marks) if m is not None)
    if not weight:
        return None
    return Fraction(sum(w * m for w, m in zip(weights, marks) if m is not None), 100 * weight)


class Plain:
    """Totals and plain means."""

    def __init__(self, kinds, cards):
        criteria = kinds["rules"][0]["criteria"]
        weights = [c["weight"] for c in criteria]
        self.totals = []
        of_entry = {line["entry"]: [] for line in kinds["entry"]}
        for entry, juror, marks in cards:
            of_entry[entry].append(marks)
            total = total_of(weights, marks)
            if total is not None:
                self.totals.append((entry, juror, total))
        sums = {entry: [] for entry in of_entry}
        for entry, _, total in self.totals:
            sums[entry].append(total)
        self.count = {entry: len(list_) for entry, list_ in sums.items()}
        self.mean = {entry: sum(l) / len(l) if l else None for entry, l in sums.items()}
        self.criteria = {}
        for entry, sheets in of_entry.items():
            columns = [[s[c] for s in sheets if s[c] is not None] for c in range(len(criteria))]
            self.criteria[entry] = [micros(Fraction(sum(c), 100 * len(c))) if c else None for c in columns]
        self.score = {entry: None if m is None else micros(m) for entry, m in self.mean.items()}


def groups_of(kinds):
    groups = {}
    for line in kinds["entry"]:
        name = line["category"] if kinds["rules"][0]["rank_within"] == "category" else ""
        groups.setdefault(name, []).append(line["entry"])
    return groups


def check_orders(kinds, cards):
    group = {entry: name for name, entries in groups_of(kinds).items() for entry in entries}
    taken = set()
    for entry, juror, (points,) in cards:
        place = juror, group[entry], points
        if points is None or points % 100 or (points and place in taken):
            raise Wrong(f"the order of juror {juror} has a place twice, or a mark that is no place")
        taken.add(place)


def wins(entries, cards):
    """Schulze: how many others each entry beats (section 6)."""
    of_juror = {}
    for entry, juror, (points,) in cards:
        if entry in entries:
            of_juror.setdefault(juror, {})[entry] = points
    above = {(a, b): sum(1 for ballot in of_juror.values() if a in ballot and b in ballot and ballot[a] > ballot[b])
             for a in entries for b in entries}
    path = {(a, b): (above[a, b], -above[b, a]) if above[a, b] > above[b, a] else (0, 0) for a, b in above}
    for over in entries:
        for a in entries:
            for b in entries:
                path[a, b] = max(path[a, b], min(path[a, over], path[over, b]))
    return {a: sum(1 for b in entries if a != b and path[a, b] > path[b, a]) for a in entries}


def result_lines(kinds, plain, scores):
    rules = kinds["rules"][0]
    keys = [c["key"] for c in rules["criteria"]]
    breaks = [keys.index(key) for key in rules["tie_breaks"]]
    groups = groups_of(kinds)
    for name in sorted(groups):
        high_first = lambda v: (1, 0) if v is None else (0, -v)
        order = {e: (high_first(scores[e]), [high_first(plain.criteria[e][b]) for b in breaks])
                 for e in groups[name]}
        entries = sorted(groups[name], key=lambda e: (order[e], e))
        for at, entry in enumerate(entries):
            ranked = scores[entry] is not None
            neighbours = entries[max(at - 1, 0):at] + entries[at + 1:at + 2]
            fired = [
                next((b for b, (x, y) in enumerate(zip(order[entry][1], order[other][1])) if x != y), None)
                for other in neighbours if ranked and scores[other] == scores[entry]
            ]
            fired = [b for b in fired if b is not None]
            mean = plain.mean[entry]
            yield {
                "entry": entry,
                "scorecards": plain.count[entry],
                "mean": None if mean is None else f"{mean.numerator}/{mean.denominator}",
                "score": six(scores[entry]) if ranked else None,
                "criteria": [None if c is None else six(c) for c in plain.criteria[entry]],
                "rank": 1 + sum(order[o] < order[entry] for o in entries) if ranked else None,
                "tied": ranked and any(order[o] == order[entry] for o in neighbours),
                "tie_break": rules["tie_breaks"][min(fired)] if fired else None,
            }


# -- Calibrated scores (section 5) -------------------------------------------------------------


def near(text, value):
    stated = six_read(text)
    return stated is not None and abs(stated / 1e6 - value) <= 0.501e-6 * (1 + abs(value) / 1e6)


def calibrated(line, plain, stated):
    """Scores in millionths and problems, for the model line of a calibrated tally."""
    model = Model(plain.totals)
    if line["status"] != "fitted":
        if model.reason(plain.totals) != line["status"]:
            raise Wrong("the model is not the one these scores give")
        return dict(plain.score), []
    if model.reason(plain.totals) not in (None, "no_noise"):
        raise Wrong("the model is not the one these scores give")
    if not all(re.fullmatch(r"(0|[1-9][0-9]*)\.[0-9]{12}", r, re.ASCII) for r in line["ratios"]):
        raise Wrong("a ratio is not written with twelve decimals")
    ra, rb = map(float, line["ratios"])
    criterion, mu, variance, found = model.at(ra, rb)
    values = [criterion, mu] + [math.sqrt(r * variance) for r in (ra, rb, 1)]
    problems = []
    if not all(near(line["estimates"][name], value) for name, value in zip(ESTIMATES, values)):
        problems.append("the model's estimates are not those these scores give")
    around = lambda r: [r * math.exp(-1e-3), r, r * math.exp(1e-3)] if r > 0 else [0.0, 1e-6, 1e-3]
    grid = [0.0] + [math.exp(k) for k in range(-9, 10, 3)]
    others = [(a, b) for a in around(ra) for b in around(rb)] + [(a, b) for a in grid for b in grid]
    if any(model.at(a, b)[0] < criterion - 1e-7 for a, b in others):
        problems.append("the model's criterion is not at its optimum")
    scores = dict.fromkeys(plain.score)
    for entry, score in found.items():
        text = stated.get(entry)
        scores[entry] = six_read(text) if near(text, score) else micros(Fraction(score))
    return scores, problems


# -- All together ----------------------------------------------------------------------------


def count_problems(values):
    kinds = sections(values)
    yield from check_rules(kinds["round"][0], kinds["rules"][0])
    cards = counting(kinds)
    method = kinds["rules"][0]["method"]
    if method in RANKED:
        check_orders(kinds, cards)
    plain = Plain(kinds, cards)
    is_calibrated = method == "calibrated"
    if len(kinds["model"]) != int(is_calibrated):
        raise Wrong("a calibrated tally has one model, another none")
    scores = plain.score
    if method == "schulze":
        beaten = {}
        for entries in groups_of(kinds).values():
            beaten.update(wins(entries, cards))
        scores = {e: None if plain.score[e] is None else beaten[e] * 10**6 for e in beaten}
    if is_calibrated:
        stated = {line["entry"]: line["score"] for line in kinds["result"]}
        scores, problems = calibrated(kinds["model"][0], plain, stated)
        yield from problems
    expected = list(result_lines(kinds, plain, scores))
    first = len(values) - len(kinds["result"])
    for at, line in enumerate(kinds["result"]):
        if expected[at:at + 1] != [line]:
            yield f"line {first + at + 1}: the result of entry {line['entry']} is not the one these scores give"
    for line in expected[len(kinds["result"]):]:
        yield f"entry {line['entry']} has no result"


def verify(data, key=None):
    """Everything that is wrong with a tally, as a list of sentences."""
    problems = []
    try:
        text, top = read(data)
        problems.extend(seal_problems(text, top, key))
        problems.extend(count_problems(top["lines"]))
    except (Wrong, NoSolution) as wrong:
        problems.append(str(wrong))
    except (ValueError, ArithmeticError, RecursionError) as error:
        problems.append(f"this can't be a tally: {error}")
    return problems


def main(arguments):
    key = None
    if arguments[:1] == ["--key"]:
        key, arguments = arguments[1].strip().lower(), arguments[2:]
    if not arguments:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    failed = False
    for path in arguments:
        try:
            with open(path, "rb") as file:
                problems = verify(file.read(), key)
        except OSError as error:
            problems = [f"could not be read: {error.strerror}"]
        for problem in problems:
            print(f"{path}: {problem}")
        if not problems:
            print(f"{path}: valid")
        failed |= bool(problems)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
