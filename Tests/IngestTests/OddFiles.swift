/// Files that are odd in shape: separators, heading rows, quotes, line ends.
let filesOddInShape: [OddFile] = [
  OddFile("a plain file", "Chỉ báo;Số đạt\n2.1.1;7\n", [["2.1.1", "7"]]),
  OddFile("no line end at the end", "Chỉ báo;Số đạt\n2.1.1;7", [["2.1.1", "7"]]),
  OddFile("CRLF", "Chỉ báo;Số đạt\r\n2.1.1;7\r\n", [["2.1.1", "7"]]),
  OddFile("CR only", "Chỉ báo;Số đạt\r2.1.1;7\r", [["2.1.1", "7"]]),
  OddFile(
    "mixed line ends", "Chỉ báo;Số đạt\r\n1;7\n2;8\r3;9", [["1", "7"], ["2", "8"], ["3", "9"]],
    ["C109 2:0"]),
  OddFile(
    "CRLF and one LF in a cell", "Mã;Tên\r\n1;\"a\nb\"\r\n2;c", [["1", "a\nb"], ["2", "c"]]),
  OddFile(
    "CR after LF", "Mã;Tên\n1;a\n2;b\r3;c\n", [["1", "a"], ["2", "b"], ["3", "c"]], ["C109 3:0"]),
  OddFile(
    "another line end behind a quoted cell", "Mã;Tên\n1;\"a\nb\"\r\n2;c\n",
    [["1", "a\nb"], ["2", "c"]],
    ["C109 3:0"]),
  OddFile(
    "a comma in a heading of a semicolon file", "Số, ký hiệu;Tệp\n25/KH-UBND;a.pdf\n",
    [["25/KH-UBND", "a.pdf"]]),
  OddFile(
    "more commas than tabs", "Tên cơ quan, đơn vị\tTrang bị dịch vụ, công cụ số\nSở A, B, C\tcó\n",
    [["Sở A, B, C", "có"]]),
  OddFile(
    "a quoted comma in a comma file", "\"Số, ký hiệu\",Tệp\n\"1, 2\",b\n", [["1, 2", "b"]]),
  OddFile("headings without accents", "CHI BAO,so_dat\n1.1.1,3\n", [["1.1.1", "3"]]),
  OddFile("English headings", "Indicator,Numerator,x\n1.1.1,3,\n", [["1.1.1", "3", ""]]),
  OddFile("one column", "Tên\nTrường A, B\nTrường C\n", [["Trường A, B"], ["Trường C"]]),
  OddFile(
    "one column with as many commas as a row has tabs", "Tên;?\nA;1\nB;2\n",
    [["A", "1"], ["B", "2"]]),
  OddFile("sep=;", "sep=;\nChỉ báo;Số đạt\n1;2\n", [["1", "2"]]),
  OddFile("sep=, against the looks", "SEP=,\r\nMã,Tên;x\r\n1,2;3\r\n", [["1", "2;3"]]),
  OddFile("sep= filled up", "\"sep=;\";;\nMã;Tên;x\n1;2;3\n", [["1", "2", "3"]]),
  OddFile("sep=|", "sep=|\nMã|Tên\n1|2\n", [["1", "2"]]),
  OddFile(
    "sep= without a separator", "sep=\nMã;Tên\n1;2\n", [["1", "2"]], ["C110 1:0"]),
  OddFile(
    "titles above the headings", "ỦY BAN NHÂN DÂN\n\nBiểu 1, năm 2022\nMã;Tên\n1;2\n",
    [["1", "2"]], ["C110 1:0"]),
  OddFile(
    "a title that is a heading's word", "Tên;;\nMã;Tên;Xếp loại\n1;2;Tốt\n", [["1", "2", "Tốt"]],
    ["C110 1:0"]),
  OddFile("rows of separators above the headings", ";;\n\"\";\nMã;Tên\n1;2\n", [["1", "2"]]),
  OddFile("a mark before sep=", "\u{FEFF}sep=|\nMã|Tên\n1|2\n", [["1", "2"]]),
  OddFile("blank rows", "Mã;Tên\n\n;\n1;2\n ; \n\n3;4\n;;;\n", [["1", "2"], ["3", "4"]]),
  OddFile("ragged rows", "Mã;Tên\n1\n2;b;c\n", [["1"], ["2", "b", "c"]]),
  OddFile("a separator at the end", "Mã;Tên\n1;", [["1", ""]]),
  OddFile("doubled quotes", "Mã;Tên\n1;\"Trường \"\"A\"\"\"\n", [["1", "Trường \"A\""]]),
  OddFile("empty quotes", "Mã;Tên\n1;\"\"\n2;\"\"\"\"\n", [["1", ""], ["2", "\""]]),
  OddFile(
    "a line break inside quotes", "Mã;Tên\n1;\"a\r\nb\"\n2;c\n", [["1", "a\nb"], ["2", "c"]]),
  OddFile("blanks around quotes", "Mã;Tên\n1; \"a;b\" \n", [["1", "a;b"]]),
  OddFile(
    "blanks of every kind around cells", "Mã;Tên\n\u{A0}1\u{200B};\" \u{FEFF}a \"\t\n",
    [["1", "a"]]),
  OddFile(
    "a quote inside a cell", "Mã;Tên\n1;ống 5\" dài\n", [["1", "ống 5\" dài"]], ["C107 2:2"]),
  OddFile(
    "text after a quote", "Mã;Tên\n1;\"a\"b\n2;c\n", [["1", "\"a\"b"], ["2", "c"]], ["C107 2:2"]),
  OddFile(
    "a quote never closed", "Mã;Tên\n1;a\n2;\"b\n3;c\n4;d\n",
    [["1", "a"], ["3", "c"], ["4", "d"]],
    ["C105 3:2"]),
  OddFile(
    "a quote closed by the next row's", "Mã;Tên\n1;\"a\n2;\"b\"\n3;c\n",
    [["2", "b"], ["3", "c"]],
    ["C105 2:2"]),
  OddFile(
    "two quotes never closed", "Mã;Tên\n1;\"a\n2;b\n\"3;c\n4;d\n", [["2", "b"], ["4", "d"]],
    ["C105 2:2", "C105 4:1"]),
  OddFile(
    "a quote whose partner stands in a later row", "Mã;Tên;Tệp\n1;\"a;x\n2;b\";y\n3;c;z\n",
    [["2", "b\"", "y"], ["3", "c", "z"]], ["C105 2:2", "C107 3:2"]),
  OddFile(
    "a quote that swallows whole rows", "Mã;Tên;Tệp\n1;\"a;x\n2;b;y\n3;c;z\"\n4;d;t\n",
    [["2", "b", "y"], ["3", "c", "z\""], ["4", "d", "t"]], ["C105 2:2", "C107 4:3"]),
  OddFile(
    "separators in the lines of a cell, as prose has them",
    "Mã,Tên,Tệp\n1,2,\"a\nb, c, d\"\n", [["1", "2", "a\nb, c, d"]]),
  OddFile(
    "another number of separators in a cell's lines", "Mã;Tên;Tệp\n1;\"a;b\nc\";d\n",
    [["1", "a;b\nc", "d"]]),
  OddFile(
    "two columns, where lines of a cell look like rows", "Mã;Tên\n1;\"a\nb;c\"\n",
    [["1", "a\nb;c"]]),
  OddFile("a quote as the last byte", "Mã;Tên\n1;a\n2;\"", [["1", "a"]], ["C105 3:2"]),
  OddFile(
    "a quote never closed after a line break inside quotes", "Mã;Tên\n\"1\n2\";\"b\n3;c\n",
    [["3", "c"]], ["C105 3:2"]),
  OddFile("a heading's quote never closed", "Mã;\"Tên\n1;2\n", nil, ["C105 1:2"]),
  OddFile("no row", "Mã;Tên\n", [], ["C108 1:0"]),
  OddFile("only blank rows", "\nMã;Tên\r\n;\r\n", [], ["C108 2:0"]),
  OddFile("no heading that is known", "a;b;c\n1;2;3\n", nil, ["C101 1:0"]),
  OddFile("no heading at all", "\n\n2.1.1;7\n", nil, ["C101 3:0"]),
  OddFile("prose", "Kính gửi Sở Giáo dục và Đào tạo,\nxin báo cáo.\n", nil, ["C101 1:0"]),
]

/// Files that are odd in their bytes: encodings, formats, control characters.
let filesOddInBytes: [OddFile] = [
  OddFile("nothing", "", nil, ["F103 0:0"]),
  OddFile("a mark and nothing", "\u{FEFF}", nil, ["F103 0:0"]),
  OddFile("blanks", " \r\n\t\n ", nil, ["F103 0:0"]),
  OddFile("blanks in UTF-16", bytes: [0xFF, 0xFE, 0x20, 0, 0x0D, 0, 0x0A, 0], nil, ["F103 0:0"]),
  OddFile(
    "a zip file", bytes: [0x50, 0x4B, 3, 4, 20, 0] + "word/document".utf8, nil, ["F104 0:0"]),
  OddFile(
    "an old workbook", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], nil,
    ["F104 0:0"]),
  OddFile("a PDF file", "%PDF-1.7\n1 0 obj\n", nil, ["F104 0:0"]),
  OddFile("a web page", "\n<!DOCTYPE html><table><tr><td>Mã</td>", nil, ["F104 0:0"]),
  OddFile(
    "a program", bytes: Array(repeating: [0x7F, 0x45, 0x00, 0x02], count: 9).flatMap { $0 }, nil,
    ["F104 0:0"]),
  OddFile("UTF-32", bytes: [0xFF, 0xFE, 0, 0, 0x4D, 0, 0, 0], nil, ["F105 1:0"]),
  OddFile(
    "a NUL in a cell", "Mã;Tên\n1;a\n2;b\u{0}c\n", [["1", "a"], ["2", "bc"]], ["F108 3:0"]),
  OddFile("a vertical tab in a cell", "Mã;Tên\r\n1;a\u{B}b\r\n", [["1", "a b"]], ["F108 2:0"]),
  OddFile(
    "a mark of the file's end", "Mã;Tên\r\n1;a\r\n\u{1A}", [["1", "a"]], ["F108 3:0"]),
  OddFile(
    "a mark of the end behind the last row", "Mã;Tên\n1;a\u{1A}\u{1A}\n", [["1", "a"]],
    ["F108 2:0"]),
  OddFile(
    "a mark of the end in the middle", "Mã;Tên\n1;a\u{1A}\n2;b\n",
    [["1", "a\u{FFFD}"], ["2", "b"]], ["F108 2:0"]),
  OddFile(
    "NULs that fill the last sector", "Mã;Tên\n1;Phước Hội\n" + String(repeating: "\0", count: 512),
    [["1", "Phước Hội"]], ["F108 3:0"]),
  OddFile(
    "NULs behind every cell",
    "Mã\0\0\0\0;Tên\0\0\0\n1\0\0\0\0\0;Xã Long Phước\0\0\0\n2\0\0\0\0;Tân Hưng\0\0\0\n",
    [["1", "Xã Long Phước"], ["2", "Tân Hưng"]], ["F108 1:0", "F108 2:0", "F108 3:0"]),
  OddFile(
    "NULs at the end of a file in Windows-1258",
    bytes: Encoder.windows1258.bytes("Mã;Tên\n1;Xã Hòa Long\n2;Phường Phước Hưng\n")
      + [UInt8](repeating: 0, count: 64),
    [["1", "Xã Hòa Long"], ["2", "Phường Phước Hưng"]], ["F108 4:0"]),
  OddFile(
    "many bells in a text", "Mã;Tên\n" + String(repeating: "1;một hai ba bốn năm\u{7}\n", count: 9),
    Array(repeating: ["1", "một hai ba bốn năm\u{FFFD}"], count: 9), (2...10).map { "F108 \($0):0" }
  ),
  OddFile("nothing but NULs", String(repeating: "\0", count: 64), nil, ["F103 0:0"]),
  OddFile(
    "two in one line", "Mã;Tên\n1\u{1};a\u{2}\n", [["1\u{FFFD}", "a\u{FFFD}"]], ["F108 2:0"]),
  OddFile(
    "UTF-8 cut off in a letter", bytes: Array("Mã;Tên\n1;ấ".utf8.dropLast()), [["1", "\u{FFFD}"]],
    ["F108 2:0"]),
  OddFile(
    "UTF-8 with one damaged letter", bytes: "Mã;Tên\n1;Phước Hội;".utf8 + [0xE1] + "b\n".utf8,
    [["1", "Phước Hội", "\u{FFFD}b"]], ["F108 2:0"]),
  OddFile(
    "UTF-16 cut off in a letter", bytes: Encoder.utf16LE.bytes("Mã;Tên\n1;b").dropLast(),
    [["1", "\u{FFFD}"]], ["F108 2:0"]),
  OddFile(
    "decomposed letters", "Mã;Tên\n1;Hoa\u{300} Bi\u{300}nh\n", [["1", "Hoà Bình"]],
    ["F110 2:0"]),
  OddFile(
    "letters beyond those of Vietnam, composed", "Mã;Tên\n1;λόγος 東京 ₫ ≥ → …\n",
    [["1", "λόγος 東京 ₫ ≥ → …"]]),
  OddFile(
    "NULs between words", "Mã;Tên\n1;a\u{0}\u{0}\n2;b\n",
    [["1", "a"], ["2", "b"]], ["F108 2:0"]),
  OddFile(
    "TCVN3", bytes: latin1("M·;Tªn\n1;Céng hßa X· héi\n2;D©n sè vµ Lao ®éng\n"), nil, ["F105 1:0"]),
  OddFile("TCVN3 as Unicode", "Mã;Tên\n1;D©n sè vµ Lao ®éng\n2;X· Ph­íc H­ng\n", nil, ["F105 2:0"]),
  OddFile(
    "VNI", bytes: latin1("Teân;Maõ\nXin chaøo caùc baïn;1\nXaõ Taân Höng;2\n"), nil, ["F105 1:0"]),
  OddFile(
    "VNI as Unicode", "Mã;Tên\n1;\n2;Phöôøng Long Höông, xaõ Hoøa Long, thò traán\n", nil,
    ["F105 3:0"]),
  OddFile(
    "VNI in capitals", "MAÕ;TEÂN\n1;PHÖÔØNG LONG HÖÔNG, XAÕ HOØA LONG, THÒ TRAÁN\n", nil,
    ["F105 2:0"]),
  OddFile("UTF-8 read as Windows-1252", "MÃ£;TÃªn\n1;BÃ  Rá»‹a - VÅ©ng TÃ u\n", nil, ["F117 1:0"]),
  OddFile(
    "Windows-1258 read as Windows-1252", "MaÞ;Tên\n1;BaÌ Riòa - VuÞng TaÌu\n", nil, ["F117 1:0"]),
  OddFile(
    "Windows-1252 with gaps",
    bytes: latin1("M\u{E3};T\u{EA}n;S? h?c sinh\n1;Tr?\u{1}?ng T?nh\n".filter { $0 != "\u{1}" }),
    nil, ["F105 1:0"]),
  OddFile("copied from a PDF file", "Mã;Tên\n1;Phƣớc Hƣng\n", nil, ["F118 2:0"]),
  OddFile(
    "French in one byte a letter",
    bytes: latin1("Mã;Façade\n1;\u{CE}le de Ré\u{FB}\n2;Çà\n3;\u{D8}\n"), nil, ["F105 1:0"]),
]

/// Files that look like something that is refused, and are not.
let filesThatAreFine: [OddFile] = [
  OddFile(
    "ASCII with question marks", "Ma;Ten\n1;T?ng s? h?c sinh\n", [["1", "T?ng s? h?c sinh"]]),
  OddFile(
    "foreign names and signs", "Mã;Tên\n1;Café Müller® naïve Citroën ½ 5µm 10m² «Noël» x¹\n",
    [["1", "Café Müller® naïve Citroën ½ 5µm 10m² «Noël» x¹"]]),
  OddFile(
    "words with vowels side by side", "Mã;Tên\n1;hoà quá khuỷu ngoáo\n",
    [["1", "hoà quá khuỷu ngoáo"]]),
  OddFile("Ð for Đ", "Mã;Tên\n1;Ðà Nẵng, Ðất Ðỏ, Ðại Lộc\n", [["1", "Ðà Nẵng, Ðất Ðỏ, Ðại Lộc"]]),
  OddFile(
    "names of the Highlands", "Mã;Tên\n1;Đắk R'lấp, Krông Pắk, Êđê\n",
    [["1", "Đắk R'lấp, Krông Pắk, Êđê"]]),
  OddFile("signs beyond the base plane", "Mã;Tên\n1;😀 𝟚\n", [["1", "😀 𝟚"]]),
  OddFile("Greek", "Mã;Tên\n1;λόγος\n", [["1", "λόγος"]]),
]
