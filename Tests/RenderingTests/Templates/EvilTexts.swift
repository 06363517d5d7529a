/// Texts that would become markup, or break the page, where they are not escaped.
let evilTexts = [
  "<script>alert(1)</script>", "\"\u{301} onclick=\"x", "'\u{301} onclick='x", "&lt;b&gt; &amp; &",
  "</style></title>--> ]]> <!--", "{{title}} {{{title}}} {{>html/head}}", "| a | b |\n| - |",
  "\n\n# heading\n- item\n> quote\n    code", "**bold** _it_ ~~no~~ `code` $x$ ^up^",
  "[link](http://example.test) ![i](x) [a]: b", "https://example.test www.example.test",
  "\\", "\\|", "-", "1. one", "2) two", "+ plus", "= three", "---", "===", ": def", "#", "# ",
  "\u{0}\u{8}\u{1F}\u{7F}\u{85}\u{FFFE}\u{FFFF}\u{1FFFE}", "\r\n\r\u{2028}\u{2029}", "\u{301}",
  "\u{A0}x\u{A0}", "<\u{338}b>", "javascript:alert(1)", "```", "~~~", "a  \nb", "{#id .class}",
]
