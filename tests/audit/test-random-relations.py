"""test-random-relations.py - ten thousand relations, judged by the library and by the oracle

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import sys

import random_relations

if __name__ == "__main__":
    # A sanitized library is some ten times slower.
    sys.exit(random_relations.run(2000 if os.environ.get("PERFEVAL_SANITIZE") else 10000))
