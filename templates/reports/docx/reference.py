"""Writes reference.docx, from which pandoc takes page, fonts and styles of the .docx reports.

    python3 templates/reports/docx/reference.py templates/reports/docx/reference.docx

The same bytes every time; needs nothing but Python. The page and the sizes are those of appendix I
of Nghị định 30/2020/NĐ-CP. The file may as well be edited in Word: change its styles and its page,
not their names.
"""

import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def mm(length):
    """Millimetres in twentieths of a point."""
    return round(length * 1440 / 25.4)


PAGE = (
    '<w:headerReference w:type="default" r:id="rId90"/>'
    f'<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/>'
    f'<w:pgMar w:top="{mm(20)}" w:bottom="{mm(20)}" w:left="{mm(30)}" w:right="{mm(15)}"'
    f' w:header="{mm(10)}" w:footer="{mm(10)}" w:gutter="0"/>'
    '<w:titlePg/>'
)


def paragraph(name, style, based="Normal", size=None, bold=False, italic=False, caps=False,
              align=None, before=0, after=0, first=0, left=0, right=0, keep=False, outline=None,
              rule=False):
    """A style of paragraphs; sizes and distances in points, indents in millimetres."""
    shape = ""
    if keep:
        shape += "<w:keepNext/><w:keepLines/>"
    if rule:
        shape += '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    shape += f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>'
    shape += f'<w:ind w:left="{mm(left)}" w:right="{mm(right)}" w:firstLine="{mm(first)}"/>'
    if align:
        shape += f'<w:jc w:val="{align}"/>'
    if outline is not None:
        shape += f'<w:outlineLvl w:val="{outline}"/>'
    letters = ""
    if bold is not None:
        letters += '<w:b/>' if bold else '<w:b w:val="0"/>'
    if italic:
        letters += "<w:i/>"
    if caps:
        letters += "<w:caps/>"
    letters += '<w:color w:val="000000"/>'
    if size:
        letters += f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>{based}'
            f'<w:qFormat/><w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr></w:style>')


BODY = dict(align="both", after=6, first=10)

STYLES = "".join([
    '<w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"'
    ' w:eastAsia="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>',
    paragraph("Body Text", "BodyText", **BODY),
    paragraph("First Paragraph", "FirstParagraph", **BODY),
    paragraph("Compact", "Compact", align="both", after=3),
    paragraph("Block Text", "BlockText", size=12, align="center", after=6, bold=None),
    paragraph("heading 1", "Heading1", size=14, bold=True, align="center", before=12, keep=True,
              outline=0),
    paragraph("heading 2", "Heading2", size=14, bold=True, caps=True, before=12, after=6, first=10,
              align="both", keep=True, outline=1),
    paragraph("heading 3", "Heading3", size=14, bold=True, before=6, after=6, first=10,
              align="both", keep=True, outline=2),
    paragraph("heading 4", "Heading4", size=14, bold=True, italic=True, before=6, after=6, first=10,
              align="both", keep=True, outline=3),
    paragraph("Trich yeu", "TrichYeu", bold=True, align="center", keep=True),
    paragraph("Can cu", "CanCu", italic=True, **BODY),
    paragraph("Kinh gui", "KinhGui", align="center", before=6, after=12),
    paragraph("Phu luc", "PhuLuc", based="Heading2", size=14, bold=True, align="center", after=6,
              keep=True, outline=1),
    paragraph("Kem theo", "KemTheo", italic=True, align="center", after=12),
    paragraph("Ten bang", "TenBang", size=13, bold=True, align="center", before=6, after=3,
              keep=True),
    paragraph("Quoc hieu", "QuocHieu", size=12, bold=None, align="center"),
    paragraph("Dau bang", "DauBang", size=11, bold=True, align="center", keep=True),
    paragraph("O bang hep", "OBangHep", size=10, bold=None),
    paragraph("O bang", "OBang", size=11, bold=None),
    paragraph("Dong cuoi", "DongCuoi", size=10, italic=True, align="left", before=6),
    paragraph("The thuc", "TheThuc", size=13, bold=None, align="center"),
    paragraph("Duong ke", "DuongKe", size=2, align="center", after=6, rule=True),
    paragraph("Noi nhan", "NoiNhan", size=11, bold=None),
    paragraph("Chuc vu", "ChucVu", size=14, bold=True, align="center"),
    '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>',
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="000000"/></w:rPr></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
    '</w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:jc w:val="center"/><w:tblBorders>'
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
              for side in ["top", "left", "bottom", "right", "insideH", "insideV"])
    + '</w:tblBorders></w:tblPr><w:trPr><w:cantSplit/></w:trPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
])

PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def relationships(*targets):
    items = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for name, kind, target in targets)
    return (HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships">{items}</Relationships>')


def word(element, content):
    return HEAD + f'<w:{element} xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{content}</w:{element}>'


def content_types():
    parts = [("document", "document.main"), ("styles", "styles"), ("settings", "settings"),
             ("fontTable", "fontTable"), ("numbering", "numbering"), ("header1", "header"),
             ("footnotes", "footnotes")]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>'
        for name, kind in parts)
    return (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'{overrides}</Types>')


PARTS = [
    ("[Content_Types].xml", content_types()),
    ("_rels/.rels", relationships(("rId1", "officeDocument", "word/document.xml"))),
    ("word/document.xml", word("document", f'<w:body><w:p/><w:sectPr>{PAGE}</w:sectPr></w:body>')),
    ("word/_rels/document.xml.rels", relationships(
        ("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"), ("rId4", "numbering", "numbering.xml"),
        ("rId5", "footnotes", "footnotes.xml"), ("rId90", "header", "header1.xml"))),
    ("word/styles.xml", word("styles", STYLES)),
    ("word/settings.xml", word("settings", '<w:zoom w:percent="100"/>'
                               '<w:defaultTabStop w:val="720"/><w:compat/>')),
    ("word/fontTable.xml", word("fonts", '<w:font w:name="Times New Roman"><w:charset w:val="00"/>'
                                '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>')),
    ("word/numbering.xml", word("numbering", "")),
    ("word/footnotes.xml", word("footnotes", '<w:footnote w:type="separator" w:id="-1"><w:p><w:r>'
                                '<w:separator/></w:r></w:p></w:footnote><w:footnote w:type='
                                '"continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator'
                                '/></w:r></w:p></w:footnote>')),
    ("word/header1.xml", word("hdr", PAGE_NUMBER)),
]


def main(target):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS:
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            archive.writestr(part, content)


if __name__ == "__main__":
    main(sys.argv[1])
