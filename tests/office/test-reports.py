"""test-reports.py - the Zengcheng report, made again: its figures, its formats, and what an audit finds in them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.dom.minidom
import zipfile

SOURCE = pathlib.Path(os.environ.get("PERFEVAL_SOURCE", pathlib.Path(__file__).resolve().parent.parent.parent))
COMMAND = os.environ.get("PERFEVAL_COMMAND")
RULES, DOSSIER = SOURCE / "rulebooks/guangdong-2023.json", SOURCE / "examples/data/zengcheng-2023.json"
TEMPLATE = SOURCE / "reports/department.xml"

# The figures of the printed report that its dossier carries; where it prints a truncated 99.71 %, the rate is 99.7193... %.
FIGURES = ["2155.61万元", "2149.56万元", "1555.88万元", "1549.83万元", "599.73万元", "99.61%", "100.00%", "99.72%", "99.69", "49.97", "49.72",
           "0.03", "0.28", "9.97", "0.72", "258.83", "187.61", "72.48%", "248.55万元", "99.80万元", "160个", "≥110个", "≥4个", "优"]


def run(*arguments, code=0):
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=300)
    if code is not None and done.returncode != code:
        raise AssertionError(f"{arguments}: {done.returncode}: {done.stderr}{done.stdout}")
    return done


def report(path, *more, dossier=DOSSIER, rules=RULES, lang="zh"):
    run("report", "-q", "--rulebook", rules, "--template", TEMPLATE, "--date", "2024-03-15", "--lang", lang, "-o", path, *more, dossier)
    return path


class Text(html.parser.HTMLParser):
    """The texts of a page that a person reads, and its anchors and links."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.ids, self.links, self.depth = [], [], [], 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.depth += tag in ("style", "svg")
        if not self.depth:
            self.ids += [attributes["id"]] if "id" in attributes else []
            self.links += [attributes["href"]] if tag == "a" else []

    def handle_endtag(self, tag):
        self.depth -= tag in ("style", "svg")

    def handle_data(self, data):
        if not self.depth:
            self.texts.append(data)


class Reports(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def make(self, name, **keywords):
        return report(self.folder / name, **keywords)

    def page(self, name="z.html", **keywords):
        return Text(self.make(name, **keywords).read_text(encoding="utf-8"))

    def test_figures(self):
        text = "".join(self.page().texts)
        for figure in FIGURES:
            self.assertIn(figure, text)
        self.assertIn("99.72%由99.7193…%四舍五入而来；截去尾数则为99.71%", text)
        self.assertIn("并非官方文件", text)
        assumptions = json.loads(RULES.read_text(encoding="utf-8"))["assumptions"]
        for assumption in assumptions:
            self.assertIn(assumption["zh"], text)

    def test_four_chapters(self):
        text = "".join(self.page().texts)
        chapters = ["一、基本情况", "（一）部门概况", "二、综合评价分析", "（一）自评结论", "三、存在的主要问题", "四、改进措施"]
        places = [text.index(chapter) for chapter in chapters]
        self.assertEqual(places, sorted(places))

    def test_every_link_leads_somewhere(self):
        page = self.page()
        self.assertGreater(len(page.links), 40)
        self.assertEqual({link for link in page.links if link[1:] not in page.ids}, set())
        self.assertEqual(len(page.ids), len(set(page.ids)))

    def test_gaps(self):
        """What the office has not written is seen; what it has written stands there instead."""
        self.assertEqual("".join(self.page().texts).count("待填写"), 7)
        dossier = json.loads(DOSSIER.read_text(encoding="utf-8"))
        dossier["narrative"] = [{"section": "department", "text": "主要职能：招商。\n下设一个中心。"}]
        path = self.folder / "told.json"
        path.write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")
        text = "".join(self.page("told.html", dossier=path).texts)
        self.assertEqual(text.count("待填写"), 6)
        self.assertIn("主要职能：招商。\n下设一个中心。", text)

    def test_the_same_bytes(self):
        for ending in ("docx", "pdf", "html", "md"):
            one = self.make(f"one.{ending}").read_bytes()
            os.environ["TZ"] = "Asia/Shanghai"
            other = self.make(f"other.{ending}").read_bytes()
            del os.environ["TZ"]
            self.assertEqual(one, other, ending)

    def test_the_same_bytes_from_another_folder(self):
        """No path of a machine gets into what an office files."""
        there = self.folder / "elsewhere"
        there.mkdir()
        copy = shutil.copy(DOSSIER, there / DOSSIER.name)
        for ending in ("docx", "pdf", "html", "md", "xlsx"):
            one = self.make(f"here.{ending}").read_bytes()
            self.assertEqual(one, self.make(f"there.{ending}", dossier=copy).read_bytes(), ending)
        self.assertNotIn(str(there), "".join(self.page(dossier=copy).texts))
        self.assertIn(f"{DOSSIER.name}:18:21", "".join(self.page().texts))

    def test_the_words_of_units(self):
        """What an office counts has the office's word, also where the library knows another one for counts."""
        dossier = json.loads(DOSSIER.read_text(encoding="utf-8"))
        for row, unit in zip(dossier["rows"]["1.1.1"], ("人次", "家", "场", "项", "户")):
            row["unit"] = unit
        path = self.folder / "units.json"
        path.write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")
        text = "".join(self.page("units.html", dossier=path).texts)
        for shown in ("≥110人次", "160人次", "≥4家", "3场", "156项", "10户"):
            self.assertIn(shown, text)

    def test_an_audit_finds_nothing(self):
        for ending in ("docx", "html", "md"):
            for lang in ("zh", "en"):
                path = self.make(f"audit-{lang}.{ending}", lang=lang)
                done = run("audit", "--format", "json", path, code=None)
                self.assertEqual(done.returncode, 0, f"{ending} {lang}\n{done.stdout[-3000:]}{done.stderr}")

    def test_pdf(self):
        """Its text in the order of reading: the figures, the chapters, and nothing that an audit finds."""
        path = self.make("z.pdf")
        if not shutil.which("pdftotext"):
            print("SKIPPED: pdftotext is not there (Debian package poppler-utils)")
            return
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
        plain = re.sub(r"\s", "", text)
        for figure in FIGURES:
            self.assertIn(figure, plain)
        places = [plain.index(chapter) for chapter in ("一、基本情况", "二、综合评价分析", "三、存在的主要问题", "四、改进措施")]
        self.assertEqual(places, sorted(places))
        shown = self.folder / "pdf.txt"
        shown.write_text(subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout, encoding="utf-8")
        done = run("audit", shown, code=None)
        self.assertEqual(done.returncode, 0, done.stdout)
        about = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        self.assertRegex(about, r"Title: +增城经济技术开发区投资促进局2023年度部门整体支出绩效自评报告")
        self.assertRegex(about, r"CreationDate: +.*2024")
        # Links lead to the place of an entry, not to the top of its page; no two entries share one.
        ends = subprocess.run(["pdfinfo", "-dests", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
        self.assertEqual(len(ends), len({end.split('"')[0] for end in ends}))
        self.assertEqual(len(ends), len(json.loads(run("evaluate", "--rulebook", RULES, "--format", "json", DOSSIER).stdout)["nodes"]))

    def test_parts_of_docx(self):
        """Every part is XML, every relation has its part, and every part its type."""
        archive = zipfile.ZipFile(self.make("z.docx"))
        self.assertIsNone(archive.testzip())
        self.assertEqual({item.date_time for item in archive.infolist()}, {(2000, 1, 1, 0, 0, 0)})
        for name in archive.namelist():
            if not name.endswith(".png"):
                xml.dom.minidom.parseString(archive.read(name))
        relations = xml.dom.minidom.parseString(archive.read("word/_rels/document.xml.rels"))
        targets = [node.getAttribute("Target") for node in relations.getElementsByTagName("Relationship")]
        self.assertEqual([t for t in targets if f"word/{t}" not in archive.namelist()], [])
        body = archive.read("word/document.xml").decode()
        names = re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', body)
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(set(re.findall(r'w:anchor="(\w+)"', body)) - set(names), set())
        self.assertEqual(set(re.findall(r'<w:pStyle w:val="(\w+)"', body))
                         - set(re.findall(r'w:styleId="(\w+)"', archive.read("word/styles.xml").decode())), set())
        self.assertIn('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"', body)

    def test_python_docx(self):
        try:
            import docx
        except ImportError:
            print("SKIPPED: python-docx is not there (Debian package python3-docx)")
            return
        document = docx.Document(io.BytesIO(self.make("z.docx").read_bytes()))
        self.assertEqual([p.text for p in document.paragraphs if p.style.name == "Heading 1"][:4],
                         ["一、基本情况", "二、综合评价分析", "三、存在的主要问题", "四、改进措施"])
        text = lambda cell: "".join(node.text or "" for node in cell._tc.xpath(".//w:t"))  # python-docx leaves links out
        scores = {text(row.cells[0]): text(row.cells[3]) for table in document.tables for row in table.rows if len(row.cells) == 6}
        self.assertEqual((scores["1.1.3"], scores["2.5.6"], scores[""]), ("9.97", "0.72", "99.69"))
        self.assertEqual(document.core_properties.created.isoformat()[:10], "2024-03-15")

    def test_hostile_narrative(self):
        """Markup, control characters, marks of direction and formulas come out as text, a million characters among them."""
        told = "<script>alert(1)</script>&amp;\u202e\u200f\u0001=SUM(A1)]]></w:t>|*_" + "长" * 300_000
        dossier = json.loads(DOSSIER.read_text(encoding="utf-8"))
        dossier["narrative"] = [{"section": "department", "text": told}] + [{"section": "work", "text": "长" * 300_000}] * 3
        path = self.folder / "hostile.json"
        path.write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")
        shown = told.replace("\u202e", "").replace("\u200f", "").replace("\u0001", "")
        page = self.page("hostile.html", dossier=path)
        self.assertIn(shown, page.texts)
        self.assertEqual("".join(page.texts).count("长"), 1_200_000)
        archive = zipfile.ZipFile(self.make("hostile.docx", dossier=path))
        body = xml.dom.minidom.parseString(archive.read("word/document.xml"))
        texts = [node.firstChild.data for node in body.getElementsByTagName("w:t") if node.firstChild]
        self.assertIn(shown, texts)
        if shutil.which("pdftotext"):
            path = self.make("hostile.pdf", dossier=path)
            plain = re.sub(r"\s", "", subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout)
            self.assertEqual(plain.count("长"), 1_200_000)
            self.assertIn(shown[:40], plain)

    def test_refusals(self):
        done = run("report", "--rulebook", RULES, "--template", TEMPLATE, "-o", self.folder / "z.odt", DOSSIER, code=2)
        self.assertIn("FILE.docx", done.stderr)
        done = run("report", "--rulebook", RULES, "--template", TEMPLATE, "--date", "2024-02-30", "-o", self.folder / "z.md", DOSSIER, code=None)
        self.assertNotEqual(done.returncode, 0)
        self.assertFalse((self.folder / "z.md").exists() and done.returncode == 0)
        broken = self.folder / "broken.xml"
        broken.write_text('<report format="perfeval-report/1" zh="x">\n <p zh="{rates}"/></report>', encoding="utf-8")
        done = run("report", "--lang", "en", "--rulebook", RULES, "--template", broken, "-o", self.folder / "b.md", DOSSIER, code=1)
        self.assertIn("broken.xml:2:2", done.stderr)
        self.assertFalse((self.folder / "b.md").exists())

    def test_every_template(self):
        """Each with a department and with a project of rows: the total stands there, links lead somewhere, an audit finds nothing."""
        project = SOURCE / "tests/rulebooks/data/central-project.json", SOURCE / "rulebooks/central-project-ratio-80-60.json"
        for template in sorted((SOURCE / "reports").glob("*.xml")):
            for dossier, rules in ((DOSSIER, RULES), project):
                evaluated = json.loads(run("evaluate", "-q", "--format", "json", "-r", rules, dossier).stdout)
                for lang in ("zh", "en"):
                    path = self.folder / "each.html"
                    run("report", "-q", "-r", rules, "-T", template, "-d", "2024-03-15", "--lang", lang, "-o", path, dossier)
                    page = Text(path.read_text(encoding="utf-8"))
                    self.assertIn(evaluated["nodes"][0]["score"].rstrip("0").rstrip("."), "".join(page.texts))
                    self.assertEqual({link for link in page.links if link[1:] not in page.ids}, set())
                    done = run("audit", path, code=None)
                    self.assertEqual(done.returncode, 0, f"{template.name} {dossier.name} {lang}\n{done.stdout}")

    def test_forms_have_targets(self):
        """The rows of a project's slot: target with its sign, what was reached, marks and score, by hand from the dossier."""
        dossier = SOURCE / "tests/rulebooks/data/central-project.json"
        rows = [row for slot in json.loads(dossier.read_text(encoding="utf-8"))["rows"].values() for row in slot]
        run("report", "-q", "-r", SOURCE / "rulebooks/central-project-ratio-80-60.json", "-T", SOURCE / "reports/project-yunnan.xml",
            "-d", "2024-03-15", "--lang", "zh", "-o", self.folder / "form.html", dossier)
        text = "".join(Text((self.folder / "form.html").read_text(encoding="utf-8")).texts)
        for row in rows:
            self.assertIn(row["name"], text)
            if row.get("nature") == "quantitative" and isinstance(row["target"], str):
                self.assertIn({">=": "≥", "<=": "≤"}.get(row["sign"], row["sign"]) + row["target"], text)

    def test_other_rulebooks(self):
        """The template serves any rulebook: the sample, in English."""
        text = "".join(self.page("sample.html", dossier=SOURCE / "examples/data/sample-department.json",
                                 rules=SOURCE / "rulebooks/sample-department.json", lang="en").texts)
        self.assertIn("The rulebook is a sample; it is not official", text)


if __name__ == "__main__":
    if not COMMAND:
        print("SKIPPED: PERFEVAL_COMMAND is not set: there is no program to test")
        sys.exit(77)
    unittest.main()
