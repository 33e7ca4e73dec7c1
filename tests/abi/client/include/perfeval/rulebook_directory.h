/* perfeval/rulebook_directory.h - a directory of rulebooks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULEBOOK_DIRECTORY_H
#define PERFEVAL_RULEBOOK_DIRECTORY_H

#include <perfeval/json.h>
#include <perfeval/rulebook_set.h>

PE_BEGIN_DECLS

/**
 * @file rulebook_directory.h
 * @brief The one place where the library opens files: a set of rulebooks from a directory.
 *
 * @code
 * pe_rulebook_set *set = NULL;
 * pe_error *error = NULL;
 * assert (pe_rulebook_set_from_directory (&set, "no-such-directory", NULL, NULL, &error) == PE_ERROR_FILE);
 * pe_error_unref (error);
 * @endcode
 */

/**
 * Reads every file of a directory whose name ends in ".json", in the order of their names, as a rulebook. Directories below
 * it are left alone. All faults of all files are findings, with the file's name in their places.
 *
 * @param[out] out        owned: pe_rulebook_set_unref(); the set is empty when there are no such files
 * @param      directory  the name of a directory, in the encoding of file names
 * @param      options    nullable: the defaults; its file is not used, its limits are for each file
 * @param[out] findings   nullable; an owned list, also on failure
 * @param[out] error      nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_FILE              the directory, or a file in it, cannot be read
 * @retval PE_ERROR_LIMIT_BYTES       a file is longer than the limit; it is not read
 * @retval PE_ERROR_CODE_DUPLICATE    two rulebooks have the same id and edition
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status; also any that pe_rulebook_from_json() answers
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_set_from_directory (pe_rulebook_set **out, const char *directory, const pe_read_options *options,
                                          pe_findings **findings, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_RULEBOOK_DIRECTORY_H */
