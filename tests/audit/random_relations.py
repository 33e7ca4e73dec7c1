"""random_relations.py - relations of every kind, made up, each judged by the library and by the oracle

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Results are printed near what they should be: right, off by a few units of the last digit, under any mode, or anything; operands share
units, repeat, are zero, negative, exact or not. A seed that finds a fault is printed with it.
"""

import random
from collections import Counter

import auditor
import oracle
from oracle import F, Figure

BATCH = 400
UNITS = [("元", 0, "元"), ("万元", 4, "元"), ("亿元", 8, "元"), ("%", -2, "%"), ("‰", -3, "%"), ("个", 0, "个"), ("分", 0, "分"), ("", 0, "")]
COUNTS = {5, 6, 7}
LINEAR = [
    ("sum", "plain"), ("sum", "signed"), ("difference", "plain"), ("score_sum", "plain"), ("deduction", "plain"), ("marks", "plain"),
    ("count", "plain"), ("conversion", "plain"), ("rate", "plain"), ("share", "plain"), ("completion", "plain"), ("rate", "over_sum"),
    ("share", "parts_over"), ("rate", "divided"), ("completion", "over_difference"), ("growth", "plain"), ("growth", "new_old"),
    ("growth", "down_new_old"), ("growth", "new_change"), ("growth", "down_new_change"),
]
OTHERS = ["product", "rule_score", "execution_score", "bound", "partial", "meets_min", "meets_max", "same", "grade", "base", "list", "first"]
NATURES = {None: 0, False: 1, True: 8}


class Maker:
    """Makes one relation after the other, adding it to an audit; remembers what the oracle has to say."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.audit, self.expected = auditor.Audit(), []

    def digits(self):
        size = self.random.choice([1, 1, 2, 3, 4, 5, 7, 9, 12])
        digits = self.random.randrange(10**size)
        if self.random.random() < 0.1:
            digits = self.random.choice([0, 1, 5, 10, 50, 100])
        return -digits if self.random.random() < 0.03 else digits

    def figure(self, unit, digits=None, places=None, exact="any"):
        text, exponent, word = UNITS[unit]
        places = self.random.choice([0, 0, 1, 2, 2, 2, 3, 4]) if places is None else places
        digits = self.digits() if digits is None else digits
        if exact == "any":
            exact = None if unit in COUNTS else False
            if self.random.random() < 0.1:
                exact = True
        figure = Figure(digits, places, exponent, exact, word)
        sign, body = "-" if digits < 0 else "", str(abs(digits)).rjust(places + 1, "0")
        printed = sign + (body[:-places] + "." + body[-places:] if places else body) + text
        nature = NATURES[exact]
        # A bare unit's whole numbers are exact by themselves; money never is.
        figure.claim = self.audit.claim(printed, 8 if exact is True else nature if exact is None else 1)
        figure.printed = printed
        return figure

    def operands(self, n, unit, repeat=True):
        found = [self.figure(unit) for _ in range(n)]
        if repeat and n > 1 and self.random.random() < 0.1:
            found[self.random.randrange(n)] = self.random.choice(found)
        return found

    def result_near(self, x, unit):
        """A figure that prints x, or nearly."""
        exponent = UNITS[unit][1]
        places = self.random.choice([0, 0, 1, 2, 2, 3])
        step = F(10) ** (exponent - places)
        digits = oracle.round_to(x, step, self.random.choice(oracle.MODES)) / step
        digits += self.random.choice([0, 0, 0, 0, 1, -1, 2, -2, 3, -3, 7, -12])
        if self.random.random() < 0.05:
            digits = self.digits()
        if self.random.random() < 0.1 and places:
            digits -= digits % 10
        if abs(digits) >= 10**18:
            digits = F(self.digits())
        return self.figure(unit, int(digits), places, exact=None if unit in COUNTS else False)

    def expect(self, judged, kind, operands, result, **more):
        claims = [operand.claim for operand in operands]
        relation = self.audit.relate(kind, claims, result.claim if result is not None else auditor.NO_CLAIM, **more)
        self.expected.append((relation, judged, f"{kind} {more} of {[o.printed for o in operands]} = {result and result.printed}"))

    def add_linear(self):
        kind, form = self.random.choice(LINEAR)
        quotient = kind in ("rate", "share", "completion", "growth")
        unit = self.random.randrange(len(UNITS))
        n = {"divided": 1, "over_sum": 3, "parts_over": 3}.get(form, 2) if quotient else self.random.choice([1, 2, 2, 3, 3, 4, 5])
        n = 1 if kind == "conversion" else max(n, 2) if kind in ("difference", "deduction") else n
        operands = self.operands(n, unit)
        # Units of one kind may differ.
        if unit < 3 and self.random.random() < 0.3:
            operands[-1] = self.figure(self.random.randrange(3))
        if form in ("over_sum", "over_difference") and self.random.random() < 0.5:
            operands[1 if form == "over_sum" else 0] = operands[0]
        if kind == "marks":
            operands = [self.figure(unit, exact=True) for _ in range(n)]
        if kind == "deduction":
            operands[0] = self.figure(unit, exact=True)
        more = {"form": form}
        if form == "signed":
            more["signs"] = [self.random.choice([1, -1]) for _ in range(n)]
        if form == "divided":
            more["constant"] = (self.random.choice([365, 12, -7, 3]), self.random.choice([0, 1]), 0)
        constant = F(more["constant"][0], 10 ** more["constant"][1]) if form == "divided" else None
        judge = lambda result: oracle.judge_linear(kind, form, operands, result, more.get("signs"), constant)
        probe = judge(Figure(0))
        into = self.random.choice([3, 4, 7]) if quotient else unit if unit > 2 else self.random.randrange(3)
        result = self.result_near(probe[0] if probe else F(1), into)
        self.expect(judge(result), kind, operands, result, **more)

    def add_product(self):
        operands = [self.figure(self.random.choice([7, 5, 3])) for _ in range(self.random.randint(2, 4))]
        result = self.result_near(oracle.judge_product(operands, Figure(0))[0], self.random.choice([7, 5]))
        self.expect(oracle.judge_product(operands, result), "product", operands, result)

    def add_rule_score(self):
        comparison = self.random.choice(list(auditor.COMPARISONS))
        unit = self.random.choice([1, 3, 5, 7])
        marks = self.figure(6, self.random.choice([0, 5, 10, 28]), self.random.choice([0, 1]), exact=True)
        target, actual = self.operands(2, unit, repeat=False)
        if self.random.random() < 0.3:
            target = self.figure(3, 100, 0, exact=True)
            actual = self.figure(3)
        if self.random.random() < 0.2:
            actual = self.figure(unit, target.digits, target.places) if target.unit == UNITS[unit][2] else actual
        if target.unit == "%" and target.value == 1:
            target.exact = True
        result = self.result_near(oracle.judge_score(comparison, marks, target, actual, Figure(0))[0], 6)
        self.expect(oracle.judge_score(comparison, marks, target, actual, result), "rule_score", [marks, target, actual], result, comparison=comparison)

    def add_execution_score(self):
        marks = self.figure(6, self.random.choice([5, 10, 28]), self.random.choice([0, 1]), exact=True)
        parts = self.operands(2, 1) if self.random.random() < 0.8 else [self.figure(3)]
        probe = oracle.judge_execution([marks] + parts, Figure(0))
        result = self.result_near(probe[0] if probe else F(1), 6)
        self.expect(oracle.judge_execution([marks] + parts, result), "execution_score", [marks] + parts, result)

    def add_comparison(self, kind, form, comparison, n):
        unit = self.random.randrange(len(UNITS))
        operands = self.operands(n, unit)
        result = self.result_near(sum(o.value for o in operands), unit)
        more = {"comparison": comparison} if kind == "bound" else {"form": form}
        self.expect(oracle.judge_bound(comparison, operands, result), kind, operands, result, **more)

    def add_bound(self):
        self.add_comparison("bound", "plain", self.random.choice(list(auditor.COMPARISONS)), self.random.randint(1, 5))

    def add_partial(self):
        self.add_comparison("sum", "partial", ">=", self.random.randint(1, 4))

    def add_meets_min(self):
        self.add_comparison("completion", "meets_min", ">=", 1)

    def add_meets_max(self):
        self.add_comparison("completion", "meets_max", "<=", 1)

    def add_same(self):
        unit = self.random.choice([0, 1, 2, 5, 6])
        first = self.figure(unit)
        others = [self.result_near(first.value, self.random.randrange(3) if unit < 3 else unit) for _ in range(self.random.randint(1, 3))]
        figures = [first] + others
        self.random.shuffle(figures)
        self.expect(oracle.judge_same(figures), "same_quantity", figures, None)

    def add_grade(self):
        bands = [(F(90), "优"), (F(80), "良"), (F(60), "中"), (F(0), "差")]
        score = self.figure(6, self.random.choice([89994, 90000, 89999, 80001, 59950, 6000, 123456]), self.random.choice([1, 2, 3]))
        name = self.random.choice(["优", "优秀", "良", "中", "差"])
        word = Figure(0)
        word.claim, word.printed = self.audit.claim(name), name
        self.expect(oracle.judge_grade(bands, score, name), "grade", [score], word)

    def add_base(self):
        new = self.figure(5, self.random.randint(1, 400), 0, exact=True)
        down = self.random.random() < 0.4
        base = F(self.random.randint(1, 400))
        growth = (new.value - base) / base
        result = self.result_near(-growth if down else growth, 3)
        rate = -result.value if down else result.value
        if rate - result.step <= -1:
            return
        bases, modes = oracle.judge_base(new, result, down)
        form = "down_implied_base" if down else "implied_base"
        self.expect((("bases", bases), modes, modes), "growth", [new], result, form=form)

    def add_list(self):
        operands = self.operands(self.random.randint(1, 6), 5, repeat=False)
        result = self.result_near(F(len(operands)), 5)
        self.expect(oracle.judge_list(operands, result, False), "count", operands, result, form="list")

    def add_first(self):
        operands = [self.figure(5, self.random.randint(1, 30), 0)] + self.operands(self.random.randint(1, 6), 5, repeat=False)
        result = self.result_near(operands[0].value + len(operands) - 1, 5)
        self.expect(oracle.judge_list(operands, result, True), "count", operands, result, form="first_plus_items")

    def make(self):
        for _ in range(BATCH):
            if self.random.random() < 0.6:
                self.add_linear()
            else:
                getattr(self, "add_" + self.random.choice(OTHERS))()


def fault_of(audit, relation, judged):
    verdict = audit.verdict(relation)
    if judged is None:
        return None if verdict.state == 4 else f"state {verdict.state} where the divisor is 0"
    x, printed, rounded = judged
    if verdict.state != 1:
        return f"state {verdict.state}"
    if (verdict.as_printed, verdict.as_rounded) != (printed, rounded):
        return f"as printed {verdict.as_printed}, as rounded {verdict.as_rounded}; the oracle {printed}, {rounded}"
    if isinstance(x, tuple):
        bases = (verdict.n_bases, verdict.first_base, verdict.last_base) if verdict.n_bases else None
        expected = (len(x[1]), x[1][0], x[1][-1]) if x[1] else None
        return None if bases == expected else f"bases {bases}; the oracle {expected}"
    if verdict.audit_class not in (1, oracle.audit_class(printed, rounded)) and not verdict.coarse_modes:
        return f"class {verdict.audit_class}"
    return None


def run(n, first_seed=1):
    """Judges n relations. 1 where one differs, else 0."""
    kinds, faults, done, seed = Counter(), 0, 0, first_seed
    tally = Counter()
    while done < n:
        maker = Maker(seed)
        maker.make()
        maker.audit.build(work=1000)
        for relation, judged, words in maker.expected:
            kinds[" ".join(words.split(" of ")[0].split("'form': ")[:1]).split(" ")[0]] += 1
            tally["contradiction" if judged and judged[2] == 0 else "possible" if judged else "no divisor"] += 1
            fault = fault_of(maker.audit, relation, judged)
            if fault:
                faults += 1
                if faults <= 20:
                    print(f"FAULT: seed {seed}: {words}: {fault}")
        done += len(maker.expected)
        maker.audit.free()
        seed += 1
    print(f"{dict(kinds.most_common())}")
    print(f"{dict(tally)}; seeds {first_seed} to {seed - 1}")
    print(f"{done} relations, {faults} faults", flush=True)
    return 1 if faults else 0
