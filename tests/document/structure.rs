//! What a PDF tells of itself to those who do not see its pages, read from the file: its properties,
//! its bookmarks, its tables, and the order in which it is read.

use boardbrief::report::model::{Block, Prose, Report};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as Text};

/// A part of the document in the order of reading, with where it is drawn.
#[derive(Debug, PartialEq, Eq)]
struct Leaf {
    /// What it is: `H2`, `TH`, `P`; the innermost element that has a role.
    role: String,
    /// The page, from 0.
    page: usize,
    /// Its number in the order of drawing on that page.
    drawn: i32,
}

/// A PDF that is read.
struct Read<'a> {
    catalog: Dict<'a>,
    /// Object numbers of the pages, in order.
    pages: Vec<i32>,
    leaves: Vec<Leaf>,
    /// For each table, its cells of headings, each with whether it says what it heads.
    tables: Vec<Vec<bool>>,
}

fn text(string: &Text) -> String {
    let bytes = string.as_bytes();
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2);
            let units: Vec<u16> = units
                .map(|two| u16::from_be_bytes([two[0], two[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        _ => bytes.iter().copied().map(char::from).collect(),
    }
}

fn name(dict: &Dict, key: &str) -> String {
    let name: Option<Name> = dict.get(key);
    name.map_or_else(String::new, |name| {
        String::from_utf8_lossy(name.as_ref()).into_owned()
    })
}

/// What stands under a key that holds one thing or several.
fn several<'a>(dict: &Dict<'a>, key: &str) -> Vec<Object<'a>> {
    match dict.get::<Object>(key) {
        Some(Object::Array(all)) => all.iter::<Object>().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

impl<'a> Read<'a> {
    fn new(pdf: &'a Pdf) -> Self {
        let catalog = pdf.objects().into_iter().find_map(|object| match object {
            Object::Dict(dict) if name(&dict, "Type") == "Catalog" => Some(dict),
            _ => None,
        });
        let catalog = catalog.expect("a PDF has a catalogue");
        let tree: Dict = catalog.get("Pages").expect("a PDF has pages");
        let mut read = Read {
            catalog,
            pages: Vec::new(),
            leaves: Vec::new(),
            tables: Vec::new(),
        };
        read.page_tree(&tree);
        let root: Dict = read
            .catalog
            .get("StructTreeRoot")
            .expect("the PDF is tagged");
        read.element(&root, "", None);
        read
    }

    fn page_tree(&mut self, tree: &Dict<'a>) {
        let kids: Array = tree.get("Kids").expect("a node of the page tree has kids");
        for kid in kids.iter::<Dict>() {
            if name(&kid, "Type") == "Page" {
                self.pages
                    .push(kid.obj_id().expect("a page is an object").obj_number);
            } else {
                self.page_tree(&kid);
            }
        }
    }

    fn element(&mut self, element: &Dict<'a>, outer: &str, page: Option<i32>) {
        let role = match name(element, "S") {
            role if role.is_empty() || role == "Span" || role == "Strong" || role == "Em" => {
                outer.to_owned()
            }
            role => role,
        };
        let page = element.get_ref("Pg").map(|page| page.obj_number).or(page);
        if role == "Table" && outer != "Table" {
            self.tables.push(Vec::new());
        }
        if role == "TH" && outer != "TH" {
            let scoped = several(element, "A").into_iter().any(|of| match of {
                Object::Dict(of) => {
                    ["Column", "Row", "Both"].contains(&name(&of, "Scope").as_str())
                }
                _ => false,
            });
            self.tables
                .last_mut()
                .expect("a heading cell stands in a table")
                .push(scoped);
        }
        for kid in several(element, "K") {
            match kid {
                Object::Number(number) => self.leaf(&role, page, number.as_f64() as i32),
                Object::Dict(kid) if name(&kid, "Type") == "MCR" => {
                    let page = kid.get_ref("Pg").map(|page| page.obj_number).or(page);
                    let drawn = kid.get("MCID").expect("marked content has a number");
                    self.leaf(&role, page, drawn);
                }
                Object::Dict(kid) if name(&kid, "Type") == "OBJR" => {}
                Object::Dict(kid) => self.element(&kid, &role, page),
                _ => {}
            }
        }
    }

    fn leaf(&mut self, role: &str, page: Option<i32>, drawn: i32) {
        let page = page.and_then(|page| self.pages.iter().position(|known| *known == page));
        self.leaves.push(Leaf {
            role: role.to_owned(),
            page: page.expect("what is read is drawn on a page"),
            drawn,
        });
    }

    /// The bookmarks, each with its depth, in order.
    fn bookmarks(&self) -> Vec<(usize, String)> {
        fn below(node: &Dict, depth: usize, found: &mut Vec<(usize, String)>) {
            let mut next: Option<Dict> = node.get("First");
            while let Some(item) = next {
                let title: Text = item.get("Title").expect("a bookmark has a title");
                found.push((depth, text(&title)));
                below(&item, depth + 1, found);
                next = item.get("Next");
            }
        }
        let mut found = Vec::new();
        if let Some(root) = self.catalog.get::<Dict>("Outlines") {
            below(&root, 1, &mut found);
        }
        found
    }
}

/// The headings of a report, each with its level, in order.
fn headings(report: &Report) -> Vec<(usize, String)> {
    fn within(blocks: &[Block], found: &mut Vec<(usize, String)>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    found.push((usize::from(heading.level), heading.text.plain_text()));
                }
                Block::Together { blocks } => within(blocks, found),
                Block::Columns { columns } => columns.iter().for_each(|one| within(one, found)),
                _ => {}
            }
        }
    }
    let mut found = vec![(1, report.meta.title.clone())];
    within(&report.blocks, &mut found);
    found
}

/// Holds what a PDF tells of itself against the report it was made from.
pub fn tells_what_it_is(bytes: &[u8], report: &Report, of: &str) {
    let pdf = Pdf::new(bytes.to_vec()).expect("our PDF can be read");
    let read = Read::new(&pdf);
    let apart = |text: &str| super::agreement::plain(text);
    let marked: Vec<(usize, String)> = read
        .bookmarks()
        .into_iter()
        .map(|(depth, title)| (depth, apart(&title)))
        .collect();
    let wanted: Vec<(usize, String)> = headings(report)
        .into_iter()
        .map(|(level, title)| (level, apart(&title)))
        .collect();
    assert_eq!(marked, wanted, "{of}: bookmarks are not the headings");

    let meta = pdf.metadata();
    let stated = |bytes: &Option<Vec<u8>>| {
        let bytes = bytes.as_deref().unwrap_or_default();
        match bytes {
            [0xfe, 0xff, rest @ ..] => {
                let units = rest.chunks_exact(2);
                let units: Vec<u16> = units
                    .map(|two| u16::from_be_bytes([two[0], two[1]]))
                    .collect();
                String::from_utf16_lossy(&units)
            }
            _ => bytes.iter().copied().map(char::from).collect(),
        }
    };
    assert_eq!(stated(&meta.title), report.meta.title, "{of}: title");
    let authors = report.meta.authors.join(", ");
    assert_eq!(stated(&meta.author), authors, "{of}: author");
    let made = meta.creation_date.expect("the PDF states its date");
    let on = report.meta.as_of.on;
    assert_eq!(
        (i32::from(made.year), made.month, made.day),
        (on.year(), u8::from(on.month()), on.day()),
        "{of}: date"
    );
    let language: Text = read.catalog.get("Lang").expect("the PDF has a language");
    assert_eq!(
        text(&language),
        report.meta.language.tag(),
        "{of}: language"
    );
}

/// Holds the links of a PDF to its own sections to leading somewhere; gives their number.
pub fn leads_somewhere(bytes: &[u8], of: &str) -> usize {
    let pdf = Pdf::new(bytes.to_vec()).expect("our PDF can be read");
    let read = Read::new(&pdf);
    let named: Vec<String> = read
        .catalog
        .get::<Dict>("Names")
        .and_then(|names| names.get::<Dict>("Dests"))
        .map(|dests| names_below(&dests))
        .unwrap_or_default();
    let mut links = 0;
    for object in pdf.objects() {
        let Object::Dict(link) = object else { continue };
        if name(&link, "Subtype") != "Link" {
            continue;
        }
        let action: Option<Dict> = link.get("A");
        if action
            .as_ref()
            .is_some_and(|action| name(action, "S") == "URI")
        {
            continue;
        }
        let target = link
            .get::<Object>("Dest")
            .or_else(|| action.as_ref()?.get("D"));
        let found = match target {
            Some(Object::String(to)) => named.contains(&text(&to)),
            Some(Object::Array(to)) => to
                .raw_iter()
                .next()
                .and_then(|page| page.as_obj_ref())
                .is_some_and(|page| read.pages.contains(&page.obj_number)),
            _ => false,
        };
        assert!(found, "{of}: a link leads nowhere");
        links += 1;
    }
    links
}

/// The names in a tree of names.
fn names_below(node: &Dict) -> Vec<String> {
    let own = several(node, "Names")
        .into_iter()
        .filter_map(|entry| match entry {
            Object::String(name) => Some(text(&name)),
            _ => None,
        });
    let kids = several(node, "Kids").into_iter().flat_map(|kid| match kid {
        Object::Dict(kid) => names_below(&kid),
        _ => Vec::new(),
    });
    own.chain(kids).collect()
}

/// Holds the tables of a PDF to header cells that say what they head.
pub fn heads_its_tables(bytes: &[u8], of: &str) -> usize {
    let pdf = Pdf::new(bytes.to_vec()).expect("our PDF can be read");
    let read = Read::new(&pdf);
    for (nth, heads) in read.tables.iter().enumerate() {
        let sound = !heads.is_empty() && heads.iter().all(|scoped| *scoped);
        assert!(sound, "{of}: table {nth} has heading cells {heads:?}");
    }
    read.tables.len()
}

/// Holds a PDF to being read in the order in which it is drawn, and its headings to standing on the
/// page of what follows them.
pub fn is_read_in_order(bytes: &[u8], of: &str) {
    let pdf = Pdf::new(bytes.to_vec()).expect("our PDF can be read");
    let read = Read::new(&pdf);
    assert!(read.leaves.len() > 5, "{of}: nothing is read");
    for pair in read.leaves.windows(2) {
        let [one, next] = pair else { continue };
        assert!(
            (one.page, one.drawn) < (next.page, next.drawn),
            "{of}: {one:?} is read before {next:?}"
        );
        let is_heading = one.role.len() == 2 && one.role.starts_with('H');
        assert!(
            !is_heading || one.page == next.page,
            "{of}: a heading stands alone at the foot of page {}",
            one.page + 1
        );
    }
    let last = read.leaves.last().expect("something is read");
    assert!(!last.role.starts_with('H'), "{of}: a heading heads nothing");
}

#[test]
fn the_sample_tells_what_it_is() {
    let report = super::everything();
    let pdf = super::pdf(&report, b"{}");
    tells_what_it_is(&pdf, &report, "the sample");
}

#[test]
fn the_sample_is_read_in_order() {
    is_read_in_order(&super::pdf(&super::everything(), b"{}"), "the sample");
}

#[test]
fn the_sample_leads_somewhere_and_heads_its_tables() {
    let link = Prose::new().section("money", "What each option costs and returns");
    let mut report = super::everything();
    report.blocks.push(Block::paragraph(link));
    let pdf = super::pdf(&report, b"{}");
    assert_eq!(leads_somewhere(&pdf, "the sample"), 1);
    assert!(heads_its_tables(&pdf, "the sample") >= 3);
}
