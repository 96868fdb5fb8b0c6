// The editor of formatted text. Where this does not run, the plain box stands and does the same.
import { LinkDialog } from "./rich-text-link.js";
import { listExtensions } from "./rich-text-lists.js";
import { Toolbar } from "./rich-text-toolbar.js";
import { pasted } from "./rich-text-word.js";

function extensions(kit, hasHeadings) {
  const Table = kit.Table.extend({ addNodeView: () => null, addKeyboardShortcuts: () => ({}) }); // kept, not made here
  const Link = kit.Link.extend({ addKeyboardShortcuts: () => ({}) });
  return [
    kit.Document, kit.Paragraph, kit.Text, kit.HardBreak, kit.Bold, kit.Italic, kit.Subscript, kit.Superscript, kit.Blockquote,
    ...listExtensions(kit),
    ...(hasHeadings ? [kit.Heading.configure({ levels: [2, 3, 4] })] : []),
    Table, kit.TableRow, kit.TableHeader, kit.TableCell, kit.Gapcursor,
    Link.configure({ autolink: false, openOnClick: false, protocols: ["mailto"], defaultProtocol: "https" }),
    kit.History,
  ];
}

class RichText extends HTMLElement {
  async connectedCallback() {
    if (this.editor) return;
    const [plain, formatted] = this.querySelectorAll("textarea");
    if (plain.disabled) return; // shown, not asked
    const kit = await import(this.dataset.editor);
    if (this.editor || !this.isConnected) return;
    this.formatted = formatted;
    this.replace(plain, formatted);
    this.editor = this.start(kit, plain);
    this.dress();
  }

  // The hidden box is sent in place of the plain one
  replace(plain, formatted) {
    this.boxId = plain.id;
    this.label = document.querySelector(`label[for="${CSS.escape(plain.id)}"]`);
    this.label.id ||= `${plain.id}-label`;
    this.hadFocus = document.activeElement === plain;
    plain.remove();
    formatted.disabled = false;
    this.querySelector(".portal-rich-text__plain-hint").hidden = true;
  }

  start(kit, plain) {
    const hasHeadings = "headings" in this.dataset;
    const described = this.dataset.describedBy;
    return new kit.Editor({
      element: this.appendChild(document.createElement("div")),
      content: this.formatted.value,
      extensions: extensions(kit, hasHeadings),
      injectCSS: false, // styles come from our own sheet; the page allows no others
      enableInputRules: ["orderedList", "bulletList"],
      enablePasteRules: false,
      editorProps: {
        attributes: {
          id: this.boxId, role: "textbox", "aria-multiline": "true", "aria-labelledby": this.label.id, spellcheck: "true",
          class: `portal-rich portal-rich-text__box${plain.classList.contains("govuk-textarea--error") ? " portal-rich-text__box--error" : ""}`,
          ...(described ? { "aria-describedby": described } : {}),
        },
        handleKeyDown: (_view, event) => this.pressed(event),
        transformPastedHTML: pasted,
      },
      onUpdate: ({ editor }) => this.keep(editor),
    });
  }

  dress() {
    this.dialog = new LinkDialog(this.boxId);
    this.toolbar = new Toolbar(this.editor, {
      id: this.boxId, label: this.label.textContent, hasHeadings: "headings" in this.dataset, askForLink: () => this.askForLink(),
    });
    this.editor.view.dom.parentElement.before(this.toolbar.element);
    this.label.addEventListener("click", () => this.editor.commands.focus());
    if (this.hadFocus || location.hash === `#${this.boxId}`) this.editor.commands.focus();
  }

  keep(editor) {
    this.formatted.value = editor.isEmpty ? "" : editor.getHTML();
    this.formatted.dispatchEvent(new Event("input", { bubbles: true }));
  }

  pressed(event) {
    if (event.altKey && event.key === "F10") {
      this.toolbar.focus();
      return true;
    }
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return false;
    event.preventDefault();
    this.askForLink();
    return true;
  }

  async askForLink() {
    const editor = this.editor;
    if (editor.state.selection.empty && !editor.isActive("link")) return;
    const href = await this.dialog.ask(editor.getAttributes("link").href ?? "");
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href) chain.setLink({ href }).run();
    else if (href === "") chain.unsetLink().run();
    else editor.commands.focus();
  }
}

customElements.define("portal-rich-text", RichText);
