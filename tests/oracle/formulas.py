"""formulas.py - formulas as docs/formula.md has them, compiled to Python closures

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

A closure takes the environment of one evaluation and gives a number (int or Fraction), a text, a truth (bool), a date, a
list, a row of a table, or a Nothing, which says why there is no value. Every node of the expression is a triple
(closure, type, place). What is a figure as it was handed in has a place; what is computed has none, and where it lacks a
value that no figure lacks (a divisor of 0), the first figure that was read stands for it.
"""

import operator
import re

import exact
from exact import div
from figures import BLANKS, INVALID, LINE_AMOUNTS, MISSING, NOT_APPLICABLE, TEXT, VALUE, ZERO, NoValue, Refused, date, figure
from measures import MEASURES

TOKEN = re.compile(r"""\s*(?:(?P<number>\d+(?:\.(?!\.)\d+)?|\.\d+)|"(?P<string>(?:[^"\\]|\\.)*)"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"""
                   r"""|(?P<op>\.\.|\*\*|!=|<=|>=|[-+*/<>=()\[\],.%]))""", re.ASCII)
ROUNDING = {"decimal": "half_even", "round half up": "half_up", "round half down": "half_down", "round up": "up",
            "round down": "down"}
FUNCTIONS = ("min", "max", "sum", "mean", "count", "abs", "floor", "ceiling", *ROUNDING, "sqrt", "not", "date")
COMPARE = {"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


def columns(text="", day="", money="", **others):
    """Columns and what they hold."""
    return {**{name: "string" for name in text.split()}, **{name: "date" for name in day.split()},
            **{name: "money" for name in money.split()}, **others}


COLUMNS = {
    "budget.lines": columns("name category funding economic_class project", money=" ".join(LINE_AMOUNTS), complete="boolean"),
    "budget.three_public": columns("item", money="initial adjusted executed"),
    "procurement.records": columns(
        "name number method category supplier_size reserve_mode supplier intent_exemption publication_exemption reserve_exemption",
        "intent start award signing publication filing acceptance", "budget reserved_for_sme contract awarded contract_sme"),
    "procurement.payments": columns("", "due paid", "amount"),
    "assets.records": columns("name number category use difference_reason", "acquired", "book_value found_value",
                              book_count="number", found_count="number"),
}
THREE_PUBLIC_ITEMS = ("total", "abroad", "vehicles", "purchase", "running", "reception")
OUTSIDE = ("budget", "procurement", "assets", "register", "prior")
CATEGORIES = ("basic.personnel", "basic.public", "basic", "project", "other")
AMOUNTS = {f"budget.{category}.{which}" if category != "total" else f"budget.{which}": f"{category}.{which}"
           for category in ("total", *CATEGORIES) for which in LINE_AMOUNTS}
AMOUNTS.update({f"procurement.{which}": f"procurement.{which}"
                for which in ("budget", "reserved_for_sme", "contracts", "sme_contracts")})


class Nothing:
    """No value, and why."""

    __slots__ = ("state", "path", "code")

    def __init__(self, state, path=None, code=None):
        self.state, self.path, self.code = state, path, code


def of_two(a, b):
    """What two operands give of which one has no value, or neither."""
    if a.__class__ is not Nothing:
        return b
    if b.__class__ is Nothing and a.state == NOT_APPLICABLE and b.state != NOT_APPLICABLE:
        return b
    return a


def first_nothing(values):
    """The one that decides of several values, or None where each is one."""
    found = None
    for value in values:
        if value.__class__ is Nothing:
            found = value if found is None else of_two(found, value)
    return found


class Environment:
    """What one evaluation of a formula sees."""

    def __init__(self, facts, records, path):
        self.facts, self.records, self.path, self.scopes = facts, records, path, []
        self.first = None  # the place of the first figure that was read


def nowhere(_env):
    return None


class Parser:
    """Makes closures of one formula."""

    def __init__(self, text, types=None, names=None, own=None):
        self.own = own or {}  # the rulebook's measures that it may name
        self.types, self.tokens, self.at, self.scopes = types or {}, [], 0, []
        self.columns = {**COLUMNS, **registers_of(self.types)}
        self.used = set() if names is None else names  # facts and amounts, for "are there facts?"
        self.functions = set()
        position = 0
        text = text.rstrip()
        while position < len(text):
            match = TOKEN.match(text, position)
            if not match:
                raise SyntaxError(text[position:])
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            position = match.end()
        self.tokens.append(("end", ""))

    def peek(self, *words):
        kind, word = self.tokens[self.at]
        return kind in ("op", "name") and word in words

    def take(self, *words):
        """The next token if it is one of the words."""
        if self.peek(*words):
            self.at += 1
            return self.tokens[self.at - 1][1]
        return None

    def expect(self, word):
        if not self.take(word):
            raise SyntaxError(f"{word} expected at {self.tokens[self.at:]}")

    def whole(self):
        node = self.expression()
        if self.tokens[self.at][0] != "end":
            raise SyntaxError(str(self.tokens[self.at:]))
        return node

    # --- operators

    def expression(self):
        if self.take("if"):
            return self.condition()
        if self.peek("some", "every"):
            return self.quantified(self.take("some", "every"))
        node = self.conjunction()
        while self.take("or"):
            node = decided(node, self.conjunction(), True)
        return node

    def condition(self):
        (test, _, _), _then, (yes, kind, where_yes) = self.expression(), self.expect("then"), self.expression()
        self.expect("else")
        no, other, where_no = self.expression()

        def run(env):
            value = test(env)
            if value.__class__ is Nothing:
                return value
            return yes(env) if value else no(env)

        def place(env):
            value = test(env)
            return where_yes(env) if value is True else where_no(env)
        return run, other if kind == "null" else kind, place

    def quantified(self, word):
        name = self.tokens[self.at][1]
        self.at += 1
        self.expect("in")
        items, kind, where = self.expression()
        self.expect("satisfies")
        test = self.inside((name, kind[1]), self.expression)[0]
        depth, decides = len(self.scopes), word == "some"

        def run(env):
            values = items(env)
            if values.__class__ is Nothing:
                return values
            return decided_by(each(env, depth, values, test), decides)
        return run, "boolean", where

    def inside(self, scope, parse):
        self.scopes.append(scope)
        node = parse()
        self.scopes.pop()
        return node

    def conjunction(self):
        node = self.comparison()
        while self.take("and"):
            node = decided(node, self.comparison(), False)
        return node

    def comparison(self):
        node = self.sum()
        while True:
            word = self.take(*COMPARE)
            if word:
                node = compared(word, node, self.sum())
            elif self.take("between"):
                low, _and, high = self.sum(), self.expect("and"), self.sum()
                node = decided(compared(">=", node, low), compared("<=", node, high), False, False)
            elif self.take("in"):
                node = self.membership(node)
            else:
                return node

    def membership(self, node):
        start = self.at
        if self.take("("):
            try:
                tests = [self.test(node)]
                while self.take(","):
                    tests.append(self.test(node))
                if self.take(")"):
                    result = tests[0]
                    for one in tests[1:]:
                        result = decided(result, one, True, False)
                    return result
            except SyntaxError:
                pass
            self.at = start
        return self.test(node)

    def test(self, node):
        word = self.take("<", "<=", ">", ">=")
        if word:
            return compared(word, node, self.sum())
        start, opening = self.at, self.take("[", "(")
        if opening:
            try:
                low = self.sum()
                if self.take(".."):
                    high = self.sum()
                    closing = self.take("]", ")")
                    return decided(compared(">=" if opening == "[" else ">", node, low),
                                   compared("<=" if closing == "]" else "<", node, high), False, False)
            except SyntaxError:
                pass
            self.at = start
        return compared("=", node, self.sum())

    def sum(self):
        node = self.product()
        while True:
            word = self.take("+", "-")
            if not word:
                return node
            node = added(word, node, self.product())

    def product(self):
        node = self.powers()
        while True:
            word = self.take("*", "/")
            if not word:
                return node
            other = self.powers()
            node = binary(operator.mul, node, other) if word == "*" else divided(node, other)

    def powers(self):
        node = self.factor()
        while self.take("**"):
            node = raised(node, self.factor())
        return node

    def factor(self):
        if self.take("-"):
            run, kind, _ = self.factor()

            def negative(env):
                value = run(env)
                return value if value.__class__ is Nothing else -value
            return negative, kind, nowhere
        return self.postfix()

    # --- operands

    def postfix(self):
        node = self.primary()
        while True:
            if self.take("["):
                node = self.filtered(node)
            elif self.take("."):
                node = self.member(node)
            else:
                return node

    def filtered(self, node):
        items, kind, where = node
        test = self.inside((None, kind[1]), self.expression)[0]
        self.expect("]")
        depth = len(self.scopes)

        def run(env):
            values = items(env)
            if values.__class__ is Nothing:
                return values
            held = list(each(env, depth, values, test))
            return first_nothing(held) or [value for value, one in zip(values, held) if one]
        return run, kind, where

    def member(self, node):
        run, kind, where = node
        name = self.tokens[self.at][1]
        self.at += 1
        if isinstance(kind, tuple):
            def column(env):
                values = run(env)
                return values if values.__class__ is Nothing else [value.get(name) for value in values]
            return column, ("list", self.kind_of(kind[1], name)), where

        def one(env):
            value = run(env)
            return value if value.__class__ is Nothing else value.get(name)
        return one, self.kind_of(kind, name), lambda env: f"{run(env).path}/{name}"

    def primary(self):
        kind, word = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            value = exact.decimal(word if word[0] != "." else "0" + word)
            return constant(div(value, 100) if self.take("%") else value, "number")
        if kind == "string":
            return constant(re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], word), "string")
        if kind == "op" and word == "(":
            node = self.expression()
            self.expect(")")
            return node
        if kind == "op" and word == "[":
            return self.listed()
        if kind == "name" and word in ("if", "some", "every"):
            self.at -= 1
            return self.expression()
        if kind == "name":
            return self.name(word)
        raise SyntaxError(f"{word} at {self.at}")

    def listed(self):
        nodes = []
        while not self.take("]"):
            nodes.append(self.expression())
            self.take(",")
        runs, kinds = [run for run, _, _ in nodes], [kind for _, kind, _ in nodes if kind != "null"]
        return (lambda env: [run(env) for run in runs]), ("list", (kinds or ["number"])[0]), nowhere

    def name(self, word):
        if word in ("true", "false"):
            return constant(word == "true", "boolean")
        if word == "null":
            return constant(Nothing(MISSING), "null")
        for n in range(3, -1, -1):
            following = self.tokens[self.at:self.at + n]
            longer = " ".join([word, *(name for _, name in following)])
            if len(following) == n and longer in FUNCTIONS and self.tokens[self.at + n] == ("op", "("):
                self.at += n + 1
                return self.call(longer)
        for depth in range(len(self.scopes) - 1, -1, -1):
            variable, kind = self.scopes[depth]
            if word == (variable or "item"):
                return (lambda env, depth=depth: env.scopes[depth]), kind, nowhere
            if variable is None and word in self.columns.get(kind, ()) and not self.peek("."):
                return ((lambda env, depth=depth: env.scopes[depth].get(word)), self.kind_of(kind, word),
                        lambda env, depth=depth: f"{env.scopes[depth].path}/{word}")
        return self.outer(word)

    def outer(self, word):
        """An amount, a measure, a table or a fact, with points in its name."""
        while self.peek(".") and self.tokens[self.at + 1][0] == "name":
            longer = word + "." + self.tokens[self.at + 1][1]
            if is_table(word.removeprefix("prior.")):
                break
            word, self.at = longer, self.at + 2
        if word.startswith("measure."):
            return self.figure_node(word, "number", own_reader(self.own[word]))
        if word.split(".", maxsplit=1)[0] not in OUTSIDE:
            return self.figure_node(word, self.types.get(word, "number"), fact_reader(word, self.types.get(word, "number")))
        prior, name = word.startswith("prior."), word.removeprefix("prior.")
        if is_table(name):
            return self.figure_node(word, ("list", name), table_reader(name, prior, self.columns.get(name, {})))
        if name == "assets.stocktake":
            return self.figure_node(word, "date", (stocktake, lambda _env: "/assets/stocktake"))
        return self.figure_node(word, "number", measure_reader(name, prior) if name in MEASURES
                                else amount_reader(AMOUNTS[name], prior))

    def kind_of(self, table, name):
        kind = self.columns[table][name]
        return "number" if kind == "money" else kind

    def figure_node(self, name, kind, readers):
        self.used.add(name)
        run, place = readers
        return run, kind, place

    # --- functions

    def call(self, name):
        self.functions.add(name)
        if name == "date":
            text = self.tokens[self.at][1]
            self.at += 1
            self.expect(")")
            return constant(date(text), "date")
        nodes = []
        while not self.take(")"):
            nodes.append(self.expression())
            self.take(",")
        if name in ("min", "max", "sum", "mean", "count"):
            return aggregated(name, nodes)
        runs = [run for run, _, _ in nodes]

        def run(env):
            values = [one(env) for one in runs]
            return first_nothing(values) or self.apply(name, values, nodes, env)
        return run, "boolean" if name == "not" else "number", nowhere

    @staticmethod
    def apply(name, values, nodes, env):
        if name == "not":
            return not values[0]
        if name == "abs":
            return abs(values[0])
        if name == "sqrt":
            if values[0] < 0:
                return Nothing(INVALID, nodes[0][2](env), "PE_ERROR_EXPRESSION_FUNCTION")
            return exact.root(values[0], 2)
        places_ = values[1] if len(values) > 1 else 0
        if places_.denominator != 1 or abs(places_) > 1000:
            return Nothing(INVALID, nodes[1][2](env), "PE_ERROR_EXPRESSION_FUNCTION")
        return exact.round_to(values[0], int(places_), ROUNDING.get(name, name))


# --- parts of closures --------------------------------------------------------------------------------------------


def constant(value, kind):
    return (lambda env: value), kind, nowhere


def each(env, depth, values, test):
    """A test of every element in turn."""
    for value in values:
        env.scopes.append(value)
        assert len(env.scopes) == depth + 1
        result = test(env)
        env.scopes.pop()
        yield result


def decided_by(results, decides):
    """Truths of which one may decide alone."""
    nothing = None
    for result in list(results):
        if result is decides:
            return decides
        if result.__class__ is Nothing:
            nothing = result if nothing is None else of_two(nothing, result)
    return (not decides) if nothing is None else nothing


def decided(left, right, decides, lazy=True):
    """The words and, or read their right side only where the left one does not decide; bounds are both read."""
    a, b = left[0], right[0]
    if not lazy:
        return (lambda env: decided_by((a(env), b(env)), decides)), "boolean", nowhere

    def run(env):
        left_is = a(env)
        return decides if left_is is decides else decided_by((left_is, b(env)), decides)
    return run, "boolean", nowhere


def compared(word, left, right):
    compare, a, b = COMPARE[word], left[0], right[0]
    if "null" in (left[1], right[1]):
        def asks(env):
            one, two = a(env), b(env)
            return compare(one.__class__ is Nothing, two.__class__ is Nothing)
        return asks, "boolean", nowhere

    def run(env):
        one, two = a(env), b(env)
        if one.__class__ is Nothing or two.__class__ is Nothing:
            return of_two(one, two)
        return compare(one, two)
    return run, "boolean", nowhere


def binary(operation, left, right):
    a, b = left[0], right[0]

    def run(env):
        one, two = a(env), b(env)
        if one.__class__ is Nothing or two.__class__ is Nothing:
            return of_two(one, two)
        return operation(one, two)
    return run, "number", nowhere


def added(word, left, right):
    if left[1] == "date" or right[1] == "date":
        return binary(lambda one, two: (one - two).days, left, right)
    return binary(operator.add if word == "+" else operator.sub, left, right)


def divided(left, right):
    """A quotient; a divisor of 0 is told at its own place."""

    def run(env):
        one, two = left[0](env), right[0](env)
        if one.__class__ is Nothing or two.__class__ is Nothing:
            return of_two(one, two)
        if two == 0:
            return Nothing(ZERO, right[2](env))
        return div(one, two)
    return run, "number", nowhere


def raised(left, right):
    def run(env):
        one, two = left[0](env), right[0](env)
        if one.__class__ is Nothing or two.__class__ is Nothing:
            return of_two(one, two)
        value = exact.power(one, two)
        if value == "zero":
            return Nothing(ZERO, left[2](env))
        if value == "invalid":
            return Nothing(INVALID, left[2](env), "PE_ERROR_EXPRESSION_FUNCTION")
        return value
    return run, "number", nowhere


def aggregated(name, nodes):
    kind = nodes[0][1]
    single = len(nodes) == 1 and isinstance(kind, tuple)
    runs = [run for run, _, _ in nodes]

    def run(env):
        values = runs[0](env) if single else [one(env) for one in runs]
        if values.__class__ is Nothing:
            return values
        if name == "count":
            return len(values)
        nothing = first_nothing(values)
        if nothing is not None:
            return nothing
        if not values and name != "sum":
            return Nothing(ZERO if name == "mean" else MISSING)
        if name == "mean":
            return div(sum(values), len(values))
        return {"min": min, "max": max, "sum": sum}[name](values)
    result = "number" if name in ("sum", "mean", "count") else (kind[1] if single else kind)
    return run, "number" if result == "null" else result, nowhere


def is_table(name):
    return name in COLUMNS or re.fullmatch(r"register\.\w+", name) is not None


def registers_of(types):
    """The columns of registers that a rule declares."""
    found = {}
    for name, kind in types.items():
        if name.startswith("register."):
            table, _, column = name.rpartition(".")
            found.setdefault(table, {})[column] = kind
    return found


# --- figures ------------------------------------------------------------------------------------------------------


def fact_reader(name, kind):
    def run(env):
        found = env.facts.get(name)
        if env.first is None:
            env.first = f"{env.path}/{name}" if found is None else found.path
        if found is None:
            return Nothing(MISSING, f"{env.path}/{name}")
        if found.state == VALUE:
            if (kind == "boolean") == (found.dimension == "truth") and kind in ("number", "boolean"):
                return bool(found.value) if kind == "boolean" else found.value
            return Nothing(INVALID, found.path, "PE_ERROR_EXPRESSION_TYPE")
        if found.state != TEXT or kind == "number":
            return Nothing(found.state, found.path)
        if kind == "string":
            return found.text
        if kind == "date":
            try:
                if re.fullmatch(r"\d{4}-\d\d-\d\d", found.text):
                    return date(found.text)
            except ValueError:
                pass
        return Nothing(INVALID, found.path, "PE_ERROR_EXPRESSION_TYPE")

    def place(env):
        found = env.facts.get(name)
        return f"{env.path}/{name}" if found is None else found.path
    return run, place


def value_of(found):
    return found.value if found.state == VALUE else Nothing(found.state, found.path)


def amount_reader(name, prior):
    def get(env):
        found = (env.records.prior if prior else env.records).amount(name)
        if env.first is None:
            env.first = found.own
        return found

    def run(env):
        found = get(env)
        return found.value if found.state == VALUE else Nothing(found.state, found.own)
    return run, (lambda env: get(env).own)


def measure_reader(name, prior):
    known = MEASURES[name]

    def run(env):
        records = env.records.prior if prior else env.records
        if prior and not records.dossier:
            env.first = env.first or "/prior"
            return Nothing(MISSING, "/prior")
        try:
            if env.first is None:
                env.first = known.place(records)
            return known.value(records)
        except NoValue as without:
            return Nothing(without.state, without.path)
        except Refused as refused:  # the calendar is not there, or too short; or a sum that no decimal holds
            path = refused.path or records.path
            env.first = env.first or path
            return Nothing(INVALID, path, refused.code)

    def place(env):
        return known.parts(env.records.prior if prior else env.records)[1].path
    return run, place


def own_reader(measure):
    """A measure of the rulebook; its place is that of the first figure that it is made of."""
    return (lambda env: measure.derive(env)[0]), (lambda env: measure.derive(env)[1])


class Row:
    """A row of a table."""

    def __init__(self, written, path, unit, kinds):
        self.written, self.path, self.unit, self.kinds, self.kept = written, path, unit, kinds, {}

    def get(self, name):
        if name not in self.kept:
            self.kept[name] = self.read(name, self.kinds[name])
        return self.kept[name]

    def read(self, name, kind):
        written, path = self.written.get(name), f"{self.path}/{name}"
        if kind == "date":
            return date(written) if written else Nothing(MISSING, path)
        if kind in ("money", "number"):
            return value_of(figure(written, path, self.unit if kind == "money" else ""))
        if kind == "boolean":
            return written is True
        return written if written and written.strip(BLANKS) else Nothing(MISSING, path)  # docs/formula.md: a blank text is missing


class RegisterRow(Row):
    """A row of a register, whose columns are those that it has."""

    def __init__(self, written, path, columns_there, kinds):
        super().__init__(written, path, "", kinds)
        self.columns = columns_there

    def read(self, name, kind):
        column, path = self.columns.get(name), f"{self.path}/{name}"
        if column is None or column["type"] != kind:
            return Nothing(INVALID, path, "PE_ERROR_EXPRESSION_TYPE")
        found = figure(self.written.get(name), path, column.get("unit") or "")
        if kind in ("string", "date") and found.state != NOT_APPLICABLE:
            return super().read(name, kind)
        return bool(found.value) if found.state == VALUE and kind == "boolean" else value_of(found)


def table_reader(name, prior, kinds):
    def run(env):
        records = env.records.prior if prior else env.records
        if env.first is None:
            env.first = place(env)
        if name.startswith("register."):
            return register_rows(records, name.partition(".")[2], kinds, place(env))
        rows = records.kept.get(name)
        if rows is None:
            rows = records.kept[name] = rows_of(records, name, kinds)
        return rows or Nothing(MISSING, place(env))

    def place(_env):
        where = "/registers/" + name.partition(".")[2] if name.startswith("register.") else "/" + name.replace(".", "/")
        return ("/prior" if prior else "") + where
    return run, place





def rows_of(records, name, kinds):
    """The records of a table that every dossier may have."""
    if name == "budget.lines":
        return [Row(line.written, line.path, records.budget_unit, kinds) for line in records.lines]
    if name == "budget.three_public":  # docs/formula.md: in the order of docs/records.md, however they are written
        return [Row({**records.three_public[item], "item": item}, f"{records.path}/budget/three_public/{item}",
                    records.budget_unit, kinds) for item in THREE_PUBLIC_ITEMS if item in records.three_public]
    return [Row(row.written, row.path, row.unit, kinds) for row in records.table(name)]


def register_rows(records, name, kinds, place):
    """The rows of a register; one that is not there is missing, one without rows says so."""
    found = (records.dossier.get("registers") or {}).get(name)
    if found is None:
        return Nothing(MISSING, place)
    there = {one["id"]: one for one in found["columns"]}
    return [RegisterRow(row, f"{place}/rows/{index}", there, kinds) for index, row in enumerate(found.get("rows") or ())]


def stocktake(env):
    day = env.records.assets.get("stocktake")
    env.first = env.first or "/assets/stocktake"
    return date(day) if day else Nothing(MISSING, "/assets/stocktake")


def compile_inner(text, types, used, functions, own):
    """The closure of a formula that stands in others."""
    parser = Parser(text, types, used, own)
    run, _, _ = parser.whole()
    if functions is not None:
        functions |= parser.functions
    return run


def compile_formula(text, types=None, used=None, functions=None, own=None):
    """(closure, type) of a formula; collects the names and the functions that it uses."""
    parser = Parser(text, types, used, own)
    run, kind, _ = parser.whole()
    if functions is not None:
        functions |= parser.functions

    def placed(env):
        env.first = None
        value = run(env)
        if value.__class__ is Nothing and value.path is None:
            return Nothing(value.state, env.first, value.code)
        return value
    return placed, kind
