"""sarif.py - what SARIF 2.1.0 (OASIS, 27 March 2020) requires of what the auditor writes

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The members that are used, with their types and values, as the sections named say. No member beyond these may stand there.
"""

import re
import urllib.parse

LEVELS = {"none", "note", "warning", "error"}  # 3.27.10
KINDS = {"pass", "open", "informational", "notApplicable", "review", "fail"}  # 3.27.9
URI = re.compile(r"(?:file://)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")


class Fault(Exception):
    pass


def need(condition, where, what):
    if not condition:
        raise Fault(f"{where}: {what}")


def members(value, where, required, optional=()):
    need(isinstance(value, dict), where, "no object")
    for name in required:
        need(name in value, where, f"no {name}")
    for name in value:
        need(name in required or name in optional, where, f"{name} is no member of it")


def message(value, where):
    """3.11: text; braces and brackets that mean nothing are escaped."""
    members(value, where, ["text"])
    need(isinstance(value["text"], str) and value["text"], where, "no text")
    need(not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", value["text"].replace("\\[", "").replace("\\]", "")), where, "a bracket")
    need(value["text"].count("{{") * 2 + value["text"].count("}}") * 2
         == sum(value["text"].count(brace) for brace in "{}"), where, "a brace")


def artifact(value, where):
    """3.4: a URI reference, percent-encoded."""
    members(value, where, ["uri"])
    need(URI.fullmatch(value["uri"]), where, f"no URI: {value['uri']}")
    urllib.parse.unquote(value["uri"], errors="strict")


def region(value, where):
    """3.30: lines and columns from 1; endColumn is one beyond; charOffset from 0."""
    members(value, where, ["startLine", "startColumn"],
            ["endLine", "endColumn", "charOffset", "charLength", "snippet"])
    need(value["startLine"] >= 1 and value["startColumn"] >= 1, where, "not from 1")
    if "endLine" in value:
        need((value["endLine"], value["endColumn"]) >= (value["startLine"], value["startColumn"]), where, "ends too early")
        need(value["charOffset"] >= 0 and value["charLength"] == len(value["snippet"]["text"]), where, "a wrong length")


def physical(value, where):
    """3.29"""
    members(value, where, [], ["artifactLocation", "region", "contextRegion"])
    need("artifactLocation" in value or "region" in value, where, "neither artifact nor region")
    if "artifactLocation" in value:
        artifact(value["artifactLocation"], where)
    for name in ("region", "contextRegion"):
        if name in value:
            region(value[name], f"{where}/{name}")


def location(value, where):
    """3.28"""
    members(value, where, [], ["id", "physicalLocation", "logicalLocations", "message"])
    if "physicalLocation" in value:
        physical(value["physicalLocation"], where)
    for logical in value.get("logicalLocations", []):
        members(logical, where, ["fullyQualifiedName"])
    if "message" in value:
        message(value["message"], where)


def result(value, where, rules):
    """3.27"""
    members(value, where, ["ruleId", "ruleIndex", "kind", "level", "message"],
            ["locations", "relatedLocations", "partialFingerprints"])
    need(value["kind"] in KINDS and value["level"] in LEVELS, where, "kind or level")
    need(rules[value["ruleIndex"]]["id"] == value["ruleId"], where, "ruleIndex")  # 3.27.6
    message(value["message"], where)
    for name in ("locations", "relatedLocations"):
        for index, each in enumerate(value.get(name, [])):
            location(each, f"{where}/{name}/{index}")
    ids = [each["id"] for each in value.get("relatedLocations", [])]
    need(len(ids) == len(set(ids)), where, "two related locations with one id")  # 3.28.2


def rule(value, where):
    """3.49"""
    members(value, where, ["id", "name", "shortDescription", "defaultConfiguration"])
    message(value["shortDescription"], where)
    members(value["defaultConfiguration"], where, ["level"])
    need(value["defaultConfiguration"]["level"] in LEVELS, where, "level")


def check(log):
    """Raises Fault where the standard is not kept; returns the results."""
    members(log, "", ["$schema", "version", "runs"])
    need(log["version"] == "2.1.0", "/version", "not 2.1.0")
    need(len(log["runs"]) == 1, "/runs", "not one")
    run = log["runs"][0]
    members(run, "/runs/0", ["tool", "columnKind", "language", "results"], ["artifacts"])
    need(run["columnKind"] == "unicodeCodePoints", "/runs/0", "columnKind")  # 3.14.17
    need(re.fullmatch(r"[a-z]{2}-[A-Z]{2}", run["language"]), "/runs/0", "language")
    driver = run["tool"]["driver"]
    members(driver, "/driver", ["name", "version", "rules"])
    ids = [each["id"] for each in driver["rules"]]
    need(len(ids) == len(set(ids)), "/rules", "an id twice")
    for index, each in enumerate(driver["rules"]):
        rule(each, f"/rules/{index}")
    for each in run.get("artifacts", []):
        members(each, "/artifacts", ["location", "roles"], ["encoding"])
        artifact(each["location"], "/artifacts")
    for index, each in enumerate(run["results"]):
        result(each, f"/results/{index}", driver["rules"])
    return run["results"]
