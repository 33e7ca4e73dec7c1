// short-road.js - from Node: bytes in, evaluate, an object out, through the foreign-function package koffi
//
// SPDX-FileCopyrightText: 2026 The libperfeval authors
// SPDX-License-Identifier: Apache-2.0
//
// Run from the root of the tree, after npm install koffi, with the library's path in PERFEVAL_LIBRARY where it is not installed:
//   node examples/hosts/node/short-road.js
//
// Prints:
//   99.69 points, 2 deductions
//   1.1.3 -0.03 预算资金支出率为99.72%，未达到100%，扣 0.03 分。
//   2.5.6 -0.28 预留中小企业金额 258.83 万元，实际面向中小企业采购合同金额 187.61 万元，占72.48%，扣 0.28 分。
//   refused: PE_ERROR_JSON_TRUNCATED
"use strict";

const fs = require("fs");
const koffi = require("koffi");

const library = koffi.load(process.env.PERFEVAL_LIBRARY || "libperfeval.so.1");
const reader = (name) => library.func(`int32_t ${name} (_Out_ void **out, const uint8_t *bytes, size_t size, void *options, void *findings, _Out_ void **error)`);
const rulebookFromJson = reader("pe_rulebook_from_json");
const dossierFromJson = reader("pe_dossier_from_json");
const evaluateIt = library.func("int32_t pe_evaluate (_Out_ void **out, void *rulebook, void *dossier, void *options, void *findings, _Out_ void **error)");
const toJson = library.func("int32_t pe_evaluation_to_json (_Out_ void **out, void *evaluation, _Out_ void **error)");
const textData = library.func("void *pe_text_get_data (void *text)");
const textSize = library.func("size_t pe_text_get_size (void *text)");
const statusName = library.func("const char *pe_status_name (int32_t status)");
const errorMessage = library.func("const char *pe_error_get_message (void *error, int32_t language)");
const unref = Object.fromEntries(
  ["rulebook", "dossier", "evaluation", "text", "error"].map((kind) => [kind, library.func(`void pe_${kind}_unref (void *self)`)]),
);
const ENGLISH = 2;

// Calls a function that makes an object; throws what it refused.
function make(call, ...given) {
  const out = [null], error = [null];
  const status = call(out, ...given, error);
  if (status === 0) return out[0];
  const refusal = new Error(errorMessage(error[0], ENGLISH));
  refusal.code = statusName(status);
  unref.error(error[0]);
  throw refusal;
}

// Scores a dossier by a rulebook, both as bytes; answers perfeval-evaluation/1.
function evaluate(rules, facts) {
  const owned = [];
  const keep = (kind, object) => (owned.unshift([kind, object]), object);
  try {
    const rulebook = keep("rulebook", make(rulebookFromJson, rules, rules.length, null, null));
    const dossier = keep("dossier", make(dossierFromJson, facts, facts.length, null, null));
    const evaluation = keep("evaluation", make(evaluateIt, rulebook, dossier, null, null));
    const text = keep("text", make(toJson, evaluation));
    return JSON.parse(koffi.decode(textData(text), "char", Number(textSize(text))));
  } finally {
    for (const [kind, object] of owned) unref[kind](object);
  }
}

const rules = fs.readFileSync("rulebooks/guangdong-2023.json");
const result = evaluate(rules, fs.readFileSync("examples/data/zengcheng-2023.json"));
console.log(`${result.total.score} points, ${result.ledger.length} deductions`);
for (const entry of result.ledger) console.log(entry.code, entry.amount, entry.reason.zh);
try {
  evaluate(Buffer.from("{"), rules);
} catch (refusal) {
  console.log(`refused: ${refusal.code}`);
}
