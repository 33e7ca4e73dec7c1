/* perfeval/measure_derivation.h - what a rulebook's measure comes to, and from which records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_MEASURE_DERIVATION_H
#define PERFEVAL_MEASURE_DERIVATION_H

#include <perfeval/ratio.h>
#include <perfeval/rulebook_measure.h>

PE_BEGIN_DECLS

/**
 * @file measure_derivation.h
 * @brief The value of a measure of a rulebook for one dossier, with the records that it was counted from.
 *
 * A record is listed when it passed the filters that stand on it and was then counted, summed or looked at by
 * `some` or `every`; an amount of the whole, as `budget.executed`, is listed by its own place. Each is listed once, in the order
 * of reading.
 *
 * @code
 * static const char json[]
 *     = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, "
 *       "\"kind\": \"department\", \"money_unit\": \"元\", \"procurement\": {\"records\": ["
 *       "{\"name\": \"a\", \"contract\": 3}, {\"name\": \"b\", \"contract\": 5}]}}";
 * pe_rulebook_measure_spec spec;
 * pe_rulebook_measure *measure = NULL;
 * pe_measure_derivation *derivation = NULL;
 * pe_dossier *dossier = NULL;
 * pe_rulebook_measure_spec_init (&spec, sizeof spec);
 * spec.id = "measure.large";
 * spec.name_zh = "大额合同数";
 * spec.formula = "count(procurement.records[contract > 4])";
 * assert (pe_rulebook_measure_new (&measure, &spec, NULL) == PE_OK);
 * assert (pe_dossier_from_json (&dossier, json, sizeof json - 1, NULL, NULL, NULL) == PE_OK);
 * assert (pe_measure_derivation_new (&derivation, measure, dossier, NULL, NULL) == PE_OK);
 * assert (pe_measure_derivation_get_state (derivation) == PE_STATE_VALUE);
 * assert (pe_measure_derivation_get_size (derivation) == 1);
 * assert (strcmp (pe_measure_derivation_get_path (derivation, 0), "/procurement/records/1") == 0);
 * pe_measure_derivation_unref (derivation);
 * pe_rulebook_measure_unref (measure);
 * pe_dossier_unref (dossier);
 * @endcode
 */

/** A value and the records behind it. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_measure_derivation pe_measure_derivation;

/**
 * Derives a measure from a dossier, by the code that scores by it. Where it names a measure of the catalogue that
 * pe_measure_derive_with() cannot derive with this calendar, it fails as that does: no record is to blame.
 *
 * @param[out] out       owned: pe_measure_derivation_unref()
 * @param      measure   the measure
 * @param      dossier   the records; the derivation takes a reference of its own
 * @param      calendar  nullable; working days cannot be counted without it
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set; its state may be another one than a value
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_LIMIT             the formula takes more steps or digits than `limits` allow
 * @retval PE_ERROR_OVERFLOW          a sum does not fit
 * @retval PE_ERROR_CALENDAR_MISSING  working days are to be counted and there is no calendar
 * @retval PE_ERROR_CALENDAR_RANGE    a date lies in a year that the calendar does not cover
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_derivation_new (pe_measure_derivation **out, const pe_rulebook_measure *measure,
                                     pe_dossier *dossier, const pe_calendar *calendar, pe_error **error);

/**
 * Whether there is a value, and else why not.
 * @param self  a derivation, nullable
 * @return a #pe_state_value but text; #PE_STATE_MISSING for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_state pe_measure_derivation_get_state (const pe_measure_derivation *self);

/**
 * The exact value in the measure's unit: 31.25 of a measure in % whose formula gives 0.3125.
 *
 * @param[out] out    owned: pe_ratio_unref()
 * @param      self   a derivation
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         there is no value
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_derivation_compute_value (pe_ratio **out, const pe_measure_derivation *self, pe_error **error);

/**
 * How many records and amounts stand behind it.
 * @param self  a derivation, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_measure_derivation_get_size (const pe_measure_derivation *self);

/**
 * The path of one of them, e.g. "/registers/projects/rows/3".
 * @param self   a derivation, nullable
 * @param index  from 0
 * @return UTF-8, borrowed from @p self; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_measure_derivation_get_path (const pe_measure_derivation *self, size_t index);

/**
 * Where it stands in the file that it was read from.
 * @param self   a derivation, nullable
 * @param index  from 0
 * @return borrowed from the dossier; NULL where it came from no file, and past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_place *pe_measure_derivation_find_place (const pe_measure_derivation *self, size_t index);

/**
 * Takes one more reference.
 * @param self  a derivation, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_measure_derivation *pe_measure_derivation_ref (pe_measure_derivation *self);

/**
 * Gives one reference back; the last one frees it.
 * @param self  a derivation, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_measure_derivation_unref (pe_measure_derivation *self);

PE_END_DECLS

#endif /* PERFEVAL_MEASURE_DERIVATION_H */
