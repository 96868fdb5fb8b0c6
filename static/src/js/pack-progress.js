// How far the work has come, without reloading. Where no script runs, a link does it.
const PAUSE = 2000; // milliseconds

class PackProgress {
  static moduleName = "portal-progress";

  constructor(element) {
    this.element = element;
    setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector(`[data-module="${PackProgress.moduleName}"]`);
      if (!now) return location.reload();
      this.show(now);
    }
    setTimeout(() => this.look(), PAUSE);
  }

  // Word by word: a whole new sentence would be read out again when nothing is different
  show(now) {
    const said = this.element.querySelector("[role=status]"), says = now.querySelector("[role=status]");
    if (said.textContent !== says.textContent) said.textContent = says.textContent;
    const bar = this.element.querySelector("progress"), moved = now.querySelector("progress");
    if (bar && moved) bar.value = moved.value;
    else if (moved) said.after(moved);
  }
}

export { PackProgress };
