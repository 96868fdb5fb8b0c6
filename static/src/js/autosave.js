// Saves a text while it is typed, to the address of its own form. Without this, its button saves it.
const PAUSE = 3000; // milliseconds without a key
const AGAIN = 10000; // after a failure

class Autosave {
  static moduleName = "portal-autosave";

  constructor(form) {
    this.form = form;
    this.said = form.querySelector("[role=status]");
    form.addEventListener("input", () => this.later(PAUSE));
    form.addEventListener("submit", (event) => this.submitted(event));
    window.addEventListener("beforeunload", (event) => { if (this.dirty && !this.leaving) event.preventDefault(); });
  }

  later(pause) {
    if (this.stopped) return;
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  // One at a time: the button waits for what is on its way, or it would find its own save and call it another's
  async submitted(event) {
    clearTimeout(this.timer);
    this.leaving = true;
    if (!this.saving) return;
    event.preventDefault();
    await this.saving;
    this.form.requestSubmit(event.submitter);
  }

  save() {
    if (this.saving) return this.later(PAUSE);
    this.saving = this.send().finally(() => { this.saving = undefined; });
  }

  async send() {
    const body = new FormData(this.form);
    body.set("way", "itself");
    this.dirty = false;
    try {
      const answer = await fetch(this.form.action, { method: "POST", body, redirect: "error" });
      const told = await answer.json(); // no JSON: an error page
      this.said.textContent = told.said;
      if (told.version) this.form.elements.version.value = told.version;
      else this.kept(Boolean(told.stops));
    } catch {
      this.said.textContent = "Not saved: the portal does not answer, or you are signed out. Your text is still here.";
      this.kept(false);
      this.later(AGAIN);
    }
  }

  kept(stopped) {
    this.dirty = true;
    this.stopped = stopped;
  }
}

export { Autosave };
