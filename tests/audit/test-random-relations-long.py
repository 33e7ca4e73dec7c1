"""test-random-relations-long.py - a million relations, judged by the library and by the oracle, on all processors

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import concurrent.futures
import os
import sys

import random_relations

SHARE, SEEDS = 50000, 1000
RELATIONS = 20000 if os.environ.get("PERFEVAL_SANITIZE") else 1000000


def run_share(number):
    return random_relations.run(min(SHARE, RELATIONS), 10000 + number * SEEDS)


if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        sys.exit(max(pool.map(run_share, range(max(1, RELATIONS // SHARE)))))
