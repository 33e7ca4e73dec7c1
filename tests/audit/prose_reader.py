"""prose_reader.py - reading a text through the library, and scoring what was read, for the tests of this room

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import ctypes
import re

from auditor import _abi, call, filled, library

KIND = {number: library.pe_relation_kind_get_name(number) for number in range(1, 100)}
CONTRADICTION = 3
# The scorer of the labels counts these kinds as one.
GROUP = {"rate": "ratio", "share": "ratio", "completion": "ratio", "sum": "total", "count": "total", "score_sum": "total",
         "marks": "total", "deduction": "difference"}
# What the labels have no kind for: pairs of figures to be compared, and lists that do not claim to be whole.
UNLABELLED = {"counterpart"}
PARTIAL = 2


def flat(text):
    return re.sub(r"\s+", "", text)


def key(relation):
    return GROUP.get(relation["kind"], relation["kind"]), flat(relation["result"]), tuple(sorted(flat(o) for o in relation["operands"]))


class Reading:
    """A text that was read: counts, relations in the manner of the labels, findings."""

    def __init__(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        handle = ctypes.c_void_p()
        call(library.pe_prose_read, ctypes.byref(handle), data, len(data), None)
        self.summary = filled(_abi.pe_prose_summary, library.pe_prose_summary_init)
        call(library.pe_prose_get_summary, ctypes.byref(self.summary), handle)
        audit = library.pe_prose_get_audit(handle)
        self.claims = [self.claim(audit, i) for i in range(library.pe_audit_get_n_claims(audit))]
        self.relations = [self.relation(handle, audit, i) for i in range(library.pe_audit_get_n_relations(audit))]
        findings = library.pe_audit_get_findings(audit)
        self.findings = [self.finding(library.pe_findings_get(findings, i)) for i in range(library.pe_findings_get_size(findings))]
        library.pe_prose_unref(handle)

    @staticmethod
    def claim(audit, index):
        claim = filled(_abi.pe_claim, library.pe_claim_init)
        call(library.pe_audit_get_claim, ctypes.byref(claim), audit, index)
        return claim.text.decode(), claim.offset, claim.length

    def relation(self, handle, audit, index):
        relation = filled(_abi.pe_relation, library.pe_relation_init)
        verdict = filled(_abi.pe_verdict, library.pe_verdict_init)
        call(library.pe_audit_get_relation, ctypes.byref(relation), audit, index)
        call(library.pe_audit_get_verdict, ctypes.byref(verdict), audit, index)
        kind = KIND[relation.kind].decode()
        return {"kind": kind, "form": relation.form,
                "result": self.claims[relation.result][0] if relation.result < len(self.claims) else "",
                "operands": [self.claims[relation.operands[i]][0] for i in range(relation.n_operands)],
                "flag": verdict.audit_class == CONTRADICTION, "modes": verdict.as_printed, "state": verdict.state,
                "pattern": library.pe_prose_get_pattern(handle, index).decode(),
                "passage": (relation.offset, relation.length), "zh": relation.reading_zh.decode(), "en": relation.reading_en.decode()}

    @staticmethod
    def finding(handle):
        code = library.pe_finding_get_code(handle)
        return code, library.pe_audit_classify(code), library.pe_finding_get_message(handle, 1).decode()


class Score:
    """Adds up documents as the scorer of the labels does."""

    def __init__(self):
        self.documents = self.labels = self.read = self.hits = self.hard = self.flags = self.right = self.empty = 0
        self.lines = []

    def add(self, document):
        gold = {key(r): r for r in document["relations"]}
        doubtful = {key(r) for r in document.get("doubtful", []) if isinstance(r, dict) and {"kind", "result", "operands"} <= r.keys()}
        mine = {key(r): r for r in Reading(document["text"]).relations if r["kind"] not in UNLABELLED and r["form"] != PARTIAL}
        hard = {k for k, r in gold.items() if r["verdict"] == "contradiction" and not r.get("within_operand_rounding")}
        self.documents += 1
        self.labels += len(gold)
        self.hard += len(hard)
        for k, relation in mine.items():
            if k in doubtful and k not in gold:
                continue
            self.read += 1
            self.hits += k in gold
            self.flags += relation["flag"]
            self.right += relation["flag"] and k in hard
            self.empty += relation["flag"] and not gold
            if k not in gold or (relation["flag"] and k not in hard):
                self.lines.append(f"{document['id']}: {'accused' if relation['flag'] else 'read'}, no such label: {k}")
        self.lines.extend(f"{document['id']}: not read: {k}" for k in gold if k not in mine)

    @property
    def precision(self):
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self):
        return self.hits / self.labels if self.labels else 0.0

    def print(self, title):
        print(f"{title}: documents {self.documents}, labels {self.labels}, read {self.read}: "
              f"precision {self.precision:.3f} recall {self.recall:.3f}")
        print(f"{title}: contradictions labelled {self.hard}, raised {self.flags}, right {self.right}, false {self.flags - self.right}, "
              f"on texts without a relation {self.empty}")

    def faults(self, title):
        """What the issue asks of the reader."""
        if self.precision < 0.92:
            yield f"{title}: precision {self.precision:.3f}, below 0.92"
        if self.recall < 0.75:
            yield f"{title}: recall {self.recall:.3f}, below 0.75"
        if self.right < 0.75 * self.hard:
            yield f"{title}: {self.right} of {self.hard} contradictions raised, below three quarters"
        if self.flags > 0 and self.flags - self.right > 0.2 * self.flags:
            yield f"{title}: {self.flags - self.right} of {self.flags} accusations are false, more than one in five"
        if self.empty > 0:
            yield f"{title}: {self.empty} accusations on texts without a relation"
