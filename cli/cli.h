/* cli.h - what the parts of the perfeval command share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/perfeval.h>
#include <stdio.h>

#define _(text) cli_translate (text)
#define N_(text) (text)

/* Exit codes; docs/man/perfeval.1 says the same. */
typedef enum
{
  CLI_EXIT_OK = 0,
  CLI_EXIT_INPUT = 1,    /* the input was refused, or cannot be evaluated */
  CLI_EXIT_USAGE = 2,    /* the command line is wrong */
  CLI_EXIT_FILE = 3,     /* a file cannot be read or written */
  CLI_EXIT_RESOURCE = 4, /* memory ran out or a limit was met */
  /* audit: the gravest that was found */
  CLI_EXIT_REMARK = 5,       /* a remark, or a note of a review */
  CLI_EXIT_ROUNDING = 6,     /* a matter of rounding, or a warning of a review */
  CLI_EXIT_CONTRADICTION = 7 /* a contradiction, or an error of a review */
} cli_exit;

typedef enum
{
  CLI_FORMAT_TEXT,
  CLI_FORMAT_JSON,
  CLI_FORMAT_CSV,
  CLI_FORMAT_SARIF,
  CLI_FORMAT_HTML
} cli_format;

/* What the options of the commands say. */
typedef struct cli_options
{
  char          *rulebook;
  char          *output;   /* NULL: standard output */
  char          *calendar; /* NULL: none */
  char          *patterns; /* NULL: none */
  char          *mapping;  /* other systems' names of tables and columns; NULL: none */
  char          *mode_word;
  char          *by_word;
  char          *weights; /* "3,1", NULL: none */
  char          *name;    /* of the whole */
  char          *total;   /* that a report declares; NULL: none */
  char          *encoding_word;
  char          *text;        /* the report that a dossier goes with; NULL: none */
  char          *grade;       /* likewise */
  int            mean_places; /* -1: as the rulebook says */
  char          *format_word;
  char          *language_word;
  char          *scorer_word;
  char         **arguments; /* the dossier, then codes for explain; rulebooks for lint and compare */
  gboolean       help;
  gboolean       strict;  /* warnings fail */
  gboolean       quiet;   /* no warnings */
  gboolean       verbose; /* notes too */
  gboolean       bare;    /* places name files without their folders: what is written is to be the same anywhere */
  cli_format     format;
  pe_encoding    encoding; /* 0: to be found out */
  pe_language    language;
  pe_scorer      scorer;
  pe_rollup_mode mode;
  pe_weighting   weighting;
} cli_options;

/* What a command's line may say. */
typedef struct cli_grammar
{
  const char *command;
  const char *shared; /* the letters of the shared options that it takes */
  /* What no single option can say: that they go together. Nullable. */
  gboolean (*check) (cli_options *self, const char *command);
} cli_grammar;

/* options.c: own, nullable, are the options of this command alone, closed by an empty one. With --help the code is CLI_EXIT_OK,
 * self->help is set and nothing was checked. */
cli_exit cli_options_parse (cli_options *self, const cli_grammar *grammar, const GOptionEntry *own, int argc,
                            char **argv);
guint    cli_options_count_arguments (const cli_options *self);
void     cli_options_clear (cli_options *self);

/* options-check.c */
gboolean cli_check_evaluation (cli_options *self, const char *command);
gboolean cli_check_rulebooks (cli_options *self, const char *command);
gboolean cli_is_same_file (const char *a, const char *b);
/* Complains, and answers FALSE. */
gboolean cli_refuse (const char *what);

/* help.c */
cli_exit cli_print_command_help (const char *command, const GOptionEntry *entries);

/* Complains, and answers CLI_EXIT_FILE. */
cli_exit cli_cannot_read (const char *name, int number);

/* input.c: loads, reports every finding to standard error, and answers an exit code. */
cli_exit cli_load_and_evaluate (pe_evaluation **out, const cli_options *options);
/* The dossier looked over, with its evaluation where it can be evaluated; *file is the name of its file, owned. */
cli_exit cli_load_and_review (pe_review **out, char **file, const cli_options *options);

/* One dossier after the other, each by the same rulebook. *out: of pe_evaluation, owned, one a dossier that could be. */
cli_exit cli_load_and_evaluate_all (GPtrArray *out, const cli_options *options);

/* A report's text as UTF-8, and what it was read as. */
typedef struct cli_text
{
  pe_text    *text;
  char       *file; /* its name; NULL: standard input */
  pe_encoding encoding;
} cli_text;

cli_exit cli_load_text (cli_text *out, const char *name, const cli_options *options);
void     cli_text_clear (cli_text *self);

/* A rulebook by the name of its file or of an installed one; what is wrong with it is reported. */
cli_exit cli_load_rulebook (pe_rulebook **out, const char *name, const cli_options *options);
/* The calendar that the options name; *out stays NULL where they name none. */
cli_exit cli_load_calendar (pe_calendar **out, const cli_options *options);
/* The words and patterns that the options name; *out stays NULL where they name none. */
cli_exit cli_load_patterns (pe_prose_patterns **out, const cli_options *options);
/* Looks a rulebook's file over and runs its cases; *rulebook stays NULL where it cannot be read. */
cli_exit cli_lint_file (pe_findings **out, pe_rulebook **rulebook, const char *name, const pe_lint_options *lint);

/* A dossier from JSON, a workbook, a folder of CSV files or one of them. */
cli_exit cli_load_dossier (pe_dossier **out, const char *name, const cli_options *options);
/* A file's name as places have it. */
const char *cli_name_of_places (const cli_options *options, const char *shown);
/* The bytes of a file, or of standard input for "-"; *shown is its name for places, owned. */
cli_exit cli_load_bytes (GBytes **out, char **shown, const char *name);
/* Shows what a reading left, frees it, and answers the exit code. */
cli_exit cli_finish_reading (pe_status status, pe_findings *findings, pe_error *error, const cli_options *options);

/* tables.c */
/* Whether a name, or the first bytes of a file, are those of tables: a directory, a CSV file, a workbook. */
gboolean cli_is_tables (const char *name, const char *bytes, size_t size);
cli_exit cli_load_tables (pe_tables **out, const char *name, const cli_options *options);
cli_exit cli_load_dossier_from_tables (pe_dossier **out, const char *name, const cli_options *options);

/* findings.c */
/* The findings that the options ask for, a line each. */
void cli_append_findings (GString *out, const pe_findings *findings, const cli_options *options);
void cli_print_findings (const pe_findings *findings, const cli_options *options);
void cli_print_error (const pe_error *error, pe_language language);
/* A line of the command's own on standard error, safe to show. */
void     cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
cli_exit cli_exit_of_status (pe_status status);

/* terminal.c */
typedef enum
{
  CLI_STYLE_PLAIN,
  CLI_STYLE_STRONG,
  CLI_STYLE_LOSS
} cli_style;

#define CLI_COLUMNS 80

gboolean cli_stream_has_colour (FILE *stream);
/* Columns that a text needs on a terminal. */
int cli_text_width (const char *text);
/* Appends a text with control characters made visible, so that input cannot command the terminal. */
void cli_append_safe (GString *out, const char *text);
/* Appends a text, padded with blanks on the right (width > 0) or on the left (width < 0). */
void cli_append_padded (GString *out, const char *text, int width);
void cli_append_styled (GString *out, const char *text, cli_style style, gboolean colour);
/* Appends a text wrapped at 80 columns, every line indented. */
void cli_append_wrapped (GString *out, const char *text, int indent);
/* The same with head in the indent of the first line; a head that does not fit has a line of its own. */
void cli_append_hanging (GString *out, const char *head, const char *text, int indent);
/* Every line but the first is indented more, so that one sees where the next paragraph begins. */
void cli_append_paragraph (GString *out, const char *text, int indent);
/* The longest head of text that is at most width columns, broken after a blank where there is one. */
const char *cli_text_break (const char *text, int width);

/* words.c: the words of results, in the language asked for. */
typedef enum
{
  CLI_WORD_CODE,
  CLI_WORD_INDICATOR,
  CLI_WORD_FULL_MARKS,
  CLI_WORD_SCORE,
  CLI_WORD_LOST,
  CLI_WORD_ORIGIN,
  CLI_WORD_TOTAL,
  CLI_WORD_GRADE,
  CLI_WORD_YEAR,
  CLI_WORD_COLON,
  CLI_WORD_DEDUCTIONS,
  CLI_WORD_NO_DEDUCTIONS,
  CLI_WORD_RULEBOOK,
  CLI_WORD_ASSUMPTIONS,
  CLI_WORD_DECLARED_SUMMARY,
  CLI_WORD_RECEIPT,
  CLI_WORD_DOSSIER,
  CLI_N_WORDS
} cli_word;

const char *cli_word_get (cli_word word, pe_language language);
const char *cli_origin_word (pe_origin origin, pe_language language);
const char *cli_status_word (pe_rulebook_status status, pe_language language);

/* score-table.c and deductions.c: parts of the text of an evaluation. */
void cli_append_score_table (GString *out, const pe_evaluation *evaluation, pe_language language, gboolean colour);
void cli_append_deductions (GString *out, const pe_evaluation *evaluation, pe_language language);
/* A node's points as text; "—" where it lost nothing. */
char *cli_points_text (const pe_evaluation *evaluation, size_t node, pe_points points);

/* audit.c, evaluate.c, explain.c, rollup.c, lint.c, compare.c */
cli_exit cli_audit (int argc, char **argv);
cli_exit cli_evaluate (int argc, char **argv);
cli_exit cli_explain (int argc, char **argv);
cli_exit cli_rollup (int argc, char **argv);
cli_exit cli_batch (int argc, char **argv);
cli_exit cli_lint (int argc, char **argv);
cli_exit cli_compare (int argc, char **argv);
cli_exit cli_convert (int argc, char **argv);
cli_exit cli_template (int argc, char **argv);

/* chart.c */
cli_exit cli_chart (int argc, char **argv);
cli_exit cli_report (int argc, char **argv);

/* stage.c: files that appear together and whole, or not at all; a device or a pipe is written at once. */
typedef struct cli_stage cli_stage;

cli_stage *cli_stage_new (void);
/* Makes a folder, and those that it stands in, where they are not there; taken away again where nothing comes of it. */
cli_exit cli_stage_add_folder (cli_stage *self, const char *path);
cli_exit cli_stage_add (cli_stage *self, const char *bytes, size_t size, const char *output);
/* Gives the files their names where code is CLI_EXIT_OK, or takes them away; frees the stage and answers the exit code.
 * Where one cannot have its name, those that had theirs give it back to what was there, which is kept beside them until then
 * as ".perfeval-…-old"; what cannot be put back is named with the place where it is. POSIX knows no renaming of several
 * files at once: a reader may see some new and some old for a moment, and a power failure, or SIGKILL, in that moment leaves them
 * so, with what was there beside them. */
cli_exit cli_stage_finish (cli_stage *self, cli_exit code);
/* Every byte, or the number of the error. */
int cli_write_fd (int fd, const char *bytes, size_t size);
/* 0, or the number of the error. */
int cli_sync_fd (int fd);
/* The same for the names in the folder that a file stands in. */
int cli_sync_folder_of (const char *path);
/* Complains, and answers CLI_EXIT_FILE. */
cli_exit cli_cannot_write (const char *path, int number);

/* output.c: standard output, or a file that appears whole or not at all. */
cli_exit cli_write (const char *bytes, size_t size, const char *output);
/* The evaluation as JSON or CSV. */
cli_exit cli_write_data (const pe_evaluation *evaluation, const cli_options *options);

/* paths.c: what was installed beside the program, wherever the prefix was moved to; owned. */
char *cli_find_locales (void);
/* A rulebook's file: the name itself when it is one, or the installed one of that name; NULL after saying why not. */
char *cli_find_rulebook (const char *name);
/* The same of a template of reports. */
char *cli_find_report_template (const char *name);

/* main.c: gettext, kept in one place. */
const char *cli_translate (const char *text) G_GNUC_FORMAT (1);
