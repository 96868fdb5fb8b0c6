// Numbers as they are printed: 1. then a) then i.; a list goes on where the last of its kind stopped.
const KINDS = ["1", "a", "i"];
const DEEPEST = 3;

// The list that the cursor is in: its node, its place, how deep it lies and the kind it shows
function listAround(place) {
  let ordered = 0;
  let found = null;
  let depth = 0;
  for (let level = 1; level <= place.depth; level += 1) {
    const node = place.node(level);
    const isOrdered = node.type.name === "orderedList";
    if (!isOrdered && node.type.name !== "bulletList") continue;
    depth += 1;
    found = { node, position: place.before(level), depth, kind: isOrdered ? kindOf(node, ordered) : "-", natural: naturalKind(ordered) };
    ordered += isOrdered;
  }
  return found;
}

function naturalKind(ordered) {
  return KINDS[Math.min(ordered, KINDS.length - 1)];
}

function kindOf(list, ordered) {
  return list.attrs.type ?? naturalKind(ordered);
}

// Gives every list the number it begins with
function renumber(transaction, node, start, ordered) {
  const reached = {};
  node.forEach((child, offset) => {
    const position = start + offset;
    const name = child.type.name;
    if (name === "heading") for (const kind of KINDS) delete reached[kind];
    if (name === "blockquote") renumber(transaction, child, position + 1, ordered);
    if (name !== "orderedList" && name !== "bulletList") return;
    const isOrdered = name === "orderedList";
    if (isOrdered) {
      const kind = kindOf(child, ordered);
      const first = (reached[kind] ?? 0) + 1;
      if (child.attrs.start !== first) transaction.setNodeAttribute(position, "start", first);
      reached[kind] = first - 1 + child.childCount;
    }
    child.forEach((item, inside) => renumber(transaction, item, position + inside + 2, ordered + isOrdered));
  });
}

function setKind(kind) {
  return ({ tr, dispatch }) => {
    const list = listAround(tr.selection.$from);
    if (list?.node.type.name !== "orderedList") return false;
    if (dispatch) tr.setNodeAttribute(list.position, "type", kind === list.natural ? null : kind);
    return true;
  };
}

// One press of "1.", "a)", "i." or a bullet: makes a list, changes its kind, or ends it
function toggleList(editor, kind) {
  const list = listAround(editor.state.selection.$from);
  const chain = editor.chain().focus();
  if (kind === "-") chain.toggleBulletList();
  else if (list?.kind === kind) chain.toggleOrderedList();
  else if (list && list.kind !== "-") chain.command(setKind(kind));
  else chain.toggleOrderedList().command(setKind(kind));
  chain.run();
}

function canIndent(editor) {
  const list = listAround(editor.state.selection.$from);
  return Boolean(list) && list.depth < DEEPEST && editor.can().sinkListItem("listItem");
}

// Typing "1. ", "a) " or "i. " begins a list; within a list a level deeper
function typedStart(kit, find, kind) {
  return new kit.InputRule({
    find,
    handler: ({ state, range, chain }) => {
      const list = listAround(state.selection.$from);
      if (list && (list.kind === kind || list.depth >= DEEPEST)) return null;
      const steps = chain().deleteRange(range);
      (list ? steps.sinkListItem("listItem") : steps.toggleOrderedList()).command(setKind(kind)).run();
      return undefined;
    },
  });
}

function listExtensions(kit) {
  const OrderedList = kit.OrderedList.extend({
    addAttributes: () => ({
      start: { default: 1, parseHTML: (list) => Number(list.getAttribute("start") ?? 1) || 1,
        renderHTML: ({ start }) => (start === 1 ? {} : { start }) },
      type: { default: null, parseHTML: (list) => (KINDS.includes(list.getAttribute("type")) ? list.getAttribute("type") : null),
        renderHTML: ({ type }) => (type ? { type } : {}) },
    }),
    addNodeView: () => null,
    addInputRules: () => [typedStart(kit, /^1[.)]\s$/, "1"), typedStart(kit, /^\(?a\)\s$/, "a"), typedStart(kit, /^i\.\s$/, "i")],
    addProseMirrorPlugins: () => [new kit.Plugin({
      appendTransaction(transactions, before, { doc, tr }) {
        if (!transactions.some((transaction) => transaction.docChanged)) return null;
        renumber(tr, doc, 0, 0);
        return tr.docChanged ? tr : null;
      },
    })],
  });
  // Tab leaves the box: who moves by keyboard must never be caught in it
  const ListItem = kit.ListItem.extend({
    addKeyboardShortcuts() {
      return {
        Enter: () => this.editor.commands.splitListItem(this.name),
        "Mod-]": () => canIndent(this.editor) && this.editor.commands.sinkListItem(this.name),
        "Mod-[": () => this.editor.commands.liftListItem(this.name),
      };
    },
  });
  return [OrderedList, kit.BulletList, ListItem];
}

export { canIndent, listAround, listExtensions, toggleList };
