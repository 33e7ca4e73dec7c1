/* perfeval/status.h - the stable codes of errors, warnings and notes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_STATUS_H
#define PERFEVAL_STATUS_H

#include <perfeval/types.h>

/**
 * @file status.h
 * @brief One space of codes for what functions return and what findings say.
 *
 * Codes are for programs, messages for people. A function returns #PE_OK or an
 * error; an error is also the code of the #pe_finding that describes it.
 * Warnings and notes are codes of findings only, never returned. Codes are
 * grouped with gaps, never renumbered and never reused.
 */

PE_BEGIN_DECLS

/** A code: #PE_OK, an error, a warning or a note. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_status;

/** Values of #pe_status. */
enum pe_status_value
{
  PE_OK = 0, /**< Done. */

  PE_ERROR_INVALID_ARGUMENT = 101, /**< An argument is NULL, out of range or of the wrong kind. */
  PE_ERROR_UNSUPPORTED      = 102, /**< A structure is newer than this library and uses what it does not know. */
  PE_ERROR_NOT_FOUND        = 103, /**< No such code, index or name. */

  PE_ERROR_NO_MEMORY    = 201, /**< Memory ran out; nothing was changed. */
  PE_ERROR_LIMIT        = 202, /**< An exact number would exceed pe_limits::number_bits, or a formula its steps. */
  PE_ERROR_LIMIT_BYTES  = 203, /**< The input is longer than pe_limits::bytes. */
  PE_ERROR_LIMIT_DEPTH  = 204, /**< The input is nested deeper than pe_limits::depth. */
  PE_ERROR_LIMIT_DIGITS = 205, /**< A number has more digits than fit or than pe_limits::digits allows. */
  PE_ERROR_LIMIT_ITEMS  = 206, /**< More records, nodes or values than pe_limits::items. */
  PE_ERROR_LIMIT_TEXT   = 207, /**< One text is longer than pe_limits::text_bytes. */
  PE_ERROR_FILE         = 208, /**< A file or directory cannot be read. */

  PE_ERROR_OVERFLOW       = 301, /**< The exact result does not fit a #pe_decimal. */
  PE_ERROR_DIVIDE_BY_ZERO = 302, /**< A divisor is zero. */

  PE_ERROR_INVALID_UTF8        = 401, /**< A text is not well-formed UTF-8. */
  PE_ERROR_NUMBER_SYNTAX       = 402, /**< Not a decimal number. */
  PE_ERROR_NUMBER_EXPONENT     = 403, /**< A number is written with an exponent. */
  PE_ERROR_THOUSANDS_SEPARATOR = 404, /**< A thousands separator stands in the wrong place. */
  PE_ERROR_DATE_SYNTAX         = 405, /**< Not a date written YYYY-MM-DD. */
  PE_ERROR_DATE_RANGE          = 406, /**< No such day, or outside 1900-01-01 to 9999-12-31. */
  PE_ERROR_CALENDAR_RANGE      = 407, /**< A date lies in a year that the calendar does not cover. */
  PE_ERROR_TEXT_EMPTY          = 408, /**< A text that must say something is empty. */

  PE_ERROR_UNIT_UNKNOWN  = 501, /**< Not a unit of #pe_unit. */
  PE_ERROR_UNIT_MISMATCH = 502, /**< Two figures of different dimensions stand together. */
  PE_ERROR_UNIT_CONFLICT = 503, /**< A figure and its surroundings name different units. */

  PE_ERROR_JSON_SYNTAX        = 601, /**< Not JSON as RFC 8259 defines it. */
  PE_ERROR_JSON_TRUNCATED     = 602, /**< The JSON text ends before its value does. */
  PE_ERROR_JSON_DUPLICATE_KEY = 603, /**< One object has the same name twice. */
  PE_ERROR_JSON_NUL           = 604, /**< A text contains U+0000. */

  PE_ERROR_ENCODING_TRUNCATED       = 611, /**< A file ends in the middle of a character: it was cut. */
  PE_ERROR_ENCODING_INVALID         = 612, /**< Bytes that are no character in the file's encoding. */
  PE_ERROR_ENCODING_UNREPRESENTABLE = 613, /**< A character that the encoding asked for does not have. */

  PE_ERROR_CSV_QUOTE      = 621, /**< A quoted cell of a CSV file does not end, or something stands behind its end. */
  PE_ERROR_CSV_NUL        = 622, /**< A CSV file has a byte 0. */
  PE_ERROR_ZIP_DAMAGED    = 631, /**< A ZIP archive, such as an XLSX file, is damaged or is none. */
  PE_ERROR_ZIP_CHECKSUM   = 632, /**< A member of a ZIP archive has not the checksum that the archive says. */
  PE_ERROR_ZIP_NAME       = 633, /**< A member of a ZIP archive has a name that it cannot have. */
  PE_ERROR_ZIP_ENCRYPTED  = 634, /**< A member of a ZIP archive is encrypted. */
  PE_ERROR_ZIP_RATIO      = 635, /**< A member of a ZIP archive expands to more than the limit allows. */
  PE_ERROR_XML_SYNTAX     = 641, /**< A part of an office file, or a report template, is not well-formed XML. */
  PE_ERROR_XML_DOCTYPE    = 642, /**< A part of an office file, or a template, declares a document type. */
  PE_ERROR_XLSX_ENCRYPTED = 651, /**< A workbook has a password, or is of the old binary form. */
  PE_ERROR_XLSX_PART      = 652, /**< An office file lacks a part that it must have. */
  PE_ERROR_XLSX_CELL      = 653, /**< A cell of an XLSX file is not written as the format says. */
  PE_ERROR_OCDS           = 661, /**< A document is not OCDS 1.1, or says what cannot be taken over without loss. */
  PE_ERROR_PROVIDER       = 690, /**< A reader of another system refused something that has no code of its own. */

  PE_ERROR_FORMAT_UNKNOWN    = 701, /**< The document does not name a format that this library reads. */
  PE_ERROR_MEMBER_UNKNOWN    = 702, /**< A member that the format does not have. */
  PE_ERROR_MEMBER_MISSING    = 703, /**< A member that the format requires is not there. */
  PE_ERROR_MEMBER_TYPE       = 704, /**< A value of the wrong JSON type. */
  PE_ERROR_VALUE_UNKNOWN     = 705, /**< A word that is not one of the words allowed here. */
  PE_ERROR_CODE_DUPLICATE    = 706, /**< Two things have the same code where it must be unique. */
  PE_ERROR_REFERENCE_UNKNOWN = 707, /**< A code that names nothing. */
  PE_ERROR_CODE_SYNTAX       = 708, /**< A code with characters or a length that codes do not have. */

  PE_ERROR_TABLE_MISSING    = 711, /**< A table that is needed is not there. */
  PE_ERROR_TABLE_DUPLICATE  = 712, /**< Two tables are of a kind that there can be only one of. */
  PE_ERROR_COLUMN_MISSING   = 713, /**< A table lacks a column that it must have. */
  PE_ERROR_COLUMN_DUPLICATE = 714, /**< Two columns of a table have headers that mean the same. */
  PE_ERROR_CELL_UNNAMED     = 715, /**< A cell stands in a column without a header. */
  PE_ERROR_CELL_VALUE       = 716, /**< A formula of a cell came to an error. */
  PE_ERROR_LEVEL            = 717, /**< A line stands more than one level below the line before it. */
  PE_ERROR_TOTAL_MISMATCH   = 718, /**< A total row is not the sum of the rows above it. */
  PE_ERROR_TOTAL_ZERO       = 719, /**< A total row was left at zero. */
  PE_ERROR_TOTAL_UNIT
      = 720, /**< A total and its rows differ by a power of ten of two units of money: one of them has the wrong unit. */
  PE_ERROR_UNIT_MIXED = 721, /**< A column mixes units. */

  PE_ERROR_SUM_MISMATCH      = 801, /**< Lines called complete do not add up to their total. */
  PE_ERROR_NEGATIVE_AMOUNT   = 802, /**< An amount that cannot be negative is. */
  PE_ERROR_CATEGORY_CONFLICT = 803, /**< A budget line's category does not fit under its parent's, or stands twice. */
  PE_ERROR_DATE_ORDER        = 804, /**< Two dates of one record are in an impossible order. */
  PE_ERROR_STATE_CONFLICT    = 805, /**< A figure's state and value contradict each other. */
  PE_ERROR_MEASURE_NOT_STREAMED = 807, /**< A measure that records alone do not decide, or those of another kind. */

  PE_ERROR_MARKS_MISMATCH    = 901, /**< Marks do not add up to the marks above them. */
  PE_ERROR_MEASURE_UNKNOWN   = 902, /**< No measure has this id. */
  PE_ERROR_SHAPE_UNKNOWN     = 903, /**< No rule shape has this name and revision. */
  PE_ERROR_PARAMETER_MISSING = 904, /**< A rule lacks a parameter that its shape requires. */
  PE_ERROR_PARAMETER_RANGE   = 905, /**< A parameter has a value that its shape does not allow. */
  PE_ERROR_PARAMETER_UNKNOWN = 906, /**< A rule has a parameter that its shape does not know. */
  PE_ERROR_STEPS_GAP         = 907, /**< A step table leaves figures without points. */
  PE_ERROR_STEPS_OVERLAP     = 908, /**< A step table gives one figure two scores. */
  PE_ERROR_GRADE_ORDER       = 909, /**< Grades are not in descending order, or one can never be reached. */
  PE_ERROR_POLICY_MISSING    = 910, /**< A rule could meet a state for which no policy is given. */
  PE_ERROR_TREE = 911, /**< The tree of indicators is not a tree: a leaf without a rule, a group with one. */
  PE_ERROR_EXPRESSION_SYNTAX   = 912, /**< A formula is not written as docs/formula.md says. */
  PE_ERROR_EXPRESSION_NAME     = 913, /**< A formula names what there is not. */
  PE_ERROR_EXPRESSION_TYPE     = 914, /**< A formula joins what cannot be joined: a number and a text, say. */
  PE_ERROR_EXPRESSION_FUNCTION = 915, /**< A formula calls a function that there is not, or with what it cannot take. */
  PE_ERROR_TABLE_GAP           = 916, /**< A decision table has no rule for some of what its inputs can be. */
  PE_ERROR_TABLE_OVERLAP = 917, /**< Two rules of a decision table hold at once where its hit policy allows one. */

  PE_ERROR_CASE_EXPECTATION   = 931, /**< A case of a rulebook expects nothing, or what cannot be had together. */
  PE_ERROR_CASE_FAILED        = 932, /**< A case of a rulebook computes something else than it expects. */
  PE_ERROR_EDITION_OVERLAP    = 933, /**< Two editions of one scheme are for the same fiscal year. */
  PE_ERROR_RULEBOOK_AMBIGUOUS = 934, /**< Two rulebooks of a set answer one question. */

  PE_ERROR_FIGURE_MISSING     = 1001, /**< A figure that the rule needs was not filled in. */
  PE_ERROR_FIGURE_TEXT        = 1002, /**< A text stands where the rule needs a number. */
  PE_ERROR_NOT_APPLICABLE     = 1003, /**< A figure is "not applicable" and the rulebook has no policy for it. */
  PE_ERROR_ZERO_DENOMINATOR   = 1004, /**< A rate has a zero denominator and the rulebook has no policy for it. */
  PE_ERROR_SCORE_MISSING      = 1005, /**< A leaf that only a person can score has no declared score. */
  PE_ERROR_SCORE_ABOVE_MARKS  = 1006, /**< A declared score lies above the full marks. */
  PE_ERROR_SCORE_NEGATIVE     = 1007, /**< A declared score lies below zero. */
  PE_ERROR_SCORE_OUTSIDE_BAND = 1008, /**< A person's score lies outside the band of the person's grade. */
  PE_ERROR_GRADE_UNKNOWN      = 1009, /**< A grade that the rulebook does not have. */
  PE_ERROR_CALENDAR_MISSING   = 1010, /**< A calendar is needed (working days, a day with a name) and none was given. */
  PE_ERROR_FISCAL_YEAR        = 1011, /**< The dossier's fiscal year is not one of the rulebook's. */
  PE_ERROR_SLOT_EMPTY         = 1012, /**< A slot has no rows and the rulebook calls that an error. */
  PE_ERROR_SLOT_ROWS          = 1013, /**< The rows of a slot do not fit its depth, count or marks. */
  PE_ERROR_COUNT_INVALID      = 1014, /**< A count is negative, not whole, or larger than what it is part of. */
  PE_ERROR_NOTHING_APPLICABLE = 1015, /**< Every leaf was dropped; there is nothing to rescale to. */
  PE_ERROR_ADJUSTMENT_REFUSED = 1016, /**< A deduction or bonus that the rulebook does not provide for. */
  PE_ERROR_REASON_MISSING     = 1017, /**< A reason that the rulebook asks for is not given. */
  PE_ERROR_RULEBOOK_DIFFERS = 1018, /**< Evaluations that are to be taken together were made by different rulebooks. */
  PE_ERROR_MERGE_CONFLICT   = 1019, /**< Units state what cannot be taken together: different words, units or marks. */
  PE_ERROR_WEIGHTS_ZERO     = 1020, /**< The weights of the units that are taken together add up to 0. */
  PE_ERROR_MEAN_UNROUNDED
      = 1021, /**< No decimal holds an average of units' figures, and nothing says how to round it. */

  PE_ERROR_RELATION_KIND      = 1101, /**< No such kind of relation, or a form that the kind does not have. */
  PE_ERROR_RELATION_OPERANDS  = 1102, /**< A relation has fewer or more operands than its form. */
  PE_ERROR_RELATION_PARAMETER = 1103, /**< A sign, comparison, divisor or band that the relation cannot take. */

  PE_ERROR_REVIEW_SETTING       = 1150, /**< A rulebook sets what a reviewer's check does not have, or twice. */
  PE_ERROR_BATCH_LEAF           = 1201, /**< A leaf is scored from rows or records, which are no columns. */
  PE_ERROR_BATCH_LEVEL          = 1202, /**< The processor, or the build, lacks the instructions that were asked for. */
  PE_ERROR_BATCH_COLUMN_MISSING = 1203, /**< A column that a plan requires is not given. */
  PE_ERROR_CANCELLED            = 1204, /**< The caller stopped it. */
  PE_ERROR_BATCH_NO_SCALE       = 1205, /**< Points are asked for that the rounding contract leaves no decimals. */
  PE_ERROR_SUMMARY_FORMAT       = 1206, /**< Bytes that are no summary of a batch, or a damaged one. */
  PE_ERROR_BATCH_SCALE          = 1207, /**< The points of a unit are finer than the scale of their column. */
  PE_ERROR_BATCH_COLUMN_INVALID = 1208, /**< A column contradicts itself, or is not what its input takes. */
  PE_ERROR_BATCH_ARROW          = 1211, /**< An Arrow array is released, or contradicts itself or its schema. */
  PE_ERROR_BATCH_ARROW_TYPE     = 1212, /**< A field of a record batch has a type that is not read. */
  PE_ERROR_BATCH_HEADER         = 1221, /**< A batch file does not begin with the names of its columns. */
  PE_ERROR_BATCH_CELLS          = 1222, /**< A record of a batch file has not as many cells as the first one. */

  PE_WARNING_ABOVE_BUDGET      = 2001, /**< More was executed than the budget that it is measured by. */
  PE_WARNING_DECLARED_DIFFERS  = 2002, /**< A declared score differs from the computed one; the computed one counts. */
  PE_WARNING_DECLARED_UNUSED   = 2003, /**< A declared score stands at a code that is not a leaf of the rulebook. */
  PE_WARNING_FACT_UNUSED       = 2004, /**< A fact or row stands at a code that the rulebook does not use. */
  PE_WARNING_STATE_POLICY      = 2005, /**< A figure had no value; the rulebook's policy decided the points. */
  PE_WARNING_OVER_ACHIEVED     = 2006, /**< A result lies far above its target: was the target set too low? */
  PE_WARNING_REASON_MISSING    = 2007, /**< Points are lost in a declared score and no reason is given. */
  PE_WARNING_RULEBOOK_STATUS   = 2008, /**< The rulebook is not official. */
  PE_WARNING_TEXT_MISSING      = 2009, /**< A name or sentence is not given in one of the two languages. */
  PE_WARNING_NOT_EQUAL         = 2010, /**< A result that should equal its target differs from it. */
  PE_WARNING_VETO              = 2011, /**< An event took the total away, or limits the grade. */
  PE_WARNING_MARKS_ROUNDED     = 2012, /**< Full marks have more places than scores are rounded to. */
  PE_WARNING_SOURCE_MISSING    = 2021, /**< A leaf, and every group above it, names no source. */
  PE_WARNING_MEASURE_UNUSED    = 2022, /**< A rule computes from figures, and only a person may score its leaf. */
  PE_WARNING_BANDS_GAP         = 2023, /**< Some scores lie in no graded band: nobody can give them. */
  PE_WARNING_BANDS_OVERLAP     = 2024, /**< Some scores lie in two graded bands. */
  PE_WARNING_BAND_UNREACHABLE  = 2025, /**< No score lies in a graded band. */
  PE_WARNING_GRADE_UNREACHABLE = 2026, /**< No total, as it is rounded, has a grade. */
  PE_WARNING_MARKS_UNREACHABLE = 2027, /**< A rule can never give the full marks. */
  PE_WARNING_SHAPE_SUPERSEDED  = 2028, /**< A rule has a revision of its shape that a later one has mended. */
  PE_WARNING_CASES_MISSING     = 2029, /**< A rulebook has no cases: nothing proves what it computes. */
  PE_WARNING_MEASURE_IDLE      = 2030, /**< A rulebook declares a measure that nothing in it names. */
  PE_WARNING_TABLE_UNUSED      = 2050, /**< A table is none that a dossier has; it was passed over. */
  PE_WARNING_COLUMN_UNUSED     = 2051, /**< A column is none that the table has; it was passed over. */
  PE_WARNING_FORMULA_CACHED    = 2052, /**< A figure is the result of a formula, as it was when the file was saved. */
  PE_WARNING_HIDDEN            = 2053, /**< Rows or sheets that are not shown are read as well. */
  PE_WARNING_NOT_WRITTEN       = 2054, /**< Something has no place in the format that is written, and was left out. */

  PE_WARNING_FIGURE_CONTRADICTED
      = 2101,                         /**< A printed figure cannot follow from the others, however they were rounded. */
  PE_WARNING_FIGURE_UPSTREAM  = 2102, /**< One printed figure explains several contradictions. */
  PE_WARNING_FIGURE_MALFORMED = 2103, /**< A printed figure is no number. */

  PE_WARNING_REVIEW_MARKS              = 2150, /**< R-01: the marks of rows do not add up to the marks above them. */
  PE_WARNING_REVIEW_MARKS_ZERO         = 2151, /**< R-02: a row is worth nothing. */
  PE_WARNING_REVIEW_SCORE_RANGE        = 2152, /**< R-03: a declared score lies below zero or above the full marks. */
  PE_WARNING_REVIEW_SCORE_DIFFERS      = 2153, /**< R-04: a declared score or total differs from the computed one. */
  PE_WARNING_REVIEW_NO_REASON          = 2154, /**< R-05: points are lost and no reason is given. */
  PE_WARNING_REVIEW_FULL_THOUGH_MISSED = 2155, /**< R-06: a row has full marks though its target was missed. */
  PE_WARNING_REVIEW_NO_EVIDENCE        = 2156, /**< R-07: a person's score names no evidence. */
  PE_WARNING_REVIEW_NOT_NUMERIC   = 2157, /**< R-08: a text, or another kind of unit, stands in a quantitative row. */
  PE_WARNING_REVIEW_OVER_ACHIEVED = 2158, /**< R-09: a target is far exceeded and no reason is given. */
  PE_WARNING_REVIEW_OUTRUNS       = 2159, /**< R-10: the score outruns the execution of the budget. */
  PE_WARNING_REVIEW_UNSPENT       = 2160, /**< R-11: much of the budget was not spent. */
  PE_WARNING_REVIEW_NO_BUDGET     = 2161, /**< R-11: the adjusted budget is zero. */
  PE_WARNING_REVIEW_LOW_EXECUTION = 2162, /**< R-12: the execution rate is low and no reason is given. */
  PE_WARNING_REVIEW_OVERSPENT     = 2163, /**< R-13: a line spent more than its adjusted budget. */
  PE_WARNING_REVIEW_LINES         = 2164, /**< R-14: the lines below one do not add up to it. */
  PE_WARNING_REVIEW_TOTAL         = 2165, /**< R-17: the declared scores do not add up to the declared total. */
  PE_WARNING_REVIEW_GRADE         = 2166, /**< R-18: the declared grade is not the one that the total has. */
  PE_WARNING_REVIEW_TARGET_CHANGED
      = 2167,                           /**< R-21: a target was adjusted in the unit's favour and no reason is given. */
  PE_WARNING_REVIEW_PROCUREMENT = 2168, /**< R-24: an amount of procurement is larger than what it is part of. */

  PE_WARNING_REVIEW_TEXT_DIFFERS = 2169, /**< R-16: a report prints another figure than the dossier has. */
  PE_WARNING_REVIEW_ASSETS       = 2170, /**< R-26: books and stocktake differ and no reason is given. */

  PE_NOTE_DECLARED     = 3001, /**< A leaf is scored from a declaration, not computed. */
  PE_NOTE_NOT_ITEMISED = 3002, /**< Part of an amount is not itemised by the lines below it. */
  PE_NOTE_FINDINGS_CUT = 3003, /**< There were more findings than pe_limits::findings. */
  PE_NOTE_EMPTY_SLOT   = 3004, /**< A slot has no rows; the rulebook's policy decided the points. */
  PE_NOTE_WITHDRAWN    = 3005, /**< A row was withdrawn and is not scored. */
  PE_NOTE_ADJUSTMENT_UNUSED
      = 3006, /**< A deduction or bonus does not count here: another scorer's, or nothing to take it from. */
  PE_NOTE_NOT_MERGED       = 3007, /**< Something that a unit states is not part of what was taken together. */
  PE_NOTE_MEAN_ROUNDED     = 3008, /**< An average of units' figures that no decimal holds was rounded. */
  PE_NOTE_ASSET_DIFFERENCE = 3020, /**< Books and stocktake differ, and no reason is given. */
  PE_NOTE_ENCODING         = 3030, /**< The encoding that a file was read as. */
  PE_NOTE_NOT_TAKEN        = 3031, /**< Values of a document that a procurement record has no place for. */

  PE_NOTE_ROUNDING_MODE     = 3101, /**< A printed figure is right only when truncated, or only when rounded up. */
  PE_NOTE_ROUNDING_OPERANDS = 3102, /**< A printed figure is right only if the figures behind it were rounded. */
  PE_NOTE_ROUNDING_PLACES   = 3103, /**< A printed figure was rounded to fewer places than it shows. */
  PE_NOTE_ROUNDING_MIXED    = 3104, /**< No single way of rounding explains all figures of a report. */
  PE_NOTE_NOT_LISTED        = 3105, /**< The parts that a report lists leave some of their total. */
  PE_NOTE_TWO_NAMES         = 3106, /**< One figure stands under two names, set against the same counterpart. */
  PE_NOTE_TARGET_EXCEEDED   = 3107, /**< A result lies far above its target, which may have been set too low. */
  PE_NOTE_FULL_SCORE        = 3108, /**< The target was missed, and only rounding makes the score full. */
  PE_NOTE_RELATION_DOUBTFUL = 3109, /**< Figures do not fit, but their text can be read otherwise. */
  PE_NOTE_NOT_COMPUTED      = 3110, /**< A relation between printed figures cannot be computed. */

  PE_NOTE_REVIEW_REASON_UNNEEDED = 3150, /**< R-06: a reason for a loss stands where nothing was lost. */
  PE_NOTE_REVIEW_EXCEEDED        = 3151, /**< R-09: a target is exceeded: was it set too low? */
  PE_NOTE_REVIEW_NOT_ITEMISED    = 3152, /**< R-15: the projects listed are not all of project spending. */
  PE_NOTE_REVIEW_CONCENTRATED    = 3153, /**< R-22: a single leaf or row is worth nearly everything. */
  PE_NOTE_REVIEW_SME_SHARE = 3154, /**< R-25: the share of small and medium, or of small and micro firms is low. */
  PE_NOTE_BATCH_EXACT      = 3221, /**< No kernel scores a leaf: a batch scores it one unit after the other. */
  PE_NOTE_BATCH_CARRIED    = 3231, /**< A column of a batch file is no input; it is carried through to the scores. */
  PE_NOTE_BATCH_UNUSED     = 3232  /**< A field of a record batch is no input; it is not read. */
};

/**
 * The name of a code as it stands in this header, e.g. "PE_ERROR_OVERFLOW".
 * @param status  any number
 * @return UTF-8, borrowed, static; "PE_STATUS_UNKNOWN" for a number that is no code
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_status_name (pe_status status);

/**
 * What a code means, as one sentence that names no particular figure.
 * @param status    any number
 * @param language  the language; anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_status_describe (pe_status status, pe_language language);

PE_END_DECLS

#endif /* PERFEVAL_STATUS_H */
