// What is pasted from Word and elsewhere, its styles read and taken out: the page allows none, and says so in the console.
// Lists from Word, paragraphs that name their level and begin with a mark of their own, are made into real lists.
const LEVEL = /mso-list\s*:[^;]*?\blevel(\d)/i;
const IGNORED = /mso-list\s*:\s*ignore/i;
const LOOKS = [["strong", /(?<![\w-])font-weight\s*:\s*(bold|[6-9]00)/i], ["em", /(?<![\w-])font-style\s*:\s*italic/i]];
const NOT_BOLD = /(?<![\w-])font-weight\s*:\s*(normal|[1-4]00)/i;
const NUMBERS = { "lower-alpha": "a", "lower-latin": "a", "lower-roman": "i" };

function parsed(html) {
  const safe = html.replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[^>]*>/g, (tag) => tag.replace(/(["'\s])style(\s*=)/gi, "$1data-style$2"));
  return new DOMParser().parseFromString(safe, "text/html");
}

// A look that only a style tells
function namedLooks(page) {
  for (const part of page.querySelectorAll("span[data-style]"))
    for (const [name, sign] of LOOKS)
      if (sign.test(part.dataset.style)) {
        const look = page.createElement(name);
        look.append(...part.childNodes);
        part.append(look);
      }
  for (const part of page.querySelectorAll("b[data-style]"))
    if (NOT_BOLD.test(part.dataset.style)) part.replaceWith(...part.childNodes);
  for (const list of page.querySelectorAll("ol[data-style]")) {
    const kind = NUMBERS[/list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(list.dataset.style)?.[1]];
    if (kind) list.setAttribute("type", kind);
  }
}

function kindOf(mark) {
  const bare = mark.trim().replace(/^\(|[.)]$/g, "");
  if (/^\d+$/.test(bare)) return "1";
  if (/^[ivxl]+$/.test(bare)) return "i";
  return /^[a-z]{1,2}$/.test(bare) && bare !== "o" ? "a" : "-";
}

// What Word writes for programs that know no lists: the mark, and the blanks after it
function takenMark(paragraph) {
  const ignored = [...paragraph.querySelectorAll("[data-style]")].filter((part) => IGNORED.test(part.dataset.style));
  const mark = ignored[0]?.textContent ?? "";
  for (const part of ignored) part.remove();
  return mark;
}

function startedList(kind, page) {
  const list = page.createElement(kind === "-" ? "ul" : "ol");
  if (kind !== "-") list.setAttribute("type", kind);
  list.dataset.kind = kind;
  return list;
}

// Puts one point where it belongs; `open` holds the lists begun so far, outermost first
function addPoint(paragraph, level, open, page) {
  const mark = takenMark(paragraph);
  open.length = Math.min(open.length, level);
  const last = open[level - 1];
  const isNextLetter = last?.dataset.kind === "a" && kindOf(mark) === "i"
    && mark.trim().charCodeAt(0) === 97 + last.children.length;
  if (last && last.dataset.kind !== kindOf(mark) && !isNextLetter) open.pop();
  if (open.length < level) {
    const list = startedList(kindOf(mark), page);
    const above = open.at(-1)?.lastElementChild;
    if (above) above.append(list);
    else paragraph.before(list);
    open.push(list);
  }
  const item = open.at(-1).appendChild(page.createElement("li"));
  item.append(paragraph);
}

function pasted(html) {
  const page = parsed(html);
  let open = [];
  for (const paragraph of page.querySelectorAll("p")) {
    const level = LEVEL.exec(paragraph.dataset.style)?.[1];
    const goesOn = open[0] && paragraph.previousElementSibling === open[0];
    if (!paragraph.textContent.trim() && !paragraph.querySelector("br")) {
      paragraph.remove();
    } else if (level) {
      if (!goesOn) open = [];
      addPoint(paragraph, Math.min(Number(level), open.length + 1), open, page);
    }
  }
  namedLooks(page);
  return page.body.innerHTML;
}

export { pasted };
