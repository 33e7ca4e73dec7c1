/* report-docx-parts.c - the parts of a DOCX file that are the same in every document
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report-docx-private.h"

#include <stddef.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

const char pe_docx_types[] = XML
    "<Types xmlns=\"" PACKAGE "/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" TYPE "fontTable+xml\"/>"
    "<Override PartName=\"/word/footer-odd.xml\" ContentType=\"" TYPE "footer+xml\"/>"
    "<Override PartName=\"/word/footer-even.xml\" ContentType=\"" TYPE "footer+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    "</Types>";

const char pe_docx_relations[] = XML
    "<Relationships xmlns=\"" PACKAGE "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE
    "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    "</Relationships>";

const char pe_docx_document_relations[] = XML
    "<Relationships xmlns=\"" PACKAGE "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "/settings\" Target=\"settings.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "/fontTable\" Target=\"fontTable.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" OFFICE "/footer\" Target=\"footer-odd.xml\"/>"
    "<Relationship Id=\"rId5\" Type=\"" OFFICE "/footer\" Target=\"footer-even.xml\"/>";

const char pe_docx_settings[] = XML
    "<w:settings " W "><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
    "w:val=\"15\"/></w:compat>"
    "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>";

/* The names that offices have, each with what stands in where it is not installed. */
#define FONT(name, other)                                 \
  "<w:font w:name=\"" name "\"><w:altName w:val=\"" other \
  "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/></w:font>"

const char pe_docx_fonts[] = XML "<w:fonts " W ">" FONT ("方正小标宋简体", "Noto Serif CJK SC")
    FONT ("黑体", "Noto Sans CJK SC") FONT ("楷体_GB2312", "楷体") FONT ("仿宋_GB2312", "仿宋")
        FONT ("宋体", "Noto Serif CJK SC") "<w:font w:name=\"Times New Roman\"><w:altName w:val=\"Liberation "
                                           "Serif\"/><w:charset w:val=\"00\"/><w:family w:val=\"roman\"/></w:font>"
                                           "</w:fonts>";

#define FACE(name)                                                                                                     \
  "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"" name "\"" \
  "/>"
/* 225 mm are 22 lines: 579 twips each. */
#define LINE "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"579\" w:lineRule=\"exact\"/>"
#define SIZE(half_points) "<w:sz w:val=\"" half_points "\"/><w:szCs w:val=\"" half_points "\"/>"
#define STYLE(id, name, paragraph, run)                                                                          \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/><w:basedOn w:val=\"Normal\"/>" \
  "<w:qFormat/><w:pPr>" paragraph "</w:pPr><w:rPr>" run "</w:rPr></w:style>"
#define OUTLINE(level) "<w:outlineLvl w:val=\"" level "\"/>"
#define INDENT "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
/* Off the grid of lines, which is for running text. */
#define LOOSE "<w:snapToGrid w:val=\"0\"/>"
#define CENTRED "<w:jc w:val=\"center\"/>"
#define BOXED LOOSE "<w:spacing w:before=\"60\" w:after=\"160\"/><w:ind w:left=\"120\" w:right=\"120\"/>"
#define BOX(kind, colour)                                                                                    \
  "<w:pBdr><w:top w:val=\"" kind "\" w:sz=\"6\" w:space=\"4\" w:color=\"" colour "\"/><w:left w:val=\"" kind \
  "\" w:sz=\"6\" w:space=\"4\" w:color=\"" colour "\"/><w:bottom w:val=\"" kind                              \
  "\" w:sz=\"6\" w:space=\"4\" w:color=\"" colour "\"/><w:right w:val=\"" kind                               \
  "\" w:sz=\"6\" w:space=\"4\" w:color=\"" colour "\"/></w:pBdr>"

/* GB/T 9704-2012: title 小标宋 22 pt; body 仿宋 16 pt; levels 黑体, 楷体, 仿宋, 仿宋. */
const char *const pe_docx_styles[] = {
  XML "<w:styles " W "><w:docDefaults><w:rPrDefault><w:rPr>",
  FACE ("仿宋_GB2312") SIZE ("32"),
  "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
  STYLE ("Title", "Title", "<w:spacing w:before=\"0\" w:after=\"579\" w:line=\"640\" w:lineRule=\"atLeast\"/>" CENTRED,
         FACE ("方正小标宋简体") SIZE ("44")),
  STYLE ("Heading1", "heading 1", "<w:keepNext/>" LINE INDENT OUTLINE ("0"), FACE ("黑体")),
  STYLE ("Heading2", "heading 2", "<w:keepNext/>" LINE INDENT OUTLINE ("1"), FACE ("楷体_GB2312")),
  STYLE ("Heading3", "heading 3", "<w:keepNext/>" LINE INDENT OUTLINE ("2"), "<w:b/>"),
  STYLE ("Heading4", "heading 4", "<w:keepNext/>" LINE INDENT OUTLINE ("3"), ""),
  STYLE ("Body", "Body Text", LINE INDENT "<w:jc w:val=\"both\"/>", ""),
  STYLE ("Note", "Note", BOX ("single", "555555") BOXED, SIZE ("21")),
  STYLE ("Gap", "Gap", BOX ("dashed", "AA3333") "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FBEEEE\"/>" BOXED,
         SIZE ("28")),
  STYLE ("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>" CENTRED, SIZE ("24")),
  STYLE ("Cell", "Table Text", LOOSE "<w:spacing w:before=\"20\" w:after=\"20\"/>", SIZE ("21")),
  STYLE ("CellHead", "Table Heading", "<w:keepNext/>" LOOSE "<w:spacing w:before=\"20\" w:after=\"20\"/>" CENTRED,
         FACE ("黑体") SIZE ("21")),
  STYLE ("Picture", "Picture", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"0\"/>" CENTRED, ""),
  STYLE ("PictureCaption", "Picture Caption", "<w:spacing w:before=\"60\" w:after=\"240\"/>" CENTRED, SIZE ("24")),
  "</w:styles>",
  NULL,
};

/* 4号 between dashes, one character from the outer edge. */
#define FOOTER(side, indent)                                                                                           \
  XML "<w:ftr " W "><w:p><w:pPr><w:ind " indent "/><w:jc w:val=\"" side "\"/></w:pPr><w:r><w:rPr>" FACE ("宋体")       \
      SIZE ("28") "</w:rPr><w:t xml:space=\"preserve\">— </w:t></w:r><w:r><w:rPr>" FACE ("宋体")                       \
          SIZE ("28") "</w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:rPr>" FACE ("宋体") SIZE (            \
              "28") "</w:rPr><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:rPr>" FACE ("宋体") \
              SIZE ("28") "</w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr>" FACE ("宋体")                 \
                  SIZE ("28") "</w:rPr><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>"

const char pe_docx_footer_odd[] = FOOTER ("right", "w:rightChars=\"100\" w:right=\"280\"");
const char pe_docx_footer_even[] = FOOTER ("left", "w:leftChars=\"100\" w:left=\"280\"");
