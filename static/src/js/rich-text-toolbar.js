// The buttons over a box of formatted text: one stop of the Tab key, arrows from button to button.
import { canIndent, listAround, toggleList } from "./rich-text-lists.js";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const CTRL = isMac ? "⌘" : "Ctrl+";

function isList(kind) {
  return (editor) => listAround(editor.state.selection.$from)?.kind === kind;
}

function listTool(face, name, kind) {
  return { face, name, press: (editor) => toggleList(editor, kind), isOn: isList(kind) };
}

// The face is what is seen; the name begins with it, so that whoever speaks to the computer can say what they see
function tools(hasHeadings, askForLink) {
  const heading = (level) => ({
    press: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
    isOn: (editor) => editor.isActive("heading", { level }),
  });
  return [
    [
      { face: "B", name: "Bold", keys: "B", style: "bold", press: (e) => e.chain().focus().toggleBold().run(), isOn: (e) => e.isActive("bold") },
      { face: "I", name: "Italic", keys: "I", style: "italic", press: (e) => e.chain().focus().toggleItalic().run(), isOn: (e) => e.isActive("italic") },
    ],
    hasHeadings ? [{ face: "Heading", name: "Heading", ...heading(2) }, { face: "Subheading", name: "Subheading", ...heading(3) }] : [],
    [
      listTool("1.", "1. Numbered paragraphs", "1"),
      listTool("a)", "a) Lettered points", "a"),
      listTool("i.", "i. Points with small Roman numerals", "i"),
      listTool("•", "Bullets", "-"),
    ],
    [
      { face: "Indent", name: "Indent the point", keys: "]", press: (e) => canIndent(e) && e.chain().focus().sinkListItem("listItem").run(), can: canIndent },
      { face: "Outdent", name: "Outdent the point", keys: "[", press: (e) => e.chain().focus().liftListItem("listItem").run(),
        can: (e) => e.can().liftListItem("listItem") },
    ],
    [{ face: "Link", name: "Link", keys: "K", press: askForLink, isOn: (e) => e.isActive("link"),
      can: (e) => !e.state.selection.empty || e.isActive("link") }],
    [
      { face: "Undo", name: "Undo", keys: "Z", press: (e) => e.chain().focus().undo().run(), can: (e) => e.can().undo() },
      { face: "Redo", name: "Redo", keys: isMac ? "⇧Z" : "Y", press: (e) => e.chain().focus().redo().run(), can: (e) => e.can().redo() },
    ],
  ].filter((group) => group.length);
}

class Toolbar {
  constructor(editor, { id, label, hasHeadings, askForLink }) {
    this.editor = editor;
    this.element = document.createElement("div");
    this.element.className = "portal-toolbar";
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", `Formatting of ${label}`);
    this.element.setAttribute("aria-controls", id);
    this.buttons = tools(hasHeadings, askForLink).flatMap((group) => this.addGroup(group));
    this.element.addEventListener("keydown", (event) => this.move(event));
    this.stopAt(this.buttons[0]);
    editor.on("transaction", () => this.show());
    this.show();
  }

  addGroup(group) {
    const box = this.element.appendChild(document.createElement("div"));
    box.className = "portal-toolbar__group";
    box.setAttribute("role", "group");
    return group.map((tool) => box.appendChild(this.button(tool)));
  }

  button(tool) {
    const button = document.createElement("button");
    const keys = tool.keys ? ` (${CTRL}${tool.keys})` : "";
    button.type = "button";
    button.className = `portal-toolbar__button${tool.style ? ` portal-toolbar__button--${tool.style}` : ""}`;
    button.textContent = tool.face;
    button.title = `${tool.name}${keys}`;
    button.setAttribute("aria-label", tool.name);
    button.tool = tool;
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay selected
    button.addEventListener("click", () => {
      this.stopAt(button);
      if (button.getAttribute("aria-disabled") !== "true") tool.press(this.editor);
    });
    return button;
  }

  move(event) {
    const here = this.buttons.indexOf(document.activeElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: this.buttons.length - 1 }[event.key];
    if (here < 0 || to === undefined) return;
    event.preventDefault();
    this.stopAt(this.buttons[(to + this.buttons.length) % this.buttons.length]);
    this.focus();
  }

  stopAt(button) {
    for (const other of this.buttons) other.tabIndex = other === button ? 0 : -1;
  }

  focus() {
    this.buttons.find((button) => button.tabIndex === 0).focus();
  }

  show() {
    for (const button of this.buttons) {
      const { isOn, can } = button.tool;
      if (isOn) button.setAttribute("aria-pressed", String(isOn(this.editor)));
      if (can) button.setAttribute("aria-disabled", String(!can(this.editor)));
    }
  }
}

export { Toolbar };
