-- A filter for pandoc, for an editable Word file of a document:
--
--     boardbrief templates word.lua > word.lua
--     pandoc out/portal.md --lua-filter word.lua -o portal.docx
--
-- It makes the first heading the title and what follows it the subtitle, raises the other headings by
-- a level, leaves out the diagrams that Word cannot draw (the table below each says the same), and
-- gives the columns of tables the width that their words need.

local stringify = pandoc.utils.stringify

-- Letters that one column should not ask for more than, however long its sentences.
local most = 90

-- Letters that a line of a page holds, and what the edges of a cell take of them.
local line, edges = 78, 5

-- The length of a text and of its longest word, in letters.
local function lengths(text)
  local longest = 0
  for word in text:gmatch("%S+") do
    longest = math.max(longest, utf8.len(word) or #word)
  end
  return utf8.len(text) or #text, longest
end

function Table(tbl)
  local columns = {}
  for nth = 1, #tbl.colspecs do
    columns[nth] = { whole = 1, word = 1 }
  end
  local function measure(rows)
    for _, row in ipairs(rows) do
      for nth, cell in ipairs(row.cells) do
        local whole, word = lengths(stringify(cell.contents))
        local column = columns[nth]
        column.whole = math.max(column.whole, math.min(whole, most))
        column.word = math.max(column.word, word)
      end
    end
  end
  measure(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do
    measure(body.body)
  end
  -- Room for the longest word and the edges of a cell comes first; what is left of the line goes to
  -- those with more to say.
  local needed, wanted = 0, 0
  for _, column in ipairs(columns) do
    column.needed = column.word + edges
    column.wanted = math.max(column.whole - column.word, 0)
    needed = needed + column.needed
    wanted = wanted + column.wanted
  end
  local left = math.max(line - needed, 0)
  for nth, spec in ipairs(tbl.colspecs) do
    local column = columns[nth]
    local more = wanted > 0 and left * column.wanted / wanted or left / #columns
    tbl.colspecs[nth] = { spec[1], (column.needed + more) / math.max(line, needed) }
  end
  return tbl
end

function CodeBlock(block)
  if block.classes:includes("mermaid") then
    return {}
  end
end

function Pandoc(document)
  local blocks = document.blocks
  if blocks[1] and blocks[1].t == "Header" and blocks[1].level == 1 then
    document.meta.title = pandoc.MetaInlines(blocks[1].content)
    blocks:remove(1)
    if blocks[1] and blocks[1].t == "Para" then
      document.meta.subtitle = pandoc.MetaInlines(blocks[1].content)
      blocks:remove(1)
    end
  end
  document.blocks = blocks:walk({
    Header = function(heading)
      heading.level = math.max(heading.level - 1, 1)
      return heading
    end,
  })
  return document
end
