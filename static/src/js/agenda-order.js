// Lines of an agenda are dragged into another order; the buttons beside them do the same without a mouse.
class AgendaOrder {
  static moduleName = "portal-agenda-order";

  constructor(list) {
    this.list = list;
    this.form = document.getElementById(list.dataset.form);
    this.before = this.order();
    for (const line of this.lines()) this.addHandle(line);
    list.addEventListener("dragover", (event) => this.over(event));
    list.addEventListener("drop", (event) => this.drop(event));
  }

  lines() {
    return [...this.list.children];
  }

  // Of the whole agenda: its open part and its exempt part are two lists
  order() {
    const lines = document.querySelectorAll(`[data-module="${AgendaOrder.moduleName}"] > [data-item]`);
    return [...lines].map((line) => line.dataset.item).join(",");
  }

  addHandle(line) {
    const handle = document.createElement("span");
    handle.className = "agenda-line__handle";
    handle.setAttribute("aria-hidden", "true");
    handle.draggable = true;
    handle.title = "Drag to another place";
    handle.addEventListener("dragstart", (event) => {
      this.dragged = line;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", line.dataset.item);
      event.dataTransfer.setDragImage(line, 0, 0);
      line.classList.add("agenda-line--dragged");
    });
    handle.addEventListener("dragend", () => this.end(line));
    line.prepend(handle);
  }

  over(event) {
    if (!this.dragged) return;
    event.preventDefault();
    const below = this.lines().find((line) => {
      const box = line.getBoundingClientRect();
      return line !== this.dragged && event.clientY < box.top + box.height / 2;
    });
    this.list.insertBefore(this.dragged, below ?? null);
  }

  drop(event) {
    if (!this.dragged) return;
    event.preventDefault();
    this.dropped = true;
    if (this.order() === this.before) return;
    this.form.elements.order.value = this.order();
    this.form.submit();
  }

  // Let go elsewhere, or stopped by Escape: everything as it was
  end(line) {
    line.classList.remove("agenda-line--dragged");
    if (!this.dropped) {
      const places = this.before.split(",");
      const back = this.lines().sort((a, b) => places.indexOf(a.dataset.item) - places.indexOf(b.dataset.item));
      this.list.append(...back);
    }
    this.dragged = null;
    this.dropped = false;
  }
}

export { AgendaOrder };
