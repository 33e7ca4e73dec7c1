# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Every structure, constant and function of the C libraries, for ctypes. Written by scripts/refresh-abi.py from the public headers.

Names are those of the headers, where their documentation stands. A handle is a c_void_p, in an argument one of its own kind; a structure is a
class, a nullable pointer None.
"""
from __future__ import annotations

import ctypes as c
from typing import Any, Dict, Tuple

P = c.POINTER
Functions = Dict[str, Tuple[Any, Tuple[Any, ...]]]

VERSION_NODE = "PERFEVAL_0_1"
OFFICE_VERSION_NODE = "PERFEVAL_OFFICE_0_1"
# Nothing lies below: a smaller number is an index or a year that somebody mistook for a handle.
FIRST_ADDRESS = 4096


class Handle(c.c_void_p):
    """A handle in an argument. ctypes would take a str for one, or a handle of another kind, and the library would read what is not there."""

    @classmethod
    def from_param(cls, value: Any) -> Any:
        """Takes None, a c_void_p that says no kind, an address, and what is of this kind or has it as its _as_parameter_."""
        if value is None or type(value) is c.c_void_p:
            return value
        if isinstance(value, int) and value >= FIRST_ADDRESS:
            return c.c_void_p(value)
        given = getattr(value, "_as_parameter_", value)
        if not isinstance(given, cls):
            name = cls.__name__[3:].title().replace("_", "")
            raise TypeError(f"{'an' if name[0] in 'AEIO' else 'a'} {name} is needed, not {type(value).__name__}: {value!r}")
        return given


# adjustment.h
PE_ADJUSTMENT_DEDUCTION = 1
PE_ADJUSTMENT_BONUS = 2

# adjustment_rule.h
PE_OVER_FLAG = 1
PE_OVER_REASON = 2
PE_OVER_REDUCE = 3
PE_OVER_NO_REASON_FLAG = 1
PE_OVER_NO_REASON_ZERO = 2
PE_OVER_NO_REASON_ERROR = 3
PE_VETO_ZERO = 1
PE_VETO_CEILING = 2

# asset.h
PE_ASSET_BUILDINGS = 1
PE_ASSET_EQUIPMENT = 2
PE_ASSET_VEHICLES = 3
PE_ASSET_FURNITURE = 4
PE_ASSET_BOOKS = 5
PE_ASSET_INTANGIBLE = 6
PE_ASSET_OTHER = 7
PE_ASSET_IN_USE = 1
PE_ASSET_IDLE = 2
PE_ASSET_LET = 3
PE_ASSET_AWAITING_DISPOSAL = 4

# audit.h
PE_SLIP_DIGIT = 1
PE_SLIP_SWAPPED = 2
PE_SLIP_POWER = 3
PE_SLIP_LOST = 4
PE_SLIP_ADDED = 5
PE_SLIP_SIGN = 6

# batch.h
PE_BATCH_INT64 = 1
PE_BATCH_INT32 = 2
PE_BATCH_INT16 = 3
PE_BATCH_INT8 = 4
PE_BATCH_BITS = 5

# batch_csv.h
PE_BATCH_TOTALS = 1
PE_BATCH_NODES = 2

# batch_plan.h
PE_BATCH_LEVEL_INTEGER = 1
PE_BATCH_LEVEL_BASELINE = 2
PE_BATCH_LEVEL_V3 = 3
PE_BATCH_LEVEL_V4 = 4
PE_BATCH_RECORDS_REFUSE = 1
PE_BATCH_RECORDS_POINTS = 2
PE_BATCH_INPUT_FACT = 1
PE_BATCH_INPUT_AMOUNT = 2
PE_BATCH_INPUT_POINTS = 3
PE_BATCH_INPUT_DEDUCTION = 4
PE_BATCH_INPUT_BONUS = 5
PE_BATCH_INPUT_VETO = 6
PE_BATCH_INPUT_REASON = 7
PE_BATCH_INPUT_NUMBER = 1
PE_BATCH_INPUT_TRUTH = 2
PE_BATCH_INPUT_TEXT = 3

# budget.h
PE_BUDGET_TOTAL = 1
PE_BUDGET_BASIC = 2
PE_BUDGET_BASIC_PERSONNEL = 3
PE_BUDGET_BASIC_PUBLIC = 4
PE_BUDGET_PROJECT = 5
PE_BUDGET_OTHER = 6
PE_FUNDING_APPROPRIATION = 1
PE_FUNDING_CARRIED_OVER = 2
PE_FUNDING_SPECIAL = 3
PE_FUNDING_OWN = 4
PE_FUNDING_OTHER = 5
PE_AMOUNT_INITIAL = 1
PE_AMOUNT_ADJUSTED = 2
PE_AMOUNT_EXECUTED = 3
PE_AMOUNT_CARRIED_IN = 4
PE_AMOUNT_ADDED = 5
PE_AMOUNT_CARRY_OVER = 6
PE_AMOUNT_SURPLUS = 7
PE_THREE_PUBLIC_TOTAL = 1
PE_THREE_PUBLIC_ABROAD = 2
PE_THREE_PUBLIC_VEHICLES = 3
PE_THREE_PUBLIC_PURCHASE = 4
PE_THREE_PUBLIC_RUNNING = 5
PE_THREE_PUBLIC_RECEPTION = 6

# claim.h
PE_CLAIM_AMOUNT = 1
PE_CLAIM_COUNT = 2
PE_CLAIM_RATE = 3
PE_CLAIM_SCORE = 4
PE_CLAIM_MARKS = 5
PE_CLAIM_TARGET = 6
PE_CLAIM_YEAR = 7
PE_CLAIM_FIXED = 8
PE_CLAIM_WORD = 9
PE_COMPARE_AT_LEAST = 1
PE_COMPARE_AT_MOST = 2
PE_COMPARE_EQUAL = 3
PE_COMPARE_BELOW = 4
PE_COMPARE_ABOVE = 5

# csv.h
PE_LINE_END_CRLF = 1
PE_LINE_END_LF = 2
PE_LINE_END_CR = 3

# decimal.h
PE_ROUND_HALF_UP = 1
PE_ROUND_HALF_EVEN = 2
PE_ROUND_HALF_DOWN = 3
PE_ROUND_DOWN = 4
PE_ROUND_UP = 5
PE_ROUND_FLOOR = 6
PE_ROUND_CEILING = 7
PE_DECIMAL_PRINT_SIZE = 24

# digest.h
PE_DIGEST_SIZE = 32
PE_DIGEST_HEX_SIZE = 65

# dossier.h
PE_KIND_DEPARTMENT = 1
PE_KIND_PROJECT = 2
PE_KIND_POLICY = 3

# encoding.h
PE_ENCODING_UTF8 = 1
PE_ENCODING_GB18030 = 2
PE_ENCODING_GBK = 3
PE_ENCODING_UTF16_LE = 4
PE_ENCODING_UTF16_BE = 5

# evaluation.h
PE_NODE_TOTAL = 1
PE_NODE_GROUP = 2
PE_NODE_LEAF = 3
PE_NODE_ROW = 4
PE_ORIGIN_SUM = 1
PE_ORIGIN_COMPUTED = 2
PE_ORIGIN_DECLARED = 3
PE_ORIGIN_POLICY = 4
PE_ORIGIN_DROPPED = 5
PE_ORIGIN_WEIGHTED = 6
PE_POINTS_FULL_MARKS = 1
PE_POINTS_SCORE = 2
PE_POINTS_UNROUNDED = 3
PE_POINTS_LOST = 4
PE_POINTS_UNADJUSTED = 5

# facts.h
PE_NATURE_QUANTITATIVE = 1
PE_NATURE_QUALITATIVE = 2
PE_SIGN_AT_LEAST = 1
PE_SIGN_AT_MOST = 2
PE_SIGN_EQUAL = 3
PE_SIGN_LESS = 4
PE_SIGN_GREATER = 5
PE_SIGN_QUALITATIVE = 6
PE_SCORER_SELF = 1
PE_SCORER_DEPARTMENT = 2
PE_SCORER_FINANCE = 3
PE_SCORER_EXTERNAL = 4

# figure.h
PE_STATE_MISSING = 0
PE_STATE_VALUE = 1
PE_STATE_NOT_APPLICABLE = 2
PE_STATE_TEXT = 3
PE_STATE_ZERO_DENOMINATOR = 4
PE_STATE_INVALID = 5
PE_UNIT_NONE = 0
PE_UNIT_YUAN = 1
PE_UNIT_WAN_YUAN = 2
PE_UNIT_YI_YUAN = 3
PE_UNIT_PERCENT = 10
PE_UNIT_PERMILLE = 11
PE_UNIT_PERCENTAGE_POINT = 12
PE_UNIT_COUNT = 20
PE_UNIT_DAY = 21
PE_UNIT_POINT = 22
PE_UNIT_TRUTH = 30
PE_UNIT_OTHER = 99

# finding.h
PE_SEVERITY_NOTE = 1
PE_SEVERITY_WARNING = 2
PE_SEVERITY_ERROR = 3

# lamp.h
PE_LAMP_RED = 1
PE_LAMP_YELLOW = 2
PE_LAMP_GREEN = 3
PE_LAMP_BLUE = 4
PE_LAMP_FOR_TARGET = 1
PE_LAMP_FOR_BUDGET = 2
PE_LAMP_FOR_INVERSE = 3

# ledger.h
PE_ENTRY_LEAF = 1
PE_ENTRY_ADJUST = 2
PE_ENTRY_RESCALE = 3
PE_ENTRY_ROUNDING = 4
PE_CAUSE_OVER_ACHIEVEMENT = 1
PE_CAUSE_CAP = 2
PE_CAUSE_DEDUCTION = 3
PE_CAUSE_BONUS = 4
PE_CAUSE_VETO = 5

# measure.h
PE_MEASURE_RATE = 1
PE_MEASURE_AMOUNT = 2
PE_DAYS_CALENDAR = 1
PE_DAYS_WORKING = 2

# procurement.h
PE_METHOD_OPEN_TENDER = 1
PE_METHOD_INVITED_TENDER = 2
PE_METHOD_NEGOTIATION = 3
PE_METHOD_CONSULTATION = 4
PE_METHOD_SINGLE_SOURCE = 5
PE_METHOD_INQUIRY = 6
PE_METHOD_FRAMEWORK = 7
PE_METHOD_OTHER = 8
PE_PROCUREMENT_GOODS = 1
PE_PROCUREMENT_WORKS = 2
PE_PROCUREMENT_SERVICES = 3
PE_SUPPLIER_MICRO = 1
PE_SUPPLIER_SMALL = 2
PE_SUPPLIER_MEDIUM = 3
PE_SUPPLIER_LARGE = 4
PE_RESERVE_WHOLE = 1
PE_RESERVE_LOT = 2
PE_RESERVE_CONSORTIUM = 3
PE_RESERVE_SUBCONTRACT = 4
PE_PROCUREMENT_BUDGET = 1
PE_PROCUREMENT_RESERVED_FOR_SME = 2
PE_PROCUREMENT_CONTRACTS = 3
PE_PROCUREMENT_SME_CONTRACTS = 4

# prose.h
PE_PROSE_PARTS = 1
PE_PROSE_TOTAL = 2
PE_PROSE_SUM = 3
PE_PROSE_SHARE = 4
PE_PROSE_RISE = 5
PE_PROSE_FALL = 6
PE_PROSE_COMPARED = 7
PE_PROSE_FORMER = 8
PE_PROSE_RATE = 9
PE_PROSE_EXECUTION = 10
PE_PROSE_SAVE_RATE = 11
PE_PROSE_SAVED = 12
PE_PROSE_LEFT = 13
PE_PROSE_PLANNED = 14
PE_PROSE_SPENT = 15
PE_PROSE_RECEIVED = 16
PE_PROSE_TARGET = 17
PE_PROSE_REACHED = 18
PE_PROSE_FULL = 19
PE_PROSE_SCORE = 20
PE_PROSE_LOST = 21
PE_PROSE_GRADE = 22
PE_PROSE_EACH = 23
PE_PROSE_NOTHING = 24
PE_PROSE_SENTENCE = 1
PE_PROSE_PARAGRAPH = 2
PE_PROSE_TEXT = 3
PE_PROSE_PATTERN_OPERANDS = 8

# record_kind.h
PE_RECORD_BUDGET_LINE = 1
PE_RECORD_THREE_PUBLIC = 2
PE_RECORD_PROCUREMENT = 3
PE_RECORD_PAYMENT = 4
PE_RECORD_ASSET = 5
PE_COLUMN_TEXT = 1
PE_COLUMN_MONEY = 2
PE_COLUMN_COUNT = 3
PE_COLUMN_DATE = 4
PE_COLUMN_WORD = 5
PE_COLUMN_TRUTH = 6
PE_COLUMN_NUMBER = 7

# relation.h
PE_RELATION_SUM = 1
PE_RELATION_DIFFERENCE = 2
PE_RELATION_RATE = 3
PE_RELATION_SHARE = 4
PE_RELATION_GROWTH = 5
PE_RELATION_COMPLETION = 6
PE_RELATION_PRODUCT = 7
PE_RELATION_RULE_SCORE = 8
PE_RELATION_EXECUTION_SCORE = 9
PE_RELATION_SCORE_SUM = 10
PE_RELATION_DEDUCTION = 11
PE_RELATION_MARKS = 12
PE_RELATION_GRADE = 13
PE_RELATION_BOUND = 14
PE_RELATION_SAME_QUANTITY = 15
PE_RELATION_COUNT = 16
PE_RELATION_CONVERSION = 17
PE_RELATION_COUNTERPART = 18
PE_FORM_PLAIN = 0
PE_FORM_SIGNED = 1
PE_FORM_PARTIAL = 2
PE_FORM_OVER_SUM = 11
PE_FORM_PARTS_OVER = 12
PE_FORM_DIVIDED = 13
PE_FORM_MEETS_MIN = 14
PE_FORM_MEETS_MAX = 15
PE_FORM_OVER_DIFFERENCE = 16
PE_FORM_NEW_OLD = 21
PE_FORM_DOWN_NEW_OLD = 22
PE_FORM_NEW_CHANGE = 23
PE_FORM_DOWN_NEW_CHANGE = 24
PE_FORM_IMPLIED_BASE = 25
PE_FORM_DOWN_IMPLIED_BASE = 26
PE_FORM_LIST = 31
PE_FORM_FIRST_PLUS_ITEMS = 32
PE_NO_CLAIM = 4294967295

# review.h
PE_REVIEW_CLEAR = 1
PE_REVIEW_FOUND = 2
PE_REVIEW_NOT_APPLICABLE = 3
PE_REVIEW_OFF = 4
PE_REVIEW_NOT_COMPUTED = 5

# review_check.h
PE_REVIEW_BASIS_WORKING = 1
PE_REVIEW_BASIS_DEFECT = 2
PE_REVIEW_BASIS_DERIVED = 3
PE_REVIEW_BASIS_DOCUMENT = 4
PE_REVIEW_BASIS_MEMORY = 5

# rollup.h
PE_ROLLUP_TOTALS_FIRST = 1
PE_ROLLUP_SCORES_FIRST = 2
PE_WEIGHTING_BY_FUNDS = 1
PE_WEIGHTING_BY_POINTS = 2

# rounding_contract.h
PE_RANK_ON_ROUNDED = 1
PE_RANK_ON_EXACT = 2

# rule.h
PE_POLICY_ERROR = 1
PE_POLICY_FULL = 2
PE_POLICY_ZERO = 3
PE_POLICY_DROP = 4
PE_END_CLOSED = 1
PE_END_OPEN = 2
PE_END_UNBOUNDED = 3
PE_FACT_NUMBER = 1
PE_FACT_STRING = 2
PE_FACT_BOOLEAN = 3
PE_FACT_DATE = 4

# rule_argument.h
PE_ARGUMENT_MEASURE = 1
PE_ARGUMENT_FACT = 2
PE_ARGUMENT_FIGURE = 3
PE_ARGUMENT_FORMULA = 4

# rulebook.h
PE_RULEBOOK_OFFICIAL = 1
PE_RULEBOOK_RECONSTRUCTED = 2
PE_RULEBOOK_SAMPLE = 3
PE_DECLARED_NEVER = 1
PE_DECLARED_IF_FACTS_MISSING = 2
PE_DECLARED_ONLY = 3

# rulebook_comparison.h
PE_CHANGE_ADDED = 1
PE_CHANGE_REMOVED = 2
PE_CHANGE_CHANGED = 3
PE_ASPECT_HEAD = 1
PE_ASPECT_ROUNDING = 2
PE_ASPECT_POLICY = 3
PE_ASPECT_GRADE = 4
PE_ASPECT_SOURCE = 5
PE_ASPECT_ASSUMPTION = 6
PE_ASPECT_INDICATOR = 7
PE_ASPECT_MARKS = 8
PE_ASPECT_NAME = 9
PE_ASPECT_TEXT = 10
PE_ASPECT_RULE = 11
PE_ASPECT_PARAMETER = 12
PE_ASPECT_CASE = 13
PE_ASPECT_ADJUSTMENT = 14
PE_ASPECT_MEASURE = 15
PE_ASPECT_REVIEW = 16

# shape.h
PE_PARAMETER_ARGUMENT = 1
PE_PARAMETER_NUMBER = 2
PE_PARAMETER_WORD = 3
PE_PARAMETER_STEPS = 4
PE_PARAMETER_ITEMS = 5
PE_PARAMETER_BANDS = 6
PE_PARAMETER_RULES = 7
PE_PARAMETER_POINTS = 8
PE_PARAMETER_MILESTONES = 9
PE_PARAMETER_ALTERNATIVES = 10
PE_PARAMETER_INPUTS = 11
PE_PARAMETER_DECISIONS = 12
PE_PARAMETER_PRIORITY = 13

# status.h
PE_OK = 0
PE_ERROR_INVALID_ARGUMENT = 101
PE_ERROR_UNSUPPORTED = 102
PE_ERROR_NOT_FOUND = 103
PE_ERROR_NO_MEMORY = 201
PE_ERROR_LIMIT = 202
PE_ERROR_LIMIT_BYTES = 203
PE_ERROR_LIMIT_DEPTH = 204
PE_ERROR_LIMIT_DIGITS = 205
PE_ERROR_LIMIT_ITEMS = 206
PE_ERROR_LIMIT_TEXT = 207
PE_ERROR_FILE = 208
PE_ERROR_OVERFLOW = 301
PE_ERROR_DIVIDE_BY_ZERO = 302
PE_ERROR_INVALID_UTF8 = 401
PE_ERROR_NUMBER_SYNTAX = 402
PE_ERROR_NUMBER_EXPONENT = 403
PE_ERROR_THOUSANDS_SEPARATOR = 404
PE_ERROR_DATE_SYNTAX = 405
PE_ERROR_DATE_RANGE = 406
PE_ERROR_CALENDAR_RANGE = 407
PE_ERROR_TEXT_EMPTY = 408
PE_ERROR_UNIT_UNKNOWN = 501
PE_ERROR_UNIT_MISMATCH = 502
PE_ERROR_UNIT_CONFLICT = 503
PE_ERROR_JSON_SYNTAX = 601
PE_ERROR_JSON_TRUNCATED = 602
PE_ERROR_JSON_DUPLICATE_KEY = 603
PE_ERROR_JSON_NUL = 604
PE_ERROR_ENCODING_TRUNCATED = 611
PE_ERROR_ENCODING_INVALID = 612
PE_ERROR_ENCODING_UNREPRESENTABLE = 613
PE_ERROR_CSV_QUOTE = 621
PE_ERROR_CSV_NUL = 622
PE_ERROR_ZIP_DAMAGED = 631
PE_ERROR_ZIP_CHECKSUM = 632
PE_ERROR_ZIP_NAME = 633
PE_ERROR_ZIP_ENCRYPTED = 634
PE_ERROR_ZIP_RATIO = 635
PE_ERROR_XML_SYNTAX = 641
PE_ERROR_XML_DOCTYPE = 642
PE_ERROR_XLSX_ENCRYPTED = 651
PE_ERROR_XLSX_PART = 652
PE_ERROR_XLSX_CELL = 653
PE_ERROR_OCDS = 661
PE_ERROR_PROVIDER = 690
PE_ERROR_FORMAT_UNKNOWN = 701
PE_ERROR_MEMBER_UNKNOWN = 702
PE_ERROR_MEMBER_MISSING = 703
PE_ERROR_MEMBER_TYPE = 704
PE_ERROR_VALUE_UNKNOWN = 705
PE_ERROR_CODE_DUPLICATE = 706
PE_ERROR_REFERENCE_UNKNOWN = 707
PE_ERROR_CODE_SYNTAX = 708
PE_ERROR_TABLE_MISSING = 711
PE_ERROR_TABLE_DUPLICATE = 712
PE_ERROR_COLUMN_MISSING = 713
PE_ERROR_COLUMN_DUPLICATE = 714
PE_ERROR_CELL_UNNAMED = 715
PE_ERROR_CELL_VALUE = 716
PE_ERROR_LEVEL = 717
PE_ERROR_TOTAL_MISMATCH = 718
PE_ERROR_TOTAL_ZERO = 719
PE_ERROR_TOTAL_UNIT = 720
PE_ERROR_UNIT_MIXED = 721
PE_ERROR_SUM_MISMATCH = 801
PE_ERROR_NEGATIVE_AMOUNT = 802
PE_ERROR_CATEGORY_CONFLICT = 803
PE_ERROR_DATE_ORDER = 804
PE_ERROR_STATE_CONFLICT = 805
PE_ERROR_MEASURE_NOT_STREAMED = 807
PE_ERROR_MARKS_MISMATCH = 901
PE_ERROR_MEASURE_UNKNOWN = 902
PE_ERROR_SHAPE_UNKNOWN = 903
PE_ERROR_PARAMETER_MISSING = 904
PE_ERROR_PARAMETER_RANGE = 905
PE_ERROR_PARAMETER_UNKNOWN = 906
PE_ERROR_STEPS_GAP = 907
PE_ERROR_STEPS_OVERLAP = 908
PE_ERROR_GRADE_ORDER = 909
PE_ERROR_POLICY_MISSING = 910
PE_ERROR_TREE = 911
PE_ERROR_EXPRESSION_SYNTAX = 912
PE_ERROR_EXPRESSION_NAME = 913
PE_ERROR_EXPRESSION_TYPE = 914
PE_ERROR_EXPRESSION_FUNCTION = 915
PE_ERROR_TABLE_GAP = 916
PE_ERROR_TABLE_OVERLAP = 917
PE_ERROR_CASE_EXPECTATION = 931
PE_ERROR_CASE_FAILED = 932
PE_ERROR_EDITION_OVERLAP = 933
PE_ERROR_RULEBOOK_AMBIGUOUS = 934
PE_ERROR_FIGURE_MISSING = 1001
PE_ERROR_FIGURE_TEXT = 1002
PE_ERROR_NOT_APPLICABLE = 1003
PE_ERROR_ZERO_DENOMINATOR = 1004
PE_ERROR_SCORE_MISSING = 1005
PE_ERROR_SCORE_ABOVE_MARKS = 1006
PE_ERROR_SCORE_NEGATIVE = 1007
PE_ERROR_SCORE_OUTSIDE_BAND = 1008
PE_ERROR_GRADE_UNKNOWN = 1009
PE_ERROR_CALENDAR_MISSING = 1010
PE_ERROR_FISCAL_YEAR = 1011
PE_ERROR_SLOT_EMPTY = 1012
PE_ERROR_SLOT_ROWS = 1013
PE_ERROR_COUNT_INVALID = 1014
PE_ERROR_NOTHING_APPLICABLE = 1015
PE_ERROR_ADJUSTMENT_REFUSED = 1016
PE_ERROR_REASON_MISSING = 1017
PE_ERROR_RULEBOOK_DIFFERS = 1018
PE_ERROR_MERGE_CONFLICT = 1019
PE_ERROR_WEIGHTS_ZERO = 1020
PE_ERROR_MEAN_UNROUNDED = 1021
PE_ERROR_RELATION_KIND = 1101
PE_ERROR_RELATION_OPERANDS = 1102
PE_ERROR_RELATION_PARAMETER = 1103
PE_ERROR_REVIEW_SETTING = 1150
PE_ERROR_BATCH_LEAF = 1201
PE_ERROR_BATCH_LEVEL = 1202
PE_ERROR_BATCH_COLUMN_MISSING = 1203
PE_ERROR_CANCELLED = 1204
PE_ERROR_BATCH_NO_SCALE = 1205
PE_ERROR_SUMMARY_FORMAT = 1206
PE_ERROR_BATCH_SCALE = 1207
PE_ERROR_BATCH_COLUMN_INVALID = 1208
PE_ERROR_BATCH_ARROW = 1211
PE_ERROR_BATCH_ARROW_TYPE = 1212
PE_ERROR_BATCH_HEADER = 1221
PE_ERROR_BATCH_CELLS = 1222
PE_WARNING_ABOVE_BUDGET = 2001
PE_WARNING_DECLARED_DIFFERS = 2002
PE_WARNING_DECLARED_UNUSED = 2003
PE_WARNING_FACT_UNUSED = 2004
PE_WARNING_STATE_POLICY = 2005
PE_WARNING_OVER_ACHIEVED = 2006
PE_WARNING_REASON_MISSING = 2007
PE_WARNING_RULEBOOK_STATUS = 2008
PE_WARNING_TEXT_MISSING = 2009
PE_WARNING_NOT_EQUAL = 2010
PE_WARNING_VETO = 2011
PE_WARNING_MARKS_ROUNDED = 2012
PE_WARNING_SOURCE_MISSING = 2021
PE_WARNING_MEASURE_UNUSED = 2022
PE_WARNING_BANDS_GAP = 2023
PE_WARNING_BANDS_OVERLAP = 2024
PE_WARNING_BAND_UNREACHABLE = 2025
PE_WARNING_GRADE_UNREACHABLE = 2026
PE_WARNING_MARKS_UNREACHABLE = 2027
PE_WARNING_SHAPE_SUPERSEDED = 2028
PE_WARNING_CASES_MISSING = 2029
PE_WARNING_MEASURE_IDLE = 2030
PE_WARNING_TABLE_UNUSED = 2050
PE_WARNING_COLUMN_UNUSED = 2051
PE_WARNING_FORMULA_CACHED = 2052
PE_WARNING_HIDDEN = 2053
PE_WARNING_NOT_WRITTEN = 2054
PE_WARNING_FIGURE_CONTRADICTED = 2101
PE_WARNING_FIGURE_UPSTREAM = 2102
PE_WARNING_FIGURE_MALFORMED = 2103
PE_WARNING_REVIEW_MARKS = 2150
PE_WARNING_REVIEW_MARKS_ZERO = 2151
PE_WARNING_REVIEW_SCORE_RANGE = 2152
PE_WARNING_REVIEW_SCORE_DIFFERS = 2153
PE_WARNING_REVIEW_NO_REASON = 2154
PE_WARNING_REVIEW_FULL_THOUGH_MISSED = 2155
PE_WARNING_REVIEW_NO_EVIDENCE = 2156
PE_WARNING_REVIEW_NOT_NUMERIC = 2157
PE_WARNING_REVIEW_OVER_ACHIEVED = 2158
PE_WARNING_REVIEW_OUTRUNS = 2159
PE_WARNING_REVIEW_UNSPENT = 2160
PE_WARNING_REVIEW_NO_BUDGET = 2161
PE_WARNING_REVIEW_LOW_EXECUTION = 2162
PE_WARNING_REVIEW_OVERSPENT = 2163
PE_WARNING_REVIEW_LINES = 2164
PE_WARNING_REVIEW_TOTAL = 2165
PE_WARNING_REVIEW_GRADE = 2166
PE_WARNING_REVIEW_TARGET_CHANGED = 2167
PE_WARNING_REVIEW_PROCUREMENT = 2168
PE_WARNING_REVIEW_TEXT_DIFFERS = 2169
PE_WARNING_REVIEW_ASSETS = 2170
PE_NOTE_DECLARED = 3001
PE_NOTE_NOT_ITEMISED = 3002
PE_NOTE_FINDINGS_CUT = 3003
PE_NOTE_EMPTY_SLOT = 3004
PE_NOTE_WITHDRAWN = 3005
PE_NOTE_ADJUSTMENT_UNUSED = 3006
PE_NOTE_NOT_MERGED = 3007
PE_NOTE_MEAN_ROUNDED = 3008
PE_NOTE_ASSET_DIFFERENCE = 3020
PE_NOTE_ENCODING = 3030
PE_NOTE_NOT_TAKEN = 3031
PE_NOTE_ROUNDING_MODE = 3101
PE_NOTE_ROUNDING_OPERANDS = 3102
PE_NOTE_ROUNDING_PLACES = 3103
PE_NOTE_ROUNDING_MIXED = 3104
PE_NOTE_NOT_LISTED = 3105
PE_NOTE_TWO_NAMES = 3106
PE_NOTE_TARGET_EXCEEDED = 3107
PE_NOTE_FULL_SCORE = 3108
PE_NOTE_RELATION_DOUBTFUL = 3109
PE_NOTE_NOT_COMPUTED = 3110
PE_NOTE_REVIEW_REASON_UNNEEDED = 3150
PE_NOTE_REVIEW_EXCEEDED = 3151
PE_NOTE_REVIEW_NOT_ITEMISED = 3152
PE_NOTE_REVIEW_CONCENTRATED = 3153
PE_NOTE_REVIEW_SME_SHARE = 3154
PE_NOTE_BATCH_EXACT = 3221
PE_NOTE_BATCH_CARRIED = 3231
PE_NOTE_BATCH_UNUSED = 3232

# table_kind.h
PE_TABLE_PAIRS = 1
PE_TABLE_RECORDS = 2
PE_TABLE_TREE = 3
PE_TABLE_GROUPS = 4
PE_TABLE_FIGURE = 21
PE_TABLE_POINTS = 22
PE_TABLE_LEVEL = 23
PE_TABLE_YEAR = 24
PE_TABLE_CODE = 25

# tables.h
PE_CELL_TEXT = 1
PE_CELL_NUMBER = 2
PE_CELL_DATE = 3
PE_CELL_TRUTH = 4
PE_CELL_ERROR = 5
PE_CELL_FORMULA = 1
PE_CELL_MERGED = 2
PE_CELL_ROUNDED = 4
PE_CELL_HIDDEN = 8

# threshold.h
PE_EVIDENCE_PUBLISHED = 1
PE_EVIDENCE_SECONDARY = 2
PE_EVIDENCE_MEMORY = 3

# types.h
PE_LANGUAGE_ZH = 1
PE_LANGUAGE_EN = 2

# verdict.h
PE_MODE_HALF_UP = 1
PE_MODE_HALF_EVEN = 2
PE_MODE_DOWN = 4
PE_MODE_UP = 8
PE_CLASS_REMARK = 1
PE_CLASS_ROUNDING = 2
PE_CLASS_CONTRADICTION = 3
PE_VERDICT_COMPUTED = 1
PE_VERDICT_NO_RESULT = 2
PE_VERDICT_NOT_A_NUMBER = 3
PE_VERDICT_ZERO_DENOMINATOR = 4
PE_VERDICT_UNIT_MISMATCH = 5
PE_VERDICT_LIMIT = 6
PE_VERDICT_NOT_ARITHMETIC = 7
PE_MODES_ALL = 15

# vocabulary.h
PE_VOCABULARY_FUNCTIONS = 1
PE_VOCABULARY_HIT_POLICIES = 2
PE_VOCABULARY_POLICIES = 3
PE_VOCABULARY_STATES = 4


class pe_arrow_array(Handle):
    """See perfeval/batch_arrow.h."""


class pe_arrow_schema(Handle):
    """See perfeval/batch_arrow.h."""


class pe_assets(Handle):
    """See perfeval/asset.h."""


class pe_assets_builder(Handle):
    """See perfeval/asset.h."""


class pe_audit(Handle):
    """See perfeval/audit.h."""


class pe_audit_builder(Handle):
    """See perfeval/audit.h."""


class pe_batch_arrow(Handle):
    """See perfeval/batch_arrow.h."""


class pe_batch_block(Handle):
    """See perfeval/batch_block.h."""


class pe_batch_csv(Handle):
    """See perfeval/batch_csv.h."""


class pe_batch_plan(Handle):
    """See perfeval/batch_plan.h."""


class pe_batch_summary(Handle):
    """See perfeval/batch_summary.h."""


class pe_budget(Handle):
    """See perfeval/budget.h."""


class pe_budget_builder(Handle):
    """See perfeval/budget.h."""


class pe_calendar(Handle):
    """See perfeval/calendar.h."""


class pe_chart(Handle):
    """See perfeval-office/chart.h."""


class pe_dossier(Handle):
    """See perfeval/dossier.h."""


class pe_dossier_builder(Handle):
    """See perfeval/dossier.h."""


class pe_error(Handle):
    """See perfeval/error.h."""


class pe_evaluation(Handle):
    """See perfeval/evaluation.h."""


class pe_evaluator(Handle):
    """See perfeval/evaluator.h."""


class pe_finding(Handle):
    """See perfeval/finding.h."""


class pe_findings(Handle):
    """See perfeval/finding.h."""


class pe_ledger(Handle):
    """See perfeval/ledger.h."""


class pe_ledger_csv(Handle):
    """See perfeval/ledger_csv.h."""


class pe_measure_derivation(Handle):
    """See perfeval/measure_derivation.h."""


class pe_measure_stream(Handle):
    """See perfeval/measure_stream.h."""


class pe_measure_trace(Handle):
    """See perfeval/measure_trace.h."""


class pe_place(Handle):
    """See perfeval/place.h."""


class pe_procurement(Handle):
    """See perfeval/procurement.h."""


class pe_procurement_builder(Handle):
    """See perfeval/procurement.h."""


class pe_prose(Handle):
    """See perfeval/prose.h."""


class pe_prose_patterns(Handle):
    """See perfeval/prose_patterns.h."""


class pe_provider(Handle):
    """See perfeval/provider.h."""


class pe_ratio(Handle):
    """See perfeval/ratio.h."""


class pe_register(Handle):
    """See perfeval/register.h."""


class pe_register_builder(Handle):
    """See perfeval/register.h."""


class pe_report(Handle):
    """See perfeval-office/report.h."""


class pe_report_template(Handle):
    """See perfeval-office/report_template.h."""


class pe_review(Handle):
    """See perfeval/review.h."""


class pe_rollup(Handle):
    """See perfeval/rollup.h."""


class pe_rule(Handle):
    """See perfeval/rule.h."""


class pe_rule_builder(Handle):
    """See perfeval/rule.h."""


class pe_rulebook(Handle):
    """See perfeval/rulebook.h."""


class pe_rulebook_builder(Handle):
    """See perfeval/rulebook.h."""


class pe_rulebook_comparison(Handle):
    """See perfeval/rulebook_comparison.h."""


class pe_rulebook_measure(Handle):
    """See perfeval/rulebook_measure.h."""


class pe_rulebook_set(Handle):
    """See perfeval/rulebook_set.h."""


class pe_rulebook_set_builder(Handle):
    """See perfeval/rulebook_set.h."""


class pe_tables(Handle):
    """See perfeval/tables.h."""


class pe_text(Handle):
    """See perfeval/text.h."""


class pe_adjustment(c.Structure):
    """See perfeval/adjustment.h."""


class pe_event(c.Structure):
    """See perfeval/adjustment.h."""


class pe_over_achievement(c.Structure):
    """See perfeval/adjustment_rule.h."""


class pe_cap(c.Structure):
    """See perfeval/adjustment_rule.h."""


class pe_bonus(c.Structure):
    """See perfeval/adjustment_rule.h."""


class pe_veto(c.Structure):
    """See perfeval/adjustment_rule.h."""


class pe_asset_record(c.Structure):
    """See perfeval/asset.h."""


class pe_audit_options(c.Structure):
    """See perfeval/audit.h."""


class pe_audit_summary(c.Structure):
    """See perfeval/audit.h."""


class pe_blame(c.Structure):
    """See perfeval/audit.h."""


class pe_repair(c.Structure):
    """See perfeval/audit.h."""


class pe_audit_report_options(c.Structure):
    """See perfeval/audit_report.h."""


class pe_batch_column(c.Structure):
    """See perfeval/batch.h."""


class pe_batch_output(c.Structure):
    """See perfeval/batch.h."""


class pe_batch_results(c.Structure):
    """See perfeval/batch.h."""


class pe_batch_options(c.Structure):
    """See perfeval/batch.h."""


class pe_batch_counts(c.Structure):
    """See perfeval/batch.h."""


class pe_batch_arrow_options(c.Structure):
    """See perfeval/batch_arrow.h."""


class pe_batch_csv_options(c.Structure):
    """See perfeval/batch_csv.h."""


class pe_batch_plan_options(c.Structure):
    """See perfeval/batch_plan.h."""


class pe_batch_input(c.Structure):
    """See perfeval/batch_plan.h."""


class pe_budget_line(c.Structure):
    """See perfeval/budget.h."""


class pe_three_public_line(c.Structure):
    """See perfeval/budget.h."""


class pe_budget_filter(c.Structure):
    """See perfeval/budget.h."""


class pe_named_day(c.Structure):
    """See perfeval/calendar.h."""


class pe_calendar_spec(c.Structure):
    """See perfeval/calendar.h."""


class pe_claim(c.Structure):
    """See perfeval/claim.h."""


class pe_csv_options(c.Structure):
    """See perfeval/csv.h."""


class pe_decimal(c.Structure):
    """See perfeval/decimal.h."""


class pe_dossier_head(c.Structure):
    """See perfeval/dossier.h."""


class pe_dossier_tables_options(c.Structure):
    """See perfeval/dossier_tables.h."""


class pe_evaluate_options(c.Structure):
    """See perfeval/evaluation.h."""


class pe_node(c.Structure):
    """See perfeval/evaluation.h."""


class pe_input(c.Structure):
    """See perfeval/evaluation.h."""


class pe_fact(c.Structure):
    """See perfeval/facts.h."""


class pe_row(c.Structure):
    """See perfeval/facts.h."""


class pe_declared_score(c.Structure):
    """See perfeval/facts.h."""


class pe_reading(c.Structure):
    """See perfeval/facts.h."""


class pe_figure(c.Structure):
    """See perfeval/figure.h."""


class pe_interval(c.Structure):
    """See perfeval/inference.h."""


class pe_read_options(c.Structure):
    """See perfeval/json.h."""


class pe_lamp_bands(c.Structure):
    """See perfeval/lamp.h."""


class pe_ledger_entry(c.Structure):
    """See perfeval/ledger.h."""


class pe_limits(c.Structure):
    """See perfeval/limits.h."""


class pe_lint_options(c.Structure):
    """See perfeval/lint.h."""


class pe_measure_options(c.Structure):
    """See perfeval/measure.h."""


class pe_measure_info(c.Structure):
    """See perfeval/measure.h."""


class pe_measure_value(c.Structure):
    """See perfeval/measure.h."""


class pe_contribution(c.Structure):
    """See perfeval/measure_trace.h."""


class pe_narrative(c.Structure):
    """See perfeval/narrative.h."""


class pe_ocds_options(c.Structure):
    """See perfeval/ocds.h."""


class pe_ocds_write_options(c.Structure):
    """See perfeval/ocds.h."""


class pe_procurement_record(c.Structure):
    """See perfeval/procurement.h."""


class pe_payment(c.Structure):
    """See perfeval/procurement.h."""


class pe_procurement_summary(c.Structure):
    """See perfeval/procurement.h."""


class pe_prose_word(c.Structure):
    """See perfeval/prose.h."""


class pe_prose_pattern(c.Structure):
    """See perfeval/prose.h."""


class pe_prose_options(c.Structure):
    """See perfeval/prose.h."""


class pe_prose_summary(c.Structure):
    """See perfeval/prose.h."""


class pe_provider_place(c.Structure):
    """See perfeval/provider.h."""


class pe_provider_parameter(c.Structure):
    """See perfeval/provider.h."""


class pe_record_column(c.Structure):
    """See perfeval/record_kind.h."""


class pe_register_column(c.Structure):
    """See perfeval/register.h."""


class pe_register_cell(c.Structure):
    """See perfeval/register.h."""


class pe_audit_band(c.Structure):
    """See perfeval/relation.h."""


class pe_relation(c.Structure):
    """See perfeval/relation.h."""


class pe_review_options(c.Structure):
    """See perfeval/review.h."""


class pe_review_result(c.Structure):
    """See perfeval/review.h."""


class pe_review_item(c.Structure):
    """See perfeval/review.h."""


class pe_review_check(c.Structure):
    """See perfeval/review_check.h."""


class pe_review_threshold(c.Structure):
    """See perfeval/review_check.h."""


class pe_review_setting(c.Structure):
    """See perfeval/review_check.h."""


class pe_review_report_options(c.Structure):
    """See perfeval/review_report.h."""


class pe_rollup_unit(c.Structure):
    """See perfeval/rollup.h."""


class pe_rollup_options(c.Structure):
    """See perfeval/rollup.h."""


class pe_rollup_entry(c.Structure):
    """See perfeval/rollup.h."""


class pe_rounding_contract(c.Structure):
    """See perfeval/rounding_contract.h."""


class pe_step(c.Structure):
    """See perfeval/rule.h."""


class pe_item(c.Structure):
    """See perfeval/rule.h."""


class pe_band(c.Structure):
    """See perfeval/rule.h."""


class pe_point(c.Structure):
    """See perfeval/rule.h."""


class pe_milestone(c.Structure):
    """See perfeval/rule.h."""


class pe_table_input(c.Structure):
    """See perfeval/rule.h."""


class pe_decision(c.Structure):
    """See perfeval/rule.h."""


class pe_rule_argument(c.Structure):
    """See perfeval/rule_argument.h."""


class pe_rulebook_head(c.Structure):
    """See perfeval/rulebook.h."""


class pe_source(c.Structure):
    """See perfeval/rulebook.h."""


class pe_assumption(c.Structure):
    """See perfeval/rulebook.h."""


class pe_grade(c.Structure):
    """See perfeval/rulebook.h."""


class pe_indicator(c.Structure):
    """See perfeval/rulebook.h."""


class pe_rulebook_case(c.Structure):
    """See perfeval/rulebook_case.h."""


class pe_case_score(c.Structure):
    """See perfeval/rulebook_case.h."""


class pe_difference(c.Structure):
    """See perfeval/rulebook_comparison.h."""


class pe_rulebook_measure_spec(c.Structure):
    """See perfeval/rulebook_measure.h."""


class pe_shape_parameter(c.Structure):
    """See perfeval/shape.h."""


class pe_table_kind(c.Structure):
    """See perfeval/table_kind.h."""


class pe_table_column(c.Structure):
    """See perfeval/table_kind.h."""


class pe_cell(c.Structure):
    """See perfeval/tables.h."""


class pe_table_row(c.Structure):
    """See perfeval/tables.h."""


class pe_table_head(c.Structure):
    """See perfeval/tables.h."""


class pe_threshold(c.Structure):
    """See perfeval/threshold.h."""


class pe_verdict(c.Structure):
    """See perfeval/verdict.h."""


class pe_term(c.Structure):
    """See perfeval/vocabulary.h."""


class pe_chart_options(c.Structure):
    """See perfeval-office/chart.h."""


class pe_report_options(c.Structure):
    """See perfeval-office/report.h."""


class pe_xlsx_options(c.Structure):
    """See perfeval-office/xlsx.h."""


pe_batch_job = c.CFUNCTYPE(None, c.c_void_p, c.c_uint32)

pe_batch_executor = c.CFUNCTYPE(None, c.c_void_p, pe_batch_job, c.c_void_p, c.c_uint32)

pe_batch_progress = c.CFUNCTYPE(c.c_int32, c.c_void_p, c.c_uint64, c.c_uint64)

pe_decimal._fields_ = [
    ("coefficient", c.c_int64),
    ("scale", c.c_int32),
    ("reserved", c.c_int32),
]

pe_adjustment._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("scorer", c.c_int32),
    ("reserved", c.c_int32),
    ("indicator", c.c_char_p),
    ("reason", c.c_char_p),
    ("evidence", c.c_char_p),
    ("points", pe_decimal),
]

pe_event._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("veto", c.c_char_p),
    ("evidence", c.c_char_p),
]

pe_over_achievement._fields_ = [
    ("struct_size", c.c_uint32),
    ("action", c.c_int32),
    ("if_no_reason", c.c_int32),
    ("sign", c.c_int32),
    ("indicator", c.c_char_p),
    ("from", pe_decimal),
    ("per", pe_decimal),
    ("cap", pe_decimal),
]

pe_cap._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("indicator", c.c_char_p),
    ("if_fact", c.c_char_p),
    ("reason_zh", c.c_char_p),
    ("reason_en", c.c_char_p),
    ("points", pe_decimal),
    ("if_formula", c.c_char_p),
]

pe_bonus._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("limit", pe_decimal),
    ("ceiling", pe_decimal),
]

pe_veto._fields_ = [
    ("struct_size", c.c_uint32),
    ("effect", c.c_int32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("grade", c.c_char_p),
]

pe_figure._fields_ = [
    ("value", pe_decimal),
    ("state", c.c_int32),
    ("unit", c.c_int32),
]

pe_asset_record._fields_ = [
    ("struct_size", c.c_uint32),
    ("category", c.c_int32),
    ("use", c.c_int32),
    ("acquired", c.c_int32),
    ("name", c.c_char_p),
    ("number", c.c_char_p),
    ("difference_reason", c.c_char_p),
    ("book_count", pe_figure),
    ("found_count", pe_figure),
    ("book_value", pe_figure),
    ("found_value", pe_figure),
]

pe_audit_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("work", c.c_uint32),
    ("over_achieved", pe_decimal),
    ("limits", P(pe_limits)),
]

pe_audit_summary._fields_ = [
    ("struct_size", c.c_uint32),
    ("modes", c.c_uint32),
    ("best_modes", c.c_uint32),
    ("is_minimal", c.c_int32),
    ("n_claims", c.c_uint64),
    ("n_relations", c.c_uint64),
    ("n_computed", c.c_uint64),
    ("n_not_computed", c.c_uint64),
    ("n_fitting", c.c_uint64),
    ("n_contradictions", c.c_uint64),
    ("n_rounding", c.c_uint64),
    ("n_remarks", c.c_uint64),
    ("n_exceptions", c.c_uint64),
    ("n_blamed", c.c_uint64),
]

pe_blame._fields_ = [
    ("struct_size", c.c_uint32),
    ("claim", c.c_uint32),
    ("n_relations", c.c_uint32),
    ("has_value", c.c_int32),
    ("is_clean", c.c_int32),
    ("slip", c.c_int32),
    ("value", pe_decimal),
]

pe_repair._fields_ = [
    ("struct_size", c.c_uint32),
    ("claim", c.c_uint32),
    ("value", pe_decimal),
    ("slip", c.c_int32),
    ("is_clean", c.c_int32),
]

pe_audit_report_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("language", c.c_int32),
    ("text", c.c_char_p),
    ("size", c.c_size_t),
    ("file", c.c_char_p),
    ("encoding", c.c_char_p),
    ("has_counts", c.c_int32),
    ("reserved", c.c_int32),
    ("n_figures", c.c_uint64),
    ("n_related", c.c_uint64),
    ("n_left", c.c_uint64),
]

pe_batch_column._fields_ = [
    ("struct_size", c.c_uint32),
    ("type", c.c_int32),
    ("scale", c.c_int32),
    ("unit", c.c_int32),
    ("values", c.c_void_p),
    ("stride", c.c_int64),
    ("offset", c.c_int64),
    ("validity", P(c.c_uint8)),
    ("states", P(c.c_uint8)),
    ("words", P(c.c_char_p)),
    ("n_words", c.c_uint64),
]

pe_batch_output._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("points", P(c.c_int64)),
    ("points_stride", c.c_int64),
    ("states", P(c.c_uint8)),
]

pe_batch_results._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("nodes", P(pe_batch_output)),
    ("n_nodes", c.c_uint64),
    ("grades", P(c.c_int32)),
    ("statuses", P(c.c_int32)),
]

pe_batch_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("threads", c.c_uint32),
    ("executor", pe_batch_executor),
    ("executor_data", c.c_void_p),
    ("progress", pe_batch_progress),
    ("progress_data", c.c_void_p),
    ("summary", c.c_void_p),
]

pe_batch_counts._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("units_done", c.c_uint64),
    ("units_scored", c.c_uint64),
    ("cells_exact", c.c_uint64),
    ("units_big", c.c_uint64),
]

pe_batch_arrow_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("scales", P(c.c_int32)),
    ("units", P(c.c_int32)),
    ("n_inputs", c.c_uint64),
]

pe_batch_csv_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("detail", c.c_int32),
    ("read", P(pe_read_options)),
]

pe_batch_plan_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("level", c.c_int32),
    ("records", c.c_int32),
    ("fiscal_year", c.c_int32),
    ("calendar", c.c_void_p),
    ("limits", P(pe_limits)),
]

pe_batch_input._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("type", c.c_int32),
    ("unit", c.c_int32),
    ("scale", c.c_int32),
    ("required", c.c_int32),
    ("indicator", c.c_int32),
    ("reserved", c.c_int32),
    ("path", c.c_char_p),
    ("name", c.c_char_p),
]

pe_budget_line._fields_ = [
    ("struct_size", c.c_uint32),
    ("parent", c.c_uint32),
    ("category", c.c_int32),
    ("complete", c.c_int32),
    ("name", c.c_char_p),
    ("initial", pe_figure),
    ("adjusted", pe_figure),
    ("executed", pe_figure),
    ("funding", c.c_int32),
    ("n_months", c.c_uint32),
    ("economic_class", c.c_char_p),
    ("project", c.c_char_p),
    ("carried_in", pe_figure),
    ("added", pe_figure),
    ("carry_over", pe_figure),
    ("surplus", pe_figure),
    ("months", P(pe_figure)),
]

pe_three_public_line._fields_ = [
    ("struct_size", c.c_uint32),
    ("item", c.c_int32),
    ("initial", pe_figure),
    ("adjusted", pe_figure),
    ("executed", pe_figure),
]

pe_budget_filter._fields_ = [
    ("struct_size", c.c_uint32),
    ("category", c.c_int32),
    ("funding", c.c_int32),
    ("reserved", c.c_int32),
    ("economic_class", c.c_char_p),
    ("project", c.c_char_p),
]

pe_named_day._fields_ = [
    ("struct_size", c.c_uint32),
    ("date", c.c_int32),
    ("name", c.c_char_p),
]

pe_calendar_spec._fields_ = [
    ("struct_size", c.c_uint32),
    ("first_year", c.c_int32),
    ("last_year", c.c_int32),
    ("reserved", c.c_uint32),
    ("holidays", P(c.c_int32)),
    ("n_holidays", c.c_size_t),
    ("workdays", P(c.c_int32)),
    ("n_workdays", c.c_size_t),
    ("named_days", P(pe_named_day)),
    ("n_named_days", c.c_size_t),
]

pe_claim._fields_ = [
    ("struct_size", c.c_uint32),
    ("nature", c.c_int32),
    ("text", c.c_char_p),
    ("unit", c.c_char_p),
    ("name", c.c_char_p),
    ("path", c.c_char_p),
    ("file", c.c_char_p),
    ("cell", c.c_char_p),
    ("line", c.c_uint64),
    ("column", c.c_uint64),
    ("offset", c.c_uint64),
    ("length", c.c_uint64),
    ("state", c.c_int32),
    ("status", c.c_int32),
    ("value", pe_decimal),
    ("exponent", c.c_int32),
    ("unit_kind", c.c_int32),
    ("is_exact", c.c_int32),
    ("comparison", c.c_int32),
]

pe_csv_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("encoding", c.c_int32),
    ("separator", c.c_int32),
    ("line_end", c.c_int32),
    ("no_mark", c.c_int32),
    ("no_guard", c.c_int32),
    ("name", c.c_char_p),
    ("read", P(pe_read_options)),
]

pe_dossier_head._fields_ = [
    ("struct_size", c.c_uint32),
    ("fiscal_year", c.c_int32),
    ("kind", c.c_int32),
    ("reserved", c.c_int32),
    ("unit_name", c.c_char_p),
    ("unit_code", c.c_char_p),
    ("place", c.c_char_p),
    ("source", c.c_char_p),
]

pe_dossier_tables_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("language", c.c_int32),
    ("mapping", c.c_char_p),
    ("mapping_size", c.c_size_t),
    ("read", P(pe_read_options)),
    ("mapping_file", c.c_char_p),
]

pe_evaluate_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("scorer", c.c_int32),
    ("calendar", c.c_void_p),
    ("limits", P(pe_limits)),
]

pe_node._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("origin", c.c_int32),
    ("state", c.c_int32),
    ("parent", c.c_uint32),
    ("depth", c.c_uint32),
    ("indicator", c.c_int32),
    ("row", c.c_int32),
    ("code", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
]

pe_input._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("name", c.c_char_p),
    ("measure", c.c_char_p),
    ("path", c.c_char_p),
    ("text", c.c_char_p),
    ("figure", pe_figure),
    ("unit", c.c_char_p),
]

pe_fact._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("indicator", c.c_char_p),
    ("name", c.c_char_p),
    ("text", c.c_char_p),
    ("figure", pe_figure),
]

pe_row._fields_ = [
    ("struct_size", c.c_uint32),
    ("parent", c.c_uint32),
    ("nature", c.c_int32),
    ("sign", c.c_int32),
    ("withdrawn", c.c_int32),
    ("reserved", c.c_int32),
    ("slot", c.c_char_p),
    ("name", c.c_char_p),
    ("unit", c.c_char_p),
    ("target_text", c.c_char_p),
    ("adjusted_text", c.c_char_p),
    ("actual_text", c.c_char_p),
    ("grade", c.c_char_p),
    ("reason", c.c_char_p),
    ("evidence", c.c_char_p),
    ("marks", pe_figure),
    ("target", pe_figure),
    ("adjusted_target", pe_figure),
    ("actual", pe_figure),
    ("score", pe_figure),
]

pe_declared_score._fields_ = [
    ("struct_size", c.c_uint32),
    ("scorer", c.c_int32),
    ("indicator", c.c_char_p),
    ("evidence", c.c_char_p),
    ("reason", c.c_char_p),
    ("score", pe_decimal),
]

pe_reading._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("path", c.c_char_p),
    ("printed", c.c_char_p),
    ("meaning", c.c_char_p),
]

pe_interval._fields_ = [
    ("struct_size", c.c_uint32),
    ("is_empty", c.c_int32),
    ("has_low", c.c_int32),
    ("has_high", c.c_int32),
    ("low", c.c_void_p),
    ("high", c.c_void_p),
]

pe_read_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("file", c.c_char_p),
    ("limits", P(pe_limits)),
]

pe_lamp_bands._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("yellow", pe_decimal),
    ("green", pe_decimal),
    ("blue", pe_decimal),
]

pe_ledger_entry._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("node", c.c_uint32),
    ("is_exact", c.c_int32),
    ("amount", pe_decimal),
    ("cause", c.c_int32),
    ("source", c.c_uint32),
]

pe_limits._fields_ = [
    ("struct_size", c.c_uint32),
    ("findings", c.c_uint32),
    ("bytes", c.c_uint64),
    ("depth", c.c_uint32),
    ("digits", c.c_uint32),
    ("items", c.c_uint64),
    ("text_bytes", c.c_uint64),
    ("number_bits", c.c_uint32),
    ("reserved", c.c_uint32),
    ("formula_steps", c.c_uint64),
    ("table_steps", c.c_uint64),
    ("formula_depth", c.c_uint32),
    ("formula_names", c.c_uint32),
    ("table_rules", c.c_uint32),
    ("reserved_2", c.c_uint32),
]

pe_lint_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("others", P(c.c_void_p)),
    ("n_others", c.c_size_t),
    ("limits", P(pe_limits)),
    ("calendar", c.c_void_p),
]

pe_measure_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("intent_days", c.c_int32),
    ("signing_days", c.c_int32),
    ("signing_kind", c.c_int32),
    ("publication_days", c.c_int32),
    ("publication_kind", c.c_int32),
    ("filing_days", c.c_int32),
    ("filing_kind", c.c_int32),
    ("payment_days", c.c_int32),
    ("reserved", c.c_int32),
    ("calendar", c.c_void_p),
]

pe_measure_info._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("unit", c.c_int32),
    ("zero_state", c.c_int32),
    ("records", c.c_int32),
    ("uses_prior", c.c_int32),
    ("uses_calendar", c.c_int32),
    ("is_streamed", c.c_int32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("definition_zh", c.c_char_p),
    ("definition_en", c.c_char_p),
    ("base_zh", c.c_char_p),
    ("base_en", c.c_char_p),
    ("source", c.c_char_p),
]

pe_measure_value._fields_ = [
    ("struct_size", c.c_uint32),
    ("state", c.c_int32),
    ("numerator", pe_figure),
    ("denominator", pe_figure),
]

pe_contribution._fields_ = [
    ("struct_size", c.c_uint32),
    ("records", c.c_int32),
    ("is_prior", c.c_int32),
    ("reserved", c.c_int32),
    ("index", c.c_uint64),
    ("numerator", pe_figure),
    ("denominator", pe_figure),
]

pe_narrative._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("section", c.c_char_p),
    ("text", c.c_char_p),
]

pe_ocds_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("currency", c.c_char_p),
    ("read", P(pe_read_options)),
]

pe_ocds_write_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("prefix", c.c_char_p),
    ("published", c.c_char_p),
    ("uri", c.c_char_p),
]

pe_procurement_record._fields_ = [
    ("struct_size", c.c_uint32),
    ("method", c.c_int32),
    ("category", c.c_int32),
    ("supplier_size", c.c_int32),
    ("name", c.c_char_p),
    ("number", c.c_char_p),
    ("budget", pe_figure),
    ("reserved_for_sme", pe_figure),
    ("contract", pe_figure),
    ("intent", c.c_int32),
    ("start", c.c_int32),
    ("award", c.c_int32),
    ("signing", c.c_int32),
    ("publication", c.c_int32),
    ("filing", c.c_int32),
    ("reserve_mode", c.c_int32),
    ("acceptance", c.c_int32),
    ("awarded", pe_figure),
    ("contract_sme", pe_figure),
    ("supplier", c.c_char_p),
    ("intent_exemption", c.c_char_p),
    ("publication_exemption", c.c_char_p),
    ("reserve_exemption", c.c_char_p),
]

pe_payment._fields_ = [
    ("struct_size", c.c_uint32),
    ("record", c.c_uint32),
    ("due", c.c_int32),
    ("paid", c.c_int32),
    ("amount", pe_figure),
]

pe_procurement_summary._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("budget", pe_figure),
    ("reserved_for_sme", pe_figure),
    ("contracts", pe_figure),
    ("sme_contracts", pe_figure),
]

pe_prose_word._fields_ = [
    ("struct_size", c.c_uint32),
    ("meaning", c.c_int32),
    ("text", c.c_char_p),
]

pe_prose_pattern._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("form", c.c_int32),
    ("reach", c.c_int32),
    ("is_strict", c.c_int32),
    ("n_operands", c.c_uint32),
    ("name", c.c_char_p),
    ("result", c.c_char_p),
    ("operands", c.c_char_p * 8),
]

pe_prose_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("file", c.c_char_p),
    ("words", P(pe_prose_word)),
    ("n_words", c.c_size_t),
    ("patterns", P(pe_prose_pattern)),
    ("n_patterns", c.c_size_t),
    ("audit", P(pe_audit_options)),
]

pe_prose_summary._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("n_figures", c.c_uint64),
    ("n_related", c.c_uint64),
    ("n_left", c.c_uint64),
    ("n_skipped", c.c_uint64),
    ("n_relations", c.c_uint64),
    ("n_accused", c.c_uint64),
    ("n_sentences", c.c_uint64),
    ("n_characters", c.c_uint64),
]

pe_provider_place._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("what", c.c_char_p),
    ("file", c.c_char_p),
    ("cell", c.c_char_p),
    ("line", c.c_uint64),
    ("column", c.c_uint64),
    ("offset", c.c_uint64),
    ("length", c.c_uint64),
]

pe_provider_parameter._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("name", c.c_char_p),
    ("text", c.c_char_p),
]

pe_record_column._fields_ = [
    ("struct_size", c.c_uint32),
    ("type", c.c_int32),
    ("is_required", c.c_int32),
    ("n_words", c.c_uint32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
]

pe_register_column._fields_ = [
    ("struct_size", c.c_uint32),
    ("type", c.c_int32),
    ("unit", c.c_int32),
    ("reserved", c.c_int32),
    ("id", c.c_char_p),
    ("name", c.c_char_p),
]

pe_register_cell._fields_ = [
    ("struct_size", c.c_uint32),
    ("date", c.c_int32),
    ("figure", pe_figure),
    ("text", c.c_char_p),
]

pe_audit_band._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("at_least", pe_decimal),
    ("name", c.c_char_p),
]

pe_relation._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("form", c.c_int32),
    ("comparison", c.c_int32),
    ("result", c.c_uint32),
    ("n_operands", c.c_uint32),
    ("operands", P(c.c_uint32)),
    ("signs", P(c.c_int32)),
    ("constant", pe_decimal),
    ("bands", P(pe_audit_band)),
    ("n_bands", c.c_uint32),
    ("is_doubtful", c.c_int32),
    ("alternatives", c.c_uint32),
    ("reserved", c.c_uint32),
    ("name", c.c_char_p),
    ("reading_zh", c.c_char_p),
    ("reading_en", c.c_char_p),
    ("file", c.c_char_p),
    ("offset", c.c_uint64),
    ("length", c.c_uint64),
]

pe_review_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("scorer", c.c_int32),
    ("declared_total", P(pe_decimal)),
    ("declared_grade", c.c_char_p),
    ("limits", P(pe_limits)),
    ("report", c.c_void_p),
]

pe_review_result._fields_ = [
    ("struct_size", c.c_uint32),
    ("state", c.c_int32),
    ("severity", c.c_int32),
    ("reserved", c.c_int32),
    ("examined", c.c_uint64),
    ("found", c.c_uint64),
]

pe_review_item._fields_ = [
    ("struct_size", c.c_uint32),
    ("severity", c.c_int32),
    ("check", c.c_size_t),
    ("finding", c.c_void_p),
]

pe_review_check._fields_ = [
    ("struct_size", c.c_uint32),
    ("basis", c.c_int32),
    ("severity", c.c_int32),
    ("computed", c.c_int32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("definition_zh", c.c_char_p),
    ("definition_en", c.c_char_p),
    ("source", c.c_char_p),
    ("reason_zh", c.c_char_p),
    ("reason_en", c.c_char_p),
]

pe_review_threshold._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("name", c.c_char_p),
    ("unit", c.c_char_p),
    ("default_text", c.c_char_p),
    ("minimum", c.c_char_p),
    ("maximum", c.c_char_p),
    ("description_zh", c.c_char_p),
    ("description_en", c.c_char_p),
]

pe_review_setting._fields_ = [
    ("struct_size", c.c_uint32),
    ("severity", c.c_int32),
    ("off", c.c_int32),
    ("reserved", c.c_int32),
    ("check", c.c_char_p),
    ("threshold", c.c_char_p),
    ("value", pe_decimal),
]

pe_review_report_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("language", c.c_int32),
    ("file", c.c_char_p),
]

pe_rollup_unit._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("evaluation", c.c_void_p),
    ("weight", pe_figure),
]

pe_rollup_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("mode", c.c_int32),
    ("weighting", c.c_int32),
    ("mean_rounding", c.c_int32),
    ("mean_places", c.c_int32),
    ("reserved", c.c_int32),
    ("unit_name", c.c_char_p),
    ("unit_code", c.c_char_p),
    ("calendar", c.c_void_p),
    ("limits", P(pe_limits)),
]

pe_rollup_entry._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("node", c.c_uint32),
    ("unit", c.c_int32),
    ("of_unit", c.c_uint32),
    ("cause", c.c_int32),
    ("is_exact", c.c_int32),
    ("reserved", c.c_int32),
    ("amount", pe_decimal),
]

pe_rounding_contract._fields_ = [
    ("struct_size", c.c_uint32),
    ("rank_on", c.c_int32),
    ("rate_places", c.c_int32),
    ("rate_rounding", c.c_int32),
    ("leaf_places", c.c_int32),
    ("leaf_rounding", c.c_int32),
    ("subtotal_places", c.c_int32),
    ("subtotal_rounding", c.c_int32),
    ("total_places", c.c_int32),
    ("total_rounding", c.c_int32),
]

pe_step._fields_ = [
    ("struct_size", c.c_uint32),
    ("lower_end", c.c_int32),
    ("upper_end", c.c_int32),
    ("reserved", c.c_int32),
    ("lower", pe_decimal),
    ("upper", pe_decimal),
    ("points", pe_decimal),
]

pe_item._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("points", pe_decimal),
    ("cap", pe_figure),
]

pe_band._fields_ = [
    ("struct_size", c.c_uint32),
    ("low_end", c.c_int32),
    ("high_end", c.c_int32),
    ("reserved", c.c_int32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("low", pe_decimal),
    ("high", pe_decimal),
]

pe_point._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("at", pe_decimal),
    ("points", pe_decimal),
]

pe_milestone._fields_ = [
    ("struct_size", c.c_uint32),
    ("date", c.c_int32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("day", c.c_char_p),
    ("share", pe_decimal),
    ("points", pe_decimal),
]

pe_table_input._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("id", c.c_char_p),
    ("formula", c.c_char_p),
]

pe_decision._fields_ = [
    ("struct_size", c.c_uint32),
    ("n_when", c.c_uint32),
    ("when", P(c.c_char_p)),
    ("points", pe_decimal),
]

pe_rule_argument._fields_ = [
    ("struct_size", c.c_uint32),
    ("source", c.c_int32),
    ("name", c.c_char_p),
    ("figure", pe_figure),
]

pe_rulebook_head._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("status", c.c_int32),
    ("first_year", c.c_int32),
    ("last_year", c.c_int32),
    ("reserved", c.c_int32),
    ("id", c.c_char_p),
    ("edition", c.c_char_p),
    ("title_zh", c.c_char_p),
    ("title_en", c.c_char_p),
    ("place", c.c_char_p),
    ("full_marks", pe_decimal),
]

pe_source._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("id", c.c_char_p),
    ("title", c.c_char_p),
    ("document", c.c_char_p),
    ("address", c.c_char_p),
    ("note", c.c_char_p),
]

pe_assumption._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("id", c.c_char_p),
    ("text_zh", c.c_char_p),
    ("text_en", c.c_char_p),
]

pe_grade._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("from", pe_decimal),
]

pe_indicator._fields_ = [
    ("struct_size", c.c_uint32),
    ("parent", c.c_uint32),
    ("declared", c.c_int32),
    ("status", c.c_int32),
    ("code", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("standard_zh", c.c_char_p),
    ("standard_en", c.c_char_p),
    ("reason_zh", c.c_char_p),
    ("reason_en", c.c_char_p),
    ("intended", c.c_char_p),
    ("source", c.c_char_p),
    ("full_marks", pe_decimal),
    ("rule", c.c_void_p),
    ("manual_deduction", c.c_int32),
    ("reserved", c.c_int32),
]

pe_rulebook_case._fields_ = [
    ("struct_size", c.c_uint32),
    ("error", c.c_int32),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("grade", c.c_char_p),
    ("at", c.c_char_p),
    ("total", pe_figure),
    ("dossier", c.c_void_p),
]

pe_case_score._fields_ = [
    ("struct_size", c.c_uint32),
    ("of_case", c.c_uint32),
    ("indicator", c.c_char_p),
    ("score", pe_decimal),
]

pe_difference._fields_ = [
    ("struct_size", c.c_uint32),
    ("change", c.c_int32),
    ("aspect", c.c_int32),
    ("reserved", c.c_int32),
    ("code", c.c_char_p),
    ("name", c.c_char_p),
    ("old_text", c.c_char_p),
    ("new_text", c.c_char_p),
]

pe_rulebook_measure_spec._fields_ = [
    ("struct_size", c.c_uint32),
    ("unit", c.c_int32),
    ("zero_state", c.c_int32),
    ("reserved", c.c_int32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("formula", c.c_char_p),
    ("source", c.c_char_p),
    ("columns", P(c.c_char_p)),
    ("types", P(c.c_int32)),
    ("n_columns", c.c_size_t),
    ("before", P(c.c_void_p)),
    ("n_before", c.c_size_t),
    ("limits", P(pe_limits)),
]

pe_shape_parameter._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("required", c.c_int32),
    ("whole", c.c_int32),
    ("name", c.c_char_p),
    ("words", c.c_char_p),
    ("minimum", c.c_char_p),
    ("maximum", c.c_char_p),
    ("default_text", c.c_char_p),
    ("description_zh", c.c_char_p),
    ("description_en", c.c_char_p),
    ("minimum_excluded", c.c_int32),
    ("reserved", c.c_int32),
]

pe_table_kind._fields_ = [
    ("struct_size", c.c_uint32),
    ("shape", c.c_int32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("n_columns", c.c_size_t),
]

pe_table_column._fields_ = [
    ("struct_size", c.c_uint32),
    ("type", c.c_int32),
    ("is_required", c.c_int32),
    ("n_words", c.c_uint32),
    ("id", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("note_zh", c.c_char_p),
    ("note_en", c.c_char_p),
]

pe_cell._fields_ = [
    ("struct_size", c.c_uint32),
    ("kind", c.c_int32),
    ("text", c.c_char_p),
    ("length", c.c_size_t),
    ("column", c.c_uint32),
    ("columns", c.c_uint32),
    ("flags", c.c_uint32),
    ("unit", c.c_int32),
]

pe_table_row._fields_ = [
    ("struct_size", c.c_uint32),
    ("number", c.c_uint32),
    ("line", c.c_uint64),
    ("flags", c.c_uint32),
    ("n_cells", c.c_uint32),
]

pe_table_head._fields_ = [
    ("struct_size", c.c_uint32),
    ("flags", c.c_uint32),
    ("name", c.c_char_p),
    ("file", c.c_char_p),
]

pe_threshold._fields_ = [
    ("struct_size", c.c_uint32),
    ("evidence", c.c_int32),
    ("date_evidence", c.c_int32),
    ("days", c.c_int32),
    ("first_day", c.c_int32),
    ("last_day", c.c_int32),
    ("value", pe_figure),
    ("upper", pe_figure),
    ("id", c.c_char_p),
    ("place", c.c_char_p),
    ("name_zh", c.c_char_p),
    ("name_en", c.c_char_p),
    ("source", c.c_char_p),
    ("address", c.c_char_p),
]

pe_verdict._fields_ = [
    ("struct_size", c.c_uint32),
    ("state", c.c_int32),
    ("audit_class", c.c_int32),
    ("is_exact", c.c_int32),
    ("as_printed", c.c_uint32),
    ("as_rounded", c.c_uint32),
    ("places", c.c_int32),
    ("coarse_places", c.c_int32),
    ("coarse_modes", c.c_uint32),
    ("has_nearest", c.c_int32),
    ("nearest", pe_decimal),
    ("nearest_possible", pe_decimal),
    ("cause", c.c_uint32),
    ("n_bases", c.c_uint32),
    ("first_base", c.c_int64),
    ("last_base", c.c_int64),
]

pe_term._fields_ = [
    ("struct_size", c.c_uint32),
    ("reserved", c.c_uint32),
    ("name", c.c_char_p),
    ("usage", c.c_char_p),
    ("description_zh", c.c_char_p),
    ("description_en", c.c_char_p),
]

pe_chart_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("language", c.c_int32),
    ("width", c.c_int32),
    ("depth", c.c_int32),
    ("title", c.c_char_p),
    ("note", c.c_char_p),
]

pe_report_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("language", c.c_int32),
    ("date", c.c_char_p),
    ("prior", c.c_void_p),
]

pe_xlsx_options._fields_ = [
    ("struct_size", c.c_uint32),
    ("ratio", c.c_uint32),
    ("members", c.c_uint32),
    ("reserved", c.c_uint32),
    ("expanded", c.c_uint64),
    ("read", P(pe_read_options)),
]

FUNCTIONS: Functions = {
    "pe_adjustment_init": (None, (P(pe_adjustment), c.c_uint32)),
    "pe_event_init": (None, (P(pe_event), c.c_uint32)),
    "pe_over_achievement_init": (None, (P(pe_over_achievement), c.c_uint32)),
    "pe_cap_init": (None, (P(pe_cap), c.c_uint32)),
    "pe_bonus_init": (None, (P(pe_bonus), c.c_uint32)),
    "pe_veto_init": (None, (P(pe_veto), c.c_uint32)),
    "pe_asset_record_init": (None, (P(pe_asset_record), c.c_uint32)),
    "pe_assets_builder_new": (c.c_int32, (P(c.c_void_p), pe_assets, P(c.c_void_p))),
    "pe_assets_builder_add_many": (c.c_int32, (pe_assets_builder, P(pe_asset_record), c.c_size_t, P(c.c_void_p))),
    "pe_assets_builder_set_stocktake": (c.c_int32, (pe_assets_builder, c.c_int32, P(c.c_void_p))),
    "pe_assets_builder_build": (c.c_int32, (P(c.c_void_p), pe_assets_builder, P(c.c_void_p), P(c.c_void_p))),
    "pe_assets_builder_free": (None, (pe_assets_builder,)),
    "pe_assets_get_n_records": (c.c_size_t, (pe_assets,)),
    "pe_assets_get_record": (c.c_int32, (P(pe_asset_record), pe_assets, c.c_size_t, P(c.c_void_p))),
    "pe_assets_get_stocktake": (c.c_int32, (pe_assets,)),
    "pe_assets_get_digest": (None, (pe_assets, P(c.c_uint8))),
    "pe_assets_is_equal": (c.c_int32, (pe_assets, pe_assets)),
    "pe_assets_ref": (c.c_void_p, (pe_assets,)),
    "pe_assets_unref": (None, (pe_assets,)),
    "pe_audit_options_init": (None, (P(pe_audit_options), c.c_uint32)),
    "pe_audit_summary_init": (None, (P(pe_audit_summary), c.c_uint32)),
    "pe_blame_init": (None, (P(pe_blame), c.c_uint32)),
    "pe_repair_init": (None, (P(pe_repair), c.c_uint32)),
    "pe_audit_classify": (c.c_int32, (c.c_int32,)),
    "pe_audit_builder_new": (c.c_int32, (P(c.c_void_p), pe_audit, P(pe_audit_options), P(c.c_void_p))),
    "pe_audit_builder_add_claims": (c.c_int32, (pe_audit_builder, P(pe_claim), c.c_size_t, P(c.c_uint32), P(c.c_void_p))),
    "pe_audit_builder_add_relations": (c.c_int32, (pe_audit_builder, P(pe_relation), c.c_size_t, P(c.c_void_p))),
    "pe_audit_builder_build": (c.c_int32, (P(c.c_void_p), pe_audit_builder, P(c.c_void_p))),
    "pe_audit_builder_free": (None, (pe_audit_builder,)),
    "pe_audit_ref": (c.c_void_p, (pe_audit,)),
    "pe_audit_unref": (None, (pe_audit,)),
    "pe_audit_get_findings": (c.c_void_p, (pe_audit,)),
    "pe_audit_get_summary": (c.c_int32, (P(pe_audit_summary), pe_audit, P(c.c_void_p))),
    "pe_audit_get_n_claims": (c.c_size_t, (pe_audit,)),
    "pe_audit_get_claim": (c.c_int32, (P(pe_claim), pe_audit, c.c_size_t, P(c.c_void_p))),
    "pe_audit_get_n_relations": (c.c_size_t, (pe_audit,)),
    "pe_audit_get_relation": (c.c_int32, (P(pe_relation), pe_audit, c.c_size_t, P(c.c_void_p))),
    "pe_audit_get_verdict": (c.c_int32, (P(pe_verdict), pe_audit, c.c_size_t, P(c.c_void_p))),
    "pe_audit_compute_exact": (c.c_int32, (P(c.c_void_p), pe_audit, c.c_size_t, P(c.c_void_p))),
    "pe_audit_compute_range": (c.c_int32, (P(pe_interval), pe_audit, c.c_size_t, P(c.c_void_p))),
    "pe_audit_print_computation": (c.c_int32, (P(c.c_void_p), pe_audit, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_audit_print_verdict": (c.c_int32, (P(c.c_void_p), pe_audit, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_audit_get_n_repairs": (c.c_size_t, (pe_audit, c.c_size_t)),
    "pe_audit_get_repair": (c.c_int32, (P(pe_repair), pe_audit, c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_audit_get_n_blames": (c.c_size_t, (pe_audit,)),
    "pe_audit_get_blame": (c.c_int32, (P(pe_blame), pe_audit, c.c_size_t, P(c.c_void_p))),
    "pe_audit_report_options_init": (None, (P(pe_audit_report_options), c.c_uint32)),
    "pe_audit_to_text": (c.c_int32, (P(c.c_void_p), pe_audit, P(pe_audit_report_options), P(c.c_void_p))),
    "pe_audit_to_json": (c.c_int32, (P(c.c_void_p), pe_audit, P(pe_audit_report_options), P(c.c_void_p))),
    "pe_audit_to_sarif": (c.c_int32, (P(c.c_void_p), pe_audit, P(pe_audit_report_options), P(c.c_void_p))),
    "pe_audit_to_html": (c.c_int32, (P(c.c_void_p), pe_audit, P(pe_audit_report_options), P(c.c_void_p))),
    "pe_batch_column_init": (None, (P(pe_batch_column), c.c_uint32)),
    "pe_batch_output_init": (None, (P(pe_batch_output), c.c_uint32)),
    "pe_batch_results_init": (None, (P(pe_batch_results), c.c_uint32)),
    "pe_batch_options_init": (None, (P(pe_batch_options), c.c_uint32)),
    "pe_batch_counts_init": (None, (P(pe_batch_counts), c.c_uint32)),
    "pe_batch_run": (c.c_int32, (P(pe_batch_counts), pe_batch_plan, P(pe_batch_column), c.c_size_t, P(pe_batch_results), c.c_uint64, P(pe_batch_options), P(c.c_void_p))),
    "pe_batch_arrow_options_init": (None, (P(pe_batch_arrow_options), c.c_uint32)),
    "pe_batch_arrow_import": (c.c_int32, (P(c.c_void_p), pe_batch_plan, pe_arrow_schema, pe_arrow_array, P(pe_batch_arrow_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_batch_arrow_free": (None, (pe_batch_arrow,)),
    "pe_batch_arrow_get_n_units": (c.c_uint64, (pe_batch_arrow,)),
    "pe_batch_arrow_get_columns": (P(pe_batch_column), (pe_batch_arrow, P(c.c_size_t))),
    "pe_batch_arrow_export": (c.c_int32, (pe_arrow_schema, pe_arrow_array, pe_batch_plan, P(pe_batch_results), c.c_uint64, P(c.c_void_p))),
    "pe_batch_block_read": (c.c_int32, (P(c.c_void_p), pe_batch_csv, c.c_char_p, c.c_size_t, c.c_uint64, pe_batch_summary, P(c.c_void_p))),
    "pe_batch_block_get_n_units": (c.c_size_t, (pe_batch_block,)),
    "pe_batch_block_get_n_rejected": (c.c_size_t, (pe_batch_block,)),
    "pe_batch_block_get_n_lines": (c.c_uint64, (pe_batch_block,)),
    "pe_batch_block_get_total": (c.c_int32, (P(pe_decimal), pe_batch_block, c.c_size_t, P(c.c_void_p))),
    "pe_batch_block_get_key": (c.c_char_p, (P(c.c_size_t), pe_batch_block, c.c_size_t)),
    "pe_batch_block_print_scores": (c.c_int32, (P(c.c_void_p), pe_batch_block, P(c.c_void_p))),
    "pe_batch_block_print_rejected": (c.c_int32, (P(c.c_void_p), pe_batch_block, c.c_int32, P(c.c_void_p))),
    "pe_batch_block_free": (None, (pe_batch_block,)),
    "pe_batch_csv_options_init": (None, (P(pe_batch_csv_options), c.c_uint32)),
    "pe_batch_csv_new": (c.c_int32, (P(c.c_void_p), P(c.c_size_t), pe_batch_plan, c.c_char_p, c.c_size_t, P(pe_batch_csv_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_batch_csv_print_template": (c.c_int32, (P(c.c_void_p), pe_batch_plan, P(c.c_void_p))),
    "pe_batch_csv_print_heading": (c.c_int32, (P(c.c_void_p), pe_batch_csv, P(c.c_void_p))),
    "pe_batch_csv_split": (c.c_int32, (P(c.c_size_t), pe_batch_csv, c.c_char_p, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_batch_csv_get_plan": (c.c_void_p, (pe_batch_csv,)),
    "pe_batch_csv_ref": (c.c_void_p, (pe_batch_csv,)),
    "pe_batch_csv_unref": (None, (pe_batch_csv,)),
    "pe_batch_plan_options_init": (None, (P(pe_batch_plan_options), c.c_uint32)),
    "pe_batch_input_init": (None, (P(pe_batch_input), c.c_uint32)),
    "pe_batch_plan_new": (c.c_int32, (P(c.c_void_p), pe_rulebook, P(pe_batch_plan_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_batch_plan_ref": (c.c_void_p, (pe_batch_plan,)),
    "pe_batch_plan_unref": (None, (pe_batch_plan,)),
    "pe_batch_plan_get_rulebook": (c.c_void_p, (pe_batch_plan,)),
    "pe_batch_plan_get_level": (c.c_int32, (pe_batch_plan,)),
    "pe_batch_plan_get_n_nodes": (c.c_size_t, (pe_batch_plan,)),
    "pe_batch_plan_get_scale": (c.c_int32, (pe_batch_plan, c.c_size_t)),
    "pe_batch_plan_get_n_inputs": (c.c_size_t, (pe_batch_plan,)),
    "pe_batch_plan_get_input": (c.c_int32, (P(pe_batch_input), pe_batch_plan, c.c_size_t, P(c.c_void_p))),
    "pe_batch_plan_find_input": (c.c_int32, (P(c.c_size_t), pe_batch_plan, c.c_char_p, P(c.c_void_p))),
    "pe_batch_summary_new": (c.c_int32, (P(c.c_void_p), pe_batch_plan, P(c.c_void_p))),
    "pe_batch_summary_free": (None, (pe_batch_summary,)),
    "pe_batch_summary_merge": (c.c_int32, (pe_batch_summary, pe_batch_summary, P(c.c_void_p))),
    "pe_batch_summary_get_rulebook_digest": (P(c.c_uint8), (pe_batch_summary,)),
    "pe_batch_summary_get_n_units": (c.c_uint64, (pe_batch_summary,)),
    "pe_batch_summary_get_n_scored": (c.c_uint64, (pe_batch_summary,)),
    "pe_batch_summary_count_grade": (c.c_uint64, (pe_batch_summary, c.c_int32)),
    "pe_batch_summary_count_state": (c.c_uint64, (pe_batch_summary, c.c_size_t, c.c_int32)),
    "pe_batch_summary_get_sum": (c.c_int32, (P(c.c_void_p), pe_batch_summary, c.c_size_t, P(c.c_void_p))),
    "pe_batch_summary_to_bytes": (c.c_int32, (P(c.c_void_p), pe_batch_summary, P(c.c_void_p))),
    "pe_batch_summary_from_bytes": (c.c_int32, (P(c.c_void_p), P(c.c_uint8), c.c_size_t, P(c.c_void_p))),
    "pe_budget_line_init": (None, (P(pe_budget_line), c.c_uint32)),
    "pe_three_public_line_init": (None, (P(pe_three_public_line), c.c_uint32)),
    "pe_budget_filter_init": (None, (P(pe_budget_filter), c.c_uint32)),
    "pe_budget_builder_new": (c.c_int32, (P(c.c_void_p), pe_budget, P(c.c_void_p))),
    "pe_budget_builder_add_many": (c.c_int32, (pe_budget_builder, P(pe_budget_line), c.c_size_t, P(c.c_void_p))),
    "pe_budget_builder_add_three_public": (c.c_int32, (pe_budget_builder, P(pe_three_public_line), c.c_size_t, P(c.c_void_p))),
    "pe_budget_builder_build": (c.c_int32, (P(c.c_void_p), pe_budget_builder, P(c.c_void_p), P(c.c_void_p))),
    "pe_budget_builder_free": (None, (pe_budget_builder,)),
    "pe_budget_get_n_lines": (c.c_size_t, (pe_budget,)),
    "pe_budget_get_line": (c.c_int32, (P(pe_budget_line), pe_budget, c.c_size_t, P(c.c_void_p))),
    "pe_budget_compute_amount": (c.c_int32, (P(pe_figure), pe_budget, c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_budget_compute_not_itemised": (c.c_int32, (P(pe_figure), pe_budget, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_budget_compute_three_public": (c.c_int32, (P(pe_figure), pe_budget, c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_budget_get_n_three_public": (c.c_size_t, (pe_budget,)),
    "pe_budget_get_three_public": (c.c_int32, (P(pe_three_public_line), pe_budget, c.c_size_t, P(c.c_void_p))),
    "pe_budget_sum_lines": (c.c_int32, (P(pe_figure), pe_budget, P(pe_budget_filter), c.c_int32, P(c.c_void_p))),
    "pe_budget_compute_progress": (c.c_int32, (P(pe_figure), pe_budget, c.c_int32, P(c.c_void_p))),
    "pe_budget_get_digest": (None, (pe_budget, P(c.c_uint8))),
    "pe_budget_is_equal": (c.c_int32, (pe_budget, pe_budget)),
    "pe_budget_ref": (c.c_void_p, (pe_budget,)),
    "pe_budget_unref": (None, (pe_budget,)),
    "pe_calendar_spec_init": (None, (P(pe_calendar_spec), c.c_uint32)),
    "pe_calendar_new": (c.c_int32, (P(c.c_void_p), P(pe_calendar_spec), P(c.c_void_p))),
    "pe_calendar_is_workday": (c.c_int32, (P(c.c_int32), pe_calendar, c.c_int32, P(c.c_void_p))),
    "pe_calendar_count_workdays": (c.c_int32, (P(c.c_int32), pe_calendar, c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_calendar_find_named_day": (c.c_int32, (P(c.c_int32), pe_calendar, c.c_char_p, c.c_int32, P(c.c_void_p))),
    "pe_calendar_ref": (c.c_void_p, (pe_calendar,)),
    "pe_calendar_unref": (None, (pe_calendar,)),
    "pe_calendar_from_json": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_read_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_rulebook_run_cases": (c.c_int32, (P(c.c_void_p), pe_rulebook, P(pe_evaluate_options), P(c.c_void_p))),
    "pe_claim_init": (None, (P(pe_claim), c.c_uint32)),
    "pe_claim_read": (c.c_int32, (P(pe_claim), P(c.c_void_p))),
    "pe_csv_options_init": (None, (P(pe_csv_options), c.c_uint32)),
    "pe_tables_from_csv": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_csv_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_tables_to_csv": (c.c_int32, (P(c.c_void_p), pe_tables, c.c_size_t, P(pe_csv_options), P(c.c_void_p))),
    "pe_date_parse": (c.c_int32, (P(c.c_int32), c.c_char_p, c.c_size_t, P(c.c_void_p))),
    "pe_date_is_valid": (c.c_int32, (c.c_int32,)),
    "pe_date_get_weekday": (c.c_int32, (c.c_int32,)),
    "pe_date_count_days": (c.c_int32, (P(c.c_int32), c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_decimal_parse": (c.c_int32, (P(pe_decimal), c.c_char_p, c.c_size_t, P(c.c_void_p))),
    "pe_decimal_print": (c.c_int32, (P(c.c_char), c.c_size_t, P(pe_decimal), P(c.c_void_p))),
    "pe_decimal_compare": (c.c_int32, (P(c.c_int32), P(pe_decimal), P(pe_decimal), P(c.c_void_p))),
    "pe_decimal_add": (c.c_int32, (P(pe_decimal), P(pe_decimal), P(pe_decimal), P(c.c_void_p))),
    "pe_decimal_subtract": (c.c_int32, (P(pe_decimal), P(pe_decimal), P(pe_decimal), P(c.c_void_p))),
    "pe_decimal_multiply": (c.c_int32, (P(pe_decimal), P(pe_decimal), P(pe_decimal), P(c.c_void_p))),
    "pe_decimal_quantize": (c.c_int32, (P(pe_decimal), P(pe_decimal), c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_digest_print": (None, (P(c.c_char), P(c.c_uint8))),
    "pe_dossier_head_init": (None, (P(pe_dossier_head), c.c_uint32)),
    "pe_dossier_builder_new": (c.c_int32, (P(c.c_void_p), pe_dossier, P(c.c_void_p))),
    "pe_dossier_builder_set_head": (c.c_int32, (pe_dossier_builder, P(pe_dossier_head), P(c.c_void_p))),
    "pe_dossier_builder_set_budget": (c.c_int32, (pe_dossier_builder, pe_budget, P(c.c_void_p))),
    "pe_dossier_builder_set_procurement": (c.c_int32, (pe_dossier_builder, pe_procurement, P(c.c_void_p))),
    "pe_dossier_builder_set_assets": (c.c_int32, (pe_dossier_builder, pe_assets, P(c.c_void_p))),
    "pe_dossier_builder_add_registers": (c.c_int32, (pe_dossier_builder, P(c.c_void_p), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_set_prior": (c.c_int32, (pe_dossier_builder, pe_dossier, P(c.c_void_p))),
    "pe_dossier_builder_add_facts": (c.c_int32, (pe_dossier_builder, P(pe_fact), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_add_rows": (c.c_int32, (pe_dossier_builder, P(pe_row), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_add_declared_scores": (c.c_int32, (pe_dossier_builder, P(pe_declared_score), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_add_readings": (c.c_int32, (pe_dossier_builder, P(pe_reading), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_add_adjustments": (c.c_int32, (pe_dossier_builder, P(pe_adjustment), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_add_events": (c.c_int32, (pe_dossier_builder, P(pe_event), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_add_narratives": (c.c_int32, (pe_dossier_builder, P(pe_narrative), c.c_size_t, P(c.c_void_p))),
    "pe_dossier_builder_build": (c.c_int32, (P(c.c_void_p), pe_dossier_builder, P(c.c_void_p), P(c.c_void_p))),
    "pe_dossier_builder_free": (None, (pe_dossier_builder,)),
    "pe_dossier_get_head": (c.c_int32, (P(pe_dossier_head), pe_dossier, P(c.c_void_p))),
    "pe_dossier_get_budget": (c.c_void_p, (pe_dossier,)),
    "pe_dossier_get_procurement": (c.c_void_p, (pe_dossier,)),
    "pe_dossier_get_assets": (c.c_void_p, (pe_dossier,)),
    "pe_dossier_get_n_registers": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_register": (c.c_void_p, (pe_dossier, c.c_size_t)),
    "pe_dossier_find_register": (c.c_void_p, (pe_dossier, c.c_char_p)),
    "pe_dossier_get_prior": (c.c_void_p, (pe_dossier,)),
    "pe_dossier_get_n_facts": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_fact": (c.c_int32, (P(pe_fact), pe_dossier, c.c_size_t, P(c.c_void_p))),
    "pe_dossier_get_n_rows": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_row": (c.c_int32, (P(pe_row), pe_dossier, c.c_size_t, P(c.c_void_p))),
    "pe_dossier_get_n_declared_scores": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_declared_score": (c.c_int32, (P(pe_declared_score), pe_dossier, c.c_size_t, P(c.c_void_p))),
    "pe_dossier_get_n_readings": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_reading": (c.c_int32, (P(pe_reading), pe_dossier, c.c_size_t, P(c.c_void_p))),
    "pe_dossier_get_n_adjustments": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_adjustment": (c.c_int32, (P(pe_adjustment), pe_dossier, c.c_size_t, P(c.c_void_p))),
    "pe_dossier_get_n_events": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_event": (c.c_int32, (P(pe_event), pe_dossier, c.c_size_t, P(c.c_void_p))),
    "pe_dossier_get_n_narratives": (c.c_size_t, (pe_dossier,)),
    "pe_dossier_get_narrative": (c.c_int32, (P(pe_narrative), pe_dossier, c.c_size_t, P(c.c_void_p))),
    "pe_dossier_find_place": (c.c_void_p, (pe_dossier, c.c_char_p)),
    "pe_dossier_get_digest": (None, (pe_dossier, P(c.c_uint8))),
    "pe_dossier_is_equal": (c.c_int32, (pe_dossier, pe_dossier)),
    "pe_dossier_ref": (c.c_void_p, (pe_dossier,)),
    "pe_dossier_unref": (None, (pe_dossier,)),
    "pe_dossier_tables_options_init": (None, (P(pe_dossier_tables_options), c.c_uint32)),
    "pe_dossier_from_tables": (c.c_int32, (P(c.c_void_p), pe_tables, P(pe_dossier_tables_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_tables_from_dossier": (c.c_int32, (P(c.c_void_p), pe_dossier, P(pe_dossier_tables_options), P(c.c_void_p))),
    "pe_encoding_get_name": (c.c_char_p, (c.c_int32,)),
    "pe_encoding_find": (c.c_int32, (P(c.c_int32), c.c_char_p, P(c.c_void_p))),
    "pe_encoding_decode": (c.c_int32, (P(c.c_void_p), P(c.c_int32), c.c_char_p, c.c_size_t, c.c_int32, P(pe_read_options), P(c.c_void_p))),
    "pe_encoding_encode": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_error_get_status": (c.c_int32, (pe_error,)),
    "pe_error_get_message": (c.c_char_p, (pe_error, c.c_int32)),
    "pe_error_get_finding": (c.c_void_p, (pe_error,)),
    "pe_error_get_count": (c.c_uint64, (pe_error,)),
    "pe_findings_join": (c.c_int32, (P(c.c_void_p), P(c.c_void_p), c.c_size_t, P(c.c_void_p))),
    "pe_error_ref": (c.c_void_p, (pe_error,)),
    "pe_error_unref": (None, (pe_error,)),
    "pe_evaluate_options_init": (None, (P(pe_evaluate_options), c.c_uint32)),
    "pe_node_init": (None, (P(pe_node), c.c_uint32)),
    "pe_input_init": (None, (P(pe_input), c.c_uint32)),
    "pe_evaluate": (c.c_int32, (P(c.c_void_p), pe_rulebook, pe_dossier, P(pe_evaluate_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_evaluation_get_rulebook": (c.c_void_p, (pe_evaluation,)),
    "pe_evaluation_get_dossier": (c.c_void_p, (pe_evaluation,)),
    "pe_evaluation_get_findings": (c.c_void_p, (pe_evaluation,)),
    "pe_evaluation_get_ledger": (c.c_void_p, (pe_evaluation,)),
    "pe_evaluation_get_grade": (c.c_int32, (pe_evaluation,)),
    "pe_evaluation_get_grade_of_points": (c.c_int32, (pe_evaluation,)),
    "pe_evaluation_get_grade_event": (c.c_int32, (pe_evaluation,)),
    "pe_evaluation_get_n_nodes": (c.c_size_t, (pe_evaluation,)),
    "pe_evaluation_get_node": (c.c_int32, (P(pe_node), pe_evaluation, c.c_size_t, P(c.c_void_p))),
    "pe_evaluation_get_points": (c.c_int32, (P(pe_decimal), pe_evaluation, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_evaluation_compute_points": (c.c_int32, (P(c.c_void_p), pe_evaluation, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_evaluation_get_n_inputs": (c.c_size_t, (pe_evaluation, c.c_size_t)),
    "pe_evaluation_get_input": (c.c_int32, (P(pe_input), pe_evaluation, c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_evaluation_print_formula": (c.c_int32, (P(c.c_void_p), pe_evaluation, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_evaluation_print_rate": (c.c_int32, (P(c.c_void_p), pe_evaluation, c.c_size_t, P(c.c_void_p))),
    "pe_evaluation_explain": (c.c_int32, (P(c.c_void_p), pe_evaluation, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_evaluation_ref": (c.c_void_p, (pe_evaluation,)),
    "pe_evaluation_unref": (None, (pe_evaluation,)),
    "pe_evaluator_new": (c.c_int32, (P(c.c_void_p), pe_batch_plan, P(c.c_void_p))),
    "pe_evaluator_free": (None, (pe_evaluator,)),
    "pe_evaluator_set_figures": (c.c_int32, (pe_evaluator, c.c_size_t, P(pe_figure), c.c_size_t, P(c.c_void_p))),
    "pe_evaluator_set_text": (c.c_int32, (pe_evaluator, c.c_size_t, c.c_char_p, P(c.c_void_p))),
    "pe_evaluator_run": (c.c_int32, (pe_evaluator, P(c.c_void_p))),
    "pe_evaluator_get_status": (c.c_int32, (pe_evaluator,)),
    "pe_evaluator_get_grade": (c.c_int32, (pe_evaluator,)),
    "pe_evaluator_get_state": (c.c_int32, (pe_evaluator, c.c_size_t)),
    "pe_evaluator_get_points": (c.c_int32, (P(pe_decimal), pe_evaluator, c.c_size_t, P(c.c_void_p))),
    "pe_evaluator_get_n_entries": (c.c_size_t, (pe_evaluator,)),
    "pe_evaluator_get_entry": (c.c_int32, (P(pe_ledger_entry), pe_evaluator, c.c_size_t, P(c.c_void_p))),
    "pe_fact_init": (None, (P(pe_fact), c.c_uint32)),
    "pe_row_init": (None, (P(pe_row), c.c_uint32)),
    "pe_declared_score_init": (None, (P(pe_declared_score), c.c_uint32)),
    "pe_reading_init": (None, (P(pe_reading), c.c_uint32)),
    "pe_figure_parse": (c.c_int32, (P(pe_figure), c.c_char_p, c.c_size_t, P(c.c_void_p))),
    "pe_figure_convert": (c.c_int32, (P(pe_figure), P(pe_figure), c.c_int32, P(c.c_void_p))),
    "pe_unit_get_name": (c.c_char_p, (c.c_int32,)),
    "pe_unit_parse": (c.c_int32, (P(c.c_int32), c.c_char_p, c.c_size_t, P(c.c_void_p))),
    "pe_finding_get_code": (c.c_int32, (pe_finding,)),
    "pe_finding_get_severity": (c.c_int32, (pe_finding,)),
    "pe_finding_get_message": (c.c_char_p, (pe_finding, c.c_int32)),
    "pe_finding_get_n_places": (c.c_size_t, (pe_finding,)),
    "pe_finding_get_place": (c.c_void_p, (pe_finding, c.c_size_t)),
    "pe_finding_get_n_parameters": (c.c_size_t, (pe_finding,)),
    "pe_finding_get_parameter_name": (c.c_char_p, (pe_finding, c.c_size_t)),
    "pe_finding_get_parameter_text": (c.c_char_p, (pe_finding, c.c_size_t)),
    "pe_findings_get_size": (c.c_size_t, (pe_findings,)),
    "pe_findings_get_count": (c.c_uint64, (pe_findings, c.c_int32)),
    "pe_findings_get": (c.c_void_p, (pe_findings, c.c_size_t)),
    "pe_findings_ref": (c.c_void_p, (pe_findings,)),
    "pe_findings_unref": (None, (pe_findings,)),
    "pe_dossier_to_fiscal_package": (c.c_int32, (P(c.c_void_p), P(c.c_void_p), pe_dossier, P(c.c_void_p), P(c.c_void_p))),
    "pe_interval_init": (None, (P(pe_interval), c.c_uint32)),
    "pe_interval_clear": (None, (P(pe_interval),)),
    "pe_infer_weight": (c.c_int32, (P(pe_interval), P(pe_decimal), P(pe_decimal), P(pe_decimal), c.c_int32, c.c_uint32, P(c.c_void_p))),
    "pe_infer_base": (c.c_int32, (P(pe_interval), P(pe_decimal), P(pe_decimal), c.c_uint32, P(c.c_void_p))),
    "pe_read_options_init": (None, (P(pe_read_options), c.c_uint32)),
    "pe_rulebook_from_json": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_read_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_rulebook_to_json": (c.c_int32, (P(c.c_void_p), pe_rulebook, P(c.c_void_p))),
    "pe_dossier_from_json": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_read_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_dossier_to_json": (c.c_int32, (P(c.c_void_p), pe_dossier, P(c.c_void_p))),
    "pe_evaluation_to_json": (c.c_int32, (P(c.c_void_p), pe_evaluation, P(c.c_void_p))),
    "pe_evaluation_to_csv": (c.c_int32, (P(c.c_void_p), pe_evaluation, c.c_int32, P(c.c_void_p))),
    "pe_findings_to_json": (c.c_int32, (P(c.c_void_p), pe_findings, P(c.c_void_p))),
    "pe_rulebook_comparison_to_json": (c.c_int32, (P(c.c_void_p), pe_rulebook_comparison, P(c.c_void_p))),
    "pe_lamp_bands_init": (None, (P(pe_lamp_bands), c.c_uint32)),
    "pe_lamp_compute": (c.c_int32, (P(c.c_int32), c.c_int32, P(pe_figure), P(pe_figure), c.c_int32, P(pe_lamp_bands), P(c.c_void_p))),
    "pe_lamp_worst": (c.c_int32, (P(c.c_int32), P(c.c_int32), c.c_size_t, P(c.c_void_p))),
    "pe_lamp_get_name": (c.c_char_p, (c.c_int32, c.c_int32)),
    "pe_ledger_entry_init": (None, (P(pe_ledger_entry), c.c_uint32)),
    "pe_ledger_get_size": (c.c_size_t, (pe_ledger,)),
    "pe_ledger_get_entry": (c.c_int32, (P(pe_ledger_entry), pe_ledger, c.c_size_t, P(c.c_void_p))),
    "pe_ledger_compute_amount": (c.c_int32, (P(c.c_void_p), pe_ledger, c.c_size_t, P(c.c_void_p))),
    "pe_ledger_print_reason": (c.c_int32, (P(c.c_void_p), pe_ledger, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_ledger_csv_new": (c.c_int32, (P(c.c_void_p), pe_measure_stream, P(c.c_void_p))),
    "pe_ledger_csv_feed": (c.c_int32, (pe_ledger_csv, c.c_char_p, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_ledger_csv_get_n_passed_over": (c.c_size_t, (pe_ledger_csv,)),
    "pe_ledger_csv_free": (None, (pe_ledger_csv,)),
    "pe_limits_init": (None, (P(pe_limits), c.c_uint32)),
    "pe_lint_options_init": (None, (P(pe_lint_options), c.c_uint32)),
    "pe_rulebook_lint": (c.c_int32, (P(c.c_void_p), pe_rulebook, P(pe_lint_options), P(c.c_void_p))),
    "pe_rulebook_lint_json": (c.c_int32, (P(c.c_void_p), P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_read_options), P(pe_lint_options), P(c.c_void_p))),
    "pe_measure_options_init": (None, (P(pe_measure_options), c.c_uint32)),
    "pe_measure_info_init": (None, (P(pe_measure_info), c.c_uint32)),
    "pe_measure_value_init": (None, (P(pe_measure_value), c.c_uint32)),
    "pe_measure_get_count": (c.c_size_t, ()),
    "pe_measure_get_id": (c.c_char_p, (c.c_size_t,)),
    "pe_measure_get_name": (c.c_char_p, (c.c_size_t, c.c_int32)),
    "pe_measure_get_definition": (c.c_char_p, (c.c_size_t, c.c_int32)),
    "pe_measure_describe": (c.c_int32, (P(pe_measure_info), c.c_size_t, P(c.c_void_p))),
    "pe_measure_derive": (c.c_int32, (P(pe_measure_value), c.c_char_p, pe_dossier, P(c.c_void_p))),
    "pe_measure_derive_with": (c.c_int32, (P(pe_measure_value), c.c_char_p, pe_dossier, P(pe_measure_options), P(c.c_void_p))),
    "pe_measure_derivation_new": (c.c_int32, (P(c.c_void_p), pe_rulebook_measure, pe_dossier, pe_calendar, P(c.c_void_p))),
    "pe_measure_derivation_get_state": (c.c_int32, (pe_measure_derivation,)),
    "pe_measure_derivation_compute_value": (c.c_int32, (P(c.c_void_p), pe_measure_derivation, P(c.c_void_p))),
    "pe_measure_derivation_get_size": (c.c_size_t, (pe_measure_derivation,)),
    "pe_measure_derivation_get_path": (c.c_char_p, (pe_measure_derivation, c.c_size_t)),
    "pe_measure_derivation_find_place": (c.c_void_p, (pe_measure_derivation, c.c_size_t)),
    "pe_measure_derivation_ref": (c.c_void_p, (pe_measure_derivation,)),
    "pe_measure_derivation_unref": (None, (pe_measure_derivation,)),
    "pe_measure_stream_new": (c.c_int32, (P(c.c_void_p), P(c.c_char_p), c.c_size_t, P(pe_measure_options), P(c.c_void_p))),
    "pe_measure_stream_add_procurement": (c.c_int32, (pe_measure_stream, P(pe_procurement_record), c.c_size_t, P(c.c_void_p))),
    "pe_measure_stream_add_payments": (c.c_int32, (pe_measure_stream, P(pe_payment), c.c_size_t, P(c.c_void_p))),
    "pe_measure_stream_add_assets": (c.c_int32, (pe_measure_stream, P(pe_asset_record), c.c_size_t, P(c.c_void_p))),
    "pe_measure_stream_get_count": (c.c_uint64, (pe_measure_stream,)),
    "pe_measure_stream_get_value": (c.c_int32, (P(pe_measure_value), pe_measure_stream, c.c_size_t, P(c.c_void_p))),
    "pe_measure_stream_examine_procurement": (c.c_int32, (P(pe_contribution), pe_measure_stream, c.c_size_t, P(pe_procurement_record), P(c.c_void_p))),
    "pe_measure_stream_free": (None, (pe_measure_stream,)),
    "pe_contribution_init": (None, (P(pe_contribution), c.c_uint32)),
    "pe_measure_trace_new": (c.c_int32, (P(c.c_void_p), c.c_char_p, pe_dossier, P(pe_measure_options), P(c.c_void_p))),
    "pe_measure_trace_get_size": (c.c_size_t, (pe_measure_trace,)),
    "pe_measure_trace_get": (c.c_int32, (P(pe_contribution), pe_measure_trace, c.c_size_t, P(c.c_void_p))),
    "pe_measure_trace_print_path": (c.c_int32, (P(c.c_void_p), pe_measure_trace, c.c_size_t, P(c.c_void_p))),
    "pe_measure_trace_find_place": (c.c_void_p, (pe_measure_trace, c.c_size_t)),
    "pe_measure_trace_ref": (c.c_void_p, (pe_measure_trace,)),
    "pe_measure_trace_unref": (None, (pe_measure_trace,)),
    "pe_narrative_init": (None, (P(pe_narrative), c.c_uint32)),
    "pe_ocds_options_init": (None, (P(pe_ocds_options), c.c_uint32)),
    "pe_tables_from_ocds": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_ocds_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_ocds_write_options_init": (None, (P(pe_ocds_write_options), c.c_uint32)),
    "pe_dossier_to_ocds": (c.c_int32, (P(c.c_void_p), pe_dossier, P(pe_ocds_write_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_place_get_what": (c.c_char_p, (pe_place,)),
    "pe_place_get_file": (c.c_char_p, (pe_place,)),
    "pe_place_get_line": (c.c_uint64, (pe_place,)),
    "pe_place_get_column": (c.c_uint64, (pe_place,)),
    "pe_place_get_cell": (c.c_char_p, (pe_place,)),
    "pe_place_get_bytes": (None, (pe_place, P(c.c_uint64), P(c.c_uint64))),
    "pe_procurement_record_init": (None, (P(pe_procurement_record), c.c_uint32)),
    "pe_payment_init": (None, (P(pe_payment), c.c_uint32)),
    "pe_procurement_summary_init": (None, (P(pe_procurement_summary), c.c_uint32)),
    "pe_procurement_builder_new": (c.c_int32, (P(c.c_void_p), pe_procurement, P(c.c_void_p))),
    "pe_procurement_builder_add_many": (c.c_int32, (pe_procurement_builder, P(pe_procurement_record), c.c_size_t, P(c.c_void_p))),
    "pe_procurement_builder_add_payments": (c.c_int32, (pe_procurement_builder, P(pe_payment), c.c_size_t, P(c.c_void_p))),
    "pe_procurement_builder_set_summary": (c.c_int32, (pe_procurement_builder, P(pe_procurement_summary), P(c.c_void_p))),
    "pe_procurement_builder_build": (c.c_int32, (P(c.c_void_p), pe_procurement_builder, P(c.c_void_p), P(c.c_void_p))),
    "pe_procurement_builder_free": (None, (pe_procurement_builder,)),
    "pe_procurement_get_n_records": (c.c_size_t, (pe_procurement,)),
    "pe_procurement_get_record": (c.c_int32, (P(pe_procurement_record), pe_procurement, c.c_size_t, P(c.c_void_p))),
    "pe_procurement_get_n_payments": (c.c_size_t, (pe_procurement,)),
    "pe_procurement_get_payment": (c.c_int32, (P(pe_payment), pe_procurement, c.c_size_t, P(c.c_void_p))),
    "pe_procurement_get_summary": (c.c_int32, (P(pe_procurement_summary), pe_procurement, P(c.c_void_p))),
    "pe_procurement_compute_total": (c.c_int32, (P(pe_figure), pe_procurement, c.c_int32, P(c.c_void_p))),
    "pe_procurement_get_digest": (None, (pe_procurement, P(c.c_uint8))),
    "pe_procurement_is_equal": (c.c_int32, (pe_procurement, pe_procurement)),
    "pe_procurement_ref": (c.c_void_p, (pe_procurement,)),
    "pe_procurement_unref": (None, (pe_procurement,)),
    "pe_prose_options_init": (None, (P(pe_prose_options), c.c_uint32)),
    "pe_prose_word_init": (None, (P(pe_prose_word), c.c_uint32)),
    "pe_prose_pattern_init": (None, (P(pe_prose_pattern), c.c_uint32)),
    "pe_prose_summary_init": (None, (P(pe_prose_summary), c.c_uint32)),
    "pe_prose_read": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_prose_options), P(c.c_void_p))),
    "pe_prose_ref": (c.c_void_p, (pe_prose,)),
    "pe_prose_unref": (None, (pe_prose,)),
    "pe_prose_get_audit": (c.c_void_p, (pe_prose,)),
    "pe_prose_get_summary": (c.c_int32, (P(pe_prose_summary), pe_prose, P(c.c_void_p))),
    "pe_prose_is_related": (c.c_int32, (pe_prose, c.c_size_t)),
    "pe_prose_get_pattern": (c.c_char_p, (pe_prose, c.c_size_t)),
    "pe_prose_patterns_from_json": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_read_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_prose_patterns_ref": (c.c_void_p, (pe_prose_patterns,)),
    "pe_prose_patterns_unref": (None, (pe_prose_patterns,)),
    "pe_prose_patterns_lend": (c.c_int32, (pe_prose_patterns, P(pe_prose_options), P(c.c_void_p))),
    "pe_provider_place_init": (None, (P(pe_provider_place), c.c_uint32)),
    "pe_provider_parameter_init": (None, (P(pe_provider_parameter), c.c_uint32)),
    "pe_provider_new": (c.c_int32, (P(c.c_void_p), P(pe_read_options), P(c.c_void_p))),
    "pe_provider_get_limits": (None, (P(pe_limits), pe_provider)),
    "pe_provider_begin_table": (c.c_int32, (pe_provider, P(pe_table_head), P(c.c_void_p))),
    "pe_provider_add_row": (c.c_int32, (pe_provider, P(pe_table_row), P(pe_cell), c.c_size_t, P(c.c_void_p))),
    "pe_provider_merge": (c.c_int32, (pe_provider, c.c_uint32, c.c_uint32, c.c_uint32, P(c.c_void_p))),
    "pe_provider_report": (c.c_int32, (pe_provider, c.c_int32, P(pe_provider_place), c.c_size_t, P(pe_provider_parameter), c.c_size_t, P(c.c_void_p))),
    "pe_provider_report_error": (c.c_int32, (pe_provider, pe_error, P(c.c_void_p))),
    "pe_provider_finish": (c.c_int32, (P(c.c_void_p), pe_provider, P(c.c_void_p), P(c.c_void_p))),
    "pe_provider_free": (None, (pe_provider,)),
    "pe_provider_make_error": (c.c_int32, (P(c.c_void_p), c.c_int32, P(pe_provider_place), P(pe_provider_parameter), c.c_size_t)),
    "pe_provider_make_text": (c.c_int32, (P(c.c_void_p), c.c_void_p, c.c_size_t, P(c.c_void_p))),
    "pe_ratio_new": (c.c_int32, (P(c.c_void_p), P(pe_decimal), P(pe_decimal), P(c.c_void_p))),
    "pe_ratio_round": (c.c_int32, (P(pe_decimal), pe_ratio, c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_ratio_compare": (c.c_int32, (P(c.c_int32), pe_ratio, pe_ratio, P(c.c_void_p))),
    "pe_ratio_print_numerator": (c.c_int32, (P(c.c_void_p), pe_ratio, P(c.c_void_p))),
    "pe_ratio_print_denominator": (c.c_int32, (P(c.c_void_p), pe_ratio, P(c.c_void_p))),
    "pe_ratio_print_truncated": (c.c_int32, (P(c.c_void_p), pe_ratio, c.c_int32, P(c.c_void_p))),
    "pe_ratio_ref": (c.c_void_p, (pe_ratio,)),
    "pe_ratio_unref": (None, (pe_ratio,)),
    "pe_record_column_init": (None, (P(pe_record_column), c.c_uint32)),
    "pe_record_kind_get_id": (c.c_char_p, (c.c_int32,)),
    "pe_record_kind_get_name": (c.c_char_p, (c.c_int32, c.c_int32)),
    "pe_record_kind_get_n_columns": (c.c_size_t, (c.c_int32,)),
    "pe_record_kind_describe_column": (c.c_int32, (P(pe_record_column), c.c_int32, c.c_size_t, P(c.c_void_p))),
    "pe_record_kind_get_word": (c.c_char_p, (c.c_int32, c.c_size_t, c.c_int32)),
    "pe_record_kind_get_word_name": (c.c_char_p, (c.c_int32, c.c_size_t, c.c_int32, c.c_int32)),
    "pe_record_kind_find_word": (c.c_int32, (c.c_int32, c.c_size_t, c.c_char_p)),
    "pe_register_column_init": (None, (P(pe_register_column), c.c_uint32)),
    "pe_register_cell_init": (None, (P(pe_register_cell), c.c_uint32)),
    "pe_register_builder_new": (c.c_int32, (P(c.c_void_p), pe_register, P(c.c_void_p))),
    "pe_register_builder_set_head": (c.c_int32, (pe_register_builder, c.c_char_p, c.c_char_p, P(c.c_void_p))),
    "pe_register_builder_add_columns": (c.c_int32, (pe_register_builder, P(pe_register_column), c.c_size_t, P(c.c_void_p))),
    "pe_register_builder_add_rows": (c.c_int32, (pe_register_builder, P(pe_register_cell), c.c_size_t, P(c.c_void_p))),
    "pe_register_builder_build": (c.c_int32, (P(c.c_void_p), pe_register_builder, P(c.c_void_p), P(c.c_void_p))),
    "pe_register_builder_free": (None, (pe_register_builder,)),
    "pe_register_get_id": (c.c_char_p, (pe_register,)),
    "pe_register_get_title": (c.c_char_p, (pe_register,)),
    "pe_register_get_n_columns": (c.c_size_t, (pe_register,)),
    "pe_register_get_n_rows": (c.c_size_t, (pe_register,)),
    "pe_register_get_column": (c.c_int32, (P(pe_register_column), pe_register, c.c_size_t, P(c.c_void_p))),
    "pe_register_get_cell": (c.c_int32, (P(pe_register_cell), pe_register, c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_register_get_digest": (None, (pe_register, P(c.c_uint8))),
    "pe_register_is_equal": (c.c_int32, (pe_register, pe_register)),
    "pe_register_ref": (c.c_void_p, (pe_register,)),
    "pe_register_unref": (None, (pe_register,)),
    "pe_relation_init": (None, (P(pe_relation), c.c_uint32)),
    "pe_audit_band_init": (None, (P(pe_audit_band), c.c_uint32)),
    "pe_relation_kind_get_name": (c.c_char_p, (c.c_int32,)),
    "pe_relation_kind_get_title": (c.c_char_p, (c.c_int32, c.c_int32)),
    "pe_relation_form_get_name": (c.c_char_p, (c.c_int32,)),
    "pe_review_options_init": (None, (P(pe_review_options), c.c_uint32)),
    "pe_review_result_init": (None, (P(pe_review_result), c.c_uint32)),
    "pe_review_item_init": (None, (P(pe_review_item), c.c_uint32)),
    "pe_review_new": (c.c_int32, (P(c.c_void_p), pe_rulebook, pe_dossier, pe_evaluation, P(pe_review_options), P(c.c_void_p))),
    "pe_review_get_result": (c.c_int32, (P(pe_review_result), pe_review, c.c_size_t, P(c.c_void_p))),
    "pe_review_get_n_items": (c.c_size_t, (pe_review,)),
    "pe_review_get_item": (c.c_int32, (P(pe_review_item), pe_review, c.c_size_t, P(c.c_void_p))),
    "pe_review_get_count": (c.c_uint64, (pe_review, c.c_int32)),
    "pe_review_ref": (c.c_void_p, (pe_review,)),
    "pe_review_unref": (None, (pe_review,)),
    "pe_review_check_init": (None, (P(pe_review_check), c.c_uint32)),
    "pe_review_threshold_init": (None, (P(pe_review_threshold), c.c_uint32)),
    "pe_review_setting_init": (None, (P(pe_review_setting), c.c_uint32)),
    "pe_review_check_get_count": (c.c_size_t, ()),
    "pe_review_check_find": (c.c_int32, (P(c.c_size_t), c.c_char_p, P(c.c_void_p))),
    "pe_review_check_get": (c.c_int32, (P(pe_review_check), c.c_size_t, P(c.c_void_p))),
    "pe_review_check_get_n_thresholds": (c.c_size_t, (c.c_size_t,)),
    "pe_review_check_get_threshold": (c.c_int32, (P(pe_review_threshold), c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_review_report_options_init": (None, (P(pe_review_report_options), c.c_uint32)),
    "pe_review_to_text": (c.c_int32, (P(c.c_void_p), pe_review, P(pe_review_report_options), P(c.c_void_p))),
    "pe_review_to_json": (c.c_int32, (P(c.c_void_p), pe_review, P(pe_review_report_options), P(c.c_void_p))),
    "pe_review_to_sarif": (c.c_int32, (P(c.c_void_p), pe_review, P(pe_review_report_options), P(c.c_void_p))),
    "pe_rollup_unit_init": (None, (P(pe_rollup_unit), c.c_uint32)),
    "pe_rollup_options_init": (None, (P(pe_rollup_options), c.c_uint32)),
    "pe_rollup_entry_init": (None, (P(pe_rollup_entry), c.c_uint32)),
    "pe_roll_up": (c.c_int32, (P(c.c_void_p), P(pe_rollup_unit), c.c_size_t, P(pe_rollup_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_rollup_get_mode": (c.c_int32, (pe_rollup,)),
    "pe_rollup_get_weighting": (c.c_int32, (pe_rollup,)),
    "pe_rollup_get_unit_name": (c.c_char_p, (pe_rollup,)),
    "pe_rollup_get_unit_code": (c.c_char_p, (pe_rollup,)),
    "pe_rollup_get_rulebook": (c.c_void_p, (pe_rollup,)),
    "pe_rollup_get_evaluation": (c.c_void_p, (pe_rollup,)),
    "pe_rollup_get_findings": (c.c_void_p, (pe_rollup,)),
    "pe_rollup_get_n_units": (c.c_size_t, (pe_rollup,)),
    "pe_rollup_get_unit": (c.c_int32, (P(pe_rollup_unit), pe_rollup, c.c_size_t, P(c.c_void_p))),
    "pe_rollup_compute_share": (c.c_int32, (P(c.c_void_p), pe_rollup, c.c_size_t, P(c.c_void_p))),
    "pe_rollup_get_grade": (c.c_int32, (pe_rollup,)),
    "pe_rollup_get_n_nodes": (c.c_size_t, (pe_rollup,)),
    "pe_rollup_get_node": (c.c_int32, (P(pe_node), pe_rollup, c.c_size_t, P(c.c_void_p))),
    "pe_rollup_compute_points": (c.c_int32, (P(c.c_void_p), pe_rollup, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_rollup_get_n_entries": (c.c_size_t, (pe_rollup,)),
    "pe_rollup_get_entry": (c.c_int32, (P(pe_rollup_entry), pe_rollup, c.c_size_t, P(c.c_void_p))),
    "pe_rollup_compute_amount": (c.c_int32, (P(c.c_void_p), pe_rollup, c.c_size_t, P(c.c_void_p))),
    "pe_rollup_print_reason": (c.c_int32, (P(c.c_void_p), pe_rollup, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_rollup_print_formula": (c.c_int32, (P(c.c_void_p), pe_rollup, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_rollup_explain": (c.c_int32, (P(c.c_void_p), pe_rollup, c.c_size_t, c.c_int32, P(c.c_void_p))),
    "pe_rollup_ref": (c.c_void_p, (pe_rollup,)),
    "pe_rollup_unref": (None, (pe_rollup,)),
    "pe_rollup_to_json": (c.c_int32, (P(c.c_void_p), pe_rollup, P(c.c_void_p))),
    "pe_rounding_contract_init": (None, (P(pe_rounding_contract), c.c_uint32)),
    "pe_step_init": (None, (P(pe_step), c.c_uint32)),
    "pe_item_init": (None, (P(pe_item), c.c_uint32)),
    "pe_band_init": (None, (P(pe_band), c.c_uint32)),
    "pe_point_init": (None, (P(pe_point), c.c_uint32)),
    "pe_milestone_init": (None, (P(pe_milestone), c.c_uint32)),
    "pe_table_input_init": (None, (P(pe_table_input), c.c_uint32)),
    "pe_decision_init": (None, (P(pe_decision), c.c_uint32)),
    "pe_rule_builder_new": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_int32, P(c.c_void_p))),
    "pe_rule_builder_set_limits": (c.c_int32, (pe_rule_builder, P(pe_limits), P(c.c_void_p))),
    "pe_rule_builder_set_number": (c.c_int32, (pe_rule_builder, c.c_char_p, P(pe_decimal), P(c.c_void_p))),
    "pe_rule_builder_set_word": (c.c_int32, (pe_rule_builder, c.c_char_p, c.c_char_p, P(c.c_void_p))),
    "pe_rule_builder_set_policy": (c.c_int32, (pe_rule_builder, c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_rule_builder_bind_measure": (c.c_int32, (pe_rule_builder, c.c_char_p, c.c_char_p, P(c.c_void_p))),
    "pe_rule_builder_bind_fact": (c.c_int32, (pe_rule_builder, c.c_char_p, c.c_char_p, P(c.c_void_p))),
    "pe_rule_builder_bind_figure": (c.c_int32, (pe_rule_builder, c.c_char_p, P(pe_figure), P(c.c_void_p))),
    "pe_rule_builder_set_unit": (c.c_int32, (pe_rule_builder, c.c_int32, P(c.c_void_p))),
    "pe_rule_builder_add_steps": (c.c_int32, (pe_rule_builder, P(pe_step), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_add_items": (c.c_int32, (pe_rule_builder, P(pe_item), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_add_bands": (c.c_int32, (pe_rule_builder, P(pe_band), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_add_points": (c.c_int32, (pe_rule_builder, P(pe_point), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_add_milestones": (c.c_int32, (pe_rule_builder, P(pe_milestone), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_add_alternative": (c.c_int32, (pe_rule_builder, c.c_char_p, pe_rule, P(c.c_void_p))),
    "pe_rule_builder_declare_fact": (c.c_int32, (pe_rule_builder, c.c_char_p, c.c_int32, P(c.c_void_p))),
    "pe_rule_builder_bind_formula": (c.c_int32, (pe_rule_builder, c.c_char_p, c.c_char_p, P(c.c_void_p))),
    "pe_rule_builder_add_inputs": (c.c_int32, (pe_rule_builder, P(pe_table_input), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_add_decisions": (c.c_int32, (pe_rule_builder, P(pe_decision), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_add_priority": (c.c_int32, (pe_rule_builder, P(pe_decimal), c.c_size_t, P(c.c_void_p))),
    "pe_rule_builder_set_sign_rule": (c.c_int32, (pe_rule_builder, c.c_int32, pe_rule, P(c.c_void_p))),
    "pe_rule_builder_build": (c.c_int32, (P(c.c_void_p), pe_rule_builder, P(c.c_void_p), P(c.c_void_p))),
    "pe_rule_builder_free": (None, (pe_rule_builder,)),
    "pe_rule_score": (c.c_int32, (P(c.c_void_p), pe_rule, P(pe_decimal), P(pe_fact), c.c_size_t, P(pe_limits), P(c.c_void_p))),
    "pe_rule_get_shape": (c.c_size_t, (pe_rule,)),
    "pe_rule_get_digest": (None, (pe_rule, P(c.c_uint8))),
    "pe_rule_is_equal": (c.c_int32, (pe_rule, pe_rule)),
    "pe_rule_ref": (c.c_void_p, (pe_rule,)),
    "pe_rule_unref": (None, (pe_rule,)),
    "pe_rule_argument_init": (None, (P(pe_rule_argument), c.c_uint32)),
    "pe_rule_read_argument": (c.c_int32, (P(pe_rule_argument), pe_rule, c.c_char_p, P(c.c_void_p))),
    "pe_rule_read_number": (c.c_int32, (P(pe_decimal), pe_rule, c.c_char_p, P(c.c_void_p))),
    "pe_rule_find_word": (c.c_char_p, (pe_rule, c.c_char_p)),
    "pe_rule_get_bound_unit": (c.c_int32, (pe_rule,)),
    "pe_rule_find_sign_rule": (c.c_void_p, (pe_rule, c.c_int32)),
    "pe_rule_get_n_steps": (c.c_size_t, (pe_rule,)),
    "pe_rule_get_step": (c.c_int32, (P(pe_step), pe_rule, c.c_size_t, P(c.c_void_p))),
    "pe_rule_get_n_items": (c.c_size_t, (pe_rule,)),
    "pe_rule_get_item": (c.c_int32, (P(pe_item), pe_rule, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_head_init": (None, (P(pe_rulebook_head), c.c_uint32)),
    "pe_source_init": (None, (P(pe_source), c.c_uint32)),
    "pe_assumption_init": (None, (P(pe_assumption), c.c_uint32)),
    "pe_grade_init": (None, (P(pe_grade), c.c_uint32)),
    "pe_indicator_init": (None, (P(pe_indicator), c.c_uint32)),
    "pe_rulebook_builder_new": (c.c_int32, (P(c.c_void_p), pe_rulebook, P(c.c_void_p))),
    "pe_rulebook_builder_set_head": (c.c_int32, (pe_rulebook_builder, P(pe_rulebook_head), P(c.c_void_p))),
    "pe_rulebook_builder_set_rounding": (c.c_int32, (pe_rulebook_builder, P(pe_rounding_contract), P(c.c_void_p))),
    "pe_rulebook_builder_set_policy": (c.c_int32, (pe_rulebook_builder, c.c_int32, c.c_int32, P(c.c_void_p))),
    "pe_rulebook_builder_add_sources": (c.c_int32, (pe_rulebook_builder, P(pe_source), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_assumptions": (c.c_int32, (pe_rulebook_builder, P(pe_assumption), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_grades": (c.c_int32, (pe_rulebook_builder, P(pe_grade), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_indicators": (c.c_int32, (pe_rulebook_builder, P(pe_indicator), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_over_achievements": (c.c_int32, (pe_rulebook_builder, P(pe_over_achievement), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_caps": (c.c_int32, (pe_rulebook_builder, P(pe_cap), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_set_bonus": (c.c_int32, (pe_rulebook_builder, P(pe_bonus), P(c.c_void_p))),
    "pe_rulebook_builder_add_vetoes": (c.c_int32, (pe_rulebook_builder, P(pe_veto), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_review_settings": (c.c_int32, (pe_rulebook_builder, P(pe_review_setting), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_build": (c.c_int32, (P(c.c_void_p), pe_rulebook_builder, P(c.c_void_p), P(c.c_void_p))),
    "pe_rulebook_builder_free": (None, (pe_rulebook_builder,)),
    "pe_rulebook_get_head": (c.c_int32, (P(pe_rulebook_head), pe_rulebook, P(c.c_void_p))),
    "pe_rulebook_get_rounding": (c.c_int32, (P(pe_rounding_contract), pe_rulebook, P(c.c_void_p))),
    "pe_rulebook_get_n_sources": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_source": (c.c_int32, (P(pe_source), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_assumptions": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_assumption": (c.c_int32, (P(pe_assumption), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_grades": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_grade": (c.c_int32, (P(pe_grade), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_indicators": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_indicator": (c.c_int32, (P(pe_indicator), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_over_achievements": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_over_achievement": (c.c_int32, (P(pe_over_achievement), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_caps": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_cap": (c.c_int32, (P(pe_cap), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_bonus": (c.c_int32, (P(pe_bonus), pe_rulebook, P(c.c_void_p))),
    "pe_rulebook_get_n_vetoes": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_veto": (c.c_int32, (P(pe_veto), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_review_settings": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_review_setting": (c.c_int32, (P(pe_review_setting), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_find_indicator": (c.c_int32, (P(c.c_size_t), pe_rulebook, c.c_char_p, P(c.c_void_p))),
    "pe_rulebook_get_digest": (None, (pe_rulebook, P(c.c_uint8))),
    "pe_rulebook_is_equal": (c.c_int32, (pe_rulebook, pe_rulebook)),
    "pe_rulebook_ref": (c.c_void_p, (pe_rulebook,)),
    "pe_rulebook_unref": (None, (pe_rulebook,)),
    "pe_rulebook_case_init": (None, (P(pe_rulebook_case), c.c_uint32)),
    "pe_case_score_init": (None, (P(pe_case_score), c.c_uint32)),
    "pe_rulebook_builder_add_cases": (c.c_int32, (pe_rulebook_builder, P(pe_rulebook_case), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_case_scores": (c.c_int32, (pe_rulebook_builder, P(pe_case_score), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_cases": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_case": (c.c_int32, (P(pe_rulebook_case), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_case_scores": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_case_score": (c.c_int32, (P(pe_case_score), pe_rulebook, c.c_size_t, P(c.c_void_p))),
    "pe_difference_init": (None, (P(pe_difference), c.c_uint32)),
    "pe_rulebook_compare": (c.c_int32, (P(c.c_void_p), pe_rulebook, pe_rulebook, P(c.c_void_p))),
    "pe_rulebook_comparison_get_size": (c.c_size_t, (pe_rulebook_comparison,)),
    "pe_rulebook_comparison_get_difference": (c.c_int32, (P(pe_difference), pe_rulebook_comparison, c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_comparison_print": (c.c_int32, (P(c.c_void_p), pe_rulebook_comparison, c.c_int32, P(c.c_void_p))),
    "pe_rulebook_comparison_ref": (c.c_void_p, (pe_rulebook_comparison,)),
    "pe_rulebook_comparison_unref": (None, (pe_rulebook_comparison,)),
    "pe_rulebook_set_from_directory": (c.c_int32, (P(c.c_void_p), c.c_char_p, P(pe_read_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_rulebook_measure_spec_init": (None, (P(pe_rulebook_measure_spec), c.c_uint32)),
    "pe_rulebook_measure_new": (c.c_int32, (P(c.c_void_p), P(pe_rulebook_measure_spec), P(c.c_void_p))),
    "pe_rulebook_measure_describe": (c.c_int32, (P(pe_rulebook_measure_spec), pe_rulebook_measure, P(c.c_void_p))),
    "pe_rulebook_measure_get_id": (c.c_char_p, (pe_rulebook_measure,)),
    "pe_rulebook_measure_get_name": (c.c_char_p, (pe_rulebook_measure, c.c_int32)),
    "pe_rulebook_measure_ref": (c.c_void_p, (pe_rulebook_measure,)),
    "pe_rulebook_measure_unref": (None, (pe_rulebook_measure,)),
    "pe_rule_builder_add_measures": (c.c_int32, (pe_rule_builder, P(c.c_void_p), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_builder_add_measures": (c.c_int32, (pe_rulebook_builder, P(c.c_void_p), c.c_size_t, P(c.c_void_p))),
    "pe_rulebook_get_n_measures": (c.c_size_t, (pe_rulebook,)),
    "pe_rulebook_get_measure": (c.c_void_p, (pe_rulebook, c.c_size_t)),
    "pe_rulebook_set_builder_new": (c.c_int32, (P(c.c_void_p), P(c.c_void_p))),
    "pe_rulebook_set_builder_add": (c.c_int32, (pe_rulebook_set_builder, pe_rulebook, P(c.c_void_p))),
    "pe_rulebook_set_builder_build": (c.c_int32, (P(c.c_void_p), pe_rulebook_set_builder, P(c.c_void_p))),
    "pe_rulebook_set_builder_free": (None, (pe_rulebook_set_builder,)),
    "pe_rulebook_set_get_size": (c.c_size_t, (pe_rulebook_set,)),
    "pe_rulebook_set_get": (c.c_void_p, (pe_rulebook_set, c.c_size_t)),
    "pe_rulebook_set_find": (c.c_int32, (P(c.c_size_t), pe_rulebook_set, c.c_char_p, c.c_int32, c.c_int32, c.c_char_p, P(c.c_void_p))),
    "pe_rulebook_set_ref": (c.c_void_p, (pe_rulebook_set,)),
    "pe_rulebook_set_unref": (None, (pe_rulebook_set,)),
    "pe_shape_parameter_init": (None, (P(pe_shape_parameter), c.c_uint32)),
    "pe_shape_get_count": (c.c_size_t, ()),
    "pe_shape_find": (c.c_int32, (P(c.c_size_t), c.c_char_p, c.c_int32, P(c.c_void_p))),
    "pe_shape_get_name": (c.c_char_p, (c.c_size_t,)),
    "pe_shape_get_revision": (c.c_int32, (c.c_size_t,)),
    "pe_shape_get_superseded_by": (c.c_int32, (c.c_size_t,)),
    "pe_shape_get_title": (c.c_char_p, (c.c_size_t, c.c_int32)),
    "pe_shape_get_definition": (c.c_char_p, (c.c_size_t, c.c_int32)),
    "pe_shape_get_source": (c.c_char_p, (c.c_size_t,)),
    "pe_shape_get_n_parameters": (c.c_size_t, (c.c_size_t,)),
    "pe_shape_get_parameter": (c.c_int32, (P(pe_shape_parameter), c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_status_name": (c.c_char_p, (c.c_int32,)),
    "pe_status_describe": (c.c_char_p, (c.c_int32, c.c_int32)),
    "pe_table_kind_init": (None, (P(pe_table_kind), c.c_uint32)),
    "pe_table_column_init": (None, (P(pe_table_column), c.c_uint32)),
    "pe_table_kind_get_n": (c.c_size_t, ()),
    "pe_table_kind_get": (c.c_int32, (P(pe_table_kind), c.c_size_t, P(c.c_void_p))),
    "pe_table_kind_get_column": (c.c_int32, (P(pe_table_column), c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_table_kind_get_word": (c.c_char_p, (c.c_size_t, c.c_size_t, c.c_size_t, c.c_int32)),
    "pe_cell_init": (None, (P(pe_cell), c.c_uint32)),
    "pe_table_row_init": (None, (P(pe_table_row), c.c_uint32)),
    "pe_table_head_init": (None, (P(pe_table_head), c.c_uint32)),
    "pe_tables_join": (c.c_int32, (P(c.c_void_p), P(c.c_void_p), c.c_size_t, P(c.c_void_p))),
    "pe_tables_get_n": (c.c_size_t, (pe_tables,)),
    "pe_tables_get_head": (c.c_int32, (P(pe_table_head), pe_tables, c.c_size_t, P(c.c_void_p))),
    "pe_tables_get_n_rows": (c.c_size_t, (pe_tables, c.c_size_t)),
    "pe_tables_get_row": (c.c_int32, (P(pe_table_row), pe_tables, c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_tables_get_cell": (c.c_int32, (P(pe_cell), pe_tables, c.c_size_t, c.c_size_t, c.c_size_t, P(c.c_void_p))),
    "pe_tables_ref": (c.c_void_p, (pe_tables,)),
    "pe_tables_unref": (None, (pe_tables,)),
    "pe_text_get_data": (c.c_void_p, (pe_text,)),
    "pe_text_get_size": (c.c_size_t, (pe_text,)),
    "pe_text_ref": (c.c_void_p, (pe_text,)),
    "pe_text_unref": (None, (pe_text,)),
    "pe_threshold_init": (None, (P(pe_threshold), c.c_uint32)),
    "pe_threshold_get_count": (c.c_size_t, ()),
    "pe_threshold_describe": (c.c_int32, (P(pe_threshold), c.c_size_t, P(c.c_void_p))),
    "pe_threshold_find": (c.c_int32, (P(pe_threshold), c.c_char_p, c.c_char_p, c.c_int32, P(c.c_void_p))),
    "pe_verdict_init": (None, (P(pe_verdict), c.c_uint32)),
    "pe_modes_print": (c.c_int32, (P(c.c_void_p), c.c_uint32, c.c_int32, P(c.c_void_p))),
    "pe_version_get": (None, (P(c.c_int32), P(c.c_int32), P(c.c_int32))),
    "pe_version_get_string": (c.c_char_p, ()),
    "pe_abi_is_frozen": (c.c_int32, ()),
    "pe_term_init": (None, (P(pe_term), c.c_uint32)),
    "pe_vocabulary_get_size": (c.c_size_t, (c.c_int32,)),
    "pe_vocabulary_get_term": (c.c_int32, (P(pe_term), c.c_int32, c.c_size_t, P(c.c_void_p))),
}

OFFICE_FUNCTIONS: Functions = {
    "pe_chart_options_init": (None, (P(pe_chart_options), c.c_uint32)),
    "pe_chart_new_dimensions": (c.c_int32, (P(c.c_void_p), pe_evaluation, P(pe_chart_options), P(c.c_void_p))),
    "pe_chart_new_losses": (c.c_int32, (P(c.c_void_p), pe_evaluation, P(pe_chart_options), P(c.c_void_p))),
    "pe_chart_new_execution": (c.c_int32, (P(c.c_void_p), pe_dossier, P(pe_chart_options), P(c.c_void_p))),
    "pe_chart_new_targets": (c.c_int32, (P(c.c_void_p), pe_evaluation, P(pe_chart_options), P(c.c_void_p))),
    "pe_chart_new_grades": (c.c_int32, (P(c.c_void_p), pe_batch_summary, pe_rulebook, P(pe_chart_options), P(c.c_void_p))),
    "pe_chart_new_change": (c.c_int32, (P(c.c_void_p), pe_evaluation, pe_evaluation, P(pe_chart_options), P(c.c_void_p))),
    "pe_chart_get_size": (None, (pe_chart, P(c.c_int32), P(c.c_int32))),
    "pe_chart_get_title": (c.c_char_p, (pe_chart,)),
    "pe_chart_get_description": (c.c_char_p, (pe_chart,)),
    "pe_chart_to_svg": (c.c_int32, (P(c.c_void_p), pe_chart, P(c.c_void_p))),
    "pe_chart_to_png": (c.c_int32, (P(c.c_void_p), pe_chart, c.c_int32, P(c.c_void_p))),
    "pe_chart_ref": (c.c_void_p, (pe_chart,)),
    "pe_chart_unref": (None, (pe_chart,)),
    "pe_report_options_init": (None, (P(pe_report_options), c.c_uint32)),
    "pe_report_make": (c.c_int32, (P(c.c_void_p), pe_report_template, pe_evaluation, P(pe_report_options), P(c.c_void_p))),
    "pe_report_to_docx": (c.c_int32, (P(c.c_void_p), pe_report, P(c.c_void_p))),
    "pe_report_to_html": (c.c_int32, (P(c.c_void_p), pe_report, P(c.c_void_p))),
    "pe_report_to_markdown": (c.c_int32, (P(c.c_void_p), pe_report, P(c.c_void_p))),
    "pe_report_to_pdf": (c.c_int32, (P(c.c_void_p), pe_report, P(c.c_void_p))),
    "pe_report_ref": (c.c_void_p, (pe_report,)),
    "pe_report_unref": (None, (pe_report,)),
    "pe_report_template_from_xml": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_read_options), P(c.c_void_p))),
    "pe_report_template_get_name": (c.c_char_p, (pe_report_template, c.c_int32)),
    "pe_report_template_get_n_narratives": (c.c_size_t, (pe_report_template,)),
    "pe_report_template_get_narrative": (c.c_char_p, (pe_report_template, c.c_size_t)),
    "pe_report_template_ref": (c.c_void_p, (pe_report_template,)),
    "pe_report_template_unref": (None, (pe_report_template,)),
    "pe_report_text_from_docx": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_xlsx_options), P(c.c_void_p))),
    "pe_report_text_from_html": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_read_options), P(c.c_void_p))),
    "pe_report_text_from_tables": (c.c_int32, (P(c.c_void_p), pe_tables, P(c.c_void_p))),
    "pe_evaluation_to_xlsx": (c.c_int32, (P(c.c_void_p), pe_evaluation, c.c_int32, P(c.c_void_p))),
    "pe_template_to_xlsx": (c.c_int32, (P(c.c_void_p), pe_rulebook, c.c_int32, P(c.c_void_p))),
    "pe_xlsx_options_init": (None, (P(pe_xlsx_options), c.c_uint32)),
    "pe_xlsx_is_workbook": (c.c_int32, (c.c_char_p, c.c_size_t)),
    "pe_tables_from_xlsx": (c.c_int32, (P(c.c_void_p), c.c_char_p, c.c_size_t, P(pe_xlsx_options), P(c.c_void_p), P(c.c_void_p))),
    "pe_tables_to_xlsx": (c.c_int32, (P(c.c_void_p), pe_tables, P(c.c_void_p))),
}


def bind(library: c.CDLL, functions: Functions = FUNCTIONS) -> None:
    """Tells ctypes the result and the arguments of every function. One that the library lacks is an AttributeError that names it."""
    for name, (result, arguments) in functions.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
