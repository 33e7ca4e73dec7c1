#!/usr/bin/env python3
"""ledger.py - the measures of a procurement ledger in CSV, streamed by libperfeval and computed by DuckDB from the same file

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Usage: PERFEVAL_LIBRARY=… ledger.py [--rows N,N…] [--rounds N] [--threads N]
  100,000 and 1,000,000 records in 5 rounds, both with two threads, unless said otherwise; ours has a stream a thread, each over a part of the file. Each run is a process of its own, whose memory is the most
  that it held. DuckDB adds up DECIMALs: both are exact, and a measure that differs by anything fails the bench; a time never does.
  DuckDB (PyPI) is no dependency: python3 -m venv /somewhere && /somewhere/bin/pip install duckdb.
"""

import argparse
import concurrent.futures
import ctypes
import datetime
import fractions
import json
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "python"))

HEADER = ("采购项目名称,项目编号,采购方式,采购类别,供应商规模,采购预算金额（万元）,预留中小企业金额（万元）,合同金额（万元）,采购意向公开日期,采购活动开始日期,"
          "中标通知日期,合同签订日期,合同公告日期,合同备案日期,供应商,免予意向公开的理由")
METHODS = ["公开招标", "邀请招标", "竞争性谈判", "竞争性磋商", "单一来源", "询价", "框架协议", "其他"]
SIZES = ["微型企业", "小型企业", "中型企业", "大型企业"]
PIECE = 1 << 20
YUAN = {2: 10 ** 4, 3: 10 ** 8}  # 万元, 亿元

# Each measure as numerator and denominator; amounts in 万元.
SME = "size in ('微型企业', '小型企业', '中型企业')"
SMALL = "size in ('微型企业', '小型企业')"
PUBLIC = "exemption is null"


def workdays(day):
    """Monday to Friday up to a day and with it, counted from a Monday."""
    return f"((({day} - date '2020-01-06') // 7) * 5 + least(({day} - date '2020-01-06') % 7 + 1, 5))"


def within(later, earlier, days):
    return f"count(*) filter ({workdays(later)} - {workdays(earlier)} <= {days})"


MEASURES = {
    "procurement.sme_reserve_achievement": (f"sum(contract) filter ({SME})", "sum(reserved)"),
    "procurement.sme_share": (f"sum(contract) filter ({SME})", "sum(contract)"),
    "procurement.reserve_share": ("sum(reserved)", "sum(budget)"),
    "procurement.small_micro_share": (f"sum(contract) filter ({SMALL})", f"sum(contract) filter ({SME})"),
    "procurement.small_micro_share_of_all": (f"sum(contract) filter ({SMALL})", "sum(contract)"),
    "procurement.single_source_share": ("sum(contract) filter (method = '单一来源')", "sum(contract)"),
    "procurement.single_source_share_count": ("count(*) filter (method = '单一来源')", "count(*)"),
    "procurement.savings_rate": ("sum(budget) - sum(contract)", "sum(budget)"),
    "procurement.savings": ("(sum(budget) - sum(contract)) * 10000", "1"),
    "procurement.contract_count": ("count(*)", "1"),
    "procurement.intent_in_time": (f"count(*) filter ({PUBLIC} and start - intent >= 30)", f"count(*) filter ({PUBLIC})"),
    "procurement.intent_lead_days": (f"sum(start - intent) filter ({PUBLIC})", f"count(*) filter ({PUBLIC})"),
    "procurement.signing_in_time": ("count(*) filter (signing - award <= 30)", "count(*)"),
    "procurement.signing_days": ("sum(signing - award)", "count(*)"),
    "procurement.publication_in_time": (within("publication", "signing", 2), "count(*)"),
    "procurement.filing_in_time": (within("filing", "signing", 7), "count(*)"),
}


def write(path, rows):
    """Dates move about weekends and limits; one name in seven is quoted, and one procurement in eleven is exempt."""
    first = datetime.date(2023, 1, 2)
    days = [str(first + datetime.timedelta(days=k)) for k in range(365)]
    with open(path, "w", encoding="utf-8-sig", newline="\n") as file:
        file.write(HEADER + "\n")
        for i in range(rows):
            name = f'"采购项目，{i} ""甲"""' if i % 7 == 0 else f"采购项目{i}"
            award = 60 + i % 90
            signing = award + 10 + i * 7 % 31
            file.write(f"{name},N-{i},{METHODS[i % 8]},货物,{SIZES[i * 5 % 4 if i % 3 else i % 4]},{10000 + i % 977}.{i % 100:02},{5000 + i % 13},"
                       f"{9000 + i * 31 % 977}.{i * 17 % 100:02},{days[i % 20]},{days[i % 20 + 20 + i % 25]},{days[award]},{days[signing]},"
                       f"{days[signing + i % 6]},{days[signing + i % 13]},供应商{i % 5000},{'涉密' if i % 11 == 0 else ''}\n")


# Each in a process of its own: the answer is a JSON line with seconds, the most memory held (MB) and the values.

def feed(library, ledger, path, first, last):
    """A part of the file, behind the header where it does not begin with it."""
    with open(path, "rb") as file:
        if first > 0:
            header = file.readline()
            assert library.pe_ledger_csv_feed(ledger, header, len(header), 0, None) == 0
        file.seek(first)
        while first < last and (piece := file.read(min(PIECE, last - first))):
            assert library.pe_ledger_csv_feed(ledger, piece, len(piece), 0, None) == 0
            first += len(piece)
    assert library.pe_ledger_csv_feed(ledger, None, 0, 1, None) == 0


def parts_of(path, n):
    """n parts of the file that end with a line; no cell of this ledger holds a line break."""
    size, bounds = os.path.getsize(path), [0]
    with open(path, "rb") as file:
        for k in range(1, n):
            file.seek(size * k // n)
            file.readline()
            bounds.append(file.tell())
    return list(zip(bounds, [*bounds[1:], size]))


def read_values(library, stream):
    """The numerator and the denominator of each measure, in yuan where they are amounts."""
    from perfeval import _abi
    for index in range(len(MEASURES)):
        value = _abi.pe_measure_value()
        library.pe_measure_value_init(ctypes.byref(value), ctypes.sizeof(value))
        assert library.pe_measure_stream_get_value(ctypes.byref(value), stream, index, None) == 0 and value.state == _abi.PE_STATE_VALUE
        yield [fractions.Fraction(part.value.coefficient, 10 ** part.value.scale) * YUAN.get(part.unit, 1) for part in (value.numerator, value.denominator)]


def ours(path, threads):
    """A stream and a reader a thread; a ledger's numerators and denominators are the sums of those of its parts. A total's denominator is 1."""
    library = ctypes.CDLL(os.environ.get("PERFEVAL_LIBRARY", "libperfeval.so.1"))
    from perfeval import _abi
    _abi.bind(library)
    calendar, streams, ledgers = ctypes.c_void_p(), [], []
    text = json.dumps({"format": "perfeval-calendar/1", "source": "weekends alone", "years": {"first": 2023, "last": 2024}}).encode()
    assert library.pe_calendar_from_json(ctypes.byref(calendar), text, len(text), None, None, None) == 0
    options = _abi.pe_measure_options()
    library.pe_measure_options_init(ctypes.byref(options), ctypes.sizeof(options))
    options.calendar = calendar
    ids = (ctypes.c_char_p * len(MEASURES))(*[id.encode() for id in MEASURES])
    start = time.perf_counter()
    for _ in range(threads):
        streams.append(ctypes.c_void_p())
        ledgers.append(ctypes.c_void_p())
        assert library.pe_measure_stream_new(ctypes.byref(streams[-1]), ids, len(ids), ctypes.byref(options), None) == 0
        assert library.pe_ledger_csv_new(ctypes.byref(ledgers[-1]), streams[-1], None) == 0
    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(feed, library, ledger, path, *part) for ledger, part in zip(ledgers, parts_of(path, threads))]:
            done.result()
    values = []
    for sums, *parts in zip(MEASURES.values(), *(read_values(library, stream) for stream in streams)):
        denominator = 1 if sums[1] == "1" else sum(part[1] for part in parts)
        values.append(str(sum(part[0] for part in parts) / denominator))
    return time.perf_counter() - start, values


def theirs(path, threads):
    import duckdb
    connection = duckdb.connect(":memory:")
    connection.execute(f"set threads = {threads}")
    names = ["name", "number", "method", "category", "size", "budget", "reserved", "contract", "intent", "start", "award", "signing", "publication",
             "filing", "supplier", "exemption"]
    types = {**dict.fromkeys(names, "VARCHAR"), **dict.fromkeys(("budget", "reserved", "contract"), "DECIMAL(18,2)"),
             **dict.fromkeys(("intent", "start", "award", "signing", "publication", "filing"), "DATE")}
    sums = ", ".join(f"({part})::VARCHAR" for pair in MEASURES.values() for part in pair)
    start = time.perf_counter()
    row = connection.execute(f"select {sums} from read_csv('{path}', header = true, delim = ',', quote = '\"', escape = '\"', columns = {types})").fetchone()
    values = [str(fractions.Fraction(row[2 * k]) / fractions.Fraction(row[2 * k + 1])) for k in range(len(MEASURES))]
    return time.perf_counter() - start, values


def run(kind, path, threads):
    answer = subprocess.run([sys.executable, __file__, "--as", kind, "--path", path, "--threads", str(threads)], check=True, stdout=subprocess.PIPE)
    return json.loads(answer.stdout)


def compare(rows, rounds, threads):
    wrong = 0
    with tempfile.TemporaryDirectory() as room:
        path = os.path.join(room, "ledger.csv")
        write(path, rows)
        print(f"\n{rows} records, {os.path.getsize(path)} bytes, {len(MEASURES)} measures", flush=True)
        runs = {f"libperfeval, {threads} streams": [], f"DuckDB, {threads} threads": []}
        for round in range(rounds + 1):
            for kind, name in zip(("ours", "theirs"), runs):
                answer = run(kind, path, threads)
                if round > 0:
                    runs[name].append(answer)
        first, second = runs.values()
        wrong = sum(a != b for a, b in zip(first[0]["values"], second[0]["values"]))
        for name, answers in runs.items():
            seconds = [answer["seconds"] for answer in answers]
            cpu = [answer["cpu"] for answer in answers]
            print(f"{name:24} min {min(seconds):7.2f} s  median {statistics.median(seconds):7.2f} s  processor {statistics.median(cpu):7.2f} s"
                  f"  memory {max(answer['memory'] for answer in answers):5} MB", flush=True)
        ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in zip(first, second))
        print(f"ratio of the medians of one round each {ratio:.2f}, measures that differ: {wrong}", flush=True)
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", default="100000,1000000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--as", dest="kind", help=argparse.SUPPRESS)
    parser.add_argument("--path", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.kind is not None:
        seconds, values = ours(options.path, options.threads) if options.kind == "ours" else theirs(options.path, options.threads)
        usage = resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps({"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss // 1024, "values": values}))
        return 0
    try:
        import duckdb
    except ImportError:
        print("duckdb is missing (PyPI): there is nobody to compare with")
        return 77
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, DuckDB {duckdb.__version__}")
    return 1 if sum(compare(int(rows), options.rounds, options.threads) for rows in options.rows.split(",")) > 0 else 0


if __name__ == "__main__":
    sys.exit(main())
