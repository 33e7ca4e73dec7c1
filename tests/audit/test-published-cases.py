"""test-published-cases.py - every check of the published cases, as a relation through the door, against two recomputations

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

as_printed, with its modes, has to equal the cases' own recomputation (recompute.py beside them); as_rounded has to equal oracle.py.
Cases that recompute without a discrepancy have no contradiction and no rounding matter. Flags are remarks of people: they are listed
as not computed. The cases are read in place.
"""

import importlib.util
import json
import os
import pathlib
import re
import sys
from collections import Counter

import auditor
import oracle
from oracle import Figure

MODES = {"half_up": 1, "half_even": 2, "down": 4, "up": 8}
NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
MONEY = {"亿元": 8, "万元": 4, "元": 0}
MARKS, TARGET, SCORE = 5, 6, 4


def figure(text, nature=0):
    """The oracle's reading of a printed figure, written apart from the library's."""
    text = str(text).strip().lstrip("≥≤=<>≧≦═约").strip()
    number = NUMBER.match(text).group(0)
    unit = text[len(number):].strip()
    digits = number.replace(",", "")
    places = len(digits.split(".")[1]) if "." in digits else 0
    exponent = next((e for word, e in MONEY.items() if unit.startswith(word)), -2 if unit.startswith("%") else 0)
    exact = False if unit.startswith("%") or any(unit.startswith(word) for word in MONEY) else None
    if nature == MARKS or (nature == TARGET and unit.startswith("%") and oracle.F(digits) == 100):
        exact = True
    return Figure(int(digits.replace(".", "")), places, exponent, exact, "元" if exponent in (8, 4) else unit)


class Case:
    """One case as an audit; expected: (label, relation, what recompute.py says, what the oracle says)."""

    def __init__(self, data, results):
        self.data, self.audit, self.expected, self.flags, self.parsed = data, auditor.Audit(), [], [], []
        for check, result in zip(data.get("checks", []), results):
            getattr(self, "add_" + check["type"])(check, result)

    def relate(self, check, result, judged, kind, operands, natures=None, **more):
        natures = natures or [0] * len(operands)
        claims = [self.audit.claim(text, nature) for text, nature in zip(operands, natures)]
        published = check.get("published", "")
        target = self.audit.claim(published, more.pop("nature", 0)) if published else auditor.NO_CLAIM
        # A discrepancy that the cases call soft is between figures that need not be one: a text that can be read otherwise.
        more["doubtful"] = check.get("kind", "").startswith("soft:")
        self.expected.append((check, self.audit.relate(kind, claims, target, **more), result, judged))

    def add_ratio(self, check, result):
        parts = [check["num"], check["den"]]
        judged = check["published"] and (lambda: oracle.judge_linear("rate", "plain", [figure(p) for p in parts], figure(check["published"])))
        self.relate(check, result, judged, "rate", parts)

    def add_sum(self, check, result):
        parts = check["parts"] + check.get("minus", [])
        signs = [1] * len(check["parts"]) + [-1] * len(check.get("minus", []))
        judged = check["published"] and (lambda: oracle.judge_linear("sum", "signed", [figure(p) for p in parts], figure(check["published"]), signs))
        self.relate(check, result, judged, "sum", parts, form="signed", signs=signs)

    def add_product(self, check, result):
        judged = lambda: oracle.judge_product([figure(f) for f in check["factors"]], figure(check["published"]))
        self.relate(check, result, judged, "product", check["factors"])

    def add_impliedbase(self, check, result):
        def judged():
            bases, modes = oracle.judge_base(figure(check["new"]), figure(check["published"]))
            return bases[0], modes, modes

        self.relate(check, result, judged, "growth", [check["new"]], form="implied_base")

    def add_execscore(self, check, result):
        parts = [check["weight"], check["num"], check["den"]]
        judged = check["published"] and (
            lambda: oracle.judge_execution([figure(parts[0], MARKS)] + [figure(p) for p in parts[1:]], figure(check["published"]))
        )
        self.relate(check, result, judged, "execution_score", parts)

    def add_linear(self, check, result):
        parts = [check["weight"], check["target"], check["actual"]]
        judged = check["published"] and (
            lambda: oracle.judge_score(check["op"], figure(parts[0], MARKS), figure(parts[1], TARGET), figure(parts[2]), figure(check["published"]))
        )
        self.relate(check, result, judged, "rule_score", parts, [MARKS, TARGET, 0], comparison=check["op"])

    def add_compare(self, check, result):
        check = dict(check, published=check["a"])
        judged = lambda: oracle.judge_bound(check["op"], [figure(check["b"])], figure(check["a"]))
        self.relate(check, result, judged, "bound", [check["b"]], comparison=check["op"])

    def add_bound(self, check, result):
        parts = check["scores"] + check["unseen_weights"]
        judged = lambda: oracle.judge_bound("<=", [figure(p) for p in parts], figure(check["published"]))
        self.relate(check, result, judged, "bound", parts, comparison="<=")

    def add_equal(self, check, result):
        self.relate(check, result, lambda: oracle.judge_same([figure(v) for v in check["values"]]), "same_quantity", check["values"])

    def add_grade(self, check, result):
        bands = [(oracle.F(low), name) for low, name in check["bands"]]
        judged = lambda: oracle.judge_grade(bands, figure(check["score"]), check["published"])
        self.relate(check, result, judged, "grade", [check["score"]], bands=check["bands"])

    def add_parse(self, check, result):
        self.parsed.append((check, self.audit.claim(check["value"]), result))

    def add_flag(self, check, result):
        self.flags.append(check)


def fault_of(audit, check, relation, result, judged):
    """What is wrong with one verdict; None where nothing is."""
    verdict = audit.verdict(relation)
    if not judged or result["status"] == "unknown":
        return None if verdict.state != 1 else f"computed, although {result['kind']}"
    if verdict.state != 1:
        return f"not computed: state {verdict.state}"
    if check["type"] in ("compare", "bound", "grade", "equal"):
        agrees = (verdict.is_exact if check["type"] == "equal" else verdict.as_printed != 0) == (result["status"] == "ok")
    else:
        agrees = verdict.as_printed == sum(MODES[mode] for mode in result["modes"])
    if not agrees:
        return f"as printed {verdict.as_printed}, recomputed {result['status']} {result['modes']}"
    x, printed, rounded = judged()
    if (verdict.as_printed, verdict.as_rounded) != (printed, rounded):
        return f"as printed {verdict.as_printed}, as rounded {verdict.as_rounded}; the oracle {printed}, {rounded}"
    exact = audit.exact(relation)
    unit = figure(check["published"]).exponent if check.get("published") and check["type"] not in ("grade", "impliedbase") else 0
    if check["type"] not in ("impliedbase", "equal", "compare") and exact is not None and exact * oracle.F(10) ** unit != x:
        return f"exactly {exact}, the oracle {x}"
    return None


def load_recompute(folder):
    spec = importlib.util.spec_from_file_location("recompute", folder / "recompute.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    folder = pathlib.Path(os.environ["PERFEVAL_SHARED"], "cases")
    if not (folder / "recompute.py").is_file():
        print(f"SKIPPED: the published cases are not at {folder}")
        sys.exit(auditor.SKIPPED)
    recompute = load_recompute(folder)
    faults, types, modes, classes = [], Counter(), Counter(), Counter()
    flags, consistent, clean = 0, 0, 0
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        results, _, is_consistent = recompute.run(data)
        case = Case(data, results)
        case.audit.build()
        for check, relation, result, judged in case.expected:
            types[check["type"]] += 1
            fault = fault_of(case.audit, check, relation, result, judged)
            if fault:
                faults.append(f"{data['id']} {check['label']}: {fault}")
        for check, claim, result in case.parsed:
            types["parse"] += 1
            state = case.audit.get(auditor._abi.pe_claim, auditor.library.pe_claim_init, auditor.library.pe_audit_get_claim, claim).state
            if (state == 1) != (result["status"] == "ok"):
                faults.append(f"{data['id']} {check['label']}: state {state}")
        for check in case.flags:
            flags += 1
            print(f"not computed, a person's remark: {data['id']} {check['label']} [{check['kind']}]")
        summary = case.audit.summary()
        classes.update(fits=summary.n_fitting, remark=summary.n_remarks, rounding=summary.n_rounding, contradiction=summary.n_contradictions)
        if is_consistent is True:
            consistent += 1
            clean += summary.n_contradictions == 0 and summary.n_rounding == 0
            if summary.n_contradictions or summary.n_rounding:
                faults.append(f"{data['id']}: recomputes without a discrepancy, but: {list(case.audit.findings())}")
        case.audit.free()
    print(f"checks by type: {dict(types.most_common())}; flags listed: {flags}")
    print(f"verdicts: {dict(classes)}; cases without a discrepancy: {consistent}, of them clean: {clean}")
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{sum(types.values())} checks, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
