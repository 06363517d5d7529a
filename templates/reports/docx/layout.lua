-- Bố cục thể thức văn bản (Nghị định 30/2020/NĐ-CP) cho tệp .docx.
-- pandoc chạy tệp này khi chuyển báo cáo Markdown sang .docx; kiểu chữ và trang giấy ở reference.docx.

local function styled(name, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = name }))
end

local function escaped(text)
  return (text:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(">", "&gt;"))
end

-- Chữ của một dòng, giữ chữ đậm và chữ nghiêng.
local function runs(inlines, bold, italic)
  local result = {}
  for _, inline in ipairs(inlines) do
    if inline.t == "Strong" then
      table.insert(result, runs(inline.content, true, italic))
    elseif inline.t == "Emph" then
      table.insert(result, runs(inline.content, bold, true))
    else
      local text = inline.t == "Space" and " " or pandoc.utils.stringify(inline)
      table.insert(result, "<w:r><w:rPr>" .. (bold and "<w:b/>" or "") ..
        (italic and "<w:i/>" or "") .. '</w:rPr><w:t xml:space="preserve">' .. escaped(text) ..
        "</w:t></w:r>")
    end
  end
  return table.concat(result)
end

local function paragraph(style, content, indent)
  local shape = '<w:pStyle w:val="' .. style .. '"/>'
  if indent then
    shape = shape .. '<w:ind w:left="' .. indent .. '" w:right="' .. indent .. '"/>'
  end
  return "<w:p><w:pPr>" .. shape .. "</w:pPr>" .. content .. "</w:p>"
end

-- Bảng hai cột không kẻ khung; widths tính bằng phần hai mươi của point.
local function frameless(rows, widths)
  local xml = '<w:tbl><w:tblPr><w:tblW w:w="' .. (widths[1] + widths[2]) ..
    '" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>' ..
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>' ..
    '<w:gridCol w:w="' .. widths[1] .. '"/><w:gridCol w:w="' .. widths[2] .. '"/></w:tblGrid>'
  for _, row in ipairs(rows) do
    xml = xml .. "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    for index, cell in ipairs(row) do
      xml = xml .. '<w:tc><w:tcPr><w:tcW w:w="' .. widths[index] .. '" w:type="dxa"/></w:tcPr>' ..
        cell .. "</w:tc>"
    end
    xml = xml .. "</w:tr>"
  end
  return pandoc.RawBlock("openxml", xml .. "</w:tbl>")
end

local function cell_inlines(cell)
  return pandoc.utils.blocks_to_inlines(cell.contents)
end

local function table_rows(tbl)
  local rows = {}
  for _, row in ipairs(tbl.head.rows) do table.insert(rows, row) end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do table.insert(rows, row) end
  end
  return rows
end

-- Quốc hiệu, tiêu ngữ, cơ quan, số, ngày: dòng kẻ dưới tiêu ngữ và dưới tên cơ quan ban hành.
local function letterhead(tbl)
  local rows = table_rows(tbl)
  local left_end = 1
  for index = 1, math.min(2, #rows) do
    if pandoc.utils.stringify(cell_inlines(rows[index].cells[1])) ~= "" then left_end = index end
  end
  local cells = {}
  for index, row in ipairs(rows) do
    local left = runs(cell_inlines(row.cells[1]), index == left_end and index < 3, false)
    local right = runs(cell_inlines(row.cells[2]), index < 3, false)
    local style = index == 1 and "QuocHieu" or "TheThuc"
    left = paragraph(index < 3 and "QuocHieu" or style, left)
    right = paragraph(style, right)
    if index == left_end then left = left .. paragraph("DuongKe", "", 1200) end
    if index == 2 then right = right .. paragraph("DuongKe", "", 1300) end
    table.insert(cells, { left, right })
  end
  return frameless(cells, { 3700, 5650 })
end

local function is_only(block, kinds)
  if block == nil or block.t ~= "Para" or #block.content ~= 1 then return false end
  local inline = block.content[1]
  for _, kind in ipairs(kinds) do
    if inline.t == kind then return true end
  end
  return false
end

-- Nơi nhận bên trái, chức vụ người ký bên phải, còn chỗ để ký.
local function signature(blocks, index)
  local heading = blocks[index]
  local list = blocks[index + 1]
  if not is_only(heading, { "Strong", "Emph" }) or list == nil or list.t ~= "BulletList" then
    return nil
  end
  local inner = heading.content[1].content
  if #inner ~= 1 or (inner[1].t ~= "Strong" and inner[1].t ~= "Emph") then return nil end
  local left = paragraph("NoiNhan", runs(heading.content, false, false))
  for _, item in ipairs(list.content) do
    local line = pandoc.utils.blocks_to_inlines(item)
    left = left .. paragraph("NoiNhan", runs({ pandoc.Str("- ") }, false, false) .. runs(line, false, false))
  end
  local right, next_index = "", index + 2
  while is_only(blocks[next_index], { "Strong" }) do
    right = right .. paragraph("ChucVu", runs(blocks[next_index].content, false, false))
    next_index = next_index + 1
  end
  for _ = 1, 5 do right = right .. paragraph("ChucVu", "") end
  return frameless({ { left, right } }, { 4550, 4800 }), next_index
end

local function longest_word(text)
  local longest = 1
  for word in text:gmatch("[^%s-]+") do longest = math.max(longest, utf8.len(word) or #word) end
  return longest
end

-- Các hàng với kiểu chữ của ô; ghi lại từng phần vì pandoc có thể trao bản sao.
local function restyled(rows, style)
  for index, row in ipairs(rows) do
    local cells = row.cells
    for column, cell in ipairs(cells) do
      -- Đoạn văn, vì pandoc bỏ qua kiểu chữ của dòng không thành đoạn ở trong ô.
      cell.contents = { styled(style, { pandoc.Para(cell_inlines(cell)) }) }
      cells[column] = cell
    end
    row.cells = cells
    rows[index] = row
  end
  return rows
end

-- Cột rộng theo chữ: đủ cho từ dài nhất, phần còn lại chia theo độ dài trung bình.
local function fit(tbl)
  local count = #tbl.colspecs
  -- Bảng nhiều cột dùng chữ nhỏ hơn; số chữ trung bình của một dòng rộng hết trang.
  local is_wide = count > 6
  local capacity = is_wide and 101 or 92
  local style = is_wide and "O bang hep" or "O bang"
  local least, weight = {}, {}
  for column = 1, count do least[column], weight[column] = 3, 1 end
  for _, row in ipairs(table_rows(tbl)) do
    for column, cell in ipairs(row.cells) do
      local text = pandoc.utils.stringify(cell_inlines(cell))
      least[column] = math.max(least[column], math.min(11, longest_word(text)))
      weight[column] = weight[column] + math.min(400, utf8.len(text) or #text)
    end
  end
  local head = tbl.head
  head.rows = restyled(head.rows, "Dau bang")
  tbl.head = head
  local bodies = tbl.bodies
  for _, body in ipairs(bodies) do body.body = restyled(body.body, style) end
  tbl.bodies = bodies
  local total_least, total_weight = 0, 0
  for column = 1, count do
    weight[column] = weight[column] ^ 0.8
    least[column] = least[column] * 1.15 + 2.5
    total_least = total_least + least[column]
    total_weight = total_weight + weight[column]
  end
  local room = math.max(0, capacity - total_least)
  local widths, total = {}, 0
  for column = 1, count do
    widths[column] = least[column] + room * weight[column] / total_weight
    total = total + widths[column]
  end
  local specs = {}
  for column, spec in ipairs(tbl.colspecs) do
    specs[column] = { spec[1], widths[column] / total }
  end
  tbl.colspecs = specs
  return tbl
end

-- Mỗi phụ lục sang trang mới và đánh số trang lại từ 1. rId9 là đầu trang thứ nhất của
-- reference.docx, theo cách pandoc đánh số; không có đầu trang thì không nhắc đến.
local function new_section(has_header)
  local header = has_header and '<w:headerReference w:type="default" r:id="rId9"/>' or ""
  return pandoc.RawBlock("openxml",
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:sectPr>' ..
    header .. '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>' ..
    '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850" w:header="567"' ..
    ' w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr></w:pPr></w:p>')
end

function Pandoc(doc)
  local blocks, result = doc.blocks, pandoc.List()
  local has_title, has_signature, has_rule = false, false, false
  local has_header = doc.meta["page-header"] ~= nil
  doc.meta["page-header"] = nil
  local index = 1
  while index <= #blocks do
    local block, following = blocks[index], blocks[index + 1]
    local signed, next_index = signature(blocks, index)
    if signed then
      result:insert(signed)
      has_signature = true
      index = next_index
    else
      if block.t == "Table" and not has_title then
        result:insert(letterhead(block))
      elseif block.t == "Table" then
        result:insert(fit(block))
      elseif block.t == "Header" and block.level == 1 then
        has_title = true
        result:insert(block)
        if is_only(following, { "Strong" }) then
          result:insert(styled("Trich yeu", { pandoc.Para(following.content[1].content) }))
          result:insert(pandoc.RawBlock("openxml", paragraph("DuongKe", "", 3300)))
          index = index + 1
        end
      elseif block.t == "Header" and block.level == 2 and has_signature then
        result:insert(new_section(has_header))
        result:insert(styled("Phu luc", { pandoc.Para(block.content) }))
        if is_only(following, { "Emph" }) then
          result:insert(styled("Kem theo", { following }))
          index = index + 1
        end
      elseif is_only(block, { "Strong" }) and following and following.t == "Table" then
        result:insert(styled("Ten bang", { block }))
      elseif block.t == "HorizontalRule" then
        has_rule = true
      elseif has_rule and is_only(block, { "Emph" }) then
        result:insert(styled("Dong cuoi", { block }))
      elseif is_only(block, { "Emph" }) then
        result:insert(styled("Can cu", { block }))
      else
        result:insert(block)
      end
      index = index + 1
    end
  end
  doc.blocks = result
  return doc
end
