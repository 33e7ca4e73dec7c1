#!/usr/bin/env python3
"""short_road.py - the short road from Python, by ctypes and the standard library alone

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Prints:
  总分 99.69 优
  1.1.3 -0.03 预算资金支出率为99.72%，未达到100%，扣 0.03 分。
  2.5.6 -0.28 预留中小企业金额 258.83 万元，实际面向中小企业采购合同金额 187.61 万元，占72.48%，扣 0.28 分。
"""
import ctypes
import json
import os

library = ctypes.CDLL(os.environ.get("PERFEVAL_LIBRARY", "libperfeval.so.1"))
OK, EN = 0, 2

library.pe_error_get_message.restype = ctypes.c_char_p
library.pe_error_get_message.argtypes = [ctypes.c_void_p, ctypes.c_int32]
library.pe_text_get_data.restype = ctypes.c_void_p
library.pe_text_get_data.argtypes = [ctypes.c_void_p]
library.pe_text_get_size.restype = ctypes.c_size_t
library.pe_text_get_size.argtypes = [ctypes.c_void_p]
for name in ("error", "text", "rulebook", "dossier", "evaluation"):
    getattr(library, f"pe_{name}_unref").restype = None
    getattr(library, f"pe_{name}_unref").argtypes = [ctypes.c_void_p]


def call(function, *arguments):
    """Calls a function that makes an object; answers the object or raises."""
    out, error = ctypes.c_void_p(), ctypes.c_void_p()
    if function(ctypes.byref(out), *arguments, ctypes.byref(error)) != OK:
        message = library.pe_error_get_message(error, EN).decode()
        library.pe_error_unref(error)
        raise ValueError(message)
    return out


def read(function, path):
    """Reads a document from a file."""
    with open(path, "rb") as file:
        document = file.read()
    return call(function, document, ctypes.c_size_t(len(document)), None, None)


rulebook = read(library.pe_rulebook_from_json, "rulebooks/guangdong-2023.json")
dossier = read(library.pe_dossier_from_json, "examples/data/zengcheng-2023.json")
evaluation = call(library.pe_evaluate, rulebook, dossier, None, None)
text = call(library.pe_evaluation_to_json, evaluation)
result = json.loads(ctypes.string_at(library.pe_text_get_data(text), library.pe_text_get_size(text)))

print("总分", result["total"]["score"], result["grade"]["zh"])
for entry in result["ledger"]:
    print(entry["code"], entry["amount"], entry["reason"]["zh"])

library.pe_text_unref(text)
library.pe_evaluation_unref(evaluation)
library.pe_dossier_unref(dossier)
library.pe_rulebook_unref(rulebook)
